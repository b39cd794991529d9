#pragma once

#include "ui/window/command.h"

namespace xueji {

/// Every command of the window, in the order of menu and sheet of keys. The translator must be installed before.
QList<Command> allCommands();

} // namespace xueji
