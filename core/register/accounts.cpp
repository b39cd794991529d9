#include "register/accounts.h"

#include "register/own_rights.h"
#include "store/tables.h"

#include <algorithm>

namespace xueji {

Result<QList<User>> accountsOf(Office& office) {
  auto users = office.tables().users().all();
  if (users && !OwnRights(office).may(Verb::See, right_group::kAccounts))
    users->removeIf([&](const User& user) { return user.id != office.store().user().id; });
  return users;
}

Result<bool> isAlone(Office& office) {
  const auto users = office.tables().users().all();
  if (!users)
    return std::unexpected(users.error());
  const qint64 own = office.store().user().id;
  return std::none_of(users->begin(), users->end(),
                      [own](const User& user) { return user.isActive() && user.id != own; });
}

} // namespace xueji
