#include "file_hash.h"

#include <QCryptographicHash>
#include <QFile>

namespace xueji {

Result<QByteArray> hashOfFile(const QString& path) {
  QFile file(path);
  QCryptographicHash hash(QCryptographicHash::Sha256);
  if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
    return fail(ErrorCode::ReadFailed, {path});
  return hash.result();
}

} // namespace xueji
