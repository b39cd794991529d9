#include "commands.h"
#include "desk.h"
#include "domain/grade_name.h"
#include "domain/masking.h"
#include "register/register_check.h"
#include "register/roster_list.h"
#include "register/student_file.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace xueji {
namespace {

void sayStudent(const StudentRow& row, const Desk& desk, const Console& console) {
  const FieldCatalogue& fields = desk.fields();
  const QString name = row.record.value(Field::Name);
  const QString number = maskedStudentNumber(row.studentNumber);
  const QString told = toldNumber(number, row.numberSource);
  const QString record = objectOf(Subject::student(row.id));
  const QString sex = fields.display(Field::Sex, row.record.value(Field::Sex));
  const QString birth = fields.display(Field::BirthDate, row.record.value(Field::BirthDate));
  const QString cohort = cohortName(row.entryYear);
  const QString status = chineseName(row.status);
  console.put({{QStringLiteral("record"), record},
               {QStringLiteral("student_number"), number},
               {QStringLiteral("number_source"), toKey(row.numberSource)},
               {QStringLiteral("name"), name},
               {QStringLiteral("sex"), sex},
               {QStringLiteral("birth_date"), birth},
               {QStringLiteral("cohort"), cohort},
               {QStringLiteral("status"), status}},
              QStringList{record, told, name, sex, birth, cohort, status}.join(QLatin1Char('\t')));
}

QJsonArray actsOf(const StudentFile& file) {
  QJsonArray acts;
  for (const TimelineEntry& entry : file.timeline)
    acts.append(QJsonObject{{QStringLiteral("act"), entry.act.id},
                            {QStringLiteral("kind"), entry.kindName},
                            {QStringLiteral("effective"), entry.act.effective.toString(Qt::ISODate)},
                            {QStringLiteral("entered"), entry.act.entered.toString(Qt::ISODate)},
                            {QStringLiteral("entered_by"), entry.enteredByName},
                            {QStringLiteral("ground"), entry.act.ground},
                            {QStringLiteral("rule_set"), entry.act.ruleSet},
                            {QStringLiteral("voided"), entry.voided}});
  return acts;
}

/// "Act 44  2024-09-01  新生入学  王芳", of a voided one that it is.
QString lineOf(const TimelineEntry& entry) {
  const QString line = QCoreApplication::translate("xuejictl", "Act %1").arg(entry.act.id) +
                       QStringLiteral("  %1  %2  %3")
                           .arg(entry.act.effective.toString(Qt::ISODate), entry.kindName, entry.enteredByName);
  return entry.voided ? line + QStringLiteral("  ") + QCoreApplication::translate("xuejictl", "(void)") : line;
}

ExitCode runFind(const Invocation& invocation, const Console& console) {
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto found = findStudents(desk.office(), invocation.words.at(1));
  if (!found)
    return console.fail(found.error());
  for (const StudentRow& row : *found)
    sayStudent(row, desk, console);
  return ExitCode::Done;
}

ExitCode runShow(const Invocation& invocation, const Console& console) {
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  Office& office = desk.office();
  const QString reason = invocation.value(QStringLiteral("unmask"));
  const auto student = studentByNumber(office, invocation.words.at(1));
  if (!student)
    return console.fail(student.error());
  const bool unmask = !reason.trimmed().isEmpty();
  if (unmask)
    if (auto allowed = mayUnmask(office, Field::IdDocumentNumber); !allowed)
      return console.fail(allowed.error());
  const auto file = readStudentFile(office, *student, reason);
  if (!file)
    return console.fail(file.error());
  if (unmask)
    if (auto logged = logUnmasking(office, *student, Field::IdDocumentNumber, reason); !logged)
      return console.fail(logged.error());

  QJsonObject values;
  QStringList lines;
  for (const FieldDefinition& definition : desk.fields().all()) {
    const QString text = shownValue(desk.fields(), definition.field, file->row.record.value(definition.field), unmask);
    if (text.isEmpty())
      continue;
    values.insert(definition.id, text);
    const bool isLocal = definition.field == Field::StudentNumber && file->row.numberSource == NumberSource::Local;
    lines << (isLocal ? QStringLiteral("%1：%2（%3）").arg(chineseName(NumberSource::Local), text, awaitedNumber())
                      : definition.label + QStringLiteral("：") + text);
  }
  QJsonArray numbers;
  for (const NumberEntry& entry : file->numbers)
    numbers.append(QJsonObject{{QStringLiteral("number"), unmask ? entry.value : maskedStudentNumber(entry.value)},
                               {QStringLiteral("source"), toKey(entry.source)},
                               {QStringLiteral("from"), entry.validFrom.toString(Qt::ISODate)},
                               {QStringLiteral("to"), entry.validTo.toString(Qt::ISODate)}});
  QJsonArray findings;
  for (const Finding& finding : file->findings)
    findings.append(findingObject(finding, desk.rules(), console.language()));
  QJsonArray open;
  for (const OpenPoint& point : file->openPoints)
    open.append(QJsonObject{{QStringLiteral("rule"), point.rule},
                            {QStringLiteral("message"), point.title.in(console.language())}});
  const QString number = unmask ? file->row.studentNumber : maskedStudentNumber(file->row.studentNumber);
  lines.prepend(QStringLiteral("%1  %2  %3")
                    .arg(toldNumber(number, file->row.numberSource), chineseName(file->row.status),
                         cohortName(file->row.entryYear)));
  for (const Finding& finding : file->findings)
    lines << findingLine(finding, desk.rules(), console.language());
  for (const OpenPoint& point : file->openPoints)
    lines << QCoreApplication::translate("xuejictl", "Open: %1 %2").arg(point.rule, point.title.in(console.language()));
  for (const TimelineEntry& entry : file->timeline)
    lines << lineOf(entry);
  console.put({{QStringLiteral("record"), objectOf(Subject::student(*student))},
               {QStringLiteral("student_number"), number},
               {QStringLiteral("number_source"), toKey(file->row.numberSource)},
               {QStringLiteral("status"), chineseName(file->row.status)},
               {QStringLiteral("cohort"), cohortName(file->row.entryYear)},
               {QStringLiteral("fields"), values},
               {QStringLiteral("numbers"), numbers},
               {QStringLiteral("acts"), actsOf(*file)},
               {QStringLiteral("findings"), findings},
               {QStringLiteral("open_points"), open}},
              lines.join(QLatin1Char('\n')));
  return ExitCode::Done;
}

ExitCode runCheck(const Invocation& invocation, const Console& console) {
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto checked = checkRegister(desk.office());
  if (!checked)
    return console.fail(checked.error());
  bool refused = false;
  int count = 0;
  for (const CheckedStudent& student : *checked)
    for (const Finding& finding : student.findings) {
      ++count;
      refused = refused || finding.severity != Severity::Warn;
      QJsonObject object = findingObject(finding, desk.rules(), console.language());
      const QString number = maskedStudentNumber(student.studentNumber);
      object.insert(QStringLiteral("record"), objectOf(Subject::student(student.student)));
      object.insert(QStringLiteral("student_number"), number);
      object.insert(QStringLiteral("number_source"), toKey(student.numberSource));
      object.insert(QStringLiteral("name"), student.name);
      console.put(object, QStringLiteral("%1 %2 %3")
                              .arg(toldNumber(number, student.numberSource), student.name,
                                   findingLine(finding, desk.rules(), console.language())));
    }
  console.put({{QStringLiteral("summary"), true}, {QStringLiteral("findings"), count}},
              QCoreApplication::translate("xuejictl", "%1 findings.").arg(count));
  return refused ? ExitCode::Refused : ExitCode::Done;
}

} // namespace

QList<Command> studentCommands() {
  return {
      {{"find"},
       "REG TEXT",
       QT_TRANSLATE_NOOP("xuejictl",
                         "Finds students by name, pinyin, initials, number or phone; empty text: everyone."),
       2,
       2,
       {userOption()},
       runFind},
      {{"show"},
       "REG CHILD",
       QT_TRANSLATE_NOOP("xuejictl", "Shows one record."),
       2,
       2,
       {option("unmask", "REASON"), userOption()},
       runShow},
      {{"check"},
       "REG",
       QT_TRANSLATE_NOOP("xuejictl", "Asks the rules over the whole register."),
       1,
       1,
       {userOption()},
       runCheck},
  };
}

} // namespace xueji
