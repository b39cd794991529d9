// The dry run of an import: reads, compares, judges; writes nothing.

#include "domain/class_facts.h"
#include "domain/grade_name.h"
#include "domain/identity_number.h"
#include "domain/ledger_facts.h"
#include "domain/school_calendar.h"
#include "domain/student_number.h"
#include "file_hash.h"
#include "import_facts.h"
#include "paper_shelf.h"
#include "plans.h"
#include "register/perform.h"
#include "register/roster_import.h"
#include "roster_classes.h"
#include "roster_wishes.h"
#include "row_kinds.h"
#include "row_reader.h"
#include "rule_request.h"
#include "rules/class_sizes.h"
#include "sheet_findings.h"
#include "store/present_row.h"
#include "store/tables.h"

#include <QFileInfo>

namespace xueji {
namespace {

/// Items the register makes itself or keeps elsewhere: no difference between a roster and the record.
bool isCompared(Field field) {
  switch (field) {
  case Field::SchoolCode:
  case Field::BloodGroup:
  case Field::Grade:
  case Field::Class: // compared as a class, not as a text
  case Field::Photo:
  case Field::NamePinyin:
    return false;
  default:
    return true;
  }
}

/// The short sheet of a junior school brings name and number only: birth date and, of a formal number, sex stand in it.
void completeFromNumber(StudentRecord& record) {
  const auto number = StudentNumber::parse(record.value(Field::StudentNumber));
  if (!number)
    return;
  if (record.isEmpty(Field::BirthDate))
    record.setValue(Field::BirthDate, number->birthDate().toString(Qt::ISODate));
  const auto identity = IdentityNumber::parse(number->tail());
  if (number->lead() == u'G' && identity && record.isEmpty(Field::Sex))
    record.setValue(Field::Sex, toCode(identity->sex()));
}

class Planner {
public:
  /// `school`: as on the day of the enrolments.
  Planner(Office& office, ImportPlan& plan, SchoolProfile school)
      : m_office(office), m_plan(plan), m_parser(office.fields()), m_facts(office.facts()), m_school(std::move(school)),
        m_classes(office, plan, m_school), m_papers(plan.options.papers.papers) {}

  Result<void> run(const Progress& progress);

private:
  const ImportSheet& here() const { return m_plan.sheets.at(m_sheet); }
  QString placeOf(int row) const { return m_plan.placeOf(m_sheet, row); }
  Result<void> judgeSheet(const Progress& progress, qint64 before, qint64 all);
  Result<void> judgeRow(int line);
  Result<bool> compareWithRegister(int sheetRow, ImportRow& row);
  bool saysTheSame(Field field, const StudentRecord& row, const StudentRecord& known) const;
  Result<bool> findKnown(const StudentRecord& record, std::optional<StudentRow>& known);
  QList<Field> fieldsOfSheet() const;
  QList<Field> differences(const StudentRecord& row, const StudentRecord& known) const;
  Result<StudentRow> asItWillStand(const StudentRow& known, QString& placedAt);
  Result<void> compare(int sheetRow, const StudentRow& known, const QString& placedAt, ImportRow& row);
  Result<void> places(int sheetRow, const StudentRow& known, const QString& placedAt, ImportRow& row);
  Result<void> movesUp(int sheetRow, const StudentRow& known, ImportRow& row);
  Result<Findings> faultsOfWish(ImportRow& row);
  Request requestFor(const ImportRow& row) const;
  Result<Findings> faultsOf(const ReadRow& read, const ImportRow& row) const;
  Result<void> judgeNew(const ReadRow& read, const Findings& faults, int sheetRow, ImportRow& row);
  std::optional<Finding> otherGrade(const ImportRow& row) const;
  std::optional<Finding> tellTime(ImportRow& row) const;
  void addFinding(int sheetRow, Finding finding);
  void addFindings(int sheetRow, const Findings& findings, ImportRow& row);
  Result<void> judgeColumns();
  bool isOtherSchool(const StudentRecord& record) const;

