#include "cell_value.h"
#include "formats.h"
#include "xml_part.h"

#include <QHash>
#include <QRegularExpression>

namespace xueji::detail {

using namespace Qt::StringLiterals;

namespace {

struct Relation {
  QString type; ///< last word of its type: worksheet, styles, sharedStrings ...
  QString target;
};

struct SharedString {
  QString text;
  qint64 length = 0; ///< may be more than what was kept
};

/// _x000D_ and the like: how the format writes characters that XML cannot hold, and _x005F_ the stroke before what only
/// looks like that. Whatever else has this form was typed so.
QString unescaped(QString text) {
  if (!text.contains("_x"_L1))
    return text;
  static const QRegularExpression code(u"_x([0-9A-Fa-f]{4})_"_s);
  QString out;
  qsizetype from = 0;
  for (auto found = code.globalMatch(text); found.hasNext();) {
    const auto match = found.next();
    const QChar character(match.capturedView(1).toUShort(nullptr, 16));
    if (character.unicode() >= 0x20 && character != u'_' && !character.isSurrogate() && !character.isNonCharacter())
      continue;
    out += QStringView(text).mid(from, match.capturedStart() - from);
    out += character;
    from = match.capturedEnd();
  }
  out += QStringView(text).mid(from);
  return out;
}

/// "B7" to (6, 1); false for anything else.
bool parseReference(QStringView text, qint64& row, qint64& column) {
  qsizetype at = 0;
  qint64 letters = 0;
  for (; at < text.size() && at < 4 && text.at(at) >= u'A' && text.at(at) <= u'Z'; ++at)
    letters = letters * 26 + (text.at(at).unicode() - u'A' + 1);
  bool ok = false;
  const qint64 line = text.mid(at).toLongLong(&ok);
  if (at == 0 || !ok || line < 1)
    return false;
  row = line - 1;
  column = letters - 1;
  return true;
}

Sheet::Shown shownBy(const QString& state) {
  return state == "veryHidden"_L1 ? Sheet::Shown::Never
         : state == "hidden"_L1   ? Sheet::Shown::Hidden
                                  : Sheet::Shown::Yes;
}

bool isTrue(const QString& value) {
  return value == "1"_L1 || value == "true"_L1;
}

/// "B7:C9"; nothing for anything else.
std::optional<CellRange> rangeOf(const QString& reference) {
  qint64 row = 0, column = 0, lastRow = 0, lastColumn = 0;
  const QStringList ends = reference.split(u':');
  if (ends.size() != 2 || !parseReference(ends[0], row, column) || !parseReference(ends[1], lastRow, lastColumn) ||
      lastRow < row || lastColumn < column)
    return std::nullopt;
  return CellRange{row, static_cast<int>(column), lastRow - row + 1, static_cast<int>(lastColumn - column + 1)};
}

class XlsxReader {
public:
  XlsxReader(Archive& archive, const ReadLimits& limits, const Progress& progress)
      : m_archive(archive), m_limits(limits), m_progress(progress) {}
  Result<SheetFile> read();

private:
  QString resolved(const QString& folder, const QString& target) const;
  Result<QHash<QString, Relation>> relations(const QString& part);
  Result<void> readWorkbook(const QString& part);
  Result<void> readStyles(const QString& part);
  Result<void> readSharedStrings(const QString& part);
  Result<void> readSheet(const QString& part, Sheet& sheet);
  SharedString richText(XmlPart& part, QLatin1StringView end) const;
  Result<Cell> cellOf(XmlPart& part, qint64 row, qint64 column);
  Result<Cell> textCell(const SharedString& string, qint64 row, qint64 column) const;
  Result<Cell> typedCell(QStringView type, int style, const QString& value) const;

