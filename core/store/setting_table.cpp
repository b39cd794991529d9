#include "store/setting_table.h"

#include "seal/keyed_hash.h"
#include "store/transaction.h"
#include "store_session.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace xueji {

namespace {

/// JSON of any value; a document holds only arrays and objects, so it stands in an array of one.
QString storedJson(const QJsonValue& value) {
  return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

} // namespace

Result<QJsonValue> SettingTable::value(const QString& key) {
  Statement query(m_session, QStringLiteral("SELECT value FROM setting WHERE key = ?"));
  if (auto ran = query.bind(key).run("setting: read"); !ran)
    return std::unexpected(ran.error());
  QJsonValue value(QJsonValue::Undefined);
  if (query.next())
    value = QJsonDocument::fromJson(query.text(0).toUtf8()).array().at(0);
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return value;
}

Result<void> SettingTable::set(const QString& key, const QJsonValue& value) {
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return begun;
  {
    Statement write(m_session, QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?) "
                                              "ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
    if (auto ran = write.bind(key).bind(storedJson(value)).run("setting: write"); !ran)
      return ran;
  }
  if (auto logged = m_session.queueLog(LogAction::SettingChanged, QStringLiteral("setting:") + key,
                                       logDetail(m_session.signIn()->sealKey, key, storedJson(value)));
      !logged)
    return logged;
  return work.commit();
}

Result<void> SettingTable::remove(const QString& key) {
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return begun;
  {
    Statement write(m_session, QStringLiteral("DELETE FROM setting WHERE key = ?"));
    if (auto ran = write.bind(key).run("setting: remove"); !ran)
      return ran;
  }
  if (auto logged =
          m_session.queueLog(LogAction::SettingChanged, QStringLiteral("setting:") + key, QStringLiteral("removed"));
      !logged)
    return logged;
  return work.commit();
}

QString SettingTable::logDetail(const SecretBytes& sealKey, const QString& key, const QString& stored) {
  constexpr qsizetype kHashSize = 16;
  const QByteArray hash = KeyedHash::of(key.toUtf8() + '\0' + stored.toUtf8(), sealKey, kHashSize);
  return QStringLiteral("hash=") + QString::fromLatin1(hash.toHex());
}

} // namespace xueji
