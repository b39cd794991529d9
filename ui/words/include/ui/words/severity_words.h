#pragma once

#include "domain/finding.h"

namespace xueji {

/// 不予办理, 需要证明, 提醒
QString severityWord(Severity severity);

} // namespace xueji
