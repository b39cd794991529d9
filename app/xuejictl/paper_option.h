#pragma once

#include "domain/error.h"
#include "domain/wish.h"

#include <QString>

namespace xueji {

/// A paper as an option gives it: NUMBER,ISSUER,DATE[,LEVEL] of a kind that is known, with KIND, before it where not.
/// Error: ValueInvalid (option, text).
Result<SeenPaper> paperFrom(const QString& option, const QString& text, const QString& kind = {});

} // namespace xueji
