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

Result<ColumnWishes> columnWishesOf(const Invocation& invocation) {
  ColumnWishes wishes;
  for (const QString& wish : invocation.all(QStringLiteral("map"))) {
    const auto at = wish.lastIndexOf(u'=');
    if (at <= 0)
      return fail(ErrorCode::ValueInvalid, {QStringLiteral("--map"), wish});
    wishes << ColumnWish{wish.left(at).trimmed(), wish.mid(at + 1).trimmed()};
  }
  return wishes;
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
