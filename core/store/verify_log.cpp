// Pages, schema, log, and what the log alone says: accounts and settings.

#include "keyed_file.h"
#include "log_chain.h"
#include "raw_cursor.h"
#include "store/schema.h"
#include "store/setting_table.h"
#include "verify_context.h"

namespace xueji {

namespace {

/// "user:17" -> 17; 0 where it is none.
qint64 numberAfter(const QString& object, QLatin1String prefix) {
  return object.startsWith(prefix) ? object.mid(prefix.size()).toLongLong() : 0;
}

} // namespace

Result<void> checkPages(VerifyContext& context) {
  context.report.checks << QStringLiteral("integrity") << QStringLiteral("foreign_keys");
  const auto sound = context.session.connection().checkIntegrity();
  if (!sound && sound.error().code != ErrorCode::RegisterDamaged)
    return sound;
  if (!sound)
    context.found("integrity", QStringLiteral("register"));
  return eachRawRow(context.session.connection(),
                    QStringLiteral("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check"),
                    [&](const RawRows& row) { context.found("foreign_keys", QStringLiteral("table:") + row.text(0)); });
}

Result<void> checkSchema(VerifyContext& context) {
  context.report.checks << QStringLiteral("schema");
  const Registry& registry = context.session.registry();
  const auto wanted = schemaObjects(registry.steps);
  if (!wanted)
    return std::unexpected(wanted.error());
  QHash<QString, QString> missing = *wanted;
  auto done = eachRawRow(context.session.connection(), kSchemaObjects, [&](const RawRows& row) {
    const QString name = row.text(0) + QLatin1Char(' ') + row.text(1);
    if (missing.take(name) != row.text(2) || !wanted->contains(name))
      context.found("schema", name);
  });
  if (!done)
    return done;
  for (auto left = missing.cbegin(); left != missing.cend(); ++left)
    context.found("schema", left.key());
  const auto version =
      ask(context.session.connection().handle(), context.session.connection().file(), "PRAGMA user_version");
  if (!version)
    return std::unexpected(version.error());
  if (version->toInt() != registry.newestSchema())
    context.found("schema", QStringLiteral("version"));
  return {};
}

Result<void> checkLog(VerifyContext& context) {
  context.report.checks << QStringLiteral("log_chain") << QStringLiteral("log_head");
  LogHead expected;
  {
    const std::lock_guard guard(context.session.signIn()->mutex);
    expected = context.session.signIn()->keys.logHead();
  }
  const auto head = checkLogChain(context.session.connection(), context.session.signIn()->logKey, expected);
  if (head) {
    context.report.logRows = head->rows;
    context.report.logCode = logShortCode(head->head);
    return {};
  }
  if (head.error().code == ErrorCode::LogBroken)
    context.found("log_chain", QStringLiteral("log:") + head.error().args.value(0), ErrorCode::LogBroken,
                  head.error().args);
  else if (head.error().code == ErrorCode::LogRolledBack)
    context.found("log_head", QStringLiteral("log"), ErrorCode::LogRolledBack);
  else
    return std::unexpected(head.error());
  return {};
}

Result<void> checkAccounts(VerifyContext& context) {
  context.report.checks << QStringLiteral("accounts");
  // id -> the row as text: name, role, added, removed, each behind its storage class.
  QHash<qint64, QStringList> told;
  auto done = eachRawRow(
      context.session.connection(),
      QStringLiteral("SELECT time, action, object, detail FROM log WHERE action IN ('user_added', 'user_removed') "
                     "ORDER BY id"),
      [&](const RawRows& row) {
        const qint64 id = numberAfter(row.text(2), QLatin1String("user:"));
        const QString detail = row.text(3);
        if (row.text(1) == toKey(LogAction::UserAdded))
          told.insert(id, {detail.section(QLatin1Char(' '), 1), detail.section(QLatin1Char(' '), 0, 0), row.text(0),
                           QString()});
        else if (told.contains(id))
          told[id][3] = row.text(0);
      });
  if (!done)
    return done;
  done = eachRawRow(context.session.connection(),
                    QStringLiteral("SELECT id, name, role, added, removed FROM user ORDER BY id"),
                    [&](const RawRows& row) {
                      const QStringList present{row.text(1), row.text(2), row.text(3), row.text(4)};
                      if (told.take(row.number(0)) != present)
                        context.found("accounts", QStringLiteral("user:%1").arg(row.number(0)));
                    });
  for (auto left = told.cbegin(); left != told.cend(); ++left)
    context.found("accounts", QStringLiteral("user:%1").arg(left.key()));
  return done;
}

Result<void> checkSettings(VerifyContext& context) {
  context.report.checks << QStringLiteral("settings");
  QHash<QString, QString> told;
  auto done =
      eachRawRow(context.session.connection(),
                 QStringLiteral("SELECT object, detail FROM log WHERE action = 'setting_changed' ORDER BY id"),
                 [&](const RawRows& row) { told.insert(row.text(0).section(QLatin1Char(':'), 1), row.text(1)); });
  if (!done)
    return done;
  done =
      eachRawRow(context.session.connection(), QStringLiteral("SELECT key, value FROM setting ORDER BY key"),
                 [&](const RawRows& row) {
                   const QString key = row.text(0);
                   if (told.take(key) != SettingTable::logDetail(context.session.signIn()->sealKey, key, row.text(1)))
                     context.found("settings", QStringLiteral("setting:") + key);
                 });
  for (auto left = told.cbegin(); left != told.cend(); ++left)
    if (left.value() != QLatin1String("removed"))
      context.found("settings", QStringLiteral("setting:") + left.key());
  return done;
}

} // namespace xueji