  Archive& m_archive;
  const ReadLimits& m_limits;
  const Progress& m_progress;
  struct Place {
    QString name;
    QString relation;
    Sheet::Shown shown = Sheet::Shown::Yes;
  };
  QList<Place> m_sheets;
  QList<bool> m_dateStyles;
  QList<SharedString> m_strings;
  bool m_date1904 = false;
  qint64 m_cells = 0;
};

QString XlsxReader::resolved(const QString& folder, const QString& target) const {
  if (target.startsWith(u'/'))
    return target.mid(1);
  QStringList path = folder.split(u'/', Qt::SkipEmptyParts);
  for (const QString& step : target.split(u'/', Qt::SkipEmptyParts)) {
    if (step == ".."_L1) {
      if (!path.isEmpty())
        path.removeLast();
    } else if (step != "."_L1) {
      path.append(step);
    }
  }
  return path.join(u'/');
}

Result<QHash<QString, Relation>> XlsxReader::relations(const QString& part) {
  const QString folder = part.section(u'/', 0, -2);
  const QString name =
      (folder.isEmpty() ? QString() : folder + u'/') + "_rels/"_L1 + part.section(u'/', -1) + ".rels"_L1;
  QHash<QString, Relation> found;
  if (!m_archive.contains(name))
    return found;
  XmlPart xml(m_archive, name);
  while (xml.nextStart())
    if (xml.isStart("Relationship"_L1) && xml.attribute("TargetMode"_L1) != "External"_L1)
      found.insert(xml.attribute("Id"_L1),
                   {xml.attribute("Type"_L1).section(u'/', -1), resolved(folder, xml.attribute("Target"_L1))});
  if (const auto verdict = xml.verdict(); !verdict)
    return std::unexpected(verdict.error());
  return found;
}

Result<void> XlsxReader::readWorkbook(const QString& part) {
  XmlPart xml(m_archive, part);
  while (xml.nextStart()) {
    if (xml.isStart("sheet"_L1))
      m_sheets.append({xml.attribute("name"_L1), xml.attribute("id"_L1), shownBy(xml.attribute("state"_L1))});
    else if (xml.isStart("workbookPr"_L1))
      m_date1904 = isTrue(xml.attribute("date1904"_L1));
  }
  return xml.verdict();
}

Result<void> XlsxReader::readStyles(const QString& part) {
  XmlPart xml(m_archive, part);
  QHash<int, bool> formats;
  bool inCellFormats = false;
  while (xml.next()) {
    if (xml.isStart("numFmt"_L1))
      formats.insert(xml.attribute("numFmtId"_L1).toInt(), isDateFormat(xml.attribute("formatCode"_L1)));
    else if (xml.isStart("cellXfs"_L1) || xml.isEnd("cellXfs"_L1))
      inCellFormats = xml.isStart();
    else if (inCellFormats && xml.isStart("xf"_L1)) {
      const int id = xml.attribute("numFmtId"_L1).toInt();
      m_dateStyles.append(formats.contains(id) ? formats.value(id) : isDateFormat(id));
    }
  }
  return xml.verdict();
}

/// The runs of a rich text joined; the reading aids (phonetic guides) left out. Stands on the start of the element,
/// ends on its end.
SharedString XlsxReader::richText(XmlPart& part, QLatin1StringView end) const {
  SharedString string;
  int guide = 0;
  bool text = false;
  while (part.next() && !part.isEnd(end)) {
    if (part.isStart("rPh"_L1))
      ++guide;
    else if (part.isEnd("rPh"_L1))
      --guide;
    else if (part.isStart("t"_L1) || part.isEnd("t"_L1))
      text = part.isStart();
    else if (text && guide == 0 && part.isText()) {
      const QString piece = part.text();
      string.length += piece.size();
      if (string.length <= qint64(m_limits.cellCharacters) * 8) // escapes make it shorter, never longer
        string.text += piece;
    }
  }
  if (string.length == string.text.size()) {
    string.text = unescaped(std::move(string.text));
    string.length = string.text.size();
  }
  return string;
}

Result<void> XlsxReader::readSharedStrings(const QString& part) {
  XmlPart xml(m_archive, part, m_progress);
  while (xml.next()) {
    if (!xml.isStart("si"_L1))
      continue;
    SharedString string = richText(xml, "si"_L1);
    if (string.length > m_limits.cellCharacters)
      string.text.clear();
    m_strings.append(std::move(string));
  }
  return xml.verdict();
}

Result<Cell> XlsxReader::textCell(const SharedString& string, qint64 row, qint64 column) const {
  if (string.length > m_limits.cellCharacters)
    return fail(ErrorCode::CellTooLong, {cellName(row, static_cast<int>(column)), QString::number(string.length),
                                         QString::number(m_limits.cellCharacters)});
  return Cell{Cell::Kind::Text, string.text, 0, false};
}

Result<Cell> XlsxReader::typedCell(QStringView type, int style, const QString& value) const {
  const QString trimmed = value.trimmed();
  if (type == "b"_L1)
    return Cell{Cell::Kind::Boolean, trimmed == "1"_L1 || trimmed == "true"_L1 ? u"TRUE"_s : u"FALSE"_s, 0, false};
  if (type == "e"_L1)
    return Cell{Cell::Kind::Error, trimmed, 0, false};
  if (type == "d"_L1)
    return Cell{Cell::Kind::Date, trimmed.endsWith("T00:00:00"_L1) ? trimmed.chopped(9) : trimmed, 0, false};
  if (trimmed.isEmpty())
    return Cell{};
  bool ok = false;
  const double number = trimmed.toDouble(&ok);
  if (!ok)
    return fail(ErrorCode::FileDamaged, {m_archive.path()});
  if (style >= 0 && style < m_dateStyles.size() && m_dateStyles.at(style))
    if (const auto text = serialText(number, m_date1904))
      return Cell{Cell::Kind::Date, *text, number, false};
  return Cell{Cell::Kind::Number, numberText(number, trimmed), number, false};
}

/// Stands on the start of a cell, ends on its end.
Result<Cell> XlsxReader::cellOf(XmlPart& part, qint64 row, qint64 column) {
  const QString type = part.attribute("t"_L1);
  const int style = part.attribute("s"_L1).toInt();
  QString value;
  SharedString rich;
  bool formula = false;
  while (part.next() && !part.isEnd("c"_L1)) {
    if (part.isStart("f"_L1)) {
      formula = true;
      part.skipElement();
    } else if (part.isStart("is"_L1)) {
      rich = richText(part, "is"_L1);
    } else if (part.isStart("v"_L1)) {
      value = part.elementText();
    }
  }
  Result<Cell> cell;
  if (type == "inlineStr"_L1) {
    cell = textCell(rich, row, column);
  } else if (type == "str"_L1) {
    const QString text = unescaped(value);
    cell = textCell({text, text.size()}, row, column);
  } else if (type == "s"_L1) {
    if (value.trimmed().isEmpty())
      return Cell{};
    bool ok = false;
    const qint64 index = value.trimmed().toLongLong(&ok);
    if (!ok || index < 0 || index >= m_strings.size())
      return fail(ErrorCode::FileDamaged, {m_archive.path()});
    cell = textCell(m_strings.at(index), row, column);
  } else {
    cell = typedCell(type, style, value);
  }
  if (cell && formula && cell->kind == Cell::Kind::Empty)
    cell->kind = Cell::Kind::NoResult;
  if (cell)
    cell->isFormula = formula;
  return cell;
}

Result<void> XlsxReader::readSheet(const QString& part, Sheet& sheet) {
  XmlPart xml(m_archive, part, m_progress);
  SheetFiller filler(sheet, m_limits, m_archive.path(), m_cells);
  qint64 row = -1;
  qint64 column = -1;
  bool hidden = false;
  while (xml.nextStart()) {
    if (xml.isStart("row"_L1)) {
      bool ok = false;
      const qint64 given = xml.attribute("r"_L1).toLongLong(&ok);
      row = ok && given > 0 ? given - 1 : row + 1;
      if (row > m_limits.rows)
        row = m_limits.rows; // a cell there is refused
      column = -1;
      hidden = isTrue(xml.attribute("hidden"_L1));
    } else if (xml.isStart("col"_L1)) {
      if (isTrue(xml.attribute("hidden"_L1)))
        filler.hideColumns(xml.attribute("min"_L1).toInt() - 1LL, xml.attribute("max"_L1).toInt() - 1LL);
    } else if (xml.isStart("mergeCell"_L1)) {
      if (const auto range = rangeOf(xml.attribute("ref"_L1)))
        if (const auto merged = filler.merge(*range); !merged)
          return merged;
    } else if (xml.isStart("c"_L1)) {
      const QString reference = xml.attribute("r"_L1);
      ++column;
      if (!reference.isEmpty() && !parseReference(reference, row, column))
        return fail(ErrorCode::FileDamaged, {m_archive.path()});
      const auto cell = cellOf(xml, row, column);
      if (!cell) {
        xml.stop(cell.error());
        break;
      }
      if (const auto put = filler.put(row, column, *cell); !put)
        return put;
      if (hidden && cell->kind != Cell::Kind::Empty)
        filler.hideRow(row);
    }
  }
  const auto verdict = xml.verdict();
  return verdict ? filler.finish() : verdict;
}

Result<SheetFile> XlsxReader::read() {
  QString workbook = u"xl/workbook.xml"_s;
  const auto top = relations(QString());
  if (!top)
    return std::unexpected(top.error());
  for (const Relation& relation : *top)
    if (relation.type == "officeDocument"_L1)
      workbook = relation.target;
  if (workbook.endsWith(".bin"_L1) || !m_archive.contains(workbook))
    return fail(ErrorCode::FileTypeUnknown, {m_archive.path()});
  const auto parts = relations(workbook);
  if (!parts)
    return std::unexpected(parts.error());
  if (const auto read = readWorkbook(workbook); !read)
    return std::unexpected(read.error());
  if (m_sheets.isEmpty()) // a text or a presentation has the same kind of archive
    return fail(ErrorCode::FileTypeUnknown, {m_archive.path()});
  for (const Relation& relation : *parts) {
    Result<void> read;
    if (relation.type == "styles"_L1)
      read = readStyles(relation.target);
    else if (relation.type == "sharedStrings"_L1)
      read = readSharedStrings(relation.target);
    if (!read)
      return std::unexpected(read.error());
  }
  SheetFile file;
  file.format = u"xlsx"_s;
  for (const Place& place : std::as_const(m_sheets)) {
    const Relation relation = parts->value(place.relation);
    if (relation.type != "worksheet"_L1 && !relation.type.isEmpty())
      continue; // a chart
    Sheet sheet;
    sheet.name = place.name;
    sheet.shown = place.shown;
    sheet.date1904 = m_date1904;
    if (const auto read = readSheet(relation.target, sheet); !read)
      return std::unexpected(read.error());
    file.sheets.append(std::move(sheet));
  }
  if (file.sheets.isEmpty())
    return fail(ErrorCode::FileDamaged, {m_archive.path()});
  return file;
}

} // namespace

Result<SheetFile> readXlsx(Archive archive, const ReadLimits& limits, const Progress& progress) {
  return XlsxReader(archive, limits, progress).read();
}

} // namespace xueji::detail
