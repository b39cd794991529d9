#pragma once

#include "register/office.h"

namespace xueji {

/// What the rules are asked when a child's facts would change: the record before and after, as seen on the day of the
/// wish. An enrolment that moves to another day is asked about like one of that day.
class RuleCase {
public:
  RuleCase(Office& office, const Wish& wish, const Snapshot& before, const Planned& planned);
  RuleCase(const RuleCase&) = delete;
  RuleCase& operator=(const RuleCase&) = delete;

  /// Good while this lives.
  const Request& request() const { return m_request; }

private:
  void addPlacement(Office& office, const Wish& wish, const Chains& before, const Planned& planned);

  StudentRecord m_after;
  Request m_request;
};

/// Whether an enrolment with this number goes on with another school's record (E05: junior and senior entry) instead of
/// opening one. A primary first grade always opens one; a number made here never came from another school.
Result<bool> continuesRecord(Office& office, const QString& studentNumber, Stage stage);
/// The same of a record that stands: the number came with its enrolment.
bool wasContinued(const Chains& chains);

} // namespace xueji
