#include "store/writer_lock.h"

#include "store/durable_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>
#include <QSysInfo>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace xueji {

namespace {

constexpr qint64 kLargestLock = 4096;

std::optional<LockHolder> parseHolder(const QByteArray& bytes) {
  const QJsonObject object = QJsonDocument::fromJson(bytes).object();
  LockHolder holder{object["user"].toString(), object["host"].toString(), object["pid"].toInteger(),
                    QDateTime::fromString(object["since"].toString(), Qt::ISODate)};
  if (holder.host.isEmpty() || holder.pid <= 0)
    return std::nullopt;
  return holder;
}

std::optional<LockHolder> readHolder(const QString& file) {
  const auto bytes = readWholeFile(file, kLargestLock);
  return bytes ? parseHolder(*bytes) : std::nullopt;
}

bool isOnNetwork(const QString& file) {
  static const QList<QByteArray> kNetwork = {"nfs", "nfs4",       "cifs",  "smb3", "smbfs",
                                             "9p",  "fuse.sshfs", "davfs", "ncpfs"};
  return kNetwork.contains(QStorageInfo(file).fileSystemType());
}

bool isAlive(qint64 pid) {
  return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

std::unexpected<Error> inUse(const LockHolder& holder) {
  return fail(ErrorCode::RegisterInUse, {holder.user, holder.host, holder.since.toLocalTime().toString(Qt::ISODate)});
}

/// Where the operating system's lock cannot decide alone: the entry of another host, or of a living process of this
/// one.
bool entryStands(const LockHolder& holder, bool systemLocks) {
  if (holder.host != QSysInfo::machineHostName())
    return true;
  return !systemLocks && holder.pid != ::getpid() && isAlive(holder.pid);
}

} // namespace

Result<WriterLock> WriterLock::acquire(const RegisterFolder& folder, const QString& user, const Clock& clock) {
  const QString file = folder.lock();
  const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0)
    return std::unexpected(systemError(errno, file, ErrorCode::WriteFailed));
  WriterLock lock(-1, file);
  const bool locked = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
  const bool systemLocks = locked || errno == EWOULDBLOCK;
  const std::optional<LockHolder> entry = readHolder(file);
  if (!locked && systemLocks) {
    ::close(descriptor);
    return inUse(entry.value_or(LockHolder{}));
  }
  if (entry && (!systemLocks || isOnNetwork(file)) && entryStands(*entry, systemLocks)) {
    ::close(descriptor);
    return inUse(*entry);
  }
  lock.m_descriptor = descriptor;
  if (auto written = lock.write(user, clock); !written)
    return std::unexpected(written.error());
  return lock;
}

std::optional<LockHolder> WriterLock::holder(const RegisterFolder& folder) {
  const std::optional<LockHolder> entry = readHolder(folder.lock());
  const int descriptor = ::open(QFile::encodeName(folder.lock()).constData(), O_RDONLY | O_CLOEXEC);
  if (!entry || descriptor < 0)
    return std::nullopt;
  const bool free = ::flock(descriptor, LOCK_SH | LOCK_NB) == 0;
  const bool systemLocks = free || errno == EWOULDBLOCK;
  ::close(descriptor);
  if (!free && systemLocks)
    return entry;
  const bool counts = !systemLocks || isOnNetwork(folder.lock());
  return counts && entryStands(*entry, systemLocks) ? entry : std::nullopt;
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_file(std::move(other.m_file)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(m_descriptor, other.m_descriptor);
  std::swap(m_file, other.m_file);
  return *this;
}

WriterLock::~WriterLock() {
  release();
}

Result<void> WriterLock::setUser(const QString& user, const Clock& clock) {
  return write(user, clock);
}

Result<void> WriterLock::write(const QString& user, const Clock& clock) {
  const QByteArray bytes = QJsonDocument(QJsonObject{{"user", user},
                                                     {"host", QSysInfo::machineHostName()},
                                                     {"pid", static_cast<qint64>(::getpid())},
                                                     {"since", clock.now().toUTC().toString(Qt::ISODate)}})
                               .toJson(QJsonDocument::Compact);
  if (::ftruncate(m_descriptor, 0) != 0 ||
      ::pwrite(m_descriptor, bytes.constData(), static_cast<size_t>(bytes.size()), 0) != bytes.size() ||
      ::fsync(m_descriptor) != 0)
    return std::unexpected(systemError(errno, m_file, ErrorCode::WriteFailed));
  return {};
}

void WriterLock::release() {
  if (m_descriptor < 0)
    return;
  // The file stays: removing it would let two processes lock two files of one name.
  if (::ftruncate(m_descriptor, 0) != 0)
    qWarning("the register's lock file keeps its entry");
  ::close(std::exchange(m_descriptor, -1));
}

} // namespace xueji
