#pragma once

#include "domain/error.h"
#include "domain/wish.h"

#include <QString>

namespace xueji {

/// A paper as an option gives it: NUMBER,ISSUER,DATE[,LEVEL] of a kind that is known, with KIND, before it where not.
/// What a kind needs the rule book knows; here only a text that cannot be read is refused. Error: ValueInvalid (option
/// with the part that cannot be read, text).
Result<SeenPaper> paperFrom(const QString& option, const QString& text, const QString& kind = {});

} // namespace xueji
