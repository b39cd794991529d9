#pragma once

#include "invocation.h"

#include <QTemporaryDir>
#include <memory>

namespace xueji {

/// Whether the command may write a file there: its folder exists and is none of a register, the file is none of
/// `inputs` under whatever name, and nothing stands in its place unless --force is given. Standard output (an empty
/// path) always. Errors: PathMissing (folder), WrongUse (what stands there).
Result<void> mayWrite(const Invocation& invocation, const QString& path, const QStringList& inputs = {});
/// The same for files of these names in a folder that need not be there yet.
Result<void> mayWriteInto(const Invocation& invocation, const QString& folder, const QStringList& names);

/// Files on their way to the folder that the command names: they are made in a folder of this person's beside their
/// place and take their names once they are whole, so that what stood there is lost to nothing that fails.
class Staging {
public:
  /// Errors: NotWritable.
  static Result<Staging> in(const Invocation& invocation, const QString& folder);

  /// Where the file that is to have this name is made. The place has nothing of that name yet.
  QString path(const QString& name) const;
  /// Gives the files their names, over files that stand there only with --force. A file that came meanwhile stays, and
  /// of several files then none is given its name. Errors: WrongUse (a file came), DiskFull, NotWritable, WriteFailed.
  Result<void> publish(const QStringList& names);
  /// An error of making the files, with the names that they were to have.
  Error named(Error error) const;

private:
  Staging() = default;
  Result<void> publishOne(const QString& name) const;

  QString m_folder;
  bool m_over = false;
  std::unique_ptr<QTemporaryDir> m_place;
};

} // namespace xueji
