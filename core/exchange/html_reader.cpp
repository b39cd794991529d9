// Tables of a web page, which web systems save as .xls. The page is text: nothing of it is run, nothing else is
// fetched.

#include "cell_value.h"
#include "formats.h"

#include <QRegularExpression>
#include <libxml/HTMLparser.h>
#include <memory>
#include <optional>

namespace xueji::detail {

namespace {

/// A line end of the source is a blank as well.
bool isBlank(QChar character) {
  return character == u' ' || character == u'\t' || character == u'\n' || character == u'\r' || character == u'\f';
}

/// The parser drops characters that no page may have. For the import to say them, control characters become those of
/// the second control block, which the parser lets through, others U+FFFD.
QString withNothingToDrop(QString text) {
  static const QRegularExpression reference(
      QStringLiteral("&#(?:0*(?:[1-8]|1[14-9]|2[0-9]|3[01])|x0*(?:[1-8BbEeFf]|1[0-9A-Fa-f]));"),
      QRegularExpression::CaseInsensitiveOption);
  text.replace(reference, QString(QChar(0x0080)));
  for (QChar& character : text) {
    const bool control = character.unicode() < 0x20 && character != u'\t' && character != u'\n' && character != u'\r' &&
                         character != u'\f';
    if (control)
      character = QChar(0x0080 + character.unicode());
    else if (character.isNonCharacter())
      character = QChar(QChar::ReplacementCharacter);
  }
  return text;
}

/// Where the tag that begins at `at` ends; nothing where it has more attributes than a page has: the parser compares
/// each with all before it.
std::optional<qsizetype> endOfTag(QStringView text, qsizetype at) {
  constexpr int kMostWords = 2000;
  QChar quote;
  int words = 0;
  for (; at < text.size() && (!quote.isNull() || text[at] != u'>'); ++at) {
    if (!quote.isNull())
      quote = text[at] == quote ? QChar() : quote;
    else if ((text[at] == u'"' || text[at] == u'\'') && text[at - 1] == u'=')
      quote = text[at];
    else if (!isBlank(text[at]) && (isBlank(text[at - 1]) || text[at - 1] == u'/') && ++words > kMostWords)
      return std::nullopt;
  }
  return at;
}

bool hasEndlessTag(QStringView text) {
  for (qsizetype at = text.indexOf(u'<'); at >= 0 && at + 1 < text.size(); at = text.indexOf(u'<', at + 1)) {
    const QStringView tag = text.mid(at + 1);
    if (!tag.front().isLetter())
      continue;
    for (const QLatin1StringView name : {QLatin1StringView("script"), QLatin1StringView("style")})
      if (tag.startsWith(name, Qt::CaseInsensitive)) // what stands inside is no tag
        at = std::max(at, text.indexOf(QString(QLatin1StringView("</") + name), at, Qt::CaseInsensitive));
    const auto end = endOfTag(text, at + 1);
    if (!end)
      return true;
    at = *end;
  }
  return false;
}

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

/// Puts the cells of every table into a sheet of its own, as the parser comes upon them.
class TableCollector {
public:
  TableCollector(SheetFile& file, const QString& path, const ReadLimits& limits)
      : m_file(file), m_path(path), m_limits(limits) {}

  void start(const QByteArray& name, const xmlChar** attributes);
  void end(const QByteArray& name);
  void text(QStringView more);
  void finish();
  const Result<void>& verdict() const { return m_verdict; }

private:
  struct Span {
    qint64 rows = 1;
    int columns = 1;
  };
  static int number(const xmlChar** attributes, const char* name);
  static bool isHidden(const xmlChar** attributes);
  void beginCell(const xmlChar** attributes);
  void endCell();
  bool isFree(int column) const { return column >= m_takenUntil.size() || m_takenUntil[column] <= m_row; }
  void take(qint64 rows, int columns);

