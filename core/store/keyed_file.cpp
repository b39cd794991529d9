#include "keyed_file.h"

#include "store/connection.h"

#include <QUrl>
#include <algorithm>
#include <sqlite3.h>

namespace xueji {

namespace {

constexpr auto kPinnedVersion = "4.6.1 community";

QByteArray addressOf(const QString& file, FileMode mode) {
  if (mode != FileMode::Immutable)
    return file.toUtf8();
  return QUrl::fromLocalFile(file).toEncoded() + "?immutable=1";
}

int flagsOf(FileMode mode) {
  switch (mode) {
  case FileMode::Write:
    return SQLITE_OPEN_READWRITE;
  case FileMode::Read:
    return SQLITE_OPEN_READONLY;
  case FileMode::Immutable:
    return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  case FileMode::Create:
    return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return SQLITE_OPEN_READONLY;
}

/// The key in SQLCipher's raw form x'...'; another length would be taken for a passphrase.
int giveKey(sqlite3* connection, const SecretBytes& dataKey) {
  const SecretBytes digits = dataKey.hex();
  SecretBytes raw(3 + digits.size());
  raw.data()[0] = 'x';
  raw.data()[1] = '\'';
  std::copy_n(digits.data(), digits.size(), raw.data() + 2);
  raw.data()[2 + digits.size()] = '\'';
  return sqlite3_key(connection, raw.data(), static_cast<int>(raw.size()));
}

} // namespace

void ConnectionCloser::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

Result<KeyedFile> openKeyed(const QString& file, const SecretBytes& dataKey, FileMode mode) {
  if (dataKey.size() != Connection::kKeySize)
    return fail(ErrorCode::Internal, {"data key: length"});
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(addressOf(file, mode).constData(), &opened, flagsOf(mode), nullptr);
  KeyedFile connection(opened);
  if (code != SQLITE_OK)
    return std::unexpected(sqliteError(code, file, "open"));
  sqlite3_extended_result_codes(opened, 1);
  sqlite3_busy_timeout(opened, kBusyMilliseconds);
  if (giveKey(opened, dataKey) != SQLITE_OK)
    return fail(ErrorCode::Internal, {"data key: refused"});
  const auto version = ask(opened, file, "PRAGMA cipher_version");
  if (!version)
    return std::unexpected(version.error());
  if (*version != QLatin1String(kPinnedVersion))
    return fail(ErrorCode::Internal, {"cipher version", *version});
  if (auto pinned = run(opened, file, "PRAGMA cipher_compatibility = 4"); !pinned)
    return std::unexpected(pinned.error());
  return connection;
}

Result<void> run(sqlite3* connection, const QString& file, const char* sql) {
  const int code = sqlite3_exec(connection, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK)
    return std::unexpected(sqliteError(code, file, "open sequence"));
  return {};
}

Result<QString> ask(sqlite3* connection, const QString& file, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(connection, sql, -1, &statement, nullptr);
  const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> owner(statement, &sqlite3_finalize);
  if (code == SQLITE_OK)
    code = sqlite3_step(statement);
  if (code == SQLITE_DONE)
    return QString();
  if (code != SQLITE_ROW)
    return std::unexpected(sqliteError(code, file, "open sequence"));
  return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
}

Error sqliteError(int code, const QString& file, const QString& place) {
  switch (code & 0xff) {
  case SQLITE_FULL:
    return {ErrorCode::DiskFull, {file}};
  case SQLITE_READONLY:
  case SQLITE_PERM:
    return {ErrorCode::NotWritable, {file}};
  case SQLITE_NOTADB:
  case SQLITE_CORRUPT:
  case SQLITE_FORMAT:
  case SQLITE_NOMEM: // what SQLCipher answers to every read after one page with a broken seal
    return {ErrorCode::RegisterDamaged, {file}};
  case SQLITE_CANTOPEN:
    return {ErrorCode::ReadFailed, {file}};
  case SQLITE_IOERR:
    if (code == SQLITE_IOERR_SHMSIZE)
      return {ErrorCode::DiskFull, {file}};
    if (code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ)
      return {ErrorCode::ReadFailed, {file}};
    return {ErrorCode::WriteFailed, {file}};
  case SQLITE_INTERRUPT:
    return {ErrorCode::Cancelled, {}};
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return {ErrorCode::RegisterBusy, {}};
  default:
    return {ErrorCode::Internal, {place, QString::number(code)}};
  }
}

} // namespace xueji
