#include "store/register_folder.h"

#include "platform/durable_file.h"
#include "platform/paths.h"

#include <QDir>
#include <QFileInfo>

namespace xueji {

namespace {

/// Also where it stands already.
Result<void> makeMine(const QString& path) {
  const auto made = makePrivateFolder(path);
  if (!made)
    return std::unexpected(made.error());
  return *made ? Result<void>() : makePrivate(path);
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
  if (auto made = makeMine(m_path); !made)
    return made;
  if (auto made = makeMine(backups()); !made)
    return made;
  if (auto synced = syncFolder(m_path); !synced)
    return synced;
  return syncFolder(parent);
}

} // namespace xueji
