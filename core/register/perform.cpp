#include "register/perform.h"

#include "approvals.h"
#include "domain/ledger_facts.h"
#include "domain/wish_bytes.h"
#include "plans.h"
#include "register/act_effects.h"
#include "register/cases.h"
#include "register/own_rights.h"
#include "rule_request.h"
#include "school_rules.h"
#include "store/tables.h"
#include "touched_groups.h"

#include <algorithm>

namespace xueji {

namespace {

/// The last day of next school year: nothing is entered beyond it.
QDate lastDayToEnter(const QDate& today) {
  const int schoolYear = today.month() >= 9 ? today.year() : today.year() - 1;
  return {schoolYear + 2, 8, 31};
}

bool opens(const Registry& registry, const Planned& planned) {
  return std::any_of(planned.rows.begin(), planned.rows.end(), [&](const PlannedRow& row) {
    const Fact* fact = registry.fact(row.fact);
    return fact && fact->foundation;
  });
}

/// Whether the rules are asked, which look at other records too.
bool asksTheRules(const ActKind* kind, const Wish& wish) {
  return kind && kind->role != ActRole::Voids && wish.subject.kind == SubjectKind::Student;
}

/// Whether what it finds depends on other subjects: the rules do, and a class is not to be there twice.
bool looksAtOthers(const ActKind* kind, const Wish& wish) {
  return asksTheRules(kind, wish) || wish.subject.kind == SubjectKind::Class;
}

/// Papers of the wish as rows: seen on the day of entry.
void addPapers(const Wish& wish, const QDate& today, Planned& planned) {
  for (const SeenPaper& seen : wish.papers)
    planned.rows << PlannedRow{PaperFact::fact().key, today.toString(Qt::ISODate), PaperFact::of(seen).values()};
}

/// Days of the rows: none beyond next school year, status and class not before the enrolment.
Result<void> checkDays(const Registry& registry, const Wish& wish, const Chains& chains, const Planned& planned,
                       const QDate& today) {
  const QString last = lastDayToEnter(today).toString(Qt::ISODate);
  // Days are compared and stored as yyyy-MM-dd: other years have no such text.
  constexpr int kFirstYear = 1900;
  if (!wish.day.isValid() || wish.day.year() < kFirstYear)
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("生效日期"), wish.day.toString(QStringLiteral("yyyy-MM-dd"))});
  if (wish.day > lastDayToEnter(today))
    return fail(ErrorCode::DayTooLate, {wish.day.toString(QStringLiteral("yyyy-MM-dd")), last});
  QString first;
  for (const Fact& fact : registry.facts) {
    if (!fact.foundation)
      continue;
    const FactRow* row = chains.first(fact.key);
    if (row)
      first = row->from;
    for (const PlannedRow& wished : planned.rows)
      if (wished.fact == fact.key && (first.isEmpty() || wished.from < first))
        first = wished.from;
  }
  for (const PlannedRow& row : planned.rows) {
    const Fact* fact = registry.fact(row.fact);
    if (!fact)
      return fail(ErrorCode::FactUnknown, {row.fact});
    if (row.from > last)
      return fail(ErrorCode::DayTooLate, {row.from, last});
    if (fact->notBeforeFoundation && row.from < first)
      return fail(ErrorCode::DayTooEarly, {fact->name, row.from, first});
  }
  return {};
}

/// The first row that begins later and says something of the same: of a state any, of items one that names it.
QList<LaterRow> laterRows(const Office& office, Chains chains, const Planned& planned) {
  for (const RowMark& mark : planned.marks)
    chains.markVoid(mark, 1);
  QList<LaterRow> later;
  for (const PlannedRow& row : planned.rows) {
    const Fact* fact = office.registry().fact(row.fact);
    if (!fact || fact->shape == FactShape::Entry)
      continue;
    const auto named = fact->shape == FactShape::Items ? itemsFromJson(row.values.value(0)) : ItemValues();
    const QStringList items = named ? named->keys() : QStringList();
    QSet<QString> ended;
    for (const FactRow& other : chains.seen(fact->key)) {
      if (other.from <= row.from)
        continue;
      if (fact->shape == FactShape::State) {
        later << LaterRow{fact->name, other.from};
        break;
      }
      const auto theirs = itemsFromJson(other.values.value(0));
      for (const QString& item : items) {
        if (!theirs || !theirs->contains(item) || ended.contains(item))
          continue;
        ended.insert(item);
        const auto field = office.fields().byId(item);
        later << LaterRow{field ? office.fields().definition(*field).label : item, other.from};
      }
    }
  }
  return later;
}

} // namespace

