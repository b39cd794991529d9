#pragma once

#include "domain/clock.h"
#include "domain/ledger_registry.h"
#include "domain/school_profile.h"
#include "store/capability.h"
#include "store/connection.h"
#include "store/key_file.h"
#include "store/log_table.h"
#include "store/register_folder.h"
#include "store/seal.h"
#include "store/statement.h"
#include "store/user_table.h"
#include "store/writer_lock.h"
#include "text/order.h"

#include <mutex>
#include <unordered_map>

namespace xueji {

/// What all connections of one sign-in share: keys, key file, writer's lock.
struct SignIn {
  explicit SignIn(RegisterFolder place, SecretBytes key, KeyFile file);
  /// Brings the second copy of keys.json up to the log's head: an older one must not hide a rolled-back register.
  ~SignIn();

  RegisterFolder folder;
  SecretBytes dataKey;
  SecretBytes logKey;  ///< derived from the data key, for the chain only
  SecretBytes sealKey; ///< likewise, for the seals of acts and settings only
  std::mutex mutex;    ///< guards keys and lock
  std::mutex changing; ///< held while slots of the keys change, before `mutex`
  KeyFile keys;
  std::optional<WriterLock> lock;
};

/// One connection at work for one person: prepared statements, the running transaction, what is still to be logged.
/// The tables are faces of it. Belongs to one thread.
class StoreSession {
public:
  StoreSession(std::shared_ptr<SignIn> signIn, std::unique_ptr<Connection> connection, const Clock& clock,
               const Registry& registry);
  ~StoreSession();
  StoreSession(const StoreSession&) = delete;
  StoreSession& operator=(const StoreSession&) = delete;

  Connection& connection() const { return *m_connection; }
  QSqlDatabase database() const { return m_connection->database(); }
  const Clock& clock() const { return m_clock; }
  const Registry& registry() const { return m_registry; }
  const std::shared_ptr<SignIn>& signIn() const { return m_signIn; }
  const ChineseOrder& order() const { return m_order; }

  const User& user() const { return m_user; }
  void setUser(User user) { m_user = std::move(user); }
  Result<void> require(Capability capability) const;
  /// LogRolledBack when the register was older than its keys at opening.
  const Result<void>& rollbackState() const { return m_rollbackState; }
  void setRollbackState(const Result<void>& state) { m_rollbackState = state; }

  /// For Transaction. `wait` false: answers RegisterInUse at once while another connection writes.
  Result<void> enter(bool wait = true);
  Result<void> leave(bool commit);
  /// Why the running transaction can no longer be committed.
  const std::optional<Error>& doom() const { return m_doom; }
  bool isInTransaction() const { return m_depth > 0; }

  /// For LogTable.
  /// `time`: now where null.
  Result<void> queueLog(LogAction action, const QString& object, const QString& detail, const QDateTime& time = {});
  Result<void> flushLog();

  std::unique_ptr<QSqlQuery> takePrepared(const QString& sql);
  void keepPrepared(const QString& sql, std::unique_ptr<QSqlQuery> query);

  /// Number and MAC of the newest log row.
  Result<LogHead> newestLog();
  /// The latest time in the log since a witness last confirmed the clock; null without rows.
  Result<QDateTime> newestLogTime();

  /// The day as at which present rows are written; set by Ledger::turnTo().
  const QDate& presentDay() const { return m_presentDay; }
  void setPresentDay(const QDate& day) { m_presentDay = day; }
  /// The school as it stands on the present day.
  const SchoolProfile& school() const { return m_school.profile; }
  /// All rows of the school, as school() was read from them.
  const Chains& schoolChains() const { return m_school.chains; }
  /// Reads both anew; a transaction that is not committed puts back what was known before.
  Result<void> readSchool();
  /// Declared defaults of a table's columns, read once.
  Result<Seal::Defaults> defaultsOf(const QString& table);

private:
  Result<void> appendQueued();
  Result<void> finish(bool commit);
  Result<void> exec(const char* sql);
  void copyHead();

  std::shared_ptr<SignIn> m_signIn;
  std::unique_ptr<Connection> m_connection;
  const Clock& m_clock;
  const Registry& m_registry;
  QDate m_presentDay;
  struct School {
    SchoolProfile profile;
    Chains chains;
  };
  School m_school;
  std::optional<School> m_schoolBefore; ///< the running transaction
  QHash<QString, Seal::Defaults> m_defaults;
  ChineseOrder m_order;
  User m_user;
  Result<void> m_rollbackState;
  std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
  int m_depth = 0;
  std::optional<Error> m_doom;
  int m_changesBefore = 0;
  QList<LogRow> m_waiting; ///< asked for outside a transaction and not yet stored
  QList<LogRow> m_queued;  ///< of the running transaction
  LogHead m_newest;        ///< as the running transaction will leave it
};

/// Facts in the order of their tables' names, as seals take them.
QList<const Fact*> factsByTable(const Registry& registry);

} // namespace xueji
