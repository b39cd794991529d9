#pragma once

#include "register/import_plan.h"

namespace xueji {

/// 5, 7-9 of lines that count from 0, as a person counts them.
QString rangesOf(const QList<qint64>& lines);

/// What is to be said of a sheet before its rows are read: columns taken for what their place says, columns with values
/// under no header, hidden rows and columns (they are read like the others, and who looks at the sheet does not see
/// them). `index`: into the sheets of the plan.
QList<ImportFinding> findingsOfSheet(const ImportSheet& sheet, int index, const FieldCatalogue& fields);

} // namespace xueji
