// The dry run of an import: reads, compares, judges; writes nothing.

#include "domain/class_facts.h"
#include "domain/grade_name.h"
#include "domain/identity_number.h"
#include "domain/ledger_facts.h"
#include "domain/school_calendar.h"
#include "domain/student_number.h"
#include "import_facts.h"
#include "plans.h"
#include "register/perform.h"
#include "register/roster_import.h"
#include "roster_classes.h"
#include "roster_wishes.h"
#include "row_reader.h"
#include "rule_request.h"
#include "rules/class_sizes.h"
#include "store/present_row.h"
#include "store/tables.h"

#include <QCryptographicHash>
#include <QFile>
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
        m_classes(office, plan, m_school) {}

  Result<void> run(const Progress& progress);

private:
  Result<void> judgeRow(int line);
  Result<bool> compareWithRegister(int sheetRow, ImportRow& row);
  bool saysTheSame(Field field, const StudentRecord& row, const StudentRecord& known) const;
  Result<bool> findKnown(const StudentRecord& record, std::optional<StudentRow>& known);
  QList<Field> differences(const StudentRecord& row, const StudentRecord& known) const;
  Result<StudentRow> asItWillStand(const StudentRow& known, QString& placedAt);
  Result<void> compare(int sheetRow, const StudentRow& known, const QString& placedAt, ImportRow& row);
  Result<void> places(int sheetRow, const StudentRow& known, const QString& placedAt, ImportRow& row);
  Result<void> movesUp(int sheetRow, const StudentRow& known, ImportRow& row);
  Result<Findings> faultsOfWish(ImportRow& row, Stage stage);
  Result<void> judgeNew(const ReadRow& read, int sheetRow, ImportRow& row);
  std::optional<Finding> otherGrade(const StudentRecord& record) const;
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
  QHash<qint64, int> m_students; ///< children of the register -> the row that names them
};

void Planner::addFinding(int sheetRow, Finding finding) {
  QString column;
  for (const Field field : std::as_const(finding.fields))
    if (column.isEmpty())
      column = m_plan.columns.headerOf(field);
  m_plan.findings << ImportFinding{sheetRow, column, std::move(finding)};
}

