#include "store/hardening.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace xueji {

bool hardenProcess() {
  bool done = true;
#ifdef Q_OS_UNIX
  ::umask(077); // files of the register and papers with children's data are this person's alone
  const rlimit none{0, 0};
  done = ::setrlimit(RLIMIT_CORE, &none) == 0;
#endif
#ifdef Q_OS_LINUX
  done = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && done;
#endif
  return done;
}

} // namespace xueji
