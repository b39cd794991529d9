// Linux, and what else knows POSIX. Another system is another file beside this one.

#include "platform/console.h"
#include "platform/durable_file.h"
#include "platform/open_file.h"
#include "platform/paths.h"
#include "platform/process.h"

#include <QFile>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace xueji {

namespace {

constexpr mode_t kMineAlone = 0600;
constexpr mode_t kFolderMineAlone = 0700;

/// What the system's error number means to a person.
Error systemError(int number, const QString& path, ErrorCode otherwise = ErrorCode::WriteFailed) {
  switch (number) {
  case ENOSPC:
  case EDQUOT:
  case EFBIG: // the limit of this process or file system
    return {ErrorCode::DiskFull, {path}};
  case EACCES:
  case EPERM:
  case EROFS:
    return {ErrorCode::NotWritable, {path}};
  case ENOENT:
  case ENOTDIR:
    return {ErrorCode::PathMissing, {path}};
  default:
    return {otherwise, {path}};
  }
}

std::unexpected<Error> failed(const QString& path) {
  return std::unexpected(systemError(errno, path));
}

int flagsOf(OpenFile::How how) {
  switch (how) {
  case OpenFile::How::Create:
    return O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW;
  case OpenFile::How::Reach:
    return O_RDWR | O_CREAT | O_NOFOLLOW;
  case OpenFile::How::Change:
    return O_RDWR | O_NOFOLLOW | O_NONBLOCK;
  case OpenFile::How::Read:
    return O_RDONLY;
  case OpenFile::How::Folder:
    return O_RDONLY | O_DIRECTORY | O_NOFOLLOW;
  }
  return O_RDONLY;
}

} // namespace

// open_file.h

Result<OpenFile> OpenFile::open(const QString& path, How how) {
  OpenFile file(::open(QFile::encodeName(path).constData(), flagsOf(how) | O_CLOEXEC, kMineAlone), path);
  return file.m_number < 0 ? failed(path) : Result<OpenFile>(std::move(file));
}

Result<OpenFile> OpenFile::openInside(const char* name, How how) const {
  const QString path = m_path + QLatin1Char('/') + QFile::decodeName(name);
  OpenFile file(::openat(m_number, name, flagsOf(how) | O_CLOEXEC, kMineAlone), path);
  return file.m_number < 0 ? failed(path) : Result<OpenFile>(std::move(file));
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : m_number(std::exchange(other.m_number, -1)), m_path(std::move(other.m_path)) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  std::swap(m_number, other.m_number);
  std::swap(m_path, other.m_path);
  return *this;
}

OpenFile::~OpenFile() {
  if (m_number >= 0)
    ::close(m_number);
}