  Office& m_office;
  ImportPlan& m_plan;
  FieldParser m_parser;
  ImportFacts m_facts;
  SchoolProfile m_school;
  RosterClasses m_classes;
  int m_sheet = 0; ///< whose rows are judged
  PaperShelf m_papers;
  QHash<qint64, QString> m_students; ///< children of the register -> the row that names them
};

void Planner::addFinding(int sheetRow, Finding finding) {
  QString column;
  for (const Field field : std::as_const(finding.fields))
    if (column.isEmpty())
      column = here().columns.headerOf(field);
  m_plan.findings << ImportFinding{sheetRow, column, std::move(finding), m_sheet};
}

Result<void> Planner::judgeColumns() {
  Request request;
  request.effective = m_plan.options.effective;
  request.today = m_office.clock().today();
  request.entryYear = m_plan.options.isWholeSchool() ? schoolYearOf(request.effective) : m_plan.options.entryYear;
  const StudentRecord nobody;
  request.record = &nobody;
  request.stage = stageOf(nobody, request.entryYear, m_school.system);
  for (const QString& header : std::as_const(here().columns.unknownHeaders)) {
    const auto finding = m_office.judge().column(header, request, m_facts);
    if (!finding)
      return std::unexpected(finding.error());
    m_plan.findings << ImportFinding{here().columns.headerLine + 1, header, *finding, m_sheet};
  }
  return {};
}

/// A roster of an earlier year may bear the school's code of its day or the present one.
bool Planner::isOtherSchool(const StudentRecord& record) const {
  const QString code = record.value(Field::SchoolCode);
  return !code.isEmpty() && code != m_school.code && code != m_office.store().school().code;
}

/// What a roster leaves out says nothing; a place may stand as code here and in words there.
bool Planner::saysTheSame(Field field, const StudentRecord& row, const StudentRecord& known) const {
  const FieldCatalogue& fields = m_office.fields();
  return row.isEmpty(field) || row.value(field) == known.value(field) ||
         fields.display(field, row.value(field)) == fields.display(field, known.value(field));
}

/// Whose record the row is; answers false where a row above has it (N16 says so).
Result<bool> Planner::findKnown(const StudentRecord& record, std::optional<StudentRow>& known) {
  const QString identity = record.value(Field::IdDocumentNumber);
  const QString number = record.value(Field::StudentNumber);
  if (!identity.isEmpty()) {
    if (m_facts.hasRowWithNumber(identity))
      return false;
    auto found = m_office.tables().students().byIdentityNumber(identity);
    if (!found)
      return std::unexpected(found.error());
    known = *found;
  }
  if (!known && !number.isEmpty()) {
    auto found = m_office.tables().students().byStudentNumber(number);
    if (!found)
      return std::unexpected(found.error());
    known = *found;
    if (known && known->record.value(Field::Name) != record.value(Field::Name))
      known.reset(); // another child's number: N14 says so
  }
  if (!known && identity.isEmpty() && number.isEmpty()) {
    const auto same = m_office.facts().sameNameSexBirth(record.value(Field::Name), record.value(Field::Sex),
                                                        record.value(Field::BirthDate), {m_plan.options.effective});
    if (!same)
      return std::unexpected(same.error());
    if (same->size() == 1 && same->first().idDocumentNumber.isEmpty()) {
      auto found = m_office.tables().students().byId(same->first().student);
      if (!found)
        return std::unexpected(found.error());
      known = *found;
    }
  }
  return true;
}

/// The child as the register will have it once all that is entered holds, on the day of the roster at the earliest: a
/// roster of next school year is compared with next school year. `placedAt`: first day of its last placement.
Result<StudentRow> Planner::asItWillStand(const StudentRow& known, QString& placedAt) {
  const auto snapshot = m_office.tables().ledger().snapshot(Subject::student(known.id));
  if (!snapshot)
    return std::unexpected(snapshot.error());
  const Chains& chains = snapshot->chains;
  QDate day = std::max(m_plan.options.effective, m_office.clock().today());
  for (const QString& fact : {EnrolmentFact::fact().key, PlacementFact::fact().key})
    if (const FactRow* last = chains.at(fact, kLastDay))
      day = std::max(day, QDate::fromString(last->from, Qt::ISODate));
  if (const FactRow* last = chains.at(PlacementFact::fact().key, kLastDay))
    placedAt = last->from;
  return presentRow(m_office.registry(), chains, known.id, day, snapshot->revision);
}

Result<bool> Planner::compareWithRegister(int sheetRow, ImportRow& row) {
  std::optional<StudentRow> known;
  const auto free = findKnown(row.record, known);
  if (!free)
    return free;
  if (!*free || !known || known->status == StudentStatus::Voided)
    return false;
  if (const QString first = m_students.value(known->id); !first.isEmpty()) {
    row.student = known->id;
    addFindings(sheetRow, {{{}, QStringLiteral("row_repeats"), Severity::Refuse, {}, {first}, {}}}, row);
    return true;
  }
  row.student = known->id;
  const int cohort = row.cohort;
  const Stage stage = row.stage;
  const auto wanted = m_classes.wantedBy(row.record, known->stage, known->entryYear);
  const bool same = stage == known->stage && cohort == known->entryYear &&
                    differences(row.record, known->record).isEmpty() && !wanted.fault &&
                    (wanted.isNone() || wanted.id == known->classId);
  QString placedAt;
  if (!same) {
    const auto later = asItWillStand(*known, placedAt);
    if (!later)
      return std::unexpected(later.error());
    known = *later;
  }
  const bool goesOn = stage > known->stage && cohort > known->entryYear && m_school.system.has(known->stage);
  const auto compared = goesOn ? movesUp(sheetRow, *known, row) : compare(sheetRow, *known, placedAt, row);
  if (!compared)
    return std::unexpected(compared.error());
  if (row.student != 0)
    m_students.insert(row.student, placeOf(sheetRow));
  // Another child under a number that is taken is N16's business, not a difference of one record.
  return row.student != 0;
}

/// Items that the sheet speaks of: its columns, and who a member is by the head of its columns.
QList<Field> Planner::fieldsOfSheet() const {
  QList<Field> fields = here().columns.columns.keys();
  for (auto it = here().columns.relations.cbegin(); it != here().columns.relations.cend(); ++it)
    if (const Field relation = it.key() == 1 ? Field::Member1Relation : Field::Member2Relation;
        !fields.contains(relation))
      fields << relation;
  return fields;
}

QList<Field> Planner::differences(const StudentRecord& row, const StudentRecord& known) const {
  QList<Field> different;
  for (const Field field : fieldsOfSheet())
    if (isCompared(field) && !saysTheSame(field, row, known))
      different << field;
  return different;
}

Result<void> Planner::compare(int sheetRow, const StudentRow& known, const QString& placedAt, ImportRow& row) {
  QList<Field> different = differences(row.record, known.record);
  if (different.contains(Field::Name) && different.contains(Field::BirthDate)) {
    row.student = 0;
    return {};
  }
  const int cohort = row.cohort;
  if (known.entryYear != cohort) {
    row.verdict = ImportRow::Verdict::Differs;
    addFinding(sheetRow, {{},
                          QStringLiteral("row_other_cohort"),
                          Severity::Refuse,
                          {},
                          {cohortName(known.entryYear), cohortName(cohort)},
                          {}});
    return {};
  }
  const auto wanted = m_classes.wantedBy(row.record, known.stage, known.entryYear);
  if (wanted.fault)
    addFinding(sheetRow, *wanted.fault);
  if (!wanted.isNone() && known.classId != 0 && wanted.id != known.classId)
    different << Field::Class;
  row.verdict = ImportRow::Verdict::Unchanged;
  if (different.isEmpty()) {
    if (known.classId != 0)
      return {};
    row.classId = m_classes.choose(wanted, known.stage, known.entryYear);
    if (row.classId != 0)
      if (auto judged = places(sheetRow, known, placedAt, row); !judged)
        return judged;
    if (row.verdict != ImportRow::Verdict::Refused)
      m_classes.take(wanted, known.stage, known.entryYear);
    return {};
  }
  std::sort(different.begin(), different.end());
  row.verdict = ImportRow::Verdict::Differs;
  for (const Field field : std::as_const(different))
    addFinding(sheetRow, {{},
                          QStringLiteral("row_differs"),
                          Severity::Refuse,
                          {field},
                          {m_office.fields().definition(field).label},
                          {}});
  return {};
}

/// What the plan and the rules say to a row of a child that is there already. Sizes are said of the column.
Result<Findings> Planner::faultsOfWish(ImportRow& row) {
  const Wish wish = wishOfKnown(m_office, m_plan, m_school, row, row.classId);
  const auto judged = judge(m_office, wish);
  if (!judged) {
    const auto finding = findingOf(m_office, judged.error());
    if (finding)
      return Findings{*finding};
    return std::unexpected(judged.error());
  }
  row.met = judged->verdict.met;
  Findings findings = judged->verdict.findings;
  findings.removeIf([](const Finding& finding) { return sizeRules().contains(finding.rule); });
  return findings;
}

void Planner::addFindings(int sheetRow, const Findings& findings, ImportRow& row) {
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::Warn)
      row.verdict = ImportRow::Verdict::Refused;
    addFinding(sheetRow, finding);
  }
}

