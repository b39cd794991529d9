#pragma once

#include "domain/error.h"

#include <QString>

namespace xueji {

/// A folder of this person alone (mode 0700). False: the name is taken. Errors: PathMissing, NotWritable, DiskFull,
/// WriteFailed.
Result<bool> makePrivateFolder(const QString& path);
/// The same under a free name: `stem` and six random characters. Answers its path.
Result<QString> makePrivateFolderLike(const QString& stem);
/// Takes the rights of others off.
Result<void> makePrivate(const QString& folder);
/// Whether it is a folder, no link, of this person and of nobody else.
bool isPrivateFolder(const QString& path);

/// Over what stands there, on one file system.
Result<void> renameOver(const QString& from, const QString& to);
/// False: the name is taken, also where it was taken just now.
Result<bool> renameUnlessTaken(const QString& from, const QString& to);
/// Errors: PathMissing, NotWritable, WriteFailed.
Result<void> removeFile(const QString& path);
/// An empty one; false where it stands on.
bool removeEmptyFolder(const QString& path);
bool isWritable(const QString& path);

} // namespace xueji
