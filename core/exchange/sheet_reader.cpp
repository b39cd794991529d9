#include "exchange/sheet_reader.h"
#include "formats.h"

#include <QFile>
#include <QFileInfo>

namespace xueji {

namespace {

using namespace Qt::StringLiterals;

bool beginsWith(const QByteArray& bytes, std::initializer_list<int> magic) {
  if (bytes.size() < static_cast<qsizetype>(magic.size()))
    return false;
  qsizetype at = 0;
  for (const int byte : magic)
    if (static_cast<unsigned char>(bytes.at(at++)) != byte)
      return false;
  return true;
}

Result<SheetFile> readArchive(const QByteArray& bytes, const QString& path, const ReadLimits& limits,
                              const Progress& progress) {
  auto archive = detail::Archive::open(bytes, path, limits);
  if (!archive)
    return std::unexpected(archive.error());
  if (archive->contains(u"xl/workbook.bin"_s))
    return fail(ErrorCode::FileIsBinaryWorkbook, {path});
  if (archive->contains(u"word/document.xml"_s))
    return fail(ErrorCode::FileIsDocument, {path});
  if (archive->contains(u"[Content_Types].xml"_s))
    return detail::readXlsx(std::move(*archive), limits, progress);
  if (archive->contains(u"content.xml"_s) || archive->contains(u"encrypted-package"_s))
    return detail::readOds(std::move(*archive), limits, progress);
  if (archive->contains(u"Index/Document.iwa"_s) || archive->contains(u"Index.zip"_s))
    return fail(ErrorCode::FileIsNumbers, {path});
  return fail(archive->holdsSheets() ? ErrorCode::FileIsArchive : ErrorCode::FileTypeUnknown, {path});
}

/// What a spreadsheet program lays beside a file that is open: ~$roster.xlsx, .~lock.roster.ods#.
bool isLockFile(const QFileInfo& entry, const QByteArray& bytes) {
  constexpr qsizetype kMost = 1024;
  return !bytes.isEmpty() && bytes.size() < kMost &&
         (entry.fileName().startsWith("~$"_L1) || entry.fileName().startsWith(".~lock."_L1));
}

} // namespace

Result<SheetFile> readSheetFile(const QString& path, const ReadLimits& limits, const Progress& progress) {
  const QFileInfo entry(path);
  if (!entry.exists())
    return fail(ErrorCode::PathMissing, {path});
  if (entry.isDir())
    return fail(ErrorCode::FileTypeUnknown, {path});
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return fail(ErrorCode::ReadFailed, {path});
  if (file.size() > limits.fileBytes)
    return fail(ErrorCode::FileTooLarge, {path, QString::number(file.size()), QString::number(limits.fileBytes)});
  const QByteArray bytes = file.readAll();
  if (file.error() != QFileDevice::NoError)
    return fail(ErrorCode::ReadFailed, {path});
  file.close();
  if (isLockFile(entry, bytes))
    return fail(ErrorCode::FileIsLockFile, {path});
  return detail::readSheetBytes(bytes, path, limits, progress);
}

Result<SheetFile> detail::readSheetBytes(const QByteArray& bytes, const QString& path, const ReadLimits& limits,
                                         const Progress& progress) {
  if (bytes.isEmpty())
    return fail(ErrorCode::FileEmpty, {path});
  if (beginsWith(bytes, {'%', 'P', 'D', 'F'}))
    return fail(ErrorCode::FileIsPdf, {path});
  if (beginsWith(bytes, {'P', 'K', 3, 4}) || beginsWith(bytes, {'P', 'K', 5, 6}))
    return readArchive(bytes, path, limits, progress);
  if (beginsWith(bytes, {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}))
    return detail::readXls(bytes, path, limits, progress);
  return detail::readCsv(path, bytes, limits, progress);
}

} // namespace xueji
