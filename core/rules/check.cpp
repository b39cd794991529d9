#include "check.h"

#include <algorithm>

namespace xueji {

Finding CheckInput::finding(const QString& code, QList<Field> fields, QStringList args) const {
  const auto sentence = rule.rule->sentences.constFind(code);
  const bool own = sentence != rule.rule->sentences.constEnd() && sentence->severity;
  return {rule.rule->id,   code,        own ? *sentence->severity : rule.severity, std::move(fields),
          std::move(args), rule.ruleSet};
}

bool CheckInput::hasPaper(QLatin1String kind) const {
  const auto is = [kind](const SeenPaper& paper) { return paper.kind == kind; };
  return std::any_of(request.papers.begin(), request.papers.end(), is) ||
         std::any_of(request.onFile.begin(), request.onFile.end(), is);
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

/// Of Hong Kong, Macao or Taiwan (01, 03, 05; their relatives live here and have a register), or a foreigner.
bool hasNoHousehold(const StudentRecord& record) {
  static const QStringList kCompatriots{QStringLiteral("01"), QStringLiteral("03"), QStringLiteral("05")};
  const QString& nationality = record.value(Field::Nationality);
  return kCompatriots.contains(record.value(Field::OverseasStatus)) ||
         (!nationality.isEmpty() && nationality != u"CHN");
}

/// A family member whose document is none of a household register's: a foreigner, or of Hong Kong, Macao or Taiwan.
bool isFromAbroad(const StudentRecord& record, int member) {
  static const QStringList kDocuments{QStringLiteral("6"), QStringLiteral("7"), QStringLiteral("8"),
                                      QStringLiteral("9"), QStringLiteral("A"), QStringLiteral("P")};
  return kDocuments.contains(record.value(member == 1 ? Field::Member1IdType : Field::Member2IdType));
}

bool isNeeded(const FieldDefinition& item, const Request& request, const FieldCatalogue& catalogue) {
  const StudentRecord& record = *request.record;
  if (request.continued)
    return item.field == Field::Name || item.field == Field::Sex ||
           item.field == Field::BirthDate; // the received
                                           // dossier has the rest
  if (item.member != 0) {
    const bool isName = item.field == Field::Member1Name || item.field == Field::Member2Name;
    const bool isHousehold = item.field == Field::Member1Household || item.field == Field::Member2Household;
    if (isHousehold && (hasNoHousehold(record) || isFromAbroad(record, item.member)))
      return false;
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
  case Field::HouseholdKind:
    return !hasNoHousehold(record);
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
