#include "sheet_findings.h"

namespace xueji {

QString rangesOf(const QList<qint64>& lines) {
  QStringList ranges;
  for (qsizetype i = 0; i < lines.size();) {
    qsizetype end = i;
    while (end + 1 < lines.size() && lines[end + 1] == lines[end] + 1)
      ++end;
    ranges << (end == i ? QString::number(lines[i] + 1)
                        : QStringLiteral("%1-%2").arg(lines[i] + 1).arg(lines[end] + 1));
    i = end + 1;
  }
  return ranges.join(QStringLiteral("、"));
}

QList<ImportFinding> findingsOfSheet(const ImportSheet& sheet, int index, const FieldCatalogue& fields) {
  const ColumnMapping& columns = sheet.columns;
  QList<ImportFinding> findings;
  const auto say = [&](qint64 line, const QString& column, const QString& code, const QStringList& args) {
    const Finding finding{{}, code, Severity::Warn, {}, args, {}};
    findings << ImportFinding{static_cast<int>(line) + 1, column, finding, index};
  };
  for (const int column : columns.guessed)
    if (const auto field = columns.fields.constFind(column); field != columns.fields.cend())
      say(columns.headerLine, columns.headers.value(column), QStringLiteral("column_guessed"),
          {columnLetters(column), fields.definition(*field).label});
  for (const int column : columns.headless)
    if (!columns.fields.contains(column) && !columns.wishes.contains(column))
      say(columns.headerLine, {}, QStringLiteral("column_headless"), {columnLetters(column)});
  QList<qint64> rows = sheet.sheet.hiddenRows;
  rows.removeIf([&](qint64 row) { return row <= columns.headerLine; });
  if (!rows.isEmpty())
    say(rows.first(), {}, QStringLiteral("rows_hidden"), {rangesOf(rows)});
  QStringList hidden;
  for (const int column : sheet.sheet.hiddenColumns)
    if (columns.fields.contains(column))
      hidden << columns.headers.value(column);
  if (!hidden.isEmpty())
    say(columns.headerLine, {}, QStringLiteral("columns_hidden"), {hidden.join(QStringLiteral("、"))});
  return findings;
}

} // namespace xueji
