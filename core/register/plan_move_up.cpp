#include "domain/class_facts.h"
#include "domain/ledger_facts.h"
#include "plans.h"
#include "store/present_row.h"

#include <algorithm>

namespace xueji {

namespace {

/// The stage that follows at this school; nothing where none does.
std::optional<Stage> nextStage(const SchoolSystem& system, Stage stage) {
  for (const Stage other : system.stages())
    if (other > stage)
      return other;
  return std::nullopt;
}

/// Items of the wish that differ from the record. What a state holds is not changed on the way up.
Result<ItemValues> changedItems(const Wish& wish, const StudentRecord& record, const PlanContext& context) {
  const QJsonObject given = wish.body.value(QStringLiteral("record")).toObject();
  ItemValues changed;
  for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
    const auto field = context.fields.byId(it.key());
    if (!field)
      return fail(ErrorCode::FieldUnknown, {it.key()});
    const Registry::Home home = context.registry.homeOf(it.key());
    const bool ofEnrolment = home.fact && home.fact->key == EnrolmentFact::fact().key;
    if (ofEnrolment || *field == Field::Class || record.value(*field) == it.value().toString())
      continue;
    if (home.column >= 0)
      return fail(ErrorCode::FieldNotEditable, {context.fields.definition(*field).label, QStringLiteral("K01")});
    changed.insert(it.key(), it.value().toString());
  }
  return changed;
}

/// How the stage before ended, where the wish says so; holds from the day before.
std::optional<PlannedRow> outcomeOf(const Wish& wish, Stage ended) {
  const QJsonObject said = wish.body.value(QStringLiteral("outcome")).toObject();
  const auto result = stageResultFromKey(said.value(QStringLiteral("result")).toString());
  if (!result)
    return std::nullopt;
  const OutcomeFact outcome{ended, *result, said.value(QStringLiteral("certificate")).toString(),
                            said.value(QStringLiteral("issued")).toString()};
  return PlannedRow{OutcomeFact::fact().key, wish.day.addDays(-1).toString(Qt::ISODate), outcome.values()};
}

bool hasLeft(const Chains& chains, const QString& day) {
  const FactRow* status = chains.at(StatusFact::fact().key, day);
  const StudentStatus now = status ? StatusFact::of(*status).status : StudentStatus::InSchool;
  return now == StudentStatus::Graduated || now == StudentStatus::Completed || now == StudentStatus::LeftEarly;
}

} // namespace

Result<Planned> planMoveUp(const Wish& wish, const Snapshot& before, const PlanContext& context) {
  const auto stage = stageFromKey(wish.body.value(QStringLiteral("stage")).toString());
  const int cohort = wish.body.value(QStringLiteral("cohort")).toInt();
  const QString day = wish.day.toString(Qt::ISODate);
  const FactRow* row = before.chains.at(EnrolmentFact::fact().key, day);
  if (!stage || cohort <= 0)
    return fail(ErrorCode::WrongUse, {QStringLiteral("move_up")});
  if (const FactRow* first = before.chains.first(EnrolmentFact::fact().key); first && !row)
    return fail(ErrorCode::DayTooEarly, {EnrolmentFact::fact().name, day, first->from});
  if (!row)
    return fail(ErrorCode::WrongUse, {QStringLiteral("move_up")});
  const EnrolmentFact present = EnrolmentFact::of(*row);
  if (nextStage(context.school.system, present.stage) != stage)
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("学段"), chineseName(*stage)});
  if (cohort <= present.cohort)
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("入学年级"), QString::number(cohort)});

  const QJsonObject record = wish.body.value(QStringLiteral("record")).toObject();
  EnrolmentFact fresh;
  fresh.school = context.school.code;
  fresh.stage = *stage;
  fresh.cohort = cohort;
  fresh.entryMonth = record.value(QStringLiteral("entry_month")).toString();
  fresh.entryMode = record.value(QStringLiteral("entry_mode")).toString();
  const auto items = changedItems(wish, recordOn(context.registry, before.chains, day), context);
  if (!items)
    return std::unexpected(items.error());

  Planned planned;
  planned.rows << PlannedRow{EnrolmentFact::fact().key, day, fresh.values()};
  if (hasLeft(before.chains, day))
    planned.rows << PlannedRow{StatusFact::fact().key, day, StatusFact{StudentStatus::InSchool}.values()};
  const qint64 target = wish.body.value(QStringLiteral("class")).toInteger();
  const QString entering = firstDayIn(context.classes, target, day);
  if (PlacementFact::on(before.chains, day) != 0 && (target == 0 || entering > day))
    planned.rows << PlannedRow{PlacementFact::fact().key, day, PlacementFact{0}.values()};
  if (target != 0)
    planned.rows << PlannedRow{PlacementFact::fact().key, entering, PlacementFact{target}.values()};
  if (!items->isEmpty())
    planned.rows << PlannedRow{ItemFact::fact().key, day, ItemFact{*items}.values()};
  if (const QString pinyin = context.fields.definition(Field::NamePinyin).id; items->contains(pinyin)) {
    const FactRow* name = before.chains.at(NameFact::fact().key, day);
    planned.rows << PlannedRow{
        ReadingFact::fact().key, day,
        ReadingFact::from(name ? name->values.value(0) : QString(), items->value(pinyin)).values()};
  }
  if (const auto outcome = outcomeOf(wish, present.stage))
    planned.rows << *outcome;
  return planned;
}

} // namespace xueji
