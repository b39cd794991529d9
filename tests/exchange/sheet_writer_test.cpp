#include "exchange/sheet_writer.h"
#include "made_sheets.h"

#include <QDir>

using namespace xueji;

class SheetWriterTest : public QObject {
  Q_OBJECT

  static OutSheet roster() {
    OutSheet sheet;
    sheet.name = "一年级[1]";
    sheet.titleLines = {"示范小学 花名册", "说明"};
    sheet.columns = {{"姓名", 12, {}, true},
                     {"性别", 6, {"男", "女"}, false},
                     {"身份证件号", 22, {}, false},
                     {"民族", 10, {}, false}};
    for (int n = 0; n < 56; ++n)
      sheet.columns[3].choices.append(QString("第%1个民族名称").arg(n));
    sheet.rows = {{"欧阳梓晗", "女", "132203201808310012", "汉族"},
                  {QString::fromUtf8("李𠮷祥"), "男", "", "一\n二"},
                  {"=1+1", "@x", "a,\"b\"", " 空 "},
                  {"_x000D_", "", "", ""},
                  {"", "", "", "尾"}};
    sheet.marks.insert({1, 2}, "N01：身份证件号缺失");
    sheet.marks.insert({0, 0}, "看");
    return sheet;
  }
  static QStringList texts(const Sheet& sheet, qsizetype row, int columns) {
    QStringList found;
    for (int column = 0; column < columns; ++column)
      found.append(sheet.at(row, column).text);
    return found;
  }

private slots:
  void whatIsWrittenIsReadBack_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("xlsx") << "a.xlsx"
                          << "";
    QTest::newRow("utf-8") << "a.csv"
                           << "UTF-8";
    QTest::newRow("gb18030") << "b.csv"
                             << "GB18030";
  }
  void whatIsWrittenIsReadBack() {
    QFETCH(QString, name);
    QFETCH(QString, encoding);
    const OutSheet sheet = roster();
    const QString path = m_folder.filePath(name);
    QVERIFY(encoding.isEmpty() ? writeXlsx(path, sheet) : writeCsv(path, sheet, encoding));
    const auto file = readSheetFile(path);
    QVERIFY(file);
    QCOMPARE(file->encoding, encoding);
    const Sheet& read = file->sheets.first();
    QCOMPARE(read.at(0, 0).text, sheet.titleLines.first());
    QCOMPARE(texts(read, 2, 4), QStringList({"姓名", "性别", "身份证件号", "民族"}));
    QCOMPARE(read.rows.size(), 3 + sheet.rows.size());
    for (int row = 0; row < sheet.rows.size(); ++row) {
      // In a csv what a spreadsheet would take for a formula bears its mark for text.
      QStringList expected = sheet.rows.at(row);
      for (QString& text : expected)
        if (!encoding.isEmpty() && QStringLiteral("=+-@").contains(text.left(1)) && !text.isEmpty())
          text.prepend(u'\'');
      QCOMPARE(texts(read, 3 + row, 4), expected);
    }
    for (const auto& line : read.rows)
      for (const Cell& cell : line)
        QVERIFY(cell.kind == Cell::Kind::Text || cell.kind == Cell::Kind::Empty);
  }

  void theSameSheetGivesTheSameBytes() {
    QVERIFY(writeXlsx(m_folder.filePath("1.xlsx"), roster()));
    QVERIFY(writeXlsx(m_folder.filePath("2.xlsx"), roster()));
    const QByteArray first = made::bytesOf(m_folder.filePath("1.xlsx"));
    QVERIFY(first.size() > 1000);
    QCOMPARE(first, made::bytesOf(m_folder.filePath("2.xlsx")));
  }

  void cellsAreTextListsAreOfferedAndReasonsStandInComments() {
    const QString path = m_folder.filePath("parts.xlsx");
    QVERIFY(writeXlsx(path, roster()));
    const QByteArray sheet = part(path, "xl/worksheets/sheet1.xml");
    QVERIFY(sheet.contains("<formula1>\"男,女\"</formula1>"));
    QVERIFY(sheet.contains("<formula1>lists!$A$1:$A$56</formula1>"));
    QVERIFY(sheet.contains("state=\"frozen\""));
    QVERIFY(!sheet.contains("<f>"));
    QVERIFY(part(path, "xl/styles.xml").contains("numFmtId=\"49\""));
    QVERIFY(part(path, "xl/workbook.xml").contains("state=\"hidden\""));
    QVERIFY(part(path, "xl/comments1.xml").contains("N01：身份证件号缺失"));
  }

  /// 200 characters fit a spreadsheet's list, but their 600 bytes did not fit the library's buffer.
  void aListShortInCharactersAndLongInBytesIsOffered() {
    OutSheet sheet;
    sheet.name = "a";
    sheet.columns = {{"民族", 10, {}, false}};
    for (int n = 10; n < 60; ++n)
      sheet.columns[0].choices.append(QString("族%1").arg(n));
    QVERIFY(sheet.columns[0].choices.join(u',').size() < 255);
    QVERIFY(sheet.columns[0].choices.join(u',').toUtf8().size() > 255);
    sheet.rows = {{"族10"}};
    const QString path = m_folder.filePath("bytes.xlsx");
    QVERIFY(writeXlsx(path, sheet));
    const auto file = readSheetFile(path);
    QVERIFY(file);
    QCOMPARE(file->sheets.first().at(1, 0).text, QString("族10"));
  }

  void aFileThatCannotBeWrittenLeavesNothingBehind() {
    const auto none = writeXlsx(m_folder.filePath("no/such/folder/a.xlsx"), roster());
    QVERIFY(!none);
    QCOMPARE(int(none.error().code), int(ErrorCode::NotWritable));
    const auto csv = writeCsv(m_folder.filePath("no/such/folder/a.csv"), roster());
    QVERIFY(!csv);
    QCOMPARE(int(csv.error().code), int(ErrorCode::NotWritable));
    QVERIFY(QDir().mkpath(m_folder.filePath("taken/a.xlsx")));
    const auto taken = writeXlsx(m_folder.filePath("taken/a.xlsx"), roster());
    QVERIFY(!taken);
    QCOMPARE(QDir(m_folder.filePath("taken")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList("a.xlsx"));
  }

  void aCellTooLongIsNamed() {
    OutSheet sheet = roster();
    sheet.rows[1][3] = QString(40000, 'x');
    const auto written = writeXlsx(m_folder.filePath("long.xlsx"), sheet);
    QVERIFY(!written);
    QCOMPARE(written.error().args.first(), "D5");
    QVERIFY(!QFile::exists(m_folder.filePath("long.xlsx")));
  }

private:
  static QByteArray part(const QString& path, const char* name) {
    zip* archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr);
    zip_file* file = archive ? zip_fopen(archive, name, 0) : nullptr;
    QByteArray bytes(1 << 20, '\0');
    const qint64 got = file ? zip_fread(file, bytes.data(), static_cast<zip_uint64_t>(bytes.size())) : 0;
    if (file)
      zip_fclose(file);
    if (archive)
      zip_discard(archive);
    return bytes.left(got);
  }
  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SheetWriterTest)
#include "sheet_writer_test.moc"
