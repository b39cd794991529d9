#pragma once

#include "store/backup.h"
#include "store_session.h"

#include <functional>

namespace xueji {

/// A database file opened on its own and looked through: seals, SQLite's checks, log chain, rows.
struct LookedFile {
  QMap<QString, qint64> rows;
  LogHead log;
  int students = 0;
  int schema = 0;
};

/// Whether faults of pages and log are known already: then they go along, and are no reason to refuse.
enum class Faults { Refused, Known };

/// `expected`: what keys.json remembers of the log. Errors: those of Connection::open(), RegisterDamaged, LogBroken,
/// LogRolledBack.
Result<LookedFile> lookThroughFile(const QString& file, const SecretBytes& dataKey, const LogHead& expected,
                                   int newestSchema, Faults faults = Faults::Refused);

/// The keys as they stand, with this log's head. `made`: of a backup; invalid for a register.
Result<void> saveCopiedKeys(KeyFile keys, const LogHead& head, const QDateTime& made, const QString& folder,
                            const SecretBytes& dataKey);

/// A register to be copied into a backup folder.
struct CopyWish {
  const std::shared_ptr<SignIn>& signIn;
  const Connection& source;
  QString target; ///< folder that it gets, once it is proven
  QDateTime made;
  int newestSchema = 0;
  Faults faults = Faults::Refused;
  /// Asked of the copy's database where it is given: whether its rows fit the seals of its log.
  std::function<Result<bool>(const QString& file)> sealsFit = {};
};

/// The copy gets its name only after it was synced, reopened with the keys inside, looked through and counted against
/// the source. Others may go on writing meanwhile. Errors: as backUp().
Result<BackupProof> makeProvenCopy(const CopyWish& wish, const Progress& progress = {});

/// Notes it as last proven backup, and in the log.
Result<void> noteBackup(RegisterStore& store, const BackupProof& proof);

/// "20240902-090000" of this computer's time, for names of folders.
QString stampOf(const QDateTime& moment);
/// A name of a register's folder that is still free: NAME.xueji, NAME-2.xueji ...
QString freeFolderName(const QString& stem);

} // namespace xueji
