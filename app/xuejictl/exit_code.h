#pragma once

#include "domain/error.h"

namespace xueji {

/// What xuejictl tells the shell (docs/xuejictl.md).
enum class ExitCode {
  Done = 0,
  Refused = 1, ///< by a rule, or a check failed
  WrongUse = 2,
  CannotOpen = 3, ///< wrong password, damaged, newer, locked by another, not writable
  Unreadable = 4, ///< the input file
};

ExitCode exitCodeOf(ErrorCode code);

} // namespace xueji
