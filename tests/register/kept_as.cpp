#include "kept_as.h"

#include "fuzz/recipe.h"

#include <cstring>

namespace xueji::test {

namespace {

using namespace Qt::StringLiterals;

const QByteArray kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const QByteArray kRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const QByteArray kPackage = "http://schemas.openxmlformats.org/package/2006/";
const QByteArray kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

QByteArray escaped(const QString& text) {
  return text.toHtmlEscaped().toUtf8();
}

/// As a formula has it.
QString literal(const QString& text) {
  return u'"' + text + u'"';
}

bool isOfXml(QChar character) {
  const char16_t code = character.unicode();
  return (code >= 0x20 && code < 0xFFFE) || character == u'\n' || character == u'\t';
}

/// Characters that XML cannot hold as the workbook writes them.
QByteArray escapedForWorkbook(const QString& text) {
  QString out;
  for (const QChar character : text) {
    out += isOfXml(character) ? QString(character)
                              : u"_x%1_"_s.arg(QString::number(character.unicode(), 16).toUpper(), 4, u'0');
  }
  return escaped(out);
}

bool isMerged(const Sheet& sheet, qint64 row, int column) {
  for (const CellRange& range : sheet.merged)
    if (row >= range.row && row < range.row + range.rows && column >= range.column &&
        column < range.column + range.columns)
      return row != range.row || column != range.column;
  return false;
}

const CellRange* mergedAt(const Sheet& sheet, qint64 row, int column) {
  for (const CellRange& range : sheet.merged)
    if (range.row == row && range.column == column)
      return &range;
  return nullptr;
}

QByteArray xlsxCell(const Cell& cell, qint64 row, int column) {
  const QByteArray open = "<c r=\"" + cellName(row, column).toLatin1() + "\"";
  const QByteArray number = QByteArray::number(cell.number, 'g', 17);
  const QByteArray formula(cell.isFormula ? "<f>" + escaped(literal(cell.text)) + "</f>" : QByteArray());
  switch (cell.kind) {
  case Cell::Kind::Empty:
    return {};
  case Cell::Kind::Text:
    return cell.isFormula ? open + " t=\"str\">" + formula + "<v>" + escapedForWorkbook(cell.text) + "</v></c>"
                          : open + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escapedForWorkbook(cell.text) +
                                "</t></is></c>";
  case Cell::Kind::Number:
    return open + ">" + formula + "<v>" + number + "</v></c>";
  case Cell::Kind::Date:
    return open + " s=\"1\">" + formula + "<v>" + number + "</v></c>";
  case Cell::Kind::Boolean:
    return open + " t=\"b\"><v>" + (cell.text == "TRUE"_L1 ? "1" : "0") + "</v></c>";
  case Cell::Kind::Error:
    return open + " t=\"e\"><v>" + escaped(cell.text) + "</v></c>";
  case Cell::Kind::NoResult:
    return open + "><f>1+1</f></c>";
  }
  return {};
}

QByteArray asXlsx(const Sheet& sheet) {
  QByteArray rows, columns, merged;
  for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
    rows +=
        "<row r=\"" + QByteArray::number(row + 1) + "\"" + (sheet.hiddenRows.contains(row) ? " hidden=\"1\">" : ">");
    for (int column = 0; column < sheet.rows[row].size(); ++column)
      rows += xlsxCell(sheet.rows[row][column], row, column);
    rows += "</row>";
  }
  for (const int column : sheet.hiddenColumns)
    columns += "<col min=\"" + QByteArray::number(column + 1) + "\" max=\"" + QByteArray::number(column + 1) +
               "\" width=\"9\" hidden=\"1\"/>";
  for (const CellRange& range : sheet.merged)
    merged += "<mergeCell ref=\"" + cellName(range.row, range.column).toLatin1() + ":" +
              cellName(range.row + range.rows - 1, range.column + range.columns - 1).toLatin1() + "\"/>";
  const auto part = [](const char* path, const char* kind) {
    return QByteArray("<Override PartName=\"") + path +
           "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
  };
  const auto relations = [](const QByteArray& lines) {
    return kXml + "<Relationships xmlns=\"" + kPackage + "relationships\">" + lines + "</Relationships>";
  };
  const auto relation = [](const char* id, const char* kind, const char* target) {
    return QByteArray("<Relationship Id=\"") + id + "\" Type=\"" + kRelation + kind + "\" Target=\"" + target + "\"/>";
  };
  const QByteArray styles =
      "<fonts count=\"1\"><font/></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill>"
      "<patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs "
      "count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" "
      "applyNumberFormat=\"1\"/></cellXfs>";
  return fuzz::archiveOf(
      {{u"[Content_Types].xml"_s,
        kXml + "<Types xmlns=\"" + kPackage +
            "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
            "relationships+xml\"/>" +
            part("/xl/workbook.xml", "sheet.main") + part("/xl/worksheets/sheet1.xml", "worksheet") +
            part("/xl/styles.xml", "styles") + "</Types>"},
       {u"_rels/.rels"_s, relations(relation("a", "/officeDocument", "xl/workbook.xml"))},
       {u"xl/workbook.xml"_s, kXml + "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" + kRelation +
                                  "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"},
       {u"xl/_rels/workbook.xml.rels"_s,
        relations(relation("a", "/worksheet", "worksheets/sheet1.xml") + relation("b", "/styles", "styles.xml"))},
       {u"xl/styles.xml"_s, kXml + "<styleSheet xmlns=\"" + kMain + "\">" + styles + "</styleSheet>"},
       {u"xl/worksheets/sheet1.xml"_s,
        kXml + "<worksheet xmlns=\"" + kMain + "\">" + (columns.isEmpty() ? columns : "<cols>" + columns + "</cols>") +
            "<sheetData>" + rows + "</sheetData>" +
            (merged.isEmpty() ? merged : "<mergeCells>" + merged + "</mergeCells>") + "</worksheet>"}});
}

QByteArray odsText(const QString& text) {
  QByteArray lines;
  for (const QString& line : text.split(u'\n')) {
    QString kept = line; // XML has no way to hold control characters
    kept.removeIf([](QChar c) { return !isOfXml(c); });
    lines += "<text:p>" + escaped(kept).replace("\t", "<text:tab/>").replace("  ", " <text:s/>") + "</text:p>";
  }
  return lines;
}

QByteArray odsCell(const Sheet& sheet, qint64 row, int column) {
  const Cell& cell = sheet.at(row, column);
  QByteArray attributes;
  if (const CellRange* range = mergedAt(sheet, row, column))
    attributes += " table:number-rows-spanned=\"" + QByteArray::number(range->rows) +
                  "\" table:number-columns-spanned=\"" + QByteArray::number(range->columns) + "\"";
  const auto whole = [&attributes](const QByteArray& more, const QByteArray& text) {
    return "<table:table-cell" + attributes + more + ">" + text + "</table:table-cell>";
  };
  const QByteArray formula(cell.isFormula ? " table:formula=\"of:=" + escaped(literal(cell.text)) + "\""
                                          : QByteArray());
  switch (cell.kind) {
  case Cell::Kind::Empty:
    return whole({}, {});
  case Cell::Kind::Text:
    return whole(formula + " office:value-type=\"string\"", odsText(cell.text));
  case Cell::Kind::Number:
    return whole(formula + " office:value-type=\"float\" office:value=\"" + QByteArray::number(cell.number, 'g', 17) +
                     "\"",
                 odsText(cell.text));
  case Cell::Kind::Date:
    return whole(formula + " office:value-type=\"date\" office:date-value=\"" + cell.text.toLatin1() + "\"",
                 odsText(cell.text));
  case Cell::Kind::Boolean:
    return whole(" office:value-type=\"boolean\" office:boolean-value=\"" + cell.text.toLower().toLatin1() + "\"",
                 odsText(cell.text));
  case Cell::Kind::Error:
    return whole(" table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\" "
                 "calcext:value-type=\"error\"",
                 odsText(cell.text));
  case Cell::Kind::NoResult:
    return whole(" table:formula=\"of:=1+1\"", {});
  }
  return {};
}

QByteArray asOds(const Sheet& sheet) {
  QByteArray rows;
  int width = 0;
  for (const QList<Cell>& row : sheet.rows)
    width = std::max(width, static_cast<int>(row.size()));
  for (int column = 0; column < width; ++column)
    rows += QByteArray("<table:table-column") +
            (sheet.hiddenColumns.contains(column) ? " table:visibility=\"collapse\"/>" : "/>");
  for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
    rows += QByteArray("<table:table-row") + (sheet.hiddenRows.contains(row) ? " table:visibility=\"collapse\">" : ">");
    for (int column = 0; column < width; ++column)
      rows += isMerged(sheet, row, column) ? "<table:covered-table-cell/>" : odsCell(sheet, row, column);
    rows += "</table:table-row>";
  }
  const QByteArray space = "urn:oasis:names:tc:opendocument:xmlns:";
  const QByteArray kind = "application/vnd.oasis.opendocument.spreadsheet";
  return fuzz::archiveOf(
      {{u"mimetype"_s, kind},
       {u"META-INF/manifest.xml"_s,
        kXml + "<m:manifest xmlns:m=\"" + space +
            "manifest:1.0\" m:version=\"1.2\"><m:file-entry m:full-path=\"/\" "
            "m:media-type=\"" +
            kind + "\"/><m:file-entry m:full-path=\"content.xml\" m:media-type=\"text/xml\"/>" + "</m:manifest>"},
       {u"content.xml"_s, kXml + "<office:document-content xmlns:office=\"" + space + "office:1.0\" xmlns:table=\"" +
                              space + "table:1.0\" xmlns:text=\"" + space +
                              "text:1.0\" xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" "
                              "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" "
                              "office:version=\"1.2\"><office:body><office:spreadsheet><table:table table:name=\"S\">" +
                              rows + "</table:table></office:spreadsheet></office:body></office:document-content>"}});
}

