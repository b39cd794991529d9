// The national system's list of numbers.

#include "commands.h"
#include "desk.h"
#include "domain/masking.h"
#include "exchange/sheet_reader.h"
#include "import_say.h"
#include "register/number_list.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace xueji {
namespace {

QString toKey(NumberRow::Verdict verdict) {
  return verdict == NumberRow::Verdict::Issued ? QStringLiteral("issued")
         : verdict == NumberRow::Verdict::Same ? QStringLiteral("same")
                                               : QStringLiteral("refused");
}

void sayRows(const NumberPlan& plan, const Console& console) {
  for (const NumberRow& row : plan.rows)
    console.put({{QStringLiteral("row"), row.sheetRow},
                 {QStringLiteral("sheet"), plan.sheets[row.sheet].sheet.name},
                 {QStringLiteral("verdict"), toKey(row.verdict)},
                 {QStringLiteral("before"), maskedStudentNumber(row.before)},
                 {QStringLiteral("number"), maskedStudentNumber(row.number)}},
                {});
}

ExitCode runNumbers(const Invocation& invocation, const Console& console) {
  const auto ofSheets = sheetOptionsOf(invocation);
  if (!ofSheets)
    return console.fail(ofSheets.error());
  const NumberOptions options{ofSheets->effective, ofSheets->sheets, ofSheets->allSheets, ofSheets->columns};
  const QString path = invocation.words.at(1);
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto file = readSheetFile(path);
  if (!file)
    return failInput(console, file.error());
  const auto plan = planNumbers(desk.office(), *file, path, options);
  if (!plan)
    return failInput(console, plan.error());
  sayFindings(plan->sheets, plan->findings, plan->repairs, desk, console);
  sayRows(*plan, console);
  const bool dryRun = invocation.has(QStringLiteral("dry-run"));
  const bool onlyGood = invocation.has(QStringLiteral("only-good"));
  NumbersDone done;
  if (!dryRun && (plan->allGood() || onlyGood)) {
    const auto committed = commitNumbers(desk.office(), *plan, onlyGood);
    if (!committed)
      return console.fail(committed.error());
    done = *committed;
  }
  const int issued = dryRun ? plan->count(NumberRow::Verdict::Issued) : done.issued;
  const int same = plan->count(NumberRow::Verdict::Same);
  const int refused = plan->count(NumberRow::Verdict::Refused);
  QStringList sheets;
  for (const ImportSheet& sheet : plan->sheets)
    sheets << sheet.sheet.name;
  console.put(
      {{QStringLiteral("summary"), true},
       {QStringLiteral("rows"), plan->rows.size()},
       {QStringLiteral("issued"), issued},
       {QStringLiteral("same"), same},
       {QStringLiteral("refused"), refused},
       {QStringLiteral("sheets"), QJsonArray::fromStringList(sheets)},
       {QStringLiteral("passed_over"), passedArray(plan->passedOver)},
       {QStringLiteral("batch"), done.batch > 0 ? QJsonValue(done.batch) : QJsonValue()},
       {QStringLiteral("dry_run"), dryRun}},
      passedLines(plan->passedOver) +
          (dryRun ? QCoreApplication::translate("xuejictl", "Dry run, nothing is written. It would be:") + u'\n'
                  : QString()) +
          QCoreApplication::translate("xuejictl", "%1 rows: %2 numbers recorded, %3 in the record already, %4 refused.")
              .arg(QString::number(plan->rows.size()), QString::number(issued), QString::number(same),
                   QString::number(refused)) +
          (done.batch > 0
               ? u'\n' + QCoreApplication::translate("xuejictl", "Batch: %1 (undo-batch takes it back)").arg(done.batch)
               : QString()));
  return plan->allGood() ? ExitCode::Done : ExitCode::Refused;
}

} // namespace

QList<Command> numbersCommands() {
  return {
      {{"numbers"},
       "REG FILE",
       QT_TRANSLATE_NOOP("xuejictl", "Records the student numbers of the national system's list, as one batch."),
       2,
       2,
       sheetOptions() + QList<OptionSpec>{option("dry-run", ""), option("only-good", ""), userOption()},
       runNumbers},
  };
}

} // namespace xueji
