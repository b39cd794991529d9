#pragma once

#include "domain/case.h"
#include "domain/class_book.h"
#include "domain/clock.h"
#include "domain/ledger_registry.h"
#include "domain/school_profile.h"
#include "store/capability.h"
#include "store/connection.h"
#include "store/key_file.h"
#include "store/log_table.h"
#include "store/private_copy.h"
#include "store/register_folder.h"
#include "store/seal.h"
#include "store/statement.h"
#include "store/user_table.h"
#include "text/order.h"
#include "writer_lock.h"

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
  qint64 lastCase = 0;   ///< newest number drawn for a case (guarded by `mutex`)
  bool keepsHead = true; ///< false while a copy is made that is not the register yet: keys.json is left alone

  /// A register of an older schema that is only read: its version, and the migrated copy that is read in its place.
  struct Older {
    int schema = 0;
    PrivateCopy copy;
  };
  std::optional<Older> older;
  /// The database that connections open.
  QString database() const { return older ? older->copy.database() : folder.database(); }
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

  /// How long a transaction waits for another connection that writes before it answers RegisterBusy.
  void setPatience(int milliseconds) { m_patience = milliseconds; }
  /// For Transaction. `wait` false: answers RegisterBusy at once while another connection writes.
  Result<void> enter(bool wait = true);
  Result<void> leave(bool commit);
  bool isInTransaction() const { return m_depth > 0; }

  /// For LogTable.
  /// `time`: now where null.
  Result<void> queueLog(LogAction action, const QString& object, const QString& detail, const QDateTime& time = {});
  /// Stores what waits: log rows and cases. While another connection writes they go on waiting.
  Result<void> flush();

  /// For CaseTable: stores a case, with a line of the log if one is given; outside a transaction at once, or with the
  /// next one while another connection writes.
  Result<void> keepCase(const Case& draft, const std::optional<LogRow>& said);
  const QMap<qint64, Case>& waitingCases() const { return m_waitingCases; }

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
  /// All classes as they stand in this connection's view, read anew when one has changed.
  Result<std::shared_ptr<const ClassBook>> classes();
  /// Reads both anew where another connection has written or the day has turned since. Done at the beginning of every
  /// transaction; nothing within one.
  Result<void> catchUp();
  /// Adds the rows of a table from id `first` on to a seal.
  Result<void> sealRows(Seal& seal, const QString& table, qint64 first);

private:
  Result<void> appendQueued();
  Result<void> writeCases();
  Result<void> writeUnlogged(const Case& draft);
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
    QDate day; ///< as at which it was read; null before that
  };
  School m_school;
  std::shared_ptr<const ClassBook> m_classes;
  QPair<qint64, qint64> m_classStamp;   ///< ClassTable::stamp() of m_classes
  std::optional<School> m_schoolBefore; ///< the running transaction
  struct NewestTime {
    qint64 upTo = 0; ///< row of the log up to which it was looked for; 0: not yet
    QDateTime time;
  };
  NewestTime m_newestTime;
  qint64 m_dataVersion = 0; ///< SQLite's mark of what other connections wrote, as of reading the school
  struct SealedRows {
    RawRows rows;
    SealedTable sealed;
  };
  std::unordered_map<QString, SealedRows> m_sealed; ///< by table, prepared once
  ChineseOrder m_order;
  User m_user;
  Result<void> m_rollbackState;
  std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
  int m_patience = 10000; ///< ms
  int m_depth = 0;
  std::optional<Error> m_doom;
  int m_changesBefore = 0;
  int m_unlogged = 0;                ///< changes of the running transaction that need no line in the log: cases
  QMap<qint64, Case> m_waitingCases; ///< kept outside a transaction and not yet stored
  QList<LogRow> m_waiting;           ///< asked for outside a transaction and not yet stored
  QList<LogRow> m_queued;            ///< of the running transaction
  LogHead m_newest;                  ///< as the running transaction will leave it
};

/// Facts in the order of their tables' names, as seals take them.
QList<const Fact*> factsByTable(const Registry& registry);

} // namespace xueji