  SheetFile& m_file;
  QString m_path;
  const ReadLimits& m_limits;
  Result<void> m_verdict;
  Sheet m_sheet;
  std::unique_ptr<SheetFiller> m_filler;
  qint64 m_cells = 0;
  int m_tables = 0;  ///< open ones: a table inside a cell is part of its text
  int m_ignored = 0; ///< open scripts and styles
  bool m_inCell = false;
  QString m_text;
  Span m_span;
  qint64 m_row = -1;
  bool m_hiddenRow = false;
  int m_column = 0;
  QList<qint64> m_takenUntil; ///< of each column the row from which on it is free of cells that reach down
  qint64 m_taken = 0;         ///< columns so taken, of all cells together
  int m_depth = 0;            ///< open elements
};

int TableCollector::number(const xmlChar** attributes, const char* name) {
  for (; attributes && attributes[0]; attributes += 2)
    if (qstricmp(reinterpret_cast<const char*>(attributes[0]), name) == 0 && attributes[1])
      return std::clamp(QByteArray(reinterpret_cast<const char*>(attributes[1])).toInt(), 1, 10000);
  return 1;
}

/// A row that a browser does not show.
bool TableCollector::isHidden(const xmlChar** attributes) {
  for (; attributes && attributes[0]; attributes += 2) {
    const QByteArray name = QByteArray(reinterpret_cast<const char*>(attributes[0])).toLower();
    const QByteArray value = QByteArray(reinterpret_cast<const char*>(attributes[1])).toLower().replace(' ', "");
    if (name == "hidden" || (name == "style" && value.contains("display:none")))
      return true;
  }
  return false;
}

void TableCollector::start(const QByteArray& name, const xmlChar** attributes) {
  constexpr int kDeepest = 1000; // elements inside each other; a page has a few dozen
  if (++m_depth > kDeepest && m_verdict)
    m_verdict = fail(ErrorCode::FileDamaged, {m_path});
  if (name == "script" || name == "style") {
    ++m_ignored;
  } else if (name == "table") {
    if (m_tables++ > 0)
      return;
    m_sheet = {};
    m_sheet.name = QStringLiteral("表%1").arg(m_file.sheets.size() + 1);
    m_filler = std::make_unique<SheetFiller>(m_sheet, m_limits, m_path, m_cells);
    m_row = -1;
    m_takenUntil.clear();
  } else if (m_tables == 1 && name == "tr") {
    endCell();
    ++m_row;
    m_column = 0;
    m_hiddenRow = isHidden(attributes);
  } else if (m_tables == 1 && (name == "td" || name == "th")) {
    endCell();
    beginCell(attributes);
  } else if (m_inCell && (name == "br" || name == "p" || name == "div") && !m_text.isEmpty() &&
             m_text.size() <= m_limits.cellCharacters) {
    m_text += u'\n';
  }
}

/// The columns from this one on belong to a cell that reaches down.
void TableCollector::take(qint64 rows, int columns) {
  const int end = std::min(m_column + columns, m_limits.columns);
  m_taken += std::max(end - m_column, 0);
  if (m_taken > m_limits.cells)
    m_verdict = fail(ErrorCode::TooManyCells, {m_path, QString::number(m_limits.cells)});
  if (!m_verdict || end <= m_column)
    return;
  if (m_takenUntil.size() < end)
    m_takenUntil.resize(end);
  for (int column = m_column; column < end; ++column)
    m_takenUntil[column] = std::max(m_takenUntil[column], m_row + rows);
}

void TableCollector::beginCell(const xmlChar** attributes) {
  m_row = std::max<qint64>(m_row, 0);
  while (!isFree(m_column))
    ++m_column;
  m_inCell = true;
  m_text.clear();
  m_span = {number(attributes, "rowspan"), number(attributes, "colspan")};
}

void TableCollector::endCell() {
  if (!m_inCell)
    return;
  m_inCell = false;
  QStringList lines;
  for (const QString& line : m_text.split(u'\n'))
    if (const QString plain = line.trimmed(); !plain.isEmpty())
      lines << plain;
  const QString plain = lines.join(u'\n');
  if (m_verdict)
    m_verdict = m_filler->put(m_row, m_column, {Cell::Kind::Text, plain, 0, false});
  if (m_hiddenRow && !plain.isEmpty())
    m_filler->hideRow(m_row);
  if (m_verdict && !plain.isEmpty())
    m_verdict = m_filler->merge({m_row, m_column, m_span.rows, m_span.columns});
  if (m_span.rows > 1)
    take(m_span.rows, m_span.columns);
  m_column = std::min(m_column + m_span.columns, m_limits.columns);
}

void TableCollector::end(const QByteArray& name) {
  --m_depth;
  if (name == "script" || name == "style") {
    m_ignored = std::max(0, m_ignored - 1);
  } else if (name == "table" && m_tables > 0) {
    if (--m_tables > 0)
      return;
    endCell();
    if (m_verdict)
      m_verdict = m_filler->finish();
    m_file.sheets << std::move(m_sheet);
    m_sheet = {};
  } else if (m_tables == 1 && (name == "td" || name == "th" || name == "tr")) {
    endCell();
  }
}

/// Several blanks are one, as a page shows them; those of &nbsp; stay.
void TableCollector::text(QStringView more) {
  if (!m_inCell || m_ignored > 0 || !m_verdict)
    return;
  for (const QChar character : more)
    if (!isBlank(character))
      m_text += character;
    else if (!m_text.isEmpty() && !m_text.endsWith(u' ') && !m_text.endsWith(u'\n'))
      m_text += u' ';
  constexpr qsizetype kBlanks = 2; // at the ends of lines, which go yet
  if (m_text.size() > kBlanks * m_limits.cellCharacters)
    m_verdict = fail(ErrorCode::CellTooLong, {cellName(m_row, m_column), QString::number(m_text.size()),
                                              QString::number(m_limits.cellCharacters)});
}

void TableCollector::finish() {
  while (m_tables > 0)
    end("table");
}

} // namespace

Result<SheetFile> readHtml(const QString& text, const QString& path, const ReadLimits& limits,
                           const Progress& progress) {
  if (hasEndlessTag(text))
    return fail(ErrorCode::FileDamaged, {path});
  SheetFile file;
  file.format = QStringLiteral("html");
  TableCollector collector(file, path, limits);
  htmlSAXHandler handler = {};
  handler.startElement = [](void* data, const xmlChar* name, const xmlChar** attributes) {
    static_cast<TableCollector*>(data)->start(QByteArray(reinterpret_cast<const char*>(name)).toLower(), attributes);
  };
  handler.endElement = [](void* data, const xmlChar* name) {
    static_cast<TableCollector*>(data)->end(QByteArray(reinterpret_cast<const char*>(name)).toLower());
  };
  handler.characters = [](void* data, const xmlChar* characters, int length) {
    static_cast<TableCollector*>(data)->text(QString::fromUtf8(reinterpret_cast<const char*>(characters), length));
  };
  handler.ignorableWhitespace = handler.characters;
  const QByteArray bytes = withNothingToDrop(text).toUtf8();
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
      htmlCreatePushParserCtxt(&handler, &collector, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
  if (!parser)
    return fail(ErrorCode::Internal, {QStringLiteral("HTML parser")});
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_IGNORE_ENC);
  constexpr qsizetype kStretch = 64 << 10;
  for (qsizetype at = 0; at < bytes.size() && collector.verdict(); at += kStretch) {
    htmlParseChunk(parser.get(), bytes.constData() + at, static_cast<int>(std::min(kStretch, bytes.size() - at)), 0);
    if (!goesOn(progress, at, bytes.size()))
      return fail(ErrorCode::Cancelled);
  }
  htmlParseChunk(parser.get(), nullptr, 0, 1);
  collector.finish();
  if (!collector.verdict())
    return std::unexpected(collector.verdict().error());
  file.sheets.removeIf([](const Sheet& sheet) { return sheet.rows.isEmpty(); });
  if (file.sheets.isEmpty())
    return fail(ErrorCode::FileIsWebPage, {path});
  return file;
}

} // namespace xueji::detail
