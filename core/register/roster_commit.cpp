// Carrying out an import: one batch, one transaction.

#include "register/acts.h"
#include "register/class_acts.h"
#include "register/column_memory.h"
#include "register/roster_import.h"
#include "roster_classes.h"
#include "roster_wishes.h"
#include "row_reader.h"
#include "store/tables.h"

#include <algorithm>

namespace xueji {
namespace {

constexpr int kMostTries = 3; ///< to find the register as it was judged

Result<bool> hasMoved(Office& office, const ImportPlan& plan) {
  const auto last = office.tables().acts().lastId();
  if (!last)
    return std::unexpected(last.error());
  return *last != plan.lastAct;
}

/// The wishes of an import: first the classes that rows need, then the rows that may be taken.
class RosterWishes {
public:
  RosterWishes(Office& office, const ImportPlan& plan) : m_office(office), m_plan(plan) {
    for (const ImportFinding& found : plan.findings)
      m_warnings[{found.sheet, found.row}] << found.finding;
  }

  Result<QList<Judged>> make(const Progress& progress);
  const ImportResult& counted() const { return m_counted; }

private:
  Result<void> makeClasses();
  Result<void> add(const ImportRow& row);
  Result<void> addWish(Wish wish, const ImportRow& row, bool byDraw = false);
  Result<Wish> enrols(const ImportRow& row);
  /// As the wish names it: a class of this import by its place in the call.
  qint64 classOf(const ImportRow& row) const { return row.classId < 0 ? -m_made.value(row.classId) : row.classId; }

