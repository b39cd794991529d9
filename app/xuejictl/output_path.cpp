#include "output_path.h"

#include "platform/durable_file.h"
#include "platform/paths.h"
#include "store/register_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <filesystem>

namespace xueji {
namespace {

QString words(const char* sentence, const QString& path) {
  return QCoreApplication::translate("xuejictl", sentence).arg(path);
}

Result<void> standsThere(const QString& path) {
  return fail(ErrorCode::WrongUse,
              {words(QT_TRANSLATE_NOOP("xuejictl", "%1 is there already; --force writes over it"), path)});
}

/// Something of that name, be it a link to nothing.
bool isTaken(const QFileInfo& file) {
  return file.exists() || file.isSymLink();
}

/// Whether the path, or what it is a link to, lies in a register: the nearest folders that exist are looked at.
bool isInRegister(const QString& path) {
  QStringList places{QFileInfo(path).absolutePath()};
  if (const QFileInfo file(path); file.exists())
    places << file.canonicalFilePath();
  for (QString place : std::as_const(places)) {
    place = QDir::cleanPath(place);
    while (!QFileInfo::exists(place) && !QDir(place).isRoot())
      place = QFileInfo(place).absolutePath();
    for (QDir folder(QFileInfo(place).canonicalFilePath());; folder.setPath(QFileInfo(folder.path()).path())) {
      if (RegisterFolder(folder.path()).looksLikeRegister())
        return true;
      if (folder.isRoot())
        break;
    }
  }
  return false;
}

/// One file on the disk, under whatever names.
bool isSameFile(const QString& a, const QString& b) {
  std::error_code none;
  return std::filesystem::equivalent(QFile::encodeName(a).toStdString(), QFile::encodeName(b).toStdString(), none);
}

} // namespace

Result<void> mayWrite(const Invocation& invocation, const QString& path, const QStringList& inputs) {
  if (path.isEmpty())
    return {};
  const QFileInfo file(path);
  if (!file.absoluteDir().exists())
    return fail(ErrorCode::PathMissing, {file.absolutePath()});
  if (isInRegister(path))
    return fail(ErrorCode::WrongUse, {words(QT_TRANSLATE_NOOP("xuejictl", "%1 lies in a register"), path)});
  for (const QString& input : inputs)
    if (isSameFile(path, input))
      return fail(ErrorCode::WrongUse,
                  {words(QT_TRANSLATE_NOOP("xuejictl", "%1 is the file that the command reads"), path)});
  if (file.isDir())
    return fail(ErrorCode::WrongUse, {words(QT_TRANSLATE_NOOP("xuejictl", "%1 is a folder"), path)});
  if (file.exists() && !file.isFile())
    return fail(ErrorCode::WrongUse, {words(QT_TRANSLATE_NOOP("xuejictl", "%1 is a device, not a file"), path)});
  return isTaken(file) && !invocation.has(kForce) ? standsThere(path) : Result<void>();
}

Result<void> mayWriteInto(const Invocation& invocation, const QString& folder, const QStringList& names) {
  if (isInRegister(QDir(folder).filePath(QStringLiteral("."))))
    return fail(ErrorCode::WrongUse, {words(QT_TRANSLATE_NOOP("xuejictl", "%1 lies in a register"), folder)});
  if (!QDir(folder).exists())
    return {};
  for (const QString& name : names)
    if (auto free = mayWrite(invocation, QDir(folder).filePath(name)); !free)
      return free;
  return {};
}

Result<Staging> Staging::in(const Invocation& invocation, const QString& folder) {
  Staging staging;
  staging.m_folder = folder;
  staging.m_over = invocation.has(kForce);
  staging.m_place = std::make_unique<QTemporaryDir>(QDir(folder).filePath(QStringLiteral(".XXXXXX.part")));
  if (!staging.m_place->isValid())
    return fail(ErrorCode::NotWritable, {folder});
  return staging;
}

QString Staging::path(const QString& name) const {
  return m_place->filePath(name);
}

Result<void> Staging::publish(const QStringList& names) {
  QStringList published;
  for (const QString& name : names) {
    if (auto done = publishOne(name); !done) {
      if (!m_over)
        for (const QString& path : std::as_const(published))
          QFile::remove(path);
      return done;
    }
    published << QDir(m_folder).filePath(name);
  }
  return syncFolder(m_folder);
}

Result<void> Staging::publishOne(const QString& name) const {
  const QString made = path(name);
  const QString target = QDir(m_folder).filePath(name);
  if (auto synced = syncFile(made); !synced)
    return std::unexpected(named(synced.error()));
  // Who could not read what stood there does not read what follows it.
  if (const QFileInfo before(target); m_over && before.isFile() && !before.isSymLink())
    QFile::setPermissions(made, QFile::permissions(made) & before.permissions());
  if (m_over)
    return renameOver(made, target);
  const auto renamed = renameUnlessTaken(made, target);
  if (!renamed)
    return std::unexpected(renamed.error());
  return *renamed ? Result<void>() : standsThere(target);
}

Error Staging::named(Error error) const {
  for (QString& argument : error.args)
    argument.replace(m_place->path(), QDir::cleanPath(m_folder));
  return error;
}

} // namespace xueji
