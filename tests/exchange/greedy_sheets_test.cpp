// Small files that ask for much: memory, time, or a place beyond any number.

#include "made_sheets.h"

#include "exchange/formats.h"
#include "fuzz/recipe.h"

#include <ctime>

using namespace xueji;

class GreedySheetsTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;

  static Result<SheetFile> read(const QByteArray& bytes) {
    return detail::readSheetBytes(bytes, QStringLiteral("roster"), {}, {});
  }
  /// `before`, `after`: what stands around the rows.
  static QByteArray xlsx(const QByteArray& rows, const QByteArray& before = {}, const QByteArray& after = {}) {
    made::Parts parts = made::xlsx(rows);
    parts.last().second.replace("<sheetData>", before + "<sheetData>").replace("</sheetData>", "</sheetData>" + after);
    return fuzz::archiveOf(parts);
  }
  static QByteArray ods(const QByteArray& rows) { return fuzz::archiveOf(made::ods(rows)); }
  static QByteArray xml2003(const QByteArray& rows) {
    return "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
           "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"S\"><Table>" +
           rows + "</Table></Worksheet></Workbook>";
  }
  static QByteArray two(int value) { return QByteArray().append(char(value & 0xFF)).append(char(value >> 8)); }
  /// A workbook of Excel 97 with so many sheets, all of them in one place.
  static QByteArray xls(int sheets, const QByteArray& records) {
    const QByteArray begin = made::record(0x0809, two(0x0600) + QByteArray(14, '\0'));
    const QByteArray list = made::record(0x0085, QByteArray(6, '\0') + QByteArray("\1\0S", 3));
    return fuzz::compoundFileOf(QStringLiteral("Workbook"),
                                fuzz::recordsOf(begin + list.repeated(sheets) + made::record(0x0A, {}) + begin +
                                                records + made::record(0x0A, {})));
  }
  static QByteArray cellOf(const QByteArray& reference) { return "<c r='" + reference + "' t='str'><v>x</v></c>"; }