QStringList ruleIds(const Findings& findings) {
  QStringList ids;
  for (const Finding& finding : findings) {
    const QString id = finding.rule.isEmpty() ? QStringLiteral("-") : finding.rule;
    if (finding.severity != Severity::Warn && !ids.contains(id))
      ids << id;
  }
  return ids;
}

Error refusal(const Findings& findings, Findings* why) {
  if (why)
    *why = findings;
  return Error{ErrorCode::RefusedByRules, ruleIds(findings)};
}

Result<Planned> planOn(Office& office, const Wish& wish, const Snapshot& snapshot) {
  const Registry& registry = office.registry();
  const ActKind* kind = registry.act(wish.kind);
  if (!kind)
    return fail(ErrorCode::ActKindUnknown, {QString(), wish.kind});
  if (!kind->plan && wish.redoes == 0)
    return fail(ErrorCode::ActByProgram, {kind->name});
  if (wish.subject.id != 0 && snapshot.chains.isEmpty())
    return fail(wish.subject.kind == SubjectKind::Class ? ErrorCode::ClassNotFound : ErrorCode::StudentNotFound,
                {QString::number(wish.subject.id)});
  const auto classes = office.store().classes();
  if (!classes)
    return std::unexpected(classes.error());
  // A late act is of the school as it was on its day.
  const auto school = office.facts().school(wish.day);
  if (!school)
    return std::unexpected(school.error());
  const PlanContext context{office.fields(), registry, *school, office.clock().today(), **classes};
  if (kind->role != ActRole::Voids && wish.subject.kind == SubjectKind::Student && wish.subject.id != 0 &&
      wish.redoes == 0 && !snapshot.chains.first(EnrolmentFact::fact().key))
    return fail(ErrorCode::StudentNotFound, {QString::number(wish.subject.id)});
  if (wish.revision != 0 && wish.revision != snapshot.revision)
    return fail(ErrorCode::RecordChanged);
  auto planned = wish.redoes != 0 ? planRedo(wish, snapshot, context) : kind->plan(wish, snapshot, context);
  if (!planned)
    return planned;
  if (auto fit = checkClassRows(context, wish.subject, snapshot, *planned); !fit)
    return std::unexpected(fit.error());
  if (auto fit = checkSettings(office.standardRules(), planned->rows); !fit)
    return std::unexpected(fit.error());
  addPapers(wish, context.today, *planned);
  // A correction done again on a child that is no longer enrolled has nothing to stand on.
  if (wish.redoes != 0 && wish.subject.kind == SubjectKind::Student &&
      !snapshot.chains.first(EnrolmentFact::fact().key) && !opens(registry, *planned))
    return fail(ErrorCode::StudentNotFound, {QString::number(wish.subject.id)});
  if (kind->role == ActRole::Voids)
    return planned;
  if (auto good =
          checkDays(registry, wish, kind->role == ActRole::Moves ? Chains() : snapshot.chains, *planned, context.today);
      !good)
    return std::unexpected(good.error());
  return planned;
}

Result<Judged> judgeOn(Office& office, const Wish& wish, const Snapshot& snapshot) {
  auto planned = planOn(office, wish, snapshot);
  if (!planned)
    return std::unexpected(planned.error());
  Judged judged{wish, snapshot, std::move(*planned), {}, {}};
  judged.later = laterRows(office, snapshot.chains, judged.planned);
  if (!asksTheRules(office.registry().act(wish.kind), wish))
    return judged;
  auto asked = RuleCase::of(office, wish, snapshot, judged.planned);
  if (!asked)
    return std::unexpected(asked.error());
  auto verdict = office.judge().verdict(asked->request(), office.facts());
  if (!verdict)
    return std::unexpected(verdict.error());
  judged.verdict = std::move(*verdict);
  return judged;
}

Result<Judged> judge(Office& office, const Wish& wish) {
  auto snapshot = office.tables().ledger().snapshot(wish.subject);
  if (!snapshot)
    return std::unexpected(snapshot.error());
  return judgeOn(office, wish, *snapshot);
}

