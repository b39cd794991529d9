#pragma once

#include "register/office.h"
#include "rules/request.h"

namespace xueji {

/// One enrolment that may be written: the record as it shall be, and what the rules said.
struct EnrolmentToWrite {
  StudentRecord record;
  int entryYear = 0;
  Stage stage = Stage::Primary;
  QDate effective;
  qint64 batch = 0;
  QString ground;
  Findings findings;      ///< that stand (warnings)
  QStringList exceptions; ///< rules met by papers, which are kept with the record
  QString ruleSet;
};

struct WrittenEnrolment {
  qint64 student = 0;
  qint64 act = 0;
  QString studentNumber;
};

/// Writes student and act in the running transaction; gives an L number where the record brings none.
Result<WrittenEnrolment> writeEnrolment(Office& office, const EnrolmentToWrite& enrolment);

} // namespace xueji
