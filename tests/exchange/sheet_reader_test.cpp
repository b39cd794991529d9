#include "made_sheets.h"

#include "exchange/cell_value.h"

using namespace xueji;

class SheetReaderTest : public QObject {
  Q_OBJECT
private slots:
  void allFiveFormsOfARosterGiveTheSameCells_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("ods") << "demo_grade1.ods"
                         << "ods"
                         << "";
    QTest::newRow("xls") << "demo_grade1.xls"
                         << "xls"
                         << "";
    QTest::newRow("csv") << "demo_grade1.csv"
                         << "csv"
                         << "UTF-8";
    QTest::newRow("gb18030") << "demo_grade1_gb18030.csv"
                             << "csv"
                             << "GB18030";
  }
  void allFiveFormsOfARosterGiveTheSameCells() {
    QFETCH(QString, name);
    const auto one = readSheetFile(made::sample("demo_grade1.xlsx"));
    const auto other = readSheetFile(made::sample(name));
    QVERIFY(one && other);
    QTEST(other->format, "format");
    QTEST(other->encoding, "encoding");
    const Sheet& left = one->sheets.first();
    const Sheet& right = other->sheets.first();
    QCOMPARE(left.rows.size(), 171);
    QCOMPARE(right.rows.size(), left.rows.size());
    QCOMPARE(left.rows.at(2).size(), 71);
    for (qsizetype row = 0; row < left.rows.size(); ++row)
      for (int column = 0; column < 72; ++column)
        if (left.at(row, column) != right.at(row, column))
          QFAIL(qPrintable(cellName(row, column) + ": " + left.at(row, column).text + " | " +
                           right.at(row, column).text));
    QCOMPARE(left.at(25, 1).text, QString::fromUtf8("李𠮷祥"));
    QCOMPARE(left.at(67, 12).text.size(), 18);
    QCOMPARE(left.at(67, 12).text.at(0).unicode(), 0xFF11); // the full-width number comes as it stands
  }

  void aCellOfAnXlsxSaysWhatAPersonSees_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    const auto add = [](const char* name, const char* cell, Cell::Kind kind, const char* text) {
      QTest::newRow(name) << QByteArray(cell) << int(kind) << QString::fromUtf8(text);
    };
    using enum Cell::Kind;
    add("shared", "<c r='A1' t='s'><v>0</v></c>", Text, "张三");
    add("rich runs and a phonetic guide", "<c r='A1' t='s'><v>1</v></c>", Text, "欧阳 娜娜");
    add("inline", "<c r='A1' t='inlineStr'><is><t>内联</t></is></c>", Text, "内联");
    add("inline rich",
        "<c r='A1' t='inlineStr'><is><r><t>内</t></r><r><t>联</t></r><rPh sb='0' eb='1'><t>nei</t></rPh></is></c>",
        Text, "内联");
    add("escaped line break", "<c r='A1' t='inlineStr'><is><t>一_x000D_\n二 _x4E00_</t></is></c>", Text,
        "一\n二 _x4E00_");
    add("formula with text", "<c r='A1' t='str'><f>A2&amp;B2</f><v>甲乙</v></c>", Text, "甲乙");
    add("formula with number", "<c r='A1'><f>1+1</f><v>2</v></c>", Number, "2");
    add("boolean", "<c r='A1' t='b'><v>1</v></c>", Boolean, "TRUE");
    add("error", "<c r='A1' t='e'><v>#N/A</v></c>", Error, "#N/A");
    add("integer", "<c r='A1'><v>20180831</v></c>", Number, "20180831");
    add("eighteen digits told exactly", "<c r='A1'><v>132203201808310012</v></c>", Number, "132203201808310012");
    add("eighteen digits damaged", "<c r='A1'><v>1.3220320180831E+17</v></c>", Number, "132203201808310000");
    add("decimal", "<c r='A1'><v>3.6000000000000001</v></c>", Number, "3.6");
    add("date", "<c r='A1' s='1'><v>43343</v></c>", Date, "2018-08-31");
    add("Chinese date format", "<c r='A1' s='2'><v>43343</v></c>", Date, "2018-08-31");
    add("format with letters in quotes", "<c r='A1' s='3'><v>43343</v></c>", Number, "43343");
    add("date and time", "<c r='A1' s='4'><v>43343.5</v></c>", Date, "2018-08-31T12:00:00");
    add("ISO date", "<c r='A1' t='d'><v>2018-08-31T00:00:00</v></c>", Date, "2018-08-31");
    add("day that never was", "<c r='A1' s='1'><v>60</v></c>", Date, "1900-02-29");
    add("no place given", "<c t='s'><v>0</v></c>", Text, "张三");
  }
  void aCellOfAnXlsxSaysWhatAPersonSees() {
    QFETCH(QByteArray, cell);
    const QByteArray strings = "<si><t>张三</t></si><si><r><t xml:space='preserve'>欧阳 </t></r><r><t>娜娜</t></r>"
                               "<rPh sb='0' eb='2'><t>おうよう</t></rPh><phoneticPr fontId='1'/></si>";
    const auto file =
        readSheetFile(made::archive(m_folder, "a.xlsx", made::xlsx("<row r='1'>" + cell + "</row>", strings)));
    QVERIFY(file);
    QTEST(file->sheets.first().at(0, 0).text, "text");
    QTEST(int(file->sheets.first().at(0, 0).kind), "kind");
    QCOMPARE(file->sheets.first().at(0, 0).isFormula, cell.contains("<f>"));
  }

  void aCellOfAnXlsSaysWhatAPersonSees_data() {
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("formula");
    using enum Cell::Kind;
    const QByteArray a1("\0\0\0\0\x0F\0", 6); // row, column, style
    const auto add = [&](const char* name, quint16 number, const QByteArray& body, Cell::Kind kind, const char* text,
                         bool formula = false) {
      QTest::newRow(name) << made::record(number, a1 + body) << int(kind) << QString::fromUtf8(text) << formula;
    };
    add("number", 0x0203, made::real(20180831), Number, "20180831");
    add("eighteen digits damaged", 0x0203, made::real(132203201808310012.0), Number, "132203201808310000");
    add("packed integer", 0x027E, QByteArray("\x1E\0\0\0", 4), Number, "7");
    add("packed hundredths", 0x027E, QByteArray("\xA3\x05\0\0", 4), Number, "3.6");
    add("boolean", 0x0205, QByteArray("\1\0", 2), Boolean, "TRUE");
    add("error", 0x0205, QByteArray("\x07\1", 2), Error, "#DIV/0!");
    add("text in narrow letters", 0x0204, QByteArray("\3\0\0abc", 6), Text, "abc");
    add("formula with number", 0x0006, made::real(42) + QByteArray(8, '\0'), Number, "42", true);
    add("formula with boolean", 0x0006, QByteArray("\1\0\1\0\0\0\xFF\xFF", 8) + QByteArray(8, '\0'), Boolean, "TRUE",
        true);
    QTest::newRow("formula with text") << made::record(0x0006, a1 + QByteArray("\0\0\0\0\0\0\xFF\xFF", 8) +
                                                                   QByteArray(8, '\0')) +
                                              made::record(0x0207, QByteArray("\2\0\1\x32\x75\x59\x4E", 7))
                                       << int(Text) << QString::fromUtf8("甲乙") << true;
    QTest::newRow("several packed in one")
        << made::record(0x00BD, QByteArray("\0\0\0\0\x0F\0\x1E\0\0\0\x0F\0\x22\0\0\0\1\0", 18)) << int(Number) << "7"
        << false;
  }
  /// The record takes the place of the first ones of the sample's sheet.
  void aCellOfAnXlsSaysWhatAPersonSees() {
    QFETCH(QByteArray, record);
    QByteArray bytes = made::bytesOf(made::sample("demo_grade1.xls"));
    const QByteArray first("\xFD\0\x0A\0\0\0\0\0\x0F\0", 10); // the sheet's first cell
    const qsizetype at = bytes.indexOf(first);
    QVERIFY(at > 0);
    const QByteArray filler = made::record(0x0099, QByteArray(14 * 12 - record.size() - 4, '\0'));
    bytes.replace(at, 14 * 12, record + filler);
    const auto file = readSheetFile(made::file(m_folder, "cell.xls", bytes));
    QVERIFY(file);
    const Cell cell = file->sheets.first().at(0, 0);
    QTEST(cell.text, "text");
    QTEST(int(cell.kind), "kind");
    QTEST(cell.isFormula, "formula");
  }

  void datesCountedFrom1904AreFourYearsLater() {
    const auto parts =
        made::xlsx("<row r='1'><c r='A1' s='1'><v>41881</v></c></row>", {}, "<workbookPr date1904='1'/>");
    const auto file = readSheetFile(made::archive(m_folder, "1904.xlsx", parts));
    QVERIFY(file && file->sheets.first().date1904);
    QCOMPARE(file->sheets.first().at(0, 0).text, "2018-08-31");
  }

  void blankRowsAndGapsKeepTheirPlaces() {
    const auto file = readSheetFile(made::archive(
        m_folder, "gap.xlsx", made::xlsx("<row r='3'><c r='C3'><v>7</v></c></row><row><c><v>8</v></c></row>")));
    QVERIFY(file);
    QCOMPARE(file->sheets.first().rows.size(), 4);
    QCOMPARE(file->sheets.first().at(2, 2).text, "7");
    QCOMPARE(file->sheets.first().at(2, 0).kind, Cell::Kind::Empty);
    QCOMPARE(file->sheets.first().at(3, 0).text, "8");
  }

  void aCellOfAnOdsSaysWhatAPersonSees_data() {
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QStringList>("texts");
    const auto add = [](const char* name, const char* cells, QStringList texts) {
      QTest::newRow(name) << QByteArray(cells) << texts;
    };
    add("paragraphs", "<table:table-cell><text:p>一</text:p><text:p>二</text:p></table:table-cell>", {"一\n二"});
    add("spans and spaces",
        "<table:table-cell><text:p> 甲 \n 乙<text:s "
        "text:c='2'/><text:span>丙</text:span><text:tab/>丁</text:p></table:table-cell>",
        {"甲 乙  丙\t丁"});
    add("ruby",
        "<table:table-cell><text:p><text:ruby><text:ruby-base>欧阳</text:ruby-base><text:ruby-text>ouyang</"
        "text:ruby-text></text:ruby></text:p></table:table-cell>",
        {"欧阳"});
    add("comment",
        "<table:table-cell><office:annotation><text:p>看</text:p></office:annotation><text:p>甲</text:p></"
        "table:table-cell>",
        {"甲"});
    add("repeated", "<table:table-cell table:number-columns-repeated='3'><text:p>是</text:p></table:table-cell>",
        {"是", "是", "是"});
    add("merged",
        "<table:table-cell "
        "table:number-columns-spanned='2'><text:p>合</text:p></"
        "table:table-cell><table:covered-table-cell><text:p>hidden</text:p></"
        "table:covered-table-cell><table:table-cell><text:p>后</text:p></table:table-cell>",
        {"合", "", "后"});
    add("number, date, flag",
        "<table:table-cell office:value-type='float' "
        "office:value='132203201808310012'><text:p>1.32E+17</text:p></table:table-cell><table:table-cell "
        "office:value-type='date' "
        "office:date-value='2018-08-31'><text:p>8月</text:p></table:table-cell><table:table-cell "
        "office:value-type='boolean' office:boolean-value='true'><text:p>是</text:p></table:table-cell>",
        {"132203201808310012", "2018-08-31", "TRUE"});
    add("trailing blank cells",
        "<table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell "
        "table:number-columns-repeated='16383'/>",
        {"x"});
  }
  void aCellOfAnOdsSaysWhatAPersonSees() {
    QFETCH(QByteArray, cells);
    const auto file =
        readSheetFile(made::archive(m_folder, "a.ods", made::ods("<table:table-row>" + cells + "</table:table-row>")));
    QVERIFY(file);
    QTEST(made::firstRow(*file), "texts");
  }

  void repeatedRowsOfAnOdsStandWhereTheyAre() {
    const QByteArray x = "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>";
    const auto file = readSheetFile(made::archive(
        m_folder, "rows.ods",
        made::ods(
            "<table:table-row table:number-rows-repeated='3'>" + x +
            "<table:table-row table:number-rows-repeated='2'><table:table-cell/></table:table-row><table:table-row>" +
            x +
            "<table:table-row table:number-rows-repeated='1048570'><table:table-cell "
            "table:number-columns-repeated='16384'/></table:table-row>")));
    QVERIFY(file);
    QCOMPARE(file->sheets.first().rows.size(), 6);
    QCOMPARE(file->sheets.first().at(2, 0).text, "x");
    QVERIFY(file->sheets.first().rows.at(4).isEmpty());
    QCOMPARE(file->sheets.first().at(5, 0).text, "x");
  }

  void separatedTextIsReadAsOfficesWriteIt_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<char>("separator");
    QTest::addColumn<QStringList>("texts");
    const auto add = [](const char* name, QByteArray bytes, char separator, QStringList texts) {
      QTest::newRow(name) << bytes << separator << texts;
    };
    add("comma", "a,b\r\n1,2\r\n", ',', {"a", "b"});
    add("tab", "a\tb,c\n1\t2\n", '\t', {"a", "b,c"});
    add("semicolon", "a;b;c\n1,5;2;3\n", ';', {"a", "b", "c"});
    add("quotes", "\"a\"\"b\",\"c,d\",\"e\nf\"\n1,2,3\n", ',', {"a\"b", "c,d", "e\nf"});
    add("a quote within", "5\" pipe,b\n1,2\n", ',', {"5\" pipe", "b"});
    add("line ends of old Macs", "a,b\r1,2\r", ',', {"a", "b"});
    add("hint of a spreadsheet", "sep=;\r\na;b,c,d\r\n", ';', {"a", "b,c,d"});
    add("no line end", "a,b", ',', {"a", "b"});
    add("one column", "姓名\n张三\n", ',', {"姓名"});
    add("formula stays text", "=1+1,@x\n", ',', {"=1+1", "@x"});
  }
  void separatedTextIsReadAsOfficesWriteIt() {
    QFETCH(QByteArray, bytes);
    QFETCH(char, separator);
    const auto file = readSheetFile(made::file(m_folder, "a.csv", bytes));
    QVERIFY(file);
    QTEST(made::firstRow(*file), "texts");
    QCOMPARE(file->separator, QChar(separator));
  }

  void anEncodingIsRecognised_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("utf-8") << QByteArray("姓名,性别\n张三,男\n") << "UTF-8";
    QTest::newRow("utf-16le") << QByteArray("\xFF\xFE\xD3\x59\x2C\x00\x0D\x54\x0A\x00", 10) << "UTF-16LE";
    QTest::newRow("gbk") << QByteArray("\xD0\xD5\xC3\xFB,\xD0\xD4\xB1\xF0\n\xD5\xC5\xC8\xFD,\xC4\xD0\n") << "GB18030";
  }
  void anEncodingIsRecognised() {
    QFETCH(QByteArray, bytes);
    const auto file = readSheetFile(made::file(m_folder, "e.csv", bytes));
    QVERIFY(file);
    QTEST(file->encoding, "encoding");
    QVERIFY(file->sheets.first().at(0, 0).text.startsWith(QChar(0x59D3)));
  }

  void theContentTellsTheFormatNotTheName() {
    QVERIFY(QFile::copy(made::sample("demo_grade1.xls"), m_folder.filePath("really.xlsx")));
    const auto file = readSheetFile(m_folder.filePath("really.xlsx"));
    QVERIFY(file);
    QCOMPARE(file->format, "xls");
  }

  void readingCanBeStopped_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"demo_grade1.xlsx", "demo_grade1.ods", "demo_grade1.xls"})
      QTest::newRow(name) << name;
  }
  void readingCanBeStopped() {
    QFETCH(QString, name);
    const auto file = readSheetFile(made::sample(name), {}, [](qint64, qint64) { return false; });
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::Cancelled);
  }

  void cellsHaveTheirNames() {
    QCOMPARE(cellName(6, 1), "B7");
    QCOMPARE(cellName(0, 25), "Z1");
    QCOMPARE(cellName(0, 26), "AA1");
    QCOMPARE(cellName(1048575, 16383), "XFD1048576");
  }

private:
  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SheetReaderTest)
#include "sheet_reader_test.moc"
