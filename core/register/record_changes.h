#pragma once

#include "domain/field_catalogue.h"
#include "domain/student_record.h"

#include <QJsonObject>

namespace xueji {

/// Item id -> canonical value of every item that is not empty: what an enrolment's act says it put there.
QJsonObject toJson(const StudentRecord& record, const FieldCatalogue& fields);

/// What differs between two records, as an act stores it.
struct RecordChange {
  QJsonObject before;
  QJsonObject after;
};
RecordChange changeBetween(const StudentRecord& before, const StudentRecord& after, const FieldCatalogue& fields);

} // namespace xueji
