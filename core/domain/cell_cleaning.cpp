#include "cell_cleaning.h"

#include <QList>

namespace xueji::detail {

namespace {

constexpr QChar kInterpunct(0x00B7);

bool isHanAt(const QList<uint>& text, qsizetype index) {
  return index >= 0 && index < text.size() && QChar::script(text[index]) == QChar::Script_Han;
}

bool isLookAlikeDot(uint c) {
  switch (c) {
  case 0x2022: // •
  case 0x2027: // ‧
  case 0x2219: // ∙
  case 0x22C5: // ⋅
  case 0x30FB: // ・
  case 0xFF65: // ･
  case 0x25CF: // ●
  case 0x2E33: // ⸳
  case 0x0387: // Greek ano teleia
    return true;
  default:
    return false;
  }
}

/// Full-width letters, digits and stops, and the radicals that text copied from papers brings (⽣ for 生); all other
/// characters of a name stay as they are, also where NFKC would change them.
bool isWidthVariant(uint c) {
  return (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2F00 && c <= 0x2FD5) || (c >= 0x2E80 && c <= 0x2EF3);
}

void replaceDots(Cleaning& cell) {
  const QList<uint> old = cell.text.toUcs4();
  QString text;
  bool changed = false;
  for (qsizetype i = 0; i < old.size(); ++i) {
    const bool stopInside = old[i] == u'.' && isHanAt(old, i - 1) && isHanAt(old, i + 1);
    if (isLookAlikeDot(old[i]) || stopInside) {
      text += kInterpunct;
      changed = true;
    } else {
      text += QString::fromUcs4(reinterpret_cast<const char32_t*>(&old[i]), 1);
    }
  }
  const QString twice = QString(kInterpunct) + kInterpunct;
  while (text.contains(twice)) {
    text.replace(twice, QString(kInterpunct));
    changed = true;
  }
  if (changed) {
    cell.text = text;
    cell.note(QStringLiteral("dots"));
  }
}

/// Blanks inside a Latin name stay (one each); beside a Han character or a dot they go.
void removeNameSpaces(Cleaning& cell) {
  const QList<uint> old = cell.text.simplified().toUcs4();
  const auto clings = [&old](qsizetype i) {
    return isHanAt(old, i) || (i >= 0 && i < old.size() && (old[i] == kInterpunct.unicode() || isLookAlikeDot(old[i])));
  };
  QString text;
  for (qsizetype i = 0; i < old.size(); ++i) {
    if (old[i] == u' ' && (clings(i - 1) || clings(i + 1))) {
      continue;
    }
    text += QString::fromUcs4(reinterpret_cast<const char32_t*>(&old[i]), 1);
  }
  if (text != cell.text) {
    cell.text = text;
    cell.note(QStringLiteral("spaces"));
  }
}

} // namespace

void Cleaning::note(const QString& repair) {
  if (!repairs.contains(repair)) {
    repairs.append(repair);
  }
}

QString trimmedCell(const QString& typed) {
  QString text = typed;
  text.removeIf([](QChar c) {
    return c.category() == QChar::Other_Format || (c.category() == QChar::Other_Control && !c.isSpace());
  });
  text = text.trimmed();
  if (text.startsWith(u'\'') && text.size() > 1) {
    text = text.mid(1).trimmed(); // a spreadsheet's mark for "this is text", saved along
  }
  return text;
}

bool isPlaceholder(const QString& trimmed) {
  static const QStringList kEmpty = {QStringLiteral("/"),  QStringLiteral("\\"), QStringLiteral("-"),
                                     QStringLiteral("--"), QStringLiteral("—"),  QStringLiteral("——")};
  return kEmpty.contains(trimmed);
}

void removeSpaces(Cleaning& cell) {
  const qsizetype before = cell.text.size();
  cell.text.removeIf([](QChar c) { return c.isSpace(); });
  if (cell.text.size() != before) {
    cell.note(QStringLiteral("spaces"));
  }
}

void makeHalfWidth(Cleaning& cell) {
  const QString half = cell.text.normalized(QString::NormalizationForm_KC);
  if (half != cell.text) {
    cell.text = half;
    cell.note(QStringLiteral("width"));
  }
}

void makeUpperCase(Cleaning& cell) {
  const QString upper = cell.text.toUpper();
  if (upper != cell.text) {
    cell.text = upper;
    cell.note(QStringLiteral("case"));
  }
}

void makeLettersLatin(Cleaning& cell) {
  QString latin = cell.text;
  for (QChar& c : latin) {
    if (c == QChar(0x0425) || c == QChar(0x0445) || c == QChar(0x03A7) || c == QChar(0x03C7) || c == QChar(0x00D7)) {
      c = u'X';
    }
  }
  if (latin != cell.text) {
    cell.text = latin;
    cell.note(QStringLiteral("letters"));
  }
}

void cleanPersonName(Cleaning& cell) {
  removeNameSpaces(cell);
  QString text;
  for (const uint c : cell.text.toUcs4()) {
    const QString one = QString::fromUcs4(reinterpret_cast<const char32_t*>(&c), 1);
    text += isWidthVariant(c) ? one.normalized(QString::NormalizationForm_KC) : one;
  }
  if (text != cell.text) {
    cell.text = text;
    cell.note(QStringLiteral("width"));
  }
  replaceDots(cell);
}

} // namespace xueji::detail
