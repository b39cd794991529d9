#pragma once

#include "domain/act.h"
#include "domain/progress.h"
#include "domain/wish.h"
#include "register/office.h"
#include "store/log_action.h"
#include "store/witness.h"

namespace xueji {

/// A later row of the same state ends what was entered late.
struct LaterRow {
  QString fact; ///< its name, 学籍号
  QString from; ///< day on which the later row begins
};

/// A wish with what it would write and what the rules say to it. A value: made outside the write lock, performed as it
/// is while the register has not moved since.
struct Judged {
  Wish wish;
  Snapshot before;
  Planned planned;
  Verdict verdict;
  QList<LaterRow> later; ///< what ends the new rows
  /// Judged against the earlier wishes of the same call already (an import compares the rows of its sheet).
  bool seesEarlier = false;
};

/// Reads the subject, plans, judges. Errors: those of the plan, ActKindUnknown, FactUnknown, StudentNotFound (no
/// enrolment stands), RecordChanged (another revision than the wish names), DayTooEarly, DayTooLate, ValueInvalid (no
/// day, or settings that do not fit the rule book), or what kept it from reading: a question that cannot be answered
/// never counts as allowed. Findings are no error: look at verdict.allows().
Result<Judged> judge(Office& office, const Wish& wish);
/// The same on a snapshot at hand.
Result<Judged> judgeOn(Office& office, const Wish& wish, const Snapshot& snapshot);
/// Plan alone, with the checks that need no rule.
Result<Planned> planOn(Office& office, const Wish& wish, const Snapshot& snapshot);

struct Performed {
  QList<qint64> acts;     ///< in the order of the wishes
  QList<qint64> subjects; ///< likewise
  qint64 batch = 0;
};

/// What the log says of a batch; a single act says it itself.
struct LogWords {
  LogAction action = LogAction::Change;
  QString object; ///< empty: "batch:N", or the subject of the one act
  QString detail;
};

/// Writes acts, rows, present rows and one log row that seals them, in one transaction; all or nothing. Plans and
/// judges again where the register has moved since a wish was judged, by an earlier wish of the same call too: of two
/// children with one number in one call the second is refused. Needs the right to every group of facts that a wish
/// touches (rights.h): to change what it writes, to void or undo what it takes back. Of a case it must be the wish that
/// the case holds, and a kind that needs an approval must have one. Every void but of one's own act on the day of its
/// entry needs the witness, who has confirmed hashOf() just these wishes (register/approvals.h). Errors: RefusedByRules
/// (args: rule ids; `why` receives the findings), RoleForbids, ClockBehind, Cancelled, ApprovalNeeded,
/// ApprovalOutdated, ApprovalRefused, CaseNotFound, CaseWithdrawn, CasePerformed, CaseChanged, CaseOpen (a case stands
/// on the enrolment), VoidNeedsWitness, WitnessAlone, those of WitnessToken::spend(), those of judge(), and those of
/// the store.
Result<Performed> performAll(Office& office, const std::optional<Batch>& batch, QList<Judged> judged,
                             const LogWords& words = {}, const Progress& progress = {}, Findings* why = nullptr,
                             WitnessToken* witness = nullptr);
/// Whether acts of this kind are for the signed-in person at all: of a void, acts of the kind that it takes back. Which
/// groups of facts a wish touches is known only of its plan. Errors: RoleForbids, ActKindUnknown.
Result<void> mayWish(Office& office, const Wish& wish);
/// Judges and performs one wish; asks mayWish() before anything of the record is looked at.
Result<Performed> perform(Office& office, const Wish& wish, Findings* why = nullptr, QList<LaterRow>* later = nullptr,
                          WitnessToken* witness = nullptr);

/// RefusedByRules with the rules that refuse; `why` receives what they found.
Error refusal(const Findings& findings, Findings* why);
/// Ids of the rules that a warning does not come from, each once.
QStringList ruleIds(const Findings& findings);

} // namespace xueji
