#include "register/column_mapping.h"

namespace xueji {
namespace {

constexpr int kHeaderSearchLines = 20;
/// A title line may name one item by chance ("姓名"); a header names several.
constexpr int kFewestItems = 2;

int itemsNamed(const QList<Cell>& line, const FieldCatalogue& fields) {
  QSet<Field> named;
  for (const Cell& cell : line)
    if (const auto field = fields.byHeader(cell.text))
      named.insert(*field);
  return static_cast<int>(named.size());
}

int findHeaderLine(const Sheet& sheet, const FieldCatalogue& fields) {
  int best = -1;
  int bestCount = kFewestItems - 1;
  const qsizetype lines = std::min<qsizetype>(sheet.rows.size(), kHeaderSearchLines);
  for (qsizetype line = 0; line < lines; ++line) {
    const int count = itemsNamed(sheet.rows[line], fields);
    if (count > bestCount) {
      best = static_cast<int>(line);
      bestCount = count;
    }
  }
  return best;
}

QStringList headersSeen(const Sheet& sheet) {
  QStringList seen;
  for (qsizetype line = 0; line < std::min<qsizetype>(sheet.rows.size(), kHeaderSearchLines) && seen.size() < 8; ++line)
    for (const Cell& cell : sheet.rows[line])
      if (!cell.text.trimmed().isEmpty() && seen.size() < 8)
        seen << cell.text.trimmed().left(20);
  return seen;
}

bool hasContent(const QList<Cell>& line) {
  return std::any_of(line.begin(), line.end(), [](const Cell& cell) { return !cell.text.trimmed().isEmpty(); });
}

} // namespace

Result<ColumnMapping> recogniseColumns(const Sheet& sheet, const FieldCatalogue& fields) {
  if (std::none_of(sheet.rows.begin(), sheet.rows.end(), hasContent))
    return fail(ErrorCode::NoRows, {sheet.name});
  ColumnMapping mapping;
  mapping.headerLine = findHeaderLine(sheet, fields);
  if (mapping.headerLine < 0)
    return fail(ErrorCode::HeadersUnknown, {headersSeen(sheet).join(QStringLiteral("、"))});

  const QList<Cell>& line = sheet.rows[mapping.headerLine];
  for (int column = 0; column < line.size(); ++column) {
    const QString header = line[column].text.trimmed();
    if (header.isEmpty())
      continue;
    mapping.headers.insert(column, header);
    if (const auto field = fields.byHeader(header)) {
      if (mapping.has(*field))
        return fail(ErrorCode::HeaderDuplicate, {header});
      mapping.columns.insert(*field, column);
      mapping.fields.insert(column, *field);
    } else if (!fields.isPassedOver(header)) {
      mapping.unknownHeaders << header;
    }
  }
  QStringList missing;
  for (const Field field : {Field::Name, Field::Sex, Field::BirthDate})
    if (!mapping.has(field) && (field == Field::Name || !mapping.has(Field::StudentNumber)))
      missing << fields.definition(field).label;
  if (!missing.isEmpty())
    return fail(ErrorCode::HeaderMissing, {missing.join(QStringLiteral("、"))});
  if (std::none_of(sheet.rows.begin() + mapping.headerLine + 1, sheet.rows.end(), hasContent))
    return fail(ErrorCode::NoRows, {sheet.name});
  return mapping;
}

} // namespace xueji
