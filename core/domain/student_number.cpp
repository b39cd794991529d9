#include "domain/student_number.h"

#include "domain/identity_number.h"
#include "domain/masking.h"

#include <QRegularExpression>

namespace xueji {

namespace {

QDate dateOf(const QString& number) {
  return QDate::fromString(number.mid(7, 8), QStringLiteral("yyyyMMdd"));
}

} // namespace

QString toKey(NumberSource source) {
  return source == NumberSource::Local ? QStringLiteral("local") : QStringLiteral("system");
}

NumberSource numberSourceFromKey(const QString& key) {
  return key == toKey(NumberSource::System) ? NumberSource::System : NumberSource::Local;
}

QString chineseName(NumberSource source) {
  return source == NumberSource::Local ? QStringLiteral("校内临时编号") : QStringLiteral("学籍号");
}

QString awaitedNumber() {
  return QStringLiteral("待国家系统下发学籍号");
}

QString toldNumber(const QString& number, NumberSource source) {
  return source == NumberSource::System || number.isEmpty() ? number : chineseName(source) + u' ' + number;
}

QString StudentNumber::clean(const QString& typed) {
  return IdentityNumber::clean(typed);
}

std::expected<StudentNumber, StudentNumberFault> StudentNumber::parse(const QString& typed) {
  static const QRegularExpression form(QStringLiteral("^[GJL][0-9]{17}[0-9X]$"));
  const QString text = clean(typed);
  if (!form.match(text).hasMatch())
    return std::unexpected(StudentNumberFault::Form);
  if (text[0] != u'L' && text[18] != IdentityNumber::checkCharacter(QStringView(text).mid(1, 17)))
    return std::unexpected(StudentNumberFault::CheckCharacter);
  if (!dateOf(text).isValid())
    return std::unexpected(StudentNumberFault::BirthDate);
  return StudentNumber(text);
}

QString StudentNumber::makeTemporary(const QString& regionCode6, const QDate& birth, RandomSource& random) {
  return u'L' + regionCode6 + birth.toString(QStringLiteral("yyyyMMdd")) +
         QStringLiteral("%1").arg(random.below(10000), 4, 10, QChar(u'0'));
}

bool StudentNumber::allowedMove(QChar from, QChar to) {
  return (from == u'L' && (to == u'G' || to == u'J')) || (from == u'J' && to == u'G');
}

QDate StudentNumber::birthDate() const {
  return dateOf(m_text);
}

QString StudentNumber::masked() const {
  return maskedStudentNumber(m_text);
}

} // namespace xueji
