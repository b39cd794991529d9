#include "classes_of_002.h"

#include "../step_work.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace xueji::step002 {

namespace {

constexpr int kHighestNumber = 40; ///< "71班" is as likely grade 7, class 1

/// Full-width forms as narrow ones, without blanks.
QString narrow(const QString& text) {
  QString narrowed;
  for (const QChar letter : text) {
    if (letter.unicode() >= 0xFF01 && letter.unicode() <= 0xFF5E)
      narrowed += QChar(letter.unicode() - 0xFEE0);
    else if (!letter.isSpace())
      narrowed += letter;
  }
  return narrowed;
}

/// 1 to 99 in digits or as 一, 十, 十二, 二十, 二十一; 0 for what is none.
int numberOf(const QString& text) {
  static const QString kDigits = QStringLiteral("零一二三四五六七八九");
  bool isNumber = false;
  if (const int number = text.toInt(&isNumber); isNumber)
    return number;
  const qsizetype ten = text.indexOf(QStringLiteral("十"));
  if (ten < 0)
    return text.size() == 1 ? std::max<int>(0, static_cast<int>(kDigits.indexOf(text))) : 0;
  const QString tens = text.left(ten);
  const QString ones = text.mid(ten + 1);
  const qsizetype high = tens.isEmpty() ? 1 : kDigits.indexOf(tens);
  const qsizetype low = ones.isEmpty() ? 0 : kDigits.indexOf(ones);
  return high < 1 || low < 0 ? 0 : static_cast<int>(high * 10 + low);
}

/// What schema 1 knows of one child, voided rows left out, in the order (first day, order of entry).
struct Child {
  struct Enrolment {
    QString day;
    QString stage;
    qint64 cohort = 0;
  };
  struct Text {
    QString day;
    QString text;
  };
  QList<Enrolment> enrolments;
  QList<Text> texts;

  const Enrolment& enrolledOn(const QString& day) const {
    qsizetype at = 0;
    while (at + 1 < enrolments.size() && enrolments[at + 1].day <= day)
      ++at;
    return enrolments[at];
  }
  QString textOn(const QString& day) const {
    QString text;
    for (const Text& one : texts)
      if (one.day <= day)
        text = one.text;
    return text;
  }
};

struct ClassKey {
  QString stage;
  qint64 cohort = 0;
  int number = 0;
  QString name; ///< empty with a number
  bool operator==(const ClassKey&) const = default;
  bool operator<(const ClassKey& other) const {
    return std::tie(stage, cohort, number, name) < std::tie(other.stage, other.cohort, other.number, other.name);
  }
};

struct Placement {
  qint64 child = 0;
  QString day;
  std::optional<ClassKey> into; ///< nothing: in no class from here on
};

Result<QMap<qint64, Child>> readChildren(StepWork& work) {
  QMap<qint64, Child> children;
  auto read =
      work.each(QStringLiteral("SELECT subject, day, stage, cohort FROM fact_enrolment WHERE voided_by = 0 "
                               "ORDER BY day, id"),
                [&](const RawRows& row) {
                  children[row.number(0)].enrolments << Child::Enrolment{row.text(1), row.text(2), row.number(3)};
                });
  if (!read)
    return std::unexpected(read.error());
  read = work.each(QStringLiteral("SELECT subject, day, items FROM fact_item WHERE voided_by = 0 ORDER BY day, id"),
                   [&](const RawRows& row) {
                     const auto child = children.find(row.number(0));
                     if (child == children.end())
                       return;
                     const QJsonDocument items = QJsonDocument::fromJson(row.bytes(2));
                     if (!items.isObject())
                       work.note(QStringLiteral("class_items"), QStringLiteral("student:%1").arg(row.number(0)));
                     const QJsonValue text = items.object().value(QStringLiteral("class"));
                     if (!text.isUndefined())
                       child->texts << Child::Text{row.text(1), text.toString().trimmed()};
                   });
  return read ? Result<QMap<qint64, Child>>(std::move(children)) : std::unexpected(read.error());
}

std::optional<ClassKey> classOn(const Child& child, const QString& day) {
  const QString text = child.textOn(day);
  if (text.isEmpty())
    return std::nullopt;
  const Child::Enrolment& enrolment = child.enrolledOn(day);
  const int number = classNumber(text, static_cast<int>(enrolment.cohort));
  return ClassKey{enrolment.stage, enrolment.cohort, number, number > 0 ? QString() : text};
}

/// Where the child was from which day on: a row for each day on which that changes.
QList<Placement> placementsOf(qint64 id, const Child& child) {
  const QString first = child.enrolments.first().day;
  QStringList days;
  for (const Child::Text& text : child.texts)
    days << std::max(text.day, first);
  for (const Child::Enrolment& enrolment : child.enrolments)
    days << enrolment.day;
  days.sort();
  days.removeDuplicates();
  QList<Placement> placements;
  for (const QString& day : std::as_const(days)) {
    const auto into = classOn(child, day);
    const auto before = placements.isEmpty() ? std::optional<ClassKey>() : placements.last().into;
    if (into != before)
      placements << Placement{id, day, into};
  }
  return placements;
}

/// The rows of a class that begins on this day.
Result<void> openClass(StepWork& work, qint64 id, const ClassKey& key, const QString& day) {
  auto row =
      work.addRow(QStringLiteral("fact_class"), id, day,
                  {QStringLiteral("stage"), QStringLiteral("cohort"), QStringLiteral("number"), QStringLiteral("kind")},
                  {key.stage, key.cohort, key.number, QStringLiteral("ordinary")});
  if (row)
    row = work.addRow(QStringLiteral("fact_class_state"), id, day, {QStringLiteral("value")}, {QStringLiteral("open")});
  if (row)
    row = work.addRow(QStringLiteral("fact_class_profile"), id, day,
                      {QStringLiteral("name"), QStringLiteral("head_teacher"), QStringLiteral("capacity")},
                      {key.name, QString(), 0});
  return row ? Result<void>{} : std::unexpected(row.error());
}

} // namespace

