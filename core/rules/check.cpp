#include "check.h"

namespace xueji {

Finding CheckInput::finding(const QString& code, QList<Field> fields, QStringList args) const {
  const auto sentence = rule.rule->sentences.constFind(code);
  const bool own = sentence != rule.rule->sentences.constEnd() && sentence->severity;
  return {rule.rule->id,   code,        own ? *sentence->severity : rule.severity, std::move(fields),
          std::move(args), rule.ruleSet};
}

Parameters CheckInput::parametersOf(const QString& ruleId) const {
  for (const RuleInForce& other : inForce)
    if (other.rule->id == ruleId)
      return other.parameters;
  return {};
}

int CheckInput::entryYear() const {
  return request.entryYear > 0 ? request.entryYear : request.effective.year();
}

int fullYears(const QDate& birth, const QDate& day) {
  int years = day.year() - birth.year();
  if (day.month() < birth.month() || (day.month() == birth.month() && day.day() < birth.day()))
    --years;
  return years;
}

namespace {

bool isNamed(const StudentRecord& record, int member) {
  return !record.isEmpty(member == 1 ? Field::Member1Name : Field::Member2Name);
}

bool hasAnything(const StudentRecord& record, const FieldCatalogue& catalogue, int member) {
  for (const FieldDefinition& item : catalogue.all())
    if (item.member == member && !record.isEmpty(item.field))
      return true;
  return false;
}

bool isNeeded(const FieldDefinition& item, const Request& request, const FieldCatalogue& catalogue) {
  const StudentRecord& record = *request.record;
  if (request.continued)
    return item.field == Field::Name || item.field == Field::Sex ||
           item.field == Field::BirthDate; // the received
                                           // dossier has the rest
  if (item.member != 0) {
    const bool isName = item.field == Field::Member1Name || item.field == Field::Member2Name;
    if (!isName)
      return isNamed(record, item.member);
    // Nobody named at all is E24's finding.
    return isNamed(record, item.member == 1 ? 2 : 1) && hasAnything(record, catalogue, item.member);
  }
  switch (item.field) {
  case Field::IdDocumentNumber:
    return record.value(Field::IdDocumentType) != u"Z"; // N09
  case Field::Preschool:
    return request.stage == Stage::Primary;
  case Field::HouseholdPlace:
  case Field::HouseholdKind: { // foreigners have none
    const QString& nationality = record.value(Field::Nationality);
    return nationality.isEmpty() || nationality == u"CHN";
  }
  default:
    return true;
  }
}

} // namespace

Findings missingItems(const Request& request, const FieldCatalogue& catalogue) {
  Findings findings;
  for (const FieldDefinition& item : catalogue.all()) {
    const bool empty = request.record->isEmpty(item.field) && !request.unreadable.contains(item.field);
    if (item.mustFill && empty && isNeeded(item, request, catalogue))
      findings << Finding{{}, QStringLiteral("required"), Severity::Refuse, {item.field}, {}, {}};
  }
  return findings;
}

} // namespace xueji
