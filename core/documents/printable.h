#pragma once

#include "domain/error.h"
#include "domain/student_row.h"
#include "register/own_rights.h"

#include <QDate>

namespace xueji {

/// Whether the person sees the item and may print it.
bool isPrintable(const OwnRights& rights, Field field);
/// The row with what may not be printed left out.
StudentRow printable(const OwnRights& rights, const FieldCatalogue& fields, StudentRow row);
/// The row of a child, likewise. Error: StudentNotFound.
Result<StudentRow> printableRow(Office& office, qint64 student);

/// 2024年9月1日
QString chineseDate(const QDate& date);

} // namespace xueji
