#include "commands.h"
#include "desk.h"
#include "exchange/sheet_reader.h"
#include "import_say.h"
#include "output_path.h"
#include "paper_option.h"
#include "register/column_memory.h"
#include "register/roster_import.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>

namespace xueji {
namespace {

Result<ImportOptions> optionsOf(const Invocation& invocation) {
  ImportOptions options;
  options.entryYear = 0;
  const bool isWhole = invocation.has(QStringLiteral("whole-school"));
  if (isWhole == invocation.has(QStringLiteral("entry-year")))
    return fail(ErrorCode::WrongUse, {QStringLiteral("--entry-year Y | --whole-school")});
  bool isNumber = isWhole;
  if (!isWhole)
    options.entryYear = invocation.value(QStringLiteral("entry-year")).toInt(&isNumber);
  if (!isNumber || (!isWhole && options.entryYear < 1949) || options.entryYear > 2999)
    return fail(ErrorCode::ValueInvalid,
                {QStringLiteral("--entry-year"), invocation.value(QStringLiteral("entry-year"))});
  const auto ofSheets = sheetOptionsOf(invocation);
  if (!ofSheets)
    return std::unexpected(ofSheets.error());
  options.effective = ofSheets->effective;
  options.sheets = ofSheets->sheets;
  options.allSheets = ofSheets->allSheets;
  options.columns = ofSheets->columns;
  options.makeClasses = invocation.has(QStringLiteral("make-classes"));
  if (const QString option = QStringLiteral("draw-protocol"); invocation.has(option)) {
    const auto protocol = paperFrom(QStringLiteral("--draw-protocol"), invocation.value(option), kDrawProtocol);
    if (!protocol)
      return std::unexpected(protocol.error());
    options.drawProtocol = *protocol;
  }
  return options;
}

void sayPaperFaults(const ImportPlan& plan, const Desk& desk, const Console& console) {
  for (const PaperFault& fault : plan.paperFaults) {
    QJsonObject object = findingObject(fault.finding, desk.rules(), console.language());
    object.insert(QStringLiteral("papers_line"), fault.line);
    const QString line = findingLine(fault.finding, desk.rules(), console.language());
    console.put(
        object,
        fault.line == 0
            ? line
            : QCoreApplication::translate("xuejictl", "Papers, line %1: %2").arg(QString::number(fault.line), line));
  }
}

/// Columns that the import takes nothing from, in the order of the sheet: by their header, or by their letter where
/// values stand under none.
QStringList unusedColumns(const ImportSheet& from) {
  const QList<QList<Cell>>& rows = from.sheet.rows;
  qsizetype width = 0;
  for (const QList<Cell>& row : rows)
    width = std::max(width, row.size());
  QStringList unused;
  for (int column = 0; column < width; ++column) {
    const QString header = from.columns.headers.value(column);
    const bool isFilled =
        std::any_of(rows.begin() + from.columns.headerLine + 1, rows.end(), [&](const QList<Cell>& row) {
          return column < row.size() && !row[column].text.trimmed().isEmpty();
        });
    if (!from.columns.fields.contains(column) && (!header.isEmpty() || isFilled))
      unused << (header.isEmpty() ? columnLetters(column) : header);
  }
  return unused;
}

/// What was said of columns of an earlier file of the same headers and holds for this one.
QJsonArray rememberedColumns(const ImportPlan& plan, const FieldCatalogue& fields, QString& lines) {
  QJsonArray array;
  for (const ImportSheet& sheet : plan.sheets) {
    QList<int> columns = sheet.columns.wishes.keys();
    std::sort(columns.begin(), columns.end());
    for (const int column : std::as_const(columns)) {
      if (!sheet.columns.wishes[column].remembered)
        continue;
      const auto field = sheet.columns.fields.constFind(column);
      const bool isTaken = field != sheet.columns.fields.cend();
      array << QJsonObject{{QStringLiteral("sheet"), sheet.sheet.name},
                           {QStringLiteral("column"), columnLetters(column)},
                           {QStringLiteral("header"), sheet.columns.headers.value(column)},
                           {QStringLiteral("item"), isTaken ? fields.definition(*field).id : QStringLiteral("-")}};
      lines +=
          QCoreApplication::translate("xuejictl", "Column %1 (%2) as said of an earlier file: %3.")
              .arg(columnLetters(column), sheet.columns.headers.value(column),
                   isTaken ? fields.definition(*field).label : QCoreApplication::translate("xuejictl", "left out")) +
          QLatin1Char('\n');
    }
  }
  return array;
}

void saySummary(const ImportPlan& plan, const SheetFile& file, const ImportResult& result, bool dryRun,
                const FieldCatalogue& fields, const Console& console) {
  const ImportSummary sum = plan.summary();
  QString remembered;
  const QJsonArray rememberedArray = rememberedColumns(plan, fields, remembered);
  const int enrolled = dryRun ? sum.enrol : result.enrolled;
  const int movedUp = dryRun ? sum.movesUp : result.movedUp;
  const int placed = dryRun ? sum.places : result.placed;
  QStringList unused;
  QStringList sheets;
  for (const ImportSheet& sheet : plan.sheets) {
    unused << unusedColumns(sheet);
    sheets << sheet.sheet.name;
  }
  unused.removeDuplicates();
  console.put(
      {{QStringLiteral("summary"), true},
       {QStringLiteral("rows"), sum.rows},
       {QStringLiteral("enrolled"), enrolled},
       {QStringLiteral("moved_up"), movedUp},
       {QStringLiteral("placed"), placed},
       {QStringLiteral("classes_made"), result.classes},
       {QStringLiteral("refused"), sum.refused + sum.differs},
       {QStringLiteral("repaired"), sum.repaired},
       {QStringLiteral("unchanged"), sum.unchanged},
       {QStringLiteral("unused_columns"), QJsonArray::fromStringList(unused)},
       {QStringLiteral("sheets"), QJsonArray::fromStringList(sheets)},
       {QStringLiteral("passed_over"), passedArray(plan.passedOver)},
       {QStringLiteral("remembered_columns"), rememberedArray},
       {QStringLiteral("batch"), result.batch > 0 ? QJsonValue(result.batch) : QJsonValue()},
       {QStringLiteral("dry_run"), dryRun},
       {QStringLiteral("format"), file.format},
       {QStringLiteral("encoding"), file.encoding}},
      passedLines(plan.passedOver) + remembered +
          (unused.isEmpty() ? QString()
                            : QCoreApplication::translate("xuejictl", "Columns that are not used: %1.")
                                      .arg(unused.join(QStringLiteral("、"))) +
                                  QLatin1Char('\n')) +
          (dryRun ? QCoreApplication::translate("xuejictl", "Dry run, nothing is written. It would be:") + u'\n'
                  : QString()) +
          (result.classes == 0
               ? QString()
               : QCoreApplication::translate("xuejictl", "Classes made: %1.").arg(result.classes) + u'\n') +
          QCoreApplication::translate(
              "xuejictl",
              "%1 rows: %2 enrolled, %6 moved up, %7 of the register placed in a class, %3 refused, %4 repaired, "
              "%5 unchanged.")
              .arg(QString::number(sum.rows), QString::number(enrolled), QString::number(sum.refused + sum.differs),
                   QString::number(sum.repaired), QString::number(sum.unchanged), QString::number(movedUp),
                   QString::number(placed)) +
          (result.batch > 0
               ? u'\n' +
                     QCoreApplication::translate("xuejictl", "Batch: %1 (undo-batch takes it back)").arg(result.batch)
               : QString()));
}

Result<void> writeReport(const ImportPlan& plan, const Desk& desk, const Invocation& invocation, const QString& path) {
  const QFileInfo target(path);
  auto staging = Staging::in(invocation, target.absolutePath());
  if (!staging)
    return std::unexpected(staging.error());
  if (auto written = writeFindings(plan, desk.office(), staging->path(target.fileName())); !written)
    return std::unexpected(staging->named(written.error()));
  return staging->publish({target.fileName()});
}

/// The papers that --papers names; none without it.
Result<RowPapers> papersOf(const Invocation& invocation, const Desk& desk) {
  const QString path = invocation.value(QStringLiteral("papers"));
  if (path.isEmpty())
    return RowPapers();
  const auto file = readSheetFile(path);
  if (!file)
    return std::unexpected(file.error());
  return readRowPapers(*file, desk.rules(), desk.fields());
}

ExitCode runImport(const Invocation& invocation, const Console& console) {
  auto options = optionsOf(invocation);
  if (!options)
    return console.fail(options.error());
  const QString report = invocation.value(QStringLiteral("report"));
  const QString path = invocation.words.at(1);
  if (auto free = mayWrite(invocation, report, {path, invocation.value(QStringLiteral("papers"))}); !free)
    return console.fail(free.error());
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto file = readSheetFile(path);
  if (!file)
    return failInput(console, file.error());
  const auto remembered = rememberedWishes(desk.office(), *file, lookAt(*file, desk.fields()));
  if (!remembered)
    return console.fail(remembered.error());
  options->columns = *remembered + options->columns;
  auto papers = papersOf(invocation, desk);
  if (!papers)
    return failInput(console, papers.error());
  options->papers = std::move(*papers);
  const auto plan = planImport(desk.office(), *file, path, *options);
  if (!plan)
    return failInput(console, plan.error());
  sayPaperFaults(*plan, desk, console);
  sayFindings(plan->sheets, plan->findings, plan->repairs, desk, console);
  if (!report.isEmpty())
    if (auto written = writeReport(*plan, desk, invocation, report); !written)
      return console.fail(written.error());

  ImportResult result;
  const bool dryRun = invocation.has(QStringLiteral("dry-run"));
  const bool onlyGood = invocation.has(QStringLiteral("only-good"));
  if (!dryRun && plan->paperFaults.isEmpty() && (plan->allGood() || onlyGood)) {
    auto committed = commitImport(desk.office(), *plan, onlyGood);
    if (!committed)
      return console.fail(committed.error());
    result = *committed;
  }
  saySummary(*plan, *file, result, dryRun, desk.fields(), console);
  return plan->allGood() ? ExitCode::Done : ExitCode::Refused;
}

} // namespace

QList<Command> importCommands() {
  return {
      {{"import"},
       "REG FILE",
       QT_TRANSLATE_NOOP("xuejictl", "Enrols the children of a roster (xlsx, ods, xls, csv), as one batch."),
       2,
       2,
       sheetOptions() + QList<OptionSpec>{option("entry-year", "Y"), option("whole-school"), option("dry-run", ""),
                                          option("only-good", ""), option("make-classes", ""),
                                          option("draw-protocol", "NUMBER,ISSUER,DATE"), option("papers", "FILE"),
                                          option("report", "FILE.xlsx"), forceOption(), userOption()},
       runImport},
  };
}

} // namespace xueji
