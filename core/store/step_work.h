#pragma once

#include "raw_cursor.h"
#include "seal/secret_bytes.h"
#include "store/migration_notice.h"

#include <QDate>
#include <QVariant>

namespace xueji {

class Connection;

/// What the computing part of a schema step may use. Its rows belong to one act `migrated` of the school, which is
/// written and sealed for it. This face is frozen like the steps: it may grow, and never change.
class StepWork {
public:
  /// Within the running transaction, the SQL of the step having run. `entered`: UTC.
  StepWork(const Connection& connection, const SecretBytes& dataKey, qint64 act, qint64 user, const QDate& day,
           const QDateTime& entered);

  const SecretBytes& dataKey() const { return m_dataKey; }
  qint64 act() const { return m_act; }
  qint64 user() const { return m_user; } ///< id of who unlocked
  QString day() const;                   ///< the office's day, yyyy-MM-dd
  QString entered() const;               ///< the moment as it is stored

  /// Every row of a query.
  template <class Each>
  Result<void> each(const QString& sql, const Each& each, const QList<qint64>& values = {}) const {
    return eachRawRow(m_connection, sql, each, values);
  }
  /// A statement without rows of its own; integers are bound as such, all else as text.
  Result<void> run(const QString& sql, const QVariantList& values = {});
  /// The next row of a fact's table, of this step's act; `from`: its first day. Answers the row's id.
  Result<qint64> addRow(const QString& table, qint64 subject, const QString& from, const QStringList& columns,
                        const QVariantList& values);

  /// What could not be read goes to the standing notice of the migration.
  void note(const QString& check, const QString& object) { m_notes << MigrationFinding{check, object}; }
  const QList<MigrationFinding>& notes() const { return m_notes; }

private:
  const Connection& m_connection;
  const SecretBytes& m_dataKey;
  qint64 m_act;
  qint64 m_user;
  QDate m_day;
  QDateTime m_entered;
  QList<MigrationFinding> m_notes;
};

} // namespace xueji
