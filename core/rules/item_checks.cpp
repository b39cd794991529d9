#include "check.h"
#include "text/folding.h"

#include <algorithm>
#include <array>

namespace xueji {
namespace {

bool belongsInName(char32_t c) {
  return isHan(c) || c == U'\u00B7' || c == U'\u3007';
}

bool isHomemade(char32_t c) {
  return QChar::category(c) == QChar::Other_PrivateUse;
}

/// Written in Latin letters on a passport.
bool isForeigner(const CheckInput& in) {
  static const QStringList kChinese{QString(), QStringLiteral("CHN"), QStringLiteral("HKG"), QStringLiteral("MAC"),
                                    QStringLiteral("TWN")};
  return !kChinese.contains(in.value(Field::Nationality));
}

Findings nameWriting(const CheckInput& in) {
  const QString& name = in.value(Field::Name);
  if (name.isEmpty())
    return {};
  const auto letters = name.toUcs4();
  if (std::any_of(letters.begin(), letters.end(), isHomemade))
    return {in.finding(QStringLiteral("N21.homemade"), {Field::Name}, {name})};
  const bool odd = std::any_of(letters.begin(), letters.end(), [](char32_t c) { return !belongsInName(c); }) ||
                   name.startsWith(u'\u00B7') || name.endsWith(u'\u00B7');
  if (odd)
    return {
        in.finding(isForeigner(in) ? QStringLiteral("N21.foreigner") : QStringLiteral("N21"), {Field::Name}, {name})};
  const int least = in.rule.parameters.number(QStringLiteral("minLength"));
  const int most = in.rule.parameters.number(QStringLiteral("maxLength"));
  if (letters.size() < least || letters.size() > most)
    return {
        in.finding(QStringLiteral("N21.length"), {Field::Name}, {name, QString::number(least), QString::number(most)})};
  if (!in.request.repairs.value(Field::Name).isEmpty())
    return {in.finding(QStringLiteral("N21.repaired"), {Field::Name}, {name})};
  return {};
}

/// Relations that say too little by themselves.
Findings relationNote(const CheckInput& in) {
  static const std::array kMembers{std::array{Field::Member1Name, Field::Member1Relation, Field::Member1RelationNote},
                                   std::array{Field::Member2Name, Field::Member2Relation, Field::Member2RelationNote}};
  Findings findings;
  for (const auto& [name, relation, note] : kMembers)
    if (!in.value(name).isEmpty() && in.value(note).isEmpty() && !in.request.unreadable.contains(note) &&
        in.rule.parameters.texts(QStringLiteral("relations")).contains(in.value(relation)))
      findings << in.finding(QStringLiteral("I01"), {note, relation},
                             {in.catalogue.display(relation, in.value(relation))});
  return findings;
}

/// A place that stands as a code is one that was in force at some time; a place in words is not looked up.
Findings householdPlace(const CheckInput& in) {
  Findings findings;
  for (const Field field : {Field::HouseholdPlace, Field::Member1Household, Field::Member2Household}) {
    const QString& place = in.value(field);
    const bool isCode =
        !place.isEmpty() && std::all_of(place.begin(), place.end(), [](QChar c) { return c.isDigit(); });
    if (isCode && !in.catalogue.regions().everIssued(place.left(6)))
      findings << in.finding(QStringLiteral("I02"), {field}, {place});
  }
  return findings;
}

Findings leagueMember(const CheckInput& in) {
  const QDate birth = in.date(Field::BirthDate);
  const int least = in.rule.parameters.number(QStringLiteral("minAge"));
  if (!in.rule.parameters.texts(QStringLiteral("statuses")).contains(in.value(Field::PoliticalStatus)) ||
      !birth.isValid() || fullYears(birth, in.request.effective) >= least)
    return {};
  return {in.finding(
      QStringLiteral("I03"), {Field::PoliticalStatus, Field::BirthDate},
      {in.catalogue.display(Field::PoliticalStatus, in.value(Field::PoliticalStatus)), QString::number(least)})};
}

/// One finding for all of them; a dossier that is continued brings them along.
Findings wayToSchool(const CheckInput& in) {
  if (in.request.continued)
    return {};
  QList<Field> empty;
  QStringList labels;
  for (const Field field : {Field::SchoolDistance, Field::SchoolTransport, Field::SchoolBus})
    if (in.value(field).isEmpty() && !in.request.unreadable.contains(field)) {
      empty << field;
      labels << in.catalogue.definition(field).label;
    }
  return empty.isEmpty() ? Findings{}
                         : Findings{in.finding(QStringLiteral("I04"), empty, {labels.join(QStringLiteral("、"))})};
}

} // namespace

QList<Check> itemChecks() {
  return {{QStringLiteral("N21"), nameWriting, {}},
          {QStringLiteral("I01"), relationNote, {}},
          {QStringLiteral("I02"), householdPlace, {}},
          {QStringLiteral("I03"), leagueMember, {QStringLiteral("N03")}},
          {QStringLiteral("I04"), wayToSchool, {}}};
}

} // namespace xueji
