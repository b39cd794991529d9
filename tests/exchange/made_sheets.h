#pragma once

#include "exchange/sheet_reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <zip.h>

namespace xueji::made {

using Parts = QList<QPair<QString, QByteArray>>;

inline QString file(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes) {
  QFile out(folder.filePath(name));
  const bool written = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
  return written ? out.fileName() : QString();
}

inline QByteArray bytesOf(const QString& path) {
  QFile in(path);
  return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

inline QString sample(const QString& name) {
  return QStringLiteral(XUEJI_TEST_DATA "/rosters/") + name;
}

/// A zip file of these parts; with a password each is encrypted.
inline QString archive(const QTemporaryDir& folder, const QString& name, const Parts& parts,
                       const char* password = nullptr) {
  const QString path = folder.filePath(name);
  QFile::remove(path);
  zip* made = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE, nullptr);
  for (const auto& [part, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(made, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
    const zip_int64_t index = zip_file_add(made, part.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (password)
      zip_file_set_encryption(made, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
  }
  return zip_close(made) == 0 ? path : QString();
}

/// The parts of a workbook of one sheet; `rows` is what stands inside sheetData.
inline Parts xlsx(const QByteArray& rows, const QByteArray& strings = {}, const QByteArray& workbook = {}) {
  const QByteArray ns = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  const QByteArray rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const QByteArray rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  return {
      {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
      {"_rels/.rels", rels + "<Relationship Id=\"a\" Type=\"" + rel +
                          "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml", "<workbook " + ns + " xmlns:r=\"" + rel + "\">" + workbook +
                              "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", rels + "<Relationship Id=\"a\" Type=\"" + rel +
                                         "/worksheet\" Target=\"/xl/s.xml\"/>" + "<Relationship Id=\"b\" Type=\"" +
                                         rel + "/styles\" Target=\"styles.xml\"/>" + "<Relationship Id=\"c\" Type=\"" +
                                         rel + "/sharedStrings\" Target=\"t.xml\"/></Relationships>"},
      {"xl/styles.xml",
       "<styleSheet " + ns +
           "><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
           "<numFmt numFmtId=\"171\" formatCode=\"[Red]0.00&quot;day&quot;\"/></numFmts><cellStyleXfs><xf "
           "numFmtId=\"14\"/></cellStyleXfs>"
           "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf "
           "numFmtId=\"22\"/></cellXfs></styleSheet>"},
      {"xl/t.xml", "<sst " + ns + ">" + strings + "</sst>"},
      {"xl/s.xml", "<worksheet " + ns + "><sheetData>" + rows + "</sheetData></worksheet>"},
  };
}

/// The parts of an ods file of one table; `rows` is what stands inside it.
inline Parts ods(const QByteArray& rows, const QByteArray& manifest = {}) {
  const QByteArray space = "urn:oasis:names:tc:opendocument:xmlns:";
  return {
      {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
      {"META-INF/manifest.xml", "<m:manifest xmlns:m=\"" + space + "manifest:1.0\">" + manifest + "</m:manifest>"},
      {"content.xml", "<office:document-content xmlns:office=\"" + space + "office:1.0\" xmlns:table=\"" + space +
                          "table:1.0\" xmlns:text=\"" + space +
                          "text:1.0\" xmlns:calcext=\"urn:org:documentfoundation\"><office:body><office:spreadsheet>" +
                          "<table:table table:name=\"S\">" + rows +
                          "</table:table></office:spreadsheet></office:body></office:document-content>"}};
}

/// A record of an old workbook.
inline QByteArray record(quint16 number, const QByteArray& body) {
  const auto low = [](qsizetype value) { return char(value & 0xFF); };
  return QByteArray()
             .append(low(number))
             .append(low(number >> 8))
             .append(low(body.size()))
             .append(low(body.size() >> 8)) +
         body;
}

inline QByteArray real(double value) {
  return QByteArray(reinterpret_cast<const char*>(&value), sizeof value);
}

inline QStringList firstRow(const SheetFile& file) {
  QStringList texts;
  for (const Cell& cell : file.sheets.value(0).rows.value(0))
    texts.append(cell.text);
  return texts;
}

} // namespace xueji::made
