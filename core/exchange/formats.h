#pragma once

#include "archive.h"
#include "domain/error.h"
#include "domain/progress.h"
#include "exchange/sheet.h"

namespace xueji::detail {

/// What readSheetFile() makes of the bytes of a file; `path` for errors. Errors: those of readSheetFile() but
/// PathMissing, ReadFailed, FileTooLarge.
Result<SheetFile> readSheetBytes(const QByteArray& bytes, const QString& path, const ReadLimits& limits,
                                 const Progress& progress);

// The readers of the single formats; readSheetFile() chooses among them by the content of the file.

Result<SheetFile> readXlsx(Archive archive, const ReadLimits& limits, const Progress& progress);
Result<SheetFile> readOds(Archive archive, const ReadLimits& limits, const Progress& progress);
/// An old workbook (Excel 5 to 2003) or what else is kept in a compound file.
Result<SheetFile> readXls(const QByteArray& bytes, const QString& path, const ReadLimits& limits,
                          const Progress& progress);
/// `text`: the decoded file.
Result<SheetFile> readHtml(const QString& text, const QString& path, const ReadLimits& limits,
                           const Progress& progress);
Result<SheetFile> readXml2003(const QString& text, const QString& path, const ReadLimits& limits,
                              const Progress& progress);
Result<SheetFile> readCsv(const QString& path, const QByteArray& bytes, const ReadLimits& limits,
                          const Progress& progress);

} // namespace xueji::detail
