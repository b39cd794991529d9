#include "store/backup.h"

#include "migration.h"
#include "partial_folder.h"
#include "platform/durable_file.h"
#include "proven_copy.h"
#include "sign_in_attempts.h"
#include "store/password_policy.h"
#include "store/tables.h"
#include "store_session.h"
#include "verify_context.h"

#include <QDir>
#include <QFileInfo>

namespace xueji {

namespace {

/// Whether acts, batches, rows and marks of the copy are those that the seals of its log were made over.
Result<bool> sealsFit(RegisterStore& store, const QString& file, const Progress& progress) {
  const auto& signIn = store.session().signIn();
  auto connection = Connection::open(file, signIn->dataKey, Access::Read, store.registry().newestSchema());
  if (!connection)
    return std::unexpected(connection.error());
  StoreSession copy(signIn, std::move(*connection), store.clock(), store.registry());
  VerifyContext context{copy, progress};
  if (auto checked = checkSeals(context); !checked)
    return std::unexpected(checked.error());
  return context.report.passed();
}

} // namespace

QJsonObject BackupProof::toJson() const {
  QJsonObject counted;
  for (auto it = rows.constBegin(); it != rows.constEnd(); ++it)
    counted.insert(it.key(), it.value());
  return {{QStringLiteral("path"), path},       {QStringLiteral("made"), storedMoment(made)},
          {QStringLiteral("rows"), counted},    {QStringLiteral("students"), students},
          {QStringLiteral("schema"), schema},   {QStringLiteral("log_rows"), logRows},
          {QStringLiteral("log_code"), logCode}};
}

std::optional<BackupProof> BackupProof::fromJson(const QJsonObject& object) {
  BackupProof proof;
  proof.path = object.value(QStringLiteral("path")).toString();
  proof.made = momentFromStored(object.value(QStringLiteral("made")).toString());
  if (proof.path.isEmpty() || !proof.made.isValid())
    return std::nullopt;
  const QJsonObject counted = object.value(QStringLiteral("rows")).toObject();
  for (auto it = counted.constBegin(); it != counted.constEnd(); ++it)
    proof.rows.insert(it.key(), it.value().toInteger());
  proof.students = object.value(QStringLiteral("students")).toInt();
  proof.schema = object.value(QStringLiteral("schema")).toInt();
  proof.logRows = object.value(QStringLiteral("log_rows")).toInteger();
  proof.logCode = object.value(QStringLiteral("log_code")).toString();
  return proof;
}

Result<BackupProof> backUp(RegisterStore& store, const QString& toFolder, const Progress& progress) {
  if (auto allowed = store.require(Capability::BackUp); !allowed)
    return std::unexpected(allowed.error());
  const RegisterFolder own(store.folder());
  const QString folder = toFolder.isEmpty() ? own.backups() : QDir(toFolder).absolutePath();
  if (toFolder.isEmpty())
    QDir().mkpath(folder);
  if (!QFileInfo(folder).isDir())
    return fail(ErrorCode::PathMissing, {folder});
  const QString target =
      freeFolderName(folder + QLatin1Char('/') + own.name() + QLatin1Char('-') + stampOf(store.clock().now()));
  auto proof = makeProvenCopy({store.session().signIn(), store.session().connection(), target, store.clock().now(),
                               store.registry().newestSchema(), Faults::Refused,
                               [&](const QString& file) { return sealsFit(store, file, progress); }},
                              progress);
  if (!proof)
    return proof;
  // The backup stands whether or not it can be noted: a full disk here does not unmake it.
  if (auto noted = noteBackup(store, *proof); !noted)
    return std::unexpected(noted.error());
  return proof;
}

Result<void> noteBackup(RegisterStore& store, const BackupProof& proof) {
  Transaction work = store.tables().begin();
  if (auto begun = work.begun(); !begun)
    return begun;
  if (auto noted = store.tables().settings().set(SettingTable::kLastProvenBackup, proof.toJson()); !noted)
    return noted;
  if (auto logged =
          store.tables().log().append(LogAction::Backup, QStringLiteral("file"), QFileInfo(proof.path).fileName());
      !logged)
    return logged;
  return work.commit();
}

Result<std::optional<BackupProof>> lastProvenBackup(RegisterStore& store) {
  const auto stored = store.tables().settings().value(SettingTable::kLastProvenBackup);
  if (!stored)
    return std::unexpected(stored.error());
  return BackupProof::fromJson(stored->toObject());
}

bool isBackup(const QString& folder) {
  return backupMoment(folder).isValid();
}

QDateTime backupMoment(const QString& folder) {
  const auto keys = KeyFile::load(RegisterFolder(folder).path());
  return keys ? keys->backupMade() : QDateTime();
}

namespace {

/// How the person who brings a backup back shows that he may.
struct Entry {
  QString user;
  ErrorCode unknownUser; ///< said where the backup has no such account
  std::function<Result<SecretBytes>(const KeyFile&)> unlock;
  std::function<Result<std::unique_ptr<RegisterStore>>(const QString& folder)> open;
};

/// Only a register or an empty folder makes room for another.
Result<void> mayStandAside(const RegisterFolder& target) {
  if (!target.exists() || QDir(target.path()).isEmpty() || QFileInfo::exists(target.database()) ||
      QFileInfo::exists(target.keys()) || QFileInfo::exists(target.keysCopy()))
    return {};
  return fail(ErrorCode::NotARegister, {target.path()});
}

/// The backup, looked through, as a register in `fresh`, looked through again.
Result<void> copyLookedThrough(const RegisterFolder& source, const KeyFile& keys, const SecretBytes& dataKey,
                               const RegisterFolder& fresh, int newestSchema, const Progress& progress) {
  auto looked = lookThroughFile(source.database(), dataKey, keys.logHead(), newestSchema);
  if (!looked)
    return std::unexpected(looked.error());
  {
    auto connection = Connection::open(source.database(), dataKey, Access::Read, newestSchema);
    if (!connection)
      return std::unexpected(connection.error());
    if (auto copied = (*connection)->copyTo(fresh.database(), dataKey, progress); !copied)
      return copied;
  }
  if (auto saved = saveCopiedKeys(keys, looked->log, {}, fresh.path(), dataKey); !saved)
    return saved;
  const auto again = lookThroughFile(fresh.database(), dataKey, looked->log, newestSchema);
  if (!again || again->rows != looked->rows)
    return fail(ErrorCode::BackupUnproven, {source.path()});
  return {};
}

/// An older backup becomes a register of today's form; the backup itself keeps the old one.
Result<void> bringUpToDate(const RegisterFolder& fresh, const SecretBytes& dataKey, const Entry& entry,
                           const Clock& clock, const Registry& registry) {
  auto keys = KeyFile::load(fresh.path());
  if (!keys)
    return std::unexpected(keys.error());
  const auto migrated = migrate(std::make_shared<SignIn>(fresh, dataKey.clone(), std::move(*keys)), entry.user, clock,
                                registry, OldRegister::StandsElsewhere);
  if (!migrated && migrated.error().code == ErrorCode::WrongPassword)
    return fail(entry.unknownUser, {entry.user});
  return migrated ? Result<void>{} : std::unexpected(migrated.error());
}

/// The account of the copy must be one that may back up, and its log says that it was restored, before it takes its
/// place.
Result<void> signInAndLog(const QString& folder, const RegisterFolder& source, const Entry& entry) {
  auto store = entry.open(folder);
  if (!store)
    return std::unexpected(store.error());
  if (auto allowed = (*store)->require(Capability::BackUp); !allowed)
    return allowed;
  return (*store)->tables().log().append(LogAction::Restore, QStringLiteral("file"),
                                         QFileInfo(source.path()).fileName());
}

/// Gives the finished folder its name. Answers where what stood there lies now.
Result<QString> takePlace(PartialFolder& part, const RegisterFolder& target, const QString& user, const Clock& clock) {
  QString aside;
  if (target.exists()) {
    std::optional<WriterLock> lock;
    if (target.looksLikeRegister()) {
      auto taken = WriterLock::acquire(target, user, clock);
      if (!taken)
        return std::unexpected(taken.error());
      lock = std::move(*taken);
    }
    aside = freeFolderName(QFileInfo(target.path()).absolutePath() + QLatin1Char('/') + target.name() +
                           QStringLiteral("-before-restore-") + stampOf(clock.now()));
    if (auto moved = moveDurably(target.path(), aside); !moved)
      return std::unexpected(moved.error());
  }
  if (auto finished = part.finish(target.path()); !finished) {
    if (!aside.isEmpty())
      static_cast<void>(moveDurably(aside, target.path()));
    return std::unexpected(finished.error());
  }
  // The backups belong to the register that stands here, the one they were made of lies aside.
  if (!aside.isEmpty() && QDir().rmdir(target.backups()))
    static_cast<void>(moveDurably(RegisterFolder(aside).backups(), target.backups()));
  return aside;
}

Result<QString> bringBack(const RegisterFolder& source, const RegisterFolder& target, const Entry& entry,
                          const Clock& clock, const Registry& registry, const Progress& progress) {
  if (source.path() == target.path())
    return fail(ErrorCode::WrongUse, {QStringLiteral("restore onto itself")});
  if (auto is = source.mustBeRegister(); !is)
    return std::unexpected(is.error());
  if (auto may = mayStandAside(target); !may)
    return std::unexpected(may.error());
  auto keys = KeyFile::load(source.path());
  if (!keys)
    return std::unexpected(keys.error());
  auto dataKey = entry.unlock(*keys);
  if (!dataKey)
    return std::unexpected(dataKey.error());
  auto part = PartialFolder::make(target.path() + QStringLiteral(".restoring"), *dataKey);
  if (!part)
    return std::unexpected(part.error());
  if (auto copied =
          copyLookedThrough(source, *keys, *dataKey, RegisterFolder(part->path()), registry.newestSchema(), progress);
      !copied)
    return std::unexpected(copied.error());
  if (auto done = bringUpToDate(RegisterFolder(part->path()), *dataKey, entry, clock, registry); !done)
    return std::unexpected(done.error());
  if (auto logged = signInAndLog(part->path(), source, entry); !logged)
    return std::unexpected(logged.error());
  return takePlace(*part, target, entry.user, clock);
}

} // namespace

Result<QString> restore(const QString& backup, const QString& folder, const QString& user, const SecretBytes& password,
                        const Clock& clock, const Registry& registry, const Progress& progress) {
  const RegisterFolder source(backup);
  const RegisterFolder target(folder);
  const auto unlock = [&](const KeyFile& keys) -> Result<SecretBytes> {
    SignInAttempts attempts(target.looksLikeRegister() ? target.path() : source.path());
    if (auto may = attempts.mayTry(clock.now()); !may)
      return std::unexpected(may.error());
    auto dataKey = keys.unlock(user, password);
    if (!dataKey && dataKey.error().code == ErrorCode::WrongPassword)
      attempts.add({clock.now(), user});
    return dataKey;
  };
  const auto open = [&](const QString& fresh) { return RegisterStore::open(fresh, user, password, clock, registry); };
  return bringBack(source, target, {user, ErrorCode::WrongPassword, unlock, open}, clock, registry, progress);
}

Result<QString> restoreWithRecovery(const QString& backup, const QString& folder, const QString& recoverySecret,
                                    const QString& user, const SecretBytes& newPassword, const Clock& clock,
                                    const Registry& registry, KeyCost cost, const Progress& progress) {
  if (auto strong = checkPassword(newPassword); !strong)
    return std::unexpected(strong.error());
  const auto unlock = [&](const KeyFile& keys) { return keys.unlockWithRecovery(recoverySecret); };
  const auto open = [&](const QString& fresh) {
    return RegisterStore::openWithRecovery(fresh, recoverySecret, user, newPassword, clock, registry, cost);
  };
  return bringBack(RegisterFolder(backup), RegisterFolder(folder), {user, ErrorCode::UserUnknown, unlock, open}, clock,
                   registry, progress);
}

} // namespace xueji
