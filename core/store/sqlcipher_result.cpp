#include "sqlcipher_result.h"

#include "sqlcipher_driver.h"

#include <QDateTime>
#include <QSqlError>
#include <QSqlField>
#include <QUuid>
#include <sqlite3.h>
#include <utility>

namespace xueji {

namespace {

/// Whether the value is NULL to a database: an invalid variant, or a null string, bytes, date ... inside one.
bool isDatabaseNull(const QVariant& value) {
  if (value.isNull())
    return true;
  switch (value.typeId()) {
  case QMetaType::QString:
    return static_cast<const QString*>(value.constData())->isNull();
  case QMetaType::QByteArray:
    return static_cast<const QByteArray*>(value.constData())->isNull();
  case QMetaType::QDateTime:
    return static_cast<const QDateTime*>(value.constData())->isNull();
  case QMetaType::QDate:
    return static_cast<const QDate*>(value.constData())->isNull();
  case QMetaType::QTime:
    return static_cast<const QTime*>(value.constData())->isNull();
  case QMetaType::QUuid:
    return static_cast<const QUuid*>(value.constData())->isNull();
  default:
    return false;
  }
}

int bindText(sqlite3_stmt* statement, int place, const QString& text) {
  return sqlite3_bind_text16(statement, place, text.utf16(), static_cast<int>(text.size() * 2), SQLITE_TRANSIENT);
}

} // namespace

SqlCipherResult::SqlCipherResult(const SqlCipherDriver* driver) : QSqlResult(driver) {
  driver->enter(this);
}

SqlCipherResult::~SqlCipherResult() {
  if (const SqlCipherDriver* driver = cipherDriver())
    driver->leave(this);
  dropStatement();
}

const SqlCipherDriver* SqlCipherResult::cipherDriver() const {
  return static_cast<const SqlCipherDriver*>(driver());
}

void SqlCipherResult::dropStatement() {
  sqlite3_finalize(m_statement);
  m_statement = nullptr;
  m_record.clear();
  forgetRows();
  setAt(QSql::BeforeFirstRow);
  setActive(false);
}

void SqlCipherResult::setFailure(const QString& text, int code, int type) {
  const SqlCipherDriver* driver = cipherDriver();
  const QString native =
      driver && driver->connection() ? QString::fromUtf8(sqlite3_errmsg(driver->connection())) : QString();
  setLastError(QSqlError(text, native, static_cast<QSqlError::ErrorType>(type), QString::number(code)));
}

void SqlCipherResult::forgetRows() {
  m_cache.clear();
  m_columns = 0;
  m_firstWaits = false;
  m_atEnd = false;
}

bool SqlCipherResult::prepare(const QString& sql) {
  const SqlCipherDriver* driver = cipherDriver();
  if (!driver || !driver->isOpen() || driver->isOpenError())
    return false;
  dropStatement();
  setSelect(false);
  const void* tail = nullptr;
  const int code = sqlite3_prepare16_v2(driver->connection(), sql.utf16(), static_cast<int>((sql.size() + 1) * 2),
                                        &m_statement, &tail);
  if (code != SQLITE_OK) {
    setFailure(QStringLiteral("Unable to execute statement"), code, QSqlError::StatementError);
    dropStatement();
    return false;
  }
  if (tail && !QString::fromUtf16(static_cast<const char16_t*>(tail)).trimmed().isEmpty()) {
    setFailure(QStringLiteral("Unable to execute multiple statements at a time"), SQLITE_MISUSE,
               QSqlError::StatementError);
    dropStatement();
    return false;
  }
  return true;
}

bool SqlCipherResult::reset(const QString& sql) {
  return prepare(sql) && exec();
}

bool SqlCipherResult::exec() {
  if (!m_statement) {
    // An empty statement prepares to nothing; Qt's driver says it this way.
    setLastError(
        QSqlError(QStringLiteral("Unable to fetch row"), QStringLiteral("No query"), QSqlError::ConnectionError));
    return false;
  }
  forgetRows();
  m_onlyForward = isForwardOnly();
  // Describing a hundred columns costs more than finding a row by its index: a forward-only query that is asked again
  // keeps the description of the first time.
  if (!m_onlyForward || m_record.count() != sqlite3_column_count(m_statement))
    m_record.clear();
  setAt(QSql::BeforeFirstRow);
  setLastError(QSqlError());
  // The return value repeats the failure of the last step, which has been reported already.
  sqlite3_reset(m_statement);
  if (!bindAll())
    return false;
  m_firstWaits = step();
  if (lastError().isValid()) {
    setSelect(false);
    setActive(false);
    return false;
  }
  setSelect(!m_record.isEmpty());
  setActive(true);
  return true;
}

void SqlCipherResult::bindValue(int place, const QVariant& value, QSql::ParamType type) {
  // Qt makes a name of every place each time. It knows them since the first; then the value alone is new.
  QVariantList& known = boundValues();
  if (type == QSql::In && bindingSyntax() == PositionalBinding && place >= 0 && place < known.size() &&
      bindValueType(place) == QSql::In)
    known[place] = value;
  else
    QSqlResult::bindValue(place, value, type);
}

bool SqlCipherResult::bindAll() {
  const int places = sqlite3_bind_parameter_count(m_statement);
  m_values = boundValues();
  if (bindingSyntax() == NamedBinding) {
    // Qt lists a name used twice twice; SQLite numbers it once.
    QList<QVariant> byPlace;
    for (int place = 1; place <= places; ++place) {
      const char* name = sqlite3_bind_parameter_name(m_statement, place);
      const QVariant value = name ? boundValue(QString::fromUtf8(name)) : QVariant();
      byPlace.append(value);
    }
    if (m_values.size() >= places)
      m_values = byPlace;
  }
  if (m_values.size() != places) {
    setLastError(QSqlError(QStringLiteral("Parameter count mismatch"), QString(), QSqlError::StatementError));
    return false;
  }
  for (int place = 0; place < places; ++place) {
    if (const int code = bindOne(place + 1, m_values.at(place)); code != SQLITE_OK) {
      setFailure(QStringLiteral("Unable to bind parameters"), code, QSqlError::StatementError);
      dropStatement();
      return false;
    }
  }
  return true;
}

int SqlCipherResult::bindOne(int place, const QVariant& value) {
  if (isDatabaseNull(value))
    return sqlite3_bind_null(m_statement, place);
  switch (value.typeId()) {
  case QMetaType::QByteArray: {
    const auto* bytes = static_cast<const QByteArray*>(value.constData());
    return sqlite3_bind_blob(m_statement, place, bytes->constData(), static_cast<int>(bytes->size()), SQLITE_STATIC);
  }
  case QMetaType::Int:
  case QMetaType::Bool:
    return sqlite3_bind_int(m_statement, place, value.toInt());
  case QMetaType::UInt:
  case QMetaType::LongLong:
    return sqlite3_bind_int64(m_statement, place, value.toLongLong());
  case QMetaType::Double:
    return sqlite3_bind_double(m_statement, place, value.toDouble());
  case QMetaType::QDateTime:
    return bindText(m_statement, place, value.toDateTime().toString(Qt::ISODateWithMs));
  case QMetaType::QTime:
    return bindText(m_statement, place, value.toTime().toString(QStringLiteral("hh:mm:ss.zzz")));
  default:
    return bindText(m_statement, place, value.toString());
  }
}

/// To the next row of SQLite: true on a row; false at the end (m_atEnd) or on an error (lastError).
bool SqlCipherResult::step() {
  if (!m_statement)
    return false;
  int code = sqlite3_step(m_statement);
  m_columns = sqlite3_column_count(m_statement);
  if (code == SQLITE_ROW) {
    if (m_record.isEmpty())
      readColumns(true);
    return true;
  }
  m_atEnd = true;
  if (code == SQLITE_DONE) {
    if (m_record.isEmpty())
      readColumns(false);
    setAt(QSql::AfterLastRow);
    sqlite3_reset(m_statement);
    return false;
  }
  // Reset repeats the code in its extended form.
  if (const int exact = sqlite3_reset(m_statement); exact != SQLITE_OK)
    code = exact;
  setFailure(QStringLiteral("Unable to fetch row"), code, QSqlError::ConnectionError);
  setAt(QSql::AfterLastRow);
  return false;
}

void SqlCipherResult::readColumns(bool hasRow) {
  for (int column = 0; column < m_columns; ++column) {
    const QString name = QString::fromUtf8(sqlite3_column_name(m_statement, column)).remove(u'"');
    const QString table = QString::fromUtf8(sqlite3_column_table_name(m_statement, column)).remove(u'"');
    const QString declared = QString::fromUtf8(sqlite3_column_decltype(m_statement, column));
    const int held = hasRow ? sqlite3_column_type(m_statement, column) : -1;
    QMetaType type;
    if (!declared.isEmpty())
      type = columnType(declared);
    else if (held == SQLITE_INTEGER)
      type = QMetaType(QMetaType::Int);
    else if (held == SQLITE_FLOAT)
      type = QMetaType(QMetaType::Double);
    else if (held == SQLITE_BLOB)
      type = QMetaType(QMetaType::QByteArray);
    else if (held == SQLITE_TEXT)
      type = QMetaType(QMetaType::QString);
    QSqlField field(name, type, table);
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0) // later Qt keeps no such type
    field.setSqlType(held);
#endif
    m_record.append(field);
  }
}