QByteArray two(int value) {
  return QByteArray().append(static_cast<char>(value & 0xFF)).append(static_cast<char>(value >> 8));
}

QByteArray four(quint32 value) {
  return two(value & 0xFFFF) + two(static_cast<int>(value >> 16));
}

QByteArray record(int kind, const QByteArray& body) {
  return two(kind) + two(static_cast<int>(body.size())) + body;
}

QByteArray wideText(const QString& text) {
  return two(static_cast<int>(text.size())) + QByteArray(1, '\1') +
         QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
}

QByteArray xlsCell(const Cell& cell, qint64 row, int column) {
  const QByteArray place = two(static_cast<int>(row)) + two(column) + two(cell.kind == Cell::Kind::Date ? 16 : 15);
  const QByteArray number(reinterpret_cast<const char*>(&cell.number), sizeof cell.number);
  const QByteArray wide(reinterpret_cast<const char*>(cell.text.utf16()), cell.text.size() * 2);
  const QByteArray token = QByteArray("\x17") + static_cast<char>(cell.text.size()) + '\1' + wide; // a text
  const QByteArray formula = two(0) + four(0) + two(static_cast<int>(token.size())) + token;
  switch (cell.kind) {
  case Cell::Kind::Empty:
    return {};
  case Cell::Kind::Text:
    return cell.isFormula ? record(0x0006, place + QByteArray(6, '\0') + two(0xFFFF) + formula) +
                                record(0x0207, wideText(cell.text))
                          : record(0x0204, place + wideText(cell.text));
  case Cell::Kind::Number:
  case Cell::Kind::Date:
    return cell.isFormula ? record(0x0006, place + number + formula) : record(0x0203, place + number);
  case Cell::Kind::Boolean:
    return record(0x0205, place + (cell.text == "TRUE"_L1 ? QByteArray("\1\0", 2) : QByteArray("\0\0", 2)));
  case Cell::Kind::Error:
    return record(0x0205, place + "\x2A\1");
  case Cell::Kind::NoResult: // this format knows only an empty text
    return record(0x0006, place + QByteArray("\3\0\0\0\0\0", 6) + two(0xFFFF) + formula);
  }
  return {};
}