/// A child in no class comes into one, not before it left the last.
Result<void> Planner::places(int sheetRow, const StudentRow& known, const QString& placedAt, ImportRow& row) {
  row.verdict = ImportRow::Verdict::Places;
  row.placedFrom = std::max(
      {row.effective, known.enrolledOn, m_classes.openedOn(row.classId), QDate::fromString(placedAt, Qt::ISODate)});
  const auto faults = faultsOfWish(row);
  if (!faults)
    return std::unexpected(faults.error());
  addFindings(sheetRow, *faults, row);
  return {};
}

/// The next stage at this school: what the roster says anew is taken with it, but for what a state of the record holds.
Result<void> Planner::movesUp(int sheetRow, const StudentRow& known, ImportRow& row) {
  StudentRecord merged = known.record;
  merged.setValue(Field::EntryMonth, {});
  merged.setValue(Field::EntryMode, {});
  row.verdict = ImportRow::Verdict::MovesUp;
  for (const Field field : fieldsOfSheet()) {
    if (field == Field::EntryMonth || field == Field::EntryMode) {
      merged.setValue(field, row.record.value(field));
    } else if (field != Field::SchoolCode && field != Field::BloodGroup && field != Field::Class &&
               !saysTheSame(field, row.record, known.record)) {
      if (m_office.registry().homeOf(m_office.fields().definition(field).id).column < 0) {
        merged.setValue(field, row.record.value(field));
        continue;
      }
      row.verdict = ImportRow::Verdict::Differs;
      addFinding(sheetRow, {{},
                            QStringLiteral("row_differs"),
                            Severity::Refuse,
                            {field},
                            {m_office.fields().definition(field).label},
                            {}});
    }
  }
  if (row.verdict == ImportRow::Verdict::Differs)
    return {};
  const int cohort = row.cohort;
  const Stage stage = row.stage;
  const auto wanted = m_classes.wantedBy(row.record, stage, cohort);
  row.record = merged;
  row.classId = m_classes.choose(wanted, stage, cohort);
  const auto faults = faultsOfWish(row);
  if (!faults)
    return std::unexpected(faults.error());
  addFindings(sheetRow, *faults, row);
  if (wanted.fault)
    addFinding(sheetRow, *wanted.fault);
  if (row.verdict == ImportRow::Verdict::MovesUp)
    m_classes.take(wanted, stage, cohort);
  return {};
}

