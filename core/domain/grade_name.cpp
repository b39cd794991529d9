#include "domain/grade_name.h"

#include "domain/school_calendar.h"

#include <QRegularExpression>
#include <tuple>

namespace xueji {

namespace {

const QString kDigits = QStringLiteral("一二三四五六七八九");

QString chineseNumeral(int number) { // 1 ... 9
  return kDigits.mid(number - 1, 1);
}

/// 1 ... 99 in Chinese or Arabic numerals.
std::optional<int> readNumber(const QString& text) {
  bool ok = false;
  const int arabic = text.toInt(&ok);
  if (ok) {
    return arabic >= 1 && arabic <= 99 ? std::optional(arabic) : std::nullopt;
  }
  const qsizetype ten = text.indexOf(u'十');
  if (ten < 0) {
    const qsizetype digit = text.size() == 1 ? kDigits.indexOf(text) : -1;
    return digit < 0 ? std::nullopt : std::optional(static_cast<int>(digit) + 1);
  }
  const QString tens = text.left(ten);
  const QString ones = text.mid(ten + 1);
  const auto high = tens.isEmpty() ? std::optional(1) : readNumber(tens);
  const auto low = ones.isEmpty() ? std::optional(0) : readNumber(ones);
  if (!high || !low || *high > 9 || *low > 9) {
    return std::nullopt;
  }
  return *high * 10 + *low;
}

QString squeezed(const QString& typed) {
  QString text = typed.normalized(QString::NormalizationForm_KC);
  text.removeIf([](QChar c) { return c.isSpace(); });
  return text;
}

/// Grade of the n-th year of a stage.
std::optional<int> gradeOfStageYear(Stage stage, int year, SchoolPattern pattern) {
  const SchoolSystem system({stage}, pattern);
  const int grade = system.firstGrade(stage, 0) + year - 1;
  return year >= 1 && grade <= system.lastGrade(stage, 0) ? std::optional(grade) : std::nullopt;
}

std::optional<int> gradeFromSqueezed(const QString& text, SchoolPattern pattern) {
  static const QRegularExpression kStageYear(
      QStringLiteral("^(小|小学|初|初中|高|高中)([一二三四五六]|[1-6])(?:年级|年)?$"));
  static const QRegularExpression kGrade(QStringLiteral("^([一二三四五六七八九十]{1,2}|[0-9]{1,2})(?:年级|年)?$"));
  if (const auto match = kStageYear.match(text); match.hasMatch()) {
    const QChar lead = match.captured(1).at(0);
    const Stage stage = lead == u'小' ? Stage::Primary : lead == u'初' ? Stage::Junior : Stage::Senior;
    return gradeOfStageYear(stage, readNumber(match.captured(2)).value_or(0), pattern);
  }
  if (const auto match = kGrade.match(text); match.hasMatch()) {
    const auto grade = readNumber(match.captured(1));
    return grade && *grade <= 12 ? grade : std::nullopt;
  }
  return std::nullopt;
}

/// Sort key: readable names before others, then cohort or grade, then number.
using ClassKey = std::tuple<int, int, int, int>;

ClassKey sortKey(const QString& name) {
  if (const auto grade = gradeFromSqueezed(squeezed(name), SchoolPattern::SixThree)) {
    return {0, 0, *grade, 0};
  }
  if (const auto typed = classFromName(name)) {
    return {0, typed->entryYear.value_or(0), typed->grade.value_or(0), typed->number};
  }
  return {1, 0, 0, 0};
}

} // namespace

QString gradeName(int grade) {
  if (grade < 1 || grade > 12) {
    return {};
  }
  return grade <= 9 ? chineseNumeral(grade) + QStringLiteral("年级") : shortGradeName(grade);
}

QString shortGradeName(int grade) {
  if (grade < 1 || grade > 12) {
    return {};
  }
  return grade <= 9 ? chineseNumeral(grade) : QStringLiteral("高") + chineseNumeral(grade - 9);
}

std::optional<int> gradeFromName(const QString& typed, SchoolPattern pattern) {
  return gradeFromSqueezed(squeezed(typed), pattern);
}

std::optional<int> gradeOn(const QDate& day, const SchoolSystem& system, Stage stage, int entryYear) {
  return system.gradeIn(schoolYearOf(day), stage, entryYear);
}

QString gradeNameOn(const QDate& day, const SchoolSystem& system, Stage stage, int entryYear) {
  if (const auto grade = gradeOn(day, system, stage, entryYear)) {
    return gradeName(*grade);
  }
  return schoolYearOf(day) < entryYear ? QStringLiteral("未入学") : QStringLiteral("已毕业");
}

QString cohortName(int entryYear) {
  return QStringLiteral("%1级").arg(entryYear);
}

QString ClassName::stable() const {
  return cohortName(entryYear) + QStringLiteral("%1班").arg(number);
}

QString ClassName::onDay(const QDate& day, const SchoolSystem& system) const {
  const auto grade = gradeOn(day, system, stage, entryYear);
  return grade ? gradeName(*grade) + QStringLiteral("(%1)班").arg(number) : stable();
}

std::optional<TypedClassName> classFromName(const QString& typed) {
  static const QRegularExpression kByCohort(
      QStringLiteral("^(?:小学|初中|高中)?(\\d{4})(?:级|届)?[(]?([一二三四五六七八九十]{1,3}|\\d{1,2})[)]?班$"));
  static const QRegularExpression kByGrade(
      QStringLiteral("^(.+?(?:年级|年)|[初高][一二三四]|[一二三四五六七八九](?=[(\\d]))"
                     "[(]?([一二三四五六七八九十]{1,3}|\\d{1,2})[)]?班?$"));
  static const QRegularExpression kNumber(QStringLiteral("^[(]?([一二三四五六七八九十]{1,3}|\\d{1,2})[)]?班?$"));
  const QString text = squeezed(typed);
  TypedClassName name;
  QString number;
  if (const auto match = kByCohort.match(text); match.hasMatch()) {
    name.entryYear = match.captured(1).toInt();
    number = match.captured(2);
  } else if (const auto plain = kNumber.match(text); plain.hasMatch()) {
    number = plain.captured(1);
  } else if (const auto graded = kByGrade.match(text); graded.hasMatch()) {
    name.grade = gradeFromSqueezed(graded.captured(1), SchoolPattern::SixThree);
    if (!name.grade) {
      return std::nullopt;
    }
    number = graded.captured(2);
  } else {
    return std::nullopt;
  }
  const auto read = readNumber(number);
  if (!read) {
    return std::nullopt;
  }
  name.number = *read;
  return name;
}

int compareClassNames(const QString& a, const QString& b) {
  const ClassKey keyA = sortKey(a);
  const ClassKey keyB = sortKey(b);
  if (keyA != keyB) {
    return keyA < keyB ? -1 : 1;
  }
  return QString::compare(a, b);
}

} // namespace xueji
