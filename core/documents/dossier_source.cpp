#include "documents/dossier_source.h"

#include "domain/class_facts.h"
#include "domain/grade_name.h"
#include "domain/ledger_facts.h"
#include "domain/masking.h"
#include "register/roster_list.h"
#include "register/student_file.h"
#include "register/student_list.h"

#include <algorithm>

namespace xueji {

namespace {

bool mayPrint(const OwnRights& rights, Field field) {
  return rights.sees(field) && rights.may(Verb::Print, field);
}

/// What such papers show, and whether they only come out of the printer or leave the program.
Leaving leavingOf(const Office& office, const PrintWish& wish, qint64 children, bool list) {
  const OwnRights rights(office);
  const bool leaves = wish.file && !wish.preview && (wish.full || list);
  Leaving leaving{leaves ? Verb::Export : Verb::Print, allFields(office.fields()), wish.full,
                  wish.preview ? 0 : children, wish.purpose};
  leaving.fields.removeIf([&](Field field) { return !mayPrint(rights, field); });
  return leaving;
}

QString chineseDate(const QDate& date) {
  return date.toString(QStringLiteral("yyyy年M月d日"));
}

/// What an act changed, by the labels of the items.
QString changedItems(const Office& office, const TimelineEntry& entry) {
  constexpr int kNamed = 6;
  QStringList labels;
  for (const ActChange& change : entry.changes) {
    const std::optional<Field> field = office.fields().byId(change.item);
    labels.append(field ? office.fields().definition(*field).label : change.name);
  }
  labels.removeDuplicates();
  const qsizetype all = labels.size();
  QString text = labels.mid(0, kNamed).join(QStringLiteral("、"));
  if (all > kNamed)
    text += QStringLiteral("等%1项").arg(all);
  return text;
}

/// The class entered, the stage gone on to, how a stage ended: what the kind of act alone does not say.
QString whereTo(const TimelineEntry& entry) {
  // Who waits for a class to open is in none until then: only the class that it comes to is told.
  const bool entersClass = std::any_of(entry.changes.begin(), entry.changes.end(), [](const ActChange& change) {
    return change.fact == PlacementFact::fact().key && !change.after.isEmpty();
  });
  QStringList words;
  for (const ActChange& change : entry.changes) {
    if (change.fact == PlacementFact::fact().key) {
      if (!change.after.isEmpty() || !entersClass)
        words << (change.after.isEmpty() ? QStringLiteral("不在班") : change.after);
    } else if (change.fact == OutcomeFact::fact().key ||
               (change.fact == EnrolmentFact::fact().key && change.item.isEmpty() && !change.before.isEmpty())) {
      words << change.after;
    }
  }
  return words.join(QStringLiteral("、"));
}

/// Of what touches items of the form, which; the ground; where the child came.
QString reasonOf(const Office& office, const TimelineEntry& entry) {
  const QString items = entry.touchesItems ? changedItems(office, entry) : QString();
  const QString& ground = entry.act.ground;
  const QString reason =
      ground.isEmpty() || items.isEmpty() ? ground + items : QStringLiteral("%1：%2").arg(items, ground);
  const QString where = whereTo(entry);
  return where.isEmpty() || reason.isEmpty() ? reason + where : QStringLiteral("%1（%2）").arg(reason, where);
}

/// The words for a kind of paper, or for the rule that was met where no paper was entered.
QString paperName(const Office& office, const QString& kind) {
  if (const Rule* rule = office.rules().rule(kind))
    return rule->title.chinese;
  const QString name = office.rules().proofName(kind, Language::Chinese);
  return name.isEmpty() ? kind : name;
}

/// A paper's number; one as long as an identity number may be made of it, and is masked where those are.
QString shownNumber(const QString& number, bool full) {
  constexpr qsizetype kDigitsOfIdentity = 15;
  const auto digits = std::count_if(number.begin(), number.end(), [](QChar c) { return c.isDigit(); });
  return full || digits < kDigitsOfIdentity ? number : maskedIdentityNumber(number);
}

/// The papers an act names; rules met by papers where no paper was entered.
QString papersOf(const Office& office, const TimelineEntry& entry, bool full) {
  QStringList papers;
  for (const PaperFact& paper : entry.papers) {
    const QString name = paperName(office, paper.kind);
    const QString numbered =
        paper.number.isEmpty() ? name : QStringLiteral("%1（%2）").arg(name, shownNumber(paper.number, full));
    papers.append(paper.note.isEmpty() ? numbered : paper.note);
  }
  if (papers.isEmpty()) {
    for (const QString& rule : entry.act.exceptions)
      papers.append(paperName(office, rule));
  }
  return papers.join(QStringLiteral("、"));
}

Result<QList<DossierChange>> changesOf(Office& office, qint64 student, bool full) {
  const OwnRights rights(office);
  const bool papers = rights.may(Verb::See, right_group::kPapers) && rights.may(Verb::Print, right_group::kPapers);
  const auto timeline = timelineOf(office, Subject::student(student));
  if (!timeline)
    return std::unexpected(timeline.error());
  QList<DossierChange> changes;
  for (auto entry = timeline->crbegin(); entry != timeline->crend(); ++entry) {
    if (entry->voided || entry->role == ActRole::Voids || !entry->onDossier)
      continue;
    changes.append({chineseDate(entry->act.effective), entry->kindName, reasonOf(office, *entry),
                    papers ? papersOf(office, *entry, full) : QString(), entry->enteredByName});
  }
  return changes;
}

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

/// The row with what may not be printed left out.
StudentRow printable(const OwnRights& rights, const FieldCatalogue& fields, StudentRow row) {
  for (const FieldDefinition& definition : fields.all())
    if (!mayPrint(rights, definition.field))
      row.record.setValue(definition.field, {});
  if (!mayPrint(rights, Field::StudentNumber))
    row.studentNumber.clear();
  return row;
}

Result<StudentRow> printableRow(Office& office, qint64 student) {
  StudentList students(office);
  const auto row = students.byId(student);
  if (!row)
    return std::unexpected(row.error());
  if (!*row)
    return fail(ErrorCode::StudentNotFound, {QString::number(student)});
  return printable(students.rights(), office.fields(), **row);
}

/// Whether the dossiers of these children may be made so.
Result<void> mayDraw(const Office& office, const QList<qint64>& students, const PrintWish& wish) {
  if (students.isEmpty())
    return fail(ErrorCode::NothingToDo);
  return mayPrint(office, wish, students.size(), students.size() > kMostWithoutWitness);
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
  if (row.record.value(Field::StudyMode) == QLatin1String("2"))
    remarks << QStringLiteral("寄宿");
  return {shownValue(office.fields(), Field::StudentNumber, row.studentNumber, full),
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

StudentQuery rollOf(int entryYear, std::optional<Stage> stage) {
  StudentQuery query;
  query.statuses = {StudentStatus::InSchool, StudentStatus::Suspended};
  query.entryYears = {entryYear};
  query.stage = stage;
  return query;
}

qint64 childrenIn(const QList<RosterGroup>& groups) {
  qint64 children = 0;
  for (const RosterGroup& group : groups)
    children += group.lines.size();
  return children;
}

/// The frame of one print, with its rights, its witness and its log rows.
Result<PaperFrame> frameOf(Office& office, const PrintWish& wish, const QStringList& objects, qint64 children,
                           bool list) {
  if (const auto allowed = mayPrint(office, wish, children, list); !allowed)
    return std::unexpected(allowed.error());
  const Leaving leaving = leavingOf(office, wish, children, list);
  const SchoolProfile school = office.store().school();
  PaperFrame frame;
  frame.schoolName = school.name;
  frame.schoolCode = school.code;
  frame.purpose = wish.purpose.trimmed();
  frame.date = chineseDate(office.clock().today());
  frame.printedBy = office.store().user().name;
  frame.partial = leaving.fields.size() < office.fields().all().size();
  const auto witnessed = letLeave(office, leaving, wish.witness);
  if (!witnessed)
    return std::unexpected(witnessed.error());
  // The number tells apart what was printed; it is kept in the log row of each child concerned.
  frame.printNumber = wish.preview ? QStringLiteral("预览")
                                   : office.clock().now().toUTC().toString(QStringLiteral("yyyyMMdd-HHmmsszzz"));
  QStringList details{(wish.preview ? QStringLiteral("preview") : QStringLiteral("print=") + frame.printNumber)};
  details << (wish.full ? QStringLiteral("full") : QStringLiteral("masked")) + *witnessed;
  if (!frame.purpose.isEmpty())
    details << QStringLiteral("purpose=") + frame.purpose;
  const LogAction action = wish.preview                   ? LogAction::Read
                           : leaving.verb == Verb::Export ? LogAction::Export
                                                          : LogAction::Print;
  const auto code = logLeaving(office, action, objects, details.join(QLatin1Char(' ')));
  if (!code)
    return std::unexpected(code.error());
  frame.logCode = *code;
  return frame;
}

} // namespace

Result<void> mayPrint(const Office& office, const PrintWish& wish, qint64 children, bool list) {
  if (wish.full && wish.purpose.trimmed().isEmpty())
    return fail(ErrorCode::WrongUse, {QStringLiteral("purpose")});
  if (auto allowed = office.store().require(Capability::Print); !allowed)
    return allowed;
  return mayLeave(office, leavingOf(office, wish, children, list), wish.witness);
}

Result<PaperFrame> paperFrame(Office& office, const PrintWish& wish, const QStringList& objects) {
  return frameOf(office, wish, objects, objects.size(), objects.size() > kMostWithoutWitness);
}

Result<DossierContent> dossierContent(Office& office, qint64 student, bool full) {
  const auto row = printableRow(office, student);
  if (!row)
    return std::unexpected(row.error());
  const StudentRow& child = *row;
  DossierContent content;
  for (const FieldDefinition& definition : office.fields().all()) {
    content.items.insert(definition.field, {definition.label, shownValue(office.fields(), definition.field,
                                                                         child.record.value(definition.field), full)});
  }
  content.items[Field::StudentNumber].text =
      shownValue(office.fields(), Field::StudentNumber, child.studentNumber, full);
  // What a roster said once is not the grade of today.
  content.items[Field::Grade].text =
      gradeNameOn(office.clock().today(), office.store().school().system, child.stage, child.entryYear);
  if (content.items.value(Field::Class).text.isEmpty() && child.status == StudentStatus::InSchool)
    content.items[Field::Class].text = QStringLiteral("待分班");
  content.studentName = child.record.value(Field::Name);
  content.status = chineseName(child.status);
  auto changes = changesOf(office, student, full);
  if (!changes)
    return std::unexpected(changes.error());
  content.changes = *changes;
  return content;
}

Result<QStringList> dossierTitles(Office& office, const QList<qint64>& students, const PrintWish& wish) {
  if (const auto allowed = mayDraw(office, students, wish); !allowed)
    return std::unexpected(allowed.error());
  QStringList titles;
  for (const qint64 student : students) {
    const auto row = printableRow(office, student);
    if (!row)
      return std::unexpected(row.error());
    titles << dossierTitle(row->record.value(Field::Name));
  }
  return titles;
}

Result<std::vector<std::unique_ptr<DossierPaper>>> dossierPapers(Office& office, const QList<qint64>& students,
                                                                 const PrintWish& wish,
                                                                 std::shared_ptr<PaperFonts> fonts,
                                                                 const Progress& progress) {
  if (const auto allowed = mayDraw(office, students, wish); !allowed)
    return std::unexpected(allowed.error());
  if (!fonts)
    fonts = std::make_shared<PaperFonts>();
  QList<DossierContent> contents;
  QStringList objects;
  for (const qint64 student : students) {
    if (!goesOn(progress, contents.size(), students.size()))
      return fail(ErrorCode::Cancelled);
    auto content = dossierContent(office, student, wish.full);
    if (!content)
      return std::unexpected(content.error());
    contents.append(*content);
    objects.append(QStringLiteral("student:%1").arg(student));
  }
  const auto frame = paperFrame(office, wish, objects);
  if (!frame)
    return std::unexpected(frame.error());
  std::vector<std::unique_ptr<DossierPaper>> papers;
  for (const DossierContent& content : contents)
    papers.push_back(std::make_unique<DossierPaper>(content, *frame, fonts));
  return papers;
}

Result<std::unique_ptr<RosterPaper>> rosterPaper(Office& office, int entryYear, std::optional<Stage> stage,
                                                 const PrintWish& wish, std::shared_ptr<PaperFonts> fonts,
                                                 const Progress& progress) {
  if (const auto allowed = mayPrint(office, wish, 0, true); !allowed)
    return std::unexpected(allowed.error());
  auto groups = groupsOf(office, rollOf(entryYear, stage), wish.full, progress);
  if (!groups)
    return std::unexpected(groups.error());
  if (groups->isEmpty())
    return fail(ErrorCode::NothingToDo);
  const auto frame = frameOf(office, wish, {QStringLiteral("students:%1").arg(entryYear)}, childrenIn(*groups), true);
  if (!frame)
    return std::unexpected(frame.error());
  RosterContent content;
  content.title = gradeTitle(office, entryYear, stage);
  content.groups = *groups;
  return std::make_unique<RosterPaper>(content, *frame, std::move(fonts));
}

Result<std::vector<std::unique_ptr<RosterPaper>>>
allRosterPapers(Office& office, const PrintWish& wish, std::shared_ptr<PaperFonts> fonts, const Progress& progress) {
  if (const auto allowed = mayPrint(office, wish, 0, true); !allowed)
    return std::unexpected(allowed.error());
  const auto years = StudentList(office).entryYears();
  if (!years)
    return std::unexpected(years.error());
  QList<RosterContent> contents;
  QStringList objects;
  qint64 children = 0;
  for (const int year : *years) {
    auto groups = groupsOf(office, rollOf(year, std::nullopt), wish.full, progress);
    if (!groups)
      return std::unexpected(groups.error());
    if (groups->isEmpty())
      continue; // everybody of that year has left
    RosterContent content;
    content.title = gradeTitle(office, year, std::nullopt);
    content.groups = *groups;
    contents << content;
    children += childrenIn(*groups);
    objects << QStringLiteral("students:%1").arg(year);
  }
  if (contents.isEmpty())
    return fail(ErrorCode::NothingToDo);
  const auto frame = frameOf(office, wish, objects, children, true);
  if (!frame)
    return std::unexpected(frame.error());
  if (!fonts)
    fonts = std::make_shared<PaperFonts>();
  std::vector<std::unique_ptr<RosterPaper>> papers;
  for (const RosterContent& content : std::as_const(contents))
    papers.push_back(std::make_unique<RosterPaper>(content, *frame, fonts));
  return papers;
}

} // namespace xueji
