#include "import_say.h"

#include "desk.h"
#include "ui/words/repair_words.h"
#include "ui/words/sheet_words.h"

#include <QCoreApplication>

namespace xueji {
ExitCode failInput(const Console& console, const Error& error) {
  const ExitCode code = console.fail(error);
  return error.code == ErrorCode::PathMissing || error.code == ErrorCode::ReadFailed ? ExitCode::Unreadable : code;
}

Result<SheetOptions> sheetOptionsOf(const Invocation& invocation) {
  SheetOptions options;
  if (const QString day = invocation.value(QStringLiteral("effective")); invocation.has(QStringLiteral("effective"))) {
    options.effective = QDate::fromString(day, Qt::ISODate);
    if (!options.effective.isValid())
      return fail(ErrorCode::ValueInvalid, {QStringLiteral("--effective"), day});
  }
  options.sheets = invocation.all(QStringLiteral("sheet"));
  options.allSheets = invocation.has(QStringLiteral("all-sheets"));
  if (options.allSheets && !options.sheets.isEmpty())
    return fail(ErrorCode::WrongUse, {QStringLiteral("--sheet NAME... | --all-sheets")});
  for (const QString& wish : invocation.all(QStringLiteral("map"))) {
    const auto at = wish.lastIndexOf(u'=');
    if (at <= 0)
      return fail(ErrorCode::ValueInvalid, {QStringLiteral("--map"), wish});
    options.columns << ColumnWish{wish.left(at).trimmed(), wish.mid(at + 1).trimmed()};
  }
  return options;
}

QList<OptionSpec> sheetOptions() {
  return {option("effective", "DATE"), severalTimes(option("sheet", "NAME")), option("all-sheets"),
          severalTimes(option("map", "COLUMN=ITEM"))};
}

void sayFindings(const QList<ImportSheet>& sheets, const QList<ImportFinding>& findings,
                 const QList<ImportRepair>& repairs, const Desk& desk, const Console& console) {
  for (const ImportFinding& found : findings) {
    QJsonObject object = findingObject(found.finding, desk.rules(), console.language());
    object.insert(QStringLiteral("row"), found.row);
    object.insert(QStringLiteral("column"), found.column);
    object.insert(QStringLiteral("sheet"), sheets[found.sheet].sheet.name);
    console.put(object, QCoreApplication::translate("xuejictl", "Row %1 %2: %3")
                            .arg(placeIn(sheets, found.sheet, found.row), found.column,
                                 findingLine(found.finding, desk.rules(), console.language())));
  }
  for (const ImportRepair& repair : repairs)
    console.put({{QStringLiteral("row"), repair.row},
                 {QStringLiteral("column"), repair.column},
                 {QStringLiteral("sheet"), sheets[repair.sheet].sheet.name},
                 {QStringLiteral("repair"), repair.kind}},
                QCoreApplication::translate("xuejictl", "Row %1 %2: %3")
                    .arg(placeIn(sheets, repair.sheet, repair.row), repair.column, sentenceForRepair(repair.kind)));
}

QString passedLines(const QList<PassedSheet>& passedOver) {
  QString lines;
  for (const PassedSheet& passed : passedOver)
    lines += QCoreApplication::translate("xuejictl", "Sheet passed over: %1 (%2).")
                 .arg(passed.name, wordForPassedSheet(toKey(passed.why))) +
             QLatin1Char('\n');
  return lines;
}

QJsonArray passedArray(const QList<PassedSheet>& passedOver) {
  QJsonArray array;
  for (const PassedSheet& passed : passedOver)
    array << QJsonObject{{QStringLiteral("sheet"), passed.name},
                         {QStringLiteral("why"), toKey(passed.why)},
                         {QStringLiteral("roster"), passed.isRoster}};
  return array;
}

} // namespace xueji
