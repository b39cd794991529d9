#include "sqlcipher_driver.h"

#include "sqlcipher_result.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <sqlite3.h>

namespace xueji {

QMetaType columnType(const QString& declared) {
  const QString type = declared.toLower();
  if (type == QLatin1String("integer") || type == QLatin1String("int"))
    return QMetaType(QMetaType::Int);
  if (type == QLatin1String("double") || type == QLatin1String("float") || type == QLatin1String("real") ||
      type.startsWith(QLatin1String("numeric")))
    return QMetaType(QMetaType::Double);
  if (type == QLatin1String("blob"))
    return QMetaType(QMetaType::QByteArray);
  if (type == QLatin1String("boolean") || type == QLatin1String("bool"))
    return QMetaType(QMetaType::Bool);
  return QMetaType(QMetaType::QString);
}

SqlCipherDriver::SqlCipherDriver(sqlite3* keyed, QObject* parent) : QSqlDriver(parent), m_connection(keyed) {
  setOpen(keyed != nullptr);
  setOpenError(keyed == nullptr);
}

SqlCipherDriver::~SqlCipherDriver() {
  close();
}

bool SqlCipherDriver::hasFeature(DriverFeature feature) const {
  switch (feature) {
  case BLOB:
  case Transactions:
  case Unicode:
  case LastInsertId:
  case PreparedQueries:
  case PositionalPlaceholders:
  case NamedPlaceholders:
  case SimpleLocking:
  case FinishQuery:
  case LowPrecisionNumbers:
    return true;
  case QuerySize:
  case BatchOperations:
  case EventNotifications:
  case MultipleResultSets:
  case CancelQuery:
    return false;
  }
  return false;
}

bool SqlCipherDriver::open(const QString&, const QString&, const QString&, const QString&, int, const QString&) {
  if (isOpen())
    return true;
  setLastError(
      QSqlError(QStringLiteral("A register is opened with its keys only"), QString(), QSqlError::ConnectionError));
  setOpenError(true);
  return false;
}

void SqlCipherDriver::close() {
  if (!m_connection)
    return;
  for (SqlCipherResult* result : std::as_const(m_results))
    result->dropStatement();
  sqlite3_close_v2(m_connection);
  m_connection = nullptr;
  setOpen(false);
  setOpenError(false);
}

QSqlResult* SqlCipherDriver::createResult() const {
  return new SqlCipherResult(this);
}

bool SqlCipherDriver::runTransactionStatement(const char* sql, const QString& failure) {
  if (!isOpen() || isOpenError())
    return false;
  const int code = sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr);
  if (code == SQLITE_OK)
    return true;
  setLastError(QSqlError(failure, QString::fromUtf8(sqlite3_errmsg(m_connection)), QSqlError::TransactionError,
                         QString::number(code)));
  return false;
}

bool SqlCipherDriver::beginTransaction() {
  return runTransactionStatement("BEGIN", QStringLiteral("Unable to begin transaction"));
}

bool SqlCipherDriver::commitTransaction() {
  return runTransactionStatement("COMMIT", QStringLiteral("Unable to commit transaction"));
}

bool SqlCipherDriver::rollbackTransaction() {
  return runTransactionStatement("ROLLBACK", QStringLiteral("Unable to rollback transaction"));
}

QStringList SqlCipherDriver::tables(QSql::TableType type) const {
  QStringList names;
  if (!isOpen())
    return names;
  QString kinds;
  if (type & QSql::Tables)
    kinds = QStringLiteral("type = 'table'");
  if (type & QSql::Views)
    kinds += (kinds.isEmpty() ? QString() : QStringLiteral(" OR ")) + QStringLiteral("type = 'view'");
  QSqlQuery query(createResult());
  query.setForwardOnly(true);
  if (!kinds.isEmpty() && query.exec(QStringLiteral("SELECT name FROM sqlite_master WHERE %1 UNION ALL "
                                                    "SELECT name FROM sqlite_temp_master WHERE %1")
                                         .arg(kinds))) {
    while (query.next())
      names.append(query.value(0).toString());
  }
  if (type & QSql::SystemTables)
    names.append(QStringLiteral("sqlite_master"));
  return names;
}

QSqlIndex SqlCipherDriver::columnsOf(const QString& table, bool onlyPrimary) const {
  QString name = table;
  QString schema;
  if (isIdentifierEscaped(name, QSqlDriver::TableName))
    name = stripDelimiters(name, QSqlDriver::TableName);
  else if (const qsizetype dot = name.indexOf(u'.'); dot > -1) {
    schema = escapeIdentifier(name.left(dot), QSqlDriver::TableName) + u'.';
    name = name.mid(dot + 1);
  }
  QSqlIndex columns;
  QSqlQuery query(createResult());
  query.setForwardOnly(true);
  if (!isOpen() || !query.exec(QStringLiteral("PRAGMA ") + schema + QStringLiteral("table_info(") +
                               escapeIdentifier(name, QSqlDriver::TableName) + u')'))
    return columns;
  while (query.next()) {
    const bool primary = query.value(5).toInt() != 0;
    if (onlyPrimary && !primary)
      continue;
    const QString declared = query.value(2).toString().toLower();
    QString byDefault = query.value(4).toString();
    if (byDefault.startsWith(u'\'') && byDefault.lastIndexOf(u'\'') > 0)
      byDefault = byDefault.mid(1, byDefault.lastIndexOf(u'\'') - 1);
    QSqlField field(query.value(1).toString(), columnType(declared), schema.isEmpty() ? name : table);
    // Only INTEGER PRIMARY KEY numbers itself; INT PRIMARY KEY does not.
    if (primary && declared == QLatin1String("integer"))
      field.setAutoValue(true);
    field.setRequired(query.value(3).toInt() != 0);
    field.setDefaultValue(byDefault);
    columns.append(field);
  }
  return columns;
}

QSqlIndex SqlCipherDriver::primaryIndex(const QString& table) const {
  return isOpen() ? columnsOf(table, true) : QSqlIndex();
}

QSqlRecord SqlCipherDriver::record(const QString& table) const {
  return isOpen() ? QSqlRecord(columnsOf(table, false)) : QSqlRecord();
}

QString SqlCipherDriver::escapeIdentifier(const QString& identifier, IdentifierType type) const {
  const bool quoted = identifier.startsWith(u'"') || identifier.endsWith(u'"');
  const bool bracketed = identifier.contains(u'[') && identifier.contains(u']');
  if (identifier.isEmpty() || quoted || bracketed)
    return identifier;
  QString escaped = identifier;
  escaped.replace(u'"', QLatin1String("\"\""));
  if (type == TableName)
    escaped.replace(u'.', QLatin1String("\".\""));
  return u'"' + escaped + u'"';
}

} // namespace xueji
