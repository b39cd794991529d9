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

} // namespace xueji