/// A grade that the cohort was never in up to now: the row is of another year.
std::optional<Finding> Planner::otherGrade(const ImportRow& row) const {
  const QString text = row.record.value(Field::Grade);
  if (text.isEmpty() || m_plan.options.isWholeSchool()) // there the grade says the cohort
    return std::nullopt;
  const int cohort = row.cohort;
  const Stage stage = row.stage;
  const auto grade = gradeFromName(text, m_school.system.pattern(stage, cohort));
  if (!grade) // said when the cell was read
    return std::nullopt;
  // A list may be kept from any year between.
  const int last = schoolYearOf(std::max(m_office.clock().today(), m_plan.options.effective));
  for (int year = cohort; year <= std::max(last, cohort); ++year)
    if (m_school.system.gradeIn(year, stage, cohort) == grade)
      return std::nullopt;
  return Finding{{}, QStringLiteral("grade_other_cohort"), Severity::Refuse, {Field::Grade}, {text, cohortName(cohort)},
                 {}};
}

/// Stage, cohort and first day of the row: those of the import, or of a whole school what its grade and month of entry
/// say. A child that went back a year is of the cohort whose grade it is in.
std::optional<Finding> Planner::tellTime(ImportRow& row) const {
  if (!m_plan.options.isWholeSchool()) {
    row.cohort = m_plan.options.entryYear;
    row.effective = m_plan.options.effective;
    row.stage = stageOf(row.record, row.cohort, m_school.system);
    return std::nullopt;
  }
  const QDate entered = QDate::fromString(row.record.value(Field::EntryMonth) + QStringLiteral("-01"), Qt::ISODate);
  const int schoolYear = schoolYearOf(m_plan.options.effective);
  const QString text = row.record.value(Field::Grade);
  std::optional<SchoolSystem::Cohort> byGrade;
  for (const SchoolPattern pattern : {m_school.system.pattern(Stage::Primary, schoolYear), SchoolPattern::SixThree})
    if (const auto grade = gradeFromName(text, pattern); grade && !byGrade)
      byGrade = m_school.system.cohortOfGrade(*grade, schoolYear);
  if (!text.isEmpty() && !byGrade)
    return Finding{{}, QStringLiteral("grade_not_here"), Severity::Refuse, {Field::Grade}, {text}, {}};
  if (!byGrade && !entered.isValid())
    return Finding{{}, QStringLiteral("cohort_unknown"), Severity::Refuse, {Field::EntryMonth, Field::Grade}, {}, {}};
  row.cohort = byGrade ? byGrade->entryYear : entered.year();
  row.stage = byGrade ? byGrade->stage : stageOf(row.record, row.cohort, m_school.system);
  row.effective = entered.isValid() && entered.year() == row.cohort ? entered : QDate(row.cohort, 9, 1);
  if (!byGrade && !m_school.system.gradeIn(schoolYear, row.stage, row.cohort))
    return Finding{
        {}, QStringLiteral("cohort_not_here"), Severity::Refuse, {Field::EntryMonth}, {cohortName(row.cohort)}, {}};
  return std::nullopt;
}

