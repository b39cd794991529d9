#include "store/private_copy.h"

#include "store/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace xueji {

namespace {

constexpr auto kStem = "xueji-older-";
constexpr auto kMarkName = "reading";
constexpr int kMostTries = 100;

QByteArray inside(const QString& folder, const char* name) {
  return QFile::encodeName(folder + QLatin1Char('/') + QLatin1String(name));
}

/// The files of such a copy, then the mark, then the folder if nothing else is in it.
void removeFolder(const QString& folder) {
  for (const char* name : {"register.db", "register.db-wal", "register.db-shm", "register.db-journal",
                           "register.db.new", "register.db.new-journal", kMarkName})
    ::unlink(inside(folder, name).constData());
  ::rmdir(QFile::encodeName(folder).constData());
}

bool isMine(const QString& folder) {
  struct stat about {};
  return ::lstat(QFile::encodeName(folder).constData(), &about) == 0 && S_ISDIR(about.st_mode) &&
         about.st_uid == ::geteuid() && (about.st_mode & 0777) == 0700;
}

} // namespace

Result<PrivateCopy> PrivateCopy::make() {
  const QString place = QDir::tempPath();
  for (int tries = 0; tries < kMostTries; ++tries) {
    QByteArray name = QFile::encodeName(place + QLatin1Char('/') + QLatin1String(kStem) + QStringLiteral("XXXXXX"));
    if (::mkdtemp(name.data()) == nullptr)
      return std::unexpected(systemError(errno, place, ErrorCode::WriteFailed));
    const QString folder = QFile::decodeName(name);
    const int mark =
        ::open(inside(folder, kMarkName).constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    struct stat about {};
    // Somebody who tidies up may have come between: then the next name.
    if (mark >= 0 && ::flock(mark, LOCK_EX | LOCK_NB) == 0 && ::fstat(mark, &about) == 0 && about.st_nlink > 0)
      return PrivateCopy(folder, mark);
    const int trouble = errno;
    if (mark >= 0)
      ::close(mark);
    removeFolder(folder);
    if (mark < 0 && trouble != ENOENT)
      return std::unexpected(systemError(trouble, place, ErrorCode::WriteFailed));
  }
  return fail(ErrorCode::WriteFailed, {place});
}

PrivateCopy::PrivateCopy(PrivateCopy&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {})), m_mark(std::exchange(other.m_mark, -1)) {}

PrivateCopy::~PrivateCopy() {
  if (m_mark < 0)
    return;
  removeFolder(m_folder);
  ::close(m_mark);
}

void PrivateCopy::removeLeft() {
  const QDir place(QDir::tempPath());
  const auto found = place.entryList({QLatin1String(kStem) + QLatin1Char('*')}, QDir::Dirs | QDir::Hidden);
  for (const QString& name : found) {
    const QString folder = place.filePath(name);
    if (!isMine(folder))
      continue;
    const int mark = ::open(inside(folder, kMarkName).constData(), O_RDWR | O_NOFOLLOW | O_CLOEXEC);
    if (mark < 0) {
      ::rmdir(QFile::encodeName(folder).constData()); // killed before its mark: empty, or none of ours
      continue;
    }
    if (::flock(mark, LOCK_EX | LOCK_NB) == 0)
      removeFolder(folder);
    ::close(mark);
  }
}

} // namespace xueji
