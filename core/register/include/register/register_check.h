#pragma once

#include "domain/progress.h"
#include "domain/student_row.h"
#include "register/office.h"

namespace xueji {

struct CheckedStudent {
  qint64 student = 0;
  QString name;
  QString studentNumber;
  NumberSource numberSource = NumberSource::Local;
  Findings findings;
};

/// "What is wrong today": the rules over every record that counts. Errors: Cancelled, and what kept a rule from being
/// asked of one record.
/// Student numbers as OwnRights shows them.
Result<QList<CheckedStudent>> checkRegister(Office& office, const Progress& progress = {});

/// What the rules say of one record as it stands.
struct Standing {
  Findings findings; ///< what is wrong
  Findings open;     ///< what is still to be brought (RuleSentence::openPoint): nothing is wrong
};
Result<Standing> standingToday(Office& office, const StudentRow& row);

/// What is wrong with one record as it stands: the rules that are asked of what stands (docs/rules.md), as in force on
/// the office's day, papers on file counted. The enrolment is not judged again. As OwnRights::seen() gives findings.
Result<Findings> findingsToday(Office& office, const StudentRow& row);

} // namespace xueji
