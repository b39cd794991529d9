#include "check.h"
#include "domain/code_table.h"
#include "domain/identity_number.h"
#include "domain/school_code.h"
#include "domain/student_number.h"

namespace xueji {
namespace {

constexpr Field kNumber = Field::StudentNumber;

/// The shape alone; date and check character are N11 to N13's.
bool hasForm(const QString& number) {
  const auto parsed = StudentNumber::parse(number);
  return parsed || parsed.error() != StudentNumberFault::Form;
}

bool leads(const CheckInput& in, char16_t letter) {
  const QString& number = in.value(kNumber);
  return hasForm(number) && number.front() == letter;
}

QDate dateInside(const QString& number) {
  return QDate::fromString(number.mid(7, 8), QStringLiteral("yyyyMMdd"));
}

bool checkCharacterFits(const QString& number) {
  const QString tail = number.mid(1);
  return IdentityNumber::checkCharacter(QStringView(tail).left(17)) == tail.back();
}

Findings form(const CheckInput& in) {
  const QString& number = in.value(kNumber);
  if (number.isEmpty() || hasForm(number))
    return {};
  return {in.finding(QStringLiteral("N10"), {kNumber}, {number})};
}

Findings formalNumber(const CheckInput& in) {
  if (!leads(in, u'G'))
    return {};
  const QString& number = in.value(kNumber);
  const QString tail = number.mid(1);
  if (!IdentityNumber::parse(tail))
    return {in.finding(QStringLiteral("N11"), {kNumber}, {number})};
  const QString& present = in.value(Field::IdDocumentNumber);
  if (!present.isEmpty() && present != tail)
    return {in.finding(QStringLiteral("N11.differs"), {kNumber, Field::IdDocumentNumber})};
  return {};
}

Findings temporaryNumber(const CheckInput& in) {
  if (!leads(in, u'L'))
    return {};
  const QString& number = in.value(kNumber);
  const QDate inside = dateInside(number);
  if (!inside.isValid() || !number.back().isDigit())
    return {in.finding(QStringLiteral("N12"), {kNumber}, {number})};
  const QDate birth = in.date(Field::BirthDate);
  if (birth.isValid() && birth != inside)
    return {
        in.finding(QStringLiteral("N12.birth"), {kNumber, Field::BirthDate}, {number, birth.toString(Qt::ISODate)})};
  return {};
}

Findings substituteNumber(const CheckInput& in) {
  if (!leads(in, u'J'))
    return {};
  const QString& number = in.value(kNumber);
  const QDate inside = dateInside(number);
  if (!inside.isValid() || !checkCharacterFits(number))
    return {in.finding(QStringLiteral("N13.check"), {kNumber}, {number})};
  const QDate birth = in.date(Field::BirthDate);
  if (birth.isValid() && birth != inside)
    return {
        in.finding(QStringLiteral("N13.birth"), {kNumber, Field::BirthDate}, {number, birth.toString(Qt::ISODate)})};
  const bool residentCard = in.value(Field::IdDocumentType) == u"1";
  if (residentCard && IdentityNumber::parse(in.value(Field::IdDocumentNumber)))
    return {in.finding(QStringLiteral("N13"), {kNumber, Field::IdDocumentNumber}, {number})};
  return {};
}

Result<Findings> neverUsedBefore(const CheckInput& in) {
  const QString& number = in.value(kNumber);
  if (number.isEmpty() || number == in.request.studentNumberBefore)
    return Findings();
  const auto found = in.facts.holderOfStudentNumber(number, in.asking());
  if (!found)
    return std::unexpected(found.error());
  const std::optional<NumberHolder>& holder = *found;
  if (!holder)
    return Findings();
  // An enrolment that was undone is done again: the number was this child's own.
  const QString& identity = in.value(Field::IdDocumentNumber);
  const bool sameChild = identity.isEmpty() || holder->idDocumentNumber.isEmpty()
                             ? in.value(Field::Name) == holder->name
                             : identity == holder->idDocumentNumber;
  if (holder->sheetRow == 0 && holder->status == StudentStatus::Voided && sameChild)
    return Findings();
  if (holder->sheetRow > 0)
    return Findings{in.finding(QStringLiteral("N14.sheet"), {kNumber}, {number, holder->toldRow()})};
  return Findings{in.finding(QStringLiteral("N14"), {kNumber}, {number})};
}

Findings allowedMove(const CheckInput& in) {
  const QString before = in.request.studentNumberBefore.value_or(QString());
  const QString& now = in.value(kNumber);
  if (before.isEmpty() || now.isEmpty() || before == now)
    return {};
  const QString move = QString(before.front()) + now.front();
  if (in.rule.parameters.texts(QStringLiteral("moves")).contains(move))
    return {};
  return {in.finding(QStringLiteral("N15"), {kNumber}, {QString(before.front()), QString(now.front())})};
}

Findings schoolCode(const CheckInput& in) {
  const QString& code = in.value(Field::SchoolCode);
  if (code.isEmpty())
    return {};
  const CodeTable* categories = in.catalogue.codes().table(QStringLiteral("school_category"));
  const bool known = categories && categories->byCode(code.left(2));
  if (!SchoolCode::parse(code) || !known)
    return {in.finding(QStringLiteral("N18"), {Field::SchoolCode}, {code})};
  if (code.mid(2, 2) != in.school.region.left(2))
    return {in.finding(QStringLiteral("N18.province"), {Field::SchoolCode}, {code})};
  return {};
}

} // namespace

QList<Check> studentNumberChecks() {
  const QString n10 = QStringLiteral("N10");
  const QString n14 = QStringLiteral("N14");
  const QString n15 = QStringLiteral("N15");
  return {{n10, form, {}},
          {n15, allowedMove, {n10}},
          {QStringLiteral("N11"), formalNumber, {n10, n15}},
          {QStringLiteral("N12"), temporaryNumber, {n10, n15}},
          {QStringLiteral("N13"), substituteNumber, {n10, n15}},
          {n14, neverUsedBefore, {n10, n15}},
          {QStringLiteral("N18"), schoolCode, {}}};
}

} // namespace xueji
