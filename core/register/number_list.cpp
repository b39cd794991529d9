#include "register/number_list.h"

#include "domain/ledger_facts.h"
#include "domain/student_number.h"
#include "file_hash.h"
#include "register/perform.h"
#include "register/roster_sheets.h"
#include "roster_wishes.h"
#include "row_kinds.h"
#include "row_reader.h"
#include "sheet_findings.h"
#include "store/tables.h"

#include <QFileInfo>
#include <algorithm>

namespace xueji {
namespace {

/// What is taken of a list.
const QList<Field> kItems{Field::IdDocumentNumber, Field::Name, Field::StudentNumber};

Finding refuse(const char* code, QList<Field> fields, const QStringList& args = {}) {
  return {{}, QLatin1String(code), Severity::Refuse, std::move(fields), args, {}};
}

Wish wishOf(const NumberRow& row) {
  Wish wish;
  wish.kind = act_kind::kNumberIssued;
  wish.subject = Subject::student(row.student);
  wish.day = row.effective;
  wish.ground = QStringLiteral("国家学籍系统下发");
  wish.body = {{QStringLiteral("number"), row.number}};
  return wish;
}

class NumberReader {
public:
  NumberReader(Office& office, NumberPlan& plan) : m_office(office), m_plan(plan), m_parser(office.fields()) {}

  Result<void> run(const Progress& progress);

private:
  Result<void> readLine(int line);
  Result<Findings> judgeRow(const ReadRow& read, NumberRow& row);
  Result<Findings> judgeKnown(NumberRow& row);
  void say(int sheetRow, const Finding& finding);
  void sayColumns();
  const ImportSheet& here() const { return m_plan.sheets.at(m_sheet); }

