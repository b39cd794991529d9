#include "store/seal.h"

#include "store/connection.h"

#include <QHash>
#include <QRegularExpression>

namespace xueji {

namespace {

const QRegularExpression& pattern() {
  static const QRegularExpression expression(
      QStringLiteral(" ?(acts|approvals)=([0-9]+)-([0-9]+) seal=([0-9a-f]{64})$"));
  return expression;
}

/// What is never sealed with a row: the one column that changes.
constexpr QByteArrayView kUnsealed = "voided_by";

/// Declared default of every column that has one, as stored bytes.
Result<QHash<QByteArray, QByteArray>> defaultsOf(const Connection& connection, const QString& table) {
  auto rows =
      RawRows::of(connection, QStringLiteral("SELECT name, dflt_value FROM pragma_table_info('%1')").arg(table));
  if (!rows)
    return std::unexpected(rows.error());
  QHash<QByteArray, QByteArray> defaults;
  for (;;) {
    const auto more = rows->next();
    if (!more)
      return std::unexpected(more.error());
    if (!*more)
      return defaults;
    if (rows->type(1) == RawRows::Type::Null)
      continue;
    QByteArray value = rows->bytes(1);
    if (value.size() >= 2 && value.startsWith('\'') && value.endsWith('\''))
      value = value.mid(1, value.size() - 2).replace("''", "'");
    defaults.insert(rows->bytes(0), value);
  }
}

} // namespace

Seal::Seal(const SecretBytes& key) : m_hash(KeyedHash::Kind::Blake2b, key) {}

void Seal::addRow(const SealedTable& table, const RawRows& row) {
  m_row.resize(0); // keeps its room
  m_row.append(table.m_head);
  RawRows::Digits digits;
  for (int at = 0; at < static_cast<int>(table.m_columns.size()); ++at) {
    const SealedTable::Column& column = table.m_columns[static_cast<std::size_t>(at)];
    const RawRows::Type type = row.type(at);
    if (!column.sealed || type == RawRows::Type::Null)
      continue;
    const QByteArrayView bytes = row.view(at, digits);
    if (column.hasDefault && column.usual == bytes)
      continue;
    m_row += column.name;
    m_row += static_cast<char>(type);
    appendPart(m_row, bytes);
  }
  m_hash.add(m_row);
}

void Seal::addMark(const QByteArray& table, qint64 row, qint64 act) {
  m_row = "mark";
  appendPart(m_row, table);
  appendPart(m_row, QByteArray::number(row));
  appendPart(m_row, QByteArray::number(act));
  m_hash.add(m_row);
}

QByteArray Seal::finish() {
  return m_hash.finish();
}

Result<SealedTable> SealedTable::of(const Connection& connection, const QString& table, const RawRows& rows) {
  SealedTable sealed;
  sealed.m_head = "row";
  appendPart(sealed.m_head, table.toLatin1());
  const auto defaults = defaultsOf(connection, table);
  if (!defaults)
    return std::unexpected(defaults.error());
  for (int at = 0; at < rows.columns(); ++at) {
    const QByteArray name = rows.name(at);
    Column column;
    appendPart(column.name, name);
    column.sealed = name != kUnsealed;
    const auto usual = defaults->constFind(name);
    column.hasDefault = usual != defaults->constEnd();
    if (column.hasDefault)
      column.usual = *usual;
    sealed.m_columns.push_back(std::move(column));
  }
  return sealed;
}

QString SealNote::text() const {
  const QString what = of == Of::Acts ? QStringLiteral("acts") : QStringLiteral("approvals");
  return QStringLiteral("%1=%2-%3 seal=%4").arg(what).arg(first).arg(last).arg(QString::fromLatin1(seal.toHex()));
}

std::optional<SealNote> SealNote::read(const QString& detail) {
  const auto match = pattern().match(detail);
  if (!match.hasMatch())
    return std::nullopt;
  return SealNote{match.captured(2).toLongLong(), match.captured(3).toLongLong(),
                  QByteArray::fromHex(match.captured(4).toLatin1()),
                  match.captured(1) == QLatin1String("acts") ? Of::Acts : Of::Approvals};
}

QString SealNote::without(const QString& detail) {
  const auto match = pattern().match(detail);
  return match.hasMatch() ? detail.left(match.capturedStart()) : detail;
}

} // namespace xueji
