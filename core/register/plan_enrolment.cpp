#include "domain/class_facts.h"
#include "domain/ledger_facts.h"
#include "plans.h"

namespace xueji {

Result<Planned> planEnrolment(const Wish& wish, const Snapshot&, const PlanContext& context) {
  const QJsonObject record = wish.body.value(QStringLiteral("record")).toObject();
  const auto item = [&](const char* id) { return record.value(QLatin1String(id)).toString(); };
  const auto stage = stageFromKey(wish.body.value(QStringLiteral("stage")).toString());
  const int cohort = wish.body.value(QStringLiteral("cohort")).toInt();
  const QString number = wish.body.value(QStringLiteral("number")).toString();
  if (!stage || cohort <= 0 || number.isEmpty())
    return fail(ErrorCode::WrongUse, {QStringLiteral("enrolment")});

  const QString day = wish.day.toString(Qt::ISODate);
  const QString beginning;
  EnrolmentFact enrolment;
  enrolment.school = context.school.code;
  enrolment.stage = *stage;
  enrolment.cohort = cohort;
  enrolment.entryMonth = item("entry_month");
  enrolment.entryMode = item("entry_mode");
  const bool local = wish.body.value(QStringLiteral("source")).toString() == toKey(NumberSource::Local);
  const NumberFact given{number, local ? NumberSource::Local : NumberSource::System};

  ItemFact items;
  for (auto it = record.constBegin(); it != record.constEnd(); ++it) {
    const Registry::Home home = context.registry.homeOf(it.key());
    if (home.fact && home.column < 0 && !it.value().toString().isEmpty())
      items.items.insert(it.key(), it.value().toString());
  }
  Planned planned;
  planned.rows = {
      {EnrolmentFact::fact().key, day, enrolment.values()},
      {StatusFact::fact().key, day, StatusFact{StudentStatus::InSchool}.values()},
      {NumberFact::fact().key, day, given.values()},
      {NameFact::fact().key, beginning, {item("name")}},
      {ReadingFact::fact().key, beginning, ReadingFact::from(item("name"), item("name_pinyin")).values()},
      {DocumentFact::fact().key, beginning, {item("id_document_type"), item("id_document_number")}},
      {ItemFact::fact().key, beginning, items.values()},
  };
  if (const qint64 classId = wish.body.value(QStringLiteral("class")).toInteger(); classId != 0)
    planned.rows << PlannedRow{PlacementFact::fact().key, firstDayIn(context.classes, classId, day),
                               PlacementFact{classId}.values()};
  return planned;
}

} // namespace xueji