QByteArray asXls(const Sheet& sheet) {
  const auto begin = [](int kind) {
    return record(0x0809, two(0x0600) + two(kind) + two(0x0DBB) + two(0x07CC) + four(0) + four(6));
  };
  QByteArray styles;
  for (int n = 0; n <= 16; ++n)
    styles += record(0x00E0, two(0) + two(n == 16 ? 14 : 0) + two(n < 15 ? 0xFFF5 : 1) + QByteArray(14, '\0'));
  const QByteArray font = record(0x0031, two(200) + two(0) + two(0x7FFF) + two(400) + two(0) + QByteArray(4, '\0') +
                                             QByteArray("\5\0Arial", 7));
  QByteArray cells, merged;
  for (const int column : sheet.hiddenColumns)
    cells += record(0x007D, two(column) + two(column) + two(2304) + two(15) + two(1) + two(0));
  for (qsizetype row = 0; row < sheet.rows.size(); ++row)
    cells += record(0x0208, two(static_cast<int>(row)) + two(0) + two(static_cast<int>(sheet.rows[row].size())) +
                                two(255) + four(0) + four(sheet.hiddenRows.contains(row) ? 0x120 : 0x100));
  for (qsizetype row = 0; row < sheet.rows.size(); ++row)
    for (int column = 0; column < sheet.rows[row].size(); ++column)
      cells += xlsCell(sheet.rows[row][column], row, column);
  for (const CellRange& range : sheet.merged)
    merged += two(static_cast<int>(range.row)) + two(static_cast<int>(range.row + range.rows - 1)) + two(range.column) +
              two(range.column + range.columns - 1);
  if (!merged.isEmpty())
    cells += record(0x00E5, two(static_cast<int>(sheet.merged.size())) + merged);
  const QByteArray end = record(0x000A, {});
  return fuzz::compoundFileOf(u"Workbook"_s, fuzz::recordsOf(begin(0x0005) + record(0x0042, two(1200)) + font + styles +
                                                             record(0x0085, four(0) + two(0) + QByteArray("\1\0S", 3)) +
                                                             end + begin(0x0010) + cells + end));
}

