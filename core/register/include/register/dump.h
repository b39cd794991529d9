#pragma once

#include "domain/progress.h"
#include "register/leaving.h"
#include "store/witness.h"

namespace xueji {

struct Dumped {
  qint64 children = 0; ///< records, the voided ones among them
  qint64 voided = 0;   ///< of them
  qint64 acts = 0;
  qint64 approvals = 0;
  qint64 facts = 0;
};

/// The whole register in an open form, one JSON object a line (docs/dump.md): the school and the facts there are, then
/// accounts, batches, acts, approvals and every fact row, voided ones too; what a school takes along when it leaves the
/// program. Logged before the first line is written. `write` gets each line without its end. Errors: RoleForbids
/// (export), WrongUse (no purpose), WitnessNeeded (more than 50 children and no token), those of WitnessToken::spend(),
/// Cancelled, those of `write`.
Result<Dumped> dumpRegister(Office& office, const QString& purpose, WitnessToken* witness,
                            const std::function<Result<void>(const QByteArray&)>& write, const Progress& progress = {});

} // namespace xueji
