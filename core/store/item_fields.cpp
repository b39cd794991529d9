#include "item_fields.h"

#include "student_columns.h"

#include <QHash>

namespace xueji {

namespace {

const QHash<QString, Field>& fieldsById() {
  static const QHash<QString, Field> fields = [] {
    QHash<QString, Field> known;
    for (const auto& column : detail::kStudentColumns)
      known.insert(QString::fromLatin1(column.name), column.field);
    known.insert(QStringLiteral("class"), Field::Class); // its column holds an id
    for (int position = 1; position <= detail::kMembers; ++position)
      for (const auto& column : detail::kMemberColumns)
        known.insert(detail::memberItem(column, position), detail::memberField(column.field, position));
    return known;
  }();
  return fields;
}

} // namespace

std::optional<Field> fieldOfItem(const QString& item) {
  const auto field = fieldsById().constFind(item);
  return field == fieldsById().constEnd() ? std::optional<Field>() : *field;
}

QString itemOfField(Field field) {
  return fieldsById().key(field);
}

} // namespace xueji
