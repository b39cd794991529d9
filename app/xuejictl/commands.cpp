#include "commands.h"

namespace xueji {

const QList<Command>& commands() {
  static const QList<Command> all = officeCommands() + importCommands() + numbersCommands() + undoCommands() +
                                    studentCommands() + classCommands() + paperCommands() + rulesCommands() +
                                    dumpCommands();
  return all;
}

} // namespace xueji
