#include "store/user_table.h"

#include "store/transaction.h"
#include "store_session.h"

namespace xueji {

namespace {

const auto kSelect = QStringLiteral("SELECT id, name, role, added, removed FROM user ");

Result<QList<User>> read(Statement& query) {
  if (auto ran = query.run("user: read"); !ran)
    return std::unexpected(ran.error());
  QList<User> users;
  while (query.next()) {
    // A role this version does not know may do least.
    const Role role = roleFromKey(query.text(2)).value_or(Role::Auditor);
    users << User{query.number(0), query.text(1), role, query.moment(3), query.moment(4)};
  }
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return users;
}

Result<std::optional<User>> firstOf(Result<QList<User>> users) {
  if (!users)
    return std::unexpected(users.error());
  return users->isEmpty() ? std::optional<User>() : users->first();
}

} // namespace

Result<std::optional<User>> UserTable::byId(qint64 id) {
  Statement query(m_session, kSelect + QStringLiteral("WHERE id = ?"));
  return firstOf(read(query.bind(id)));
}

Result<std::optional<User>> UserTable::byName(const QString& name) {
  Statement query(m_session, kSelect + QStringLiteral("WHERE name = ? AND removed = ''"));
  return firstOf(read(query.bind(name)));
}

Result<QList<User>> UserTable::all() {
  Statement query(m_session, kSelect + QStringLiteral("ORDER BY id"));
  return read(query);
}

Result<QString> UserTable::nameOf(qint64 id) {
  auto user = byId(id);
  if (!user)
    return std::unexpected(user.error());
  return *user ? (*user)->name : QString();
}

Result<qint64> UserTable::insert(const QString& name, Role role) {
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return std::unexpected(begun.error());
  qint64 id = 0;
  const QDateTime now = m_session.clock().now();
  {
    Statement write(m_session, QStringLiteral("INSERT INTO user (name, role, added) VALUES (?, ?, ?)"));
    write.bind(name).bind(toKey(role)).bind(now);
    if (auto ran = write.run("user: add"); !ran)
      return std::unexpected(ran.error());
    id = write.lastId();
  }
  if (auto logged = m_session.queueLog(LogAction::UserAdded, QStringLiteral("user:%1").arg(id),
                                       toKey(role) + QLatin1Char(' ') + name, now);
      !logged)
    return std::unexpected(logged.error());
  if (auto done = work.commit(); !done)
    return std::unexpected(done.error());
  return id;
}

Result<void> UserTable::markRemoved(qint64 id) {
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return begun;
  const QDateTime now = m_session.clock().now();
  {
    Statement write(m_session, QStringLiteral("UPDATE user SET removed = ? WHERE id = ?"));
    if (auto ran = write.bind(now).bind(id).run("user: remove"); !ran)
      return ran;
  }
  if (auto logged = m_session.queueLog(LogAction::UserRemoved, QStringLiteral("user:%1").arg(id), {}, now); !logged)
    return logged;
  return work.commit();
}

} // namespace xueji
