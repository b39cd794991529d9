#include "store/partial_folder.h"

#include "store/durable_file.h"
#include "store/register_folder.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace xueji {

namespace {

constexpr auto kMarkName = "unfinished";
constexpr int kMostNames = 1000;

/// A descriptor that closes itself.
class Open {
public:
  explicit Open(int number) : m_number(number) {}
  ~Open() {
    if (m_number >= 0)
      ::close(m_number);
  }
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;
  int number() const { return m_number; }
  explicit operator bool() const { return m_number >= 0; }

private:
  int m_number;
};

int openFolder(int at, const char* name) {
  return ::openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

QByteArray markOf(const SecretBytes& dataKey) {
  return dataKey.derived("XjUnfini").view().toByteArray().toHex();
}

QList<QByteArray> namesIn(int folder) {
  QList<QByteArray> names;
  DIR* stream = ::fdopendir(::dup(folder));
  if (stream == nullptr)
    return names;
  ::rewinddir(stream);
  while (const dirent* entry = ::readdir(stream))
    names << QByteArray(entry->d_name);
  ::closedir(stream);
  return names;
}

bool isOneOf(const QByteArray& name, std::initializer_list<const char*> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const char* beginning) { return name.startsWith(beginning); });
}

void removeFiles(int folder, std::initializer_list<const char*> beginnings) {
  for (const QByteArray& name : namesIn(folder)) {
    struct stat about {};
    if (isOneOf(name, beginnings) && ::fstatat(folder, name.constData(), &about, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISREG(about.st_mode))
      ::unlinkat(folder, name.constData(), 0);
  }
}

/// What a register has, and the folder if nothing else is in it. The mark goes last but for the folder, so that what
/// was begun can be taken up again.
bool removeRegisterIn(int folder, const QString& path) {
  if (const Open backups(openFolder(folder, "backups")); backups)
    removeFiles(backups.number(), {"before-schema-"});
  ::unlinkat(folder, "backups", AT_REMOVEDIR);
  removeFiles(folder, {"register.db", "keys.json", "attempts.json", "lock"});
  if (namesIn(folder).size() > 3) // ".", ".." and the mark: somebody put something in
    return false;
  ::unlinkat(folder, kMarkName, 0);
  return ::rmdir(QFile::encodeName(path).constData()) == 0;
}

/// Whether `path` was what an ended run with this data key left, and is gone.
bool removeLeftover(const QString& path, const QByteArray& mark) {
  const Open folder(openFolder(AT_FDCWD, QFile::encodeName(path).constData()));
  if (!folder)
    return false;
  const Open file(::openat(folder.number(), kMarkName, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  QByteArray found(mark.size() + 1, '\0');
  if (!file || ::flock(file.number(), LOCK_EX | LOCK_NB) != 0)
    return false;
  const ssize_t size = ::pread(file.number(), found.data(), static_cast<size_t>(found.size()), 0);
  return size == mark.size() && found.left(mark.size()) == mark && removeRegisterIn(folder.number(), path);
}

} // namespace

Result<PartialFolder> PartialFolder::make(const QString& wanted, const SecretBytes& dataKey) {
  const QString parent = QFileInfo(wanted).absolutePath();
  if (!QFileInfo(parent).isDir())
    return fail(ErrorCode::PathMissing, {parent});
  const QByteArray mark = markOf(dataKey);
  for (int number = 1; number <= kMostNames; ++number) {
    PartialFolder part(number == 1 ? wanted : wanted + QStringLiteral("-%1").arg(number));
    const QByteArray name = QFile::encodeName(part.path());
    const auto makeIt = [&name] { return ::mkdir(name.constData(), 0700) == 0 ? 0 : errno; };
    int trouble = makeIt();
    if (trouble == EEXIST && removeLeftover(part.path(), mark))
      trouble = makeIt();
    if (trouble == EEXIST)
      continue;
    if (trouble != 0)
      return std::unexpected(systemError(trouble, part.path(), ErrorCode::WriteFailed));
    if (auto marked = part.putMark(mark); !marked)
      return std::unexpected(marked.error());
    return part;
  }
  return fail(ErrorCode::RegisterExists, {wanted});
}

PartialFolder::PartialFolder(PartialFolder&& other) noexcept
    : m_path(std::move(other.m_path)), m_mark(std::exchange(other.m_mark, -1)), m_device(other.m_device),
      m_inode(std::exchange(other.m_inode, 0)) {}

PartialFolder::~PartialFolder() {
  struct stat about {};
  const Open folder(m_inode == 0 ? -1 : openFolder(AT_FDCWD, QFile::encodeName(m_path).constData()));
  if (folder && ::fstat(folder.number(), &about) == 0 && about.st_ino == m_inode && about.st_dev == m_device)
    removeRegisterIn(folder.number(), m_path);
  if (m_mark >= 0)
    ::close(m_mark);
}

Result<void> PartialFolder::putMark(const QByteArray& mark) {
  const auto failed = [this] { return std::unexpected(systemError(errno, m_path, ErrorCode::WriteFailed)); };
  const Open folder(openFolder(AT_FDCWD, QFile::encodeName(m_path).constData()));
  struct stat about {};
  if (!folder || ::fstat(folder.number(), &about) != 0)
    return failed();
  m_device = about.st_dev;
  m_inode = about.st_ino;
  if (auto made = RegisterFolder(m_path).make(); !made)
    return made;
  m_mark = ::openat(folder.number(), kMarkName, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (m_mark < 0)
    return failed();
  // Where the file system knows no locks, what is left later is not removed either.
  static_cast<void>(::flock(m_mark, LOCK_EX | LOCK_NB));
  if (::write(m_mark, mark.constData(), static_cast<size_t>(mark.size())) != mark.size() || ::fsync(m_mark) != 0)
    return failed();
  return syncFolder(m_path);
}

Result<void> PartialFolder::finish(const QString& name) {
  const QString mark = m_path + QLatin1Char('/') + QLatin1String(kMarkName);
  if (::unlink(QFile::encodeName(mark).constData()) != 0)
    return std::unexpected(systemError(errno, mark, ErrorCode::WriteFailed));
  if (auto synced = syncFolder(m_path); !synced)
    return synced;
  if (auto moved = moveDurably(m_path, name); !moved)
    return moved;
  m_inode = 0;
  return {};
}

} // namespace xueji
