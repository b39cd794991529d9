#include "commands.h"
#include "desk.h"
#include "paper_option.h"
#include "register/class_acts.h"
#include "register/student_file.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace xueji {
namespace {

/// Null where the option is not given.
Result<QDate> dayOf(const Invocation& invocation, const QString& option = QStringLiteral("effective")) {
  if (!invocation.has(option))
    return QDate();
  const QDate day = QDate::fromString(invocation.value(option), Qt::ISODate);
  if (!day.isValid())
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("--") + option, invocation.value(option)});
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

/// The kinds of paper, as --paper names them, of which one or all meet the finding.
QString papersLine(const Desk& desk, const Finding& finding) {
  if (finding.severity != Severity::Proof)
    return {};
  QStringList kinds;
  for (const QString& kind : desk.rules().demandOf(finding).kinds)
    kinds << QStringLiteral("--paper %1,...").arg(kind);
  return kinds.isEmpty() ? QString() : QStringLiteral("\n  ") + kinds.join(QLatin1Char(' '));
}

ExitCode refuse(const Desk& desk, const Console& console, const Error& error, const Findings& why) {
  for (const Finding& finding : why)
    console.put(findingObject(finding, desk.rules(), console.language()),
                findingLine(finding, desk.rules(), console.language()) + papersLine(desk, finding));
  return console.fail(error);
}

/// What ends, later than its first day, what an act wrote.
QJsonArray laterArray(const QList<LaterRow>& later) {
  QJsonArray rows;
  for (const LaterRow& row : later)
    rows << QJsonObject{{QStringLiteral("fact"), row.fact}, {QStringLiteral("from"), row.from}};
  return rows;
}

QString laterLine(const QList<LaterRow>& later) {
  QString line;
  for (const LaterRow& row : later)
    line +=
        QLatin1Char('\n') +
        QCoreApplication::translate("xuejictl", "What was entered later stands: %1 from %2.").arg(row.fact, row.from);
  return line;
}

/// Open, opens later or closed on the day.
QString stateOf(const ClassOn& is, const QString& day) {
  return is.open ? QStringLiteral("open") : day < is.opened ? QStringLiteral("later") : QStringLiteral("closed");
}

QString stateLine(const ClassOn& is, const QString& day) {
  if (is.open)
    return QCoreApplication::translate("xuejictl", "open since %1").arg(is.opened);
  return day < is.opened ? QCoreApplication::translate("xuejictl", "opens on %1").arg(is.opened)
                         : QCoreApplication::translate("xuejictl", "closed since %1").arg(is.closed);
}

void sayClass(const ClassEntry& entry, const QString& day, const Console& console) {
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
               {QStringLiteral("closed"), is.closed},
               {QStringLiteral("open"), is.open},
               {QStringLiteral("state"), stateOf(is, day)},
               {QStringLiteral("children"), entry.children}},
              QStringList{QString::number(is.id), entry.title, chineseName(is.is.kind), QString::number(entry.children),
                          is.profile.headTeacher, stateLine(is, day)}
                  .join(QLatin1Char('\t')));
}

ExitCode runClasses(const Invocation& invocation, const Console& console) {
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto entries = classEntries(desk.office());
  if (!entries)
    return console.fail(entries.error());
  for (const ClassEntry& entry : *entries)
    sayClass(entry, desk.clock().today().toString(Qt::ISODate), console);
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
  if (*kind == ClassKind::Ordinary && *cohort == 0)
    return console.fail({ErrorCode::WrongUse,
                         {QCoreApplication::translate("xuejictl", "--cohort Y is missing: an ordinary class belongs to "
                                                                  "the children who entered in one year")}});
  if (*number == 0 && !invocation.has(QStringLiteral("name")))
    return console.fail(
        {ErrorCode::WrongUse, {QCoreApplication::translate("xuejictl", "name the class: --number N, or --name NAME")}});
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const ClassProfileFact profile{invocation.value(QStringLiteral("name")),
                                 invocation.value(QStringLiteral("head-teacher")), *places};
  const auto made = perform(desk.office(), classWish({*stage, *cohort, *number, *kind}, profile,
                                                     day->isValid() ? *day : desk.clock().today()));
  if (!made)
    return console.fail(made.error());
  const qint64 id = made->subjects.first();
  const qint64 act = made->acts.first();
  console.put({{QStringLiteral("class"), id}, {QStringLiteral("act"), act}},
              QCoreApplication::translate("xuejictl", "Class no. %1 was made (act no. %2).").arg(id).arg(act));
  return ExitCode::Done;
}