QVariant SqlCipherResult::readColumn(int column) const {
  switch (sqlite3_column_type(m_statement, column)) {
  case SQLITE_BLOB:
    return QByteArray(static_cast<const char*>(sqlite3_column_blob(m_statement, column)),
                      sqlite3_column_bytes(m_statement, column));
  case SQLITE_INTEGER:
    return sqlite3_column_int64(m_statement, column);
  case SQLITE_FLOAT:
    switch (numericalPrecisionPolicy()) {
    case QSql::LowPrecisionInt32:
      return sqlite3_column_int(m_statement, column);
    case QSql::LowPrecisionInt64:
      return sqlite3_column_int64(m_statement, column);
    default:
      return sqlite3_column_double(m_statement, column);
    }
  case SQLITE_NULL:
    return QVariant(QMetaType(QMetaType::QString));
  default: {
    const auto* text = static_cast<const QChar*>(sqlite3_column_text16(m_statement, column));
    return QString(text, sqlite3_column_bytes16(m_statement, column) / static_cast<int>(sizeof(QChar)));
  }
  }
}

/// One more row into the cache.
bool SqlCipherResult::readRow() {
  if (m_atEnd || !m_statement)
    return false;
  const bool has = std::exchange(m_firstWaits, false) || step();
  if (!has)
    return false;
  if (m_onlyForward)
    m_cache.clear();
  for (int column = 0; column < m_columns; ++column)
    m_cache.append(readColumn(column));
  return true;
}

