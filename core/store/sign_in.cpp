// Birth of a register and signing in.

#include "domain/ledger_facts.h"
#include "log_chain.h"
#include "migration.h"
#include "proven_copy.h"
#include "sign_in_attempts.h"
#include "store/accounts.h"
#include "store/backup.h"
#include "store/password_policy.h"
#include "store/schema.h"
#include "store/statement.h"
#include "store/tables.h"
#include "store_session.h"

#include <QDir>
#include <QFile>
#include <utility>

namespace xueji {

namespace {

/// Of a register that could not be made; a folder that stood there empty stands there empty again.
void removeNew(const RegisterFolder& folder, bool stoodEmpty) {
  for (const QString& file :
       {folder.database(), folder.database() + QStringLiteral("-wal"), folder.database() + QStringLiteral("-shm"),
        folder.keys(), folder.keysCopy(), folder.lock()})
    QFile::remove(file);
  QDir().rmdir(folder.backups());
  if (!stoodEmpty)
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

/// The school's first rows: they hold from the beginning.
Result<void> foundSchool(RegisterStore& store, const SchoolProfile& school) {
  Ledger writing = store.tables().ledger();
  if (auto begun = writing.begin(std::nullopt); !begun)
    return begun;
  Act act;
  act.kind = act_kind::kSetSchool;
  act.subject = Subject::school();
  act.effective = store.clock().today();
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
  return store.tables().log().append(LogAction::Change, objectOf(act.subject),
                                     act.kind + QLatin1Char(' ') + (*seal)->text());
}

} // namespace

/// The steps that create(), open() and openWithRecovery() share.
class SignInSteps {
public:
  static std::unique_ptr<RegisterStore> storeOf(std::unique_ptr<StoreSession> session) {
    return std::unique_ptr<RegisterStore>(new RegisterStore(std::move(session)));
  }
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
  auto store = storeOf(std::move(session));
  auto user = store->tables().users().byName(userName);
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
  Transaction work = store->tables().begin();
  if (auto begun = work.begun(); !begun)
    return std::unexpected(begun.error());
  Result<void> noted = noteSignIn(*store);
  if (noted && kept)
    noted = noteBackup(*store, *kept);
  if (noted && !head)
    noted = store->tables().log().append(LogAction::RollbackNoticed, QStringLiteral("log:%1").arg(remembered.rows));
  // The day may have turned since, and another ICU orders names another way.
  // A clock that is behind turns no day.
  if (noted && store->tables().ledger().checkClock())
    noted = store->tables().ledger().turnTo(clock.today());
  if (noted && !store->session().presentDay().isValid()) {
    const auto stood = store->tables().ledger().presentDay();
    if (stood)
      store->session().setPresentDay(*stood);
    else
      noted = std::unexpected(stood.error());
  }
  if (noted)
    noted = store->tables().ledger().renewOrder();
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
    if (auto logged = store.tables().log().append(LogAction::SignInFailed, QStringLiteral("user"),
                                                  storedMoment(attempt.time) + QLatin1Char(' ') + attempt.user);
        !logged)
      return logged;
  }
  return store.tables().log().append(LogAction::SignIn);
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
  if (auto set = (*store)->accounts().setPasswordAfterRecovery(newPassword, cost); !set)
    return std::unexpected(set.error());
  return store;
}

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
  // What somebody else put there meanwhile is theirs.
  const auto cleaned = [&](const Error& error) {
    if (error.code != ErrorCode::RegisterExists)
      removeNew(folder, stoodEmpty);
    return std::unexpected(error);
  };
  if (auto made = folder.make(); !made)
    return cleaned(made.error());
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
    auto store = SignInSteps::storeOf(std::make_unique<StoreSession>(signIn, std::move(*connection), clock, registry));
    store->session().setUser({0, wish.userName, Role::Registrar, clock.now(), {}});
    Transaction first = store->tables().begin();
    auto user = store->tables().users().insert(wish.userName, Role::Registrar);
    if (!user)
      return std::unexpected(user.error());
    store->session().setUser({*user, wish.userName, Role::Registrar, clock.now(), {}});
    if (auto set = foundSchool(*store, wish.school); !set)
      return std::unexpected(set.error());
    if (auto ordered = store->tables().ledger().renewOrder(); !ordered)
      return std::unexpected(ordered.error());
    if (auto logged = store->tables().log().append(LogAction::SignIn); !logged)
      return std::unexpected(logged.error());
    if (auto done = first.commit(); !done)
      return std::unexpected(done.error());
    return store;
  };
  auto store = fill();
  if (!store)
    return cleaned(store.error());
  return Created{std::move(*store), *recovery};
}

} // namespace xueji
