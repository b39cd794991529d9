#pragma once

#include "domain/chains.h"
#include "domain/fact.h"
#include "domain/student_number.h"
#include "domain/wish.h"
#include "register/office.h"

namespace xueji {

/// What the rules are asked when a child's facts would change: the record before and after, as seen on the day of the
/// wish. An enrolment that moves to another day is asked about like one of that day.
class RuleCase {
public:
  /// Errors: those of the store: a question that cannot be answered never counts as allowed.
  static Result<RuleCase> of(Office& office, const Wish& wish, const Snapshot& before, const Planned& planned);

  /// Good while this lives and is not moved.
  const Request& request() {
    m_request.record = &m_after;
    return m_request;
  }

private:
  RuleCase() = default;
  Result<void> fill(Office& office, const Wish& wish, const Snapshot& before, const Planned& planned);
  Result<void> addPlacement(Office& office, const Chains& before, const Planned& planned);

  StudentRecord m_after;
  Request m_request;
};

/// The rules ask for a number of the national system: one that was made here is none.
void leaveOutLocalNumber(StudentRecord& record, NumberSource source);

/// Whether a paper on file may still meet something: one that is good for one act is used up by the next row of the
/// fact that its kind names (PaperKind::usedBy). What belongs to the act itself (`refers`: done again, moved to another
/// day) counts with it.
/// A row that puts the child into no class uses nothing up.
bool paperCounts(const RuleBook& rules, const Chains& chains, const FactRow& paper, qint64 refers);
/// Whether a paper of a wish, good for one act, is on file already and was used up by a row that led elsewhere than
/// this wish does.
bool wasUsed(const RuleBook& rules, const Chains& chains, const SeenPaper& paper, const Planned& planned);

/// Whether an enrolment with this number goes on with another school's record (E05: junior and senior entry) instead of
/// opening one. A primary first grade always opens one; a number made here never came from another school.
Result<bool> continuesRecord(Office& office, const QString& studentNumber, Stage stage);
/// The same of a record that stands: the number came with its enrolment.
bool wasContinued(const Chains& chains);

} // namespace xueji
