#pragma once

#include "domain/act.h"
#include "domain/case.h"
#include "domain/ledger_registry.h"
#include "domain/wish.h"
#include "register/perform.h"

namespace xueji {

/// What an approval is bound to: SHA-256 of the wish as its case has it, the facts planned, the revision of the record
/// and the rule sets. The day on which papers of the wish are noted does not count: it is that of the act.
QByteArray approvalHash(const QByteArray& wish, const Judged& judged);
/// Whether the latest judgement on just this is an approval by somebody who may give it. Errors: ApprovalNeeded (none),
/// ApprovalOutdated (only of something else), ApprovalRefused.
Result<void> requireApproval(Office& office, const ActKind& kind, const Case& file, const QByteArray& hash);

/// Whether declaring this act void needs a second person: all but one's own act on the day of its entry (rule X10).
bool needsWitness(const Office& office, const Act& act);
/// Why it cannot be done without one: WitnessAlone where there is no other account, else VoidNeedsWitness.
Error witnessMissing(Office& office, const Act& act);
/// What a witness of these wishes confirms.
QByteArray hashOf(const QList<Wish>& wishes);

} // namespace xueji