namespace {

/// The act that a wish takes back.
Result<std::optional<Act>> takenBack(Office& office, const ActKind& kind, const Wish& wish) {
  if (kind.role != ActRole::Voids)
    return std::optional<Act>();
  return office.tables().acts().byId(wish.body.value(QStringLiteral("act")).toInteger());
}

/// What may not be done may not be taken back either.
Result<void> mayDo(const Office& office, const ActKind& kind, const std::optional<Act>& taken) {
  const ActKind* done = taken ? office.registry().act(taken->kind) : &kind;
  const auto right = done ? capabilityFromKey(done->right) : std::nullopt;
  return right ? office.store().require(*right) : fail(ErrorCode::ActKindUnknown, {QString(), kind.key});
}

/// What one performing keeps between its acts.
class Performing {
public:
  Performing(Office& office, QList<Judged> judged, Findings* why, WitnessToken* witness)
      : m_office(office), m_rights(office), m_ledger(office.tables().ledger()), m_judged(std::move(judged)), m_why(why),
        m_witness(witness) {
    QList<Wish> wishes;
    for (const Judged& one : std::as_const(m_judged)) {
      if (one.wish.subject.id != 0)
        ++m_waiting[one.wish.subject];
      if (witness)
        wishes << one.wish;
    }
    m_hash = hashOf(wishes);
  }

  Result<Performed> run(const std::optional<Batch>& batch, const LogWords& words, const Progress& progress);

private:
  Result<void> one(Judged& judged);
  Result<std::optional<Case>> caseFor(const Wish& wish) const;
  Result<void> checkTakingBack(const Act& act, const Judged& judged);
  Result<void> mayTouch(const ActKind& kind, const Judged& judged) const;
  Result<void> judgeAgain(Judged& judged);
  void nameMade(Planned& planned) const;
  Result<void> writeWaiting();
  Act actOf(const Judged& judged) const;
  QString detailOf(const Judged& judged) const;
  Result<void> log(const LogWords& words);

