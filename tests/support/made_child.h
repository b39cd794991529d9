#pragma once

#include "domain/student_record.h"

namespace xueji::test {

/// The number-th invented child of the autumn of `entryYear`, six years old, with nothing against it but the warning of
/// rule N22: the region codes of the identity numbers were retired long before such a child was born. Two numbers below
/// 10,000,000 give two different children.
StudentRecord madeChild(int number, int entryYear = 2024);

} // namespace xueji::test
