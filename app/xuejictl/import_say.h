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

/// Which day, sheets and columns of a file a command takes.
struct SheetOptions {
  QDate effective; ///< null: not given
  QStringList sheets;
  bool allSheets = false;
  ColumnWishes columns;
};
/// --effective DATE, --sheet NAME... or --all-sheets, --map COLUMN=ITEM... . Errors: ValueInvalid, WrongUse.
Result<SheetOptions> sheetOptionsOf(const Invocation& invocation);
QList<OptionSpec> sheetOptions();

/// Findings and repairs, each with its sheet, row and column.
void sayFindings(const QList<ImportSheet>& sheets, const QList<ImportFinding>& findings,
                 const QList<ImportRepair>& repairs, const Desk& desk, const Console& console);

/// What of the file was not read: a line each, and as JSON.
QString passedLines(const QList<PassedSheet>& passedOver);
QJsonArray passedArray(const QList<PassedSheet>& passedOver);

} // namespace xueji
