#include "store/migration_notice.h"

#include "store/register_store.h"
#include "store/setting_table.h"
#include "store/statement.h"
#include "store/tables.h"

namespace xueji {

namespace {

QJsonArray listed(const QList<MigrationFinding>& findings) {
  QJsonArray list;
  for (const MigrationFinding& finding : findings)
    list << QJsonArray{finding.check, finding.object};
  return list;
}

QList<MigrationFinding> findingsOf(const QJsonArray& list) {
  QList<MigrationFinding> findings;
  for (const QJsonValue& pair : list)
    findings << MigrationFinding{pair.toArray().at(0).toString(), pair.toArray().at(1).toString()};
  return findings;
}

} // namespace

QJsonObject MigrationNotice::toJson() const {
  return {{QStringLiteral("from"), from},
          {QStringLiteral("to"), to},
          {QStringLiteral("made"), storedMoment(made)},
          {QStringLiteral("found"), listed(found)},
          {QStringLiteral("notes"), listed(notes)}};
}

MigrationNotice MigrationNotice::fromJson(const QJsonObject& object) {
  return {object.value(QStringLiteral("from")).toInt(), object.value(QStringLiteral("to")).toInt(),
          momentFromStored(object.value(QStringLiteral("made")).toString()),
          findingsOf(object.value(QStringLiteral("found")).toArray()),
          findingsOf(object.value(QStringLiteral("notes")).toArray())};
}

Result<QList<MigrationNotice>> migrationNotices(SettingTable& settings) {
  const auto stored = settings.value(SettingTable::kMigrationNotices);
  if (!stored)
    return std::unexpected(stored.error());
  QList<MigrationNotice> notices;
  for (const QJsonValue& one : stored->toArray())
    notices << MigrationNotice::fromJson(one.toObject());
  return notices;
}

Result<QList<MigrationNotice>> migrationNotices(RegisterStore& store) {
  return migrationNotices(store.tables().settings());
}

Result<void> keepNotice(SettingTable& settings, const MigrationNotice& notice) {
  if (notice.isEmpty())
    return {};
  const auto stored = settings.value(SettingTable::kMigrationNotices);
  if (!stored)
    return std::unexpected(stored.error());
  QJsonArray notices = stored->toArray();
  notices << notice.toJson();
  return settings.set(SettingTable::kMigrationNotices, notices);
}

} // namespace xueji
