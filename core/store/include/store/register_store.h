#pragma once

#include "domain/clock.h"
#include "domain/error.h"
#include "domain/school_profile.h"
#include "seal/key_cost.h"
#include "seal/secret_bytes.h"
#include "store/access.h"
#include "store/capability.h"
#include "store/user.h"

#include <functional>
#include <memory>

namespace xueji {

class Accounts;
class Chains;
class ClassBook;
class StoreSession;
class Tables;
struct Registry;

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
  /// After an error nothing of it is left. Errors: RegisterExists, PathMissing, NotWritable, DiskFull, PasswordTooWeak,
  /// ValueInvalid (user name).
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
  /// How long an act waits for another connection that writes before it answers RegisterBusy: ten seconds, unless told.
  void setPatience(int milliseconds);
  const Registry& registry() const;

  /// Accounts, passwords, witnesses (store/accounts.h).
  Accounts accounts();
  /// For core/register only.
  Tables& tables() const;
  /// For core/store only.
  StoreSession& session() const { return *m_session; }

private:
  friend class SignInSteps;
  explicit RegisterStore(std::unique_ptr<StoreSession> session);

  std::unique_ptr<StoreSession> m_session;
  std::unique_ptr<Tables> m_tables;
};

} // namespace xueji
