#include "store/backup.h"

#include "store/durable_file.h"
#include "store/log_chain.h"
#include "store/partial_folder.h"
#include "store/password_policy.h"
#include "store/schema.h"
#include "store/sign_in_attempts.h"
#include "store/store_session.h"
#include "store/table_counts.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>

namespace xueji {

namespace {

/// A database file opened on its own and looked through: seals, SQLite's checks, log chain, rows.
struct Looked {
  QMap<QString, qint64> rows;
  LogHead log;
  int students = 0;
  int schema = 0;
};

Result<qint64> one(const Connection& connection, const char* sql) {
  QSqlQuery query(connection.database());
  if (!query.exec(QLatin1String(sql)) || !query.next())
    return std::unexpected(connection.error(query.lastError(), QStringLiteral("backup: count")));
  return query.value(0).toLongLong();
}

Result<Looked> lookThrough(const QString& file, const SecretBytes& dataKey, const LogHead& expected, int newestSchema) {
  auto connection = Connection::open(file, dataKey, Access::Read, newestSchema);
  if (!connection)
    return std::unexpected(connection.error());
  if (auto sound = (*connection)->checkIntegrity(); !sound)
    return std::unexpected(sound.error());
  auto rows = tableCounts(**connection);
  if (!rows)
    return std::unexpected(rows.error());
  auto log = checkLogChain(**connection, dataKey.derived(kLogKeyContext), expected);
  if (!log)
    return std::unexpected(log.error());
  auto students = one(**connection, "SELECT count(*) FROM student WHERE status <> 'voided'");
  if (!students)
    return std::unexpected(students.error());
  return Looked{*rows, *log, static_cast<int>(*students), (*connection)->schemaVersion()};
}

bool isOfThisWork(const Error& error) {
  return error.code == ErrorCode::Cancelled || error.code == ErrorCode::DiskFull ||
         error.code == ErrorCode::NotWritable || error.code == ErrorCode::PathMissing;
}

/// The keys as they stand, with the log's head of the copy. `made`: of a backup; invalid for a register.
Result<void> saveKeys(KeyFile keys, const LogHead& head, const QDateTime& made, const QString& folder,
                      const SecretBytes& dataKey) {
  keys.setLogHead(head);
  if (made.isValid())
    keys.markAsBackup(made);
  else
    keys.markAsRegister();
  return keys.save(folder, dataKey);
}

QString stamp(const QDateTime& moment) {
  return moment.toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
}

/// A name that is still free: NAME.xueji, NAME-2.xueji ...
QString freeName(const QString& stem) {
  QString name = stem + QLatin1String(RegisterFolder::kSuffix);
  for (int number = 2; QFileInfo::exists(name); ++number)
    name = stem + QStringLiteral("-%1").arg(number) + QLatin1String(RegisterFolder::kSuffix);
  return name;
}

Result<BackupProof> makeCopy(RegisterStore& store, const QString& target, const Progress& progress) {
  const auto& signIn = store.session().signIn();
  const QDateTime made = store.clock().now();
  auto part = PartialFolder::make(target + QStringLiteral(".part"), signIn->dataKey);
  if (!part)
    return std::unexpected(part.error());
  const RegisterFolder place(part->path());
  const Connection& source = store.session().connection();
  // The rows that the copy must at least have; others may go on writing meanwhile.
  const auto before = tableCounts(source);
  if (!before)
    return std::unexpected(before.error());
  if (auto copied = source.copyTo(place.database(), signIn->dataKey, progress); !copied)
    return std::unexpected(copied.error());
  const auto after = tableCounts(source);
  if (!after)
    return std::unexpected(after.error());
  auto looked = lookThrough(place.database(), signIn->dataKey, {}, store.registry().newestSchema());
  if (looked) {
    const std::lock_guard guard(signIn->mutex);
    if (auto saved = saveKeys(signIn->keys, looked->log, made, place.path(), signIn->dataKey); !saved)
      return std::unexpected(saved.error());
  }
  if (!looked)
    return isOfThisWork(looked.error()) ? std::unexpected(looked.error()) : fail(ErrorCode::BackupUnproven, {target});
  const auto keys = KeyFile::load(place.path());
  if (!keys || !keys->isBackup() || keys->logHead() != looked->log || looked->rows.keys() != before->keys())
    return fail(ErrorCode::BackupUnproven, {target});
  for (auto it = looked->rows.constBegin(); it != looked->rows.constEnd(); ++it)
    if (it.value() < std::min(before->value(it.key()), after->value(it.key())) ||
        it.value() > std::max(before->value(it.key()), after->value(it.key())))
      return fail(ErrorCode::BackupUnproven, {target});
  if (auto finished = part->finish(target); !finished)
    return std::unexpected(finished.error());
  return BackupProof{
      target, made, looked->rows, looked->students, looked->schema, looked->log.rows, logShortCode(looked->log.head)};
}

} // namespace

Result<QMap<QString, qint64>> tableCounts(const Connection& connection) {
  QMap<QString, qint64> counts;
  const QStringList tables = connection.database().tables();
  for (const QString& table : tables) {
    QSqlQuery query(connection.database());
    if (!query.exec(QStringLiteral("SELECT count(*) FROM \"%1\"").arg(table)) || !query.next())
      return std::unexpected(connection.error(query.lastError(), QStringLiteral("count rows")));
    counts.insert(table, query.value(0).toLongLong());
  }
  return counts;
}

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
      freeName(folder + QLatin1Char('/') + own.name() + QLatin1Char('-') + stamp(store.clock().now()));
  auto proof = makeCopy(store, target, progress);
  if (!proof)
    return proof;
  // The backup stands whether or not it can be noted: a full disk here does not unmake it.
  Transaction work = store.begin();
  if (auto begun = work.begun(); !begun)
    return std::unexpected(begun.error());
  if (auto noted = store.settings().set(SettingTable::kLastProvenBackup, proof->toJson()); !noted)
    return std::unexpected(noted.error());
  if (auto logged = store.log().append(LogAction::Backup, QStringLiteral("file"), QFileInfo(target).fileName());
      !logged)
    return std::unexpected(logged.error());
  if (auto done = work.commit(); !done)
    return std::unexpected(done.error());
  return proof;
}

