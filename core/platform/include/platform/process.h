#pragma once

#include <QtGlobal>

namespace xueji {

/// First thing in main(): no core dumps, and no reading of this process's memory by others of the same person. Returns
/// false where the system refuses (the program goes on; the threat model says what that means).
bool hardenProcess();

qint64 thisProcess();
bool isRunning(qint64 process); ///< a process of this computer

} // namespace xueji
