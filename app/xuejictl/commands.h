#pragma once

#include "invocation.h"

namespace xueji {

ExitCode runCreate(const Invocation& invocation, const Console& console);
ExitCode runUserAdd(const Invocation& invocation, const Console& console);
ExitCode runImport(const Invocation& invocation, const Console& console);
ExitCode runVoid(const Invocation& invocation, const Console& console);
ExitCode runUndoBatch(const Invocation& invocation, const Console& console);
ExitCode runFind(const Invocation& invocation, const Console& console);
ExitCode runShow(const Invocation& invocation, const Console& console);
ExitCode runCheck(const Invocation& invocation, const Console& console);
ExitCode runClasses(const Invocation& invocation, const Console& console);
ExitCode runMakeClass(const Invocation& invocation, const Console& console);
ExitCode runChangeClass(const Invocation& invocation, const Console& console);
ExitCode runCloseClass(const Invocation& invocation, const Console& console);
ExitCode runPlace(const Invocation& invocation, const Console& console);
ExitCode runRules(const Invocation& invocation, const Console& console);
ExitCode runList(const Invocation& invocation, const Console& console);
ExitCode runDossier(const Invocation& invocation, const Console& console);
ExitCode runBackup(const Invocation& invocation, const Console& console);
ExitCode runRestore(const Invocation& invocation, const Console& console);
ExitCode runConfirmClock(const Invocation& invocation, const Console& console);
ExitCode runDump(const Invocation& invocation, const Console& console);
ExitCode runVerify(const Invocation& invocation, const Console& console);

} // namespace xueji
