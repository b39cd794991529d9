#include "store/witness.h"

#include "store/ledger.h"
#include "store/log_table.h"
#include "store/register_store.h"
#include "store/sign_in_attempts.h"
#include "store/store_session.h"

#include <algorithm>

namespace xueji {

Result<void> WitnessToken::spend(const QDateTime& now, const QByteArray& what) {
  if (m_spent)
    return fail(ErrorCode::WitnessSpent, {m_name});
  const qint64 age = m_given.secsTo(now);
  if (age < 0 || age > kSeconds)
    return fail(ErrorCode::WitnessLate, {m_name});
  if (what != m_what)
    return fail(ErrorCode::WitnessOther, {m_name});
  m_spent = true;
  return {};
}

Result<WitnessToken> RegisterStore::witness(const QString& name, const SecretBytes& password, const QByteArray& what) {
  if (m_session->isInTransaction())
    return fail(ErrorCode::Internal, {QStringLiteral("witness: in a transaction")});
  const auto users = m_users.all();
  if (!users)
    return std::unexpected(users.error());
  const auto others = std::count_if(users->begin(), users->end(),
                                    [&](const User& one) { return one.isActive() && one.id != user().id; });
  if (others == 0)
    return fail(ErrorCode::WitnessAlone);
  const auto known = m_users.byName(name);
  if (!known)
    return std::unexpected(known.error());
  if (*known && (*known)->id == user().id)
    return fail(ErrorCode::WitnessSelf, {name});
  SignInAttempts attempts(folder());
  if (auto may = attempts.mayTry(clock().now()); !may)
    return std::unexpected(may.error());
  Result<SecretBytes> opened = fail(ErrorCode::WrongPassword);
  if (*known) {
    const std::lock_guard guard(m_session->signIn()->mutex);
    opened = m_session->signIn()->keys.unlock(name, password);
  }
  if (!opened) {
    if (opened.error().code == ErrorCode::WrongPassword) {
      const auto logged = m_log.append(LogAction::SignInFailed, QStringLiteral("user"),
                                       storedMoment(clock().now()) + QLatin1Char(' ') + name);
      attempts.add({clock().now(), name, logged.has_value()});
      if (!logged)
        return std::unexpected(logged.error());
      return fail(ErrorCode::WitnessWrongPassword, {name});
    }
    return std::unexpected(opened.error());
  }
  if (auto logged = m_log.append(LogAction::Witness, QStringLiteral("user:%1").arg((*known)->id)); !logged)
    return std::unexpected(logged.error());
  return WitnessToken((*known)->id, (*known)->name, clock().now(), what);
}

Result<void> RegisterStore::mayConfirmClock() {
  if (auto allowed = require(Capability::ChangeRecords); !allowed)
    return allowed;
  const auto right = ledger().checkClock();
  if (right)
    return fail(ErrorCode::NothingToDo);
  return right.error().code == ErrorCode::ClockBehind ? Result<void>() : right;
}

Result<void> RegisterStore::confirmClock(WitnessToken& witness) {
  if (auto needed = mayConfirmClock(); !needed)
    return needed;
  if (witness.user() == user().id)
    return fail(ErrorCode::WitnessSelf, {witness.name()});
  const auto second = m_users.byId(witness.user());
  if (!second)
    return std::unexpected(second.error());
  const auto does = [&](Capability capability) { return *second && xueji::may((*second)->role, capability); };
  if (!does(Capability::Enrol) && !does(Capability::Approve))
    return fail(ErrorCode::RoleForbids, {*second ? toKey((*second)->role) : QString(), toKey(Capability::Approve)});
  if (auto spent = witness.spend(clock().now(), kWitnessClock); !spent)
    return spent;
  return m_log.append(LogAction::ClockConfirmed, QStringLiteral("user:%1").arg(witness.user()));
}

} // namespace xueji
