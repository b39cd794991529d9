#include "check.h"
#include "text/folding.h"

#include <QJsonArray>

namespace xueji {
namespace {

bool entersPrimary(const CheckInput& in) {
  return in.request.stage == Stage::Primary && in.hasFirstGrade();
}

/// Full years on the cut-off day of the entry year; nothing where the birth date is not known.
std::optional<int> ageAtCutoff(const CheckInput& in, const Parameters& parameters) {
  const QDate birth = in.date(Field::BirthDate);
  const QDate cutoff = parameters.dayIn(in.entryYear(), QStringLiteral("cutoff"));
  if (!birth.isValid() || !cutoff.isValid())
    return std::nullopt;
  return fullYears(birth, cutoff);
}

Findings oldEnough(const CheckInput& in) {
  if (!entersPrimary(in))
    return {};
  const auto age = ageAtCutoff(in, in.rule.parameters);
  const int needed = in.rule.parameters.number(QStringLiteral("age"));
  if (!age || *age >= needed)
    return {};
  const QDate birth = in.date(Field::BirthDate);
  int year = birth.year() + needed;
  if (fullYears(birth, in.rule.parameters.dayIn(year, QStringLiteral("cutoff"))) < needed)
    ++year;
  const QDate cutoff = in.rule.parameters.dayIn(in.entryYear(), QStringLiteral("cutoff"));
  return {in.finding(
      QStringLiteral("E01"), {Field::BirthDate},
      {birth.toString(Qt::ISODate), cutoff.toString(Qt::ISODate), QString::number(needed), QString::number(year)})};
}

/// Years by which the child comes later than the rule E02 expects; 0 = in time.
int yearsDeferred(const CheckInput& in) {
  if (!entersPrimary(in))
    return 0;
  const Parameters parameters = in.parametersOf(QStringLiteral("E02"));
  const auto age = ageAtCutoff(in, parameters);
  return age ? qMax(0, *age - parameters.number(QStringLiteral("maxAge"))) : 0;
}

Findings notTooLate(const CheckInput& in) {
  if (yearsDeferred(in) == 0)
    return {};
  const int age = *ageAtCutoff(in, in.rule.parameters);
  return {in.finding(QStringLiteral("E02"), {Field::BirthDate}, {in.value(Field::BirthDate), QString::number(age)})};
}

Findings deferralPapers(const CheckInput& in) {
  const int years = yearsDeferred(in);
  if (years == 0)
    return {};
  const QStringList args{QString::number(years)};
  Findings findings{in.finding(QStringLiteral("E03"), {Field::BirthDate}, args)};
  if (years > in.rule.parameters.number(QStringLiteral("renewYears")))
    findings << in.finding(QStringLiteral("E03.renewal"), {Field::BirthDate}, args);
  return findings;
}

Findings withoutTest(const CheckInput& in) {
  const QString& mode = in.value(Field::EntryMode);
  if (in.request.stage == Stage::Senior || !in.rule.parameters.texts(QStringLiteral("modes")).contains(mode))
    return {};
  return {in.finding(QStringLiteral("E04"), {Field::EntryMode}, {in.catalogue.display(Field::EntryMode, mode)})};
}

Findings continuesTheRecord(const CheckInput& in) {
  if (in.request.stage == Stage::Primary || !in.hasFirstGrade() || !in.value(Field::StudentNumber).isEmpty())
    return {};
  return {in.finding(QStringLiteral("E05"), {Field::StudentNumber}, {chineseName(in.request.stage)})};
}

Findings inclusiveEducation(const CheckInput& in) {
  const QString& inclusive = in.value(Field::InclusiveEducation);
  const QString none = in.rule.parameters.text(QStringLiteral("none"));
  if (inclusive.isEmpty() || in.request.unreadable.contains(Field::Disability))
    return {};
  const QList<Field> fields{Field::InclusiveEducation, Field::Disability};
  if (in.school.isSpecialSchool())
    return inclusive == none ? Findings{} : Findings{in.finding(QStringLiteral("E15.special"), fields)};
  const QString& disability = in.value(Field::Disability);
  if (disability.isEmpty() && inclusive == none)
    return {};
  const QJsonArray partners = in.rule.parameters.object(QStringLiteral("pairs")).value(inclusive).toArray();
  if (partners.contains(disability))
    return {};
  return {in.finding(QStringLiteral("E15"), fields,
                     {in.catalogue.display(Field::InclusiveEducation, inclusive),
                      in.catalogue.display(Field::Disability, disability)})};
}

Findings entryMonth(const CheckInput& in) {
  const QString& text = in.value(Field::EntryMonth);
  const QDate first = QDate::fromString(text + QStringLiteral("-01"), Qt::ISODate);
  if (!first.isValid())
    return {};
  const int usual = in.rule.parameters.number(QStringLiteral("usualMonth"));
  const QDate latest = in.request.today.addMonths(in.rule.parameters.number(QStringLiteral("monthsAhead")));
  if (first > latest)
    return {in.finding(QStringLiteral("E20.future"), {Field::EntryMonth}, {text})};
  if (first.year() != in.entryYear())
    return {in.finding(QStringLiteral("E20"), {Field::EntryMonth}, {text, QString::number(in.entryYear())})};
  if (first.month() != usual)
    return {in.finding(QStringLiteral("E20.month"), {Field::EntryMonth}, {text, QString::number(usual)})};
  return {};
}

Findings leftBehindOrMigrant(const CheckInput& in) {
  if (in.value(Field::MigrantChild) != u"1")
    return {};
  const QString& leftBehind = in.value(Field::LeftBehind);
  const bool stays =
      leftBehind.isEmpty() || in.rule.parameters.texts(QStringLiteral("notLeftBehind")).contains(leftBehind);
  if (!stays)
    return {in.finding(QStringLiteral("E22"), {Field::LeftBehind, Field::MigrantChild})};
  if (!in.school.region.isEmpty() && in.value(Field::HouseholdPlace).startsWith(in.school.region))
    return {in.finding(QStringLiteral("E22.county"), {Field::MigrantChild, Field::HouseholdPlace})};
  return {};
}

Findings orphanOrMartyr(const CheckInput& in) {
  Findings findings;
  if (in.value(Field::Orphan) == u"1")
    findings << in.finding(QStringLiteral("E23"), {Field::Orphan});
  if (in.value(Field::MartyrFamily) == u"1")
    findings << in.finding(QStringLiteral("E23.martyr"), {Field::MartyrFamily});
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

bool belongsInName(char32_t c) {
  return isHan(c) || c == U'\u00B7' || c == U'\u3007';
}

Findings nameWriting(const CheckInput& in) {
  const QString& name = in.value(Field::Name);
  if (name.isEmpty())
    return {};
  const auto letters = name.toUcs4();
  const bool odd = std::any_of(letters.begin(), letters.end(), [](char32_t c) { return !belongsInName(c); }) ||
                   name.startsWith(u'\u00B7') || name.endsWith(u'\u00B7');
  if (odd)
    return {in.finding(QStringLiteral("N21"), {Field::Name}, {name})};
  const int least = in.rule.parameters.number(QStringLiteral("minLength"));
  const int most = in.rule.parameters.number(QStringLiteral("maxLength"));
  if (letters.size() < least || letters.size() > most)
    return {
        in.finding(QStringLiteral("N21.length"), {Field::Name}, {name, QString::number(least), QString::number(most)})};
  if (!in.request.repairs.value(Field::Name).isEmpty())
    return {in.finding(QStringLiteral("N21.repaired"), {Field::Name}, {name})};
  return {};
}

} // namespace

QList<Check> entryChecks() {
  const QStringList doubtfulBirth{QStringLiteral("N03")};
  const QString e02 = QStringLiteral("E02");
  return {{QStringLiteral("N21"), nameWriting, {}},
          {QStringLiteral("E01"), oldEnough, doubtfulBirth},
          {e02, notTooLate, doubtfulBirth},
          {QStringLiteral("E03"), deferralPapers, {QStringLiteral("N03"), e02}},
          {QStringLiteral("E04"), withoutTest, {}},
          {QStringLiteral("E05"), continuesTheRecord, {}},
          {QStringLiteral("E15"), inclusiveEducation, {}},
          {QStringLiteral("E20"), entryMonth, {}},
          {QStringLiteral("E22"), leftBehindOrMigrant, {}},
          {QStringLiteral("E23"), orphanOrMartyr, {}},
          {QStringLiteral("E24"), guardian, {}}};
}

} // namespace xueji
