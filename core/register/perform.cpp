#include "register/perform.h"

#include "domain/ledger_facts.h"
#include "register/plans.h"
#include "register/rule_request.h"
#include "register/school_rules.h"

#include <algorithm>

namespace xueji {

namespace {

PlanContext contextOf(Office& office) {
  return {office.fields(), office.registry(), office.store().school(), office.clock().today()};
}

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
QList<LaterRow> laterRows(const PlanContext& context, const Chains& chains, const Planned& planned) {
  QList<LaterRow> later;
  for (const PlannedRow& row : planned.rows) {
    const Fact* fact = context.registry.fact(row.fact);
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
        const auto field = context.fields.byId(item);
        later << LaterRow{field ? context.fields.definition(*field).label : item, other.from};
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
  if (!kind || !kind->plan)
    return fail(ErrorCode::ActKindUnknown, {QString(), wish.kind});
  if (wish.subject.id != 0 && snapshot.acts.isEmpty())
    return fail(ErrorCode::StudentNotFound, {QString::number(wish.subject.id)});
  const PlanContext context = contextOf(office);
  if (kind->role != ActRole::Voids && wish.subject.kind == SubjectKind::Student && wish.subject.id != 0 &&
      wish.redoes == 0 && !snapshot.chains.first(EnrolmentFact::fact().key))
    return fail(ErrorCode::StudentNotFound, {QString::number(wish.subject.id)});
  if (wish.revision != 0 && wish.revision != snapshot.revision)
    return fail(ErrorCode::RecordChanged);
  auto planned = wish.redoes != 0 ? planRedo(wish, snapshot, context) : kind->plan(wish, snapshot, context);
  if (!planned)
    return planned;
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
  judged.later = laterRows(contextOf(office), snapshot.chains, judged.planned);
  const ActKind* kind = office.registry().act(wish.kind);
  if (wish.subject.kind != SubjectKind::Student || kind->role != ActRole::Ordinary)
    return judged;
  const RuleCase asked(office, wish, snapshot, judged.planned);
  auto verdict = office.judge().verdict(asked.request(), office.facts());
  if (!verdict)
    return std::unexpected(verdict.error());
  judged.verdict = std::move(*verdict);
  return judged;
}

Result<Judged> judge(Office& office, const Wish& wish) {
  auto snapshot = office.store().ledger().snapshot(wish.subject);
  if (!snapshot)
    return std::unexpected(snapshot.error());
  return judgeOn(office, wish, *snapshot);
}

namespace {

/// What one performing keeps between its acts.
class Performing {
public:
  Performing(Office& office, QList<Judged> judged, Findings* why)
      : m_office(office), m_ledger(office.store().ledger()), m_judged(std::move(judged)), m_why(why) {
    for (const Judged& one : std::as_const(m_judged))
      if (one.wish.subject.id != 0)
        ++m_waiting[one.wish.subject];
  }

  Result<Performed> run(const std::optional<Batch>& batch, const LogWords& words, const Progress& progress);

private:
  Result<void> one(Judged& judged);
  Result<void> judgeAgain(Judged& judged);
  Act actOf(const Judged& judged) const;
  QString detailOf(const Judged& judged) const;
  Result<void> log(const LogWords& words);

  Office& m_office;
  Ledger m_ledger;
  QList<Judged> m_judged;
  Findings* m_why;
  qint64 m_lastAct = 0;
  QHash<Subject, int> m_waiting;        ///< wishes of a subject that are still to come
  QHash<Subject, Snapshot> m_snapshots; ///< of subjects that come again
  Performed m_performed;
};

Result<void> Performing::judgeAgain(Judged& judged) {
  const auto known = m_snapshots.constFind(judged.wish.subject);
  if (known == m_snapshots.constEnd() && judged.before.lastAct == m_lastAct)
    return {};
  auto fresh = known != m_snapshots.constEnd() ? judgeOn(m_office, judged.wish, *known) : judge(m_office, judged.wish);
  if (!fresh)
    return std::unexpected(fresh.error());
  judged = std::move(*fresh);
  return {};
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
  const QString paperKey = PaperFact::fact().key;
  const auto metSomething = [&](const FactRow& row) {
    const SeenPaper paper = PaperFact::of(row).seen();
    return std::any_of(judged.verdict.met.begin(), judged.verdict.met.end(), [&](const Finding& finding) {
      return finding.severity != Severity::Warn && m_office.rules().isFor(paper, finding);
    });
  };
  for (const FactRow& row : PaperFact::standing(judged.before.chains, kLastDay))
    if (metSomething(row))
      act.papers << row.id;
  qint64 next = m_ledger.nextRow(paperKey);
  for (const PlannedRow& row : judged.planned.rows) {
    if (row.fact != paperKey)
      continue;
    if (metSomething(FactRow{next, 0, 0, 0, row.from, row.values}))
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

Result<void> Performing::one(Judged& judged) {
  const ActKind* kind = m_office.registry().act(judged.wish.kind);
  auto right = kind ? capabilityFromKey(kind->right) : std::nullopt;
  // What may not be done may not be taken back either.
  if (kind && kind->role == ActRole::Voids)
    if (const auto taken = m_office.store().acts().byId(judged.wish.body.value(QStringLiteral("act")).toInteger());
        taken && *taken)
      if (const ActKind* done = m_office.registry().act((*taken)->kind))
        right = capabilityFromKey(done->right);
  if (!right)
    return fail(ErrorCode::ActKindUnknown, {QString(), judged.wish.kind});
  if (auto allowed = m_office.store().require(*right); !allowed)
    return allowed;
  if (auto again = judgeAgain(judged); !again)
    return again;
  if (!judged.verdict.allows())
    return std::unexpected(refusal(judged.verdict.findings, m_why));
  Act act = actOf(judged);
  Snapshot snapshot = judged.before;
  if (auto written = m_ledger.append(act, judged.planned, snapshot); !written)
    return written;
  m_performed.acts << act.id;
  m_performed.subjects << act.subject.id;
  judged.wish.subject = act.subject;
  if (auto waits = m_waiting.find(act.subject); waits != m_waiting.end() && --*waits > 0) {
    m_snapshots.insert(act.subject, std::move(snapshot));
    return {};
  }
  m_snapshots.remove(act.subject);
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
  detail << (*seal)->text();
  return m_office.store().log().append(words.action, object, detail.join(QLatin1Char(' ')));
}

Result<Performed> Performing::run(const std::optional<Batch>& batch, const LogWords& words, const Progress& progress) {
  Transaction transaction = m_office.store().begin();
  if (auto begun = transaction.begun(); !begun)
    return std::unexpected(begun.error());
  std::optional<Batch> counted = batch;
  if (counted)
    counted->count = static_cast<int>(m_judged.size());
  if (auto begun = m_ledger.begin(counted); !begun)
    return std::unexpected(begun.error());
  m_lastAct = m_ledger.nextAct() - 1;
  m_performed.batch = m_ledger.batch();
  for (qsizetype at = 0; at < m_judged.size(); ++at) {
    if (!goesOn(progress, at, m_judged.size()))
      return fail(ErrorCode::Cancelled);
    if (auto done = one(m_judged[at]); !done)
      return std::unexpected(done.error());
  }
  if (auto logged = log(words); !logged)
    return std::unexpected(logged.error());
  if (auto committed = transaction.commit(); !committed)
    return std::unexpected(committed.error());
  return m_performed;
}

} // namespace

Result<Performed> performAll(Office& office, const std::optional<Batch>& batch, QList<Judged> judged,
                             const LogWords& words, const Progress& progress, Findings* why) {
  if (judged.isEmpty())
    return fail(ErrorCode::NothingToDo);
  return Performing(office, std::move(judged), why).run(batch, words, progress);
}

Result<Performed> perform(Office& office, const Wish& wish, Findings* why, QList<LaterRow>* later) {
  auto judged = judge(office, wish);
  if (!judged)
    return std::unexpected(judged.error());
  if (later)
    *later = judged->later;
  if (!judged->verdict.allows())
    return std::unexpected(refusal(judged->verdict.findings, why));
  return performAll(office, std::nullopt, {std::move(*judged)}, {}, {}, why);
}

} // namespace xueji
