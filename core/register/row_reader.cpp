#include "row_reader.h"

#include "domain/grade_name.h"

#include <QRegularExpression>
#include <cmath>

namespace xueji {

namespace {
constexpr double kMostDigits = 1e15; ///< a spreadsheet has no more than 15 and makes zeros of the rest
constexpr double kMostDays = 100000; ///< as a serial day: later is a number written without its points, 20180831
} // namespace

namespace {

FieldFault wrongKind(const Cell& cell) {
  switch (cell.kind) {
  case Cell::Kind::NoResult:
    return {QStringLiteral("formula_empty"), {}};
  case Cell::Kind::Error:
    return {QStringLiteral("cell_error"), {cell.text}};
  case Cell::Kind::Date:
    return {QStringLiteral("cell_date"), {cell.text}};
  case Cell::Kind::Boolean:
    return {QStringLiteral("cell_boolean"), {cell.text}};
  default:
    return {QStringLiteral("cell_number"), {cell.text}};
  }
}

/// The text of a cell as an item of this kind takes it; null where a cell of its kind cannot hold such an item: a
/// spreadsheet has made a date of a class 1-1, a number of an address.
QString textFor(const FieldDefinition& definition, const Cell& cell, bool date1904, QStringList& repairs) {
  const bool isDay = definition.kind == FieldKind::Date || definition.kind == FieldKind::Month;
  switch (cell.kind) {
  case Cell::Kind::NoResult:
  case Cell::Kind::Error:
    return {};
  case Cell::Kind::Date:
    return isDay || definition.kind == FieldKind::Validity ? cell.text : QString();
  case Cell::Kind::Boolean:
    if (definition.kind != FieldKind::Flag)
      return {};
    repairs << QStringLiteral("boolean");
    return cell.text == QLatin1String("TRUE") ? QStringLiteral("是") : QStringLiteral("否");
  case Cell::Kind::Number:
    if (definition.kind == FieldKind::Name || definition.kind == FieldKind::Address)
      return {};
    if (definition.kind == FieldKind::Text && std::abs(cell.number) >= kMostDigits)
      return {};
    // 2024.10 typed as a number is stored as 2024.1: October or January, nobody knows.
    if (static const QRegularExpression halfMonth(QStringLiteral("^[0-9]{4}\\.[0-9]$"));
        definition.kind == FieldKind::Month && cell.text.contains(halfMonth))
      return {};
    if (isDay && date1904 && cell.number > 0 && cell.number < kMostDays) {
      repairs << QStringLiteral("date_serial");
      return QDate(1904, 1, 1).addDays(static_cast<qint64>(cell.number)).toString(Qt::ISODate);
    }
    return cell.text;
  case Cell::Kind::Empty:
  case Cell::Kind::Text:
    return cell.text;
  }
  return cell.text;
}

} // namespace

ReadRow readRow(const QList<Cell>& cells, const ColumnMapping& mapping, const FieldParser& parser, bool date1904) {
  ReadRow row;
  for (int column = 0; column < cells.size(); ++column) {
    if (cells[column].kind != Cell::Kind::NoResult && cells[column].text.trimmed().isEmpty())
      continue;
    row.blank = false;
    const auto field = mapping.fields.value(column, Field::BloodGroup);
    if (field == Field::BloodGroup)
      continue;
    QStringList repairs;
    const QString typed = textFor(parser.definition(field), cells[column], date1904, repairs);
    auto parsed = typed.isNull() ? std::unexpected(wrongKind(cells[column])) : parser.parse(field, typed);
    if (cells[column].isCovered)
      repairs << QStringLiteral("merged");
    if (parsed)
      parsed->repairs << repairs;
    if (!parsed) {
      row.faults << qMakePair(field, parsed.error());
      continue;
    }
    row.record.setValue(field, parsed->value);
    if (!parsed->repairs.isEmpty())
      row.repairs.insert(field, parsed->repairs);
  }
  // A head 父亲 says who the member is.
  for (auto it = mapping.relations.cbegin(); it != mapping.relations.cend(); ++it) {
    const Field name = it.key() == 1 ? Field::Member1Name : Field::Member2Name;
    const Field relation = it.key() == 1 ? Field::Member1Relation : Field::Member2Relation;
    if (row.record.isEmpty(name) || !row.record.isEmpty(relation))
      continue;
    if (const auto parsed = parser.parse(relation, it.value())) {
      row.record.setValue(relation, parsed->value);
      row.repairs[relation] << QStringLiteral("relation");
    }
  }
  return row;
}

Stage stageOf(const StudentRecord& record, int entryYear, const SchoolSystem& system) {
  if (system.stages().size() == 1)
    return system.stages().first();
  if (const auto grade = gradeFromName(record.value(Field::Grade), system.pattern(Stage::Primary, entryYear)))
    return *grade >= 10                                            ? Stage::Senior
           : *grade >= system.firstGrade(Stage::Junior, entryYear) ? Stage::Junior
                                                                   : Stage::Primary;
  const QDate birth = QDate::fromString(record.value(Field::BirthDate), Qt::ISODate);
  const int age = birth.isValid() ? entryYear - birth.year() : 6;
  const Stage byAge = age >= 14 ? Stage::Senior : age >= 10 ? Stage::Junior : Stage::Primary;
  return system.has(byAge) || system.stages().isEmpty() ? byAge : system.stages().first();
}

} // namespace xueji
