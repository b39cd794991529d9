#pragma once

#include <QChar>
#include <QList>
#include <QString>

namespace xueji {

/// One cell as a file holds it.
struct Cell {
  enum class Kind {
    Empty,
    Text,
    Number,
    Date,
    Boolean,
    Error,
    NoResult ///< a formula that no program has computed yet; text is empty
  };
  Kind kind = Kind::Empty;
  /// What a person reads. Text: exactly as stored (lines joined by \n). Number: without exponent where the file tells
  /// an integer; of an integer too large for a spreadsheet the 15 digits it knows and zeros. Date: ISO (2018-08-31,
  /// 2018-08-31T08:00:00, or 08:00:00). Boolean: TRUE or FALSE. Error: #N/A and the like.
  QString text;
  double number = 0;      ///< Number: its value; Date of xlsx and xls: the serial as stored; else 0
  bool isFormula = false; ///< the value is the one computed when the file was saved
  bool isCovered = false; ///< part of merged cells: the value stands in the first of them (spreadMerged())
  bool operator==(const Cell&) const = default;
};

/// Cells that are shown as one; the value stands in the first.
struct CellRange {
  qint64 row = 0;
  int column = 0;
  qint64 rows = 1;
  int columns = 1;
  bool operator==(const CellRange&) const = default;
};

/// One table of cells. Row 0 is line 1 of the sheet and column 0 is column A; blank rows are kept, so an index is
/// always a place a person can find. Empty cells at the end of a row and empty rows at the end of the sheet are left
/// out.
struct Sheet {
  QString name; ///< csv: empty
  enum class Shown { Yes, Hidden, Never };
  Shown shown = Shown::Yes; ///< Never: hidden so that a person cannot bring it back from the menu
  QList<QList<Cell>> rows;
  QList<qint64> hiddenRows; ///< with something in them: hidden by hand or by a filter; in order
  QList<int> hiddenColumns; ///< in order; none to the right of all that stands in the sheet
  QList<CellRange> merged;  ///< cut to what stands in the sheet
  bool date1904 = false;    ///< the file counts its dates from 1904; already taken into account

  /// The cell there, an empty one beyond the end.
  const Cell& at(qsizetype row, qsizetype column) const {
    static const Cell empty;
    return row >= 0 && row < rows.size() && column >= 0 && column < rows.at(row).size() ? rows.at(row).at(column)
                                                                                        : empty;
  }
};

struct SheetFile {
  QString format;              ///< xlsx, ods, xls or csv: by content, not by the name of the file
  QString encoding;            ///< csv: UTF-8, UTF-16LE, UTF-16BE or GB18030; else empty
  bool encodingCertain = true; ///< false: guessed, so show it
  QChar separator;             ///< csv: comma, tab or semicolon; else null
  QList<Sheet> sheets;         ///< in the order of the file; at least one
};

/// How much a file may ask for before it is refused. The ratio and the unpacked size are those the program promises
/// (zip bombs); the length of a cell is the spreadsheets' own limit.
struct ReadLimits {
  qint64 fileBytes = 100LL << 20;
  qint64 unpackedBytes = 200LL << 20; ///< of all parts of the archive together
  int expansion = 100;                ///< unpacked : packed, of each part that unpacks to more than expansionFrom
  qint64 expansionFrom = 1LL << 20;   ///< small parts of equal letters pack better than any bomb and harm nobody
  qint64 cells = 4'000'000;           ///< with the empty ones that must be kept between others
  int rows = 1'048'576;
  int columns = 16'384;
  int cellCharacters = 32'767;
};

/// Gives the value of merged cells to every cell that they cover, from row `first` on (titles above are left alone).
void spreadMerged(Sheet& sheet, qint64 first);

/// A1 name of a cell: (6, 1) is B7.
QString cellName(qint64 row, int column);

} // namespace xueji
