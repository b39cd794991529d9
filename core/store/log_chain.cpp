#include "log_chain.h"

#include "seal/keyed_hash.h"
#include "store/connection.h"
#include "store/statement.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace xueji {

namespace {

/// As the row stands in the table: an unknown action or a time written otherwise is a change like any other.
struct StoredRow {
  qint64 id;
  QString time;
  qint64 user;
  QString action;
  QString object;
  QString detail;
};

QByteArray macOf(const SecretBytes& logKey, const QByteArray& before, const StoredRow& row) {
  KeyedHash mac(KeyedHash::Kind::HmacSha256, logKey);
  for (const QByteArray& part : {before, QByteArray::number(row.id), row.time.toUtf8(), QByteArray::number(row.user),
                                 row.action.toUtf8(), row.object.toUtf8(), row.detail.toUtf8()})
    mac.addPart(part);
  return mac.finish();
}

} // namespace

QByteArray chainedMac(const SecretBytes& logKey, const QByteArray& before, const LogRow& row) {
  return macOf(logKey, before, {row.id, storedMoment(row.time), row.user, toKey(row.action), row.object, row.detail});
}

QString logShortCode(const QByteArray& mac) {
  const QString hex = QString::fromLatin1(mac.left(4).toHex()).toUpper();
  return hex.isEmpty() ? QString() : hex.left(4) + QLatin1Char('-') + hex.mid(4);
}

Result<LogHead> checkLogChain(const Connection& connection, const SecretBytes& logKey, const LogHead& expected) {
  QSqlQuery query(connection.database());
  query.setForwardOnly(true);
  if (!query.exec(QStringLiteral("SELECT id, time, user, action, object, detail, mac FROM log ORDER BY id")))
    return std::unexpected(connection.error(query.lastError(), QStringLiteral("log: check")));
  LogHead head;
  bool meetsExpected = expected.rows == 0;
  while (query.next()) {
    const StoredRow row{query.value(0).toLongLong(), query.value(1).toString(), query.value(2).toLongLong(),
                        query.value(3).toString(),   query.value(4).toString(), query.value(5).toString()};
    const QByteArray mac = query.value(6).toByteArray();
    if (row.id != head.rows + 1 || macOf(logKey, head.head, row) != mac)
      return fail(ErrorCode::LogBroken, {QString::number(head.rows + 1)});
    head = {row.id, mac};
    if (row.id == expected.rows)
      meetsExpected = mac == expected.head;
  }
  if (query.lastError().isValid())
    return std::unexpected(connection.error(query.lastError(), QStringLiteral("log: check")));
  if (!meetsExpected)
    return fail(ErrorCode::LogRolledBack);
  return head;
}

} // namespace xueji
