#pragma once

#include "domain/error.h"
#include "exchange/sheet.h"

#include <optional>
#include <vector>

namespace xueji::detail {

/// A number as a person typed it. `stored` is the file's own writing of it (empty where the file holds only the binary
/// value): a row of plain digits is kept as it is; 1.32203201711278E+17 becomes 132203201711278000, the digits a
/// spreadsheet knows.
QString numberText(double value, const QString& stored = {});

/// ISO text of a spreadsheet's day count; nothing for a count no calendar of theirs has. Day 60 of the 1900 calendar is
/// its famous 1900-02-29.
std::optional<QString> serialText(double serial, bool date1904);

/// Whether a number format shows a date or a time of day (not elapsed time). Built-in ids are those of
/// ECMA-376 18.8.30, with the East Asian ones.
bool isDateFormat(int builtInId);
bool isDateFormat(const QString& formatCode);

/// Puts cells into a sheet in any order and keeps the limits while doing so.
class SheetFiller {
public:
  SheetFiller(Sheet& sheet, const ReadLimits& limits, QString path, qint64& cellsSoFar)
      : m_sheet(sheet), m_limits(limits), m_path(std::move(path)), m_cells(cellsSoFar) {}

  /// Errors: CellTooLong, TooManyCells.
  Result<void> put(qint64 row, qint64 column, Cell cell);
  /// Notes merged cells. Errors: TooManyCells.
  Result<void> merge(const CellRange& range);
  /// Notes rows and columns (both ends included) that are not shown; whatever is beyond the limits is none.
  void hideRow(qint64 row);
  void hideColumns(qint64 first, qint64 last);
  /// Puts the cells again into `times` rows that follow `row`.
  Result<void> repeatRow(qint64 row, qint64 times);
  /// To be called when the sheet is read: what is hidden and merged in order, cut to what holds something. Errors:
  /// TooManyCells, where spreading what is merged would make too many.
  Result<void> finish();

private:
  Result<void> tooMany() const;
  Result<void> cutMerged(qint64 width);
  Result<void> count(qint64 more);
  Sheet& m_sheet;
  const ReadLimits& m_limits;
  QString m_path;
  qint64& m_cells;
  std::vector<bool> m_hiddenColumns;
};

} // namespace xueji::detail
