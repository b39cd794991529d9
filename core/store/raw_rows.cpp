#include "store/raw_rows.h"

#include "keyed_file.h"
#include "store/connection.h"

#include <charconv>
#include <sqlite3.h>

namespace xueji {

void RawRows::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Result<RawRows> RawRows::of(const Connection& connection, const QString& sql, const QList<qint64>& values) {
  sqlite3_stmt* statement = nullptr;
  const QByteArray text = sql.toUtf8();
  const int code =
      sqlite3_prepare_v2(connection.handle(), text.constData(), static_cast<int>(text.size()), &statement, nullptr);
  RawRows rows(connection, statement);
  if (code != SQLITE_OK)
    return std::unexpected(sqliteError(code, connection.file(), QStringLiteral("raw rows")));
  rows.again(values);
  return rows;
}

void RawRows::again(const QList<qint64>& values) {
  reset();
  for (int at = 0; at < values.size(); ++at)
    sqlite3_bind_int64(m_statement.get(), at + 1, values[at]);
}

void RawRows::reset() {
  sqlite3_reset(m_statement.get());
}

Result<bool> RawRows::next() {
  const int code = sqlite3_step(m_statement.get());
  if (code == SQLITE_ROW)
    return true;
  if (code == SQLITE_DONE)
    return false;
  return std::unexpected(sqliteError(code, m_connection->file(), QStringLiteral("raw rows")));
}

int RawRows::columns() const {
  return sqlite3_column_count(m_statement.get());
}

QByteArray RawRows::name(int column) const {
  return sqlite3_column_name(m_statement.get(), column);
}

RawRows::Type RawRows::type(int column) const {
  switch (sqlite3_column_type(m_statement.get(), column)) {
  case SQLITE_INTEGER:
    return Type::Integer;
  case SQLITE_FLOAT:
    return Type::Real;
  case SQLITE_TEXT:
    return Type::Text;
  case SQLITE_BLOB:
    return Type::Blob;
  default:
    return Type::Null;
  }
}

QByteArrayView RawRows::view(int column, Digits& digits) const {
  if (type(column) == Type::Integer) {
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number(column)).ptr;
    return {digits.data(), end - digits.data()};
  }
  const auto* start = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
  return {start, sqlite3_column_bytes(m_statement.get(), column)};
}

QByteArray RawRows::bytes(int column) const {
  Digits digits;
  return view(column, digits).toByteArray();
}

qint64 RawRows::number(int column) const {
  return sqlite3_column_int64(m_statement.get(), column);
}

QString RawRows::text(int column) const {
  return QString::fromUtf8(bytes(column));
}

} // namespace xueji
