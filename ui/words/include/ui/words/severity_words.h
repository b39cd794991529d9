#pragma once

#include "domain/finding.h"

namespace xueji {

/// 不予办理, 须提供证明材料, 提醒
QString severityWord(Severity severity);

} // namespace xueji
