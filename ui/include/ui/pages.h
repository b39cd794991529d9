#pragma once

#include "ui/shell/page.h"

namespace xueji {

/// Every page of the window in the order of the navigation. The translator must be installed before.
QList<PageEntry> allPages();

} // namespace xueji