OpenFile::Lock OpenFile::lock(bool shared) {
  if (::flock(m_number, (shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0)
    return Lock::Got;
  return errno == EWOULDBLOCK ? Lock::Taken : Lock::Unknown;
}

Result<void> OpenFile::write(QByteArrayView bytes) {
  for (qsizetype done = 0; done < bytes.size();) {
    const ssize_t written = ::write(m_number, bytes.data() + done, static_cast<size_t>(bytes.size() - done));
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return failed(m_path);
    done += written;
  }
  return ::fsync(m_number) == 0 ? Result<void>() : failed(m_path);
}

Result<void> OpenFile::replaceContent(QByteArrayView bytes) {
  if (::ftruncate(m_number, 0) != 0 || ::lseek(m_number, 0, SEEK_SET) != 0)
    return failed(m_path);
  return write(bytes);
}

Result<void> OpenFile::sync() {
  // Some network file systems cannot sync a folder; that is not a failed write.
  return ::fsync(m_number) == 0 || errno == EINVAL ? Result<void>() : failed(m_path);
}

bool OpenFile::empty() {
  return ::ftruncate(m_number, 0) == 0;
}

QByteArray OpenFile::read(qsizetype most) const {
  QByteArray bytes(most, '\0');
  const ssize_t size = ::pread(m_number, bytes.data(), static_cast<size_t>(most), 0);
  bytes.truncate(std::max<ssize_t>(0, size));
  return bytes;
}

std::optional<OpenFile::Identity> OpenFile::identity() const {
  struct stat about {};
  if (::fstat(m_number, &about) != 0)
    return std::nullopt;
  return Identity{static_cast<quint64>(about.st_dev), static_cast<quint64>(about.st_ino)};
}

bool OpenFile::hasName() const {
  struct stat about {};
  return ::fstat(m_number, &about) == 0 && about.st_nlink > 0;
}

QList<QByteArray> OpenFile::names() const {
  QList<QByteArray> names;
  DIR* stream = ::fdopendir(::dup(m_number));
  if (stream == nullptr)
    return names;
  ::rewinddir(stream);
  while (const dirent* entry = ::readdir(stream))
    if (const QByteArray name(entry->d_name); name != "." && name != "..")
      names << name;
  ::closedir(stream);
  return names;
}

void OpenFile::removeFile(const QByteArray& name) const {
  struct stat about {};
  if (::fstatat(m_number, name.constData(), &about, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(about.st_mode))
    ::unlinkat(m_number, name.constData(), 0);
}

void OpenFile::removeFolder(const char* name) const {
  ::unlinkat(m_number, name, AT_REMOVEDIR);
}

// paths.h

Result<bool> makePrivateFolder(const QString& path) {
  if (::mkdir(QFile::encodeName(path).constData(), kFolderMineAlone) == 0)
    return true;
  return errno == EEXIST ? Result<bool>(false) : failed(path);
}

Result<QString> makePrivateFolderLike(const QString& stem) {
  QByteArray name = QFile::encodeName(stem + QStringLiteral("XXXXXX"));
  return ::mkdtemp(name.data()) == nullptr ? failed(stem) : Result<QString>(QFile::decodeName(name));
}

Result<void> makePrivate(const QString& folder) {
  return ::chmod(QFile::encodeName(folder).constData(), kFolderMineAlone) == 0 ? Result<void>() : failed(folder);
}

bool isPrivateFolder(const QString& path) {
  struct stat about {};
  return ::lstat(QFile::encodeName(path).constData(), &about) == 0 && S_ISDIR(about.st_mode) &&
         about.st_uid == ::geteuid() && (about.st_mode & 0777) == kFolderMineAlone;
}

Result<void> renameOver(const QString& from, const QString& to) {
  const QByteArray old = QFile::encodeName(from);
  return std::rename(old.constData(), QFile::encodeName(to).constData()) == 0 ? Result<void>() : failed(to);
}

Result<bool> renameUnlessTaken(const QString& from, const QString& to) {
  const QByteArray old = QFile::encodeName(from);
  const QByteArray name = QFile::encodeName(to);
#ifdef Q_OS_LINUX
  if (::renameat2(AT_FDCWD, old.constData(), AT_FDCWD, name.constData(), RENAME_NOREPLACE) == 0)
    return true;
  if (errno == EEXIST)
    return false;
  if (errno != EINVAL && errno != ENOSYS)
    return failed(to);
#endif
  // A file system that cannot: the name is claimed by an empty file and then taken over.
  const int claimed = ::open(name.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, kMineAlone);
  if (claimed < 0)
    return errno == EEXIST ? Result<bool>(false) : failed(to);
  ::close(claimed);
  if (std::rename(old.constData(), name.constData()) == 0)
    return true;
  const auto trouble = failed(to);
  ::unlink(name.constData());
  return trouble;
}

Result<void> removeFile(const QString& path) {
  return ::unlink(QFile::encodeName(path).constData()) == 0 ? Result<void>() : failed(path);
}

bool removeEmptyFolder(const QString& path) {
  return ::rmdir(QFile::encodeName(path).constData()) == 0;
}

bool isWritable(const QString& path) {
  return ::access(QFile::encodeName(path).constData(), W_OK) == 0;
}

// process.h

bool hardenProcess() {
  ::umask(077); // files of the register and papers with children's data are this person's alone
  const rlimit none{0, 0};
  bool done = ::setrlimit(RLIMIT_CORE, &none) == 0;
#ifdef Q_OS_LINUX
  done = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && done;
#endif
  return done;
}

qint64 thisProcess() {
  return ::getpid();
}

bool isRunning(qint64 process) {
  return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

// console.h

struct HiddenInput::State {
  termios before{};
  bool isTerminal = false;
};

HiddenInput::HiddenInput() : m_state(std::make_unique<State>()) {
  m_state->isTerminal = ::isatty(STDIN_FILENO) != 0 && ::tcgetattr(STDIN_FILENO, &m_state->before) == 0;
  if (!m_state->isTerminal)
    return;
  termios quiet = m_state->before;
  quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
}

HiddenInput::~HiddenInput() {
  if (m_state->isTerminal)
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_state->before);
}

bool HiddenInput::isTerminal() const {
  return m_state->isTerminal;
}

} // namespace xueji
