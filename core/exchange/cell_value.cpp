#include "cell_value.h"

#include <QDate>
#include <QRegularExpression>
#include <QTime>
#include <algorithm>
#include <cmath>
#include <utility>

namespace xueji {

QString cellName(qint64 row, int column) {
  QString letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.prepend(QChar(u'A' + (rest - 1) % 26));
  return letters + QString::number(row + 1);
}

void spreadMerged(Sheet& sheet, qint64 first) {
  for (const CellRange& range : std::as_const(sheet.merged)) {
    if (range.row < first || range.row >= sheet.rows.size())
      continue;
    Cell cell = sheet.at(range.row, range.column);
    if (cell.kind == Cell::Kind::Empty)
      continue;
    cell.isCovered = true;
    const qint64 end = std::min<qint64>(range.row + range.rows, sheet.rows.size());
    for (qint64 row = range.row; row < end; ++row)
      for (int column = range.column; column < range.column + range.columns; ++column) {
        QList<Cell>& cells = sheet.rows[row];
        if (row == range.row && column == range.column)
          continue;
        if (cells.size() <= column)
          cells.resize(column + 1);
        if (cells[column].kind == Cell::Kind::Empty)
          cells[column] = cell;
      }
  }
}

namespace detail {

QString numberText(double value, const QString& stored) {
  static const QRegularExpression digits(QStringLiteral("^-?[0-9]{1,30}$"));
  if (digits.match(stored).hasMatch())
    return stored;
  constexpr double kExact = 9007199254740992.0; // 2^53: up to here a double holds every integer
  if (value == 0)
    return QStringLiteral("0");
  if (std::isfinite(value) && std::floor(value) == value && std::abs(value) < 1e21) {
    if (std::abs(value) < kExact)
      return QString::number(value, 'f', 0);
    const QString scientific = QString::number(std::abs(value), 'e', 14); // 15 digits, all a spreadsheet shows
    const qsizetype mark = scientific.indexOf(u'e');
    QString text = scientific.left(mark).remove(u'.');
    text += QString(std::max<qsizetype>(0, scientific.mid(mark + 1).toInt() + 1 - text.size()), u'0');
    return value < 0 ? u'-' + text : text;
  }
  return QString::number(value, 'g', 15);
}

std::optional<QString> serialText(double serial, bool date1904) {
  if (!std::isfinite(serial) || serial < 0 || serial >= 2958466) // 9999-12-31 is the last day they know
    return std::nullopt;
  auto day = static_cast<qint64>(std::floor(serial));
  auto seconds = static_cast<int>(std::lround((serial - static_cast<double>(day)) * 86400));
  if (seconds == 86400) {
    ++day;
    seconds = 0;
  }
  const QString time = QTime(0, 0).addSecs(seconds).toString(QStringLiteral("HH:mm:ss"));
  if (day == 0 && !date1904)
    return time;
  QString date;
  if (date1904)
    date = QDate(1904, 1, 1).addDays(day).toString(Qt::ISODate);
  else if (day == 60)
    date = QStringLiteral("1900-02-29");
  else
    date = QDate(1899, 12, day < 60 ? 31 : 30).addDays(day).toString(Qt::ISODate);
  if (date.isEmpty())
    return std::nullopt;
  return seconds == 0 ? date : date + u'T' + time;
}

bool isDateFormat(int builtInId) {
  return (builtInId >= 14 && builtInId <= 22) || (builtInId >= 27 && builtInId <= 36) || builtInId == 45 ||
         builtInId == 47 || (builtInId >= 50 && builtInId <= 58);
}

bool isDateFormat(const QString& formatCode) {
  static const QRegularExpression elapsed(QStringLiteral("\\[(h+|m+|s+)\\]"),
                                          QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression literal(QStringLiteral("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]|AM/PM|General"),
                                          QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression part(QStringLiteral("[ymdhs]"), QRegularExpression::CaseInsensitiveOption);
  QString code = formatCode.section(u';', 0, 0);
  if (elapsed.match(code).hasMatch())
    return false;
  code.remove(literal);
  return code.contains(part);
}

Result<void> SheetFiller::count(qint64 more) {
  m_cells += more;
  return m_cells > m_limits.cells ? tooMany() : Result<void>();
}

Result<void> SheetFiller::tooMany() const {
  return fail(ErrorCode::TooManyCells, {m_path, QString::number(m_limits.cells)});
}

Result<void> SheetFiller::put(qint64 row, qint64 column, Cell cell) {
  if (cell.kind == Cell::Kind::Empty || (cell.kind == Cell::Kind::Text && cell.text.isEmpty()))
    return {};
  if (row < 0 || row >= m_limits.rows || column < 0 || column >= m_limits.columns)
    return tooMany();
  if (cell.text.size() > m_limits.cellCharacters)
    return fail(ErrorCode::CellTooLong, {cellName(row, static_cast<int>(column)), QString::number(cell.text.size()),
                                         QString::number(m_limits.cellCharacters)});
  if (cell.text.contains(u'\r'))
    cell.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
  if (m_sheet.rows.size() <= row)
    m_sheet.rows.resize(row + 1);
  QList<Cell>& cells = m_sheet.rows[row];
  if (cells.size() <= column) {
    if (const auto counted = count(column + 1 - cells.size()); !counted)
      return counted;
    cells.resize(column + 1);
  }
  cells[column] = std::move(cell);
  return {};
}

Result<void> SheetFiller::merge(const CellRange& range) {
  if (range.row < 0 || range.row >= m_limits.rows || range.column < 0 || range.column >= m_limits.columns ||
      range.rows < 1 || range.columns < 1 || (range.rows == 1 && range.columns == 1))
    return {};
  if (m_sheet.merged.size() * 4 >= m_limits.cells)
    return tooMany();
  m_sheet.merged << range;
  return {};
}

void SheetFiller::hideRow(qint64 row) {
  if (row >= 0 && row < m_limits.rows && (m_sheet.hiddenRows.isEmpty() || m_sheet.hiddenRows.last() != row))
    m_sheet.hiddenRows << row;
}

void SheetFiller::hideColumns(qint64 first, qint64 last) {
  m_hiddenColumns.resize(static_cast<std::size_t>(m_limits.columns));
  for (qint64 column = std::max<qint64>(first, 0); column <= std::min<qint64>(last, m_limits.columns - 1); ++column)
    m_hiddenColumns[static_cast<std::size_t>(column)] = true;
}

Result<void> SheetFiller::repeatRow(qint64 row, qint64 times) {
  if (row >= m_sheet.rows.size() || m_sheet.rows.at(row).isEmpty() || times <= 0)
    return {};
  const QList<Cell> cells = m_sheet.rows.at(row);
  if (times > m_limits.cells || row + times >= m_limits.rows)
    return tooMany();
  if (const auto counted = count(times * cells.size()); !counted)
    return counted;
  m_sheet.rows.resize(row + 1);
  for (qint64 n = 0; n < times; ++n)
    m_sheet.rows.append(cells);
  return {};
}

/// Programs merge whole columns; what nothing stands in needs no value.
Result<void> SheetFiller::cutMerged(qint64 width) {
  QList<qint64> widths; // of each row once the merged values are spread
  qint64 covered = 0, more = 0;
  for (const QList<Cell>& row : std::as_const(m_sheet.rows))
    widths << row.size();
  for (CellRange& range : m_sheet.merged) {
    range.rows = std::min(range.rows, m_sheet.rows.size() - range.row);
    range.columns = static_cast<int>(std::min<qint64>(range.columns, width - range.column));
    if (range.rows < 1 || range.columns < 1)
      continue;
    covered += range.rows * range.columns;
    for (qint64 row = range.row; covered <= m_limits.cells && row < range.row + range.rows; ++row)
      if (const qint64 needed = range.column + range.columns; needed > widths[row])
        more += needed - std::exchange(widths[row], needed);
    if (covered > m_limits.cells || m_cells + more > m_limits.cells)
      return tooMany();
  }
  m_cells += more;
  m_sheet.merged.removeIf(
      [](const CellRange& range) { return range.rows < 1 || range.columns < 1 || range.rows * range.columns == 1; });
  return {};
}

Result<void> SheetFiller::finish() {
  qint64 width = 0;
  for (const QList<Cell>& row : std::as_const(m_sheet.rows))
    width = std::max<qint64>(width, row.size());
  auto& hidden = m_sheet.hiddenRows;
  std::sort(hidden.begin(), hidden.end());
  hidden.erase(std::unique(hidden.begin(), hidden.end()), hidden.end());
  hidden.removeIf([this](qint64 row) { return row >= m_sheet.rows.size() || m_sheet.rows.at(row).isEmpty(); });
  for (qint64 column = 0; column < std::min<qint64>(width, static_cast<qint64>(m_hiddenColumns.size())); ++column)
    if (m_hiddenColumns[static_cast<std::size_t>(column)])
      m_sheet.hiddenColumns << static_cast<int>(column);
  return cutMerged(width);
}

} // namespace detail
} // namespace xueji
