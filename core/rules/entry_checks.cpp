#include "check.h"

#include <algorithm>

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
  // The law names the age and no day of the year; a day of its own is for the province to set.
  const bool onlyTold = in.rule.severity == Severity::Warn;
  return {in.finding(
      onlyTold ? QStringLiteral("E01.early") : QStringLiteral("E01"), {Field::BirthDate},
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

bool isDisabled(const CheckInput& in) {
  const QString& disability = in.value(Field::Disability);
  return !disability.isEmpty() && disability != u"0";
}

/// Deferred, brought late, or let in at a higher age for a disability: the law wants the child at school, and a paper
/// that says why it comes now. A formal number says that it has been at one.
Findings notTooLate(const CheckInput& in) {
  if (yearsDeferred(in) == 0)
    return {};
  const int age = *ageAtCutoff(in, in.rule.parameters);
  const QStringList args{in.value(Field::BirthDate), QString::number(age)};
  const QString& number = in.value(Field::StudentNumber);
  if (number.startsWith(u'G') || number.startsWith(u'J'))
    return {in.finding(QStringLiteral("E02.numbered"), {Field::BirthDate, Field::StudentNumber}, args)};
  if (isDisabled(in))
    return {in.finding(QStringLiteral("E02.disabled"), {Field::BirthDate, Field::Disability}, args)};
  return {in.finding(QStringLiteral("E02"), {Field::BirthDate}, args)};
}

/// What stands behind an approved deferral; who comes late for another reason had none.
Findings deferralPapers(const CheckInput& in) {
  const int years = yearsDeferred(in);
  if (years == 0 || !in.hasPaper(QLatin1String("deferral_approval")))
    return {};
  const Parameters& p = in.rule.parameters;
  const QStringList args{QString::number(years)};
  Findings findings{in.finding(QStringLiteral("E03"), {Field::BirthDate}, args)};
  if (p.number(QStringLiteral("hospital")) == 1)
    findings << in.finding(QStringLiteral("E03.hospital"), {Field::BirthDate}, args);
  if (years > p.number(QStringLiteral("renewYears")))
    findings << in.finding(QStringLiteral("E03.renewal"), {Field::BirthDate}, args);
  return findings;
}

Findings withoutTest(const CheckInput& in) {
  const QString& mode = in.value(Field::EntryMode);
  if (in.request.stage == Stage::Senior || !in.rule.parameters.texts(QStringLiteral("modes")).contains(mode))
    return {};
  return {in.finding(QStringLiteral("E04"), {Field::EntryMode}, {in.catalogue.display(Field::EntryMode, mode)})};
}

/// Of a kindergarten child the number goes on in primary school: its file is fetched before a new record is opened.
/// A record that another school has kept is continued by its number; what it holds comes later with its file.
Findings dossierAwaited(const CheckInput& in) {
  if (!in.request.continued)
    return {};
  Request whole = in.request;
  whole.continued = false;
  if (missingItems(whole, in.catalogue).isEmpty() && !in.value(Field::Member1Name).isEmpty())
    return {};
  return {in.finding(QStringLiteral("E05.dossier"), {Field::StudentNumber})};
}

Findings continuesTheRecord(const CheckInput& in) {
  if (in.request.continued || in.request.occasion == Occasion::AsItStands)
    return dossierAwaited(in);
  if (!in.hasFirstGrade() || !in.value(Field::StudentNumber).isEmpty())
    return {};
  if (in.request.stage != Stage::Primary)
    return {in.finding(QStringLiteral("E05"), {Field::StudentNumber}, {chineseName(in.request.stage)})};
  const QDate force = in.rule.parameters.date(QStringLiteral("preschoolFrom"));
  if (!force.isValid() || std::max(in.request.effective, QDate(in.entryYear(), 9, 1)) < force)
    return {};
  return {in.finding(QStringLiteral("E05.preschool"), {Field::StudentNumber})};
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

} // namespace

QList<Check> entryChecks() {
  const QStringList doubtfulBirth{QStringLiteral("N03")};
  const QString e02 = QStringLiteral("E02");
  return {{QStringLiteral("E01"), oldEnough, doubtfulBirth},
          {e02, notTooLate, doubtfulBirth},
          {QStringLiteral("E03"), deferralPapers, {QStringLiteral("N03"), e02}},
          {QStringLiteral("E04"), withoutTest, {}},
          {QStringLiteral("E05"), continuesTheRecord, {}},
          {QStringLiteral("E20"), entryMonth, {}}};
}

} // namespace xueji
