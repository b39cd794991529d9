#include "cell_value.h"
#include "formats.h"
#include "text/encoding.h"

#include <QHash>
#include <algorithm>

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

constexpr QChar kEndOfFile(0x1A); ///< old programs close a text with it

/// Without the zero bytes that fill a file up.
QByteArray withoutPadding(const QByteArray& bytes) {
  qsizetype end = bytes.size();
  while (end > 0 && bytes[end - 1] == '\0')
    --end;
  // UTF-16 has them between its letters, too.
  return end > 0 && end < bytes.size() && !QByteArrayView(bytes).first(end).contains('\0') ? bytes.first(end) : bytes;
}

/// A few control characters come with a text from somewhere; what is full of them is none.
bool isBinary(QStringView text) {
  constexpr qsizetype kOneOf = 200;
  const auto controls = std::count_if(text.begin(), text.end(), [](QChar character) {
    return character.unicode() < 0x20 && character != u'\t' && character != u'\n' && character != u'\r';
  });
  return controls * kOneOf > text.size();
}

/// RFC 4180, and what offices make of it: a quote inside an unquoted field is a letter, text after a closing quote is
/// kept. A quoted field may hold line ends, but never lines of the table: a quote that was left open is an error.
class CsvReader {
public:
  CsvReader(QStringView text, QChar separator, const QString& path, const ReadLimits& limits, Sheet& sheet)
      : m_text(text), m_separator(separator), m_path(path), m_limits(limits), m_filler(sheet, limits, path, m_cells) {}
  Result<void> read(const Progress& progress);

private:
  /// The next field; m_at stands after it on a separator, a line's end or the end.
  Result<QString> field();
  bool holdsLinesOfTheTable(QStringView quoted) const;

  QStringView m_text;
  QChar m_separator;
  QString m_path;
  const ReadLimits& m_limits;
  qint64 m_cells = 0;
  SheetFiller m_filler;
  qsizetype m_at = 0;
  qint64 m_row = 0;
  qint64 m_column = 0;
  qint64 m_line = 1;   ///< of the file, as an editor counts
  qint64 m_widest = 0; ///< separators of the fullest line so far
};

/// Whether a line inside has so many separators that it is a line of the table which the quote swallowed.
bool CsvReader::holdsLinesOfTheTable(QStringView quoted) const {
  constexpr qint64 kFewest = 2;
  const QList<QStringView> lines = quoted.split(u'\n');
  return std::any_of(lines.begin(), lines.end(), [this](QStringView line) {
    const qint64 separators = line.count(m_separator);
    return separators >= kFewest && separators * 2 >= m_widest;
  });
}

Result<QString> CsvReader::field() {
  QString value;
  if (m_at < m_text.size() && m_text.at(m_at) == u'"') {
    const qint64 opened = m_line;
    const qsizetype begin = m_at + 1;
    for (qsizetype from = begin;;) {
      const qsizetype quote = m_text.indexOf(u'"', from);
      if (quote < 0) // whatever follows would be swallowed
        return fail(ErrorCode::QuoteOpen, {m_path, QString::number(opened)});
      value += m_text.mid(from, quote - from);
      m_at = quote + 1;
      if (m_at >= m_text.size() || m_text.at(m_at) != u'"')
        break;
      value += u'"';
      from = m_at + 1;
    }
    const QStringView quoted = m_text.mid(begin, m_at - 1 - begin);
    m_line += quoted.count(u'\n');
    if (m_line > opened && holdsLinesOfTheTable(quoted))
      return fail(ErrorCode::QuoteSwallows, {m_path, QString::number(opened), QString::number(m_line)});
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
    m_widest = std::max(m_widest, m_column);
    ++m_row;
    ++m_line;
    m_column = 0;
    if (m_row % 256 == 0 && !goesOn(progress, m_at, m_text.size()))
      return fail(ErrorCode::Cancelled);
  }
  return {};
}

} // namespace

Result<SheetFile> readCsv(const QString& path, const QByteArray& bytes, const ReadLimits& limits,
                          const Progress& progress) {
  const auto decoded = decodeText(withoutPadding(bytes));
  if (!decoded)
    return fail(bytes.contains('\0') ? ErrorCode::FileTypeUnknown : ErrorCode::EncodingUnknown, {path});
  QStringView text = decoded->text;
  while (text.endsWith(kEndOfFile))
    text.chop(1);
  if (isBinary(text))
    return fail(ErrorCode::FileTypeUnknown, {path});
  const QStringView start = text.trimmed();
  if (start.startsWith("MIME-Version:"_L1, Qt::CaseInsensitive))
    return fail(ErrorCode::FileIsWebArchive, {path});
  if (start.startsWith(u'<')) {
    const QStringView head = start.left(4096);
    return head.contains("urn:schemas-microsoft-com:office:spreadsheet"_L1) &&
                   !head.contains("<html"_L1, Qt::CaseInsensitive)
               ? readXml2003(start.toString(), path, limits, progress)
               : readHtml(start.toString(), path, limits, progress);
  }
  if (start.startsWith("{\\rtf"_L1))
    return fail(ErrorCode::FileIsDocument, {path});
  if (start.startsWith("%PDF"_L1))
    return fail(ErrorCode::FileIsPdf, {path});
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