ExitCode runChangeClass(const Invocation& invocation, const Console& console) {
  const auto day = dayOf(invocation, QStringLiteral("day"));
  const auto id = classOf(invocation, 1);
  const auto places = numberOf(invocation, QStringLiteral("capacity"), 0);
  if (!day)
    return console.fail(day.error());
  if (!id || !places)
    return console.fail(id ? places.error() : id.error());
  Wish wish;
  wish.kind = act_kind::kChangeClass;
  wish.subject = Subject::ofClass(*id);
  // Only what is named: the rest stays as it holds on the day.
  for (const auto& [option, key] : {std::pair("name", "name"), std::pair("head-teacher", "head_teacher")})
    if (const QString name = QString::fromLatin1(option); invocation.has(name))
      wish.body.insert(QString::fromLatin1(key), invocation.value(name));
  if (invocation.has(QStringLiteral("capacity")))
    wish.body.insert(QStringLiteral("capacity"), *places);
  if (wish.body.isEmpty())
    return console.fail(
        {ErrorCode::WrongUse,
         {QCoreApplication::translate("xuejictl", "name what changes: --name, --head-teacher or --capacity")}});
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  wish.day = day->isValid() ? *day : desk.clock().today();
  QList<LaterRow> later;
  const auto changed = perform(desk.office(), wish, nullptr, &later);
  if (!changed)
    return console.fail(changed.error());
  const qint64 act = changed->acts.first();
  console.put(
      {{QStringLiteral("class"), *id}, {QStringLiteral("act"), act}, {QStringLiteral("later"), laterArray(later)}},
      QCoreApplication::translate("xuejictl", "Class no. %1 was changed (act no. %2).").arg(*id).arg(act) +
          laterLine(later));
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
  for (const QString& text : invocation.all(QStringLiteral("paper"))) {
    const auto paper = paperFrom(QStringLiteral("--paper"), text);
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
  QList<LaterRow> later;
  const auto act = placeStudent(desk.office(), wish, &why, &later);
  if (!act)
    return refuse(desk, console, act.error(), why);
  console.put({{QStringLiteral("act"), *act},
               {QStringLiteral("class"), wish.classId},
               {QStringLiteral("later"), laterArray(later)}},
              QCoreApplication::translate("xuejictl", "Placed (act no. %1).").arg(*act) + laterLine(later));
  return ExitCode::Done;
}

} // namespace

QList<Command> classCommands() {
  return {
      {{"classes"},
       "REG",
       QT_TRANSLATE_NOOP("xuejictl", "Lists the classes with the number of their children today."),
       1,
       1,
       {userOption()},
       runClasses},
      {{"make-class"},
       "REG",
       QT_TRANSLATE_NOOP("xuejictl", "Makes a class of a cohort, or one that goes by a name."),
       1,
       1,
       {option("stage", "primary|junior|senior", true), option("cohort", "Y"), option("number", "N"),
        option("name", "NAME"), option("kind", "ordinary|multigrade|special"), option("head-teacher", "NAME"),
        option("capacity", "N"), option("effective", "DATE"), userOption()},
       runMakeClass},
      {{"change-class"},
       "REG CLASS",
       QT_TRANSLATE_NOOP("xuejictl", "Gives a class another name, head teacher or number of places from a day on; what "
                                     "is not named stays."),
       2,
       2,
       {orBlank(option("name", "NAME")), orBlank(option("head-teacher", "NAME")), option("capacity", "N"),
        option("day", "DATE"), userOption()},
       runChangeClass},
      {{"close-class"},
       "REG CLASS",
       QT_TRANSLATE_NOOP("xuejictl", "Closes a class in which nobody is."),
       2,
       2,
       {option("reason", "WORDS", true), option("effective", "DATE"), userOption()},
       runCloseClass},
      {{"place"},
       "REG CHILD CLASS",
       QT_TRANSLATE_NOOP("xuejictl", "Puts a child into a class (0: out of its class)."),
       3,
       3,
       {option("effective", "DATE"), option("reason", "WORDS"),
        severalTimes(option("paper", "KIND,NUMBER,ISSUER,DATE[,LEVEL]")), userOption()},
       runPlace},
  };
}

} // namespace xueji
