#include "cell_cleaning.h"

#include "csv_resource.h"
#include "text/folding.h"

#include <QHash>
#include <QList>
#include <algorithm>

namespace xueji::detail {

namespace {

constexpr QChar kInterpunct(0x00B7);

bool isHanAt(const QList<uint>& text, qsizetype index) {
  return index >= 0 && index < text.size() && QChar::script(text[index]) == QChar::Script_Han;
}

bool isLookAlikeDot(uint c) {
  return c != kInterpunct.unicode() && isInterpunct(c);
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

namespace {

const QHash<uint, uint>& privateUse() {
  static const QHash<uint, uint> meaning = [] {
    QHash<uint, uint> table;
    for (const QStringList& row : readCsvResource(QStringLiteral(":/codes/gbk_private_use.csv"), 2))
      table.insert(row[0].toUInt(nullptr, 16), row[1].toUInt(nullptr, 16));
    return table;
  }();
  return meaning;
}

bool isVariationSelector(uint c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180D);
}

/// ="123" keeps a spreadsheet from making a number of it; ' says that what follows is text. The export writes the mark
/// before = + - @ (sheet_writer.h); others write it before digits.
void takeOffWrapping(Cleaning& cell) {
  if (cell.text.size() > 3 && cell.text.startsWith(QLatin1String("=\"")) && cell.text.endsWith(u'"') &&
      cell.text.count(u'"') == 2) {
    cell.text = cell.text.mid(2, cell.text.size() - 3);
    cell.note(QStringLiteral("wrapped"));
  }
  if (cell.text.size() > 1 && cell.text.startsWith(u'\'')) {
    const QChar next = cell.text[1];
    const bool ours = next == u'=' || next == u'+' || next == u'-' || next == u'@' || next == u'\'';
    if (!ours && !next.isDigit())
      return;
    cell.text = cell.text.mid(1);
    cell.note(QStringLiteral("wrapped"));
  }
}

/// What nobody sees, or nobody else can.
Cleaning plainCharacters(const QString& typed, CharacterFault& fault) {
  Cleaning cell;
  cell.text.reserve(typed.size());
  const QList<uint> characters = typed.toUcs4();
  const auto isSeen = [](uint c) { return !QChar::isSpace(c); };
  const auto begin = std::find_if(characters.begin(), characters.end(), isSeen);
  const auto end = std::find_if(characters.rbegin(), characters.rend(), isSeen).base();
  for (auto at = characters.begin(); at != characters.end(); ++at) {
    const uint c = *at;
    const auto category = QChar::category(c);
    if (c == u'\t' && begin <= at && at < end) { // between words; around them it goes like a blank
      cell.text += u' ';
      cell.note(QStringLiteral("control"));
      continue;
    }
    if (category == QChar::Other_Format || isVariationSelector(c)) {
      cell.note(QStringLiteral("invisible"));
      continue;
    }
    if (category == QChar::Other_Control && c != u'\n' && c != u'\r' && c != u'\t') {
      cell.text += u' ';
      cell.note(QStringLiteral("control"));
      continue;
    }
    char32_t character = c;
    if (category == QChar::Other_PrivateUse) {
      if (const uint meant = privateUse().value(c); meant != 0) {
        character = meant;
        cell.note(QStringLiteral("private_use"));
      } else {
        fault = CharacterFault::Homemade;
      }
    } else if (c == QChar::ReplacementCharacter || QChar::isNonCharacter(c)) {
      fault = CharacterFault::Lost;
    }
    cell.text += QString::fromUcs4(&character, 1);
  }
  return cell;
}

bool needsLooking(const QString& text) {
  return std::any_of(text.begin(), text.end(), [](QChar c) {
    const char16_t code = c.unicode();
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD || (code >= 0x0600 && code < 0x0620) ||
           (code >= 0x180B && code <= 0x180E) || (code >= 0x200B && code <= 0x206F) || code >= 0xD800;
  });
}

} // namespace

Cleaning cleanedCell(const QString& typed, CharacterFault* fault) {
  CharacterFault found = CharacterFault::None;
  Cleaning cell = needsLooking(typed) ? plainCharacters(typed, found) : Cleaning{typed, {}};
  if (fault)
    *fault = found;
  cell.text = cell.text.trimmed();
  takeOffWrapping(cell);
  cell.text = cell.text.trimmed();
  return cell;
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
