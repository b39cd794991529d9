#pragma once

#include "domain/progress.h"
#include "register/office.h"
#include "store/witness.h"

namespace xueji {

/// Above this many children an export in full needs a second person (rule P05).
inline constexpr int kMostWithoutWitness = 50;

struct Dumped {
  qint64 children = 0;
  qint64 acts = 0;
  qint64 facts = 0;
};

/// The whole register in an open form, one JSON object a line (docs/dump.md): the school and the facts there are, then
/// accounts, batches, acts and every fact row, voided ones too; what a school takes along when it leaves the program.
/// Logged before the first line is written. `write` gets each line without its end. Errors: RoleForbids (export),
/// WrongUse (no purpose), WitnessNeeded (more than 50 children and no token), WitnessSpent, Cancelled, those of
/// `write`.
Result<Dumped> dumpRegister(Office& office, const QString& purpose, WitnessToken* witness,
                            const std::function<Result<void>(const QByteArray&)>& write, const Progress& progress = {});

} // namespace xueji
