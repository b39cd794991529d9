#include "cell_value.h"

#include <QDate>
#include <QRegularExpression>
#include <QTime>
#include <cmath>

namespace xueji {

QString cellName(qint64 row, int column) {
  QString letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.prepend(QChar(u'A' + (rest - 1) % 26));
  return letters + QString::number(row + 1);
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
  if (m_cells > m_limits.cells)
    return fail(ErrorCode::TooManyCells, {m_path, QString::number(m_limits.cells)});
  return {};
}

Result<void> SheetFiller::put(qint64 row, qint64 column, Cell cell) {
  if (cell.kind == Cell::Kind::Empty || (cell.kind == Cell::Kind::Text && cell.text.isEmpty()))
    return {};
  if (row < 0 || row >= m_limits.rows || column < 0 || column >= m_limits.columns)
    return fail(ErrorCode::TooManyCells, {m_path, QString::number(m_limits.cells)});
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

Result<void> SheetFiller::repeatRow(qint64 row, qint64 times) {
  if (row >= m_sheet.rows.size() || m_sheet.rows.at(row).isEmpty() || times <= 0)
    return {};
  const QList<Cell> cells = m_sheet.rows.at(row);
  if (times > m_limits.cells || row + times >= m_limits.rows)
    return fail(ErrorCode::TooManyCells, {m_path, QString::number(m_limits.cells)});
  if (const auto counted = count(times * cells.size()); !counted)
    return counted;
  m_sheet.rows.resize(row + 1);
  for (qint64 n = 0; n < times; ++n)
    m_sheet.rows.append(cells);
  return {};
}

} // namespace detail
} // namespace xueji
