#include "partial_folder.h"

#include "platform/durable_file.h"
#include "platform/paths.h"
#include "store/register_folder.h"

#include <QFileInfo>
#include <algorithm>
#include <utility>

namespace xueji {

namespace {

constexpr auto kMarkName = "unfinished";
constexpr int kMostNames = 1000;

QByteArray markOf(const SecretBytes& dataKey) {
  return dataKey.derived("XjUnfini").view().toByteArray().toHex();
}

bool isOneOf(const QByteArray& name, std::initializer_list<const char*> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const char* beginning) { return name.startsWith(beginning); });
}

void removeFiles(const OpenFile& folder, std::initializer_list<const char*> beginnings) {
  for (const QByteArray& name : folder.names())
    if (isOneOf(name, beginnings))
      folder.removeFile(name);
}

/// What a register has, and the folder if nothing else is in it. The mark goes last but for the folder, so that what
/// was begun can be taken up again.
bool removeRegisterIn(const OpenFile& folder, const QString& path) {
  if (const auto backups = folder.openInside("backups", OpenFile::How::Folder))
    removeFiles(*backups, {"before-schema-"});
  folder.removeFolder("backups");
  removeFiles(folder, {"register.db", "keys.json", "attempts.json", "lock"});
  if (folder.names().size() > 1) // the mark: somebody put something in
    return false;
  folder.removeFile(kMarkName);
  return removeEmptyFolder(path);
}

/// Whether `path` was what an ended run with this data key left, and is gone.
bool removeLeftover(const QString& path, const QByteArray& mark) {
  const auto folder = OpenFile::open(path, OpenFile::How::Folder);
  if (!folder)
    return false;
  auto file = folder->openInside(kMarkName, OpenFile::How::Change);
  if (!file || file->lock() != OpenFile::Lock::Got)
    return false;
  return file->read(mark.size() + 1) == mark && removeRegisterIn(*folder, path);
}

} // namespace

Result<PartialFolder> PartialFolder::make(const QString& wanted, const SecretBytes& dataKey) {
  const QString parent = QFileInfo(wanted).absolutePath();
  if (!QFileInfo(parent).isDir())
    return fail(ErrorCode::PathMissing, {parent});
  const QByteArray mark = markOf(dataKey);
  for (int number = 1; number <= kMostNames; ++number) {
    PartialFolder part(number == 1 ? wanted : wanted + QStringLiteral("-%1").arg(number));
    auto made = makePrivateFolder(part.path());
    if (made && !*made && removeLeftover(part.path(), mark))
      made = makePrivateFolder(part.path());
    if (!made)
      return std::unexpected(made.error());
    if (!*made)
      continue;
    if (auto marked = part.putMark(mark); !marked)
      return std::unexpected(marked.error());
    return part;
  }
  return fail(ErrorCode::RegisterExists, {wanted});
}

PartialFolder::PartialFolder(PartialFolder&& other) noexcept
    : m_path(std::move(other.m_path)), m_mark(std::exchange(other.m_mark, std::nullopt)),
      m_ours(std::exchange(other.m_ours, std::nullopt)) {}

PartialFolder::~PartialFolder() {
  if (!m_ours)
    return;
  if (const auto folder = OpenFile::open(m_path, OpenFile::How::Folder); folder && folder->identity() == m_ours)
    removeRegisterIn(*folder, m_path);
}

Result<void> PartialFolder::putMark(const QByteArray& mark) {
  const auto folder = OpenFile::open(m_path, OpenFile::How::Folder);
  if (!folder)
    return std::unexpected(folder.error());
  m_ours = folder->identity();
  if (auto made = RegisterFolder(m_path).make(); !made)
    return made;
  const auto named = [&](const Error& error) { return fail(error.code, {m_path}); };
  auto file = folder->openInside(kMarkName, OpenFile::How::Create);
  if (!file)
    return named(file.error());
  m_mark = std::move(*file);
  // Where the file system knows no locks, what is left later is not removed either.
  static_cast<void>(m_mark->lock());
  if (auto written = m_mark->write(mark); !written)
    return named(written.error());
  return syncFolder(m_path);
}

Result<void> PartialFolder::finish(const QString& name) {
  const QString mark = m_path + QLatin1Char('/') + QLatin1String(kMarkName);
  if (auto removed = removeFile(mark); !removed)
    return removed;
  if (auto synced = syncFolder(m_path); !synced)
    return synced;
  if (auto moved = moveDurably(m_path, name); !moved)
    return moved;
  m_ours.reset();
  return {};
}

} // namespace xueji
