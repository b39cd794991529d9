#pragma once

#include <QString>
#include <optional>

namespace xueji {

enum class LogAction {
  SignIn,
  SignInFailed,
  SignOut,
  Read,
  Unmask,
  Search,
  Change,
  Print,
  Export,
  Import,
  Undo,
  Backup,
  Restore,
  Verify,
  UserAdded,
  UserRemoved,
  PasswordChanged,
  RecoveryRenewed,
  SettingChanged,
  Migrated,
  Witness,         ///< a second person gave name and password
  ClockConfirmed,  ///< a witness confirmed a clock behind the log
  Approval,        ///< somebody approved or refused a case
  CaseWithdrawn,   ///< a case ended without an act
  RollbackNoticed, ///< the register was found older than the log head kept beside its keys
};
QString toKey(LogAction action); ///< "sign_in" ... as stored
std::optional<LogAction> logActionFromKey(const QString& key);

} // namespace xueji
