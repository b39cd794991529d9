#pragma once

#include "register/own_rights.h"
#include "store/log_action.h"
#include "store/witness.h"

namespace xueji {

/// Above this many children whole numbers leave the program, or are printed, only with a second person (rule P05).
inline constexpr int kMostWithoutWitness = 50;

/// Data of children on their way out of the program.
struct Leaving {
  Verb verb = Verb::Export; ///< or Print
  QList<Field> fields;      ///< what is shown of each child
  bool whole = false;       ///< numbers, phones and addresses unmasked
  qint64 children = 0;
  QString purpose; ///< what for
};

/// What a witness confirms of data that leave for this purpose: Accounts::witness().
QByteArray leavingHash(const QString& purpose);

/// Whether it may, without using the witness up. Errors: RoleForbids (role, verb, group), WitnessNeeded (children,
/// limit, what a witness would confirm as hexadecimal text).
Result<void> mayLeave(const Office& office, const Leaving& leaving, const WitnessToken* witness);
/// The same, and uses the witness up where one is needed; answers what the log shall say of it: " witness=2" or
/// nothing. Errors: also those of WitnessToken::spend().
Result<QString> letLeave(const Office& office, const Leaving& leaving, WitnessToken* witness);

/// A line of the log for each thing that was printed, shown or exported, all or none; what was only read is logged as
/// readings are, when a job that writes has ended. Answers the log's short code after them, for the paper. Errors:
/// RegisterBusy and those of the store.
Result<QString> logLeaving(Office& office, LogAction action, const QStringList& objects, const QString& detail);

/// Every item of the record.
QList<Field> allFields(const FieldCatalogue& fields);

} // namespace xueji
