#pragma once

#include "domain/clock.h"
#include "domain/error.h"
#include "platform/open_file.h"
#include "store/register_folder.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace xueji {

/// Who writes in a register.
struct LockHolder {
  QString user;
  QString host;
  qint64 pid = 0;
  QDateTime since; ///< UTC
};

/// The right to write in a register: one at a time. An operating system lock on the file `lock`, whose content says
/// who. A lock left by a process that is gone is taken over: on a local disk the system's lock alone decides; on a
/// network share another host's entry is believed, this host's is checked by its process number.
class WriterLock {
public:
  /// Errors: RegisterInUse (user, host, since as ISO local time), NotWritable, DiskFull, WriteFailed.
  static Result<WriterLock> acquire(const RegisterFolder& folder, const QString& user, const Clock& clock);
  /// As the file says; nothing if nobody writes now.
  static std::optional<LockHolder> holder(const RegisterFolder& folder);

  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;
  ~WriterLock();

  /// The person changes (another sign-in on the same lock).
  Result<void> setUser(const QString& user, const Clock& clock);

private:
  explicit WriterLock(OpenFile file) : m_file(std::move(file)) {}
  Result<void> write(const QString& user, const Clock& clock);

  std::optional<OpenFile> m_file; ///< open and locked; nothing after it was moved from
};

} // namespace xueji
