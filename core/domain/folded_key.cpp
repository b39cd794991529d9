#include "domain/folded_key.h"

namespace xueji::detail {

QString foldedKey(const QString& text) {
  const QString normal = text.normalized(QString::NormalizationForm_KC);
  QString key;
  key.reserve(normal.size());
  for (const QChar c : normal) {
    if (c.isSpace() || c.isPunct() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control) {
      continue;
    }
    if (c == u'★' || c == u'☆' || c == u'●' || c == u'※') {
      continue;
    }
    key += c.toLower();
  }
  return key;
}

} // namespace xueji::detail
