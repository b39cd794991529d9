#pragma once

#include "support/test_register.h"

namespace xueji::test {

/// Fills a new register with every kind of act and fact: late, same-day and future days, voided, done again, moved,
/// imported, undone; ends the program where one of them is refused.
void liveOnce(TestRegister& desk);

} // namespace xueji::test
