#include "store/register_store.h"

#include "domain/ledger_facts.h"
#include "store/log_chain.h"
#include "store/migration.h"
#include "store/password_policy.h"
#include "store/proven_copy.h"
#include "store/schema.h"
#include "store/sign_in_attempts.h"
#include "store/store_session.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <utility>

namespace xueji {

namespace {

constexpr int kLongestUserName = 64;

Result<void> checkUserName(const QString& name) {
  // One spelling a person: the key slots compare normal form C, so nothing else becomes an account.
  const QString trimmed = name.normalized(QString::NormalizationForm_C).trimmed();
  if (trimmed.isEmpty() || trimmed != name || name.size() > kLongestUserName)
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("user"), name.left(kLongestUserName)});
  return {};
}

void removeNew(const RegisterFolder& folder) {
  for (const QString& file : {folder.database(), folder.keys(), folder.keysCopy(), folder.lock()})
    QFile::remove(file);
  QDir().rmdir(folder.backups());
  QDir().rmdir(folder.path());
}

/// Whether the database still holds the row that keys.json remembers as newest.
Result<void> compareHead(StoreSession& session, const LogHead& remembered) {
  if (remembered.rows == 0)
    return {};
  Statement query(session, QStringLiteral("SELECT mac FROM log WHERE id = ?"));
  if (auto ran = query.bind(remembered.rows).run("log: compare head"); !ran)
    return ran;
  if (query.next() && query.bytes(0) == remembered.head)
    return {};
  return fail(ErrorCode::LogRolledBack);
}

} // namespace

RegisterStore::RegisterStore(std::unique_ptr<StoreSession> session)
    : m_session(std::move(session)), m_students(*m_session), m_facts(*m_session), m_acts(*m_session),
      m_batches(*m_session), m_users(*m_session), m_settings(*m_session), m_log(*m_session) {}

RegisterStore::~RegisterStore() = default;

Result<RegisterStore::Created> RegisterStore::create(const NewRegister& wish, const Clock& clock,
                                                     const Registry& registry) {
  if (auto good = checkUserName(wish.userName); !good)
    return std::unexpected(good.error());
  if (auto strong = checkPassword(wish.password); !strong)
    return std::unexpected(strong.error());
  const RegisterFolder folder(wish.folder);
  const bool stoodEmpty = folder.exists();
  SecretBytes dataKey = KeyFile::newDataKey();
  KeyFile keys = KeyFile::makeNew();
  if (auto slot = keys.setPassword(wish.userName, wish.password, wish.cost, dataKey); !slot)
    return std::unexpected(slot.error());
  auto recovery = keys.renewRecovery(wish.cost, dataKey);
  if (!recovery)
    return std::unexpected(recovery.error());
  if (auto made = folder.make(); !made)
    return std::unexpected(made.error());
  const auto fill = [&]() -> Result<std::unique_ptr<RegisterStore>> {
    if (auto made = Connection::create(folder.database(), dataKey, registry.newestSchema(),
                                       [&](QSqlDatabase& fresh) { return applySchema(fresh, registry.steps); });
        !made)
      return std::unexpected(made.error());
    if (auto saved = keys.save(folder.path(), dataKey); !saved)
      return std::unexpected(saved.error());
    auto lock = WriterLock::acquire(folder, wish.userName, clock);
    if (!lock)
      return std::unexpected(lock.error());
    auto connection = Connection::open(folder.database(), dataKey, Access::Write, registry.newestSchema());
    if (!connection)
      return std::unexpected(connection.error());
    auto signIn = std::make_shared<SignIn>(folder, std::move(dataKey), std::move(keys));
    signIn->lock = std::move(*lock);
    std::unique_ptr<RegisterStore> store(
        new RegisterStore(std::make_unique<StoreSession>(signIn, std::move(*connection), clock, registry)));
    store->m_session->setUser({0, wish.userName, Role::Registrar, clock.now(), {}});
    Transaction first = store->begin();
    auto user = store->m_users.insert(wish.userName, Role::Registrar);
    if (!user)
      return std::unexpected(user.error());
    store->m_session->setUser({*user, wish.userName, Role::Registrar, clock.now(), {}});
    if (auto set = store->foundSchool(wish.school); !set)
      return std::unexpected(set.error());
    if (auto ordered = store->ledger().renewOrder(); !ordered)
      return std::unexpected(ordered.error());
    if (auto logged = store->m_log.append(LogAction::SignIn); !logged)
      return std::unexpected(logged.error());
    if (auto done = first.commit(); !done)
      return std::unexpected(done.error());
    return store;
  };
  auto store = fill();
  if (!store) {
    if (!stoodEmpty)
      removeNew(folder);
    return std::unexpected(store.error());
  }
  return Created{std::move(*store), *recovery};
}

