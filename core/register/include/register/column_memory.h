#pragma once

#include "register/office.h"
#include "register/roster_sheets.h"

namespace xueji {

/// What persons said of columns is kept in the register with the headers of the sheet, and holds for the next sheet of
/// the same headers. No value of a cell is kept.

/// What was said of earlier sheets of these headers; each wish names its sheet and is marked as remembered.
Result<ColumnWishes> rememberedWishes(Office& office, const SheetFile& file, const QList<SheetLook>& looks);

/// Keeps what was said of the sheets of a plan; forgets what no longer holds. Writes nothing where nothing changed.
Result<void> rememberWishes(Office& office, const ImportPlan& plan);

} // namespace xueji
