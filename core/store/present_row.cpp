#include "store/present_row.h"

#include "domain/class_facts.h"
#include "domain/ledger_facts.h"
#include "item_fields.h"

#include <algorithm>

namespace xueji {

namespace {

void setItem(StudentRecord& record, const QString& item, const QString& value) {
  if (const auto field = fieldOfItem(item))
    record.setValue(*field, value);
}

} // namespace

StudentRecord recordOn(const Registry& registry, const Chains& chains, const QString& day, Known known) {
  StudentRecord record;
  for (const Fact& fact : registry.facts) {
    if (fact.of != SubjectKind::Student)
      continue;
    if (fact.shape == FactShape::Items) {
      const ItemValues items = chains.items(fact.key, day, known);
      for (auto it = items.cbegin(); it != items.cend(); ++it)
        setItem(record, it.key(), it.value());
    } else if (const FactRow* row = fact.shape == FactShape::State ? chains.at(fact.key, day, known) : nullptr) {
      for (qsizetype at = 0; at < fact.columns.size(); ++at)
        if (!fact.columns[at].item.isEmpty())
          setItem(record, fact.columns[at].item, row->values.value(at));
    }
  }
  return record;
}

Result<StudentRow> presentRow(const Registry& registry, const Chains& chains, qint64 student, const QDate& day,
                              qint64 revision) {
  const QString enrolmentKey = EnrolmentFact::fact().key;
  Known known;
  const FactRow* first = chains.first(enrolmentKey);
  const bool voided = !first;
  if (voided) {
    for (const FactRow& row : chains.all(enrolmentKey))
      known.lastAct = known.lastAct == Known{}.lastAct ? row.voidedBy - 1 : std::max(known.lastAct, row.voidedBy - 1);
    first = chains.first(enrolmentKey, known);
  }
  if (!first)
    return fail(ErrorCode::Internal, {QStringLiteral("present row: no enrolment")});
  const QString asAt = std::max(day.toString(Qt::ISODate), first->from);

  StudentRow row;
  row.id = student;
  row.revision = std::max(revision, chains.newestAct());
  row.record = recordOn(registry, chains, asAt, known);
  row.studentNumber = row.record.value(Field::StudentNumber);
  const FactRow* enrolmentRow = chains.at(enrolmentKey, asAt, known);
  const EnrolmentFact enrolment = EnrolmentFact::of(*enrolmentRow);
  row.entryYear = enrolment.cohort;
  row.stage = enrolment.stage;
  row.enrolledOn = QDate::fromString(enrolmentRow->from, Qt::ISODate);
  if (const FactRow* number = chains.at(NumberFact::fact().key, asAt, known))
    row.numberSource = NumberFact::of(*number).source;
  const FactRow* status = chains.at(StatusFact::fact().key, asAt, known);
  row.classId = PlacementFact::on(chains, asAt, known);
  row.status = voided || !status ? StudentStatus::Voided : StatusFact::of(*status).status;
  if (const FactRow* reading = chains.at(ReadingFact::fact().key, asAt, known)) {
    row.pinyin = ReadingFact::of(*reading).full;
    row.initials = ReadingFact::of(*reading).initials;
  }
  return row;
}

} // namespace xueji
