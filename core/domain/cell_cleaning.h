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

/// Invisible characters, line breaks and outer blanks gone; no repair, nobody sees them.
QString trimmedCell(const QString& typed);
/// True for what rosters write into an empty cell: / - — .
bool isPlaceholder(const QString& trimmed);

void removeSpaces(Cleaning& cell);     ///< notes "spaces"
void makeHalfWidth(Cleaning& cell);    ///< NFKC; notes "width"
void makeUpperCase(Cleaning& cell);    ///< notes "case"
void makeLettersLatin(Cleaning& cell); ///< Cyrillic Х, Greek Χ, × -> X; notes "letters"
void cleanPersonName(Cleaning& cell);  ///< blanks beside Han characters, look-alike dots, Kangxi radicals, width

} // namespace xueji::detail
