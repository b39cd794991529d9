#pragma once

#include <QList>
#include <QSqlDriver>

struct sqlite3;

namespace xueji {

class SqlCipherResult;

/// Qt's SQL interface over an SQLCipher connection that is already open and keyed. It is not registered by name and
/// cannot open anything itself, so no connection without a key can come from it. Behaves as Qt's own SQLite driver
/// does, except that it reports no notifications.
class SqlCipherDriver final : public QSqlDriver {
  Q_OBJECT

public:
  /// Takes over `keyed` and closes it with itself.
  explicit SqlCipherDriver(sqlite3* keyed, QObject* parent = nullptr);
  ~SqlCipherDriver() override;

  sqlite3* connection() const { return m_connection; }

  bool hasFeature(DriverFeature feature) const override;
  /// Always refuses unless it is open already; the arguments are not looked at.
  bool open(const QString& db, const QString& user, const QString& password, const QString& host, int port,
            const QString& options) override;
  void close() override;
  QSqlResult* createResult() const override;
  bool beginTransaction() override;
  bool commitTransaction() override;
  bool rollbackTransaction() override;
  QStringList tables(QSql::TableType type) const override;
  QSqlIndex primaryIndex(const QString& table) const override;
  QSqlRecord record(const QString& table) const override;
  QString escapeIdentifier(const QString& identifier, IdentifierType type) const override;

private:
  friend class SqlCipherResult;
  bool runTransactionStatement(const char* sql, const QString& failure);
  QSqlIndex columnsOf(const QString& table, bool onlyPrimary) const;
  void enter(SqlCipherResult* result) const { m_results.append(result); }
  void leave(SqlCipherResult* result) const { m_results.removeOne(result); }

  sqlite3* m_connection;
  mutable QList<SqlCipherResult*> m_results;
};

/// The Qt type of a column declared as `declared` ("INTEGER", "numeric(5,2)", ...), as Qt's own driver maps it.
QMetaType columnType(const QString& declared);

} // namespace xueji
