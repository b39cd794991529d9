#include "roster_content.h"

#include "documents/roster_paper.h"
#include "domain/class_facts.h"
#include "domain/grade_name.h"
#include "printable.h"
#include "register/office.h"
#include "register/roster_list.h"
#include "register/student_list.h"

#include <algorithm>

namespace xueji {

namespace {

QString gradeTitle(Office& office, int entryYear, std::optional<Stage> stage) {
  const SchoolSystem system = office.store().school().system;
  QString title = cohortName(entryYear);
  if (!stage && system.stages().size() == 1)
    stage = system.stages().first();
  if (stage) {
    const std::optional<int> grade = gradeOn(office.clock().today(), system, *stage, entryYear);
    if (grade)
      title += QStringLiteral("（%1）").arg(gradeName(*grade));
    else if (system.stages().size() > 1)
      title += QStringLiteral("（%1）").arg(chineseName(*stage));
  }
  return title + QStringLiteral("学生花名册");
}

QString guardianOf(const StudentRecord& record) {
  QStringList guardians;
  if (record.value(Field::Member1IsGuardian) == QLatin1String("1"))
    guardians << record.value(Field::Member1Name);
  if (record.value(Field::Member2IsGuardian) == QLatin1String("1"))
    guardians << record.value(Field::Member2Name);
  return guardians.isEmpty() ? record.value(Field::Member1Name) : guardians.first();
}

RosterLine lineOf(const Office& office, const StudentRow& row, bool full) {
  const auto shown = [&](Field field) { return shownValue(office.fields(), field, row.record.value(field), full); };
  const bool ownPhone = !row.record.isEmpty(Field::Phone);
  QStringList remarks;
  if (const QString ahead = markOfAhead(row, office.clock().today()); !ahead.isEmpty())
    remarks << ahead;
  if (row.status != StudentStatus::InSchool)
    remarks << chineseName(row.status);
  const bool isLocal = row.numberSource == NumberSource::Local && !row.studentNumber.isEmpty();
  if (isLocal) // its column is that of the 学籍号
    remarks << QStringLiteral("学籍号待下发");
  if (row.record.value(Field::StudyMode) == QLatin1String("2"))
    remarks << QStringLiteral("寄宿");
  return {isLocal ? QString() : shownValue(office.fields(), Field::StudentNumber, row.studentNumber, full),
          shown(Field::Name),
          shown(Field::Sex),
          shown(Field::BirthDate),
          shown(Field::EthnicGroup),
          shown(Field::HouseholdKind),
          shown(Field::CurrentAddress),
          guardianOf(row.record),
          shown(ownPhone ? Field::Phone : Field::Member1Phone),
          remarks.join(QStringLiteral("、"))};
}

Result<QList<RosterGroup>> groupsOf(Office& office, const StudentQuery& query, bool full, const Progress& progress) {
  StudentList students(office);
  const auto total = students.count(query);
  if (!total)
    return std::unexpected(total.error());
  const auto classes = office.store().classes();
  if (!classes)
    return std::unexpected(classes.error());
  const QDate today = office.clock().today();
  const SchoolSystem system = office.store().school().system;
  QList<RosterGroup> groups;
  QHash<qint64, qsizetype> known;
  bool goOn = true;
  qint64 done = 0;
  const auto read = students.forEach(query, [&](const StudentRow& seen) {
    const StudentRow row = printable(students.rights(), office.fields(), seen);
    goOn = goesOn(progress, done++, *total);
    if (!known.contains(row.classId)) {
      known.insert(row.classId, groups.size());
      groups.append(RosterGroup());
      if (const auto is = (*classes)->on(row.classId, today.toString(Qt::ISODate)))
        groups.last().name = is->title(today, system);
    }
    RosterGroup& group = groups[known.value(row.classId)];
    group.lines.append(lineOf(office, row, full));
    group.boys += row.record.value(Field::Sex) == QLatin1String("1");
    group.girls += row.record.value(Field::Sex) == QLatin1String("2");
    group.boarders += row.record.value(Field::StudyMode) == QLatin1String("2");
    return goOn;
  });
  if (!read)
    return std::unexpected(read.error());
  if (!goOn)
    return fail(ErrorCode::Cancelled);
  std::stable_sort(groups.begin(), groups.end(), [](const RosterGroup& a, const RosterGroup& b) {
    if (a.name.isEmpty() != b.name.isEmpty())
      return b.name.isEmpty();
    return compareClassNames(a.name, b.name) < 0;
  });
  for (RosterGroup& group : groups) {
    if (group.name.isEmpty())
      group.name = QStringLiteral("待分班");
  }
  return groups;
}

} // namespace

StudentQuery rollOf(int entryYear, std::optional<Stage> stage) {
  StudentQuery query;
  query.statuses = {StudentStatus::InSchool, StudentStatus::Suspended};
  query.entryYears = {entryYear};
  query.stage = stage;
  return query;
}

Result<PaperDraft> readRoster(Office& office, const PaperSubject& subject, bool full, const Progress& progress) {
  auto groups = groupsOf(office, rollOf(subject.entryYear, subject.stage), full, progress);
  if (!groups)
    return std::unexpected(groups.error());
  if (groups->isEmpty())
    return fail(ErrorCode::NothingToDo);
  PaperDraft draft;
  draft.title = gradeTitle(office, subject.entryYear, subject.stage);
  draft.object = QStringLiteral("students:%1").arg(subject.entryYear);
  draft.children = 0;
  for (const RosterGroup& group : std::as_const(*groups)) {
    draft.children += group.lines.size();
    for (const RosterLine& line : group.lines) {
      const QString whose = group.name + u' ' + line.name;
      draft.texts << PaperText{whose, QStringLiteral("姓名"), line.name}
                  << PaperText{whose, QStringLiteral("住址"), line.address}
                  << PaperText{whose, QStringLiteral("监护人"), line.guardian};
    }
  }
  draft.draw = [content = std::make_shared<const RosterContent>(RosterContent{draft.title, std::move(*groups)})](
                   const PaperFrame& frame, std::shared_ptr<PaperFonts> fonts) {
    return std::make_unique<RosterPaper>(*content, frame, std::move(fonts));
  };
  return draft;
}

} // namespace xueji