Result<void> Planner::judgeColumns() {
  Request request;
  request.effective = m_plan.options.effective;
  request.today = m_office.clock().today();
  request.entryYear = m_plan.options.entryYear;
  const StudentRecord nobody;
  request.record = &nobody;
  request.stage = stageOf(nobody, request.entryYear, m_school.system);
  for (const QString& header : std::as_const(m_plan.columns.unknownHeaders)) {
    const auto finding = m_office.judge().column(header, request, m_facts);
    if (!finding)
      return std::unexpected(finding.error());
    m_plan.findings << ImportFinding{m_plan.columns.headerLine + 1, header, *finding};
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
  if (const int first = m_students.value(known->id); first != 0) {
    row.student = known->id;
    addFindings(sheetRow, {{{}, QStringLiteral("row_repeats"), Severity::Refuse, {}, {QString::number(first)}, {}}},
                row);
    return true;
  }
  row.student = known->id;
  const int cohort = m_plan.options.entryYear;
  const Stage stage = stageOf(row.record, cohort, m_school.system);
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
    m_students.insert(row.student, sheetRow);
  // Another child under a number that is taken is N16's business, not a difference of one record.
  return row.student != 0;
}

QList<Field> Planner::differences(const StudentRecord& row, const StudentRecord& known) const {
  QList<Field> different;
  for (auto it = m_plan.columns.columns.constBegin(); it != m_plan.columns.columns.constEnd(); ++it)
    if (isCompared(it.key()) && !saysTheSame(it.key(), row, known))
      different << it.key();
  return different;
}

Result<void> Planner::compare(int sheetRow, const StudentRow& known, const QString& placedAt, ImportRow& row) {
  QList<Field> different = differences(row.record, known.record);
  if (different.contains(Field::Name) && different.contains(Field::BirthDate)) {
    row.student = 0;
    return {};
  }
  const int cohort = m_plan.options.entryYear;
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
Result<Findings> Planner::faultsOfWish(ImportRow& row, Stage stage) {
  const Wish wish = wishOfKnown(m_office, m_plan, m_school, row, stage, row.classId);
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
  row.placedFrom = std::max({m_plan.options.effective, known.enrolledOn, m_classes.openedOn(row.classId),
                             QDate::fromString(placedAt, Qt::ISODate)});
  const auto faults = faultsOfWish(row, known.stage);
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
  for (auto it = m_plan.columns.columns.constBegin(); it != m_plan.columns.columns.constEnd(); ++it) {
    const Field field = it.key();
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
  const int cohort = m_plan.options.entryYear;
  const Stage stage = stageOf(row.record, cohort, m_school.system);
  const auto wanted = m_classes.wantedBy(row.record, stage, cohort);
  row.record = merged;
  row.classId = m_classes.choose(wanted, stage, cohort);
  const auto faults = faultsOfWish(row, stage);
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
std::optional<Finding> Planner::otherGrade(const StudentRecord& record) const {
  const QString text = record.value(Field::Grade);
  if (text.isEmpty())
    return std::nullopt;
  const int cohort = m_plan.options.entryYear;
  const Stage stage = stageOf(record, cohort, m_school.system);
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

Result<void> Planner::judgeNew(const ReadRow& read, int sheetRow, ImportRow& row) {
  Request request;
  request.kind = act_kind::kEnrol;
  request.effective = m_plan.options.effective;
  request.today = m_office.clock().today();
  request.record = &row.record;
  request.entryYear = m_plan.options.entryYear;
  request.stage = stageOf(row.record, request.entryYear, m_school.system);
  const auto continued = continuesRecord(m_office, row.record.value(Field::StudentNumber), request.stage);
  if (!continued)
    return std::unexpected(continued.error());
  request.continued = *continued;
  if (request.continued)
    completeFromNumber(row.record);
  request.repairs = read.repairs;
  for (const auto& [field, fault] : read.faults)
    request.unreadable.insert(field);

  Findings findings;
  for (const auto& [field, fault] : read.faults) {
    const auto finding = m_office.judge().fault(field, fault, request, m_facts);
    if (!finding)
      return std::unexpected(finding.error());
    findings << *finding;
  }
  const auto judged = m_office.judge().judge(request, m_facts);
  if (!judged)
    return std::unexpected(judged.error());
  findings += *judged;
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
  ReadRow read = readRow(m_plan.sheet.rows[line], m_plan.columns, m_parser);
  if (read.blank)
    return {};
  ImportRow row;
  row.sheetRow = sheetRow;
  row.record = read.record;
  for (auto it = read.repairs.constBegin(); it != read.repairs.constEnd(); ++it)
    for (const QString& kind : it.value())
      m_plan.repairs << ImportRepair{sheetRow, m_plan.columns.headerOf(it.key()), kind};

  const QString school = row.record.value(Field::SchoolCode);
  if (isOtherSchool(row.record)) {
    Finding finding;
    finding.code = QStringLiteral("other_school");
    finding.severity = Severity::Refuse;
    finding.fields = {Field::SchoolCode};
    finding.args = {school, m_school.code};
    row.verdict = ImportRow::Verdict::Refused;
    addFinding(sheetRow, finding);
  } else if (const auto grade = otherGrade(row.record)) {
    addFindings(sheetRow, {*grade}, row);
  } else {
    auto compared = read.faults.isEmpty() ? compareWithRegister(sheetRow, row) : Result<bool>(false);
    if (!compared)
      return std::unexpected(compared.error());
    if (!*compared)
      if (auto judged = judgeNew(read, sheetRow, row); !judged)
        return judged;
  }
  // A refused row holds no number: the sound copy of the same child further down may enrol.
  if (row.verdict != ImportRow::Verdict::Refused)
    m_facts.addRow(sheetRow, row.record);
  m_plan.rows << row;
  return {};
}

Result<void> Planner::run(const Progress& progress) {
  if (auto opened = m_classes.open(); !opened)
    return opened;
  if (auto judged = judgeColumns(); !judged)
    return judged;
  const int first = m_plan.columns.headerLine + 1;
  const int total = static_cast<int>(m_plan.sheet.rows.size()) - first;
  for (int line = first; line < m_plan.sheet.rows.size(); ++line) {
    if (!goesOn(progress, line - first, total))
      return fail(ErrorCode::Cancelled);
    if (auto judged = judgeRow(line); !judged)
      return judged;
  }
  const auto otherSchool = [this](const ImportRow& row) { return isOtherSchool(row.record); };
  if (!m_plan.rows.isEmpty() && std::all_of(m_plan.rows.begin(), m_plan.rows.end(), otherSchool))
    return fail(ErrorCode::OtherSchool, {m_plan.rows.first().record.value(Field::SchoolCode), m_school.code});
  return m_classes.finish();
}

Result<QByteArray> hashOf(const QString& path) {
  QFile file(path);
  QCryptographicHash hash(QCryptographicHash::Sha256);
  if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
    return fail(ErrorCode::ReadFailed, {path});
  return hash.result();
}

/// The sheet with the roster: the first one whose columns are recognised; of one sheet its own error counts.
Result<ColumnMapping> chooseSheet(const SheetFile& file, const FieldCatalogue& fields, Sheet& chosen) {
  Error first;
  for (qsizetype i = 0; i < file.sheets.size(); ++i) {
    auto mapping = recogniseColumns(file.sheets[i], fields);
    if (mapping) {
      chosen = file.sheets[i];
      return mapping;
    }
    if (i == 0)
      first = mapping.error();
  }
  return std::unexpected(first);
}

} // namespace

Result<ImportPlan> planImport(Office& office, const SheetFile& file, const QString& path, const ImportOptions& options,
                              const Progress& progress) {
  // Who may not import is not told either who is in the register already.
  if (auto allowed = office.store().require(Capability::Enrol); !allowed)
    return std::unexpected(allowed.error());
  ImportPlan plan;
  plan.fileName = QFileInfo(path).fileName();
  auto hash = hashOf(path);
  if (!hash)
    return std::unexpected(hash.error());
  plan.fileHash = *hash;
  plan.encoding = file.encoding;
  plan.encodingCertain = file.encodingCertain;
  plan.options = options;
  if (!plan.options.effective.isValid())
    plan.options.effective = QDate(options.entryYear, 9, 1);
  if (!plan.options.effective.isValid())
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("入学年份"), QString::number(options.entryYear)});
  // An enrolment holds from some day near its entry: a year off is a slip of the pen.
  const QDate day = plan.options.effective;
  const QDate first(options.entryYear, 1, 1);
  const QDate last = office.clock().today().addYears(1);
  if (day < first || day > last)
    return fail(ErrorCode::ValueInvalid,
                {QStringLiteral("生效日期（%1至%2）").arg(first.toString(Qt::ISODate), last.toString(Qt::ISODate)),
                 day.toString(Qt::ISODate)});
  auto mapping = chooseSheet(file, office.fields(), plan.sheet);
  if (!mapping) {
    Error error = mapping.error();
    if (error.code == ErrorCode::NoRows)
      error.args = {plan.fileName};
    return std::unexpected(error);
  }
  plan.columns = *mapping;
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
  QSet<int> repaired;
  for (const ImportRepair& repair : repairs)
    repaired.insert(repair.row);
  sum.repaired = static_cast<int>(repaired.size());
  return sum;
}

} // namespace xueji
