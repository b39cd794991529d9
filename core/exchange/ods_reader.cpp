#include "cell_value.h"
#include "formats.h"
#include "xml_part.h"

#include <algorithm>

namespace xueji::detail {

using namespace Qt::StringLiterals;

namespace {

class OdsReader {
public:
  OdsReader(Archive& archive, const ReadLimits& limits, const Progress& progress)
      : m_archive(archive), m_limits(limits), m_progress(progress) {}
  Result<SheetFile> read();

private:
  Result<void> refuseEncrypted();
  bool readTable(XmlPart& part, Sheet& sheet);
  bool readRow(XmlPart& part, SheetFiller& filler, qint64 row);
  /// Styles of tables that are not shown.
  void readStyle(XmlPart& part);
  Cell cellOf(XmlPart& part, bool covered);
  void readParagraph(XmlPart& part, QString& text, qint64& length) const;
  qint64 repeats(const XmlPart& part, QLatin1StringView attribute) const;

  Archive& m_archive;
  const ReadLimits& m_limits;
  const Progress& m_progress;
  qint64 m_cells = 0;
  QStringList m_hiddenTables; ///< names of styles
  qint64 m_tooLong = 0;       ///< characters of the cell just read, where they are more than a cell may have
};

/// By hand or by a filter.
bool isHidden(const XmlPart& part) {
  const QString visibility = part.attribute("visibility"_L1);
  return visibility == "collapse"_L1 || visibility == "filter"_L1;
}

/// Elements inside a cell that are not what stands in it.
bool isBeside(QLatin1StringView name) {
  return name == "annotation"_L1 || name == "ruby-text"_L1 || name == "note"_L1 || name == "frame"_L1 ||
         name == "custom-shape"_L1 || name == "tracked-changes"_L1 || name == "shapes"_L1 || name == "table"_L1;
}

qint64 OdsReader::repeats(const XmlPart& part, QLatin1StringView attribute) const {
  const QString text = part.attribute(attribute);
  return text.isEmpty() ? 1 : std::clamp<qint64>(text.toLongLong(), 1, 1LL << 31);
}

/// The text of a paragraph: white space of the file collapses, spaces and tabs have elements of their own.
void OdsReader::readParagraph(XmlPart& part, QString& text, qint64& length) const {
  bool afterSpace = true; // at the beginning white space is dropped
  const auto add = [&](QStringView more) {
    length += more.size();
    if (length <= m_limits.cellCharacters)
      text += more;
  };
  int depth = 1;
  while (depth > 0 && part.next()) {
    if (part.isStart()) {
      const QLatin1StringView name = part.name();
      if (isBeside(name)) {
        part.skipElement();
        continue;
      }
      ++depth;
      if (name == "s"_L1)
        add(QString(std::min<qint64>(repeats(part, "c"_L1), m_limits.cellCharacters + 1LL), u' '));
      else if (name == "tab"_L1)
        add(u"\t"_s);
      else if (name == "line-break"_L1)
        add(u"\n"_s);
      else
        continue;
      afterSpace = false;
    } else if (part.isEnd()) {
      --depth;
    } else if (part.isText()) {
      QString collapsed;
      for (const QChar character : part.text()) {
        const bool space = character == u' ' || character == u'\n' || character == u'\t' || character == u'\r';
        if (!space || !afterSpace)
          collapsed += space ? QChar(u' ') : character;
        afterSpace = space;
      }
      add(collapsed);
    }
  }
}

/// Stands on the start of a cell, ends on its end. Content under a merged cell is not seen by a person and left out.
Cell OdsReader::cellOf(XmlPart& part, bool covered) {
  const QString type = part.attribute("value-type"_L1);
  const QString value = part.attribute("value"_L1);
  const QString date = part.attribute("date-value"_L1);
  const QString time = part.attribute("time-value"_L1);
  const QString boolean = part.attribute("boolean-value"_L1);
  const bool error = part.hasAttribute("value-type"_L1, "error"_L1);
  const bool formula = !part.attribute("formula"_L1).isEmpty();
  QString text;
  qint64 length = 0;
  bool first = true;
  int depth = 1;
  while (depth > 0 && part.next()) {
    if (part.isStart("p"_L1)) {
      if (!std::exchange(first, false)) {
        if (++length <= m_limits.cellCharacters)
          text += u'\n';
      }
      readParagraph(part, text, length);
    } else if (part.isStart()) {
      if (isBeside(part.name()))
        part.skipElement();
      else
        ++depth;
    } else if (part.isEnd()) {
      --depth;
    }
  }
  if (covered)
    return {};
  if (length > m_limits.cellCharacters) {
    m_tooLong = length;
    return {Cell::Kind::Text, {}, 0, formula};
  }
  if (formula && type.isEmpty() && text.isEmpty())
    return {Cell::Kind::NoResult, {}, 0, true};
  if (error)
    return {Cell::Kind::Error, text, 0, formula};
  bool ok = false;
  if (const double number = value.toDouble(&ok); ok)
    return {Cell::Kind::Number, numberText(number, value), number, formula};
  if (type == "date"_L1 && !date.isEmpty())
    return {Cell::Kind::Date, date.endsWith("T00:00:00"_L1) ? date.chopped(9) : date, 0, formula};
  if (type == "time"_L1 && !time.isEmpty())
    return {Cell::Kind::Date, text, 0, formula};
  if (type == "boolean"_L1)
    return {Cell::Kind::Boolean, boolean == "true"_L1 ? u"TRUE"_s : u"FALSE"_s, 0, formula};
  return {Cell::Kind::Text, text, 0, formula};
}

/// Stands on the start of a row, ends on its end.
bool OdsReader::readRow(XmlPart& part, SheetFiller& filler, qint64 row) {
  qint64 column = 0;
  while (part.next() && !part.isEnd("table-row"_L1)) {
    const bool covered = part.isStart("covered-table-cell"_L1);
    if (!covered && !part.isStart("table-cell"_L1))
      continue;
    const qint64 times = repeats(part, "number-columns-repeated"_L1);
    const CellRange range{row, static_cast<int>(std::min<qint64>(column, m_limits.columns)),
                          repeats(part, "number-rows-spanned"_L1),
                          static_cast<int>(std::min<qint64>(repeats(part, "number-columns-spanned"_L1), 1 << 20))};
    const Cell cell = cellOf(part, covered);
    if (m_tooLong > 0)
      return part.stop(
          {ErrorCode::CellTooLong,
           {cellName(row, range.column), QString::number(m_tooLong), QString::number(m_limits.cellCharacters)}});
    const bool holds = cell.kind != Cell::Kind::Empty && !(cell.kind == Cell::Kind::Text && cell.text.isEmpty());
    if (holds && !part.stop(filler.merge(range)))
      return false;
    for (qint64 n = 0; holds && n < times; ++n)
      if (!part.stop(filler.put(row, column + n, cell)))
        return false;
    column = std::min<qint64>(column + times, 1LL << 31);
  }
  return true;
}

void OdsReader::readStyle(XmlPart& part) {
  const QString name = part.attribute("name"_L1);
  while (part.next() && !part.isEnd("style"_L1))
    if (part.isStart("table-properties"_L1) && part.attribute("display"_L1) == "false"_L1)
      m_hiddenTables << name;
}

/// Stands on the start of a table, ends on its end.
bool OdsReader::readTable(XmlPart& part, Sheet& sheet) {
  SheetFiller filler(sheet, m_limits, m_archive.path(), m_cells);
  qint64 row = 0;
  qint64 column = 0; // of the columns' own elements
  while (part.next() && !part.isEnd("table"_L1)) {
    if (!part.isStart())
      continue;
    if (isBeside(part.name())) {
      part.skipElement();
    } else if (part.isStart("table-column"_L1)) {
      const qint64 times = repeats(part, "number-columns-repeated"_L1);
      if (isHidden(part))
        filler.hideColumns(column, column + times - 1);
      column = std::min<qint64>(column + times, 1LL << 30);
    } else if (part.isStart("table-row"_L1)) {
      const qint64 times = repeats(part, "number-rows-repeated"_L1);
      const bool hidden = isHidden(part);
      if (!readRow(part, filler, row) || !part.stop(filler.repeatRow(row, times - 1)))
        return false;
      if (hidden && row < sheet.rows.size() && !sheet.rows[row].isEmpty())
        for (qint64 n = 0; n < times && row + n < sheet.rows.size(); ++n)
          filler.hideRow(row + n);
      row = std::min<qint64>(row + times, 1LL << 31);
    }
  }
  return part.stop(filler.finish());
}

Result<void> OdsReader::refuseEncrypted() {
  if (m_archive.contains(u"encrypted-package"_s))
    return fail(ErrorCode::FileEncrypted, {m_archive.path()});
  if (!m_archive.contains(u"META-INF/manifest.xml"_s))
    return {};
  XmlPart manifest(m_archive, u"META-INF/manifest.xml"_s);
  while (manifest.nextStart())
    if (manifest.isStart("encryption-data"_L1))
      return fail(ErrorCode::FileEncrypted, {m_archive.path()});
  return manifest.verdict();
}

Result<SheetFile> OdsReader::read() {
  if (const auto open = refuseEncrypted(); !open)
    return std::unexpected(open.error());
  SheetFile file;
  file.format = u"ods"_s;
  XmlPart part(m_archive, u"content.xml"_s, m_progress);
  bool spreadsheet = false;
  while (part.next()) {
    if (!spreadsheet && part.isStart("style"_L1)) {
      readStyle(part);
    } else if (part.isStart("spreadsheet"_L1)) {
      spreadsheet = true;
    } else if (spreadsheet && part.isStart("tracked-changes"_L1)) {
      part.skipElement();
    } else if (spreadsheet && part.isStart("table"_L1)) {
      Sheet sheet;
      sheet.name = part.attribute("name"_L1);
      if (m_hiddenTables.contains(part.attribute("style-name"_L1)))
        sheet.shown = Sheet::Shown::Hidden;
      if (!readTable(part, sheet))
        break;
      file.sheets.append(std::move(sheet));
    }
  }
  if (const auto verdict = part.verdict(); !verdict)
    return std::unexpected(verdict.error());
  if (!spreadsheet)
    return fail(ErrorCode::FileTypeUnknown, {m_archive.path()});
  if (file.sheets.isEmpty())
    return fail(ErrorCode::FileDamaged, {m_archive.path()});
  return file;
}

} // namespace

Result<SheetFile> readOds(Archive archive, const ReadLimits& limits, const Progress& progress) {
  return OdsReader(archive, limits, progress).read();
}

} // namespace xueji::detail
