#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "seal/secret_bytes.h"
#include "store/access.h"

#include <QSqlDatabase>
#include <functional>
#include <memory>

class QSqlError;
struct sqlite3;

namespace xueji {

/// One open, keyed, checked connection to an encrypted file. There is no other way to a QSqlDatabase in the program, so
/// an unencrypted connection cannot be expressed. Belongs to the thread that made it.
class Connection {
public:
  /// "Xuj1", written into every file of ours. (The first form of the register, never released, bore another.)
  static constexpr quint32 kApplicationId = 0x58756A31;
  static constexpr int kPageSize = 4096;
  static constexpr qsizetype kKeySize = 32;

  /// Opens `file` with the 32-byte data key and tries the key by reading. `newestSchema`: the highest user_version
  /// known. Access::Read also works on a read-only disk. The journal is WAL with synchronous=FULL. Errors:
  /// RegisterMissing, NotARegister (another kind of file, a plain SQLite file, another application's), KeyDoesNotFit,
  /// RegisterDamaged, RegisterNewer, NotWritable, DiskFull, ReadFailed, Internal (a foreign SQLite, wrong key length).
  static Result<std::unique_ptr<Connection>> open(const QString& file, const SecretBytes& dataKey, Access access,
                                                  int newestSchema);

  /// Makes a new encrypted file: everything `build` does in the given database happens in one transaction on a
  /// temporary name beside it, `schemaVersion` becomes its user_version, and only the complete, synced file gets the
  /// name `file`. Errors: those of `build`, RegisterExists (the name is taken), NotWritable, DiskFull, WriteFailed,
  /// Internal.
  static Result<void> create(const QString& file, const SecretBytes& dataKey, int schemaVersion,
                             const std::function<Result<void>(QSqlDatabase&)>& build);

  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// A light handle; must not outlive this object, nor may a query made with it.
  QSqlDatabase database() const { return m_database; }
  QString file() const { return m_file; }
  Access access() const { return m_access; }
  /// user_version as found at opening.
  int schemaVersion() const { return m_schemaVersion; }

  /// Turns a failure of the driver into one of ours: disk full, damaged, read-only ... or Internal with `place`. The
  /// text of SQLite never goes further.
  Error error(const QSqlError& error, const QString& place) const;

  /// Copies the whole database by the online backup API into the new file `target` (synced), encrypted with
  /// `targetKey`. Others may read and write meanwhile. `target` must not exist. Errors: RegisterExists, Cancelled
  /// (target removed), DiskFull, ...
  Result<void> copyTo(const QString& target, const SecretBytes& targetKey, const Progress& progress) const;

  /// Every page's seal, then SQLite's own integrity_check (200 MB/s measured). Error:
  /// RegisterDamaged.
  Result<void> checkIntegrity() const;

  /// Moves what the write-ahead log holds into the file and empties the log.
  Result<void> checkpoint() const;

  /// The native handle, for core/store only.
  sqlite3* handle() const;

private:
  Connection(QString file, Access access);
  Result<void> attach(sqlite3* keyed);

  QString m_file;
  Access m_access;
  int m_schemaVersion = 0;
  QString m_name;
  QSqlDatabase m_database;
};

} // namespace xueji
