#include "commands.h"
#include "desk.h"
#include "exchange/sheet_reader.h"
#include "output_path.h"
#include "paper_option.h"
#include "register/roster_import.h"
#include "ui/words/repair_words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>

namespace xueji {
namespace {

Result<ImportOptions> optionsOf(const Invocation& invocation) {
  ImportOptions options;
  bool isNumber = false;
  options.entryYear = invocation.value(QStringLiteral("entry-year")).toInt(&isNumber);
  if (!isNumber || options.entryYear < 1949 || options.entryYear > 2999)
    return fail(ErrorCode::ValueInvalid,
                {QStringLiteral("--entry-year"), invocation.value(QStringLiteral("entry-year"))});
  if (invocation.has(QStringLiteral("effective"))) {
    options.effective = QDate::fromString(invocation.value(QStringLiteral("effective")), Qt::ISODate);
    if (!options.effective.isValid())
      return fail(ErrorCode::ValueInvalid,
                  {QStringLiteral("--effective"), invocation.value(QStringLiteral("effective"))});
  }
  options.makeClasses = invocation.has(QStringLiteral("make-classes"));
  if (const QString option = QStringLiteral("draw-protocol"); invocation.has(option)) {
    const auto protocol = paperFrom(QStringLiteral("--draw-protocol"), invocation.value(option), kDrawProtocol);
    if (!protocol)
      return std::unexpected(protocol.error());
    options.drawProtocol = *protocol;
  }
  return options;
}

/// Of the roster a missing or unreadable file is unreadable input, not a register that cannot be opened.
ExitCode failInput(const Console& console, const Error& error) {
  const ExitCode code = console.fail(error);
  return error.code == ErrorCode::PathMissing || error.code == ErrorCode::ReadFailed ? ExitCode::Unreadable : code;
}

void sayFindings(const ImportPlan& plan, const Desk& desk, const Console& console) {
  for (const ImportFinding& found : plan.findings) {
    QJsonObject object = findingObject(found.finding, desk.rules(), console.language());
    object.insert(QStringLiteral("row"), found.row);
    object.insert(QStringLiteral("column"), found.column);
    console.put(object, QCoreApplication::translate("xuejictl", "Row %1 %2: %3")
                            .arg(QString::number(found.row), found.column,
                                 findingLine(found.finding, desk.rules(), console.language())));
  }
  for (const ImportRepair& repair : plan.repairs)
    console.put({{QStringLiteral("row"), repair.row},
                 {QStringLiteral("column"), repair.column},
                 {QStringLiteral("repair"), repair.kind}},
                QCoreApplication::translate("xuejictl", "Row %1 %2: %3")
                    .arg(QString::number(repair.row), repair.column, sentenceForRepair(repair.kind)));
}

/// A, B ... AA as the spreadsheet names a column.
QString letterOf(int column) {
  constexpr int kLetters = 26;
  QString letters;
  for (int left = column + 1; left > 0; left = (left - 1) / kLetters)
    letters.prepend(QChar(u'A' + (left - 1) % kLetters));
  return letters;
}

/// Columns that the import takes nothing from, in the order of the sheet: by their header, or by their letter where
/// values stand under none.
QStringList unusedColumns(const ImportPlan& plan) {
  const QList<QList<Cell>>& rows = plan.sheet.rows;
  qsizetype width = 0;
  for (const QList<Cell>& row : rows)
    width = std::max(width, row.size());
  QStringList unused;
  for (int column = 0; column < width; ++column) {
    const QString header = plan.columns.headers.value(column);
    const bool isFilled =
        std::any_of(rows.begin() + plan.columns.headerLine + 1, rows.end(), [&](const QList<Cell>& row) {
          return column < row.size() && !row[column].text.trimmed().isEmpty();
        });
    if (!plan.columns.fields.contains(column) && (!header.isEmpty() || isFilled))
      unused << (header.isEmpty() ? letterOf(column) : header);
  }
  return unused;
}

void saySummary(const ImportPlan& plan, const SheetFile& file, const ImportResult& result, bool dryRun,
                const Console& console) {
  const ImportSummary sum = plan.summary();
  const int enrolled = dryRun ? sum.enrol : result.enrolled;
  const int movedUp = dryRun ? sum.movesUp : result.movedUp;
  const int placed = dryRun ? sum.places : result.placed;
  const QStringList unused = unusedColumns(plan);
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
       {QStringLiteral("batch"), result.batch > 0 ? QJsonValue(result.batch) : QJsonValue()},
       {QStringLiteral("dry_run"), dryRun},
       {QStringLiteral("format"), file.format},
       {QStringLiteral("encoding"), file.encoding}},
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

ExitCode runImport(const Invocation& invocation, const Console& console) {
  const auto options = optionsOf(invocation);
  if (!options)
    return console.fail(options.error());
  const QString report = invocation.value(QStringLiteral("report"));
  const QString path = invocation.words.at(1);
  if (auto free = mayWrite(invocation, report, {path}); !free)
    return console.fail(free.error());
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto file = readSheetFile(path);
  if (!file)
    return failInput(console, file.error());
  const auto plan = planImport(desk.office(), *file, path, *options);
  if (!plan)
    return failInput(console, plan.error());
  sayFindings(*plan, desk, console);
  if (!report.isEmpty())
    if (auto written = writeReport(*plan, desk, invocation, report); !written)
      return console.fail(written.error());

  ImportResult result;
  const bool dryRun = invocation.has(QStringLiteral("dry-run"));
  const bool onlyGood = invocation.has(QStringLiteral("only-good"));
  if (!dryRun && (plan->allGood() || onlyGood)) {
    auto committed = commitImport(desk.office(), *plan, onlyGood);
    if (!committed)
      return console.fail(committed.error());
    result = *committed;
  }
  saySummary(*plan, *file, result, dryRun, console);
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
       {option("entry-year", "Y", true), option("effective", "DATE"), option("dry-run", ""), option("only-good", ""),
        option("make-classes", ""), option("draw-protocol", "NUMBER,ISSUER,DATE"), option("report", "FILE.xlsx"),
        forceOption(), userOption()},
       runImport},
  };
}

} // namespace xueji
