#include "store/register_folder.h"

#include "store/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <sys/stat.h>

namespace xueji {

namespace {

Result<void> makePrivateFolder(const QString& path) {
  const QByteArray name = QFile::encodeName(path);
  if (::mkdir(name.constData(), 0700) == 0 || (errno == EEXIST && ::chmod(name.constData(), 0700) == 0))
    return {};
  return std::unexpected(systemError(errno, path, ErrorCode::WriteFailed));
}

} // namespace

RegisterFolder::RegisterFolder(const QString& path) : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath())) {}

QString RegisterFolder::name() const {
  const QString last = QFileInfo(m_path).fileName();
  return last.endsWith(kSuffix) ? last.chopped(QLatin1String(kSuffix).size()) : last;
}

bool RegisterFolder::exists() const {
  return QFileInfo(m_path).isDir();
}

bool RegisterFolder::looksLikeRegister() const {
  return QFileInfo(database()).isFile() && (QFileInfo(keys()).isFile() || QFileInfo(keysCopy()).isFile());
}

Result<void> RegisterFolder::mustBeRegister() const {
  if (!QFileInfo::exists(m_path))
    return fail(ErrorCode::RegisterMissing, {m_path});
  if (!looksLikeRegister())
    return fail(ErrorCode::NotARegister, {m_path});
  return {};
}

Result<void> RegisterFolder::make() const {
  const QFileInfo present(m_path);
  if (present.exists() &&
      !(present.isDir() && QDir(m_path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)))
    return fail(ErrorCode::RegisterExists, {m_path});
  const QString parent = present.absolutePath();
  if (!QFileInfo(parent).isDir())
    return fail(ErrorCode::PathMissing, {parent});
  if (auto made = makePrivateFolder(m_path); !made)
    return made;
  if (auto made = makePrivateFolder(backups()); !made)
    return made;
  if (auto synced = syncFolder(m_path); !synced)
    return synced;
  return syncFolder(parent);
}

} // namespace xueji
