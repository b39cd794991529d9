// XML Spreadsheet 2003: one XML text with all sheets, which web systems save as .xls.

#include "cell_value.h"
#include "formats.h"
#include "xml_part.h"

#include <algorithm>

namespace xueji::detail {

using namespace Qt::StringLiterals;

namespace {

class Xml2003Reader {
public:
  Xml2003Reader(QByteArray utf8, QString path, const ReadLimits& limits, const Progress& progress)
      : m_part(std::move(utf8), path, progress), m_path(std::move(path)), m_limits(limits) {}
  Result<SheetFile> read();

private:
  bool readSheet(Sheet& sheet);
  bool readRow(SheetFiller& filler, qint64 row);
  /// Rows or columns: where this one stands after the last, and how many more its format holds for.
  qint64 placeOf(qint64 last, qint64 most) const;
  qint64 spanOf(qint64 most) const;
  Cell cellOf(bool formula);

  XmlPart m_part;
  QString m_path;
  const ReadLimits& m_limits;
  qint64 m_cells = 0;
};

/// Stands on the start of a cell, ends on its end.
Cell Xml2003Reader::cellOf(bool formula) {
  Cell cell{formula ? Cell::Kind::NoResult : Cell::Kind::Empty, {}, 0, formula};
  for (int depth = 1; depth > 0 && m_part.next();) {
    if (m_part.isEnd()) {
      --depth;
    } else if (m_part.isStart("Data"_L1)) {
      const QString type = m_part.attribute("Type"_L1);
      QString text;
      for (int inner = 1; inner > 0 && m_part.next();) {               // runs of a rich text are elements inside
        if (m_part.isText() && text.size() <= m_limits.cellCharacters) // more is refused
          text += m_part.text();
        inner += m_part.isStart() ? 1 : m_part.isEnd() ? -1 : 0;
      }
      bool ok = false;
      const double number = text.trimmed().toDouble(&ok);
      if (type == "Number"_L1 && ok)
        cell = {Cell::Kind::Number, numberText(number, text.trimmed()), number, formula};
      else if (type == "DateTime"_L1)
        cell = {Cell::Kind::Date, text.trimmed().section(u'.', 0, 0).remove("T00:00:00"_L1), 0, formula};
      else if (type == "Boolean"_L1)
        cell = {Cell::Kind::Boolean, text.trimmed() == "1"_L1 ? u"TRUE"_s : u"FALSE"_s, 0, formula};
      else if (type == "Error"_L1)
        cell = {Cell::Kind::Error, text.trimmed(), 0, formula};
      else
        cell = {Cell::Kind::Text, text, 0, formula};
    } else if (m_part.isStart()) {
      m_part.skipElement(); // a comment
    }
  }
  return cell;
}

qint64 Xml2003Reader::placeOf(qint64 last, qint64 most) const {
  const int index = m_part.attribute("Index"_L1).toInt();
  return std::min<qint64>(index > 0 ? index - 1 : last + 1, most);
}

qint64 Xml2003Reader::spanOf(qint64 most) const {
  return std::clamp<qint64>(m_part.attribute("Span"_L1).toInt(), 0, most);
}

bool Xml2003Reader::readRow(SheetFiller& filler, qint64 row) {
  const bool hidden = m_part.attribute("Hidden"_L1) == "1"_L1;
  qint64 column = -1;
  while (m_part.next() && !m_part.isEnd("Row"_L1)) {
    if (!m_part.isStart("Cell"_L1))
      continue;
    column = placeOf(column, m_limits.columns);
    const int across = std::clamp(m_part.attribute("MergeAcross"_L1).toInt(), 0, m_limits.columns);
    const int down = std::clamp(m_part.attribute("MergeDown"_L1).toInt(), 0, m_limits.rows);
    const Cell cell = cellOf(!m_part.attribute("Formula"_L1).isEmpty());
    if (!m_part.stop(filler.put(row, column, cell)) ||
        !m_part.stop(filler.merge({row, static_cast<int>(column), down + 1LL, across + 1})))
      return false;
    column += across;
  }
  if (hidden)
    filler.hideRow(row);
  return true;
}

bool Xml2003Reader::readSheet(Sheet& sheet) {
  SheetFiller filler(sheet, m_limits, m_path, m_cells);
  qint64 row = -1, column = -1;
  while (m_part.next() && !m_part.isEnd("Worksheet"_L1)) {
    if (m_part.isStart("Row"_L1)) {
      row = placeOf(row, m_limits.rows);
      const qint64 more = spanOf(m_limits.rows);
      if (!readRow(filler, row))
        return false;
      row += more;
    } else if (m_part.isStart("Column"_L1)) {
      column = placeOf(column, m_limits.columns);
      const qint64 last = column + spanOf(m_limits.columns);
      if (m_part.attribute("Hidden"_L1) == "1"_L1)
        filler.hideColumns(column, last);
      column = last;
    } else if (m_part.isStart("Visible"_L1)) {
      const QString visible = m_part.elementText().trimmed();
      sheet.shown = visible == "SheetVeryHidden"_L1 ? Sheet::Shown::Never
                    : visible == "SheetHidden"_L1   ? Sheet::Shown::Hidden
                                                    : Sheet::Shown::Yes;
    }
  }
  return m_part.stop(filler.finish());
}

Result<SheetFile> Xml2003Reader::read() {
  SheetFile file;
  file.format = u"xml"_s;
  while (m_part.next()) {
    if (!m_part.isStart("Worksheet"_L1))
      continue;
    Sheet sheet;
    sheet.name = m_part.attribute("Name"_L1);
    if (!readSheet(sheet))
      break;
    file.sheets << std::move(sheet);
  }
  if (const auto verdict = m_part.verdict(); !verdict)
    return std::unexpected(verdict.error());
  if (file.sheets.isEmpty())
    return fail(ErrorCode::FileTypeUnknown, {m_path});
  return file;
}

} // namespace

Result<SheetFile> readXml2003(const QString& text, const QString& path, const ReadLimits& limits,
                              const Progress& progress) {
  return Xml2003Reader(text.toUtf8(), path, limits, progress).read();
}

} // namespace xueji::detail
