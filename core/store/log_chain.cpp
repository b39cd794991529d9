#include "store/log_chain.h"

#include "store/connection.h"
#include "store/statement.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <QtEndian>
#include <sodium.h>

namespace xueji {

namespace {

void addPart(crypto_auth_hmacsha256_state& state, const QByteArray& part) {
  unsigned char length[8];
  qToBigEndian<quint64>(static_cast<quint64>(part.size()), length);
  crypto_auth_hmacsha256_update(&state, length, sizeof length);
  crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(part.constData()),
                                static_cast<unsigned long long>(part.size()));
}

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
  ensureSodium();
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, logKey.data(), static_cast<size_t>(logKey.size()));
  for (const QByteArray& part : {before, QByteArray::number(row.id), row.time.toUtf8(), QByteArray::number(row.user),
                                 row.action.toUtf8(), row.object.toUtf8(), row.detail.toUtf8()})
    addPart(state, part);
  QByteArray mac(crypto_auth_hmacsha256_BYTES, 0);
  crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(mac.data()));
  return mac;
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
