#include "targets.h"

#include "exchange/formats.h"
#include "exchange/sheet_reader.h"
#include "recipe.h"
#include "text/encoding.h"

namespace xueji::fuzz {

namespace {

using namespace Qt::StringLiterals;
using Parts = QList<QPair<QString, QByteArray>>;

const QByteArray kMain = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const QByteArray kRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const QByteArray kPackage = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

ReadLimits limits() {
  ReadLimits smaller;
  smaller.cells = 100'000; // the promise is the same and broken sooner
  return smaller;
}

QString faultOf(Result<SheetFile> file) {
  if (!file)
    return file.error().code == ErrorCode::Internal ? u"an internal error"_s : QString();
  if (file->sheets.isEmpty())
    return u"no sheet"_s;
  qint64 cells = 0;
  for (Sheet& sheet : file->sheets) {
    const ReadLimits most = limits();
    spreadMerged(sheet, 1);
    for (const QList<Cell>& row : std::as_const(sheet.rows)) {
      cells += row.size();
      for (const Cell& cell : row)
        if (cell.text.size() > most.cellCharacters)
          return u"a cell too long"_s;
    }
    if (sheet.rows.size() > most.rows || cells > most.cells)
      return u"more cells than the limit"_s;
    if (sheet.hiddenColumns.size() > most.columns || sheet.hiddenRows.size() > sheet.rows.size())
      return u"more hidden than there is"_s;
  }
  return {};
}

QString read(const QByteArray& bytes) {
  return faultOf(detail::readSheetBytes(bytes, u"roster"_s, limits(), {}));
}

/// The parts of a recipe; those that are missing or empty as given.
QList<QByteArray> partsOf(const QByteArray& input, QList<QByteArray> usual) {
  const QList<QByteArray> given = unfolded(input).split(kNext);
  for (qsizetype n = 0; n < usual.size() && n < given.size(); ++n)
    if (!given[n].isEmpty())
      usual[n] = given[n];
  return usual;
}

/// A recipe: sheet, shared strings, styles, workbook, its relations, those of the package.
QString xlsx(const QByteArray& input) {
  if (input.startsWith("PK"))
    return read(input);
  const auto relation = [](const char* id, const QByteArray& kind, const QByteArray& target) {
    return QByteArray("<Relationship Id=\"") + id + "\" Type=\"" + kRelation + kind + "\" Target=\"" + target + "\"/>";
  };
  const auto parts = partsOf(
      input, {"<worksheet " + kMain + "/>", "<sst " + kMain + "><si><t>x</t></si></sst>",
              "<styleSheet " + kMain + "><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
              "<workbook " + kMain + " xmlns:r=\"" + kRelation +
                  "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>",
              kPackage + relation("a", "/worksheet", "s.xml") + relation("b", "/styles", "styles.xml") +
                  relation("c", "/sharedStrings", "t.xml") + "</Relationships>",
              kPackage + relation("a", "/officeDocument", "xl/workbook.xml") + "</Relationships>"});
  return read(archiveOf({{u"[Content_Types].xml"_s, "<Types/>"},
                         {u"_rels/.rels"_s, parts[5]},
                         {u"xl/workbook.xml"_s, parts[3]},
                         {u"xl/_rels/workbook.xml.rels"_s, parts[4]},
                         {u"xl/styles.xml"_s, parts[2]},
                         {u"xl/t.xml"_s, parts[1]},
                         {u"xl/s.xml"_s, parts[0]}}));
}

/// A recipe: content, manifest.
QString ods(const QByteArray& input) {
  if (input.startsWith("PK"))
    return read(input);
  const auto parts = partsOf(input, {"<x/>", "<m:manifest xmlns:m=\"m\"/>"});
  return read(archiveOf({{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"},
                         {u"META-INF/manifest.xml"_s, parts[1]},
                         {u"content.xml"_s, parts[0]}}));
}

/// A recipe: records (recordsOf()).
QString xls(const QByteArray& input) {
  if (input.startsWith("\xD0\xCF"))
    return read(input);
  return read(compoundFileOf(u"Workbook"_s, recordsOf(input)));
}

/// Bytes as they are: every encoding, every separator, and what turns out to be a page, XML or another kind of file.
QString csv(const QByteArray& input) {
  const auto decoded = decodeText(input);
  if (decoded && decoded->text.contains(u'\0'))
    return u"a zero in a text"_s;
  if (decoded && !decoded->certain && decoded->encoding.isEmpty())
    return u"a guess without a name"_s;
  for (const auto& encoding : {u"GB18030"_s, u"Big5"_s, u"Shift_JIS"_s, u"UTF-16LE"_s})
    encodeText(decodeAs(input.left(256), encoding), encoding);
  return read(input);
}

/// The parser notes each fault of a page with many words: a shorter one is attacked more often.
QString html(const QByteArray& input) {
  constexpr qsizetype kMost = kMostBytes / 4;
  return faultOf(detail::readHtml(QString::fromUtf8(unfolded(input).left(kMost)), u"roster"_s, limits(), {}));
}

QString xml2003(const QByteArray& input) {
  return faultOf(detail::readXml2003(QString::fromUtf8(unfolded(input)), u"roster"_s, limits(), {}));
}

constexpr Target kTargets[] = {{"xlsx", &xlsx, true}, {"ods", &ods, true},   {"xls", &xls, false},
                               {"csv", &csv, false},  {"html", &html, true}, {"xml2003", &xml2003, true}};

} // namespace

QString readAsFile(const QString& path) {
  return faultOf(readSheetFile(path, limits()));
}

std::span<const Target> targets() {
  return kTargets;
}

} // namespace xueji::fuzz
