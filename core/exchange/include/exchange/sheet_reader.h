#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "exchange/sheet.h"

namespace xueji {

/// Reads a whole spreadsheet file: xlsx, ods, xls (BIFF), or text with separators (csv). What it is, is told by its
/// content. Nothing is ever unpacked to disk, no link followed, no formula computed, no macro looked at. Progress is
/// told in bytes of the part being read (total 0 where unknown). Errors: PathMissing, ReadFailed, FileEmpty,
/// FileTooLarge, FileEncrypted, FileTypeUnknown, FileDamaged, ArchiveBomb, CellTooLong, TooManyCells, EncodingUnknown,
/// Cancelled.
Result<SheetFile> readSheetFile(const QString& path, const ReadLimits& limits = {}, const Progress& progress = {});

} // namespace xueji
