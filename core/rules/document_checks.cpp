#include "check.h"
#include "domain/id_documents.h"
#include "domain/identity_number.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace xueji {
namespace {

constexpr Field kNumber = Field::IdDocumentNumber;
constexpr Field kType = Field::IdDocumentType;

const QString kResidentCard = QStringLiteral("1");
const QString kForeignersCard = QStringLiteral("9");
const QString kHouseholdRegister = QStringLiteral("B");
const QString kResidencePermit = QStringLiteral("P");

bool looksLikePermit(const QString& number) {
  static const QRegularExpression pattern(QStringLiteral("^8[123]0000[0-9]{11}[0-9X]$"));
  return pattern.match(number).hasMatch();
}

/// Whether the number is one of GB 11643: an identity card, a residence permit (same form) or the number printed in a
/// household register. That of a foreigner's card is not, though it is checked alike.
bool isResidentNumber(const CheckInput& in) {
  const QString& number = in.value(kNumber);
  if (number.isEmpty())
    return false;
  const QString& type = in.value(kType);
  if (type == kResidentCard || type == kHouseholdRegister || type == kResidencePermit)
    return true;
  const bool permitType = type == u"6" || type == u"7" || type == u"8";
  return permitType && looksLikePermit(number);
}

std::optional<IdentityNumber> residentNumber(const CheckInput& in) {
  if (!isResidentNumber(in))
    return std::nullopt;
  const auto parsed = IdentityNumber::parse(in.value(kNumber));
  return parsed ? std::optional<IdentityNumber>(*parsed) : std::nullopt;
}

/// A foreigner's card of the present form: 18 characters that begin with 9, also where it stands under another type.
bool isForeigners(const IdentityNumber& number) {
  return number.toString().startsWith(u'9');
}

/// The birth date inside the child's number, of an identity card or a foreigner's card.
std::optional<QDate> birthInside(const CheckInput& in) {
  if (const auto number = residentNumber(in))
    return number->birthDate();
  const bool foreigners = in.value(kType) == kForeignersCard;
  const auto card = foreigners ? IdentityNumber::parse(in.value(kNumber)) : std::unexpected(IdentityFault::Form);
  return card && isForeigners(*card) ? std::optional(card->birthDate()) : std::nullopt;
}

std::optional<IdentityFault> residentFault(const CheckInput& in) {
  if (!isResidentNumber(in))
    return std::nullopt;
  const auto parsed = IdentityNumber::parse(in.value(kNumber));
  return parsed ? std::nullopt : std::optional<IdentityFault>(parsed.error());
}

Findings form(const CheckInput& in) {
  const auto fault = residentFault(in);
  if (fault == IdentityFault::Damaged)
    return {in.finding(QStringLiteral("N01.damaged"), {kNumber}, {in.value(kNumber)})};
  if (fault == IdentityFault::Form)
    return {in.finding(QStringLiteral("N01"), {kNumber}, {in.value(kNumber)})};
  return {};
}

Findings checkCharacter(const CheckInput& in) {
  if (residentFault(in) != IdentityFault::CheckCharacter)
    return {};
  return {in.finding(QStringLiteral("N02"), {kNumber}, {in.value(kNumber)})};
}

/// Full years outside the limits; in special schools older pupils are taught, on a paper.
Findings wrongAge(const CheckInput& in, int age, const QStringList& args) {
  const Parameters& limits = in.rule.parameters;
  if (age > limits.number(QStringLiteral("maxAge")) && in.school.isSpecialSchool())
    return {in.finding(QStringLiteral("N03.older"), {Field::BirthDate}, args)};
  QStringList all = args;
  all << QString::number(limits.number(QStringLiteral("minAge")))
      << QString::number(limits.number(QStringLiteral("maxAge")));
  return {in.finding(QStringLiteral("N03.age"), {Field::BirthDate}, all)};
}

/// A foreigner's card whose characters fit, but not its date.
bool hasImpossibleDate(const CheckInput& in) {
  if (in.value(kType) != kForeignersCard)
    return residentFault(in) == IdentityFault::BirthDate;
  const auto card = IdDocument::parse(IdDocumentKind::ForeignerCard, in.value(kNumber));
  return !card && card.error() == IdDocumentFault::BirthDate;
}

Findings birthDate(const CheckInput& in) {
  if (hasImpossibleDate(in))
    return {in.finding(QStringLiteral("N03.impossible"), {kNumber}, {in.value(kNumber)})};
  const QDate birth = in.date(Field::BirthDate);
  if (!birth.isValid())
    return {};
  const QString text = birth.toString(Qt::ISODate);
  if (const auto inside = birthInside(in); inside && *inside != birth)
    return {in.finding(QStringLiteral("N03"), {Field::BirthDate, kNumber}, {inside->toString(Qt::ISODate), text})};
  if (birth > in.request.effective)
    return {in.finding(QStringLiteral("N03.future"), {Field::BirthDate}, {text})};
  const int age = fullYears(birth, in.request.effective);
  const Parameters& limits = in.rule.parameters;
  const QStringList args{text, QString::number(age)};
  if (age < limits.number(QStringLiteral("minAge")) || age > limits.number(QStringLiteral("maxAge")))
    return wrongAge(in, age, args);
  // Who enters the first grade is weighed by E01 and E02.
  const bool enters = in.request.occasion == Occasion::ActWished && in.request.kind == act_kind::kEnrol;
  if (enters && in.request.stage == Stage::Primary && in.hasFirstGrade())
    return {};
  if (age < limits.number(QStringLiteral("usualMinAge")) || age > limits.number(QStringLiteral("usualMaxAge")))
    return {in.finding(QStringLiteral("N03.unusual"), {Field::BirthDate}, args)};
  return {};
}

Findings sexDigit(const CheckInput& in) {
  const auto number = residentNumber(in);
  const QString& sex = in.value(Field::Sex);
  if (!number || sex.isEmpty() || isForeigners(*number)) // of a foreigner's card it is not known what the digit says
    return {};
  const QString inside = (number->toString().at(16).digitValue() % 2 == 1) ? QStringLiteral("1") : QStringLiteral("2");
  if (inside == sex)
    return {};
  return {in.finding(QStringLiteral("N04"), {Field::Sex, kNumber},
                     {in.catalogue.display(Field::Sex, inside), in.catalogue.display(Field::Sex, sex)})};
}

Findings regionKnown(const CheckInput& in) {
  const auto number = residentNumber(in);
  if (!number || looksLikePermit(number->toString()))
    return {};
  if (isForeigners(*number))
    return {in.finding(QStringLiteral("N05.foreigner"), {kType, kNumber}, {number->toString()})};
  if (in.catalogue.regions().everIssued(number->regionCode()))
    return {};
  return {in.finding(QStringLiteral("N05"), {kNumber}, {number->regionCode()})};
}

/// Each region of residence permits goes with one overseas status; relatives (02, 04, 06) hold mainland numbers.
Findings permitAgrees(const CheckInput& in) {
  const auto number = residentNumber(in);
  if (!number || isForeigners(*number))
    return {};
  const QJsonObject pairs = in.rule.parameters.object(QStringLiteral("pairs"));
  const QString expected = pairs.value(number->regionCode()).toString();
  if (expected.isEmpty() && in.value(kType) == kResidencePermit)
    return {in.finding(QStringLiteral("N06.type"), {kType, kNumber}, {number->toString()})};
  const QString& status = in.value(Field::OverseasStatus);
  if (status.isEmpty() || status == expected)
    return {};
  const QString shown = in.catalogue.display(Field::OverseasStatus, status);
  if (!expected.isEmpty())
    return {in.finding(QStringLiteral("N06"), {Field::OverseasStatus, kNumber},
                       {number->toString(), shown, in.catalogue.display(Field::OverseasStatus, expected)})};
  const bool isCompatriot =
      std::any_of(pairs.begin(), pairs.end(), [&](const QJsonValue& paired) { return paired.toString() == status; });
  if (isCompatriot)
    return {in.finding(QStringLiteral("N06.number"), {Field::OverseasStatus, kNumber, kType}, {shown})};
  return {};
}

Findings foreignersCard(const CheckInput& in) {
  const QString& number = in.value(kNumber);
  if (number.isEmpty() || !in.rule.parameters.texts(QStringLiteral("types")).contains(in.value(kType)))
    return {};
  if (IdDocument::parse(IdDocumentKind::OldForeignerCard, number))
    return {};
  const auto card = IdDocument::parse(IdDocumentKind::ForeignerCard, number);
  if (card)
    return {};
  if (card.error() == IdDocumentFault::BirthDate) // N03 says so
    return {};
  const bool character = card.error() == IdDocumentFault::CheckCharacter;
  return {in.finding(character ? QStringLiteral("N07.check") : QStringLiteral("N07"), {kNumber}, {number})};
}

Findings travelDocument(const CheckInput& in) {
  const QString& number = in.value(kNumber);
  const QString& type = in.value(kType);
  if (number.isEmpty() || looksLikePermit(number))
    return {};
  const auto is = [&](IdDocumentKind kind) { return IdDocument::parse(kind, number).has_value(); };
  bool good = true;
  if (type == u"6" || type == u"7") {
    // H: of Hong Kong, M: of Macao.
    const QChar other = type == u"6" ? u'M' : u'H';
    if (is(IdDocumentKind::HomeReturnPermit) && number.startsWith(other))
      return {in.finding(
          QStringLiteral("N08.region"), {kType, kNumber},
          {QString(other), in.catalogue.display(kType, type == u"6" ? QStringLiteral("7") : QStringLiteral("6"))})};
    good = is(IdDocumentKind::HomeReturnPermit) || is(IdDocumentKind::Passport) ||
           is(type == u"6" ? IdDocumentKind::HongKongCard : IdDocumentKind::MacaoCard);
  }
  if (type == u"8")
    good = is(IdDocumentKind::TaiwanPermit);
  if (type == u"A")
    good = is(IdDocumentKind::Passport);
  if (good)
    return {};
  return {in.finding(QStringLiteral("N08"), {kNumber}, {number})};
}

Findings withoutNumber(const CheckInput& in) {
  const bool other = in.rule.parameters.texts(QStringLiteral("types")).contains(in.value(kType));
  if (!other || !in.value(kNumber).isEmpty() || in.request.unreadable.contains(kNumber))
    return {};
  Findings findings{in.finding(QStringLiteral("N09"), {kNumber, kType})};
  // Of each member that is named: a single parent is no fault (E24 allows one).
  static const std::array kMembers{std::array{Field::Member1Name, Field::Member1IdType, Field::Member1IdNumber},
                                   std::array{Field::Member2Name, Field::Member2IdType, Field::Member2IdNumber}};
  QList<Field> missing;
  for (const auto& [name, type, id] : kMembers)
    for (const Field field : {type, id})
      if (!in.value(name).isEmpty() && in.value(field).isEmpty() && !in.request.unreadable.contains(field))
        missing << field;
  if (!missing.isEmpty())
    findings << in.finding(QStringLiteral("N09.members"), missing);
  return findings;
}

bool hasLeft(StudentStatus status) {
  return status != StudentStatus::InSchool && status != StudentStatus::Suspended;
}

Result<Findings> uniqueNumber(const CheckInput& in) {
  const QString& number = in.value(kNumber);
  if (number.isEmpty())
    return Findings();
  const auto found = in.facts.holderOfIdentityNumber(number, in.asking());
  if (!found)
    return std::unexpected(found.error());
  const std::optional<NumberHolder>& holder = *found;
  if (!holder)
    return Findings();
  if (holder->sheetRow > 0)
    return Findings{in.finding(QStringLiteral("N16.sheet"), {kNumber}, {number, holder->toldRow()})};
  const QString code = hasLeft(holder->status) ? QStringLiteral("N16.left") : QStringLiteral("N16");
  return Findings{in.finding(code, {kNumber}, {number})};
}

Result<Findings> notFinished(const CheckInput& in) {
  const QString& number = in.value(Field::IdDocumentNumber);
  if (number.isEmpty())
    return Findings();
  const auto finished = in.facts.hasFinishedStage(number, in.request.stage, in.asking());
  if (!finished)
    return std::unexpected(finished.error());
  if (!*finished)
    return Findings();
  return Findings{in.finding(QStringLiteral("E21"), {Field::IdDocumentNumber}, {chineseName(in.request.stage)})};
}

Result<Findings> possibleDouble(const CheckInput& in) {
  const QString& name = in.value(Field::Name);
  const QString& sex = in.value(Field::Sex);
  const QString& birth = in.value(Field::BirthDate);
  if (name.isEmpty() || sex.isEmpty() || birth.isEmpty())
    return Findings();
  const auto alike = in.facts.sameNameSexBirth(name, sex, birth, in.asking());
  if (!alike)
    return std::unexpected(alike.error());
  if (alike->isEmpty())
    return Findings();
  const auto lacksNumber = [&](const NumberHolder& other) {
    return in.value(kNumber).isEmpty() || other.idDocumentNumber.isEmpty();
  };
  // One without a number weighs more than one with another number: that may be a child with two household registers.
  const auto doubtful = std::find_if(alike->begin(), alike->end(), lacksNumber);
  const NumberHolder& other = doubtful == alike->end() ? alike->first() : *doubtful;
  const QString rule = doubtful == alike->end() ? QStringLiteral("N17.both") : QStringLiteral("N17");
  const QList<Field> fields{Field::Name, Field::Sex, Field::BirthDate, kNumber};
  if (other.sheetRow > 0)
    return Findings{in.finding(rule + QStringLiteral(".sheet"), fields, {other.toldRow()})};
  return Findings{in.finding(rule, fields)};
}

Findings disabilityCard(const CheckInput& in) {
  const QString& card = in.value(Field::DisabilityCard);
  if (card.isEmpty())
    return {};
  const auto read = DisabilityCard::parse(card);
  if (!read)
    return {in.finding(QStringLiteral("N19"), {Field::DisabilityCard}, {card})};
  const QString& number = in.value(kNumber);
  if (!number.isEmpty() && read->identityNumber().toString() != number)
    return {in.finding(QStringLiteral("N19.owner"), {Field::DisabilityCard, kNumber})};
  const QString& kind = in.value(Field::Disability);
  if (read->type() != kind)
    return {in.finding(
        QStringLiteral("N19.kind"), {Field::DisabilityCard, Field::Disability},
        {in.catalogue.display(Field::Disability, read->type()), in.catalogue.display(Field::Disability, kind)})};
  return {};
}

Findings cardValidity(const CheckInput& in) {
  const QStringList ends = in.value(Field::IdDocumentValidity).split(u'/');
  if (ends.size() != 2 || in.value(kType) != kResidentCard)
    return {};
  const QDate from = QDate::fromString(ends[0], Qt::ISODate);
  const QDate to = QDate::fromString(ends[1], Qt::ISODate); // null for 长期
  if (to.isValid() && to < in.request.today)
    return {in.finding(QStringLiteral("N20"), {Field::IdDocumentValidity}, {ends[1]})};
  const QDate birth = in.date(Field::BirthDate);
  if (!from.isValid() || !to.isValid() || !birth.isValid())
    return {};
  const Parameters& p = in.rule.parameters;
  const int age = fullYears(birth, from);
  if (age >= p.number(QStringLiteral("longAge")))
    return {};
  const int due = p.number(age < p.number(QStringLiteral("adultAge")) ? QStringLiteral("youngYears")
                                                                      : QStringLiteral("adultYears"));
  const int years = to.year() - from.year();
  // Printed as the same day of the later year, on some cards as the day before.
  if (from.addYears(due) == to || from.addYears(due).addDays(-1) == to)
    return {};
  return {in.finding(QStringLiteral("N20.length"), {Field::IdDocumentValidity},
                     {QString::number(years), QString::number(due)})};
}

Findings regionRetired(const CheckInput& in) {
  const auto number = residentNumber(in);
  if (!number)
    return {};
  const auto last = in.catalogue.regions().lastYear(number->regionCode());
  const int born = number->birthDate().year();
  if (!last || born <= *last + in.rule.parameters.number(QStringLiteral("slackYears")))
    return {};
  return {in.finding(QStringLiteral("N22"), {kNumber},
                     {number->regionCode(), QString::number(*last), QString::number(born)})};
}

} // namespace

