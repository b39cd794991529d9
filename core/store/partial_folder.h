#pragma once

#include "domain/error.h"
#include "platform/open_file.h"
#include "seal/secret_bytes.h"

#include <QString>

namespace xueji {

/// A register's folder that is not finished yet, beside the name it will have. It bears a mark that only who holds the
/// data key can make, and a lock as long as somebody works in it. What a killed run left is removed by the next one
/// when mark and lock say so, and then only the files that a register has; links are not followed. Nothing else is ever
/// removed: where a name is taken, the next free one serves.
class PartialFolder {
public:
  /// Makes `wanted`, or `wanted`-2, -3 ... Errors: PathMissing (the parent), NotWritable, DiskFull, WriteFailed,
  /// RegisterExists (a thousand names are taken).
  static Result<PartialFolder> make(const QString& wanted, const SecretBytes& dataKey);
  PartialFolder(PartialFolder&& other) noexcept;
  PartialFolder& operator=(PartialFolder&&) = delete;
  /// Removes the folder unless it was finished.
  ~PartialFolder();

  const QString& path() const { return m_path; }
  /// Takes the mark off and gives the folder its name. Errors as moveDurably().
  Result<void> finish(const QString& name);

private:
  explicit PartialFolder(QString path) : m_path(std::move(path)) {}
  Result<void> putMark(const QByteArray& mark);

  QString m_path;
  std::optional<OpenFile> m_mark;           ///< the marking file, open and locked
  std::optional<OpenFile::Identity> m_ours; ///< the folder; nothing: not ours to remove (any more)
};

} // namespace xueji
