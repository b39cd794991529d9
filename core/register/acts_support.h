#pragma once

#include "register/office.h"

namespace xueji::detail {

QStringList ruleIds(const Findings& findings);
/// RefusedByRules with the rules that refuse; `why` receives what they found.
Error refusal(const Findings& findings, Findings* why);
QString studentObject(qint64 student); ///< "student:17", as the log names it
Result<StudentRow> studentRow(Office& office, qint64 student);
/// Whether an enrolment with this number goes on with another school's record (E05: junior and senior entry) instead of
/// opening one. A primary first grade always opens one. A number of an enrolment undone here is taken up as it was.
bool continuesRecord(Office& office, const QString& studentNumber, Stage stage);
/// The same of a record that stands: a fact of its enrolment, whatever numbers were issued since.
bool wasContinued(Office& office, const StudentRow& row);
/// Ground of an enrolment that goes on with a record, as papers print it.
inline constexpr QStringView kContinuedGround = u"接续学籍";

} // namespace xueji::detail