int classNumber(const QString& text, int cohort) {
  // Cohort, grade, number. A grade without 年级 or 年 stands only before brackets or digits, or behind 初 and the like:
  // 二十班 is class 20.
  static const QRegularExpression kForm(QStringLiteral(
      "^(?:(?<cohort>[12][0-9]{3})级)?"
      "(?:(?:小学|初中|高中|小|初|高)?(?:[一二三四五六七八九1-9](?:年级|年)|[一二三四五六七八九](?=[(0-9]))|"
      "(?:小学|初中|高中|小|初|高)[一二三四五六七八九])?"
      "(?:\\((?<inner>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\\)|(?<bare>[0-9]{1,2}|[一二三四五六七八九十]{1,3}))班?"
      "$"));
  const auto match = kForm.match(narrow(text));
  if (!match.hasMatch())
    return 0;
  const QString written = match.captured(QStringLiteral("cohort"));
  if (!written.isEmpty() && written.toInt() != cohort)
    return 0;
  const int number = numberOf(match.captured(QStringLiteral("inner")) + match.captured(QStringLiteral("bare")));
  return number <= kHighestNumber ? std::max(0, number) : 0;
}

Result<void> placeChildren(StepWork& work) {
  const auto children = readChildren(work);
  if (!children)
    return std::unexpected(children.error());
  QList<Placement> placements;
  std::map<ClassKey, QString> begins; // each class with its first day
  for (auto child = children->cbegin(); child != children->cend(); ++child)
    for (const Placement& placement : placementsOf(child.key(), *child)) {
      placements << placement;
      if (!placement.into)
        continue;
      const auto known = begins.try_emplace(*placement.into, placement.day).first;
      known->second = std::min(known->second, placement.day);
    }
  std::map<ClassKey, qint64> ids;
  for (const auto& [key, day] : begins) {
    const qint64 id = static_cast<qint64>(ids.size()) + 1;
    ids.emplace(key, id);
    if (auto opened = openClass(work, id, key, day); !opened)
      return opened;
    if (key.number == 0)
      work.note(QStringLiteral("class_text"), QStringLiteral("class:%1").arg(id));
  }
  for (const Placement& placement : std::as_const(placements)) {
    const qint64 into = placement.into ? ids.at(*placement.into) : 0;
    auto row = work.addRow(QStringLiteral("fact_placement"), placement.child, placement.day, {QStringLiteral("class")},
                           {into});
    if (!row)
      return std::unexpected(row.error());
  }
  return {};
}

} // namespace xueji::step002