  Office& m_office;
  const ImportPlan& m_plan;
  SchoolProfile m_school;                      ///< as on the day of the enrolments
  QHash<QPair<int, int>, Findings> m_warnings; ///< by sheet and row
  QHash<qint64, qint64> m_made;                ///< row's class (negative) -> place of the wish that makes it, from 1
  QSet<QString> m_taken;
  QList<Judged> m_judged;
  ImportResult m_counted;
};

bool isTaken(const ImportRow& row) {
  return row.verdict == ImportRow::Verdict::Enrol || row.verdict == ImportRow::Verdict::MovesUp ||
         row.verdict == ImportRow::Verdict::Places;
}

Result<void> RosterWishes::makeClasses() {
  for (qsizetype at = 0; at < m_plan.newClasses.size(); ++at) {
    const qint64 reference = -(at + 1);
    const bool needed = std::any_of(m_plan.rows.begin(), m_plan.rows.end(),
                                    [&](const ImportRow& row) { return isTaken(row) && row.classId == reference; });
    if (!needed)
      continue;
    const ImportPlan::NewClass& made = m_plan.newClasses[at];
    auto judged = judge(m_office, classWish({made.stage, made.cohort, made.number, ClassKind::Ordinary},
                                            {made.name, {}, 0}, m_plan.opens(made)));
    if (!judged)
      return std::unexpected(judged.error());
    m_judged << std::move(*judged);
    m_made.insert(reference, m_judged.size());
    ++m_counted.classes;
  }
  return {};
}

Result<Wish> RosterWishes::enrols(const ImportRow& row) {
  Enrolment enrolment;
  enrolment.record = row.record;
  enrolment.entryYear = row.cohort;
  enrolment.effective = row.effective;
  enrolment.stage = row.stage;
  enrolment.classId = classOf(row);
  enrolment.papers = row.papers;
  return enrolmentWish(m_office, enrolment, &m_taken);
}

Result<void> RosterWishes::addWish(Wish wish, const ImportRow& row, bool byDraw) {
  Judged one;
  one.seesEarlier = true; // the rows were compared with each other
  if (wish.subject.id != 0) {
    auto snapshot = m_office.tables().ledger().snapshot(wish.subject);
    if (!snapshot)
      return std::unexpected(snapshot.error());
    one.before = std::move(*snapshot);
  }
  one.wish = std::move(wish);
  one.before.lastAct = m_plan.lastAct;
  auto planned = planOn(m_office, one.wish, one.before);
  if (!planned)
    return std::unexpected(planned.error());
  one.planned = std::move(*planned);
  one.verdict.findings = m_warnings.value({row.sheet, row.sheetRow});
  // The protocol of the draw is what lets the child into its class.
  one.verdict.met = row.met;
  if (byDraw)
    one.verdict.met << Finding{QStringLiteral("C06"), QStringLiteral("C06"), Severity::Proof, {Field::Class}, {}, {}};
  one.verdict.ruleSets = m_office.rules().setsOn(one.wish.day, row.stage, m_school.region.left(2));
  m_judged << std::move(one);
  return {};
}

Result<void> RosterWishes::add(const ImportRow& row) {
  switch (row.verdict) {
  case ImportRow::Verdict::Enrol: {
    auto wish = enrols(row);
    if (!wish)
      return std::unexpected(wish.error());
    ++m_counted.enrolled;
    // The protocol of the draw is what lets the child into its class.
    const bool byDraw = addProtocol(m_office, m_plan, m_school, row, *wish);
    return addWish(std::move(*wish), row, byDraw);
  }
  case ImportRow::Verdict::MovesUp:
    ++m_counted.movedUp;
    return addWish(wishOfKnown(m_office, m_plan, m_school, row, classOf(row)), row);
  case ImportRow::Verdict::Places:
    ++m_counted.placed;
    return addWish(wishOfKnown(m_office, m_plan, m_school, row, classOf(row)), row);
  case ImportRow::Verdict::Refused:
  case ImportRow::Verdict::Unchanged:
  case ImportRow::Verdict::Differs:
    break;
  }
  return {};
}

Result<QList<Judged>> RosterWishes::make(const Progress& progress) {
  auto school = m_office.facts().school(m_plan.options.effective);
  if (!school)
    return std::unexpected(school.error());
  m_school = std::move(*school);
  if (auto made = makeClasses(); !made)
    return std::unexpected(made.error());
  for (qsizetype i = 0; i < m_plan.rows.size(); ++i) {
    if (!goesOn(progress, i, 2 * m_plan.rows.size()))
      return fail(ErrorCode::Cancelled);
    if (auto added = add(m_plan.rows[i]); !added)
      return std::unexpected(added.error());
  }
  return std::move(m_judged);
}

QStringList refusingRules(const ImportPlan& plan) {
  QStringList rules;
  if (!plan.paperFaults.isEmpty())
    rules << QStringLiteral("-");
  for (const ImportFinding& found : plan.findings)
    if (found.finding.severity != Severity::Warn) {
      const QString rule = found.finding.rule.isEmpty() ? QStringLiteral("-") : found.finding.rule;
      if (!rules.contains(rule))
        rules << rule;
    }
  return rules;
}

QString logDetail(const ImportPlan& plan, const ImportResult& result) {
  const ImportSummary sum = plan.summary();
  return QStringLiteral("rows=%1 enrolled=%2 moved_up=%3 placed=%4 classes=%5 refused=%6 unchanged=%7 sha256=%8")
      .arg(sum.rows)
      .arg(result.enrolled)
      .arg(result.movedUp)
      .arg(result.placed)
      .arg(result.classes)
      .arg(sum.refused + sum.differs)
      .arg(sum.unchanged)
      .arg(QString::fromLatin1(plan.fileHash.toHex()));
}

/// What an import would write, made outside the transaction.
struct Prepared {
  ImportPlan plan;
  QList<Judged> wishes;
  ImportResult counted; ///< what they would do
};

/// Judges every row again where the register has moved since the plan was made.
Result<Prepared> prepare(Office& office, ImportPlan plan, bool onlyGood, const Progress& progress) {
  const auto moved = hasMoved(office, plan);
  if (!moved)
    return std::unexpected(moved.error());
  if (*moved) {
    auto again = judgeAgain(office, plan, progress);
    if (!again)
      return std::unexpected(again.error());
    plan = std::move(*again);
  }
  if (!plan.paperFaults.isEmpty() || (!onlyGood && !plan.allGood()))
    return fail(ErrorCode::RefusedByRules, refusingRules(plan));
  RosterWishes roster(office, plan);
  auto wishes = roster.make(progress);
  if (!wishes)
    return std::unexpected(wishes.error());
  const ImportResult counted = roster.counted();
  return Prepared{std::move(plan), std::move(*wishes), counted};
}

/// Within the transaction, what was prepared outside it.
Result<ImportResult> writeImport(Office& office, Prepared prepared, Transaction& transaction,
                                 const Progress& progress) {
  const ImportPlan& plan = prepared.plan;
  const qint64 rows = plan.rows.size();
  ImportResult result = prepared.counted;
  const QString words = logDetail(prepared.plan, result);
  if (prepared.wishes.isEmpty()) {
    if (auto logged = office.tables().log().append(LogAction::Import, QStringLiteral("file"), words); !logged)
      return std::unexpected(logged.error());
  } else {
    Batch batch;
    batch.kind = BatchKind::Import;
    batch.source = plan.fileName;
    batch.sourceHash = plan.fileHash;
    const auto second = [&](qint64 done, qint64) { return goesOn(progress, rows + done, 2 * rows); };
    const auto done = performAll(office, batch, std::move(prepared.wishes), {LogAction::Import, {}, words}, second);
    if (!done)
      return std::unexpected(done.error());
    result.batch = done->batch;
  }
  if (auto kept = rememberWishes(office, plan); !kept)
    return std::unexpected(kept.error());
  if (auto committed = transaction.commit(); !committed)
    return std::unexpected(committed.error());
  return result;
}

} // namespace

Result<ImportResult> commitImport(Office& office, const ImportPlan& plan, bool onlyGood, const Progress& progress) {
  if (auto allowed = office.store().require(Capability::Enrol); !allowed)
    return std::unexpected(allowed.error());
  auto prepared = prepare(office, plan, onlyGood, progress);
  // Somebody may be faster: what was judged outside the transaction is judged outside it again, so that nobody waits
  // for that. Whoever is overtaken each time judges within at last.
  for (int tries = kMostTries;; --tries) {
    if (!prepared)
      return std::unexpected(prepared.error());
    Transaction transaction = office.tables().begin();
    if (auto begun = transaction.begun(); !begun)
      return std::unexpected(begun.error());
    const auto moved = hasMoved(office, prepared->plan);
    if (!moved)
      return std::unexpected(moved.error());
    if (!*moved)
      return writeImport(office, std::move(*prepared), transaction, progress);
    if (tries == 0) {
      prepared = prepare(office, std::move(prepared->plan), onlyGood, progress);
      return prepared ? writeImport(office, std::move(*prepared), transaction, progress)
                      : std::unexpected(prepared.error());
    }
    transaction.giveUp();
    prepared = prepare(office, std::move(prepared->plan), onlyGood, progress);
  }
}

} // namespace xueji