QList<Check> documentChecks() {
  const QString n01 = QStringLiteral("N01");
  const QString n02 = QStringLiteral("N02");
  const QString e21 = QStringLiteral("E21");
  const QString n07 = QStringLiteral("N07");
  // A number that is damaged or has a wrong character somewhere says nothing reliable about date, sex or region.
  return {{n01, form, {}},
          {n02, checkCharacter, {n01}},
          {QStringLiteral("N03"), birthDate, {n01, n02}},
          {QStringLiteral("N04"), sexDigit, {n01, n02}},
          {QStringLiteral("N05"), regionKnown, {n01, n02}},
          {QStringLiteral("N06"), permitAgrees, {n01, n02}},
          {n07, foreignersCard, {}},
          {QStringLiteral("N08"), travelDocument, {}},
          {QStringLiteral("N09"), withoutNumber, {}},
          {e21, notFinished, {n01, n02, n07}},
          {QStringLiteral("N16"), uniqueNumber, {n01, n02, n07, e21}},
          {QStringLiteral("N17"), possibleDouble, {QStringLiteral("N16")}},
          {QStringLiteral("N19"), disabilityCard, {n01, n02}},
          {QStringLiteral("N20"), cardValidity, {}},
          {QStringLiteral("N22"), regionRetired, {n01, n02}}};
}

} // namespace xueji
