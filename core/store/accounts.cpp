#include "store/accounts.h"

#include "sign_in_attempts.h"
#include "store/password_policy.h"
#include "store/tables.h"
#include "store_session.h"

#include <utility>

namespace xueji {

namespace {

constexpr int kLongestUserName = 64;

} // namespace

Result<void> checkUserName(const QString& name) {
  // One spelling a person: the key slots compare normal form C, so nothing else becomes an account.
  const QString trimmed = name.normalized(QString::NormalizationForm_C).trimmed();
  if (trimmed.isEmpty() || trimmed != name || name.size() > kLongestUserName)
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("user"), name.left(kLongestUserName)});
  return {};
}

Result<void> Accounts::changeKeys(const std::function<Result<void>()>& record,
                                  const std::function<Result<void>(KeyFile&)>& change) {
  const auto& signIn = m_store.session().signIn();
  const std::lock_guard changing(signIn->changing);
  Transaction work = m_store.tables().begin();
  if (auto begun = work.begun(); !begun)
    return begun;
  if (auto recorded = record(); !recorded)
    return recorded;
  // The key file goes first: written before the commit it can be put back, while a commit cannot. Killed between the
  // two, an added slot has no account and opens nothing, and an account without its slot can be removed again.
  const auto exchange = [&](const std::function<Result<void>(KeyFile&)>& how) -> Result<KeyFile> {
    const std::lock_guard guard(signIn->mutex);
    KeyFile changed = signIn->keys;
    if (auto done = how(changed); !done)
      return std::unexpected(done.error());
    if (auto saved = changed.save(signIn->folder.path(), signIn->dataKey); !saved)
      return std::unexpected(saved.error());
    return std::exchange(signIn->keys, std::move(changed));
  };
  const auto before = exchange(change);
  if (!before)
    return std::unexpected(before.error());
  const Result<void> done = work.commit();
  if (!done)
    static_cast<void>(exchange([&](KeyFile& file) -> Result<void> {
      file.takeSlotsOf(*before);
      return {};
    }));
  return done;
}

Result<qint64> Accounts::add(const QString& name, Role role, const SecretBytes& password, KeyCost cost) {
  if (auto allowed = m_store.require(Capability::ManageUsers); !allowed)
    return std::unexpected(allowed.error());
  if (auto good = checkUserName(name); !good)
    return std::unexpected(good.error());
  if (auto strong = checkPassword(password); !strong)
    return std::unexpected(strong.error());
  const auto known = m_store.tables().users().byName(name);
  if (!known)
    return std::unexpected(known.error());
  if (*known)
    return fail(ErrorCode::UserExists, {name});
  Result<qint64> id;
  const auto record = [&]() -> Result<void> {
    id = m_store.tables().users().insert(name, role);
    return id ? Result<void>{} : std::unexpected(id.error());
  };
  const auto change = [&](KeyFile& file) {
    return file.setPassword(name, password, cost, m_store.session().signIn()->dataKey);
  };
  if (auto added = changeKeys(record, change); !added)
    return std::unexpected(added.error());
  return id;
}

Result<void> Accounts::remove(const QString& name) {
  if (auto allowed = m_store.require(Capability::ManageUsers); !allowed)
    return allowed;
  const auto known = m_store.tables().users().byName(name);
  if (!known)
    return std::unexpected(known.error());
  if (!*known)
    return fail(ErrorCode::UserUnknown, {name});
  if ((*known)->id == m_store.user().id)
    return fail(ErrorCode::WrongUse, {QStringLiteral("remove oneself")});
  const auto change = [&](KeyFile& file) { return file.hasUser(name) ? file.removeUser(name) : Result<void>{}; };
  return changeKeys([&] { return m_store.tables().users().markRemoved((*known)->id); }, change);
}

Result<void> Accounts::checkOwnPassword(const SecretBytes& password) {
  const auto& signIn = m_store.session().signIn();
  SignInAttempts attempts(m_store.folder());
  if (auto may = attempts.mayTry(m_store.clock().now()); !may)
    return may;
  Result<SecretBytes> opened;
  {
    const std::lock_guard guard(signIn->mutex);
    opened = signIn->keys.unlock(m_store.user().name, password);
  }
  if (opened)
    return {};
  if (opened.error().code == ErrorCode::WrongPassword)
    attempts.add({m_store.clock().now(), m_store.user().name});
  return std::unexpected(opened.error());
}

Result<void> Accounts::changePassword(const SecretBytes& present, const SecretBytes& fresh, KeyCost cost) {
  if (auto strong = checkPassword(fresh); !strong)
    return strong;
  if (auto right = checkOwnPassword(present); !right)
    return right;
  const auto record = [&] {
    return m_store.tables().log().append(LogAction::PasswordChanged, QStringLiteral("user:%1").arg(m_store.user().id));
  };
  return changeKeys(record, [&](KeyFile& file) {
    return file.setPassword(m_store.user().name, fresh, cost, m_store.session().signIn()->dataKey);
  });
}

