#pragma once

#include <QString>
#include <QStringList>

namespace xueji::detail {

/// A cell's text while it is put right, with what was done to it (the repair keys of ParsedField).
struct Cleaning {
  QString text;
  QStringList repairs;

  void note(const QString& repair);
};

/// What keeps a text from being understood, whatever it is to say.
enum class CharacterFault {
  None,
  Lost,     ///< U+FFFD: a character was lost on its way
  Homemade, ///< 自造字: of the private use area, known only to the computer on which it was made
};

/// The text of a cell without its edges: outer blanks gone (no repair, nobody sees them); characters that nobody sees
/// taken out, control characters made blanks, code points that GBK left in the private use area made the characters
/// they mean, ="..." and the spreadsheet's mark for text taken off: each of these is noted.
Cleaning cleanedCell(const QString& typed, CharacterFault* fault = nullptr);
/// True for what rosters write into an empty cell: / - — .
bool isPlaceholder(const QString& trimmed);

void removeSpaces(Cleaning& cell);     ///< notes "spaces"
void makeHalfWidth(Cleaning& cell);    ///< NFKC; notes "width"
void makeUpperCase(Cleaning& cell);    ///< notes "case"
void makeLettersLatin(Cleaning& cell); ///< Cyrillic Х, Greek Χ, × -> X; notes "letters"
void cleanPersonName(Cleaning& cell);  ///< blanks beside Han characters, look-alike dots, Kangxi radicals, width

} // namespace xueji::detail