Result<std::optional<BackupProof>> lastProvenBackup(RegisterStore& store) {
  const auto stored = store.settings().value(SettingTable::kLastProvenBackup);
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
  auto looked = lookThrough(source.database(), dataKey, keys.logHead(), newestSchema);
  if (!looked)
    return std::unexpected(looked.error());
  {
    auto connection = Connection::open(source.database(), dataKey, Access::Read, newestSchema);
    if (!connection)
      return std::unexpected(connection.error());
    if (auto copied = (*connection)->copyTo(fresh.database(), dataKey, progress); !copied)
      return copied;
  }
  if (auto saved = saveKeys(keys, looked->log, {}, fresh.path(), dataKey); !saved)
    return saved;
  const auto again = lookThrough(fresh.database(), dataKey, looked->log, newestSchema);
  if (!again || again->rows != looked->rows)
    return fail(ErrorCode::BackupUnproven, {source.path()});
  return {};
}

/// The account of the copy must be one that may back up, and its log says that it was restored, before it takes its
/// place.
Result<void> signInAndLog(const QString& folder, const RegisterFolder& source, const Entry& entry) {
  auto store = entry.open(folder);
  if (!store)
    return std::unexpected(store.error());
  if (auto allowed = (*store)->require(Capability::BackUp); !allowed)
    return allowed;
  return (*store)->log().append(LogAction::Restore, QStringLiteral("file"), QFileInfo(source.path()).fileName());
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
    aside = freeName(QFileInfo(target.path()).absolutePath() + QLatin1Char('/') + target.name() +
                     QStringLiteral("-before-restore-") + stamp(clock.now()));
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
  return bringBack(source, target, {user, unlock, open}, clock, registry, progress);
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
  return bringBack(RegisterFolder(backup), RegisterFolder(folder), {user, unlock, open}, clock, registry, progress);
}

} // namespace xueji