  Office& m_office;
  NumberPlan& m_plan;
  FieldParser m_parser;
  int m_sheet = 0;
  QHash<QString, QString> m_seen; ///< identity numbers and 学籍号 -> the row that has them
};

void NumberReader::say(int sheetRow, const Finding& finding) {
  QString column;
  for (const Field field : finding.fields)
    if (column.isEmpty())
      column = here().columns.headerOf(field);
  m_plan.findings << ImportFinding{sheetRow, column, finding, m_sheet};
}

/// Headers that nobody knows (a second number?), columns without one, hidden rows: all are said.
void NumberReader::sayColumns() {
  const int line = here().columns.headerLine + 1;
  for (const QString& header : here().columns.unknownHeaders)
    m_plan.findings << ImportFinding{
        line, header, {{}, QStringLiteral("column_unknown"), Severity::Warn, {}, {header}, {}}, m_sheet};
  m_plan.findings << findingsOfSheet(here(), m_sheet, m_office.fields());
}

/// The child is there under this name and has no number of the system yet, or one that the rules let go.
Result<Findings> NumberReader::judgeKnown(NumberRow& row) {
  const auto snapshot = m_office.tables().ledger().snapshot(Subject::student(row.student));
  if (!snapshot)
    return std::unexpected(snapshot.error());
  const FactRow* present = snapshot->chains.at(NumberFact::fact().key, kLastDay);
  row.before = present ? NumberFact::of(*present).value : QString();
  if (row.before == row.number) {
    row.verdict = NumberRow::Verdict::Same;
    return Findings();
  }
  // A number that was made ahead holds from its own day: the list's comes in its place, not before it.
  for (const QString& fact : {NumberFact::fact().key, EnrolmentFact::fact().key})
    if (const FactRow* last = snapshot->chains.at(fact, kLastDay))
      row.effective = std::max(row.effective, QDate::fromString(last->from, Qt::ISODate));
  const auto judged = judgeOn(m_office, wishOf(row), *snapshot);
  if (!judged) {
    const auto finding = findingOf(m_office, judged.error());
    if (finding)
      return Findings{*finding};
    return std::unexpected(judged.error());
  }
  if (!judged->later.isEmpty())
    return Findings{refuse("numbers_later", {Field::StudentNumber}, {judged->later.first().from})};
  Findings findings = judged->verdict.findings;
  const bool isMove = judged->verdict.allows();
  if (!isMove && present && NumberFact::of(*present).source == NumberSource::System)
    findings.prepend(refuse("numbers_other_number", {Field::StudentNumber}));
  else if (isMove)
    row.verdict = NumberRow::Verdict::Issued;
  return findings;
}

Result<Findings> NumberReader::judgeRow(const ReadRow& read, NumberRow& row) {
  Findings findings;
  Request request;
  request.effective = m_plan.options.effective;
  request.today = m_office.clock().today();
  request.record = &read.record;
  for (const auto& [field, fault] : read.faults) {
    if (!kItems.contains(field))
      continue; // nobody takes it
    const auto finding = m_office.judge().fault(field, fault, request, m_office.facts());
    if (!finding)
      return std::unexpected(finding.error());
    findings << *finding;
  }
  if (std::any_of(findings.begin(), findings.end(),
                  [](const Finding& finding) { return finding.severity != Severity::Warn; }))
    return findings;
  const QString identity = read.record.value(Field::IdDocumentNumber);
  if (identity.isEmpty() || row.number.isEmpty() || row.name.isEmpty())
    return findings << refuse("numbers_incomplete", {Field::IdDocumentNumber, Field::StudentNumber, Field::Name});
  for (const QString& value : {identity, row.number})
    if (const QString first = m_seen.value(value); !first.isEmpty())
      return findings << refuse("numbers_twice", {Field::StudentNumber}, {first});
  for (const QString& value : {identity, row.number})
    m_seen.insert(value, placeIn(m_plan.sheets, m_sheet, row.sheetRow));
  const auto known = m_office.tables().students().byIdentityNumber(identity);
  if (!known)
    return std::unexpected(known.error());
  if (!*known || (*known)->status == StudentStatus::Voided)
    return findings << refuse("numbers_child_unknown", {Field::IdDocumentNumber});
  row.student = (*known)->id;
  if ((*known)->record.value(Field::Name) != row.name)
    return findings << refuse("numbers_name_differs", {Field::Name});
  auto judged = judgeKnown(row);
  if (!judged)
    return judged;
  return findings + *judged;
}

Result<void> NumberReader::readLine(int line) {
  const ReadRow read = readRow(here().sheet.rows[line], here().columns, m_parser, here().sheet.date1904);
  if (read.blank)
    return {};
  NumberRow row;
  row.sheet = m_sheet;
  row.sheetRow = line + 1;
  row.effective = m_plan.options.effective;
  row.name = read.record.value(Field::Name);
  row.number = read.record.value(Field::StudentNumber);
  for (auto it = read.repairs.cbegin(); it != read.repairs.cend(); ++it)
    for (const QString& kind : kItems.contains(it.key()) ? it.value() : QStringList())
      m_plan.repairs << ImportRepair{row.sheetRow, here().columns.headerOf(it.key()), kind, m_sheet};
  const auto findings = judgeRow(read, row);
  if (!findings)
    return std::unexpected(findings.error());
  for (const Finding& finding : *findings)
    say(row.sheetRow, finding);
  m_plan.rows << row;
  return {};
}

Result<void> NumberReader::run(const Progress& progress) {
  for (m_sheet = 0; m_sheet < m_plan.sheets.size(); ++m_sheet) {
    sayColumns();
    const qint64 lines = here().sheet.rows.size();
    for (int line = here().columns.headerLine + 1; line < lines; ++line) {
      if (!goesOn(progress, line, lines))
        return fail(ErrorCode::Cancelled);
      if (const QString what = whatIsNoChild(here().sheet.rows[line], here().columns); !what.isEmpty())
        say(line + 1, {{}, what, Severity::Warn, {}, {QString::number(line + 1)}, {}});
      else if (auto read = readLine(line); !read)
        return read;
    }
  }
  return {};
}

/// What a list of numbers cannot do without.
std::optional<Error> missing(const ColumnMapping& columns, const FieldCatalogue& fields) {
  QStringList labels;
  for (const Field field : kItems)
    if (!columns.has(field))
      labels << fields.definition(field).label;
  if (labels.isEmpty())
    return std::nullopt;
  return Error{ErrorCode::HeaderMissing, {labels.join(QStringLiteral("、"))}};
}

} // namespace

namespace {

/// The lines of the plan compared with the register as it is now.
Result<NumberPlan> compareAgain(Office& office, NumberPlan plan, const Progress& progress) {
  plan.rows.clear();
  plan.findings.clear();
  plan.repairs.clear();
  auto last = office.tables().acts().lastId();
  if (!last)
    return std::unexpected(last.error());
  plan.lastAct = *last;
  if (auto read = NumberReader(office, plan).run(progress); !read)
    return std::unexpected(read.error());
  return plan;
}

} // namespace

int NumberPlan::count(NumberRow::Verdict verdict) const {
  return static_cast<int>(
      std::count_if(rows.begin(), rows.end(), [&](const NumberRow& row) { return row.verdict == verdict; }));
}

Result<NumberPlan> planNumbers(Office& office, const SheetFile& file, const QString& path, const NumberOptions& options,
                               const Progress& progress) {
  // Who may not enrol is not told either who is in the register.
  if (auto allowed = office.store().require(Capability::Enrol); !allowed)
    return std::unexpected(allowed.error());
  NumberPlan plan;
  plan.fileName = QFileInfo(path).fileName();
  plan.options = options;
  if (!plan.options.effective.isValid())
    plan.options.effective = office.clock().today();
  auto hash = hashOfFile(path);
  if (!hash)
    return std::unexpected(hash.error());
  plan.fileHash = *hash;
  const QList<SheetLook> looks = lookAt(file, office.fields(), options.columns);
  const auto chosen = chosenSheets(file, looks, options.sheets, options.allSheets);
  if (!chosen)
    return std::unexpected(chosen.error());
  if (auto fault = faultOfColumns(file, looks, *chosen, options.columns))
    return std::unexpected(*fault);
  plan.passedOver = passedOver(file, looks, *chosen);
  for (const qsizetype i : *chosen) {
    if (auto fault = missing(looks[i].reading.columns, office.fields()))
      return std::unexpected(*fault);
    plan.sheets << ImportSheet{file.sheets[i], looks[i].reading.columns};
    spreadMerged(plan.sheets.last().sheet, plan.sheets.last().columns.headerLine + 1);
  }
  if (auto known = office.store().catchUp(); !known)
    return std::unexpected(known.error());
  if (auto logged =
          office.tables().log().append(LogAction::Read, QStringLiteral("students"), QStringLiteral("numbers planned"));
      !logged)
    return std::unexpected(logged.error());
  return compareAgain(office, std::move(plan), progress);
}

Result<NumbersDone> commitNumbers(Office& office, const NumberPlan& made, bool onlyGood, const Progress& progress) {
  if (auto allowed = office.store().require(Capability::Enrol); !allowed)
    return std::unexpected(allowed.error());
  const auto last = office.tables().acts().lastId();
  if (!last)
    return std::unexpected(last.error());
  // Whose number it is may have changed since.
  const auto compared = *last == made.lastAct ? Result<NumberPlan>(made) : compareAgain(office, made, {});
  if (!compared)
    return std::unexpected(compared.error());
  const NumberPlan& plan = *compared;
  if (!onlyGood && !plan.allGood())
    return fail(ErrorCode::RefusedByRules, {QStringLiteral("-")});
  QList<Judged> wishes;
  const qint64 all = 2 * plan.rows.size();
  for (const NumberRow& row : plan.rows) {
    if (row.verdict != NumberRow::Verdict::Issued)
      continue;
    if (!goesOn(progress, wishes.size(), all))
      return fail(ErrorCode::Cancelled);
    // Judged anew: performAll() would do so one by one within the transaction where the register has moved.
    auto judged = judge(office, wishOf(row));
    if (!judged)
      return std::unexpected(judged.error());
    wishes << std::move(*judged);
  }
  NumbersDone done;
  done.issued = static_cast<int>(wishes.size());
  if (wishes.isEmpty())
    return done;
  Batch batch;
  batch.kind = BatchKind::Numbers;
  batch.source = plan.fileName;
  batch.sourceHash = plan.fileHash;
  const QString words = QStringLiteral("rows=%1 issued=%2 sha256=%3")
                            .arg(plan.rows.size())
                            .arg(done.issued)
                            .arg(QString::fromLatin1(plan.fileHash.toHex()));
  const auto second = [&](qint64 at, qint64) { return goesOn(progress, plan.rows.size() + at, all); };
  const auto performed = performAll(office, batch, std::move(wishes), {LogAction::Change, {}, words}, second);
  if (!performed)
    return std::unexpected(performed.error());
  done.batch = performed->batch;
  return done;
}

} // namespace xueji
