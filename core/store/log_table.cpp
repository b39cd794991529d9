#include "store/log_table.h"

#include "log_chain.h"
#include "store_session.h"

#include <array>

namespace xueji {

namespace {

struct ActionKey {
  LogAction action;
  const char* key;
};

constexpr std::array kActionKeys = {
    ActionKey{LogAction::SignIn, "sign_in"},
    ActionKey{LogAction::SignInFailed, "sign_in_failed"},
    ActionKey{LogAction::SignOut, "sign_out"},
    ActionKey{LogAction::Read, "read"},
    ActionKey{LogAction::Unmask, "unmask"},
    ActionKey{LogAction::Search, "search"},
    ActionKey{LogAction::Change, "change"},
    ActionKey{LogAction::Print, "print"},
    ActionKey{LogAction::Export, "export"},
    ActionKey{LogAction::Import, "import"},
    ActionKey{LogAction::Undo, "undo"},
    ActionKey{LogAction::Backup, "backup"},
    ActionKey{LogAction::Restore, "restore"},
    ActionKey{LogAction::Verify, "verify"},
    ActionKey{LogAction::UserAdded, "user_added"},
    ActionKey{LogAction::UserRemoved, "user_removed"},
    ActionKey{LogAction::PasswordChanged, "password_changed"},
    ActionKey{LogAction::RecoveryRenewed, "recovery_renewed"},
    ActionKey{LogAction::SettingChanged, "setting_changed"},
    ActionKey{LogAction::Migrated, "migrated"},
    ActionKey{LogAction::Witness, "witness"},
    ActionKey{LogAction::ClockConfirmed, "clock_confirmed"},
    ActionKey{LogAction::Approval, "approval"},
    ActionKey{LogAction::CaseWithdrawn, "case_withdrawn"},
    ActionKey{LogAction::RollbackNoticed, "rollback_noticed"},
};

QString conditionOf(const LogQuery& query) {
  QStringList parts;
  if (query.user)
    parts << QStringLiteral("user = ?");
  if (query.action)
    parts << QStringLiteral("action = ?");
  if (!query.object.isEmpty())
    parts << QStringLiteral("object = ?");
  if (query.from.isValid())
    parts << QStringLiteral("time >= ?");
  if (query.until.isValid())
    parts << QStringLiteral("time < ?");
  return parts.isEmpty() ? QString() : QStringLiteral(" WHERE ") + parts.join(QStringLiteral(" AND "));
}

void bindCondition(Statement& statement, const LogQuery& query) {
  if (query.user)
    statement.bind(*query.user);
  if (query.action)
    statement.bind(toKey(*query.action));
  if (!query.object.isEmpty())
    statement.bind(query.object);
  if (query.from.isValid())
    statement.bind(query.from);
  if (query.until.isValid())
    statement.bind(query.until);
}

} // namespace

QString toKey(LogAction action) {
  for (const ActionKey& known : kActionKeys)
    if (known.action == action)
      return QString::fromLatin1(known.key);
  return {};
}

std::optional<LogAction> logActionFromKey(const QString& key) {
  for (const ActionKey& known : kActionKeys)
    if (key == QLatin1String(known.key))
      return known.action;
  return std::nullopt;
}

Result<void> LogTable::append(LogAction action, const QString& object, const QString& detail) {
  return m_session.queueLog(action, object, detail);
}

Result<void> LogTable::flush() {
  return m_session.flush();
}

Result<QList<LogRow>> LogTable::page(const LogQuery& query, int offset, int limit) {
  if (auto allowed = m_session.require(Capability::ReadLog); !allowed)
    return std::unexpected(allowed.error());
  Statement select(m_session, QStringLiteral("SELECT id, time, user, action, object, detail, mac FROM log") +
                                  conditionOf(query) + QStringLiteral(" ORDER BY id DESC LIMIT ? OFFSET ?"));
  bindCondition(select, query);
  if (auto ran = select.bind(limit).bind(offset).run("log: page"); !ran)
    return std::unexpected(ran.error());
  QList<LogRow> rows;
  while (select.next())
    rows << LogRow{select.number(0), select.moment(1),
                   select.number(2), logActionFromKey(select.text(3)).value_or(LogAction::Change),
                   select.text(4),   select.text(5),
                   select.bytes(6)};
  if (auto ended = select.ended(); !ended)
    return std::unexpected(ended.error());
  return rows;
}

Result<int> LogTable::count(const LogQuery& query) {
  if (auto allowed = m_session.require(Capability::ReadLog); !allowed)
    return std::unexpected(allowed.error());
  Statement select(m_session, QStringLiteral("SELECT count(*) FROM log") + conditionOf(query));
  bindCondition(select, query);
  if (auto ran = select.run("log: count"); !ran)
    return std::unexpected(ran.error());
  const int count = select.next() ? static_cast<int>(select.number(0)) : 0;
  if (auto ended = select.ended(); !ended)
    return std::unexpected(ended.error());
  return count;
}

Result<QString> LogTable::shortCode() {
  const auto newest = m_session.newestLog();
  if (!newest)
    return std::unexpected(newest.error());
  return logShortCode(newest->head);
}

} // namespace xueji
