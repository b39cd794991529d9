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
  if (const auto typed = classFromName(name); typed && typed->number > 0) {
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

namespace {

const QString kNumber = QStringLiteral("([一二三四五六七八九十]{1,3}|\\d{1,2})");
const QString kStageWord = QStringLiteral("(?:小学|初中|高中|[小初高])");

/// 二〇二四级, 二四级, 七〇一班: numerals that stand for digits, as digits.
QString withDigits(QString text) {
  static const QRegularExpression kNumerals(QStringLiteral(
      "[一二三四五六七八九〇零○]*[〇零○][一二三四五六七八九〇零○]*|[一二三四五六七八九]{2,4}(?=[级届])"));
  for (auto match = kNumerals.match(text); match.hasMatch(); match = kNumerals.match(text)) {
    QString digits;
    for (const QChar numeral : match.captured())
      digits += QString::number(kDigits.indexOf(numeral) + 1);
    text.replace(match.capturedStart(), match.capturedLength(), digits);
  }
  return text;
}

Stage stageOfWord(QChar lead) {
  return lead == u'小' ? Stage::Primary : lead == u'初' ? Stage::Junior : Stage::Senior;
}

/// Takes 小学, 初中部, 高 from before what says itself which year, grade or class it is.
void takeStage(QString& text, TypedClassName& name) {
  static const QRegularExpression kStage(
      QStringLiteral("^") + kStageWord +
      QStringLiteral(
          "部?(?=\\d{4}|\\d{2}[级届]|[七八九]|[一二三四五六]年级|\\d年级|\\d{1,2}班|[(第]|[小初高][一二三四五六]|"
          "[一二三四五六七八九十]+[(\\d])"));
  // 初中一年级, 初一(1)班 count the years of the stage: they are a grade together.
  static const QRegularExpression kYearOfStage(
      QStringLiteral("^(?:初中|高中|[小初高])[一二三四五六1-6](?:年级|[(]|\\d{1,2}班)"));
  const auto match = kStage.match(text);
  if (!match.hasMatch() || kYearOfStage.match(text).hasMatch())
    return;
  name.stage = stageOfWord(text.at(0));
  text.remove(0, match.capturedLength());
}

/// Takes 2024级, 24级, 2027届, 2024年, 2024, 24 before a bracket from the front.
void takeCohort(QString& text, TypedClassName& name) {
  static const QRegularExpression kYear(
      QStringLiteral("^(\\d{4}|\\d{2}(?=[级届])|(?:1[3-9]|[2-9]\\d)(?=[(]))([级届年]?)(?=.)"));
  const auto match = kYear.match(text);
  if (!match.hasMatch())
    return;
  const int typed = match.captured(1).toInt();
  const int year = typed < 100 ? 2000 + typed : typed;
  if (year < 1950 || year > 2099) // 0123 is no year
    return;
  (match.captured(2) == QStringLiteral("届") ? name.leavingYear : name.entryYear) = year;
  text.remove(0, match.capturedLength());
}

/// Takes 一年级, 初一, 高中三年级, 一 before a bracket, digit or letter from the front. False where it is written like
/// a grade and is none.
bool takeGrade(QString& text, TypedClassName& name, SchoolPattern pattern) {
  static const QRegularExpression kGrade(
      QStringLiteral("^(") + kStageWord + QStringLiteral("?(?:[一二三四五六七八九十]{1,2}|\\d{1,2})(?:年级|年)|") +
      kStageWord + QStringLiteral("[一二三四五六](?!班)|") + kStageWord +
      QStringLiteral("[1-6](?=[(])|[一二三四五六七八九](?=[(\\dA-Za-z甲乙丙丁戊])|(?:1[0-2]|\\d)(?=[(]))"));
  const auto match = kGrade.match(text);
  if (!match.hasMatch())
    return true;
  name.grade = gradeFromSqueezed(match.captured(1), pattern);
  text.remove(0, match.capturedLength());
  return name.grade.has_value();
}

/// 103班, 103, 三二班, 七十一班: grade and class; 2403班: cohort 2024, class 3.
std::optional<TypedClassName> fromDigits(const QString& text) {
  static const QRegularExpression kByGrade(QStringLiteral("^([1-9])(\\d{2})班?$"));
  static const QRegularExpression kByCohort(QStringLiteral("^(\\d{2})(\\d{2})班$"));
  // Nobody has forty classes: 七十一班 is the eleventh of grade seven.
  static const QRegularExpression kSpoken(
      QStringLiteral("^(?:([一二三四五六七八九])([一二三四五六七八九])|([四五六七八九])(十[一二三四五六七八九]?))班$"));
  TypedClassName name;
  if (const auto graded = kByGrade.match(text); graded.hasMatch()) {
    name.grade = graded.captured(1).toInt();
    name.number = graded.captured(2).toInt();
  } else if (const auto yearly = kByCohort.match(text); yearly.hasMatch()) {
    name.entryYear = 2000 + yearly.captured(1).toInt();
    name.number = yearly.captured(2).toInt();
  } else if (const auto spoken = kSpoken.match(text); spoken.hasMatch()) {
    name.grade = readNumber(spoken.captured(1) + spoken.captured(3));
    name.number = readNumber(spoken.captured(2) + spoken.captured(4)).value_or(0);
  }
  return name.number > 0 ? std::optional(name) : std::nullopt;
}

/// What rosters write where there is no class yet.
bool saysNone(const QString& name) {
  static const QRegularExpression kNone(
      QStringLiteral("^(未|待|没|无|不|尚|暂|空|缺|全|各|某|另|同|转|插|退|原|本|分|编|班|年级)*(分|编|定|入|有|知|详|"
                     "明|确|设|进|排|校|届|级)*班+$"));
  return kNone.match(name).hasMatch();
}

} // namespace

bool isClassName(const QString& name) {
  if (!name.endsWith(u'班') || name.count(u'班') > 1 || saysNone(name))
    return false;
  static const QRegularExpression kLetters(QStringLiteral("^\\p{L}[\\p{L}\\p{N}·]*$"));
  static const QRegularExpression kOrdinary(
      QStringLiteral("年级|[\\d一二三四五六七八九十]级|级\\d|届|[〇零○]|^第?[一二三四五六七八九十]+班$|^年|^") +
      kStageWord + QStringLiteral("部?第?[\\d一二三四五六七八九十]"));
  return kLetters.match(name).hasMatch() && !kOrdinary.match(name).hasMatch();
}

std::optional<TypedClassName> classFromName(const QString& typed, SchoolPattern pattern) {
  static const QRegularExpression kRest(QStringLiteral("^[(]?第?") + kNumber + QStringLiteral("[)]?班?$"));
  static const QRegularExpression kAfterYear(QStringLiteral("^[(]?第?") + kNumber + QStringLiteral("[)]?班$"));
  const QString whole = withDigits(squeezed(typed));
  if (const auto digits = fromDigits(whole))
    return digits;
  QString text = whole;
  TypedClassName name;
  takeStage(text, name);
  takeCohort(text, name);
  if (!name.stage)
    takeStage(text, name);
  // A year that does not say that it is one needs 班 behind the number.
  const bool bareYear = name.entryYear && !whole.contains(u'级');
  if (const auto match = (bareYear ? kAfterYear : kRest).match(text); !match.hasMatch()) {
    if (!takeGrade(text, name, pattern))
      return std::nullopt;
  }
  if (const auto match = (bareYear ? kAfterYear : kRest).match(text); match.hasMatch()) {
    const auto read = readNumber(match.captured(1));
    name.number = read.value_or(0);
    return read ? std::optional(name) : std::nullopt;
  }
  if (!isClassName(text))
    return std::nullopt;
  name.name = text;
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