Request Planner::requestFor(const ImportRow& row) const {
  Request request;
  request.kind = act_kind::kEnrol;
  request.effective = row.effective;
  request.today = m_office.clock().today();
  request.imported = true;
  request.record = &row.record;
  request.entryYear = row.cohort;
  request.stage = row.stage;
  // Of a school that is taken over the children with a number were enrolled long ago: the record is judged as it
  // stands.
  if (m_plan.options.isWholeSchool() && !row.record.isEmpty(Field::StudentNumber)) {
    request.occasion = Occasion::AsItStands;
    request.effective = request.today;
  }
  return request;
}

/// What the cells could not be read as.
Result<Findings> Planner::faultsOf(const ReadRow& read, const ImportRow& row) const {
  const Request request = requestFor(row);
  Findings findings;
  for (const auto& [field, fault] : read.faults) {
    const auto finding = m_office.judge().fault(field, fault, request, m_facts);
    if (!finding)
      return std::unexpected(finding.error());
    findings << *finding;
  }
  return findings;
}

Result<void> Planner::judgeNew(const ReadRow& read, const Findings& faults, int sheetRow, ImportRow& row) {
  Request request = requestFor(row);
  const auto continued = continuesRecord(m_office, row.record.value(Field::StudentNumber), request.stage);
  if (!continued)
    return std::unexpected(continued.error());
  request.continued = *continued;
  if (request.continued)
    completeFromNumber(row.record);
  request.repairs = read.repairs;
  // A cell that keeps its row out is said by itself; one that is left empty is judged as empty.
  for (const Finding& fault : faults)
    if (fault.severity != Severity::Warn)
      for (const Field field : fault.fields)
        request.unreadable.insert(field);

  Findings findings = faults;
  request.papers = row.papers;
  const auto judged = m_office.judge().verdict(request, m_facts);
  if (!judged)
    return std::unexpected(judged.error());
  findings += judged->findings;
  row.met = judged->met;
  const auto wanted = m_classes.wantedBy(row.record, request.stage, request.entryYear);
  if (wanted.fault)
    findings << *wanted.fault;
  addFindings(sheetRow, findings, row);
  if (row.verdict != ImportRow::Verdict::Enrol)
    return {};
  row.classId = m_classes.choose(wanted, request.stage, request.entryYear);
  m_classes.take(wanted, request.stage, request.entryYear);
  return {};
}

