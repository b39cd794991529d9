#include "register/record_changes.h"

namespace xueji {

QJsonObject toJson(const StudentRecord& record, const FieldCatalogue& fields) {
  QJsonObject object;
  for (const FieldDefinition& definition : fields.all())
    if (!record.isEmpty(definition.field))
      object.insert(definition.id, record.value(definition.field));
  return object;
}

RecordChange changeBetween(const StudentRecord& before, const StudentRecord& after, const FieldCatalogue& fields) {
  RecordChange change;
  for (const FieldDefinition& definition : fields.all()) {
    if (before.value(definition.field) == after.value(definition.field))
      continue;
    change.before.insert(definition.id, before.value(definition.field));
    change.after.insert(definition.id, after.value(definition.field));
  }
  return change;
}

} // namespace xueji
