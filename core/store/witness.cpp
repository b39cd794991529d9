#include "store/witness.h"

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

} // namespace xueji
