#pragma once

#include "invocation.h"

namespace xueji {

// Each file of commands answers its own, with the functions that carry them out kept to itself: one that no command
// names does not compile.
QList<Command> officeCommands();
QList<Command> importCommands();
QList<Command> numbersCommands();
QList<Command> undoCommands();
QList<Command> studentCommands();
QList<Command> rulesCommands();
QList<Command> classCommands();
QList<Command> paperCommands();
QList<Command> dumpCommands();

} // namespace xueji
