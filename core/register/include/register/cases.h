#pragma once

#include "domain/case.h"
#include "domain/wish.h"
#include "register/perform.h"
#include "store/witness.h"

namespace xueji {

/// A wish takes at most this many bytes in a case: forty records of a child.
inline constexpr qsizetype kMostWishBytes = 1 << 20;

// A case is opened as its owner's draft, saved as often as it is typed in, handed over, approved or refused by others,
// and ends as an act or withdrawn. Opening and saving need the right of the kind and leave no line in the log; while
// another connection writes they wait in memory (store/case_table.h).

/// Answers the case's number. Errors: ActKindUnknown, RoleForbids, CaseTooLarge, NotWritable.
Result<qint64> openCase(Office& office, const Wish& wish, const QList<CaseStep>& steps = {});
/// The wish as it is now. An approval of another one holds no longer. Errors: CaseNotFound, CaseWithdrawn,
/// CasePerformed, CaseNotHandedOver (a draft of somebody else), CaseKindUnknown, WrongUse (another kind of act), and
/// those of openCase().
Result<void> saveCase(Office& office, qint64 id, const Wish& wish);
/// What has to happen, anew. Errors: as saveCase().
Result<void> setSteps(Office& office, qint64 id, const QList<CaseStep>& steps);
/// The step whose turn it is was done by the signed-in person. Errors: RoleForbids (another's turn), NothingToDo.
Result<void> finishStep(Office& office, qint64 id);
/// By the owner. A kind that needs an approval gets the steps approve and perform where none are set.
Result<void> handOver(Office& office, qint64 id);
/// Ends a case without an act, also of a kind that this program does not know; logged. A draft that was never handed
/// over is discarded: its wish is emptied. Errors: CaseNotFound, CaseWithdrawn, CasePerformed, RoleForbids.
Result<void> withdrawCase(Office& office, qint64 id, const QString& ground);

/// Also of a kind that is not known. Seen by its owner, by who may change everything of a record (Capability::Enrol),
/// and by who may approve it.
/// Errors: CaseNotFound, CaseNotHandedOver (a draft of somebody else), RoleForbids.
Result<Case> caseOf(Office& office, qint64 id);
/// The wish to be judged and performed, read forward from an older version. Errors: CaseKindUnknown (the kind, or a
/// newer version of it), ValueInvalid.
Result<Wish> wishOf(const Registry& registry, const Case& file);

enum class Waiting {
  Mine,    ///< opened by the signed-in person
  MyTurn,  ///< handed over and the next step is of the person's role; all steps done: of the owner
  Overdue, ///< handed over and the next step should have been done before today
};
/// Open cases, in order of opening; without the wish where caseOf() would not give it.
Result<QList<Case>> waitingCases(Office& office, Waiting which);

/// What somebody looks at who is to approve.
struct CaseReview {
  Case file;
  Judged judged;
  QByteArray hash; ///< of both; what is approved is what was seen
  QList<Approval> approvals;
};
/// Errors: those of caseOf(), wishOf() and judge().
Result<CaseReview> reviewCase(Office& office, qint64 id);
/// Approves what was `seen` (CaseReview::hash), by somebody with the right that the kind names (Capability::Approve
/// where it names none). Finishes the step "approve" if that is next and this person's turn. Errors: ApprovalOwn (who
/// opened or last changed it), CaseChanged (it is no longer what was seen), CaseNotHandedOver, RefusedByRules,
/// RoleForbids, those of reviewCase().
Result<qint64> approveCase(Office& office, qint64 id, const QByteArray& seen, const QString& ground = {});
/// Likewise refuses; the case stays open for another wish.
Result<qint64> refuseCase(Office& office, qint64 id, const QByteArray& seen, const QString& ground);

/// Performs the wish of a case, once. Errors: CaseNotFound, CaseWithdrawn, CasePerformed, CaseNotHandedOver (a draft of
/// somebody else), CaseKindUnknown, CaseChanged, ApprovalNeeded, ApprovalOutdated, ApprovalRefused, those of perform().
Result<Performed> performCase(Office& office, qint64 id, WitnessToken* witness = nullptr, Findings* why = nullptr);

/// Stores what was kept in memory while another connection wrote.
Result<void> storeWaiting(Office& office);

} // namespace xueji
