#include "cell_value.h"
#include "formats.h"
#include "text/encoding.h"

#include <QHash>

namespace xueji::detail {

using namespace Qt::StringLiterals;

namespace {

/// The separator that cuts the first lines most often into the same number of fields; a title line has none of them.
QChar separatorOf(QStringView text) {
  const QStringView head = text.left(256 * 1024);
  QChar best = u',';
  qsizetype bestScore = 0;
  for (const QChar separator : {QChar(u','), QChar(u'\t'), QChar(u';')}) {
    QHash<qsizetype, qsizetype> linesWith;
    qsizetype found = 0;
    bool quoted = false;
    for (const QChar character : head) {
      if (character == u'"')
        quoted = !quoted;
      else if (!quoted && character == separator)
        ++found;
      else if (!quoted && character == u'\n')
        ++linesWith[std::exchange(found, 0)];
    }
    ++linesWith[found];
    for (auto it = linesWith.cbegin(); it != linesWith.cend(); ++it)
      if (it.key() * it.value() > bestScore) {
        bestScore = it.key() * it.value();
        best = separator;
      }
  }
  return best;
}

/// RFC 4180, and what offices make of it: a quote inside an unquoted field is a letter, text after a closing quote is
/// kept.
class CsvReader {
public:
  CsvReader(QStringView text, QChar separator, const QString& path, const ReadLimits& limits, Sheet& sheet)
      : m_text(text), m_separator(separator), m_path(path), m_limits(limits), m_filler(sheet, limits, path, m_cells) {}
  Result<void> read(const Progress& progress);

private:
  /// The next field; m_at stands after it on a separator, a line's end or the end.
  Result<QString> field();
  Result<void> tooLong(qsizetype length) const {
    return fail(ErrorCode::CellTooLong, {cellName(m_row, static_cast<int>(m_column)), QString::number(length),
                                         QString::number(m_limits.cellCharacters)});
  }

  QStringView m_text;
  QChar m_separator;
  QString m_path;
  const ReadLimits& m_limits;
  qint64 m_cells = 0;
  SheetFiller m_filler;
  qsizetype m_at = 0;
  qint64 m_row = 0;
  qint64 m_column = 0;
};

Result<QString> CsvReader::field() {
  QString value;
  if (m_at < m_text.size() && m_text.at(m_at) == u'"') {
    for (qsizetype from = m_at + 1;;) {
      const qsizetype quote = m_text.indexOf(u'"', from);
      if (quote < 0) // never closed: whatever follows would be swallowed silently
        return fail(ErrorCode::FileDamaged, {m_path});
      value += m_text.mid(from, quote - from);
      m_at = quote + 1;
      if (m_at >= m_text.size() || m_text.at(m_at) != u'"')
        break;
      value += u'"';
      from = m_at + 1;
    }
  }
  const qsizetype from = m_at;
  while (m_at < m_text.size() && m_text.at(m_at) != m_separator && m_text.at(m_at) != u'\n' && m_text.at(m_at) != u'\r')
    ++m_at;
  value += m_text.mid(from, m_at - from);
  return value;
}

Result<void> CsvReader::read(const Progress& progress) {
  while (m_at < m_text.size()) {
    const auto value = field();
    if (!value)
      return std::unexpected(value.error());
    if (const auto put = m_filler.put(m_row, m_column, {Cell::Kind::Text, *value, 0, false}); !put)
      return put;
    if (m_at < m_text.size() && m_text.at(m_at) == m_separator) {
      ++m_at;
      ++m_column;
      continue;
    }
    m_at += m_text.mid(m_at, 2) == "\r\n"_L1 ? 2 : 1;
    ++m_row;
    m_column = 0;
    if (m_row % 256 == 0 && !goesOn(progress, m_at, m_text.size()))
      return fail(ErrorCode::Cancelled);
  }
  return {};
}

} // namespace

Result<SheetFile> readCsv(const QString& path, const QByteArray& bytes, const ReadLimits& limits,
                          const Progress& progress) {
  const auto decoded = decodeText(bytes);
  if (!decoded)
    return fail(bytes.contains('\0') ? ErrorCode::FileTypeUnknown : ErrorCode::EncodingUnknown, {path});
  QStringView text = decoded->text;
  for (const QChar character : text)
    if (character.unicode() < 0x20 && character != u'\t' && character != u'\n' && character != u'\r')
      return fail(ErrorCode::FileTypeUnknown, {path}); // no text has such characters
  const QStringView start = text.trimmed();
  if (start.startsWith(u'<') || start.startsWith("{\\rtf"_L1) || start.startsWith("%PDF"_L1))
    return fail(ErrorCode::FileTypeUnknown, {path}); // a web page that calls itself a sheet, a text, a paper
  if (start.isEmpty())
    return fail(ErrorCode::FileEmpty, {path});
  SheetFile file;
  file.format = u"csv"_s;
  file.encoding = decoded->encoding;
  file.encodingCertain = decoded->certain;
  if (text.startsWith("sep="_L1) && text.size() > 5 && (text.at(5) == u'\n' || text.at(5) == u'\r')) {
    file.separator = text.at(4); // a spreadsheet's own hint; it does not show this line either
    text = text.mid(text.indexOf(u'\n') + 1);
  } else {
    file.separator = separatorOf(text);
  }
  Sheet sheet;
  if (const auto read = CsvReader(text, file.separator, path, limits, sheet).read(progress); !read)
    return std::unexpected(read.error());
  file.sheets.append(std::move(sheet));
  return file;
}

} // namespace xueji::detail
