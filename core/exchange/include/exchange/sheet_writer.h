#pragma once

#include "domain/error.h"

#include <QHash>
#include <QList>
#include <QPair>
#include <QStringList>

namespace xueji {

struct OutColumn {
  QString header = {};
  int width = 12;           ///< in characters of the usual font; a Han character takes two
  QStringList choices = {}; ///< offered in a drop-down list; other values are warned about, not forbidden
  bool required = false;    ///< header drawn stronger
};

struct OutSheet {
  QString name;           ///< of the sheet; characters a spreadsheet forbids are replaced
  QStringList titleLines; ///< above the header, one line each
  QList<OutColumn> columns;
  QList<QStringList> rows;               ///< as text, in the order of the columns
  QHash<QPair<int, int>, QString> marks; ///< (row, column) of rows and columns above -> why the cell is marked
};

/// Writes the sheet as xlsx: every cell is text (numbers of 18 digits stay whole, = stays a letter), header frozen,
/// lists offered also in the empty rows below, marked cells coloured with their reason as a comment. The same sheet
/// gives the same bytes. The file appears whole or not at all. Errors: NotWritable, WriteFailed, DiskFull, CellTooLong.
Result<void> writeXlsx(const QString& path, const OutSheet& sheet);
/// Several sheets in one workbook, each as above.
Result<void> writeXlsx(const QString& path, const QList<OutSheet>& sheets);

/// Writes the sheet as comma-separated text, lines ended by CR LF: encoding "UTF-8" (with byte-order mark, so that a
/// spreadsheet recognises it) or "GB18030". A value that begins with = + - @, tab or return (or with an apostrophe and
/// one of these), which a spreadsheet might take for a formula, gets an apostrophe before it; the import takes exactly
/// one off again. Marks are not written. Errors: NotWritable, WriteFailed, DiskFull, ValueInvalid (unknown encoding).
Result<void> writeCsv(const QString& path, const OutSheet& sheet, const QString& encoding = QStringLiteral("UTF-8"));

} // namespace xueji
