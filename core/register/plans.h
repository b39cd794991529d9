#pragma once

#include "domain/chains.h"
#include "domain/class_book.h"
#include "domain/ledger_registry.h"
#include "domain/wish.h"

namespace xueji {

/// Classes of one cohort are numbered up to this.
inline constexpr int kMostClassNumbers = 99;
/// Characters of a class's own name.
inline constexpr int kLongestClassName = 20;

// Plans: wish and snapshot to facts, or what is wrong with the wish. Pure; one for each kind of act. Papers seen with a
// wish are added by judge() to whatever its plan answers.

/// Body: {"cohort": 2024, "stage": "primary", "record": {item: value}, "number": "L...", "source": "local", "class":
/// id}; class where the child enters one.
Result<Planned> planEnrolment(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// Body: {"values": {item: value}, "typing_error": false}. Items hold from the day of the wish; a typing error is
/// corrected from the first day of the row that it corrects. Errors: FieldUnknown, FieldNotEditable, NothingToDo.
Result<Planned> planCorrection(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// Body: {"number": "G..."}. Error: NothingToDo (it has that number on that day).
Result<Planned> planNumber(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// Another stage at this school, under the same number. Body: {"stage": "junior", "cohort": 2026, "record": {item:
/// value}, "class": id, "outcome": {"result", "certificate", "issued"}}; outcome and class where they are known. Ends
/// the class of the earlier stage. Errors: WrongUse, ValueInvalid (not the stage that follows here), FieldNotEditable.
Result<Planned> planMoveUp(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// Into a class, into another one, or out of it. Body: {"class": id}, 0: in none. Error: NothingToDo.
Result<Planned> planPlacement(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// Body: {"stage", "cohort", "number", "kind", "name", "head_teacher", "capacity"}; cohort 0 where the kind has none,
/// number 0 where it goes by a name. Error: ValueInvalid.
Result<Planned> planMakeClass(const Wish& wish, const Snapshot& before, const PlanContext& context);
/// Name, head teacher, places from the day on. Body: those of them that change. Errors: NothingToDo, ValueInvalid.
Result<Planned> planChangeClass(const Wish& wish, const Snapshot& before, const PlanContext& context);
/// Errors: NothingToDo (closed already), ClassNotEmpty (a placement stands on the day or later).
Result<Planned> planCloseClass(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// Whether the classes in which a child would be are there and open as long as it is in them; and whether a class would
/// be open as long as children are in it and told apart from every other that is open with it. Errors: ClassNotFound,
/// ClassClosed, ClassExists, ClassNotEmpty.
Result<void> checkClassRows(const PlanContext& context, const Subject& subject, const Snapshot& before,
                            const Planned& planned);
/// The chains with what is planned; its rows bear ids after all others and no act.
Chains afterwards(const Chains& before, const Planned& planned);
/// The first day from which a child may be in a class: the day wished for, or the class's first where that is later.
QString firstDayIn(const ClassBook& classes, qint64 classId, const QString& day);

/// Nothing but the papers of the wish. Error: NothingToDo without one.
Result<Planned> planPapers(const Wish& wish, const Snapshot& before, const PlanContext& context);
/// Body: {"paper": row}. Error: PaperGone.
Result<Planned> planWithdrawal(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// Body: {"school": SchoolProfile::toJson()}. Error: NothingToDo.
Result<Planned> planSchool(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// County and school settings of the rule book. Body: {"county": {...}, "school": {...}}; what is not named stays as it
/// is on the day unless it has ended before, an empty object ends it. Errors: WrongUse (no object), NothingToDo.
/// Whether they fit the book is checked by planOn().
Result<Planned> planRules(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// Moves an enrolment to the day of the wish. Body: {"act": the enrolment} or {} for the one that stands. Errors:
/// ActNotFound, NothingToDo, ActBetween (a row of another act begins between the days).
Result<Planned> planRedate(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// Declares an act void. Body: {"act": id}. Errors: ActNotFound, NothingToDo (void already, or a void itself),
/// NotVoidable (a moved day, or what the school cannot be without), BatchBuiltUpon.
Result<Planned> planVoid(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// The rows of a voided act, written anew; of a state the columns that the act changed. Errors: ActNotFound, ActStands,
/// PaperGone (a row that it ended is gone, or was ended by another act since).
Result<Planned> planRedo(const Wish& wish, const Snapshot& before, const PlanContext& context);

/// Ids of the standing acts that build on this one, newest first: every later one of a subject whose enrolment it is;
/// else those with a later entered row of a same state, and those that name a row of it.
QList<qint64> actsBuiltUpon(const Registry& registry, const Snapshot& snapshot, qint64 act);
/// Rows of the act that stand, those that a later redate wrote in their place among them.
QList<RowMark> standingRowsOf(const Registry& registry, const Snapshot& snapshot, qint64 act);

/// The day as which a wish of this day sees the subject: not before its first standing enrolment.
QString dayOfView(const Registry& registry, const Chains& chains, const QDate& day);

} // namespace xueji
