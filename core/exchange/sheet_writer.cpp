#include "exchange/sheet_writer.h"
#include "exchange/sheet.h"
#include "text/encoding.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryFile>
#include <filesystem>
#include <xlsxwriter.h>

namespace xueji {

namespace {

using namespace Qt::StringLiterals;

constexpr int kSheetName = 31;         // characters of a name
constexpr int kCellCharacters = 32767; // what a spreadsheet holds in a cell
constexpr int kListBytes = 255;    // of a list written into the rule itself: a spreadsheet's 255 characters, and the
                                   // library's buffer, which counts bytes of UTF-8 (1.1.4 writes past it)
constexpr int kRowsOffered = 1000; // empty rows below the last that offer the lists, too
constexpr qint64 kCreated = 946684800; // 2000-01-01: the same sheet gives the same bytes

/// Sheet names may not hold []:*?/\ nor be longer than 31 characters.
QString sheetName(QString name) {
  for (QChar& character : name)
    if (u"[]:*?/\\'"_s.contains(character))
      character = u'_';
  name.truncate(kSheetName);
  if (!name.isEmpty() && name.back().isHighSurrogate())
    name.chop(1);
  return name.isEmpty() ? u"Sheet1"_s : name;
}

Error errorFor(lxw_error code, const QString& path) {
  if (code == LXW_ERROR_CREATING_XLSX_FILE || code == LXW_ERROR_CREATING_TMPFILE)
    return {ErrorCode::NotWritable, {path}};
  return {ErrorCode::WriteFailed, {path}};
}

/// Letters that the format would take for an escaped character (_x000D_) written so that they stay letters.
QByteArray escaped(const QString& text) {
  static const QRegularExpression code(u"_(?=x[0-9A-Fa-f]{4}_)"_s);
  return QString(text).replace(code, u"_x005F_"_s).toUtf8();
}

/// One workbook in the making; what it has made so far dies with it.
class XlsxWriter {
public:
  XlsxWriter(const QString& path, const QList<OutSheet>& sheets);
  Result<void> write();

private:
  lxw_format* format(bool bold, const char* background, bool wraps);
  void writeTop();
  void writeRows();
  void offerChoices();
  void text(int row, int column, const QString& value, lxw_format* style);
  QString choicesElsewhere(const QStringList& choices);

