#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace xueji {

/// A file or folder held open by its own identity: what is done through it is done to it, whatever is laid over its
/// name meanwhile. Links are not followed, but by How::Read. Closes itself.
class OpenFile {
public:
  enum class How {
    Create, ///< new, of this person alone (mode 0600); a name that is taken is WriteFailed
    Reach,  ///< to read and write; made where it is not there
    Change, ///< to read and write; must be there
    Read,
    Folder
  };
  enum class Lock {
    Got,
    Taken,  ///< by somebody else
    Unknown ///< the file system knows no locks
  };
  /// Tells one file from every other on this computer.
  struct Identity {
    quint64 device = 0;
    quint64 file = 0;
    bool operator==(const Identity&) const = default;
  };

  /// Errors: PathMissing, NotWritable, DiskFull, WriteFailed.
  static Result<OpenFile> open(const QString& path, How how);
  /// Of this folder. `name` without a path.
  Result<OpenFile> openInside(const char* name, How how) const;

  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&& other) noexcept;
  ~OpenFile();

  /// At once; held until this is closed.
  Lock lock(bool shared = false);
  /// All of it is written and on the disk. Errors: DiskFull, WriteFailed.
  Result<void> write(QByteArrayView bytes);
  /// In place of what it holds.
  Result<void> replaceContent(QByteArrayView bytes);
  /// Waits until the content is on the disk; a folder of a network that cannot is let pass.
  Result<void> sync();
  bool empty(); ///< takes the content out; false where that failed
  QByteArray read(qsizetype most) const;
  std::optional<Identity> identity() const;
  bool hasName() const; ///< false when it was removed meanwhile

  /// Of this folder: names without . and .., what is removed is a regular file or an empty folder.
  QList<QByteArray> names() const;
  void removeFile(const QByteArray& name) const;
  void removeFolder(const char* name) const;

private:
  OpenFile(int number, QString path) : m_number(number), m_path(std::move(path)) {}
  int m_number = -1; ///< the system's
  QString m_path;    ///< for errors
};

} // namespace xueji