Result<void> Planner::judgeRow(int line) {
  const int sheetRow = line + 1;
  ReadRow read = readRow(here().sheet.rows[line], here().columns, m_parser, here().sheet.date1904);
  if (read.blank)
    return {};
  ImportRow row;
  row.sheet = m_sheet;
  row.sheetRow = sheetRow;
  row.record = read.record;
  for (auto it = read.repairs.constBegin(); it != read.repairs.constEnd(); ++it)
    for (const QString& kind : it.value())
      m_plan.repairs << ImportRepair{sheetRow, here().columns.headerOf(it.key()), kind, m_sheet};

  const auto untimely = tellTime(row);
  if (!untimely)
    row.record.setValue(Field::EntryMode, entryModeIn(row.stage, row.record.value(Field::EntryMode)));
  const PaperShelf::Taken taken = m_papers.take(here().sheet.name, m_plan.sheets.size() == 1, sheetRow,
                                                row.record.value(Field::IdDocumentNumber), row.effective);
  row.papers = taken.papers;
  for (const RowPaper& paper : taken.expired)
    addFinding(sheetRow,
               {{},
                QStringLiteral("papers_expired"),
                Severity::Warn,
                {},
                {m_office.rules().proofName(paper.paper.kind, Language::Chinese), paper.validTo.toString(Qt::ISODate)},
                {}});
  const QString school = row.record.value(Field::SchoolCode);
  if (isOtherSchool(row.record)) {
    Finding finding;
    finding.code = QStringLiteral("school_other");
    finding.severity = Severity::Refuse;
    finding.fields = {Field::SchoolCode};
    finding.args = {school, m_school.code};
    row.verdict = ImportRow::Verdict::Refused;
    addFinding(sheetRow, finding);
  } else if (const auto grade = untimely ? untimely : otherGrade(row)) {
    // What its cells lack is said with it, not when it is tried again.
    auto faults = faultsOf(read, row);
    if (!faults)
      return std::unexpected(faults.error());
    const bool isRead = std::none_of(faults->begin(), faults->end(), [](const Finding& fault) {
      return fault.fields.contains(Field::Grade) || fault.fields.contains(Field::EntryMonth);
    });
    if (isRead || grade->code != QLatin1String("cohort_unknown"))
      faults->prepend(*grade);
    addFindings(sheetRow, *faults, row);
  } else {
    const auto faults = faultsOf(read, row);
    if (!faults)
      return std::unexpected(faults.error());
    const bool readable = std::all_of(faults->begin(), faults->end(),
                                      [](const Finding& finding) { return finding.severity == Severity::Warn; });
    auto compared = readable ? compareWithRegister(sheetRow, row) : Result<bool>(false);
    if (!compared)
      return std::unexpected(compared.error());
    if (*compared)
      addFindings(sheetRow, *faults, row);
    else if (auto judged = judgeNew(read, *faults, sheetRow, row); !judged)
      return judged;
  }
  if (!row.papers.isEmpty() && row.verdict == ImportRow::Verdict::Unchanged)
    addFinding(sheetRow, {{}, QStringLiteral("papers_not_taken"), Severity::Warn, {}, {}, {}});
  // A refused row holds no number: the sound copy of the same child further down may enrol.
  if (row.verdict != ImportRow::Verdict::Refused)
    m_facts.addRow(sheetRow, placeOf(sheetRow), row.record);
  m_plan.rows << row;
  return {};
}

