#include "exchange/cell_value.h"
#include "exchange/formats.h"

#include <QFile>
#include <freexl.h>
#include <memory>

namespace xueji::detail {

using namespace Qt::StringLiterals;

namespace {

struct CloseXls {
  void operator()(const void* handle) const { freexl_close(handle); }
};
using Handle = std::unique_ptr<const void, CloseXls>;

unsigned int fact(const Handle& handle, unsigned short what) {
  unsigned int value = 0;
  freexl_get_info(handle.get(), what, &value);
  return value;
}

Cell cellOf(const FreeXL_CellValue& value) {
  switch (value.type) {
  case FREEXL_CELL_INT:
    return {Cell::Kind::Number, QString::number(value.value.int_value), double(value.value.int_value), false};
  case FREEXL_CELL_DOUBLE:
    return {Cell::Kind::Number, numberText(value.value.double_value), value.value.double_value, false};
  case FREEXL_CELL_TEXT:
  case FREEXL_CELL_SST_TEXT:
    return {Cell::Kind::Text, QString::fromUtf8(value.value.text_value), 0, false};
  case FREEXL_CELL_DATE:
  case FREEXL_CELL_DATETIME:
  case FREEXL_CELL_TIME: {
    QString text = QString::fromUtf8(value.value.text_value).replace(u' ', u'T');
    if (text.endsWith("T00:00:00"_L1))
      text.chop(9);
    return {Cell::Kind::Date, text, 0, false};
  }
  default:
    return {};
  }
}

} // namespace

Result<SheetFile> readXls(const QString& path, const ReadLimits& limits, const Progress& progress) {
  const void* opened = nullptr;
  const int code = freexl_open(QFile::encodeName(path).constData(), &opened);
  const Handle handle(opened);
  if (handle && fact(handle, FREEXL_BIFF_PASSWORD) == FREEXL_BIFF_OBFUSCATED)
    return fail(ErrorCode::FileEncrypted, {path});
  if (code == FREEXL_BIFF_WORKBOOK_NOT_FOUND)
    return fail(ErrorCode::FileTypeUnknown, {path});
  if (code != FREEXL_OK)
    return fail(ErrorCode::FileDamaged, {path});
  SheetFile file;
  file.format = u"xls"_s;
  qint64 cells = 0;
  const unsigned int sheets = fact(handle, FREEXL_BIFF_SHEET_COUNT);
  for (unsigned int index = 0; index < sheets && index < 0xFFFF; ++index) {
    const char* name = nullptr;
    unsigned int rows = 0;
    unsigned short columns = 0;
    const auto number = static_cast<unsigned short>(index);
    if (freexl_get_worksheet_name(handle.get(), number, &name) != FREEXL_OK ||
        freexl_select_active_worksheet(handle.get(), number) != FREEXL_OK ||
        freexl_worksheet_dimensions(handle.get(), &rows, &columns) != FREEXL_OK)
      return fail(ErrorCode::FileDamaged, {path});
    Sheet sheet;
    sheet.name = QString::fromUtf8(name);
    sheet.date1904 = fact(handle, FREEXL_BIFF_DATEMODE) == FREEXL_BIFF_DATEMODE_1904;
    SheetFiller filler(sheet, limits, path, cells);
    for (unsigned int row = 0; row < rows; ++row) {
      if (row % 256 == 0 && !goesOn(progress, row, rows))
        return fail(ErrorCode::Cancelled);
      for (unsigned short column = 0; column < columns; ++column) {
        FreeXL_CellValue value;
        if (freexl_get_cell_value(handle.get(), row, column, &value) != FREEXL_OK)
          return fail(ErrorCode::FileDamaged, {path});
        if (const auto put = filler.put(row, column, cellOf(value)); !put)
          return std::unexpected(put.error());
      }
    }
    file.sheets.append(std::move(sheet));
  }
  if (file.sheets.isEmpty())
    return fail(ErrorCode::FileDamaged, {path});
  return file;
}

} // namespace xueji::detail
