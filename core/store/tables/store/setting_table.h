#pragma once

#include "domain/error.h"

#include <QJsonValue>
#include <QString>

namespace xueji {

class SecretBytes;
class StoreSession;

/// Settings of the register itself (not of one PC): last proven backup, day of the present rows ... Each change is a
/// log row with a keyed hash of the value, by which verify() finds one changed otherwise.
class SettingTable {
public:
  static constexpr auto kLastProvenBackup = "backup.last_proven";
  static constexpr auto kPresentDay = "present.day";     ///< yyyy-MM-dd: as at which day the present rows stand
  static constexpr auto kOrderVersion = "order.version"; ///< of ICU, by which sort keys and folded texts were made
  static constexpr auto kMigrationNotices = "migration.notices"; ///< migration_notice.h

  explicit SettingTable(StoreSession& session) : m_session(session) {}

  Result<QJsonValue> value(const QString& key); ///< undefined where never set
  Result<void> set(const QString& key, const QJsonValue& value);
  Result<void> remove(const QString& key);

  /// What the log row of a change says: "hash=…" of the stored text, or "removed".
  static QString logDetail(const SecretBytes& sealKey, const QString& key, const QString& stored);

private:
  StoreSession& m_session;
};

} // namespace xueji
