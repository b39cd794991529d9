#include "printable.h"

#include "register/student_list.h"

namespace xueji {

bool isPrintable(const OwnRights& rights, Field field) {
  return rights.sees(field) && rights.may(Verb::Print, field);
}

StudentRow printable(const OwnRights& rights, const FieldCatalogue& fields, StudentRow row) {
  for (const FieldDefinition& definition : fields.all())
    if (!isPrintable(rights, definition.field))
      row.record.setValue(definition.field, {});
  if (!isPrintable(rights, Field::StudentNumber))
    row.studentNumber.clear();
  return row;
}

Result<StudentRow> printableRow(Office& office, qint64 student) {
  StudentList students(office);
  const auto row = students.byId(student);
  if (!row)
    return std::unexpected(row.error());
  if (!*row)
    return fail(ErrorCode::StudentNotFound, {QString::number(student)});
  return printable(students.rights(), office.fields(), **row);
}

QString chineseDate(const QDate& date) {
  return date.toString(QStringLiteral("yyyy年M月d日"));
}

} // namespace xueji