/// What open() and openWithRecovery() share once the data key is there.
class SignInSteps {
public:
  static Result<std::unique_ptr<RegisterStore>> openUnlocked(std::shared_ptr<SignIn> signIn, const QString& userName,
                                                             const Clock& clock, const Registry& registry,
                                                             Access access);
  static Result<void> noteSignIn(RegisterStore& store);
};

Result<std::unique_ptr<RegisterStore>> SignInSteps::openUnlocked(std::shared_ptr<SignIn> signIn,
                                                                 const QString& userName, const Clock& clock,
                                                                 const Registry& registry, Access access) {
  const int newest = registry.newestSchema();
  std::optional<BackupProof> kept;
  std::unique_ptr<Connection> opened; ///< where nothing was to be migrated
  if (access == Access::Write && signIn->keys.isBackup())
    return fail(ErrorCode::IsBackup, {signIn->folder.path()});
  if (access == Access::Write) {
    auto lock = WriterLock::acquire(signIn->folder, userName, clock);
    if (!lock)
      return std::unexpected(lock.error());
    signIn->lock = std::move(*lock);
    auto migrated = migrate(signIn, userName, clock, registry);
    if (!migrated)
      return std::unexpected(migrated.error());
    kept = std::move(migrated->kept);
    opened = std::move(migrated->connection);
  }
  Result<std::unique_ptr<Connection>> connection(std::move(opened));
  if (!*connection)
    connection = Connection::open(signIn->database(), signIn->dataKey, access, newest);
  if (connection && (*connection)->schemaVersion() < newest) {
    if (auto made = migrateForReading(signIn, std::move(*connection), userName, clock, registry); !made)
      return std::unexpected(made.error());
    connection = Connection::open(signIn->database(), signIn->dataKey, access, newest);
  }
  if (!connection)
    return std::unexpected(connection.error());
  const LogHead remembered = signIn->keys.logHead();
  auto session = std::make_unique<StoreSession>(signIn, std::move(*connection), clock, registry);
  const Result<void> head = compareHead(*session, remembered);
  if (!head && head.error().code != ErrorCode::LogRolledBack)
    return std::unexpected(head.error());
  session->setRollbackState(head);
  std::unique_ptr<RegisterStore> store(new RegisterStore(std::move(session)));
  auto user = store->users().byName(userName);
  if (!user)
    return std::unexpected(user.error());
  if (!*user) // a slot without an account: half of an addition or a removal; it opens nothing
    return fail(ErrorCode::WrongPassword);
  store->session().setUser(**user);
  if (access == Access::Read) {
    if (auto school = store->session().readSchool(); !school)
      return std::unexpected(school.error());
    return store;
  }
  Transaction work = store->begin();
  if (auto begun = work.begun(); !begun)
    return std::unexpected(begun.error());
  Result<void> noted = noteSignIn(*store);
  if (noted && kept)
    noted = noteBackup(*store, *kept);
  if (noted && !head)
    noted = store->log().append(LogAction::RollbackNoticed, QStringLiteral("log:%1").arg(remembered.rows));
  // The day may have turned since, and another ICU orders names another way.
  // A clock that is behind turns no day.
  if (noted && store->ledger().checkClock())
    noted = store->ledger().turnTo(clock.today());
  if (noted && !store->session().presentDay().isValid()) {
    const auto stood = store->ledger().presentDay();
    if (stood)
      store->session().setPresentDay(*stood);
    else
      noted = std::unexpected(stood.error());
  }
  if (noted)
    noted = store->ledger().renewOrder();
  if (noted)
    noted = store->session().readSchool();
  if (noted)
    noted = work.commit();
  if (!noted)
    return std::unexpected(noted.error());
  SignInAttempts(store->folder()).clear();
  return store;
}