private slots:
  void whatAsksForTooMuchIsRefusedAtOnce_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QByteArray rows;
    for (int n = 1; n <= 5000; ++n)
      rows += "<row r='" + QByteArray::number(n) + "'>" + cellOf('A' + QByteArray::number(n)) + "</row>";
    QTest::newRow("a value merged down in the last column")
        << xlsx("<row r='1'>" + cellOf("XFD1") + "</row>" + rows, {},
                "<mergeCells><mergeCell ref='XFD1:XFD1048576'/></mergeCells>")
        << ErrorCode::TooManyCells;
    QTest::newRow("merged cells over each other")
        << xlsx(rows, {}, "<mergeCells>" + QByteArray("<mergeCell ref='A2:A5000'/>").repeated(2000) + "</mergeCells>")
        << ErrorCode::TooManyCells;
    QTest::newRow("cells of a page that reach down far")
        << QByteArray("<table>") + QByteArray("<tr><td rowspan=10000 colspan=10000>x").repeated(2000)
        << ErrorCode::TooManyCells;
    QTest::newRow("elements of a page inside each other")
        << QByteArray("<table><tr><td>") + QByteArray("<div>").repeated(300'000) + QByteArray("</x>").repeated(300'000)
        << ErrorCode::FileDamaged;
    QByteArray attributes;
    for (int n = 0; n < 200'000; ++n)
      attributes += " a" + QByteArray::number(n);
    QTest::newRow("attributes of a page") << "<table><tr><td" + attributes + ">x</table>" << ErrorCode::FileDamaged;
    QTest::newRow("a long text of a page") << "<table><tr><td>" + QByteArray(1'000'000, '&') << ErrorCode::CellTooLong;
    QTest::newRow("elements inside each other")
        << xlsx(QByteArray("<a>").repeated(200'000) + QByteArray("</a>").repeated(200'000)) << ErrorCode::FileDamaged;
    QTest::newRow("a value without end") << xlsx("<row r='" + QByteArray("123456789 ").repeated(1'000'000) + "'/>")
                                         << ErrorCode::FileDamaged;
    QTest::newRow("a comment without end")
        << xml2003("<!-- " + QByteArray("- not yet ").repeated(1'000'000)) << ErrorCode::FileDamaged;
    QTest::newRow("blanks without end") << ods("<table:table-row><table:table-cell><text:p>" +
                                               QByteArray("<text:s text:c='2147483648'/>").repeated(20'000) +
                                               "</text:p></table:table-cell></table:table-row>")
                                        << ErrorCode::CellTooLong;
    QTest::newRow("a long text of a cell")
        << xml2003("<Row><Cell><Data ss:Type=\"String\">" + QByteArray("abcdefgh ").repeated(1'000'000) +
                   "</Data></Cell></Row>")
        << ErrorCode::CellTooLong;
    QTest::newRow("a thousand sheets in one place")
        << xls(1000, made::record(0x0208, QByteArray(16, '\0')).repeated(20'000)) << ErrorCode::FileDamaged;
  }
  void whatAsksForTooMuchIsRefusedAtOnce() {
    QFETCH(QByteArray, bytes);
    const std::clock_t begun = std::clock(); // of the processor: others may be at work
    const auto file = read(bytes);
    QVERIFY(!file);
    QTEST(file.error().code, "code");
    QVERIFY((std::clock() - begun) / CLOCKS_PER_SEC < 5);
  }

  void whatIsHiddenBeyondTheSheetIsNotListed_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray row = "<row r='1'>" + cellOf("A1") + cellOf("B1") + "</row>";
    QTest::newRow("from below all numbers") << xlsx(row, "<cols><col min='-2147483648' max='1' hidden='1'/></cols>");
    QTest::newRow("again and again") << xlsx(
        row, "<cols>" + QByteArray("<col min='1' max='1' hidden='1'/>").repeated(100'000) + "</cols>");
    QTest::newRow("xls") << xls(1, made::record(0x0204, QByteArray("\0\0\0\0\0\0\1\0\0x", 10)) +
                                       made::record(0x007D, QByteArray(8, '\0') + QByteArray("\1\0", 2)));
    QTest::newRow("ods") << ods(
        QByteArray("<table:table-column table:visibility='collapse'/><table:table-column/><table:table-column "
                   "table:visibility='collapse' table:number-columns-repeated='1000000000'/>") +
        QByteArray("<table:table-column table:visibility='collapse' table:number-columns-repeated='1000'/>")
            .repeated(100'000) +
        "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>");
    QTest::newRow("xml2003") << xml2003(
        "<Column ss:Hidden=\"1\"/><Column ss:Index=\"3\" ss:Span=\"2147483647\" ss:Hidden=\"1\"/>"
        "<Row><Cell><Data>x</Data></Cell></Row>");
  }
  void whatIsHiddenBeyondTheSheetIsNotListed() {
    QFETCH(QByteArray, bytes);
    const auto file = read(bytes);
    QVERIFY(file);
    QCOMPARE(file->sheets.first().hiddenColumns, QList<int>{0});
  }

  void placesBeyondAnyNumberOverflowNothing_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("rows of a workbook") << xlsx("<row r='9223372036854775807'/><row/><row/><row>" + cellOf({}) +
                                                "</row>");
    QTest::newRow("columns of XML") << xml2003(
        "<Row><Cell ss:Index=\"2147483647\" ss:MergeAcross=\"16384\"/><Cell><Data>x</Data></Cell></Row>");
    QTest::newRow("rows of XML") << xml2003("<Row ss:Index=\"2147483647\" ss:Span=\"2147483647\"/>"
                                            "<Row><Cell><Data>x</Data></Cell></Row>");
  }
  void placesBeyondAnyNumberOverflowNothing() {
    QFETCH(QByteArray, bytes);
    const auto file = read(bytes);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::TooManyCells);
  }

  void aWholeColumnMergedGivesItsValueToEachRow() {
    QByteArray rows;
    for (int n = 1; n <= 3; ++n)
      rows +=
          "<row r='" + QByteArray::number(n) + "'>" + cellOf((n == 1 ? 'A' : 'B') + QByteArray::number(n)) + "</row>";
    const auto file = read(xlsx(rows, {}, "<mergeCells><mergeCell ref='A1:A1048576'/></mergeCells>"));
    QVERIFY(file);
    Sheet sheet = file->sheets.first();
    QCOMPARE(sheet.merged, (QList<CellRange>{{0, 0, 3, 1}}));
    spreadMerged(sheet, 0);
    QCOMPARE(sheet.at(2, 0).text, QStringLiteral("x"));
  }

  void blanksOfAPageCostNoText() {
    const QByteArray script = "<script>if(a<b" + QByteArray(" c").repeated(5000) + ")</script>";
    const auto file = read("<html>" + script + "<table><tr><td>one" + QByteArray("\n    ").repeated(20'000) +
                           "two<br>three&nbsp;<td>\n&nbsp;\n<td>four</table>");
    QVERIFY(file);
    QCOMPARE(made::firstRow(*file), (QStringList{"one two\nthree", "", "four"}));
  }

  void aSpanOfRowsMovesTheNextOne() {
    const auto file = read(xml2003("<Row ss:Span=\"2\"/><Row><Cell><Data>x</Data></Cell></Row>"));
    QVERIFY(file);
    QCOMPARE(file->sheets.first().rows.size(), 4);
  }

  void aRowThatAPageHidesIsTold() {
    const auto file = read("<table><tr><td>a</tr><tr style='height:0; DISPLAY: none'><td>b</tr><tr hidden><td>c</tr>"
                           "<tr style='display:block'><td>d</tr></table>");
    QVERIFY(file);
    QCOMPARE(file->sheets.first().hiddenRows, (QList<qint64>{1, 2}));
  }
};

QTEST_GUILESS_MAIN(GreedySheetsTest)
#include "greedy_sheets_test.moc"
