#include "store/connection.h"

#include "keyed_file.h"
#include "platform/durable_file.h"
#include "platform/paths.h"
#include "sqlcipher_driver.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <atomic>
#include <sqlite3.h>

namespace xueji {

namespace {

constexpr char kPlainHeader[] = "SQLite format 3";

QByteArray headOf(const QString& file) {
  QFile opened(file);
  return opened.open(QIODevice::ReadOnly) ? opened.read(16) : QByteArray();
}

/// What the file is before any key is tried.
Result<void> mustLookEncrypted(const QString& file) {
  const QFileInfo found(file);
  if (!found.isFile())
    return fail(ErrorCode::RegisterMissing, {file});
  if (!found.isReadable())
    return fail(ErrorCode::ReadFailed, {file});
  if (headOf(file).startsWith(kPlainHeader))
    return fail(ErrorCode::NotARegister, {file});
  if (found.size() < Connection::kPageSize)
    return fail(ErrorCode::RegisterDamaged, {file});
  return {};
}

/// SQLite reads no first page with this key. Page seals tell why: none fits (another key, another file), or some do
/// (damage).
Error whyUnreadable(sqlite3* connection, const QString& file) {
  const qint64 pages = QFileInfo(file).size() / Connection::kPageSize;
  qint64 broken = 0;
  sqlite3_exec(
      connection, "PRAGMA cipher_integrity_check",
      [](void* count, int, char**, char**) {
        ++*static_cast<qint64*>(count);
        return 0;
      },
      &broken, nullptr);
  if (broken < pages)
    return {ErrorCode::RegisterDamaged, {file}};
  return {ErrorCode::KeyDoesNotFit, {file}};
}

FileMode modeFor(const QString& file, Access access) {
  if (access == Access::Write || (isWritable(file) && isWritable(QFileInfo(file).absolutePath())))
    return FileMode::Write;
  return QFileInfo(file + "-wal").size() > 0 ? FileMode::Read : FileMode::Immutable;
}

Result<int> checkIdentity(sqlite3* connection, const QString& file, int newestSchema) {
  const auto application = ask(connection, file, "PRAGMA application_id");
  const auto version = ask(connection, file, "PRAGMA user_version");
  if (!application || !version)
    return std::unexpected(application ? version.error() : application.error());
  if (static_cast<quint32>(application->toInt()) != Connection::kApplicationId)
    return fail(ErrorCode::NotARegister, {file});
  if (version->toInt() > newestSchema)
    return fail(ErrorCode::RegisterNewer, {*version, QString::number(newestSchema)});
  return version->toInt();
}

Result<void> setUp(sqlite3* connection, const QString& file, FileMode mode, Access access) {
  constexpr auto kAlways = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;"
                           "PRAGMA cache_size = -65536; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;"
                           "PRAGMA cell_size_check = ON";
  if (auto set = run(connection, file, kAlways); !set)
    return set;
  if (mode == FileMode::Write) {
    const auto journal = ask(connection, file, "PRAGMA journal_mode = WAL");
    if (!journal)
      return std::unexpected(journal.error());
    if (*journal != QLatin1String("wal"))
      return fail(ErrorCode::Internal, {"journal mode", *journal});
  }
  return access == Access::Read ? run(connection, file, "PRAGMA query_only = ON") : Result<void>{};
}

} // namespace

Connection::Connection(QString file, Access access) : m_file(std::move(file)), m_access(access) {}

Connection::~Connection() {
  m_database = QSqlDatabase();
  if (!m_name.isEmpty())
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Connection::attach(sqlite3* keyed) {
  static std::atomic<quint64> made = 0;
  m_name = QStringLiteral("xueji-%1").arg(++made);
  m_database = QSqlDatabase::addDatabase(new SqlCipherDriver(keyed), m_name);
  if (!m_database.isOpen())
    return fail(ErrorCode::Internal, {"driver not open"});
  return {};
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& file, const SecretBytes& dataKey, Access access,
                                                     int newestSchema) {
  if (auto looks = mustLookEncrypted(file); !looks)
    return std::unexpected(looks.error());
  if (access == Access::Write && !(isWritable(file) && isWritable(QFileInfo(file).absolutePath())))
    return fail(ErrorCode::NotWritable, {file});
  const FileMode mode = modeFor(file, access);
  auto keyed = openKeyed(file, dataKey, mode);
  if (!keyed)
    return std::unexpected(keyed.error());
  // Only reading tests a key; giving it always succeeds.
  const int readable = sqlite3_exec(keyed->get(), "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr);
  if ((readable & 0xff) == SQLITE_NOTADB) {
    // A failed read poisons the connection: the seals are asked for on a fresh one.
    keyed = openKeyed(file, dataKey, FileMode::Immutable);
    return std::unexpected(keyed ? whyUnreadable(keyed->get(), file) : keyed.error());
  }
  if (readable != SQLITE_OK)
    return std::unexpected(sqliteError(readable, file, "first read"));
  const auto schema = checkIdentity(keyed->get(), file, newestSchema);
  if (!schema)
    return std::unexpected(schema.error());
  if (auto set = setUp(keyed->get(), file, mode, access); !set)
    return std::unexpected(set.error());
  std::unique_ptr<Connection> connection(new Connection(file, access));
  connection->m_schemaVersion = *schema;
  if (auto attached = connection->attach(keyed->release()); !attached)
    return std::unexpected(attached.error());
  return connection;
}

Result<void> Connection::create(const QString& file, const SecretBytes& dataKey, int schemaVersion,
                                const std::function<Result<void>(QSqlDatabase&)>& build) {
  if (QFileInfo::exists(file))
    return fail(ErrorCode::RegisterExists, {file});
  const QString part = file + ".new";
  QFile::remove(part);
  QFile::remove(part + "-journal");
  const auto fill = [&]() -> Result<void> {
    auto keyed = openKeyed(part, dataKey, FileMode::Create);
    if (!keyed)
      return std::unexpected(keyed.error());
    if (auto set = run(keyed->get(), part, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; BEGIN"); !set)
      return set;
    Connection connection(part, Access::Write);
    if (auto attached = connection.attach(keyed->release()); !attached)
      return attached;
    if (auto built = build(connection.m_database); !built)
      return built;
    const QByteArray finish = "PRAGMA application_id = " + QByteArray::number(kApplicationId) +
                              "; PRAGMA user_version = " + QByteArray::number(schemaVersion) + "; COMMIT";
    return run(connection.handle(), part, finish.constData());
  };
  Result<void> done = fill();
  // An empty or plain file here would mean that the key was not used.
  if (done && (QFileInfo(part).size() < kPageSize || headOf(part).startsWith(kPlainHeader)))
    done = fail(ErrorCode::Internal, {"new file not encrypted"});
  if (done)
    done = syncFile(part);
  if (done)
    done = moveDurably(part, file);
  if (!done) {
    QFile::remove(part);
    QFile::remove(part + "-journal");
  }
  return done;
}

Error Connection::error(const QSqlError& error, const QString& place) const {
  bool isNumber = false;
  const int code = error.nativeErrorCode().toInt(&isNumber);
  return isNumber ? sqliteError(code, m_file, place) : Error{ErrorCode::Internal, {place}};
}

sqlite3* Connection::handle() const {
  return static_cast<SqlCipherDriver*>(m_database.driver())->connection();
}

Result<void> Connection::copyTo(const QString& target, const SecretBytes& targetKey, const Progress& progress) const {
  if (QFileInfo::exists(target))
    return fail(ErrorCode::RegisterExists, {target});
  const QString part = target + ".new";
  QFile::remove(part);
  const auto copy = [&]() -> Result<void> {
    auto destination = openKeyed(part, targetKey, FileMode::Create);
    if (!destination)
      return std::unexpected(destination.error());
    sqlite3_backup* backup = sqlite3_backup_init(destination->get(), "main", handle(), "main");
    if (!backup)
      return std::unexpected(sqliteError(sqlite3_extended_errcode(destination->get()), part, "backup"));
    int code = SQLITE_OK;
    bool wanted = true;
    while (wanted && (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)) {
      code = sqlite3_backup_step(backup, 128);
      const int total = sqlite3_backup_pagecount(backup);
      wanted = goesOn(progress, total - sqlite3_backup_remaining(backup), total);
    }
    const int ended = sqlite3_backup_finish(backup);
    if (!wanted && code != SQLITE_DONE)
      return fail(ErrorCode::Cancelled);
    if (ended != SQLITE_OK)
      return std::unexpected(sqliteError(ended, part, "backup"));
    return {};
  };
  Result<void> done = copy();
  if (done && headOf(part).startsWith(kPlainHeader))
    done = fail(ErrorCode::Internal, {"copy not encrypted"});
  if (done)
    done = syncFile(part);
  if (done)
    done = moveDurably(part, target);
  if (!done)
    QFile::remove(part);
  return done;
}

Result<void> Connection::checkIntegrity() const {
  // Page seals are read from the file itself: the log is moved into it and other writers wait meanwhile.
  const bool alone = m_access == Access::Write && sqlite3_get_autocommit(handle());
  if (alone) {
    if (auto moved = checkpoint(); !moved)
      return moved;
    if (auto begun = run(handle(), m_file, "BEGIN IMMEDIATE"); !begun)
      return begun;
  }
  Result<void> verdict;
  const auto broken = ask(handle(), m_file, "PRAGMA cipher_integrity_check");
  if (!broken || !broken->isNull())
    verdict = broken ? fail(ErrorCode::RegisterDamaged, {m_file}) : Result<void>(std::unexpected(broken.error()));
  const auto sound = ask(handle(), m_file, "PRAGMA integrity_check(1)");
  if (verdict && (!sound || *sound != QLatin1String("ok")))
    verdict = fail(ErrorCode::RegisterDamaged, {m_file});
  if (alone)
    sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  return verdict;
}

Result<void> Connection::checkpoint() const {
  const int code = sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  // Busy: somebody reads an older state; what could be moved has been.
  if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
    return std::unexpected(sqliteError(code, m_file, "checkpoint"));
  return {};
}

} // namespace xueji
