#include "text/filling.h"

namespace xueji {

QString filled(const QString& sentence, const QStringList& args) {
  QString text;
  for (qsizetype at = 0; at < sentence.size(); ++at) {
    const bool isPlace =
        sentence[at] == u'%' && at + 1 < sentence.size() && sentence[at + 1] >= u'1' && sentence[at + 1] <= u'9';
    text += isPlace ? args.value(sentence[++at].digitValue() - 1) : QString(sentence[at]);
  }
  return text;
}

} // namespace xueji
