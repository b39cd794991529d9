#pragma once

#include "domain/error.h"
#include "seal/secret_bytes.h"

#include <QString>
#include <memory>
#include <optional>

struct sqlite3;

namespace xueji {

struct ConnectionCloser {
  void operator()(sqlite3* connection) const;
};
using KeyedFile = std::unique_ptr<sqlite3, ConnectionCloser>;

/// How long a statement waits for another connection before it is refused (SQLITE_BUSY).
inline constexpr int kBusyMilliseconds = 10000;

enum class FileMode { Write, Read, Immutable, Create };

/// A connection that has its key and the pinned SQLCipher behind it (4.6.1 community, format 4); the key is not yet
/// tried by reading. Errors: Internal (wrong key length, a foreign SQLite), otherwise by the code of SQLite.
Result<KeyedFile> openKeyed(const QString& file, const SecretBytes& dataKey, FileMode mode);

/// Runs SQL without values or results of interest.
Result<void> run(sqlite3* connection, const QString& file, const char* sql);
/// First column of the first row as text; empty without a row.
Result<QString> ask(sqlite3* connection, const QString& file, const char* sql);

/// Ours for SQLite's result code; `place` only for what should not be.
Error sqliteError(int code, const QString& file, const QString& place);

} // namespace xueji
