#pragma once

#include "domain/clock.h"
#include "domain/error.h"
#include "domain/progress.h"
#include "seal/key_cost.h"
#include "store/migration_notice.h"
#include "store/register_store.h"

#include <QJsonObject>
#include <QMap>

namespace xueji {

/// A backup that was reopened, checked and counted.
struct BackupProof {
  QString path;               ///< folder of the backup
  QDateTime made;             ///< UTC
  QMap<QString, qint64> rows; ///< of each table
  int students = 0;           ///< not voided
  int schema = 0;
  qint64 logRows = 0;
  QString logCode; ///< LogTable::shortCode() of the copy

  QJsonObject toJson() const;
  static std::optional<BackupProof> fromJson(const QJsonObject& object);
};

/// Makes `toFolder`/NAME-yyyyMMdd-HHmmss.xueji with register.db and keys.json (empty `toFolder`: the register's own
/// backups/). Others go on working. It gets its name only after it was synced, reopened with the keys inside, the seals
/// of its pages and SQLite's checks passed, its log chain fits, its rows were counted against the source and acts and
/// rows fit the seals of the log; then it is noted as
/// last proven backup and logged. Its keys bear the mark of a backup. Needs Capability::BackUp. Errors: PathMissing,
/// NotWritable, DiskFull, BackupUnproven, Cancelled (nothing is left).
Result<BackupProof> backUp(RegisterStore& store, const QString& toFolder, const Progress& progress = {});

/// The last proven backup, if any.
Result<std::optional<BackupProof>> lastProvenBackup(RegisterStore& store);

/// Whether the folder says of itself that it is a backup. Its seal is looked at once it is unlocked.
bool isBackup(const QString& folder);
/// When it was made; invalid for a register or what is none.
QDateTime backupMoment(const QString& folder);

/// Brings a backup back as the register `folder`, which no longer bears its mark. The backup is verified first; what
/// stands at `folder` is moved aside, never overwritten; its backups/ stay with the register. Answers where the old one
/// was moved (empty: there was none). The account (of the backup) needs Capability::BackUp. Errors: WrongPassword,
/// TooManyAttempts, RoleForbids, RegisterDamaged, LogBroken, NotARegister, RegisterInUse, DiskFull ...: then the
/// present register stands untouched.
Result<QString> restore(const QString& backup, const QString& folder, const QString& user, const SecretBytes& password,
                        const Clock& clock, const Registry& registry, const Progress& progress = {});

/// The same by the recovery sheet of the register at the time of the backup; `user` (an account of the backup) gets a
/// new password. Further errors: WrongRecoverySecret, UserUnknown, PasswordTooWeak.
Result<QString> restoreWithRecovery(const QString& backup, const QString& folder, const QString& recoverySecret,
                                    const QString& user, const SecretBytes& newPassword, const Clock& clock,
                                    const Registry& registry, KeyCost cost = {}, const Progress& progress = {});

/// One thing verify() found. `check`: "integrity", "foreign_keys", "schema", "log_chain", "log_head", "accounts",
/// "settings", "seals", "present_rows", "counts".
struct VerifyFault {
  QString check;
  QString object; ///< "student:17", "act:3", "log:4", "setting:present.day" ...
  Error error;    ///< RegisterDamaged, LogBroken, LogRolledBack
};

struct VerifyReport {
  bool passed() const { return faults.isEmpty(); }
  QStringList checks;        ///< that were made
  QList<VerifyFault> faults; ///< at most 1000
  qint64 students = 0;
  qint64 acts = 0;
  qint64 logRows = 0;
  QString logCode;
  int schema = 0;                 ///< version in whose form the register was judged
  QList<MigrationNotice> notices; ///< that stand since it was brought to a newer schema; no faults of today
};

/// Looks through the whole register: every page's seal, SQLite's own checks, the log chain against the head in
/// keys.json, tables and triggers against the steps of the schema, accounts and settings against the log, every act and
/// fact row against the seals of the log, every column of the present rows against the facts, counts of batches. An
/// older register that is read without being written is judged in its own form. Error: Cancelled, or what kept it from
/// looking.
Result<VerifyReport> verify(RegisterStore& store, const Progress& progress = {});
/// The same without a line in the log.
Result<VerifyReport> lookThrough(RegisterStore& store, const Progress& progress = {});

} // namespace xueji
