#include "store/register_store.h"

#include "store/accounts.h"
#include "store/tables.h"
#include "store_session.h"

namespace xueji {

RegisterStore::RegisterStore(std::unique_ptr<StoreSession> session)
    : m_session(std::move(session)), m_tables(std::make_unique<Tables>(*m_session)) {}

RegisterStore::~RegisterStore() = default;

Result<std::unique_ptr<RegisterStore>> RegisterStore::another() const {
  const auto& signIn = m_session->signIn();
  auto connection = Connection::open(signIn->database(), signIn->dataKey, access(), registry().newestSchema());
  if (!connection)
    return std::unexpected(connection.error());
  auto session = std::make_unique<StoreSession>(signIn, std::move(*connection), m_session->clock(), registry());
  session->setUser(m_session->user());
  session->setRollbackState(m_session->rollbackState());
  session->setPresentDay(m_session->presentDay());
  if (auto school = session->readSchool(); !school)
    return std::unexpected(school.error());
  return std::unique_ptr<RegisterStore>(new RegisterStore(std::move(session)));
}

const User& RegisterStore::user() const {
  return m_session->user();
}

QString RegisterStore::folder() const {
  return m_session->signIn()->folder.path();
}

QString RegisterStore::registerId() const {
  const std::lock_guard guard(m_session->signIn()->mutex);
  return m_session->signIn()->keys.registerId();
}

const Clock& RegisterStore::clock() const {
  return m_session->clock();
}

Access RegisterStore::access() const {
  return m_session->connection().access();
}

bool RegisterStore::may(Capability capability) const {
  return xueji::may(user().role, capability);
}

Result<void> RegisterStore::require(Capability capability) const {
  return m_session->require(capability);
}

Result<void> RegisterStore::rollbackState() const {
  return m_session->rollbackState();
}

const SchoolProfile& RegisterStore::school() const {
  return m_session->school();
}

const Chains& RegisterStore::schoolChains() const {
  return m_session->schoolChains();
}

Result<std::shared_ptr<const ClassBook>> RegisterStore::classes() const {
  return m_session->classes();
}

Result<void> RegisterStore::catchUp() {
  return m_session->catchUp();
}

const Registry& RegisterStore::registry() const {
  return m_session->registry();
}

void RegisterStore::setPatience(int milliseconds) {
  m_session->setPatience(milliseconds);
}

Accounts RegisterStore::accounts() {
  return Accounts(*this);
}

Tables& RegisterStore::tables() const {
  return *m_tables;
}

} // namespace xueji
