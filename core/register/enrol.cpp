#include "domain/ledger_facts.h"
#include "register/acts.h"
#include "row_reader.h"
#include "rule_request.h"
#include "student_numbers.h"

namespace xueji {
namespace {

/// Ground of an enrolment that goes on with a record, as papers print it.
constexpr QStringView kContinuedGround = u"接续学籍";

QJsonObject itemsOf(const StudentRecord& record, const FieldCatalogue& fields) {
  QJsonObject items;
  for (const FieldDefinition& definition : fields.all())
    if (definition.field != Field::SchoolCode && definition.field != Field::Class &&
        definition.field != Field::StudentNumber && !record.isEmpty(definition.field))
      items.insert(definition.id, record.value(definition.field));
  return items;
}

QDate birthOf(const StudentRecord& record) {
  return QDate::fromString(record.value(Field::BirthDate), Qt::ISODate);
}

QDate dayOf(const Enrolment& enrolment) {
  return enrolment.effective.isValid() ? enrolment.effective : QDate(enrolment.entryYear, 9, 1);
}

/// By the school's stages and system on the day of the enrolment.
Result<Stage> stageOn(const Office& office, const Enrolment& enrolment) {
  if (enrolment.stage)
    return *enrolment.stage;
  const auto school = office.facts().school(dayOf(enrolment));
  if (!school)
    return std::unexpected(school.error());
  return stageOf(enrolment.record, enrolment.entryYear, school->system);
}

/// The wish with whatever number the record brings.
Wish wishWith(const Office& office, const Enrolment& enrolment, Stage stage, const QString& number,
              NumberSource source) {
  Wish wish;
  wish.kind = act_kind::kEnrol;
  wish.day = dayOf(enrolment);
  wish.ground = enrolment.ground;
  wish.papers = enrolment.papers;
  wish.body = {{QStringLiteral("cohort"), enrolment.entryYear},
               {QStringLiteral("stage"), toKey(stage)},
               {QStringLiteral("record"), itemsOf(enrolment.record, office.fields())},
               {QStringLiteral("number"), number},
               {QStringLiteral("source"), toKey(source)}};
  if (enrolment.classId != 0)
    wish.body.insert(QStringLiteral("class"), enrolment.classId);
  return wish;
}

} // namespace

Result<Wish> enrolmentWish(Office& office, const Enrolment& enrolment, QSet<QString>* taken) {
  const auto stage = stageOn(office, enrolment);
  if (!stage)
    return std::unexpected(stage.error());
  const QString given = enrolment.record.value(Field::StudentNumber);
  if (given.isEmpty()) {
    const auto number = freeTemporaryNumber(office, birthOf(enrolment.record), taken ? *taken : QSet<QString>());
    if (!number)
      return std::unexpected(number.error());
    if (taken)
      taken->insert(*number);
    return wishWith(office, enrolment, *stage, *number, NumberSource::Local);
  }
  Wish wish = wishWith(office, enrolment, *stage, given, NumberSource::System);
  const auto continued = continuesRecord(office, given, *stage);
  if (!continued)
    return std::unexpected(continued.error());
  if (*continued)
    wish.ground = kContinuedGround.toString() + (wish.ground.isEmpty() ? QString() : u'：' + wish.ground);
  return wish;
}

Result<Findings> judgeEnrolment(Office& office, const Enrolment& wish) {
  if (auto known = office.store().catchUp(); !known)
    return std::unexpected(known.error());
  const auto stage = stageOn(office, wish);
  if (!stage)
    return std::unexpected(stage.error());
  // While typing no number is drawn: the rules judge the record as it is typed.
  Request request;
  request.kind = act_kind::kEnrol;
  request.effective = dayOf(wish);
  request.today = office.clock().today();
  request.record = &wish.record;
  request.entryYear = wish.entryYear;
  request.stage = *stage;
  const auto continued = continuesRecord(office, wish.record.value(Field::StudentNumber), request.stage);
  if (!continued)
    return std::unexpected(continued.error());
  request.continued = *continued;
  request.papers = wish.papers;
  return office.judge().judge(request, office.facts());
}

Result<Enrolled> enrol(Office& office, const Enrolment& enrolment, Findings* why) {
  if (auto known = office.store().catchUp(); !known)
    return std::unexpected(known.error());
  // A number is drawn for a birth date: without one the rules judge the record as it was typed.
  if (enrolment.record.isEmpty(Field::StudentNumber) && !birthOf(enrolment.record).isValid()) {
    const auto found = judgeEnrolment(office, enrolment);
    if (!found)
      return std::unexpected(found.error());
    if (std::any_of(found->begin(), found->end(), [](const Finding& one) { return one.severity != Severity::Warn; }))
      return std::unexpected(refusal(*found, why));
  }
  const auto wish = enrolmentWish(office, enrolment);
  if (!wish)
    return std::unexpected(wish.error());
  auto judged = judge(office, *wish);
  if (!judged)
    return std::unexpected(judged.error());
  if (!judged->verdict.allows())
    return std::unexpected(refusal(judged->verdict.findings, why));
  const Findings findings = judged->verdict.findings;
  const auto done = performAll(office, std::nullopt, {*judged}, {}, {}, why);
  if (!done)
    return std::unexpected(done.error());
  return Enrolled{done->subjects.first(), done->acts.first(), wish->body.value(QStringLiteral("number")).toString(),
                  findings};
}

} // namespace xueji
