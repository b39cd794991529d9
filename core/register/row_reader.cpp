#include "row_reader.h"

#include "domain/grade_name.h"

namespace xueji {

ReadRow readRow(const QList<Cell>& cells, const ColumnMapping& mapping, const FieldParser& parser) {
  ReadRow row;
  for (int column = 0; column < cells.size(); ++column) {
    const QString text = cells[column].text.trimmed();
    if (text.isEmpty())
      continue;
    row.blank = false;
    const auto field = mapping.fields.value(column, Field::BloodGroup);
    if (field == Field::BloodGroup)
      continue;
    const auto parsed = parser.parse(field, cells[column].text);
    if (!parsed) {
      row.faults << qMakePair(field, parsed.error());
      continue;
    }
    row.record.setValue(field, parsed->value);
    if (!parsed->repairs.isEmpty())
      row.repairs.insert(field, parsed->repairs);
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