Result<void> Planner::judgeSheet(const Progress& progress, qint64 before, qint64 all) {
  if (auto judged = judgeColumns(); !judged)
    return judged;
  m_plan.findings << findingsOfSheet(here(), m_sheet, m_office.fields());
  const int first = here().columns.headerLine + 1;
  QMap<QString, QList<qint64>> passed;
  for (int line = first; line < here().sheet.rows.size(); ++line) {
    if (!goesOn(progress, before + line - first, all))
      return fail(ErrorCode::Cancelled);
    if (const QString what = whatIsNoChild(here().sheet.rows[line], here().columns); !what.isEmpty())
      passed[what] << line;
    else if (auto judged = judgeRow(line); !judged)
      return judged;
  }
  for (auto it = passed.cbegin(); it != passed.cend(); ++it)
    addFinding(static_cast<int>(it->first()) + 1, {{}, it.key(), Severity::Warn, {}, {rangesOf(*it)}, {}});
  return {};
}

Result<void> Planner::run(const Progress& progress) {
  if (auto opened = m_classes.open(); !opened)
    return opened;
  const auto linesOf = [](const ImportSheet& one) { return one.sheet.rows.size() - one.columns.headerLine - 1; };
  qint64 all = 0, before = 0;
  for (const ImportSheet& one : std::as_const(m_plan.sheets))
    all += linesOf(one);
  for (m_sheet = 0; m_sheet < m_plan.sheets.size(); ++m_sheet) {
    if (auto judged = judgeSheet(progress, before, all); !judged)
      return judged;
    before += linesOf(here());
  }
  m_sheet = 0;
  m_plan.paperFaults = m_plan.options.papers.faults + m_papers.left();
  const auto otherSchool = [this](const ImportRow& row) { return isOtherSchool(row.record); };
  if (!m_plan.rows.isEmpty() && std::all_of(m_plan.rows.begin(), m_plan.rows.end(), otherSchool))
    return fail(ErrorCode::OtherSchool, {m_plan.rows.first().record.value(Field::SchoolCode), m_school.code});
  return m_classes.finish();
}

} // namespace