  QString m_path;
  const QList<OutSheet>& m_sheets;
  OutSheet m_sheet; ///< the one being written
  QByteArray m_file;
  lxw_workbook* m_book;
  lxw_worksheet* m_page = nullptr;
  lxw_worksheet* m_lists = nullptr;
  lxw_format* m_plain = nullptr;
  lxw_format* m_marked = nullptr;
  int m_first = 0; ///< line of the first row
  int m_list = 0;  ///< column of the next long list
};

XlsxWriter::XlsxWriter(const QString& path, const QList<OutSheet>& sheets)
    : m_path(path), m_sheets(sheets), m_file(QFile::encodeName(path)), m_book(workbook_new(m_file.constData())) {}

lxw_format* XlsxWriter::format(bool bold, const char* background, bool wraps) {
  lxw_format* made = workbook_add_format(m_book);
  format_set_num_format_index(made, 49); // text: what is typed stays what it is
  if (bold)
    format_set_bold(made);
  if (wraps)
    format_set_text_wrap(made);
  if (background) {
    format_set_bg_color(made, static_cast<lxw_color_t>(QByteArray(background).toUInt(nullptr, 16)));
    format_set_border(made, LXW_BORDER_THIN);
  }
  return made;
}

void XlsxWriter::text(int row, int column, const QString& value, lxw_format* style) {
  const auto line = static_cast<lxw_row_t>(row);
  const auto place = static_cast<lxw_col_t>(column);
  if (!value.isEmpty())
    worksheet_write_string(m_page, line, place, escaped(value).constData(), style);
  else if (style != m_plain)
    worksheet_write_blank(m_page, line, place, style);
}

void XlsxWriter::writeTop() {
  lxw_format* title = format(true, nullptr, false);
  lxw_format* header = format(true, "E7EEF7", true);
  lxw_format* required = format(true, "FCE9C8", true);
  int row = 0;
  for (const QString& line : m_sheet.titleLines)
    text(row++, 0, line, title);
  for (int column = 0; column < m_sheet.columns.size(); ++column) {
    const OutColumn& out = m_sheet.columns.at(column);
    const auto place = static_cast<lxw_col_t>(column);
    worksheet_set_column(m_page, place, place, out.width, m_plain);
    text(row, column, out.header, out.required ? required : header);
  }
  m_first = row + 1;
  worksheet_freeze_panes(m_page, static_cast<lxw_row_t>(m_first), 0);
}

void XlsxWriter::writeRows() {
  for (int row = 0; row < m_sheet.rows.size(); ++row) {
    const QStringList& cells = m_sheet.rows.at(row);
    for (int column = 0; column < std::max(cells.size(), m_sheet.columns.size()); ++column) {
      const auto mark = m_sheet.marks.constFind({row, column});
      const bool marked = mark != m_sheet.marks.cend();
      text(m_first + row, column, cells.value(column), marked ? m_marked : m_plain);
      if (marked && !mark->isEmpty())
        worksheet_write_comment(m_page, static_cast<lxw_row_t>(m_first + row), static_cast<lxw_col_t>(column),
                                mark->toUtf8().constData());
    }
  }
}

/// Writes a long list into a hidden sheet and returns the range to refer to.
QString XlsxWriter::choicesElsewhere(const QStringList& choices) {
  if (!m_lists) {
    m_lists = workbook_add_worksheet(m_book, "lists");
    worksheet_hide(m_lists);
  }
  for (int row = 0; row < choices.size(); ++row)
    worksheet_write_string(m_lists, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(m_list),
                           choices.at(row).toUtf8().constData(), m_plain);
  const QString letters = cellName(0, m_list++).chopped(1);
  return u"=lists!$%1$1:$%1$%2"_s.arg(letters).arg(choices.size());
}

void XlsxWriter::offerChoices() {
  const int last = m_first + static_cast<int>(m_sheet.rows.size()) + kRowsOffered;
  for (int column = 0; column < m_sheet.columns.size(); ++column) {
    const QStringList& choices = m_sheet.columns.at(column).choices;
    if (choices.isEmpty())
      continue;
    lxw_data_validation rule = {};
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    QList<QByteArray> bytes;
    QList<const char*> list;
    QByteArray range;
    const bool holdsComma = choices.join(QString()).contains(u',');
    if (choices.join(u',').toUtf8().size() > kListBytes || holdsComma) {
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      range = choicesElsewhere(choices).toUtf8();
      rule.value_formula = range.data();
    } else {
      for (const QString& choice : choices)
        bytes.append(choice.toUtf8());
      for (const QByteArray& choice : bytes)
        list.append(choice.constData());
      list.append(nullptr);
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = const_cast<decltype(rule.value_list)>(list.data()); // const only in newer versions
    }
    const auto place = static_cast<lxw_col_t>(column);
    worksheet_data_validation_range(m_page, static_cast<lxw_row_t>(m_first), place, static_cast<lxw_row_t>(last), place,
                                    &rule);
  }
}

Result<void> XlsxWriter::write() {
  if (!m_book)
    return fail(ErrorCode::WriteFailed, {m_path});
  lxw_doc_properties properties = {};
  properties.created = kCreated;
  workbook_set_properties(m_book, &properties);
  m_plain = format(false, nullptr, false);
  m_marked = format(false, "FFD9D9", false);
  QStringList names{QStringLiteral("lists")};
  for (const OutSheet& sheet : m_sheets) {
    m_sheet = sheet;
    // Of names that are alike once cut and cleaned the later ones are numbered.
    const QString name = sheetName(sheet.name);
    QString free = name;
    for (int n = 2; names.contains(free, Qt::CaseInsensitive); ++n)
      free = name.left(kSheetName - 5) + u'(' + QString::number(n) + u')';
    names << free;
    m_page = workbook_add_worksheet(m_book, free.toUtf8().constData());
    if (!m_page)
      return fail(ErrorCode::WriteFailed, {m_path});
    writeTop();
    writeRows();
    offerChoices();
    worksheet_ignore_errors(m_page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  }
  if (const lxw_error code = workbook_close(m_book); code != LXW_NO_ERROR)
    return std::unexpected(errorFor(code, m_path));
  return {};
}

Result<void> refuseLongCells(const OutSheet& sheet) {
  for (int row = 0; row < sheet.rows.size(); ++row)
    for (int column = 0; column < sheet.rows.at(row).size(); ++column)
      if (const qsizetype length = sheet.rows.at(row).at(column).size(); length > kCellCharacters)
        return fail(ErrorCode::CellTooLong, {cellName(sheet.titleLines.size() + 1 + row, column),
                                             QString::number(length), QString::number(kCellCharacters)});
  return {};
}

QString quoted(const QString& value) {
  if (!value.contains(u',') && !value.contains(u'"') && !value.contains(u'\n') && !value.contains(u'\r') &&
      !value.startsWith(u' ') && !value.endsWith(u' '))
    return value;
  return u'"' + QString(value).replace(u'"', "\"\""_L1) + u'"';
}

/// A cell that a spreadsheet would take for a formula gets its mark for text; the import takes exactly one off again.
QString guarded(const QString& value) {
  const auto isCommand = [](QChar c) {
    return c == u'=' || c == u'+' || c == u'-' || c == u'@' || c == u'\t' || c == u'\r';
  };
  const qsizetype from = value.startsWith(u'\'') ? 1 : 0;
  return value.size() > from && isCommand(value[from]) ? u'\'' + value : value;
}

QString csvLine(const QStringList& values) {
  QStringList cells;
  for (const QString& value : values)
    cells.append(quoted(guarded(value)));
  return cells.join(u',') + "\r\n"_L1;
}

} // namespace

Result<void> writeXlsx(const QString& path, const OutSheet& sheet) {
  return writeXlsx(path, QList<OutSheet>{sheet});
}

Result<void> writeXlsx(const QString& path, const QList<OutSheet>& sheets) {
  for (const OutSheet& sheet : sheets)
    if (const auto fits = refuseLongCells(sheet); !fits)
      return fits;
  // Made beside the target and moved over it when whole.
  QTemporaryFile place(QFileInfo(path).absolutePath() + u"/.XXXXXX.part"_s);
  if (!place.open())
    return fail(ErrorCode::NotWritable, {path});
  place.close();
  if (auto written = XlsxWriter(place.fileName(), sheets).write(); !written)
    return fail(written.error().code, {path});
  std::error_code code;
  std::filesystem::rename(std::filesystem::path(place.fileName().toStdU16String()),
                          std::filesystem::path(QFileInfo(path).absoluteFilePath().toStdU16String()), code);
  if (code)
    return fail(ErrorCode::NotWritable, {path});
  place.setAutoRemove(false);
  return {};
}

Result<void> writeCsv(const QString& path, const OutSheet& sheet, const QString& encoding) {
  QString text;
  for (const QString& line : sheet.titleLines)
    text += csvLine({line});
  QStringList headers;
  for (const OutColumn& column : sheet.columns)
    headers.append(column.header);
  text += csvLine(headers);
  for (const QStringList& row : sheet.rows)
    text += csvLine(row);
  QByteArray bytes;
  if (encoding == "UTF-8"_L1)
    bytes = "\xEF\xBB\xBF" + text.toUtf8();
  else if (encoding == "GB18030"_L1)
    bytes = encodeText(text, encoding);
  else
    return fail(ErrorCode::ValueInvalid, {u"encoding"_s, encoding});
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly))
    return fail(ErrorCode::NotWritable, {path});
  if (file.write(bytes) != bytes.size() || !file.commit())
    return fail(ErrorCode::WriteFailed, {path});
  return {};
}

} // namespace xueji
