#pragma once

#include "console.h"
#include "invocation.h"
#include "register/import_plan.h"

#include <QJsonArray>

namespace xueji {

class Desk;

/// What the commands that read a sheet have in common.

/// Of a file to be read a missing or unreadable one is unreadable input, not a register that cannot be opened.
ExitCode failInput(const Console& console, const Error& error);

/// --map COLUMN=ITEM, as often as given. Error: ValueInvalid.
Result<ColumnWishes> columnWishesOf(const Invocation& invocation);

/// Findings and repairs, each with its sheet, row and column.
void sayFindings(const QList<ImportSheet>& sheets, const QList<ImportFinding>& findings,
                 const QList<ImportRepair>& repairs, const Desk& desk, const Console& console);

/// What of the file was not read: a line each, and as JSON.
QString passedLines(const QList<PassedSheet>& passedOver);
QJsonArray passedArray(const QList<PassedSheet>& passedOver);

} // namespace xueji
