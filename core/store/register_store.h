#pragma once

#include "domain/clock.h"
#include "domain/error.h"
#include "domain/school_profile.h"
#include "store/act_table.h"
#include "store/approval_table.h"
#include "store/batch_table.h"
#include "store/capability.h"
#include "store/case_table.h"
#include "store/connection.h"
#include "store/fact_tables.h"
#include "store/key_cost.h"
#include "store/ledger.h"
#include "store/log_table.h"
#include "store/secret_bytes.h"
#include "store/setting_table.h"
#include "store/student_table.h"
#include "store/transaction.h"
#include "store/user_table.h"
#include "store/witness.h"

#include <functional>
#include <memory>

namespace xueji {

class KeyFile;

/// What a new register starts with. The first account is a registrar.
struct NewRegister {
  QString folder;
  SchoolProfile school;
  QString userName;
  SecretBytes password;
  KeyCost cost = {};
};

/// One opened register and its signed-in user. Belongs to the thread that made it; another() is for a worker.
class RegisterStore {
public:
  struct Created {
    std::unique_ptr<RegisterStore> store;
    QString recoverySecret; ///< grouped, with check characters; to be printed once, kept nowhere
  };
  /// Errors: RegisterExists, PathMissing, NotWritable, DiskFull, PasswordTooWeak, ValueInvalid (user name).
  static Result<Created> create(const NewRegister& wish, const Clock& clock, const Registry& registry);

  /// Signs in. A failed attempt is kept beside the register (attempts.json: time and name) and enters the log with the
  /// next sign-in. After the third failure one must wait 1 s, after the tenth 5 s. An older schema is migrated (with
  /// Access::Write). With Access::Read nothing is logged, so nothing personal is shown: the log refuses (NotWritable);
  /// it is for verify(). A backup opens with Access::Read only. Errors: RegisterMissing, NotARegister, IsBackup,
  /// RegisterInUse, TooManyAttempts, WrongPassword, KeyFileDamaged, KeyDoesNotFit, RegisterDamaged, RegisterNewer,
  /// NotWritable ...
  static Result<std::unique_ptr<RegisterStore>> open(const QString& folder, const QString& user,
                                                     const SecretBytes& password, const Clock& clock,
                                                     const Registry& registry, Access access = Access::Write);
  /// Opens by the recovery sheet and gives `user` (an active account) a new password. Errors: WrongRecoverySecret,
  /// UserUnknown, PasswordTooWeak, and those of open().
  static Result<std::unique_ptr<RegisterStore>> openWithRecovery(const QString& folder, const QString& recoverySecret,
                                                                 const QString& user, const SecretBytes& newPassword,
                                                                 const Clock& clock, const Registry& registry,
                                                                 KeyCost cost = {});
  ~RegisterStore();
  RegisterStore(const RegisterStore&) = delete;
  RegisterStore& operator=(const RegisterStore&) = delete;

  /// Another connection with the same key, user and lock, to be called in the thread that will use it. May be called
  /// while this one is in use; the lock lives until the last of them ends. Clock and registry must outlive it.
  Result<std::unique_ptr<RegisterStore>> another() const;

  const User& user() const;
  QString folder() const; ///< absolute
  QString registerId() const;
  const Clock& clock() const;
  Access access() const;
  bool may(Capability capability) const;
  Result<void> require(Capability capability) const; ///< RoleForbids

  /// LogRolledBack when the register was older than its keys at opening (noted in the log, too).
  Result<void> rollbackState() const;

  /// The school as it stands today (a state of the ledger, read at opening and after every change; what other
  /// connections write and the turn of the day come in with catchUp(), every snapshot and every transaction).
  const SchoolProfile& school() const;
  /// All rows of the school's facts: nobody's data, whoever signs in may read them.
  const Chains& schoolChains() const;
  /// All classes with their dated facts; a value that later changes leave alone.
  Result<std::shared_ptr<const ClassBook>> classes() const;
  /// Reads the school anew where another connection has written or the day has turned since.
  Result<void> catchUp();
  const Registry& registry() const;
  /// A new way to write acts; for one transaction.
  Ledger ledger() { return Ledger(*m_session); }

  CaseTable cases() { return CaseTable(*m_session); }
  ApprovalTable approvals() { return ApprovalTable(*m_session); }
  StudentTable& students();
  FactTables& facts();
  ActTable& acts();
  BatchTable& batches();
  UserTable& users();
  SettingTable& settings();
  LogTable& log();

  Transaction begin();

  /// Accounts: row and key slot together. Need Capability::ManageUsers. Errors: UserExists, PasswordTooWeak,
  /// ValueInvalid (name), UserUnknown, WrongUse (oneself).
  Result<qint64> addUser(const QString& name, Role role, const SecretBytes& password, KeyCost cost = {});
  Result<void> removeUser(const QString& name);
  /// Of the signed-in person. Errors: WrongPassword, PasswordTooWeak.
  Result<void> changePassword(const SecretBytes& present, const SecretBytes& fresh, KeyCost cost = {});
  /// A new recovery sheet; the old one stops working. Needs ManageUsers.
  Result<QString> renewRecovery(KeyCost cost = {});
  /// A second person at the same desk confirms `what` (a hash, or kWitnessClock): opens that person's slot (delay and
  /// log as at sign-in). Not within a transaction. Errors: WitnessAlone (there is no other account), WitnessSelf,
  /// WitnessWrongPassword, TooManyAttempts.
  Result<WitnessToken> witness(const QString& name, const SecretBytes& password, const QByteArray& what);
  /// Whether there is a clock to confirm, before a second person is asked. Errors: RoleForbids (change_records),
  /// NothingToDo (it is not behind the log).
  Result<void> mayConfirmClock();
  /// A clock behind the log is right after all (the log ran ahead): acts are taken again. Needs a witness of
  /// kWitnessClock whose own role enrols or approves. Errors: those of mayConfirmClock() and of WitnessToken::spend(),
  /// WitnessSelf, RoleForbids (the witness's role, approve).
  Result<void> confirmClock(WitnessToken& witness);
  /// Whether this is the signed-in person's password (a locked window asks).
  Result<void> checkPasswordOfUser(const SecretBytes& password);

  /// For core/store only.
  StoreSession& session() const { return *m_session; }

private:
  friend class SignInSteps;
  explicit RegisterStore(std::unique_ptr<StoreSession> session);
  Result<void> foundSchool(const SchoolProfile& school);
  /// Slots of the key file and rows of the database together. An error leaves both as they were, on the disk and in
  /// memory.
  Result<void> changeKeys(const std::function<Result<void>()>& record,
                          const std::function<Result<void>(KeyFile&)>& change);

  std::unique_ptr<StoreSession> m_session;
  StudentTable m_students;
  FactTables m_facts;
  ActTable m_acts;
  BatchTable m_batches;
  UserTable m_users;
  SettingTable m_settings;
  LogTable m_log;
};

} // namespace xueji
