#include "store/transaction.h"

#include "store_session.h"

#include <utility>

namespace xueji {

Transaction::Transaction(StoreSession& session) : m_session(&session), m_begun(session.enter()) {
  m_entered = m_begun.has_value() || session.isInTransaction();
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_session(other.m_session), m_begun(std::move(other.m_begun)), m_entered(std::exchange(other.m_entered, false)) {}

Transaction::~Transaction() {
  giveUp();
}

void Transaction::giveUp() {
  if (std::exchange(m_entered, false))
    static_cast<void>(m_session->leave(false));
}

Result<void> Transaction::begun() const {
  return m_begun;
}

Result<void> Transaction::commit() {
  if (!m_entered)
    return m_begun ? fail(ErrorCode::Internal, {QStringLiteral("transaction: ended already")}) : m_begun;
  m_entered = false;
  return m_session->leave(true);
}

} // namespace xueji
