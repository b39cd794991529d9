#pragma once

#include <QString>

class QApplication;

namespace xueji {

/// Drives the real window through a whole job on a sample school: first run, import, record, papers, office, lock. One
/// picture of each page and each step is left in `folder`/pictures, in Chinese at 1366 x 768, the home page and a
/// record also dark and at double scaling. The school is made fresh inside `folder` and removed at the end.
/// Answers the exit code: 0, or 1 when a step did not come to where it should (said on standard error).
int runTour(QApplication& application, const QString& folder);

} // namespace xueji
