#pragma once

#include "domain/act.h"
#include "domain/wish.h"
#include "register/perform.h"
#include "store/witness.h"

namespace xueji {

/// A wish to enrol one child. The number of the national system is given where the child has one (from kindergarten or
/// an earlier school), and empty for a new one: a 校内临时编号 is then made.
struct Enrolment {
  StudentRecord record;
  int entryYear = 0;
  QDate effective; ///< null: 1 September of the entry year
  QList<SeenPaper> papers;
  QString ground;
  qint64 classId = 0;              ///< class that the child enters; 0: none yet
  std::optional<Stage> stage = {}; ///< none: as record and school say
};
struct Enrolled {
  qint64 student = 0;
  qint64 act = 0;
  QString studentNumber;
  Findings findings;
};

/// The verdict while typing: nothing is written. Errors: what kept the rules from being asked.
Result<Findings> judgeEnrolment(Office& office, const Enrolment& wish);
/// Errors: RefusedByRules (args: rule ids; `why` receives the findings).
Result<Enrolled> enrol(Office& office, const Enrolment& wish, Findings* why = nullptr);
/// The wish of kind enrol; a number is drawn where the record brings none. `taken`: numbers drawn for other wishes that
/// are not stored yet; the drawn one is added.
Result<Wish> enrolmentWish(Office& office, const Enrolment& wish, QSet<QString>* taken = nullptr);

/// A correction of ordinary items (K06). Key data are refused with K01.
struct Correction {
  qint64 student = 0;
  qint64 revision = 0;          ///< StudentRow::revision as read; RecordChanged when somebody was faster
  QHash<Field, QString> values; ///< canonical values
  QDate effective;              ///< null: today
  bool typingError = false;     ///< wrong from the first day of what it corrects, not only from `effective` on
  QString ground;
};
/// The verdict while typing. Errors: those of judge().
Result<Findings> judgeCorrection(Office& office, const Correction& wish);
/// Answers the act's id. Errors: FieldNotEditable, RecordChanged, NothingToDo, RefusedByRules, StudentNotFound.
Result<qint64> correct(Office& office, const Correction& wish, Findings* why = nullptr,
                       QList<LaterRow>* later = nullptr);
Wish correctionWish(const Office& office, const Correction& wish);

/// The bureau issued a number: L -> G, L -> J or J -> G (N15); the old one stays in the dated history (N14).
Result<qint64> issueNumber(Office& office, qint64 student, const QString& number, QDate effective,
                           const QString& ground, Findings* why = nullptr, QList<LaterRow>* later = nullptr);

/// Moves an enrolment to another day, judged like an enrolment of that day. Errors: ActBetween, NothingToDo,
/// StudentNotFound, RefusedByRules.
Result<qint64> redate(Office& office, qint64 student, const QDate& day, const QString& ground, Findings* why = nullptr,
                      QList<LaterRow>* later = nullptr);

/// What is known of the school, from a day on (null: today). Errors: NothingToDo, RoleForbids.
Result<qint64> setSchool(Office& office, const SchoolProfile& school, const QDate& day = {});

/// Settings of county and school that are laid over the rule book (RuleBook::withSettings()) from a day on (null:
/// today); what is not given stays as it is, an empty object ends it. Errors: ValueInvalid (rule and key, the value),
/// NothingToDo, RoleForbids.
Result<qint64> setRules(Office& office, const std::optional<QJsonObject>& county,
                        const std::optional<QJsonObject>& school, const QDate& day = {});

/// Notes that a paper was seen; a complete one closes the open point of its kind. Errors: StudentNotFound, RoleForbids,
/// RefusedByRules (no kind of paper that the rule book names; `why` says what is wrong with the paper).
Result<qint64> recordPaperSeen(Office& office, qint64 student, const SeenPaper& paper, Findings* why = nullptr);
/// A paper (its row) was given back or is no longer accepted. Error: PaperGone.
Result<qint64> withdrawPaper(Office& office, qint64 student, qint64 paper, const QString& reason);

/// An act as it is stored. Error: ActNotFound.
Result<Act> readAct(Office& office, qint64 id);

/// What is to be taken back, before it is.
struct TakingBack {
  bool needsWitness = false; ///< all but one's own acts on the day of their entry (rule X10)
  QByteArray hash;           ///< what the witness confirms: Accounts::witness()
};
/// Of voidAct() or voidActs() with these arguments. Errors: ActNotFound, RoleForbids (of a group that an act wrote
/// too).
Result<TakingBack> takingBack(Office& office, const QList<qint64>& acts, const QString& reason);
/// Of undoBatch(). Errors: RoleForbids, BatchNotFound, BatchNotYours, NothingToDo.
Result<TakingBack> takingBackBatch(Office& office, qint64 batch);

/// Declares one act void, with a reason: its rows no longer hold, those before them do again. Errors: ActNotFound,
/// NothingToDo (void already, or a void), NotVoidable (a moved day; the first entry of the school), BatchBuiltUpon
/// (kind, day and id of the newest act that stands on it, and how many do; blockersOf() names all), VoidNeedsWitness,
/// those of performAll().
Result<qint64> voidAct(Office& office, qint64 act, const QString& reason, WitnessToken* witness = nullptr);
/// Acts that stand on this one, or on one of those, newest first: declared void in this order, and then the act itself,
/// all is free.
Result<QList<qint64>> blockersOf(Office& office, qint64 act);
/// Declares several acts void in this order, as one batch.
Result<qint64> voidActs(Office& office, const QList<qint64>& acts, const QString& reason,
                        WitnessToken* witness = nullptr);
/// Does a voided act again: what it changed, as a new act on the same record, judged anew. Errors: ActStands, PaperGone
/// (it withdrew a paper that is gone), RefusedByRules.
Result<qint64> redo(Office& office, qint64 act, const QString& ground, Findings* why = nullptr);

/// Takes a whole batch back, by its maker, or by another registrar when the maker's account is gone, while no later act
/// builds on it. Errors: BatchNotFound, BatchNotYours, BatchBuiltUpon, NothingToDo (already undone), VoidNeedsWitness,
/// those of performAll().
Result<void> undoBatch(Office& office, qint64 batch, const Progress& progress = {}, WitnessToken* witness = nullptr);

} // namespace xueji
