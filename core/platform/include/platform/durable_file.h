#pragma once

#include "domain/error.h"

#include <QByteArrayView>
#include <QString>

namespace xueji {

/// Writes `bytes` under a temporary name beside `path`, syncs, renames over `path`, syncs the folder: after a power cut
/// there is the old file or the new one. Mode 0600. Errors: NotWritable, DiskFull, WriteFailed.
Result<void> writeFileAtomically(const QString& path, QByteArrayView bytes);

/// The same without waiting for the folder: after a power cut there is the old file or the new one, but the old one may
/// come back after a success was reported. For what may lag behind.
Result<void> replaceFile(const QString& path, QByteArrayView bytes);

/// As writeFileAtomically() for two files of one folder. Both are written and synced before the first takes its name;
/// when that or the second fails, what they held is put back, and where even this fails the first holds `bytes` and the
/// write counts as done. So after an error both files are as they were.
Result<void> writeTwiceAtomically(const QString& first, const QString& second, QByteArrayView bytes);

/// Whole file, refusing more than `limit` bytes. Errors: PathMissing, FileTooLarge, ReadFailed.
Result<QByteArray> readWholeFile(const QString& path, qint64 limit);

/// Waits until the file's, or the folder's, content is on the disk.
Result<void> syncFile(const QString& path);
Result<void> syncFolder(const QString& folder);

/// Renames within one file system and syncs both folders. `to` must not exist. Errors: PathMissing, RegisterExists,
/// NotWritable, WriteFailed.
Result<void> moveDurably(const QString& from, const QString& to);

} // namespace xueji
