// The imported sheet written back, its faulty cells marked and the reasons beside them.

#include "exchange/sheet_writer.h"
#include "register/roster_import.h"

namespace xueji {
namespace {

int widestLine(const Sheet& sheet) {
  qsizetype widest = 0;
  for (const auto& line : sheet.rows)
    widest = std::max(widest, line.size());
  return static_cast<int>(widest);
}

QString joined(const QList<Cell>& line) {
  QStringList texts;
  for (const Cell& cell : line)
    if (!cell.text.trimmed().isEmpty())
      texts << cell.text.trimmed();
  return texts.join(QLatin1Char(' '));
}

QString reasonOf(const Finding& finding, const RuleBook& rules) {
  QString reason = rules.sentence(finding, Language::Chinese);
  if (!finding.rule.isEmpty())
    reason = finding.rule + QLatin1Char(' ') + reason;
  if (const QString citation = rules.citation(finding, Language::Chinese); !citation.isEmpty())
    reason += QStringLiteral("（%1）").arg(citation);
  if (const QString remedy = rules.remedy(finding, Language::Chinese); !remedy.isEmpty())
    reason += QLatin1Char('\n') + remedy;
  return reason;
}

OutSheet markedSheet(const ImportPlan& plan, int index, const Office& office) {
  const Sheet& sheet = plan.sheets[index].sheet;
  const ColumnMapping& columns = plan.sheets[index].columns;
  const int header = columns.headerLine;
  const int width = widestLine(sheet);
  OutSheet out;
  out.name = plan.sheets.size() < 2 ? QStringLiteral("核查结果") : sheet.name;
  // Every line keeps its number, so that row 34 of the report is row 34 of the file.
  for (int line = 0; line < header; ++line)
    out.titleLines << joined(sheet.rows[line]);
  for (int column = 0; column < width; ++column) {
    OutColumn outColumn;
    outColumn.header = columns.headers.value(column);
    if (const auto field = columns.fields.constFind(column); field != columns.fields.constEnd())
      if (const CodeTable* table = office.fields().codeTable(*field))
        for (const CodeTable::Entry& entry : table->entries())
          outColumn.choices << entry.name;
    out.columns << outColumn;
  }
  out.columns << OutColumn{QStringLiteral("核查结果"), 60, {}, true};

  QHash<int, QStringList> reasons;
  for (const ImportFinding& found : plan.findings) {
    const int row = found.row - header - 2;
    if (row < 0 || found.sheet != index)
      continue;
    const QString reason = reasonOf(found.finding, office.rules());
    reasons[row] << reason;
    // By its item: one header may stand over several columns.
    int column = columns.headers.key(found.column, width);
    for (const Field field : found.finding.fields)
      if (columns.headerOf(field) == found.column && columns.has(field)) {
        column = columns.columns.value(field);
        break;
      }
    QString& mark = out.marks[{row, column}];
    mark += mark.isEmpty() ? reason : QLatin1Char('\n') + reason;
  }
  for (qsizetype line = header + 1; line < sheet.rows.size(); ++line) {
    QStringList row;
    for (int column = 0; column < width; ++column)
      row << sheet.at(line, column).text;
    row << reasons.value(static_cast<int>(line) - header - 1).join(QLatin1Char('\n'));
    out.rows << row;
  }
  return out;
}

} // namespace

Result<void> writeFindings(const ImportPlan& plan, const Office& office, const QString& path) {
  QList<OutSheet> sheets;
  for (int index = 0; index < plan.sheets.size(); ++index)
    sheets << markedSheet(plan, index, office);
  return writeXlsx(path, sheets);
}

} // namespace xueji
