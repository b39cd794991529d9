#pragma once

#include "domain/error.h"

#include <QString>

namespace xueji {

/// One sentence or two for a person: what happened to which thing, and the way out. In the language of the installed
/// translator. Never empty, and different for every code.
QString sentenceFor(const Error& error);

/// What xuejictl tells the shell (docs/xuejictl.md).
enum class ExitCode {
  Done = 0,
  Refused = 1, ///< by a rule, or a check failed
  WrongUse = 2,
  CannotOpen = 3, ///< wrong password, damaged, newer, locked by another, not writable
  Unreadable = 4, ///< the input file
};
ExitCode exitCodeOf(ErrorCode code);

/// A role in words: Registrar ...
QString roleWord(const QString& roleKey);

} // namespace xueji
