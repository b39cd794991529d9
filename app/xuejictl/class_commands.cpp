#include "app/xuejictl/commands.h"
#include "app/xuejictl/desk.h"
#include "app/xuejictl/paper_option.h"
#include "register/class_acts.h"
#include "register/student_file.h"

#include <QCoreApplication>

namespace xueji {
namespace {

Result<QDate> dayOf(const Invocation& invocation) {
  const QString option = QStringLiteral("effective");
  if (!invocation.has(option))
    return QDate();
  const QDate day = QDate::fromString(invocation.value(option), Qt::ISODate);
  if (!day.isValid())
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("--effective"), invocation.value(option)});
  return day;
}

/// A whole number of an option; `otherwise` where it is not given.
Result<int> numberOf(const Invocation& invocation, const QString& option, int otherwise) {
  if (!invocation.has(option))
    return otherwise;
  bool isNumber = false;
  const int number = invocation.value(option).toInt(&isNumber);
  if (!isNumber)
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("--") + option, invocation.value(option)});
  return number;
}

Result<qint64> classOf(const Invocation& invocation, int word) {
  bool isNumber = false;
  const qint64 id = invocation.words.at(word).toLongLong(&isNumber);
  if (!isNumber || id < 0)
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("CLASS"), invocation.words.at(word)});
  return id;
}

ExitCode refuse(const Desk& desk, const Console& console, const Error& error, const Findings& why) {
  for (const Finding& finding : why)
    console.put(findingObject(finding, desk.rules(), console.language()),
                findingLine(finding, desk.rules(), console.language()));
  return console.fail(error);
}

void sayClass(const ClassEntry& entry, const Console& console) {
  const ClassOn& is = entry.is;
  console.put({{QStringLiteral("class"), is.id},
               {QStringLiteral("title"), entry.title},
               {QStringLiteral("stage"), toKey(is.is.stage)},
               {QStringLiteral("cohort"), is.is.cohort},
               {QStringLiteral("number"), is.is.number},
               {QStringLiteral("kind"), toKey(is.is.kind)},
               {QStringLiteral("name"), is.name()},
               {QStringLiteral("head_teacher"), is.profile.headTeacher},
               {QStringLiteral("capacity"), is.profile.capacity},
               {QStringLiteral("opened"), is.opened},
               {QStringLiteral("open"), is.open},
               {QStringLiteral("children"), entry.children}},
              QStringList{QString::number(is.id), entry.title, chineseName(is.is.kind), QString::number(entry.children),
                          is.profile.headTeacher, is.opened}
                  .join(QLatin1Char('\t')));
}

} // namespace

ExitCode runClasses(const Invocation& invocation, const Console& console) {
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto entries = classEntries(desk.office());
  if (!entries)
    return console.fail(entries.error());
  for (const ClassEntry& entry : *entries)
    sayClass(entry, console);
  return ExitCode::Done;
}

ExitCode runMakeClass(const Invocation& invocation, const Console& console) {
  const auto day = dayOf(invocation);
  const auto cohort = numberOf(invocation, QStringLiteral("cohort"), 0);
  const auto number = numberOf(invocation, QStringLiteral("number"), 0);
  const auto places = numberOf(invocation, QStringLiteral("capacity"), 0);
  for (const auto* read : {&cohort, &number, &places})
    if (!*read)
      return console.fail(read->error());
  if (!day)
    return console.fail(day.error());
  const auto stage = stageFromKey(invocation.value(QStringLiteral("stage")));
  const QString kindKey = invocation.value(QStringLiteral("kind"));
  const auto kind = kindKey.isEmpty() ? std::optional(ClassKind::Ordinary) : classKindFromKey(kindKey);
  if (!stage)
    return console.fail(
        {ErrorCode::ValueInvalid, {QStringLiteral("--stage"), invocation.value(QStringLiteral("stage"))}});
  if (!kind)
    return console.fail({ErrorCode::ValueInvalid, {QStringLiteral("--kind"), kindKey}});
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto made = makeClass(
      desk.office(), {*stage, *cohort, *number, *kind},
      {invocation.value(QStringLiteral("name")), invocation.value(QStringLiteral("head-teacher")), *places}, *day);
  if (!made)
    return console.fail(made.error());
  console.put({{QStringLiteral("class"), *made}},
              QCoreApplication::translate("xuejictl", "Class no. %1 was made.").arg(*made));
  return ExitCode::Done;
}

ExitCode runCloseClass(const Invocation& invocation, const Console& console) {
  const auto day = dayOf(invocation);
  const auto id = classOf(invocation, 1);
  if (!day || !id)
    return console.fail(day ? id.error() : day.error());
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto closed = closeClass(desk.office(), *id, *day, invocation.value(QStringLiteral("reason")));
  if (!closed)
    return console.fail(closed.error());
  console.put({{QStringLiteral("class"), *id}, {QStringLiteral("act"), *closed}},
              QCoreApplication::translate("xuejictl", "Class no. %1 is closed.").arg(*id));
  return ExitCode::Done;
}

ExitCode runPlace(const Invocation& invocation, const Console& console) {
  PlacementWish wish;
  const auto day = dayOf(invocation);
  const auto id = classOf(invocation, 2);
  if (!day || !id)
    return console.fail(day ? id.error() : day.error());
  wish.classId = *id;
  wish.day = *day;
  wish.ground = invocation.value(QStringLiteral("reason"));
  if (const QString option = QStringLiteral("paper"); invocation.has(option)) {
    const auto paper = paperFrom(QStringLiteral("--paper"), invocation.value(option));
    if (!paper)
      return console.fail(paper.error());
    wish.papers << *paper;
  }
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto student = studentByNumber(desk.office(), invocation.words.at(1));
  if (!student)
    return console.fail(student.error());
  wish.student = *student;
  Findings why;
  const auto act = placeStudent(desk.office(), wish, &why);
  if (!act)
    return refuse(desk, console, act.error(), why);
  console.put({{QStringLiteral("act"), *act}, {QStringLiteral("class"), wish.classId}},
              QCoreApplication::translate("xuejictl", "Placed (act no. %1).").arg(*act));
  return ExitCode::Done;
}

} // namespace xueji
