#pragma once

#include "app/xuejictl/invocation.h"

namespace xueji {

/// Every command that writes files has this switch.
inline const QString kForce = QStringLiteral("force");

/// Whether the command may write a file there: its folder exists, and nothing stands in its place unless --force is
/// given. Standard output (an empty path) always. Errors: PathMissing (folder), WrongUse (what stands there).
Result<void> mayWrite(const Invocation& invocation, const QString& path);

} // namespace xueji