Result<void> SignInSteps::noteSignIn(RegisterStore& store) {
  const SignInAttempts attempts(store.folder());
  for (const SignInAttempts::Attempt& attempt : attempts.all()) {
    if (attempt.logged)
      continue;
    if (auto logged = store.log().append(LogAction::SignInFailed, QStringLiteral("user"),
                                         storedMoment(attempt.time) + QLatin1Char(' ') + attempt.user);
        !logged)
      return logged;
  }
  return store.log().append(LogAction::SignIn);
}

Result<std::unique_ptr<RegisterStore>> RegisterStore::open(const QString& folder, const QString& user,
                                                           const SecretBytes& password, const Clock& clock,
                                                           const Registry& registry, Access access) {
  const RegisterFolder place(folder);
  if (auto is = place.mustBeRegister(); !is)
    return std::unexpected(is.error());
  auto keys = KeyFile::load(place.path());
  if (!keys)
    return std::unexpected(keys.error());
  SignInAttempts attempts(place.path());
  if (auto may = attempts.mayTry(clock.now()); !may)
    return std::unexpected(may.error());
  auto dataKey = keys->unlock(user, password);
  if (!dataKey) {
    if (dataKey.error().code == ErrorCode::WrongPassword)
      attempts.add({clock.now(), user});
    return std::unexpected(dataKey.error());
  }
  return SignInSteps::openUnlocked(std::make_shared<SignIn>(place, std::move(*dataKey), std::move(*keys)), user, clock,
                                   registry, access);
}

Result<std::unique_ptr<RegisterStore>>
RegisterStore::openWithRecovery(const QString& folder, const QString& recoverySecret, const QString& user,
                                const SecretBytes& newPassword, const Clock& clock, const Registry& registry,
                                KeyCost cost) {
  const RegisterFolder place(folder);
  if (auto is = place.mustBeRegister(); !is)
    return std::unexpected(is.error());
  if (auto strong = checkPassword(newPassword); !strong)
    return std::unexpected(strong.error());
  auto keys = KeyFile::load(place.path());
  if (!keys)
    return std::unexpected(keys.error());
  auto dataKey = keys->unlockWithRecovery(recoverySecret);
  if (!dataKey)
    return std::unexpected(dataKey.error());
  auto store = SignInSteps::openUnlocked(std::make_shared<SignIn>(place, std::move(*dataKey), std::move(*keys)), user,
                                         clock, registry, Access::Write);
  if (!store) {
    if (store.error().code == ErrorCode::WrongPassword)
      return fail(ErrorCode::UserUnknown, {user});
    return std::unexpected(store.error());
  }
  const auto record = [&] {
    return (*store)->m_log.append(LogAction::PasswordChanged, QStringLiteral("user:%1").arg((*store)->user().id),
                                  QStringLiteral("recovery sheet"));
  };
  const auto change = [&](KeyFile& file) {
    return file.setPassword(user, newPassword, cost, (*store)->session().signIn()->dataKey);
  };
  if (auto set = (*store)->changeKeys(record, change); !set)
    return std::unexpected(set.error());
  return store;
}

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

/// The school's first rows: they hold from the beginning.
Result<void> RegisterStore::foundSchool(const SchoolProfile& school) {
  Ledger writing = ledger();
  if (auto begun = writing.begin(std::nullopt); !begun)
    return begun;
  Act act;
  act.kind = act_kind::kSetSchool;
  act.subject = Subject::school();
  act.effective = clock().today();
  Snapshot snapshot;
  Planned planned;
  planned.rows = rowsOf(school, QString());
  if (auto written = writing.append(act, planned, snapshot); !written)
    return written;
  if (auto present = writing.writePresent(act.subject, snapshot); !present)
    return present;
  const auto seal = writing.seal();
  if (!seal)
    return std::unexpected(seal.error());
  return m_log.append(LogAction::Change, objectOf(act.subject), act.kind + QLatin1Char(' ') + (*seal)->text());
}

