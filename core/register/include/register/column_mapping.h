#pragma once

#include "domain/error.h"
#include "domain/field_catalogue.h"
#include "exchange/sheet.h"

#include <QHash>
#include <QSet>

namespace xueji {

/// Which column of a sheet holds which item. Headers are recognised by alias in any order; the line that names most
/// items, at least name and one more, within the first 20 lines is the header line; lines above are titles and notes.
struct ColumnMapping {
  int headerLine = -1;         ///< index into Sheet::rows
  QHash<Field, int> columns;   ///< item -> column index
  QHash<int, Field> fields;    ///< column index -> item
  QHash<int, QString> headers; ///< column index -> header as in the file
  QStringList unknownHeaders;  ///< said, not an error

  bool has(Field field) const { return columns.contains(field); }
  QString headerOf(Field field) const { return headers.value(columns.value(field, -1)); }
};

/// Errors: HeadersUnknown, HeaderDuplicate, HeaderMissing (name is a must, and sex and birth
/// date or the student number that tells them), NoRows.
Result<ColumnMapping> recogniseColumns(const Sheet& sheet, const FieldCatalogue& fields);

} // namespace xueji
