#pragma once

#include "register/office.h"

namespace xueji::detail {

QStringList ruleIds(const Findings& findings);
/// RefusedByRules with the rules that refuse; `why` receives what they found.
Error refusal(const Findings& findings, Findings* why);
QString studentObject(qint64 student); ///< "student:17", as the log names it
Result<StudentRow> studentRow(Office& office, qint64 student);
/// The continued record of another school is not opened anew: its number was not made here.
bool isContinued(const QString& studentNumber, const SchoolProfile& school);

} // namespace xueji::detail
