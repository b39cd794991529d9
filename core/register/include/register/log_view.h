#pragma once

#include "register/office.h"
#include "store/log_action.h"

namespace xueji {

/// One line of the log as its readers see it: who did what with which thing. Items of a record are named, never a value
/// of theirs; the seal is left out.
struct LogLine {
  QDateTime time; ///< UTC
  QString who;    ///< name of the account; empty: nobody was signed in
  LogAction action = LogAction::Read;
  QString object; ///< by id: "student:17"
  QString detail; ///< reason, purpose, labels of the items
};

/// Latest first. Error: RoleForbids.
Result<QList<LogLine>> logPage(Office& office, int offset, int limit);

/// Short code of the newest row, as papers bear it: "3F2A-91BC".
Result<QString> logCode(RegisterStore& store);
/// How the recovery sheet left the program.
enum class SheetWay { Printed, Saved };
Result<void> logRecoverySheet(RegisterStore& store, SheetWay way);

} // namespace xueji