Result<ImportPlan> planImport(Office& office, const SheetFile& file, const QString& path, const ImportOptions& options,
                              const Progress& progress) {
  // Who may not import is not told either who is in the register already.
  if (auto allowed = office.store().require(Capability::Enrol); !allowed)
    return std::unexpected(allowed.error());
  ImportPlan plan;
  plan.fileName = QFileInfo(path).fileName();
  auto hash = hashOfFile(path);
  if (!hash)
    return std::unexpected(hash.error());
  plan.fileHash = *hash;
  plan.encoding = file.encoding;
  plan.encodingCertain = file.encodingCertain;
  plan.options = options;
  if (!plan.options.effective.isValid())
    plan.options.effective = options.isWholeSchool() ? office.clock().today() : QDate(options.entryYear, 9, 1);
  if (!plan.options.effective.isValid())
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("入学年份"), QString::number(options.entryYear)});
  // An enrolment holds from some day near its entry: a year off is a slip of the pen.
  const QDate day = plan.options.effective;
  const QDate first =
      options.isWholeSchool() ? schoolYearBegin(schoolYearOf(office.clock().today())) : QDate(options.entryYear, 1, 1);
  const QDate last = office.clock().today().addYears(1);
  if (day < first || day > last)
    return fail(ErrorCode::ValueInvalid,
                {QStringLiteral("生效日期（%1至%2）").arg(first.toString(Qt::ISODate), last.toString(Qt::ISODate)),
                 day.toString(Qt::ISODate)});
  const QList<SheetLook> looks = lookAt(file, office.fields(), options.columns);
  const auto chosen = chosenSheets(file, looks, options.sheets, options.allSheets);
  if (!chosen) {
    Error error = chosen.error();
    if (error.code == ErrorCode::NoRows)
      error.args = {plan.fileName};
    return std::unexpected(error);
  }
  if (auto fault = faultOfColumns(file, looks, *chosen, options.columns))
    return std::unexpected(*fault);
  plan.passedOver = passedOver(file, looks, *chosen);
  for (const qsizetype i : *chosen) {
    plan.sheets << ImportSheet{file.sheets[i], looks[i].reading.columns};
    spreadMerged(plan.sheets.last().sheet, plan.sheets.last().columns.headerLine + 1);
  }
  // A dry run tells who is in the register already: it is noted like every reading (P02).
  if (auto logged =
          office.tables().log().append(LogAction::Read, QStringLiteral("students"), QStringLiteral("import planned"));
      !logged)
    return std::unexpected(logged.error());
  return judgeAgain(office, plan, progress);
}

Result<ImportPlan> judgeAgain(Office& office, const ImportPlan& plan, const Progress& progress) {
  ImportPlan fresh = plan;
  fresh.rows.clear();
  fresh.findings.clear();
  fresh.repairs.clear();
  fresh.paperFaults.clear();
  auto last = office.tables().acts().lastId();
  if (!last)
    return std::unexpected(last.error());
  fresh.lastAct = *last;
  if (auto known = office.store().catchUp(); !known)
    return std::unexpected(known.error());
  auto school = office.facts().school(fresh.options.effective);
  if (!school)
    return std::unexpected(school.error());
  if (auto judged = Planner(office, fresh, std::move(*school)).run(progress); !judged)
    return std::unexpected(judged.error());
  return fresh;
}

ImportSummary ImportPlan::summary() const {
  ImportSummary sum;
  sum.rows = static_cast<int>(rows.size());
  for (const ImportRow& row : rows) {
    sum.enrol += row.verdict == ImportRow::Verdict::Enrol;
    sum.refused += row.verdict == ImportRow::Verdict::Refused;
    sum.movesUp += row.verdict == ImportRow::Verdict::MovesUp;
    sum.places += row.verdict == ImportRow::Verdict::Places;
    sum.unchanged += row.verdict == ImportRow::Verdict::Unchanged;
    sum.differs += row.verdict == ImportRow::Verdict::Differs;
  }
  QSet<QPair<int, int>> repaired;
  for (const ImportRepair& repair : repairs)
    repaired.insert({repair.sheet, repair.row});
  sum.repaired = static_cast<int>(repaired.size());
  return sum;
}

} // namespace xueji