QByteArray asCsv(const Sheet& sheet) {
  QByteArray lines;
  for (const QList<Cell>& row : sheet.rows) {
    QByteArrayList texts;
    for (const Cell& cell : row)
      texts << '"' + QString(cell.text).replace(u'"', u"\"\""_s).toUtf8() + '"';
    lines += texts.join(',') + "\r\n";
  }
  return "\xEF\xBB\xBF" + lines;
}

QByteArray asHtml(const Sheet& sheet) {
  QByteArray rows;
  for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
    rows += sheet.hiddenRows.contains(row) ? "<tr style=\"display:none\">" : "<tr>";
    for (int column = 0; column < sheet.rows[row].size(); ++column) {
      if (isMerged(sheet, row, column))
        continue;
      const CellRange* range = mergedAt(sheet, row, column);
      rows += "<td" +
              (range ? " rowspan=\"" + QByteArray::number(range->rows) + "\" colspan=\"" +
                           QByteArray::number(range->columns) + "\""
                     : QByteArray()) +
              ">" + escaped(sheet.rows[row][column].text).replace("\n", "<br>") + "</td>";
    }
    rows += "</tr>\n";
  }
  return "<html><head><meta charset=\"utf-8\"></head><body><table>" + rows + "</table></body></html>";
}

QByteArray xml2003Cell(const Sheet& sheet, qint64 row, int column) {
  const Cell& cell = sheet.at(row, column);
  QByteArray attributes = " ss:Index=\"" + QByteArray::number(column + 1) + "\"";
  if (const CellRange* range = mergedAt(sheet, row, column))
    attributes += " ss:MergeDown=\"" + QByteArray::number(range->rows - 1) + "\" ss:MergeAcross=\"" +
                  QByteArray::number(range->columns - 1) + "\"";
  if (cell.kind == Cell::Kind::NoResult)
    attributes += " ss:Formula=\"=1+1\"";
  else if (cell.isFormula)
    attributes += " ss:Formula=\"=" + escaped(literal(cell.text)) + "\"";
  if (cell.kind == Cell::Kind::Date)
    attributes += " ss:StyleID=\"d\"";
  const auto whole = [&attributes](const char* kind, const QByteArray& text) {
    return "<Cell" + attributes + "><Data ss:Type=\"" + kind + "\">" + text + "</Data></Cell>";
  };
  switch (cell.kind) {
  case Cell::Kind::Empty:
    return {};
  case Cell::Kind::Number:
    return whole("Number", QByteArray::number(cell.number, 'g', 17));
  case Cell::Kind::Date:
    return whole("DateTime", cell.text.toLatin1() + "T00:00:00.000");
  case Cell::Kind::Boolean:
    return whole("Boolean", cell.text == "TRUE"_L1 ? "1" : "0");
  case Cell::Kind::Error:
    return whole("Error", escaped(cell.text));
  case Cell::Kind::NoResult:
    return "<Cell" + attributes + "/>";
  case Cell::Kind::Text:
    break;
  }
  QString text = cell.text;
  text.removeIf([](QChar c) { return !isOfXml(c); });
  return whole("String", escaped(text).replace("\n", "&#10;"));
}

QByteArray asXml2003(const Sheet& sheet) {
  QByteArray rows;
  for (const int column : sheet.hiddenColumns)
    rows += "<Column ss:Index=\"" + QByteArray::number(column + 1) + "\" ss:Hidden=\"1\"/>";
  for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
    rows += QByteArray("<Row") + (sheet.hiddenRows.contains(row) ? " ss:Hidden=\"1\">" : ">");
    for (int column = 0; column < sheet.rows[row].size(); ++column)
      if (!isMerged(sheet, row, column))
        rows += xml2003Cell(sheet, row, column);
    rows += "</Row>";
  }
  return "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook "
         "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
         "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style ss:ID=\"d\"><NumberFormat "
         "ss:Format=\"Short Date\"/></Style></Styles><Worksheet ss:Name=\"S\"><Table>" +
         rows + "</Table></Worksheet></Workbook>";
}

struct Format {
  QString name;
  QByteArray (*write)(const Sheet&);
};

const QList<Format>& formats() {
  static const QList<Format> all = {{u"xlsx"_s, &asXlsx}, {u"ods"_s, &asOds},   {u"xls"_s, &asXls},
                                    {u"csv"_s, &asCsv},   {u"html"_s, &asHtml}, {u"xml2003"_s, &asXml2003}};
  return all;
}

} // namespace

const QStringList& keptFormats() {
  static const QStringList names = [] {
    QStringList all;
    for (const Format& format : formats())
      all << format.name;
    return all;
  }();
  return names;
}

QByteArray keptAs(const QString& format, const Sheet& sheet) {
  for (const Format& one : formats())
    if (one.name == format)
      return one.write(sheet);
  return {};
}

} // namespace xueji::test
