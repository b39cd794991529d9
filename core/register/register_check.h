#pragma once

#include "domain/progress.h"
#include "register/office.h"

namespace xueji {

struct CheckedStudent {
  qint64 student = 0;
  QString name;
  QString studentNumber;
  Findings findings;
};

/// "What is wrong today": the rules over every record that counts.
Result<QList<CheckedStudent>> checkRegister(Office& office, const Progress& progress = {});

/// What is wrong with one record today: judged as the enrolment was, papers seen then and since counted. Numbers in the
/// findings are masked.
Result<Findings> findingsToday(Office& office, const StudentRow& row);

} // namespace xueji
