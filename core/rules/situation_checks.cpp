#include "check.h"

#include <QJsonArray>

namespace xueji {
namespace {

bool isNone(const QString& code, const CheckInput& in) {
  return code.isEmpty() || code == in.rule.parameters.text(QStringLiteral("none"));
}

/// In an ordinary school a disabled child is in inclusive education, or 特教就读类型 says how else it is taught.
Findings inOrdinarySchool(const CheckInput& in) {
  const QString& inclusive = in.value(Field::InclusiveEducation);
  const QString& disability = in.value(Field::Disability);
  const QString& special = in.value(Field::SpecialEducation);
  const QString included = in.rule.parameters.text(QStringLiteral("included"));
  const bool isDisabled = !isNone(disability, in);
  const QStringList shown{in.catalogue.display(Field::InclusiveEducation, inclusive),
                          in.catalogue.display(Field::Disability, disability)};
  if (!isNone(inclusive, in)) {
    const QJsonArray partners = in.rule.parameters.object(QStringLiteral("pairs")).value(inclusive).toArray();
    if (!partners.contains(disability))
      return {in.finding(QStringLiteral("E15"), {Field::InclusiveEducation, Field::Disability}, shown)};
    if (!special.isEmpty() && special != included)
      return {in.finding(QStringLiteral("E15.type"), {Field::InclusiveEducation, Field::SpecialEducation},
                         {shown.first(), in.catalogue.display(Field::SpecialEducation, special)})};
    return {};
  }
  if (!isDisabled)
    return special.isEmpty()
               ? Findings{}
               : Findings{in.finding(QStringLiteral("E15.undisabled"), {Field::SpecialEducation, Field::Disability},
                                     {in.catalogue.display(Field::SpecialEducation, special)})};
  if (special == included && !inclusive.isEmpty())
    return {in.finding(QStringLiteral("E15"), {Field::InclusiveEducation, Field::Disability}, shown)};
  if (special.isEmpty() || special == included)
    return {in.finding(QStringLiteral("E15.empty"), {Field::SpecialEducation, Field::InclusiveEducation}, {shown[1]})};
  return {};
}

Findings inclusiveEducation(const CheckInput& in) {
  for (const Field field : {Field::Disability, Field::InclusiveEducation, Field::SpecialEducation})
    if (in.request.unreadable.contains(field))
      return {}; // that cell's own fault is the root cause
  if (!in.school.isSpecialSchool())
    return inOrdinarySchool(in);
  if (isNone(in.value(Field::InclusiveEducation), in))
    return {};
  return {in.finding(QStringLiteral("E15.special"), {Field::InclusiveEducation, Field::Disability})};
}

Findings leftBehindOrMigrant(const CheckInput& in) {
  if (in.value(Field::MigrantChild) != u"1")
    return {};
  const QString& leftBehind = in.value(Field::LeftBehind);
  const bool stays =
      leftBehind.isEmpty() || in.rule.parameters.texts(QStringLiteral("notLeftBehind")).contains(leftBehind);
  if (!stays)
    return {in.finding(QStringLiteral("E22"), {Field::LeftBehind, Field::MigrantChild})};
  // 随迁子女 live in a town or a city: the yearly report counts them in 城区 and 镇区 alone.
  if (in.rule.parameters.texts(QStringLiteral("rural")).contains(in.school.urbanRural))
    return {in.finding(QStringLiteral("E22.rural"), {Field::MigrantChild},
                       {in.catalogue.codes().table(QStringLiteral("urban_rural"))->nameOf(in.school.urbanRural)})};
  if (!in.school.region.isEmpty() && in.value(Field::HouseholdPlace).startsWith(in.school.region))
    return {in.finding(QStringLiteral("E22.county"), {Field::MigrantChild, Field::HouseholdPlace})};
  return {};
}

/// On many children at once and of what stands the paper is an open point.
Findings orphanOrMartyr(const CheckInput& in) {
  Findings findings;
  if (in.value(Field::Orphan) == u"1")
    findings << in.finding(QStringLiteral("E23"), {Field::Orphan});
  if (in.value(Field::MartyrFamily) == u"1")
    findings << in.finding(QStringLiteral("E23.martyr"), {Field::MartyrFamily});
  if (in.request.imported || in.request.occasion == Occasion::AsItStands)
    for (Finding& finding : findings)
      finding.severity = Severity::Warn;
  return findings;
}

Findings guardian(const CheckInput& in) {
  const QList<Field> fields{Field::Member1IsGuardian, Field::Member1Name, Field::Member2IsGuardian, Field::Member2Name};
  for (const Field field : fields)
    if (in.request.unreadable.contains(field))
      return {}; // that cell's own fault is the root cause
  const bool first = !in.value(Field::Member1Name).isEmpty();
  const bool second = !in.value(Field::Member2Name).isEmpty();
  // The received dossier brings the family along.
  if (in.request.continued && !first && !second)
    return {};
  const bool guarded =
      (first && in.value(Field::Member1IsGuardian) == u"1") || (second && in.value(Field::Member2IsGuardian) == u"1");
  if (!guarded)
    return {in.finding(QStringLiteral("E24"), fields)};
  if (!first || !second)
    return {in.finding(QStringLiteral("E24.one"), {first ? Field::Member2Name : Field::Member1Name})};
  return {};
}

} // namespace

QList<Check> situationChecks() {
  return {{QStringLiteral("E15"), inclusiveEducation, {}},
          {QStringLiteral("E22"), leftBehindOrMigrant, {}},
          {QStringLiteral("E23"), orphanOrMartyr, {}},
          {QStringLiteral("E24"), guardian, {}}};
}

} // namespace xueji
