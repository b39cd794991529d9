// Each kind of act as a function of its own: a wish, judged and performed.

#include "register/acts.h"

#include "approvals.h"
#include "domain/student_number.h"
#include "plans.h"
#include "register/own_rights.h"
#include "store/tables.h"
#include "touched_groups.h"

#include <algorithm>
#include <functional>

namespace xueji {

namespace {

Wish wishFor(const Office& office, QLatin1String kind, qint64 student, const QDate& day, const QString& ground) {
  Wish wish;
  wish.kind = kind;
  wish.subject = Subject::student(student);
  wish.day = day.isValid() ? day : office.clock().today();
  wish.ground = ground;
  return wish;
}

Result<qint64> actOf(const Result<Performed>& done) {
  return done ? Result<qint64>(done->acts.first()) : std::unexpected(done.error());
}

Wish voidWish(const Act& act, const QString& reason) {
  Wish wish;
  wish.kind = act_kind::kVoid;
  wish.subject = act.subject;
  wish.day = act.effective;
  wish.ground = reason;
  wish.body = {{QStringLiteral("act"), act.id}};
  return wish;
}

/// To be judged only when its turn comes: what stands on the act is taken back before it.
Judged later(const Wish& wish) {
  Judged judged;
  judged.wish = wish;
  judged.before.lastAct = -1;
  return judged;
}

} // namespace

Result<Act> readAct(Office& office, qint64 id) {
  const auto act = office.tables().acts().byId(id);
  if (!act)
    return std::unexpected(act.error());
  if (!*act)
    return fail(ErrorCode::ActNotFound, {QString::number(id)});
  return **act;
}

Wish correctionWish(const Office& office, const Correction& correction) {
  Wish wish = wishFor(office, act_kind::kCorrect, correction.student, correction.effective, correction.ground);
  wish.revision = correction.revision;
  QJsonObject values;
  for (auto it = correction.values.constBegin(); it != correction.values.constEnd(); ++it)
    values.insert(office.fields().definition(it.key()).id, it.value());
  wish.body = {{QStringLiteral("values"), values}, {QStringLiteral("typing_error"), correction.typingError}};
  return wish;
}

Result<Findings> judgeCorrection(Office& office, const Correction& correction) {
  Wish wish = correctionWish(office, correction);
  wish.revision = 0; // while typing it does not matter who was faster; saving asks
  auto judged = judge(office, wish);
  if (!judged)
    return std::unexpected(judged.error());
  return std::move(judged->verdict.findings);
}

Result<qint64> correct(Office& office, const Correction& correction, Findings* why, QList<LaterRow>* laterRows) {
  Wish wish = correctionWish(office, correction);
  if (correction.revision == 0)
    wish.revision = -1; // a record that nobody has read is not written
  return actOf(perform(office, wish, why, laterRows));
}

Result<qint64> issueNumber(Office& office, qint64 student, const QString& number, QDate effective,
                           const QString& ground, Findings* why, QList<LaterRow>* laterRows) {
  Wish wish = wishFor(office, act_kind::kNumberIssued, student, effective, ground);
  wish.body = {{QStringLiteral("number"), StudentNumber::clean(number)}};
  return actOf(perform(office, wish, why, laterRows));
}

Result<qint64> redate(Office& office, qint64 student, const QDate& day, const QString& ground, Findings* why,
                      QList<LaterRow>* laterRows) {
  return actOf(perform(office, wishFor(office, act_kind::kRedate, student, day, ground), why, laterRows));
}

Result<qint64> setSchool(Office& office, const SchoolProfile& school, const QDate& day) {
  Wish wish;
  wish.kind = act_kind::kSetSchool;
  wish.subject = Subject::school();
  wish.day = day.isValid() ? day : office.clock().today();
  wish.body = {{QStringLiteral("school"), school.toJson()}};
  return actOf(perform(office, wish));
}

Result<qint64> setRules(Office& office, const std::optional<QJsonObject>& county,
                        const std::optional<QJsonObject>& school, const QDate& day) {
  Wish wish;
  wish.kind = act_kind::kSetRules;
  wish.subject = Subject::school();
  wish.day = day.isValid() ? day : office.clock().today();
  if (county)
    wish.body.insert(QStringLiteral("county"), *county);
  if (school)
    wish.body.insert(QStringLiteral("school"), *school);
  return actOf(perform(office, wish));
}

Result<qint64> recordPaperSeen(Office& office, qint64 student, const SeenPaper& paper, Findings* why) {
  Wish wish = wishFor(office, act_kind::kPaperSeen, student, {}, {});
  wish.papers = {paper};
  return actOf(perform(office, wish, why));
}

Result<qint64> withdrawPaper(Office& office, qint64 student, qint64 paper, const QString& reason) {
  Wish wish = wishFor(office, act_kind::kPaperWithdrawn, student, {}, reason);
  wish.body = {{QStringLiteral("paper"), paper}};
  return actOf(perform(office, wish));
}

namespace {

/// The right to the kind of act and to every group of what it wrote, before a second person is asked.
Result<void> mayTakeBack(Office& office, const Act& act, const Wish& wish) {
  if (auto allowed = mayWish(office, wish); !allowed)
    return allowed;
  const auto snapshot = office.tables().ledger().snapshot(act.subject);
  if (!snapshot)
    return std::unexpected(snapshot.error());
  return OwnRights(office).require(Verb::Void,
                                   groupsOfAct(office.registry(), office.fields(), snapshot->chains, act.id));
}

} // namespace

Result<TakingBack> takingBack(Office& office, const QList<qint64>& acts, const QString& reason) {
  TakingBack taking;
  QList<Wish> wishes;
  for (const qint64 id : acts) {
    const auto act = readAct(office, id);
    if (!act)
      return std::unexpected(act.error());
    wishes << voidWish(*act, reason);
    if (auto allowed = mayTakeBack(office, *act, wishes.last()); !allowed)
      return std::unexpected(allowed.error());
    taking.needsWitness = taking.needsWitness || needsWitness(office, *act);
  }
  taking.hash = hashOf(wishes);
  return taking;
}

Result<qint64> voidAct(Office& office, qint64 id, const QString& reason, WitnessToken* witness) {
  const auto act = readAct(office, id);
  if (!act)
    return std::unexpected(act.error());
  return actOf(perform(office, voidWish(*act, reason), nullptr, nullptr, witness));
}

Result<QList<qint64>> blockersOf(Office& office, qint64 id) {
  // What stands on a blocker blocks too, also on another subject: on a class stand the children in it.
  QHash<Subject, Snapshot> snapshots;
  QSet<qint64> all;
  QList<qint64> next{id};
  while (!next.isEmpty()) {
    const auto act = readAct(office, next.takeLast());
    if (!act)
      return std::unexpected(act.error());
    if (!snapshots.contains(act->subject)) {
      auto snapshot = office.tables().ledger().snapshot(act->subject);
      if (!snapshot)
        return std::unexpected(snapshot.error());
      snapshots.insert(act->subject, std::move(*snapshot));
    }
    for (const qint64 built : actsBuiltUpon(office.registry(), snapshots[act->subject], act->id))
      if (!all.contains(built)) {
        all.insert(built);
        next << built;
      }
  }
  QList<qint64> blockers(all.cbegin(), all.cend());
  std::sort(blockers.begin(), blockers.end(), std::greater());
  return blockers;
}

Result<qint64> voidActs(Office& office, const QList<qint64>& acts, const QString& reason, WitnessToken* witness) {
  QList<Judged> judged;
  for (const qint64 id : acts) {
    const auto act = readAct(office, id);
    if (!act)
      return std::unexpected(act.error());
    judged << later(voidWish(*act, reason));
  }
  Batch batch;
  batch.kind = BatchKind::Undo;
  const auto done = performAll(office, batch, std::move(judged), {LogAction::Undo, {}, {}}, {}, nullptr, witness);
  return done ? Result<qint64>(done->batch) : std::unexpected(done.error());
}

Result<qint64> redo(Office& office, qint64 id, const QString& ground, Findings* why) {
  const auto act = readAct(office, id);
  if (!act)
    return std::unexpected(act.error());
  Wish wish;
  wish.kind = act->kind;
  wish.subject = act->subject;
  wish.day = act->effective;
  wish.ground = ground;
  wish.redoes = id;
  return actOf(perform(office, wish, why));
}

namespace {

Result<Batch> batchToUndo(Office& office, qint64 id) {
  auto batch = office.tables().batches().byId(id);
  if (!batch)
    return std::unexpected(batch.error());
  if (!*batch)
    return fail(ErrorCode::BatchNotFound, {QString::number(id)});
  if (!(*batch)->undone.isNull() || (*batch)->kind == BatchKind::Undo)
    return fail(ErrorCode::NothingToDo);
  if ((*batch)->madeBy != office.store().user().id) {
    const auto maker = office.tables().users().byId((*batch)->madeBy);
    if (!maker)
      return std::unexpected(maker.error());
    if (!*maker || (*maker)->isActive())
      return fail(ErrorCode::BatchNotYours, {QString::number(id), *maker ? (*maker)->name : QString()});
  }
  return **batch;
}

/// Acts of the batch that still stand, the latest first.
Result<QList<Act>> actsToUndo(Office& office, qint64 batch) {
  auto acts = office.tables().acts().ofBatch(batch);
  if (!acts)
    return acts;
  acts->removeIf([](const Act& act) { return act.voidedBy != 0; });
  std::reverse(acts->begin(), acts->end());
  return acts;
}

QString reasonToUndo(qint64 batch) {
  return QStringLiteral("撤销批次 %1").arg(batch);
}

} // namespace

Result<TakingBack> takingBackBatch(Office& office, qint64 id) {
  if (auto allowed = office.store().require(Capability::Enrol); !allowed)
    return std::unexpected(allowed.error());
  if (auto found = batchToUndo(office, id); !found)
    return std::unexpected(found.error());
  const auto acts = actsToUndo(office, id);
  if (!acts)
    return std::unexpected(acts.error());
  TakingBack taking;
  QList<Wish> wishes;
  for (const Act& act : *acts) {
    taking.needsWitness = taking.needsWitness || needsWitness(office, act);
    wishes << voidWish(act, reasonToUndo(id));
  }
  taking.hash = hashOf(wishes);
  return taking;
}

Result<void> undoBatch(Office& office, qint64 id, const Progress& progress, WitnessToken* witness) {
  if (auto allowed = office.store().require(Capability::Enrol); !allowed)
    return allowed;
  if (auto found = batchToUndo(office, id); !found)
    return std::unexpected(found.error());
  const auto acts = actsToUndo(office, id);
  if (!acts)
    return std::unexpected(acts.error());
  QList<Judged> judged;
  QSet<Subject> seen;
  for (const Act& act : *acts) {
    if (!goesOn(progress, judged.size(), 2 * acts->size()))
      return fail(ErrorCode::Cancelled);
    const Wish wish = voidWish(act, reasonToUndo(id));
    // A class is free only when the children that came in with it are out again.
    if (seen.contains(act.subject) || act.subject.kind == SubjectKind::Class) {
      judged << later(wish);
      continue;
    }
    seen.insert(act.subject);
    auto one = judge(office, wish);
    if (!one)
      return std::unexpected(one.error());
    judged << std::move(*one);
  }
  Batch batch;
  batch.kind = BatchKind::Undo;
  batch.undoes = id;
  const qint64 total = judged.size();
  const auto second = [&](qint64 done, qint64) { return goesOn(progress, total + done, 2 * total); };
  const LogWords words{LogAction::Undo, QStringLiteral("batch:%1").arg(id), {}};
  const auto done = performAll(office, batch, std::move(judged), words, second, nullptr, witness);
  return done ? Result<void>() : std::unexpected(done.error());
}

} // namespace xueji
