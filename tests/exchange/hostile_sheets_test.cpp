#include "made_sheets.h"

using namespace xueji;

class HostileSheetsTest : public QObject {
  Q_OBJECT

  void refused(const QString& path, ErrorCode code, const ReadLimits& limits = {}) {
    QVERIFY(!path.isEmpty());
    const auto file = readSheetFile(path, limits);
    QVERIFY(!file);
    QCOMPARE(int(file.error().code), int(code));
  }
  static QByteArray inlineCell(const QByteArray& text) {
    return "<row r='1'><c r='A1' t='inlineStr'><is><t>" + text + "</t></is></c></row>";
  }

private slots:
  void whatIsNoSheetIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto add = [](const char* name, const QByteArray& bytes, ErrorCode code) {
      QTest::newRow(name) << bytes << int(code);
    };
    const QByteArray ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    add("nothing", {}, ErrorCode::FileEmpty);
    add("only white space", " \r\n\r\n", ErrorCode::FileEmpty);
    add("a picture", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), ErrorCode::FileTypeUnknown);
    add("a paper", "%PDF-1.7\n1 0 obj\n", ErrorCode::FileIsPdf);
    add("a web page", "<html><p>1</p></html>", ErrorCode::FileIsWebPage);
    add("a program",
        QByteArray("\x7F"
                   "ELF\2\1\1\0\0\0",
                   10),
        ErrorCode::FileTypeUnknown);
    add("zeros", QByteArray(5000, '\0'), ErrorCode::FileTypeUnknown);
    add("a compound file of zeros", ole + QByteArray(2000, '\0'), ErrorCode::FileDamaged);
    add("the beginning of an archive", QByteArray("PK\3\4 and no more"), ErrorCode::FileDamaged);
    add("an open quote", "a,\"b\nc,d\n", ErrorCode::QuoteOpen);
    add("a web archive", "MIME-Version: 1.0\nContent-Type: multipart/related\n", ErrorCode::FileIsWebArchive);
    add("a text with its form", "{\\rtf1 x}", ErrorCode::FileIsDocument);
  }
  void whatIsNoSheetIsRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    refused(made::file(m_folder, "x.bin", bytes), ErrorCode(code));
  }

  void compoundFilesOfOtherKindsAreTold_data() {
    QTest::addColumn<QString>("stream");
    QTest::addColumn<int>("code");
    QTest::newRow("an old text document") << "WordDocument" << int(ErrorCode::FileIsDocument);
    QTest::newRow("a new workbook under a password") << "EncryptedPackage" << int(ErrorCode::FileEncrypted);
  }
  void compoundFilesOfOtherKindsAreTold() {
    QFETCH(QString, stream);
    QFETCH(int, code);
    const auto wide = [](const QString& text) {
      return QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2); // the tests run little-endian
    };
    QByteArray bytes = made::bytesOf(made::sample("demo_grade1.xls"));
    const qsizetype entry = bytes.indexOf(wide("Workbook"));
    QVERIFY(entry > 0);
    bytes.replace(entry, stream.size() * 2, wide(stream));
    bytes[entry + 64] = char(stream.size() * 2 + 2);
    refused(made::file(m_folder, "other.xls", bytes), ErrorCode(code));
  }

  void aMissingFileOrAFolderIsRefused() {
    refused(m_folder.filePath("none.xlsx"), ErrorCode::PathMissing);
    refused(m_folder.path(), ErrorCode::FileTypeUnknown);
  }

  void archivesOfOtherProgramsAreRefused() {
    refused(made::archive(m_folder, "a.zip", {{"readme.txt", "x"}}), ErrorCode::FileTypeUnknown);
    refused(made::archive(m_folder, "a.docx", {{"[Content_Types].xml", "<T/>"}, {"word/document.xml", "<d/>"}}),
            ErrorCode::FileIsDocument);
    refused(made::archive(m_folder, "a.xlsb", {{"[Content_Types].xml", "<T/>"}, {"xl/workbook.bin", "x"}}),
            ErrorCode::FileIsBinaryWorkbook);
    refused(made::archive(m_folder, "a.numbers", {{"Index/Document.iwa", "x"}}), ErrorCode::FileIsNumbers);
    refused(made::archive(m_folder, "b.zip", {{"名册/一年级.xlsx", "x"}}), ErrorCode::FileIsArchive);
    refused(made::file(m_folder, "~$a.xlsx", QByteArray(165, 'x')), ErrorCode::FileIsLockFile);
    refused(made::archive(m_folder, "a.odt", {{"content.xml", "<d/>"}}), ErrorCode::FileTypeUnknown);
  }

  void aPasswordIsRecognised() {
    refused(made::archive(m_folder, "p.xlsx", made::xlsx(""), "secret"), ErrorCode::FileEncrypted);
    refused(made::archive(m_folder, "p.ods", made::ods("", "<m:file-entry><m:encryption-data/></m:file-entry>")),
            ErrorCode::FileEncrypted);
    refused(made::archive(m_folder, "q.ods", {{"mimetype", "x"}, {"encrypted-package", "x"}}),
            ErrorCode::FileEncrypted);
    QByteArray xls = made::bytesOf(made::sample("demo_grade1.xls"));
    QCOMPARE(xls.mid(532, 4),
             QByteArray("\x42\0\2\0", 4)); // the code page record, made the one that tells of a password
    xls[532] = '\x2F';
    refused(made::file(m_folder, "p.xls", xls), ErrorCode::FileEncrypted);
  }

  void aZipBombIsRefusedBeforeItUnpacks() {
    refused(made::archive(m_folder, "bomb.xlsx", made::xlsx(inlineCell(QByteArray(8 << 20, 'a')))),
            ErrorCode::ArchiveBomb);
    auto parts = made::xlsx("<row r='1'/>");
    parts.append({"xl/media/never_read.png", QByteArray(8 << 20, '\0')});
    refused(made::archive(m_folder, "media.xlsx", parts), ErrorCode::ArchiveBomb);
    ReadLimits small;
    small.unpackedBytes = 1000;
    refused(made::archive(m_folder, "sum.xlsx", made::xlsx(inlineCell("a"))), ErrorCode::ArchiveBomb, small);
  }

  void aZipBombThatLiesAboutItsSizeIsRefusedWhileItUnpacks() {
    const QString path = made::archive(
        m_folder, "liar.ods", made::ods("<table:table-row>" + QByteArray(3 << 20, ' ') + "</table:table-row>"));
    QByteArray bytes = made::bytesOf(path);
    int changed = 0;
    for (qsizetype at = 0; (at = bytes.indexOf("PK\1\2", at)) >= 0; at += 4)
      if (bytes.mid(at + 46, 11) == "content.xml") {
        bytes.replace(at + 24, 4, QByteArray("\0\x10\0\0", 4)); // 4096 bytes, it says
        ++changed;
      }
    QCOMPARE(changed, 1);
    refused(made::file(m_folder, "liar.ods", bytes), ErrorCode::ArchiveBomb);
  }

  void entitiesAreRefused_data() {
    QTest::addColumn<QString>("part");
    QTest::newRow("strings") << "xl/t.xml";
    QTest::newRow("sheet") << "xl/s.xml";
    QTest::newRow("workbook") << "xl/workbook.xml";
    QTest::newRow("styles") << "xl/styles.xml";
  }
  void entitiesAreRefused() {
    QFETCH(QString, part);
    auto parts = made::xlsx(inlineCell("a"));
    for (auto& [name, bytes] : parts)
      if (name == part)
        bytes.prepend("<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>");
    refused(made::archive(m_folder, "dtd.xlsx", parts), ErrorCode::FileDamaged);
  }
  void entitiesOfAnOdsAreRefused() {
    auto parts = made::ods("<table:table-row/>");
    parts.last().second.prepend("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>");
    refused(made::archive(m_folder, "dtd.ods", parts), ErrorCode::FileDamaged);
  }

  void aCellOfTwoMegabytesIsNamed_data() {
    QTest::addColumn<QString>("path");
    QByteArray noise; // packs badly, so it is no bomb
    quint32 state = 1;
    while (noise.size() < (2 << 20))
      noise.append(char('a' + ((state = state * 1664525 + 1013904223) >> 24) % 26));
    const QByteArray p = "<text:p>" + noise + "</text:p>";
    QTest::newRow("inline") << made::archive(
        m_folder, "1.xlsx", made::xlsx("<row r='7'><c r='B7' t='inlineStr'><is><t>" + noise + "</t></is></c></row>"));
    QTest::newRow("shared") << made::archive(
        m_folder, "2.xlsx",
        made::xlsx("<row r='7'><c r='B7' t='s'><v>0</v></c></row>", "<si><t>" + noise + "</t></si>"));
    QTest::newRow("ods") << made::archive(
        m_folder, "3.ods",
        made::ods(
            "<table:table-row table:number-rows-repeated='6'/><table:table-row><table:table-cell/><table:table-cell>" +
            p + "</table:table-cell></table:table-row>"));
    QTest::newRow("csv") << made::file(m_folder, "4.csv", "a,b\n\n\n\n\n\n1," + noise + "\n");
  }
  void aCellOfTwoMegabytesIsNamed() {
    QFETCH(QString, path);
    const auto file = readSheetFile(path);
    QVERIFY(!file);
    QCOMPARE(int(file.error().code), int(ErrorCode::CellTooLong));
    QCOMPARE(file.error().args, QStringList({"B7", QString::number(2 << 20), "32767"}));
  }

  void tooManyCellsAreRefusedNotHeld_data() {
    QTest::addColumn<QString>("path");
    const QByteArray cell =
        "<table:table-cell table:number-columns-repeated='16384'><text:p>x</text:p></table:table-cell>";
    QTest::newRow("repeated rows") << made::archive(
        m_folder, "1.ods",
        made::ods("<table:table-row table:number-rows-repeated='1000000'>" + cell + "</table:table-row>"));
    QTest::newRow("repeated beyond any number")
        << made::archive(m_folder, "2.ods",
                         made::ods("<table:table-row "
                                   "table:number-rows-repeated='99999999999999'><table:table-cell><text:p>x</text:p></"
                                   "table:table-cell></table:table-row>"));
    QTest::newRow("repeated columns") << made::archive(
        m_folder, "3.ods",
        made::ods("<table:table-row><table:table-cell "
                  "table:number-columns-repeated='999999999'><text:p>x</text:p></table:table-cell></table:table-row>"));
    QTest::newRow("a far row") << made::archive(
        m_folder, "4.xlsx", made::xlsx("<row r='99999999999'><c t='inlineStr'><is><t>x</t></is></c></row>"));
    QTest::newRow("a far column") << made::archive(
        m_folder, "5.xlsx", made::xlsx("<row r='1'><c r='ZZZZ1' t='inlineStr'><is><t>x</t></is></c></row>"));
  }
  void tooManyCellsAreRefusedNotHeld() {
    QFETCH(QString, path);
    refused(path, ErrorCode::TooManyCells);
  }
  void aMillionRepeatedRowsAreReadWithinTheLimits() {
    const auto file = readSheetFile(made::archive(m_folder, "m.ods",
                                                  made::ods("<table:table-row "
                                                            "table:number-rows-repeated='1000000'><table:table-cell><"
                                                            "text:p>x</text:p></table:table-cell></table:table-row>")));
    QVERIFY(file);
    QCOMPARE(file->sheets.first().rows.size(), 1000000);
  }

  void aFileBeyondTheLimitIsNotEvenOpened() {
    ReadLimits limits;
    limits.fileBytes = 10;
    refused(made::sample("demo_grade1.csv"), ErrorCode::FileTooLarge, limits);
  }

  void brokenPartsAreRefused() {
    refused(made::archive(m_folder, "b.xlsx", made::xlsx("<row r='1'><c r='A1' t='s'><v>5</v></c></row>")),
            ErrorCode::FileDamaged);
    refused(made::archive(m_folder, "c.xlsx", made::xlsx("<row r='1'><c r='A1'>")), ErrorCode::FileDamaged);
    refused(made::archive(m_folder, "d.xlsx", made::xlsx("<row r='1'><c r='1A'><v>1</v></c></row>")),
            ErrorCode::FileDamaged);
    refused(made::archive(m_folder, "e.xlsx", made::xlsx("<row r='1'><c r='A1'><v>one</v></c></row>")),
            ErrorCode::FileDamaged);
    auto parts = made::xlsx("<row r='1'/>");
    parts.removeLast();
    refused(made::archive(m_folder, "f.xlsx", parts), ErrorCode::FileDamaged);
  }

  void onlyAHeaderIsATableToo() {
    const auto file = readSheetFile(made::file(m_folder, "h.csv", "姓名,性别\n"));
    QVERIFY(file);
    QCOMPARE(file->sheets.first().rows.size(), 1);
    const auto blank = readSheetFile(made::archive(m_folder, "h.xlsx", made::xlsx("")));
    QVERIFY(blank);
    QVERIFY(blank->sheets.first().rows.isEmpty());
  }

  void aFileCutShortIsDamagedNeverHalfRead_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"demo_grade1.xlsx", "demo_grade1.ods", "demo_grade1.xls"})
      QTest::newRow(name) << name;
  }
  void aFileCutShortIsDamagedNeverHalfRead() {
    QFETCH(QString, name);
    const QByteArray whole = made::bytesOf(made::sample(name));
    QVERIFY(whole.size() > 1000);
    for (int part = 1; part < 60; ++part) {
      const QByteArray cut = whole.left(part == 59 ? whole.size() - 1 : whole.size() * part / 60);
      const auto file = readSheetFile(made::file(m_folder, "cut", cut));
      if (file)
        QFAIL(qPrintable(QString("read although cut at %1 of %2").arg(cut.size()).arg(whole.size())));
      QVERIFY(file.error().code == ErrorCode::FileDamaged || file.error().code == ErrorCode::FileTypeUnknown);
    }
  }

private:
  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(HostileSheetsTest)
#include "hostile_sheets_test.moc"
