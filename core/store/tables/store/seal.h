#pragma once

#include "seal/keyed_hash.h"
#include "store/raw_rows.h"

#include <vector>

namespace xueji {

inline constexpr char kSealKeyContext[9] = "xujiseal";

/// What a seal says of every row of a table, made once: the table's name, and of each column of the statement that
/// reads it the name and the declared default.
class SealedTable {
public:
  /// Of rows of `SELECT *`; the column that changes (voided_by) is not sealed.
  static Result<SealedTable> of(const Connection& connection, const QString& table, const RawRows& rows);

private:
  friend class Seal;
  struct Column {
    QByteArray name; ///< with its length before it
    bool sealed = true;
    bool hasDefault = false;
    QByteArray usual;
  };
  QByteArray m_head; ///< begins every row
  std::vector<Column> m_columns;
};

/// The seal over what one transaction wrote: keyed BLAKE2b (32 bytes) over rows of tables in the order (table, id). Of
/// each row the table's name, then of each column its name, storage class, length (64 bits, big-endian) and bytes;
/// columns at their default are left out, so that a column added by a later schema keeps old seals valid. A mark says
/// that an act of the transaction voided a row written earlier.
class Seal {
public:
  explicit Seal(const SecretBytes& key);

  void addRow(const SealedTable& table, const RawRows& row);
  void addMark(const QByteArray& table, qint64 row, qint64 act);
  QByteArray finish();

private:
  KeyedHash m_hash;
  QByteArray m_row; ///< one row put together: hashed at once
};

/// "acts=12-14 seal=…" as it ends the detail of a log row; "approvals=3-3 seal=…" where nothing but approvals was
/// written.
struct SealNote {
  enum class Of { Acts, Approvals };
  qint64 first = 0;
  qint64 last = 0;
  QByteArray seal;
  Of of = Of::Acts;
  QString text() const;
  /// Of a log row's detail; nothing where it carries none.
  static std::optional<SealNote> read(const QString& detail);
  /// The detail without it.
  static QString without(const QString& detail);
};

} // namespace xueji
