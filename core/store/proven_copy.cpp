#include "proven_copy.h"

#include "log_chain.h"
#include "partial_folder.h"
#include "platform/durable_file.h"
#include "raw_cursor.h"
#include "store/tables.h"
#include "table_counts.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

namespace xueji {

namespace {

Result<qint64> countOfStudents(const Connection& connection) {
  qint64 count = 0;
  auto asked = eachRawRow(connection, QStringLiteral("SELECT count(*) FROM student WHERE status <> 'voided'"),
                          [&](const RawRows& row) { count = row.number(0); });
  return asked ? Result<qint64>(count) : std::unexpected(asked.error());
}

/// The newest row of a log whose chain is broken.
Result<LogHead> newestRow(const Connection& connection) {
  LogHead head;
  auto asked = eachRawRow(connection, QStringLiteral("SELECT id, mac FROM log ORDER BY id DESC LIMIT 1"),
                          [&](const RawRows& row) {
                            head = {row.number(0), row.bytes(1)};
                          });
  return asked ? Result<LogHead>(head) : std::unexpected(asked.error());
}

bool isOfThisWork(const Error& error) {
  return error.code == ErrorCode::Cancelled || error.code == ErrorCode::DiskFull ||
         error.code == ErrorCode::NotWritable || error.code == ErrorCode::PathMissing;
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

Result<LookedFile> lookThroughFile(const QString& file, const SecretBytes& dataKey, const LogHead& expected,
                                   int newestSchema, Faults faults) {
  const bool known = faults == Faults::Known;
  auto connection = Connection::open(file, dataKey, Access::Read, newestSchema);
  if (!connection)
    return std::unexpected(connection.error());
  if (auto sound = (*connection)->checkIntegrity();
      !sound && !(known && sound.error().code == ErrorCode::RegisterDamaged))
    return std::unexpected(sound.error());
  auto rows = tableCounts(**connection);
  if (!rows)
    return std::unexpected(rows.error());
  auto log = checkLogChain(**connection, dataKey.derived(kLogKeyContext), expected);
  if (!log && known && (log.error().code == ErrorCode::LogBroken || log.error().code == ErrorCode::LogRolledBack))
    log = newestRow(**connection);
  if (!log)
    return std::unexpected(log.error());
  auto students = countOfStudents(**connection);
  if (!students)
    return std::unexpected(students.error());
  return LookedFile{*rows, *log, static_cast<int>(*students), (*connection)->schemaVersion()};
}

Result<void> saveCopiedKeys(KeyFile keys, const LogHead& head, const QDateTime& made, const QString& folder,
                            const SecretBytes& dataKey) {
  keys.setLogHead(head);
  if (made.isValid())
    keys.markAsBackup(made);
  else
    keys.markAsRegister();
  return keys.save(folder, dataKey);
}

QString stampOf(const QDateTime& moment) {
  return moment.toLocalTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
}

QString freeFolderName(const QString& stem) {
  QString name = stem + QLatin1String(RegisterFolder::kSuffix);
  for (int number = 2; QFileInfo::exists(name); ++number)
    name = stem + QStringLiteral("-%1").arg(number) + QLatin1String(RegisterFolder::kSuffix);
  return name;
}

Result<BackupProof> makeProvenCopy(const CopyWish& wish, const Progress& progress) {
  SignIn& signIn = *wish.signIn;
  const Result<BackupProof> unproven = fail(ErrorCode::BackupUnproven, {wish.target});
  auto part = PartialFolder::make(wish.target + QStringLiteral(".part"), signIn.dataKey);
  if (!part)
    return std::unexpected(part.error());
  const RegisterFolder place(part->path());
  // The rows that the copy must at least have; others may go on writing meanwhile.
  const auto before = tableCounts(wish.source);
  if (!before)
    return std::unexpected(before.error());
  if (auto copied = wish.source.copyTo(place.database(), signIn.dataKey, progress); !copied)
    return std::unexpected(copied.error());
  const auto after = tableCounts(wish.source);
  if (!after)
    return std::unexpected(after.error());
  const auto looked = lookThroughFile(place.database(), signIn.dataKey, {}, wish.newestSchema, wish.faults);
  if (!looked)
    return isOfThisWork(looked.error()) ? std::unexpected(looked.error()) : unproven;
  LogHead head = looked->log;
  {
    const std::lock_guard guard(signIn.mutex);
    // Of a log that does not fit the keys go on remembering what it should have been.
    if (wish.faults == Faults::Known)
      head = signIn.keys.logHead();
    if (auto saved = saveCopiedKeys(signIn.keys, head, wish.made, place.path(), signIn.dataKey); !saved)
      return std::unexpected(saved.error());
  }
  if (wish.sealsFit) {
    const auto fit = wish.sealsFit(place.database());
    if (!fit)
      return isOfThisWork(fit.error()) ? std::unexpected(fit.error()) : unproven;
    if (!*fit)
      return fail(ErrorCode::BackupUnproven, {wish.target, QStringLiteral("seals")});
  }
  const auto keys = KeyFile::load(place.path());
  if (!keys || !keys->isBackup() || keys->logHead() != head || looked->rows.keys() != before->keys())
    return unproven;
  for (auto it = looked->rows.constBegin(); it != looked->rows.constEnd(); ++it)
    if (it.value() < std::min(before->value(it.key()), after->value(it.key())) ||
        it.value() > std::max(before->value(it.key()), after->value(it.key())))
      return unproven;
  if (auto finished = part->finish(wish.target); !finished)
    return std::unexpected(finished.error());
  return BackupProof{wish.target,
                     wish.made,
                     looked->rows,
                     looked->students,
                     looked->schema,
                     looked->log.rows,
                     logShortCode(looked->log.head)};
}

} // namespace xueji