StudentTable& RegisterStore::students() {
  return m_students;
}
FactTables& RegisterStore::facts() {
  return m_facts;
}
ActTable& RegisterStore::acts() {
  return m_acts;
}
BatchTable& RegisterStore::batches() {
  return m_batches;
}
UserTable& RegisterStore::users() {
  return m_users;
}
SettingTable& RegisterStore::settings() {
  return m_settings;
}
LogTable& RegisterStore::log() {
  return m_log;
}

Transaction RegisterStore::begin() {
  return Transaction(*m_session);
}

Result<void> RegisterStore::changeKeys(const std::function<Result<void>()>& record,
                                       const std::function<Result<void>(KeyFile&)>& change) {
  const auto& signIn = m_session->signIn();
  const std::lock_guard changing(signIn->changing);
  Transaction work = begin();
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

Result<qint64> RegisterStore::addUser(const QString& name, Role role, const SecretBytes& password, KeyCost cost) {
  if (auto allowed = require(Capability::ManageUsers); !allowed)
    return std::unexpected(allowed.error());
  if (auto good = checkUserName(name); !good)
    return std::unexpected(good.error());
  if (auto strong = checkPassword(password); !strong)
    return std::unexpected(strong.error());
  const auto known = m_users.byName(name);
  if (!known)
    return std::unexpected(known.error());
  if (*known)
    return fail(ErrorCode::UserExists, {name});
  Result<qint64> id;
  const auto record = [&]() -> Result<void> {
    id = m_users.insert(name, role);
    return id ? Result<void>{} : std::unexpected(id.error());
  };
  const auto change = [&](KeyFile& file) {
    return file.setPassword(name, password, cost, m_session->signIn()->dataKey);
  };
  if (auto added = changeKeys(record, change); !added)
    return std::unexpected(added.error());
  return id;
}

Result<void> RegisterStore::removeUser(const QString& name) {
  if (auto allowed = require(Capability::ManageUsers); !allowed)
    return allowed;
  const auto known = m_users.byName(name);
  if (!known)
    return std::unexpected(known.error());
  if (!*known)
    return fail(ErrorCode::UserUnknown, {name});
  if ((*known)->id == user().id)
    return fail(ErrorCode::WrongUse, {QStringLiteral("remove oneself")});
  const auto change = [&](KeyFile& file) { return file.hasUser(name) ? file.removeUser(name) : Result<void>{}; };
  return changeKeys([&] { return m_users.markRemoved((*known)->id); }, change);
}

Result<void> RegisterStore::checkPasswordOfUser(const SecretBytes& password) {
  const auto& signIn = m_session->signIn();
  SignInAttempts attempts(folder());
  if (auto may = attempts.mayTry(clock().now()); !may)
    return may;
  Result<SecretBytes> opened;
  {
    const std::lock_guard guard(signIn->mutex);
    opened = signIn->keys.unlock(user().name, password);
  }
  if (opened)
    return {};
  if (opened.error().code == ErrorCode::WrongPassword)
    attempts.add({clock().now(), user().name});
  return std::unexpected(opened.error());
}

Result<void> RegisterStore::changePassword(const SecretBytes& present, const SecretBytes& fresh, KeyCost cost) {
  if (auto strong = checkPassword(fresh); !strong)
    return strong;
  if (auto right = checkPasswordOfUser(present); !right)
    return right;
  const auto record = [&] {
    return m_log.append(LogAction::PasswordChanged, QStringLiteral("user:%1").arg(user().id));
  };
  return changeKeys(
      record, [&](KeyFile& file) { return file.setPassword(user().name, fresh, cost, m_session->signIn()->dataKey); });
}

Result<QString> RegisterStore::renewRecovery(KeyCost cost) {
  if (auto allowed = require(Capability::ManageUsers); !allowed)
    return std::unexpected(allowed.error());
  Result<QString> text;
  const auto change = [&](KeyFile& file) -> Result<void> {
    text = file.renewRecovery(cost, m_session->signIn()->dataKey);
    return text ? Result<void>{} : std::unexpected(text.error());
  };
  if (auto renewed = changeKeys([&] { return m_log.append(LogAction::RecoveryRenewed); }, change); !renewed)
    return std::unexpected(renewed.error());
  return text;
}

} // namespace xueji
