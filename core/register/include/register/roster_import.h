#pragma once

#include "domain/progress.h"
#include "exchange/sheet.h"
#include "register/import_plan.h"
#include "register/office.h"
#include "register/roster_sheets.h"

namespace xueji {

/// Reads and judges a roster without changing anything. Of several sheets the options say which; hidden ones are passed
/// over unless they are named. `path` gives name and hash of the file that `file` was read
/// from. Errors: RoleForbids, those of chosenSheets() and faultOfColumns(), OtherSchool (every row names another
/// school), Cancelled.
Result<ImportPlan> planImport(Office& office, const SheetFile& file, const QString& path, const ImportOptions& options,
                              const Progress& progress = {});

/// The same file judged against the register as it is now.
Result<ImportPlan> judgeAgain(Office& office, const ImportPlan& plan, const Progress& progress = {});

struct ImportResult {
  qint64 batch = 0; ///< 0 when nothing was written
  int enrolled = 0;
  int movedUp = 0;
  int placed = 0;  ///< children of the register who came into a class
  int classes = 0; ///< that were made
};

/// Makes the classes wished for, then enrols, moves up and places the rows that may be, as one batch in one
/// transaction. With rows refused or different the whole import is refused (RefusedByRules) unless `onlyGood`. Rows are
/// planned before the write lock is taken; they are judged again when the register changed since the plan was made,
/// within the transaction only if it changed between. Nothing to do: batch 0, nothing written but the log.
Result<ImportResult> commitImport(Office& office, const ImportPlan& plan, bool onlyGood, const Progress& progress = {});

/// The same sheet as xlsx with the cells marked and the reasons written in a column at the end.
Result<void> writeFindings(const ImportPlan& plan, const Office& office, const QString& path);

} // namespace xueji
