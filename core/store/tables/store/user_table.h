#pragma once

#include "domain/error.h"
#include "store/user.h"

namespace xueji {

class StoreSession;

/// Rows only: accounts are made and removed through RegisterStore, which also keeps the key slots.
class UserTable {
public:
  explicit UserTable(StoreSession& session) : m_session(session) {}

  Result<std::optional<User>> byId(qint64 id);
  Result<std::optional<User>> byName(const QString& name); ///< active only
  Result<QList<User>> all();                               ///< removed ones too, in order of making
  Result<QString> nameOf(qint64 id);                       ///< empty where unknown

private:
  friend class Accounts;
  friend class SignInSteps;
  friend class RegisterStore;
  Result<qint64> insert(const QString& name, Role role);
  Result<void> markRemoved(qint64 id);
  StoreSession& m_session;
};

} // namespace xueji
