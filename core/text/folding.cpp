#include "text/folding.h"

#include <unicode/uchar.h>

namespace xueji {

namespace {

/// Apostrophes and hyphens.
bool isJoiner(QChar c) {
  static const QString joiners = QStringLiteral("'\u2018\u2019\u02BC`"
                                                "-\u2010\u2011\u2012\u2013\u2014\u2212");
  return isInterpunct(c.unicode()) || joiners.contains(c);
}

/// Whether the character there is one half of a pair, or a Han character: a name goes on.
bool isOfName(const QString& text, qsizetype at) {
  return at >= 0 && at < text.size() && (text[at].isSurrogate() || isHan(text[at].unicode()));
}

} // namespace

bool isInterpunct(char32_t character) {
  static const QString dots =
      QStringLiteral("\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF65\u25CF\u2E33\u0387\u1427\u2E31\u2024"
                     "\u25E6\u26AB\u2B24\u2E30\u16EB");
  return character <= 0xFFFF && dots.contains(QChar(static_cast<char16_t>(character)));
}

QString foldForSearch(const QString& text) {
  const QString parts = text.normalized(QString::NormalizationForm_KD);
  QString kept;
  kept.reserve(parts.size());
  for (qsizetype i = 0; i < parts.size(); ++i) {
    const QChar c = parts[i];
    const bool isStop = c == u'.' || c == QChar(0x3002);
    if (isStop && isOfName(parts, i - 1) && isOfName(parts, i + 1))
      continue;
    const QChar::Category category = c.category();
    const bool invisible = category == QChar::Other_Format || category == QChar::Other_Control;
    const bool mark = category == QChar::Mark_NonSpacing;
    if (!invisible && !mark && !c.isSpace() && !isJoiner(c))
      kept += c;
  }
  // Variation selectors of the supplementary plane are surrogate pairs: U+E0100 to U+E01EF.
  for (qsizetype i = 0; i + 1 < kept.size();) {
    if (kept[i] == QChar(0xDB40) && kept[i + 1].isLowSurrogate())
      kept.remove(i, 2);
    else
      ++i;
  }
  return kept.normalized(QString::NormalizationForm_KC).toLower();
}

QString toHalfWidth(const QString& text) {
  QString half = text;
  for (QChar& c : half) {
    if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
      c = QChar(c.unicode() - 0xFEE0);
    else if (c.unicode() == 0x3000)
      c = u' ';
  }
  return half;
}

bool isHan(char32_t character) {
  if (character == 0x3007)
    return true;
  // Planes 2 and 3 hold ideographs only; the installed ICU may not know the newest of them.
  if (character >= 0x20000 && character <= 0x3FFFF)
    return (character & 0xFFFE) != 0xFFFE;
  const auto c = static_cast<UChar32>(character);
  if (u_hasBinaryProperty(c, UCHAR_UNIFIED_IDEOGRAPH))
    return true;
  return character >= 0xF900 && character <= 0xFAFF && u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);
}

} // namespace xueji
