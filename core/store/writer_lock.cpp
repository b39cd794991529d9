#include "writer_lock.h"

#include "platform/durable_file.h"
#include "platform/process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>
#include <QSysInfo>
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

std::unexpected<Error> inUse(const LockHolder& holder) {
  return fail(ErrorCode::RegisterInUse, {holder.user, holder.host, holder.since.toLocalTime().toString(Qt::ISODate)});
}

/// Where the operating system's lock cannot decide alone: the entry of another host, or of a living process of this
/// one.
bool entryStands(const LockHolder& holder, bool systemLocks) {
  if (holder.host != QSysInfo::machineHostName())
    return true;
  return !systemLocks && holder.pid != thisProcess() && isRunning(holder.pid);
}

} // namespace

Result<WriterLock> WriterLock::acquire(const RegisterFolder& folder, const QString& user, const Clock& clock) {
  const QString path = folder.lock();
  auto file = OpenFile::open(path, OpenFile::How::Reach);
  if (!file)
    return std::unexpected(file.error());
  const OpenFile::Lock locked = file->lock();
  const std::optional<LockHolder> entry = readHolder(path);
  if (locked == OpenFile::Lock::Taken)
    return inUse(entry.value_or(LockHolder{}));
  const bool systemLocks = locked == OpenFile::Lock::Got;
  if (entry && (!systemLocks || isOnNetwork(path)) && entryStands(*entry, systemLocks))
    return inUse(*entry);
  WriterLock lock(std::move(*file));
  if (auto written = lock.write(user, clock); !written)
    return std::unexpected(written.error());
  return lock;
}

std::optional<LockHolder> WriterLock::holder(const RegisterFolder& folder) {
  const std::optional<LockHolder> entry = readHolder(folder.lock());
  auto file = OpenFile::open(folder.lock(), OpenFile::How::Read);
  if (!entry || !file)
    return std::nullopt;
  const OpenFile::Lock locked = file->lock(true);
  file = std::unexpected(Error()); // closed: a network that answers late keeps nobody from writing
  if (locked == OpenFile::Lock::Taken)
    return entry;
  const bool systemLocks = locked == OpenFile::Lock::Got;
  const bool counts = !systemLocks || isOnNetwork(folder.lock());
  return counts && entryStands(*entry, systemLocks) ? entry : std::nullopt;
}

WriterLock::~WriterLock() {
  // The file stays: removing it would let two processes lock two files of one name.
  if (m_file && !m_file->empty())
    qWarning("the register's lock file keeps its entry");
}

WriterLock::WriterLock(WriterLock&& other) noexcept : m_file(std::exchange(other.m_file, std::nullopt)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(m_file, other.m_file);
  return *this;
}

Result<void> WriterLock::setUser(const QString& user, const Clock& clock) {
  return write(user, clock);
}

Result<void> WriterLock::write(const QString& user, const Clock& clock) {
  return m_file->replaceContent(QJsonDocument(QJsonObject{{"user", user},
                                                          {"host", QSysInfo::machineHostName()},
                                                          {"pid", thisProcess()},
                                                          {"since", clock.now().toUTC().toString(Qt::ISODate)}})
                                    .toJson(QJsonDocument::Compact));
}

} // namespace xueji