  Office& m_office;
  OwnRights m_rights;
  Ledger m_ledger;
  QList<Judged> m_judged;
  Findings* m_why;
  WitnessToken* m_witness;
  QByteArray m_hash;        ///< what the witness confirmed
  bool m_witnessed = false; ///< the token is used up
  std::optional<Batch> m_batch;
  qint64 m_lastAct = 0;
  QHash<Subject, int> m_waiting;        ///< wishes of a subject that are still to come
  QHash<Subject, Snapshot> m_snapshots; ///< of subjects that come again
  QSet<Subject> m_unwritten;            ///< those of them whose present row is still to be written
  Performed m_performed;
};

/// The rules look at present rows too.
Result<void> Performing::writeWaiting() {
  for (const Subject& subject : std::as_const(m_unwritten))
    if (auto written = m_ledger.writePresent(subject, m_snapshots.value(subject)); !written)
      return written;
  m_unwritten.clear();
  return {};
}

Result<void> Performing::judgeAgain(Judged& judged) {
  const auto known = m_snapshots.constFind(judged.wish.subject);
  const bool asksOthers = !judged.seesEarlier && looksAtOthers(m_office.registry().act(judged.wish.kind), judged.wish);
  const qint64 newest = asksOthers ? m_ledger.nextAct() - 1 : m_lastAct;
  if (known == m_snapshots.constEnd() && judged.before.lastAct == newest)
    return {};
  if (asksOthers)
    if (auto written = writeWaiting(); !written)
      return written;
  auto fresh = known != m_snapshots.constEnd() ? judgeOn(m_office, judged.wish, *known) : judge(m_office, judged.wish);
  if (!fresh)
    return std::unexpected(fresh.error());
  judged = std::move(*fresh);
  return {};
}

/// Puts the ids of subjects that earlier wishes of this call made where rows name them by place.
void Performing::nameMade(Planned& planned) const {
  for (PlannedRow& row : planned.rows) {
    const Fact* fact = m_office.registry().fact(row.fact);
    for (qsizetype at = 0; fact && at < fact->columns.size(); ++at) {
      const qint64 place = fact->columns[at].names ? -row.values[at].toLongLong() : 0;
      if (place > 0 && place <= m_performed.subjects.size())
        row.values[at] = QString::number(m_performed.subjects[place - 1]);
    }
  }
}

Act Performing::actOf(const Judged& judged) const {
  Act act;
  act.kind = judged.wish.kind;
  act.subject = judged.wish.subject;
  act.effective = judged.wish.day;
  act.ground = judged.wish.ground;
  act.ruleSet = judged.verdict.ruleSets;
  act.findings = judged.verdict.findings;
  act.exceptions = ruleIds(judged.verdict.met);
  act.caseId = judged.wish.caseId;
  const QString paperKey = PaperFact::fact().key;
  const auto metSomething = [&](const FactRow& row) {
    const SeenPaper paper = PaperFact::of(row).seen();
    return std::any_of(judged.verdict.met.begin(), judged.verdict.met.end(), [&](const Finding& finding) {
      return finding.severity != Severity::Warn && m_office.rules().isFor(paper, finding);
    });
  };
  for (const FactRow& row : PaperFact::standing(judged.before.chains, kLastDay))
    if (metSomething(row) && paperCounts(m_office.rules(), judged.before.chains, row, judged.planned.refers))
      act.papers << row.id;
  qint64 next = m_ledger.nextRow(paperKey);
  for (const PlannedRow& row : judged.planned.rows) {
    if (row.fact != paperKey)
      continue;
    // What was brought along belongs to the act, whether a rule asked for it or not.
    if (PaperFact::of(FactRow{next, 0, 0, 0, row.from, row.values}).withdraws == 0)
      act.papers << next;
    ++next;
  }
  return act;
}

/// Kind, act that it refers to, items that it touches on a record that stands: ids, never values.
QString Performing::detailOf(const Judged& judged) const {
  QStringList words{judged.wish.kind};
  if (judged.planned.refers != 0)
    words << QStringLiteral("act:%1").arg(judged.planned.refers);
  if (opens(m_office.registry(), judged.planned) && judged.before.revision == 0)
    return words.join(QLatin1Char(' '));
  QStringList items;
  for (const PlannedRow& row : judged.planned.rows) {
    const Fact* fact = m_office.registry().fact(row.fact);
    if (fact && fact->shape == FactShape::Items && judged.wish.redoes == 0)
      if (const auto named = itemsFromJson(row.values.value(0)))
        items << named->keys();
  }
  items.removeDuplicates();
  if (!items.isEmpty())
    words << items.join(QLatin1Char(','));
  return words.join(QLatin1Char(' '));
}

/// The case of a wish: open, and holding this wish.
Result<std::optional<Case>> Performing::caseFor(const Wish& wish) const {
  if (wish.caseId == 0)
    return std::optional<Case>();
  auto file = m_office.tables().cases().byId(wish.caseId);
  const QString number = QString::number(wish.caseId);
  if (!file)
    return file;
  if (!*file)
    return fail(ErrorCode::CaseNotFound, {number});
  if ((*file)->act != 0)
    return fail(ErrorCode::CasePerformed, {number, QString::number((*file)->act)});
  if ((*file)->state == CaseState::Withdrawn)
    return fail(ErrorCode::CaseWithdrawn, {number});
  const auto kept = wishOf(m_office.registry(), **file);
  if (!kept)
    return std::unexpected(kept.error());
  if (bytesOf(*kept) != bytesOf(wish))
    return fail(ErrorCode::CaseChanged, {number});
  return file;
}

/// A witness where one is needed, used up with the first act that needs it; and no open case upon the enrolment.
Result<void> Performing::checkTakingBack(const Act& act, const Judged& judged) {
  if (opensEnrolment(m_office.registry(), judged.before.chains, act.id)) {
    const auto open = m_office.tables().cases().openOf(act.subject);
    if (!open)
      return std::unexpected(open.error());
    for (const Case& file : *open)
      if (file.id != judged.wish.caseId)
        return fail(ErrorCode::CaseOpen, {QString::number(file.id), actName(file.kind)});
  }
  if (m_witnessed || !needsWitness(m_office, act))
    return {};
  if (!m_witness)
    return std::unexpected(witnessMissing(m_office, act));
  m_witnessed = true;
  return m_witness->spend(m_office.clock().now(), m_hash);
}

/// The right to every group of facts that the wish writes or takes back, not to the kind of act alone.
Result<void> Performing::mayTouch(const ActKind& kind, const Judged& judged) const {
  const bool undoes = m_batch && m_batch->kind == BatchKind::Undo;
  const Verb verb = kind.role != ActRole::Voids ? Verb::Change : undoes ? Verb::Undo : Verb::Void;
  return m_rights.require(verb, groupsOf(m_office.registry(), m_office.fields(), judged.planned, judged.before.chains));
}

Result<void> Performing::one(Judged& judged) {
  const ActKind* kind = m_office.registry().act(judged.wish.kind);
  if (!kind)
    return fail(ErrorCode::ActKindUnknown, {QString(), judged.wish.kind});
  const auto taken = takenBack(m_office, *kind, judged.wish);
  if (!taken)
    return std::unexpected(taken.error());
  if (auto allowed = mayDo(m_office, *kind, *taken); !allowed)
    return allowed;
  const auto file = caseFor(judged.wish);
  if (!file)
    return std::unexpected(file.error());
  if (!*file && !kind->approval.isEmpty())
    return fail(ErrorCode::ApprovalNeeded, {kind->name});
  if (auto again = judgeAgain(judged); !again)
    return again;
  if (auto allowed = mayTouch(*kind, judged); !allowed)
    return allowed;
  if (!judged.verdict.allows())
    return std::unexpected(refusal(judged.verdict.findings, m_why));
  if (*file)
    if (auto approved = requireApproval(m_office, *kind, **file, approvalHash((*file)->wish, judged)); !approved)
      return approved;
  if (*taken)
    if (auto may = checkTakingBack(**taken, judged); !may)
      return may;
  nameMade(judged.planned);
  Act act = actOf(judged);
  Snapshot snapshot = judged.before;
  if (auto written = m_ledger.append(act, judged.planned, snapshot); !written)
    return written;
  m_performed.acts << act.id;
  m_performed.subjects << act.subject.id;
  judged.wish.subject = act.subject;
  if (auto waits = m_waiting.find(act.subject); waits != m_waiting.end() && --*waits > 0) {
    m_snapshots.insert(act.subject, std::move(snapshot));
    m_unwritten.insert(act.subject);
    return {};
  }
  m_snapshots.remove(act.subject);
  m_unwritten.remove(act.subject);
  return m_ledger.writePresent(act.subject, snapshot);
}

Result<void> Performing::log(const LogWords& words) {
  const auto seal = m_ledger.seal();
  if (!seal)
    return std::unexpected(seal.error());
  const bool alone = m_performed.acts.size() == 1 && m_performed.batch == 0;
  QString object = words.object;
  if (object.isEmpty())
    object = alone ? objectOf(m_judged.first().wish.subject) : QStringLiteral("batch:%1").arg(m_performed.batch);
  QStringList detail;
  if (!words.detail.isEmpty())
    detail << words.detail;
  else if (alone)
    detail << detailOf(m_judged.first());
  if (m_witnessed)
    detail << QStringLiteral("witness=%1").arg(m_witness->user());
  detail << (*seal)->text();
  return m_office.tables().log().append(words.action, object, detail.join(QLatin1Char(' ')));
}

Result<Performed> Performing::run(const std::optional<Batch>& batch, const LogWords& words, const Progress& progress) {
  Transaction transaction = m_office.tables().begin();
  if (auto begun = transaction.begun(); !begun)
    return std::unexpected(begun.error());
  std::optional<Batch> counted = batch;
  if (counted)
    counted->count = static_cast<int>(m_judged.size());
  if (auto begun = m_ledger.begin(counted); !begun)
    return std::unexpected(begun.error());
  m_lastAct = m_ledger.nextAct() - 1;
  m_performed.batch = m_ledger.batch();
  m_batch = counted;
  for (qsizetype at = 0; at < m_judged.size(); ++at) {
    if (!goesOn(progress, at, m_judged.size()))
      return fail(ErrorCode::Cancelled);
    if (auto done = one(m_judged[at]); !done)
      return std::unexpected(done.error());
  }
  if (m_witnessed) {
    Approval approval{0, 0, m_performed.acts.first(), {}, m_witness->user(), Judgement::Witnessed, m_hash, {}};
    if (auto written = m_ledger.append(approval); !written)
      return std::unexpected(written.error());
  }
  if (auto logged = log(words); !logged)
    return std::unexpected(logged.error());
  if (auto committed = transaction.commit(); !committed)
    return std::unexpected(committed.error());
  return m_performed;
}

} // namespace

