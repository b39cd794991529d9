#pragma once

#include <QList>
#include <QSqlRecord>
#include <QSqlResult>
#include <QVariant>

struct sqlite3_stmt;

namespace xueji {

class SqlCipherDriver;

/// One statement of the driver and its rows. SQLite steps forward only; rows already read are kept here for going back,
/// unless the query is forward-only.
class SqlCipherResult final : public QSqlResult {
public:
  explicit SqlCipherResult(const SqlCipherDriver* driver);
  ~SqlCipherResult() override;

  /// The driver closes: the statement must go before the connection.
  void dropStatement();

protected:
  bool prepare(const QString& sql) override;
  using QSqlResult::bindValue;
  void bindValue(int place, const QVariant& value, QSql::ParamType type) override;
  bool exec() override;
  bool reset(const QString& sql) override;
  bool fetch(int row) override;
  bool fetchNext() override;
  bool fetchFirst() override;
  bool fetchLast() override;
  QVariant data(int column) override;
  bool isNull(int column) override;
  int size() override { return -1; }
  int numRowsAffected() override;
  QVariant lastInsertId() const override;
  QSqlRecord record() const override;
  void detachFromResultSet() override;

private:
  const SqlCipherDriver* cipherDriver() const;
  void setFailure(const QString& text, int code, int type);
  void forgetRows();
  bool bindAll();
  int bindOne(int place, const QVariant& value);
  bool step();
  bool readRow();
  QVariant readColumn(int column) const;
  void readColumns(bool hasRow);
  qsizetype rowsKept() const { return m_columns == 0 ? 0 : m_cache.size() / m_columns; }
  bool isKept(int row) const;
  const QVariant* cell(int column) const;

  sqlite3_stmt* m_statement = nullptr;
  QSqlRecord m_record;
  int m_columns = 0;
  QList<QVariant> m_values;  ///< bound; SQLite reads text and blobs from here while it steps
  QList<QVariant> m_cache;   ///< rows read, one after the other; of a forward-only query the present one
  bool m_firstWaits = false; ///< exec() has stepped to the first row and nobody has asked for it yet
  bool m_atEnd = false;
  bool m_onlyForward = false;
};

} // namespace xueji