bool SqlCipherResult::isKept(int row) const {
  return !m_onlyForward && row >= 0 && row < rowsKept();
}

bool SqlCipherResult::fetch(int row) {
  if (!isActive() || row < 0)
    return false;
  if (at() == row)
    return true;
  if (m_onlyForward) {
    if (at() > row || at() == QSql::AfterLastRow)
      return false;
    while (at() < row) {
      if (!readRow())
        return false;
      setAt(at() < 0 ? 0 : at() + 1);
    }
    return true;
  }
  while (!isKept(row)) {
    if (!readRow())
      return false;
  }
  setAt(row);
  return true;
}

bool SqlCipherResult::fetchNext() {
  const int next = at() < 0 ? 0 : at() + 1;
  if (!isKept(next) && !readRow())
    return false;
  setAt(next);
  return true;
}

bool SqlCipherResult::fetchFirst() {
  if (m_onlyForward && at() != QSql::BeforeFirstRow)
    return false;
  if (!isKept(0) && !readRow())
    return false;
  setAt(0);
  return true;
}

bool SqlCipherResult::fetchLast() {
  if (m_onlyForward) {
    if (m_atEnd)
      return false;
    int row = at();
    while (readRow())
      row = row < 0 ? 0 : row + 1;
    if (row < 0)
      return false;
    setAt(row);
    return true;
  }
  while (readRow()) {
  }
  return rowsKept() > 0 && fetch(static_cast<int>(rowsKept()) - 1);
}

const QVariant* SqlCipherResult::cell(int column) const {
  if (column < 0 || column >= m_columns || at() < 0)
    return nullptr;
  const qsizetype place = (m_onlyForward ? 0 : static_cast<qsizetype>(at()) * m_columns) + column;
  return place < m_cache.size() ? &m_cache.at(place) : nullptr;
}

QVariant SqlCipherResult::data(int column) {
  const QVariant* value = cell(column);
  return value ? *value : QVariant();
}

bool SqlCipherResult::isNull(int column) {
  const QVariant* value = cell(column);
  return !value || value->isNull();
}

int SqlCipherResult::numRowsAffected() {
  const SqlCipherDriver* driver = cipherDriver();
  return driver && driver->connection() ? sqlite3_changes(driver->connection()) : -1;
}

QVariant SqlCipherResult::lastInsertId() const {
  const SqlCipherDriver* driver = cipherDriver();
  if (!isActive() || !driver || !driver->connection())
    return {};
  const qint64 id = sqlite3_last_insert_rowid(driver->connection());
  return id ? QVariant(id) : QVariant();
}

QSqlRecord SqlCipherResult::record() const {
  return isActive() && isSelect() ? m_record : QSqlRecord();
}

void SqlCipherResult::detachFromResultSet() {
  if (m_statement) {
    sqlite3_reset(m_statement);
    // What was bound is Qt's list alone again, which need not be copied when the next values come.
    sqlite3_clear_bindings(m_statement);
  }
  m_values.clear();
  m_firstWaits = false;
  m_atEnd = true;
}

} // namespace xueji