Result<Performed> performAll(Office& office, const std::optional<Batch>& batch, QList<Judged> judged,
                             const LogWords& words, const Progress& progress, Findings* why, WitnessToken* witness) {
  if (judged.isEmpty())
    return fail(ErrorCode::NothingToDo);
  return Performing(office, std::move(judged), why, witness).run(batch, words, progress);
}

Result<void> mayWish(Office& office, const Wish& wish) {
  const ActKind* kind = office.registry().act(wish.kind);
  if (!kind)
    return fail(ErrorCode::ActKindUnknown, {QString(), wish.kind});
  const auto taken = takenBack(office, *kind, wish);
  return taken ? mayDo(office, *kind, *taken) : std::unexpected(taken.error());
}

Result<Performed> perform(Office& office, const Wish& wish, Findings* why, QList<LaterRow>* later,
                          WitnessToken* witness) {
  if (auto allowed = mayWish(office, wish); !allowed)
    return std::unexpected(allowed.error());
  auto judged = judge(office, wish);
  if (!judged)
    return std::unexpected(judged.error());
  if (later)
    *later = judged->later;
  if (!judged->verdict.allows())
    return std::unexpected(refusal(judged->verdict.findings, why));
  return performAll(office, std::nullopt, {std::move(*judged)}, {}, {}, why, witness);
}

} // namespace xueji
