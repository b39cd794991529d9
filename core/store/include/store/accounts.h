#pragma once

#include "seal/key_cost.h"
#include "store/register_store.h"
#include "store/witness.h"

namespace xueji {

class KeyFile;

/// The people of a register: an account is a row and a slot of the key file, changed together.
class Accounts {
public:
  explicit Accounts(RegisterStore& store) : m_store(store) {}

  /// Need Capability::ManageUsers. Errors: UserExists, PasswordTooWeak, ValueInvalid (name), UserUnknown, WrongUse
  /// (oneself).
  Result<qint64> add(const QString& name, Role role, const SecretBytes& password, KeyCost cost = {});
  Result<void> remove(const QString& name);
  /// Of the signed-in person. Errors: WrongPassword, PasswordTooWeak.
  Result<void> changePassword(const SecretBytes& present, const SecretBytes& fresh, KeyCost cost = {});
  /// A new recovery sheet; the old one stops working. Needs ManageUsers.
  Result<QString> renewRecovery(KeyCost cost = {});
  /// Whether this is the signed-in person's password (a locked window asks). Errors: WrongPassword, TooManyAttempts.
  Result<void> checkOwnPassword(const SecretBytes& password);
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

private:
  friend class RegisterStore;
  /// By the recovery sheet, which has opened the register: the signed-in person's new password. Errors:
  /// PasswordTooWeak.
  Result<void> setPasswordAfterRecovery(const SecretBytes& fresh, KeyCost cost);
  /// Slots of the key file and rows of the database together. An error leaves both as they were, on the disk and in
  /// memory.
  Result<void> changeKeys(const std::function<Result<void>()>& record,
                          const std::function<Result<void>(KeyFile&)>& change);

  RegisterStore& m_store;
};

/// A name that can be an account's: one spelling a person (normal form C, trimmed, at most 64 characters). Error:
/// ValueInvalid ("user").
Result<void> checkUserName(const QString& name);

} // namespace xueji
