#pragma once

#include "store/raw_rows.h"
#include "store/secret_bytes.h"

#include <QHash>
#include <QSet>

namespace xueji {

inline constexpr char kSealKeyContext[9] = "xujiseal";

/// The seal over what one transaction wrote: keyed BLAKE2b (32 bytes) over rows of tables in the order (table, id). Of
/// each row the table's name, then of each column its name, storage class, length (64 bits, big-endian) and bytes;
/// columns at their default are left out, so that a column added by a later schema keeps old seals valid. A mark says
/// that an act of the transaction voided a row written earlier.
class Seal {
public:
  explicit Seal(const SecretBytes& key);
  ~Seal();
  Seal(const Seal&) = delete;
  Seal& operator=(const Seal&) = delete;

  /// `defaults`: of the table, as defaultsOf() gives them; columns in `without` are not sealed.
  using Defaults = QHash<QByteArray, QByteArray>;
  void addRow(const QByteArray& table, const RawRows& row, const Defaults& defaults,
              const QSet<QByteArray>& without = {});
  void addMark(const QByteArray& table, qint64 row, qint64 act);
  QByteArray finish();

  /// Declared default of every column that has one, as stored bytes.
  static Result<Defaults> defaultsOf(const Connection& connection, const QString& table);

private:
  struct State;
  void add(QByteArrayView bytes);
  void addPart(QByteArrayView bytes);
  std::unique_ptr<State> m_state;
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

/// What is never sealed with a row: the one column that changes.
inline const QSet<QByteArray> kUnsealed = {"voided_by"};

} // namespace xueji