Result<void> Accounts::setPasswordAfterRecovery(const SecretBytes& fresh, KeyCost cost) {
  if (auto strong = checkPassword(fresh); !strong)
    return strong;
  const auto record = [&] {
    return m_store.tables().log().append(LogAction::PasswordChanged, QStringLiteral("user:%1").arg(m_store.user().id),
                                         QStringLiteral("recovery sheet"));
  };
  return changeKeys(record, [&](KeyFile& file) {
    return file.setPassword(m_store.user().name, fresh, cost, m_store.session().signIn()->dataKey);
  });
}

Result<QString> Accounts::renewRecovery(KeyCost cost) {
  if (auto allowed = m_store.require(Capability::ManageUsers); !allowed)
    return std::unexpected(allowed.error());
  Result<QString> text;
  const auto change = [&](KeyFile& file) -> Result<void> {
    text = file.renewRecovery(cost, m_store.session().signIn()->dataKey);
    return text ? Result<void>{} : std::unexpected(text.error());
  };
  if (auto renewed = changeKeys([&] { return m_store.tables().log().append(LogAction::RecoveryRenewed); }, change);
      !renewed)
    return std::unexpected(renewed.error());
  return text;
}

Result<WitnessToken> Accounts::witness(const QString& name, const SecretBytes& password, const QByteArray& what) {
  if (m_store.session().isInTransaction())
    return fail(ErrorCode::Internal, {QStringLiteral("witness: in a transaction")});
  const auto users = m_store.tables().users().all();
  if (!users)
    return std::unexpected(users.error());
  const auto others = std::count_if(users->begin(), users->end(),
                                    [&](const User& one) { return one.isActive() && one.id != m_store.user().id; });
  if (others == 0)
    return fail(ErrorCode::WitnessAlone);
  const auto known = m_store.tables().users().byName(name);
  if (!known)
    return std::unexpected(known.error());
  if (*known && (*known)->id == m_store.user().id)
    return fail(ErrorCode::WitnessSelf, {name});
  SignInAttempts attempts(m_store.folder());
  if (auto may = attempts.mayTry(m_store.clock().now()); !may)
    return std::unexpected(may.error());
  Result<SecretBytes> opened = fail(ErrorCode::WrongPassword);
  if (*known) {
    const std::lock_guard guard(m_store.session().signIn()->mutex);
    opened = m_store.session().signIn()->keys.unlock(name, password);
  }
  if (!opened) {
    if (opened.error().code == ErrorCode::WrongPassword) {
      const auto logged = m_store.tables().log().append(LogAction::SignInFailed, QStringLiteral("user"),
                                                        storedMoment(m_store.clock().now()) + QLatin1Char(' ') + name);
      attempts.add({m_store.clock().now(), name, logged.has_value()});
      if (!logged)
        return std::unexpected(logged.error());
      return fail(ErrorCode::WitnessWrongPassword, {name});
    }
    return std::unexpected(opened.error());
  }
  if (auto logged = m_store.tables().log().append(LogAction::Witness, QStringLiteral("user:%1").arg((*known)->id));
      !logged)
    return std::unexpected(logged.error());
  return WitnessToken((*known)->id, (*known)->name, m_store.clock().now(), what);
}

Result<void> Accounts::mayConfirmClock() {
  if (auto allowed = m_store.require(Capability::ChangeRecords); !allowed)
    return allowed;
  const auto right = m_store.tables().ledger().checkClock();
  if (right)
    return fail(ErrorCode::NothingToDo);
  return right.error().code == ErrorCode::ClockBehind ? Result<void>() : right;
}

Result<void> Accounts::confirmClock(WitnessToken& witness) {
  if (auto needed = mayConfirmClock(); !needed)
    return needed;
  if (witness.user() == m_store.user().id)
    return fail(ErrorCode::WitnessSelf, {witness.name()});
  const auto second = m_store.tables().users().byId(witness.user());
  if (!second)
    return std::unexpected(second.error());
  const auto does = [&](Capability capability) { return *second && xueji::may((*second)->role, capability); };
  if (!does(Capability::Enrol) && !does(Capability::Approve))
    return fail(ErrorCode::RoleForbids, {*second ? toKey((*second)->role) : QString(), toKey(Capability::Approve)});
  if (auto spent = witness.spend(m_store.clock().now(), kWitnessClock); !spent)
    return spent;
  return m_store.tables().log().append(LogAction::ClockConfirmed, QStringLiteral("user:%1").arg(witness.user()));
}

} // namespace xueji
