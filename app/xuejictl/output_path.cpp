#include "app/xuejictl/output_path.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace xueji {

Result<void> mayWrite(const Invocation& invocation, const QString& path) {
  if (path.isEmpty())
    return {};
  const QFileInfo file(path);
  if (!file.absoluteDir().exists())
    return fail(ErrorCode::PathMissing, {file.absolutePath()});
  if (file.isDir())
    return fail(ErrorCode::WrongUse, {QCoreApplication::translate("xuejictl", "%1 is a folder").arg(path)});
  if (file.exists() && !invocation.has(kForce))
    return fail(ErrorCode::WrongUse,
                {QCoreApplication::translate("xuejictl", "%1 is there already; --force writes over it").arg(path)});
  return {};
}

} // namespace xueji
