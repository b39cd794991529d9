#pragma once

#include "domain/act.h"
#include "domain/error.h"

namespace xueji {

class StoreSession;

/// A named account. There is no default one (rule P08); its password lives in its slot of keys.json only.
struct User {
  qint64 id = 0;
  QString name;
  Role role = Role::Helper;
  QDateTime added;   ///< UTC
  QDateTime removed; ///< null while active; the row stays, acts and log name it
  bool isActive() const { return removed.isNull(); }
};

/// Rows only: accounts are made and removed through RegisterStore, which also keeps the key slots.
class UserTable {
public:
  explicit UserTable(StoreSession& session) : m_session(session) {}

  Result<std::optional<User>> byId(qint64 id);
  Result<std::optional<User>> byName(const QString& name); ///< active only
  Result<QList<User>> all();                               ///< removed ones too, in order of making
  Result<QString> nameOf(qint64 id);                       ///< empty where unknown

private:
  friend class RegisterStore;
  Result<qint64> insert(const QString& name, Role role);
  Result<void> markRemoved(qint64 id);
  StoreSession& m_session;
};

} // namespace xueji
