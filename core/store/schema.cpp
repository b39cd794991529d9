#include "store/schema.h"

#include "store/durable_file.h"
#include "store/keyed_file.h"
#include "store/sqlcipher_driver.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <sqlite3.h>

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

Result<QHash<QString, QString>> schemaObjects(const QList<SchemaStep>& steps) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  const KeyedFile memory(opened);
  if (code != SQLITE_OK)
    return fail(ErrorCode::Internal, {QStringLiteral("schema in memory")});
  for (const SchemaStep& step : steps)
    if (auto ran = run(memory.get(), QString(), step.sql.toUtf8().constData()); !ran)
      return std::unexpected(ran.error());
  QHash<QString, QString> objects;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(memory.get(), kSchemaObjects.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
    return fail(ErrorCode::Internal, {QStringLiteral("schema in memory")});
  const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> owner(statement, &sqlite3_finalize);
  const auto text = [statement](int column) {
    return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)));
  };
  while (sqlite3_step(statement) == SQLITE_ROW)
    objects.insert(text(0) + QLatin1Char(' ') + text(1), text(2));
  return objects;
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
