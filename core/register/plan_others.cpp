// Numbers, papers, the school and its rules.

#include "domain/ledger_facts.h"
#include "plans.h"

namespace xueji {

Result<Planned> planNumber(const Wish& wish, const Snapshot& before, const PlanContext&) {
  const NumberFact number{wish.body.value(QStringLiteral("number")).toString(), NumberSource::System};
  const QString day = wish.day.toString(Qt::ISODate);
  const FactRow* present = before.chains.at(NumberFact::fact().key, day);
  if (number.value.isEmpty())
    return fail(ErrorCode::ValueInvalid, {NumberFact::fact().name, QString()});
  if (present && present->values == number.values())
    return fail(ErrorCode::NothingToDo);
  Planned planned;
  planned.rows = {{NumberFact::fact().key, day, number.values()}};
  return planned;
}

Result<Planned> planPapers(const Wish& wish, const Snapshot&, const PlanContext&) {
  return wish.papers.isEmpty() ? Result<Planned>(fail(ErrorCode::NothingToDo)) : Planned{};
}

Result<Planned> planWithdrawal(const Wish& wish, const Snapshot& before, const PlanContext&) {
  const qint64 paper = wish.body.value(QStringLiteral("paper")).toInteger();
  for (const FactRow& row : PaperFact::standing(before.chains, kLastDay)) {
    if (row.id != paper)
      continue;
    PaperFact ended = PaperFact::of(row);
    ended.withdraws = row.id;
    ended.note = wish.ground;
    Planned planned;
    planned.rows = {{PaperFact::fact().key, wish.day.toString(Qt::ISODate), ended.values()}};
    return planned;
  }
  return fail(ErrorCode::PaperGone, {QString::number(paper)});
}

Result<Planned> planSchool(const Wish& wish, const Snapshot& before, const PlanContext&) {
  const auto school = SchoolProfile::fromJson(wish.body.value(QStringLiteral("school")).toObject());
  if (!school)
    return fail(ErrorCode::ValueInvalid, {SchoolProfileFact::fact().name, QString()});
  const QString day = wish.day.toString(Qt::ISODate);
  Planned planned;
  for (const PlannedRow& row : rowsOf(*school, day)) {
    const FactRow* present = before.chains.at(row.fact, day);
    if (!present || present->values != row.values)
      planned.rows << row;
  }
  return planned.isEmpty() ? Result<Planned>(fail(ErrorCode::NothingToDo)) : planned;
}

Result<Planned> planRules(const Wish& wish, const Snapshot& before, const PlanContext&) {
  const QString day = wish.day.toString(Qt::ISODate);
  const FactRow* present = before.chains.at(SchoolRulesFact::fact().key, day);
  SchoolRulesFact settings = present ? SchoolRulesFact::of(*present) : SchoolRulesFact();
  const QStringList values = settings.values();
  QList<QJsonObject*> kept;
  for (const auto& [key, part] :
       {std::pair(QStringLiteral("county"), &settings.county), std::pair(QStringLiteral("school"), &settings.school)}) {
    const QJsonValue wished = wish.body.value(key);
    if (wished.isUndefined()) {
      kept << part;
      continue;
    }
    if (!wished.isObject())
      return fail(ErrorCode::WrongUse, {key});
    *part = wished.toObject();
  }
  if (settings.values() == values)
    return fail(ErrorCode::NothingToDo);
  // Settings that have ended are not carried on: on none of the row's days would they hold.
  for (QJsonObject* part : std::as_const(kept))
    if (const QString to = part->value(QStringLiteral("to")).toString(); !to.isEmpty() && to < day)
      *part = {};
  Planned planned;
  planned.rows = {{SchoolRulesFact::fact().key, day, settings.values()}};
  return planned;
}

} // namespace xueji
