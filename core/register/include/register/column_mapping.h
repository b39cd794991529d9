#pragma once

#include "domain/error.h"
#include "domain/field_catalogue.h"
#include "exchange/sheet.h"

#include <QHash>
#include <QStringList>
#include <optional>

namespace xueji {

/// What a person said of a column: its header as in the file, its letter, or SHEET!LETTER; and the id or a header of
/// the item, or "-" to leave it out.
struct ColumnWish {
  QString column;
  QString item;
  bool remembered = false; ///< said of an earlier file of the same headers
  bool operator==(const ColumnWish&) const = default;
};
/// Of two for one column the later counts.
using ColumnWishes = QList<ColumnWish>;

/// An item that several columns could be: none has it until a person says which.
struct ColumnDoubt {
  Field field = Field::Name;
  QList<int> columns;
};

/// Which column of a sheet holds which item. The header is the line, or the two or three lines with heads of groups
/// above (父亲 | 姓名 电话), within the first 20 lines that name most items; lines above are titles and notes.
struct ColumnMapping {
  int headerLine = -1;           ///< index into Sheet::rows; the last line of the header; -1: none was found
  int headerLines = 1;           ///< how many lines it has
  QHash<Field, int> columns;     ///< item -> column index
  QHash<int, Field> fields;      ///< column index -> item
  QHash<int, QString> headers;   ///< column index -> header as in the file, with the heads above it
  QStringList unknownHeaders;    ///< said, not an error
  QHash<int, QString> relations; ///< family member (1, 2) whose columns say 父亲, 母亲 -> that word
  QHash<int, ColumnWish> wishes; ///< column index -> what a person said of it
  QList<int> headless;           ///< columns with values under no header, in order
  QList<int> guessed;            ///< taken for what their place says, or for what they could be as well
  QList<int> notKept;            ///< of an item that the record does not keep
  QList<int> yielded;            ///< columns whose item a person gave to another column
  QList<ColumnDoubt> doubts;

  bool has(Field field) const { return columns.contains(field); }
  QString headerOf(Field field) const { return headers.value(columns.value(field, -1)); }
};

/// A, B ... AA as the spreadsheet names a column.
QString columnLetters(int column);

/// What could be read of the columns of a sheet, and why that is not enough to read its rows.
struct ColumnReading {
  ColumnMapping columns;
  std::optional<Error> fault;
  /// It is a roster whose columns a person can set right.
  bool isRoster() const { return !fault || fault->code == ErrorCode::HeaderUndecided; }
};

/// Headers are recognised by alias in any order. Of two columns that could be the same item the one with the item's own
/// label has it, and the other is the item that it could be as well (家长手机 beside 成员1联系电话 is the child's own
/// telephone); a header that stands again after the column of a family member's name is that member's. Where nothing
/// decides, the person must. Wishes that name no column of this sheet are passed over.
/// Faults: NoRows, HeadersUnknown, ColumnUnknown (an item), HeaderUndecided (item, headers with their columns),
/// HeaderMissing (name is a must, and sex and birth date or the student number that tells them).
ColumnReading readColumns(const Sheet& sheet, const FieldCatalogue& fields, const ColumnWishes& wishes = {});

} // namespace xueji
