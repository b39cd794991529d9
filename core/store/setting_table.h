#pragma once

#include "domain/error.h"

#include <QJsonValue>
#include <QString>

namespace xueji {

class StoreSession;

/// Settings of the register itself (not of one PC): school, last proven backup, chosen columns ...
class SettingTable {
public:
  static constexpr auto kSchool = "school";
  static constexpr auto kLastProvenBackup = "backup.last_proven";

  explicit SettingTable(StoreSession& session) : m_session(session) {}

  Result<QJsonValue> value(const QString& key); ///< undefined where never set
  Result<void> set(const QString& key, const QJsonValue& value);
  Result<void> remove(const QString& key);

private:
  StoreSession& m_session;
};

} // namespace xueji
