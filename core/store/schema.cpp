#include "store/schema.h"

#include "store/durable_file.h"
#include "store/keyed_file.h"
#include "store/sqlcipher_driver.h"

#include <QDir>
#include <QFile>
#include <algorithm>

namespace xueji {

namespace {

void removeDatabase(const QString& file) {
  for (const char* ending : {"", "-wal", "-shm", "-journal"})
    QFile::remove(file + QLatin1String(ending));
}

/// The copy, brought up to date, checked and closed; its write-ahead log is empty then.
Result<void> upgradeCopy(const QString& copy, const SecretBytes& dataKey, const QList<SchemaStep>& steps, int from) {
  const int newest = steps.last().version;
  auto connection = Connection::open(copy, dataKey, Access::Write, newest);
  if (!connection)
    return std::unexpected(connection.error());
  QSqlDatabase database = (*connection)->database();
  sqlite3* handle = (*connection)->handle();
  if (auto sound = (*connection)->checkIntegrity(); !sound)
    return sound;
  if (auto begun = run(handle, copy, "BEGIN IMMEDIATE"); !begun)
    return begun;
  Result<void> done = applySchema(database, steps, from);
  if (done)
    done = run(handle, copy, ("PRAGMA user_version = " + QByteArray::number(newest) + "; COMMIT").constData());
  if (done)
    done = (*connection)->checkIntegrity();
  if (done)
    done = (*connection)->checkpoint();
  return done;
}

} // namespace

QList<SchemaStep> schemaSteps() {
  QList<SchemaStep> steps;
  const QDir folder(QStringLiteral(":/schema"));
  const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
  for (const QString& name : names) {
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::ReadOnly))
      steps << SchemaStep{name.left(3).toInt(), QString::fromUtf8(file.readAll())};
  }
  return steps;
}

int newestSchema() {
  const QList<SchemaStep> steps = schemaSteps();
  return steps.isEmpty() ? 0 : steps.last().version;
}

Result<void> applySchema(QSqlDatabase& database, const QList<SchemaStep>& steps, int from) {
  sqlite3* handle = static_cast<SqlCipherDriver*>(database.driver())->connection();
  int version = from;
  for (const SchemaStep& step : steps) {
    if (step.version <= from)
      continue;
    if (step.version != ++version)
      return fail(ErrorCode::Internal, {QStringLiteral("schema step missing"), QString::number(version)});
    if (auto ran = run(handle, QString(), step.sql.toUtf8().constData()); !ran)
      return ran;
  }
  return version > from ? Result<void>{} : fail(ErrorCode::Internal, {QStringLiteral("no schema step")});
}

Result<int> migrate(const RegisterFolder& folder, const SecretBytes& dataKey, const QList<SchemaStep>& steps,
                    const QDateTime& now) {
  const int newest = steps.isEmpty() ? 0 : steps.last().version;
  const QString copy = folder.database() + QStringLiteral(".upgrade");
  int found = 0;
  {
    auto old = Connection::open(folder.database(), dataKey, Access::Write, newest);
    if (!old)
      return std::unexpected(old.error());
    found = (*old)->schemaVersion();
    if (found == newest)
      return found;
    removeDatabase(copy);
    const QString kept = folder.backups() + QStringLiteral("/before-schema-%1-%2.db")
                                                .arg(newest)
                                                .arg(now.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    QDir().mkpath(folder.backups());
    Result<void> ready = (*old)->checkIntegrity();
    if (ready)
      ready = (*old)->copyTo(kept, dataKey, {});
    if (ready)
      ready = (*old)->copyTo(copy, dataKey, {});
    if (ready)
      ready = (*old)->checkpoint();
    if (!ready) {
      removeDatabase(copy);
      return std::unexpected(ready.error());
    }
  }
  Result<void> done = upgradeCopy(copy, dataKey, steps, found);
  if (done)
    done = syncFile(copy);
  // The last connection to close has emptied and removed the old file's write-ahead log, which must not meet the new
  // file.
  if (done && QFile::exists(folder.database() + QStringLiteral("-wal")))
    done = fail(ErrorCode::RegisterInUse);
  if (done && std::rename(QFile::encodeName(copy).constData(), QFile::encodeName(folder.database()).constData()) != 0)
    done = fail(ErrorCode::WriteFailed, {folder.database()});
  if (done)
    done = syncFolder(folder.path());
  removeDatabase(copy);
  if (!done)
    return std::unexpected(done.error());
  return found;
}

} // namespace xueji
