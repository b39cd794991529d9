#pragma once

#include "platform/open_file.h"

#include <QString>
#include <optional>

namespace xueji {

/// A folder of this person's own in the system's place for temporary files (mode 0700, random name), for an encrypted
/// copy of a register whose own folder must not be written. Gone with this object; what a killed program left goes at
/// the next start.
class PrivateCopy {
public:
  /// Errors: PathMissing, NotWritable, DiskFull, WriteFailed (args: the place for temporary files).
  static Result<PrivateCopy> make();
  PrivateCopy(PrivateCopy&& other) noexcept;
  PrivateCopy& operator=(PrivateCopy&&) = delete;
  ~PrivateCopy();

  QString folder() const { return m_folder; }
  QString database() const { return m_folder + QStringLiteral("/register.db"); }

  /// Removes what killed programs of this person left: folders of this name, mode and mark that nobody holds, and only
  /// the files that such a copy has.
  static void removeLeft();

private:
  PrivateCopy(QString folder, OpenFile mark) : m_folder(std::move(folder)), m_mark(std::move(mark)) {}
  QString m_folder;
  std::optional<OpenFile> m_mark; ///< the marking file, open and locked as long as the copy is in use
};

} // namespace xueji
