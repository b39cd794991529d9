#include "rule_request.h"

#include "domain/class_facts.h"
#include "domain/ledger_facts.h"
#include "domain/student_number.h"
#include "plans.h"
#include "store/present_row.h"
#include "store/tables.h"

#include <algorithm>
#include <limits>

namespace xueji {

namespace {

NumberSource sourceOn(const Chains& chains, const QString& day) {
  const FactRow* number = chains.at(NumberFact::fact().key, day);
  return number ? NumberFact::of(*number).source : NumberSource::Local;
}

/// Whether the number of the first enrolment came with it from the system.
bool cameWithNumber(const Chains& chains) {
  const FactRow* enrolment = chains.first(EnrolmentFact::fact().key);
  if (!enrolment)
    return false;
  for (const FactRow& row : chains.seen(NumberFact::fact().key))
    if (row.act == enrolment->act)
      return NumberFact::of(row).source == NumberSource::System;
  return false;
}

} // namespace

void leaveOutLocalNumber(StudentRecord& record, NumberSource source) {
  if (source == NumberSource::Local)
    record.setValue(Field::StudentNumber, {});
}

Chains afterwards(const Chains& before, const Planned& planned) {
  Chains chains = before;
  qint64 id = std::numeric_limits<qint64>::max() - planned.rows.size();
  for (const RowMark& mark : planned.marks)
    chains.markVoid(mark, 1);
  for (const PlannedRow& row : planned.rows)
    chains.add(row.fact, FactRow{++id, 0, 0, 0, row.from, row.values});
  return chains;
}

bool wasContinued(const Chains& chains) {
  const FactRow* enrolment = chains.first(EnrolmentFact::fact().key);
  return enrolment && EnrolmentFact::of(*enrolment).stage != Stage::Primary && cameWithNumber(chains);
}

Result<bool> continuesRecord(Office& office, const QString& studentNumber, Stage stage) {
  if (stage == Stage::Primary || !StudentNumber::parse(studentNumber))
    return false;
  const auto holders = office.tables().facts().withValue(NumberFact::fact(), QStringLiteral("value"), studentNumber);
  if (!holders)
    return std::unexpected(holders.error());
  return holders->isEmpty() || NumberFact::of(holders->last()).source == NumberSource::System;
}

namespace {

/// Whether the wish brings a number of the national system.
bool bringsNumber(const Planned& planned) {
  return std::any_of(planned.rows.begin(), planned.rows.end(), [](const PlannedRow& row) {
    return row.fact == NumberFact::fact().key &&
           NumberFact::of(FactRow{0, 0, 0, 0, row.from, row.values}).source == NumberSource::System;
  });
}

/// Whether the row puts the child somewhere: out of a class uses no paper up.
bool takesUp(const FactRow& user) {
  return user.values.value(0) != u"0";
}

/// The row that used a paper up; null while it is good.
const FactRow* userOf(const QList<FactRow>& users, const FactRow& paper) {
  const auto user = std::find_if(users.begin(), users.end(),
                                 [&](const FactRow& row) { return row.act >= paper.act && takesUp(row); });
  return user == users.end() ? nullptr : &*user;
}

bool isSame(const SeenPaper& a, const SeenPaper& b) {
  return a.kind == b.kind && a.number == b.number && a.issuer == b.issuer && a.issued == b.issued;
}

} // namespace

bool paperCounts(const RuleBook& rules, const Chains& chains, const FactRow& paper, qint64 refers) {
  const PaperKind* kind = rules.paperKind(PaperFact::of(paper).seen().kind);
  if (!kind || kind->usedBy.isEmpty() || paper.act == 0 || paper.act == refers)
    return true;
  return !userOf(chains.seen(kind->usedBy), paper);
}

bool wasUsed(const RuleBook& rules, const Chains& chains, const SeenPaper& paper, const Planned& planned) {
  const PaperKind* kind = rules.paperKind(paper.kind);
  if (!kind || kind->usedBy.isEmpty())
    return false;
  const QList<FactRow> users = chains.seen(kind->usedBy);
  const QList<FactRow> onFile = PaperFact::standing(chains, kLastDay);
  return std::any_of(onFile.begin(), onFile.end(), [&](const FactRow& row) {
    const FactRow* user =
        isSame(PaperFact::of(row).seen(), paper) && row.act != planned.refers ? userOf(users, row) : nullptr;
    // Back to where it led before it may lead again.
    return user && std::none_of(planned.rows.begin(), planned.rows.end(), [&](const PlannedRow& wished) {
             return wished.fact == kind->usedBy && wished.values == user->values;
           });
  });
}

Result<RuleCase> RuleCase::of(Office& office, const Wish& wish, const Snapshot& before, const Planned& planned) {
  RuleCase asked;
  if (auto filled = asked.fill(office, wish, before, planned); !filled)
    return std::unexpected(filled.error());
  return asked;
}

Result<void> RuleCase::fill(Office& office, const Wish& wish, const Snapshot& before, const Planned& planned) {
  const Registry& registry = office.registry();
  const Chains after = afterwards(before.chains, planned);
  const QString view = dayOfView(registry, after, wish.day);
  m_after = recordOn(registry, after, view);
  // A row of before the enrolment (a received number) is judged too, though a later one ends it.
  for (const PlannedRow& row : planned.rows) {
    const Fact* fact = registry.fact(row.fact);
    if (!fact || fact->shape != FactShape::State || row.from > wish.day.toString(Qt::ISODate))
      continue;
    for (qsizetype at = 0; at < fact->columns.size(); ++at)
      if (const auto field = office.fields().byId(fact->columns[at].item))
        m_after.setValue(*field, row.values.value(at));
  }
  // A moved enrolment is judged like one of its new day.
  const ActKind* kind = registry.act(wish.kind);
  const ActBrief* moved = kind && kind->role == ActRole::Moves ? before.act(planned.refers) : nullptr;
  m_request.kind = moved ? moved->kind : wish.kind;
  m_request.effective = wish.day;
  m_request.today = office.clock().today();
  m_request.student = wish.subject.id;
  if (const FactRow* row = after.at(EnrolmentFact::fact().key, view)) {
    const EnrolmentFact enrolment = EnrolmentFact::of(*row);
    m_request.stage = enrolment.stage;
    m_request.entryYear = enrolment.cohort;
  }
  m_request.continued = wasContinued(after);
  if (auto placed = addPlacement(office, before.chains, planned); !placed)
    return placed;
  if (!bringsNumber(planned))
    leaveOutLocalNumber(m_after, sourceOn(after, view));
  m_request.imported = moved != nullptr;
  const bool stood = !moved && before.chains.first(EnrolmentFact::fact().key) != nullptr;
  if (stood) {
    const QString viewBefore = dayOfView(registry, before.chains, wish.day);
    StudentRecord record = recordOn(registry, before.chains, viewBefore);
    leaveOutLocalNumber(record, sourceOn(before.chains, viewBefore));
    if (record.value(Field::StudentNumber) != m_after.value(Field::StudentNumber))
      m_request.studentNumberBefore = record.value(Field::StudentNumber);
    m_request.before = record;
  }
  for (const SeenPaper& paper : wish.papers)
    (wasUsed(office.rules(), before.chains, paper, planned) ? m_request.usedUp : m_request.papers) << paper;
  // What the wish itself writes is in `after` without an act; what stood before is measured on what stood before.
  for (const FactRow& paper : PaperFact::standing(after, kLastDay))
    if (const SeenPaper seen = PaperFact::of(paper).seen();
        paperCounts(office.rules(), before.chains, paper, planned.refers) && !m_request.usedUp.contains(seen))
      m_request.onFile << seen;
  return {};
}

/// Where the act puts the child into a class. The class of a batch that makes it first is known to that batch alone.
Result<void> RuleCase::addPlacement(Office& office, const Chains& before, const Planned& planned) {
  const auto known = office.store().classes();
  if (!known)
    return std::unexpected(known.error());
  const ClassBook& classes = **known;
  for (const PlannedRow& row : planned.rows) {
    if (row.fact != PlacementFact::fact().key)
      continue;
    const qint64 id = PlacementFact::of(FactRow{0, 0, 0, 0, row.from, row.values}).classId;
    auto target = classes.on(id, row.from);
    if (!target && id < 0) { // of the child's stage and cohort: a roster makes no other
      target.emplace();
      target->is = {m_request.stage, m_request.entryYear, 0, ClassKind::Ordinary};
      target->profile.name = QStringLiteral("新设的班级");
    }
    if (!target)
      continue;
    const QDate day = QDate::fromString(row.from, Qt::ISODate);
    Request::Placement placement{id, target->is, target->title(day, office.store().school().system), day, false};
    // Another class of this stage and cohort, also where the child was in none in between.
    for (const FactRow& earlier : before.seen(PlacementFact::fact().key)) {
      const qint64 other = PlacementFact::of(earlier).classId;
      const auto was = other != id && earlier.from <= row.from ? classes.on(other, earlier.from) : std::nullopt;
      if (was && was->is.stage == m_request.stage && (was->is.cohort == 0 || was->is.cohort == m_request.entryYear))
        placement.wasElsewhere = true;
    }
    m_request.placement = placement;
    m_after.setValue(Field::Class, QString::number(id)); // only to be told from the class before
  }
  return {};
}

} // namespace xueji
