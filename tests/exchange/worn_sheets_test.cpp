// Files as offices and web systems really leave them.

#include "made_sheets.h"

#include "text/encoding.h"

using namespace xueji;

class WornSheetsTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;

  Result<SheetFile> xlsx(const made::Parts& parts) {
    return readSheetFile(made::archive(m_folder, QStringLiteral("a.xlsx"), parts));
  }
  Result<SheetFile> text(const QByteArray& bytes, const QString& name = QStringLiteral("a.csv")) {
    return readSheetFile(made::file(m_folder, name, bytes));
  }
  static QString cells(const SheetFile& file, int sheet = 0) {
    QStringList lines;
    for (const QList<Cell>& row : file.sheets.value(sheet).rows) {
      QStringList texts;
      for (const Cell& cell : row)
        texts << cell.text;
      lines << texts.join(u',');
    }
    return lines.join(u'|');
  }

private slots:
  void aWornWorkbookWithManyFormatsIsRead() {
    made::Parts parts =
        made::xlsx("<row r='1'><c r='A1' s='4999'><v>43343</v></c><c r='B1' t='s'><v>4999</v></c></row>");
    QByteArray styles, strings;
    for (int n = 0; n < 5000; ++n) {
      styles += n == 4999 ? "<xf numFmtId=\"14\"><alignment/></xf>" : "<xf numFmtId=\"0\"><alignment/></xf>";
      strings += "<si><t>" + QByteArray::number(n) + "</t></si>";
    }
    for (auto& [name, bytes] : parts) {
      if (name == QLatin1String("xl/styles.xml"))
        bytes = "<styleSheet><cellXfs>" + styles + "</cellXfs></styleSheet>";
      if (name == QLatin1String("xl/t.xml"))
        bytes = "<sst>" + strings + "</sst>";
    }
    const auto file = xlsx(parts);
    QVERIFY(file);
    QCOMPARE(cells(*file), QStringLiteral("2018-08-31,4999"));
  }

  void hiddenAndMergedOfAnXlsx() {
    made::Parts parts =
        made::xlsx("<row r='1'><c r='A1' t='str'><v>x</v></c></row><row r='2' hidden='1'><c r='A2' "
                   "t='str'><v>y</v></c></row><row r='3' hidden='1'/><row r='4'><c r='B4'><f>1+1</f></c>"
                   "<c r='C4' t='str'><v>z</v></c></row>");
    for (auto& [name, bytes] : parts) {
      if (name == QLatin1String("xl/workbook.xml"))
        bytes.replace("<sheet name=\"S\"", "<sheet name=\"S\" state=\"veryHidden\"");
      if (name == QLatin1String("xl/s.xml")) {
        bytes.replace("<sheetData>", "<cols><col min='2' max='3' hidden='1'/></cols><sheetData>");
        bytes.replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='broken'/>"
                                      "</mergeCells>");
      }
    }
    const auto file = xlsx(parts);
    QVERIFY(file);
    const Sheet& sheet = file->sheets.first();
    QCOMPARE(sheet.shown, Sheet::Shown::Never);
    QCOMPARE(sheet.hiddenRows, QList<qint64>{1}); // an empty row hides nothing
    QCOMPARE(sheet.hiddenColumns, (QList<int>{1, 2}));
    QCOMPARE(sheet.merged, (QList<CellRange>{{0, 0, 2, 1}}));
    QCOMPARE(sheet.at(3, 1).kind, Cell::Kind::NoResult);
    QVERIFY(sheet.at(3, 1).isFormula);
  }

  void hiddenAndMergedOfAnOds() {
    made::Parts parts = made::ods(
        "<table:table-column/><table:table-column table:visibility='collapse' table:number-columns-repeated='2'/>"
        "<table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>x</text:p></table:table-cell>"
        "</table:table-row><table:table-row table:visibility='filter'><table:covered-table-cell/><table:table-cell>"
        "<text:p>y</text:p></table:table-cell><table:table-cell><text:p>z</text:p></table:table-cell></"
        "table:table-row><table:table-row><table:table-cell "
        "table:formula='of:=1+1'/></table:table-row>");
    for (auto& [name, bytes] : parts)
      if (name == QLatin1String("content.xml")) {
        bytes.replace("<table:table table:name=\"S\">", "<table:table table:name=\"S\" table:style-name=\"ta2\">");
        bytes.replace("<office:body>", "<office:automatic-styles><style:style xmlns:style='s' style:name='ta2' "
                                       "style:family='table'><style:table-properties table:display='false'/>"
                                       "</style:style></office:automatic-styles><office:body>");
      }
    const auto file = readSheetFile(made::archive(m_folder, QStringLiteral("a.ods"), parts));
    QVERIFY(file);
    const Sheet& sheet = file->sheets.first();
    QCOMPARE(sheet.shown, Sheet::Shown::Hidden);
    QCOMPARE(sheet.hiddenRows, QList<qint64>{1});
    QCOMPARE(sheet.hiddenColumns, (QList<int>{1, 2}));
    QCOMPARE(sheet.merged, (QList<CellRange>{{0, 0, 2, 1}}));
    QCOMPARE(sheet.at(2, 0).kind, Cell::Kind::NoResult);
  }

  void mergedCellsAreSpreadBelowTheTitle() {
    Sheet sheet;
    const Cell title{Cell::Kind::Text, QStringLiteral("名册")}, value{Cell::Kind::Text, QStringLiteral("厂")};
    sheet.rows = {{title}, {value}, {}, {Cell{Cell::Kind::Text, QStringLiteral("own")}}};
    sheet.merged = {{0, 0, 1, 3}, {1, 0, 3, 1}, {9, 0, 2, 1}};
    spreadMerged(sheet, 1);
    QCOMPARE(sheet.rows[0].size(), 1);
    QVERIFY(!sheet.at(1, 0).isCovered);
    QVERIFY(sheet.at(2, 0).isCovered);
    QCOMPARE(sheet.at(2, 0).text, QStringLiteral("厂"));
    QCOMPARE(sheet.at(3, 0).text, QStringLiteral("own")); // what stands there is not written over
  }

  void foldersInAnArchiveMayBePartedByBackslashes() {
    made::Parts parts = made::xlsx("<row r='1'><c r='A1' t='str'><v>x</v></c></row>");
    for (auto& [name, bytes] : parts)
      name.replace(u'/', u'\\');
    const auto file = xlsx(parts);
    QVERIFY(file);
    QCOMPARE(cells(*file), QStringLiteral("x"));
  }

  void tablesOfAWebPage() {
    const QByteArray page =
        "<html><head><meta http-equiv=Content-Type content='text/html; "
        "charset=gb2312'><style>td{x}</style></head><body>"
        "<table><tr><th>a<th>b &amp; c</tr><tr><td rowspan=2>1<td>2<br>3</tr><tr><td>4<script>alert(5)</script></td>"
        "</tr><tr><td colspan=2><table><tr><td>in</td></tr></table></table><table></table><table><tr><td>z</table>";
    const auto file = text(page, QStringLiteral("a.xls"));
    QVERIFY(file);
    QCOMPARE(file->format, QStringLiteral("html"));
    QCOMPARE(file->sheets.size(), 2);
    QCOMPARE(cells(*file), QStringLiteral("a,b & c|1,2\n3|,4|in"));
    QCOMPARE(cells(*file, 1), QStringLiteral("z"));
    QCOMPARE(file->sheets.first().merged, (QList<CellRange>{{1, 0, 2, 1}, {3, 0, 1, 2}}));
    const auto chinese =
        text(encodeText(QStringLiteral("<table><tr><td>姓名</td></tr></table>"), QStringLiteral("GB18030")),
             QStringLiteral("b.xls"));
    QVERIFY(chinese);
    QCOMPARE(cells(*chinese), QStringLiteral("姓名"));
  }

  void aMillionCellsOfAWebPageAreRefusedNotHeld() {
    QByteArray page("<table>");
    for (int row = 0; row < 10000; ++row)
      page += "<tr>" + QByteArray("<td>1").repeated(100);
    ReadLimits limits;
    limits.cells = 500'000;
    const auto file = readSheetFile(made::file(m_folder, QStringLiteral("big.xls"), page), limits);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::TooManyCells);
  }

  void xmlSpreadsheet2003() {
    const QByteArray xml =
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook "
        "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
        "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
        "<Worksheet ss:Name=\"一\"><Table><Row><Cell><Data ss:Type=\"String\">a</Data></Cell><Cell "
        "ss:Index=\"3\"><Data "
        "ss:Type=\"Number\">12</Data></Cell></Row><Row ss:Index=\"4\" ss:Hidden=\"1\"><Cell ss:MergeDown=\"1\"><Data "
        "ss:Type=\"DateTime\">2018-08-31T00:00:00.000</Data><Comment><Data>no</Data></Comment></Cell><Cell "
        "ss:Formula=\"=1\"/><Cell><Data ss:Type=\"Error\">#N/A</Data></Cell></Row><Row><Cell "
        "ss:Index=\"2\"><Data>n</Data></Cell></Row></Table></Worksheet><Worksheet "
        "ss:Name=\"二\"><Table><Row><Cell><ss:Data ss:Type=\"String\"><B>b</B>c</ss:Data></Cell></Row></Table>"
        "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>";
    const auto file = text(xml, QStringLiteral("a.xls"));
    QVERIFY(file);
    QCOMPARE(file->format, QStringLiteral("xml"));
    QCOMPARE(cells(*file), QStringLiteral("a,,12|||2018-08-31,,#N/A|,n"));
    const Sheet& first = file->sheets.first();
    QCOMPARE(first.at(3, 1).kind, Cell::Kind::NoResult);
    QCOMPARE(first.at(3, 2).kind, Cell::Kind::Error);
    QCOMPARE(first.hiddenRows, QList<qint64>{3});
    QCOMPARE(first.merged, (QList<CellRange>{{3, 0, 2, 1}}));
    QCOMPARE(cells(*file, 1), QStringLiteral("bc"));
    QCOMPARE(file->sheets[1].shown, Sheet::Shown::Hidden);
    QByteArray bomb = xml;
    bomb.replace("<?mso", "<!DOCTYPE x [<!ENTITY a \"b\">]><?mso");
    QVERIFY(!text(bomb, QStringLiteral("b.xls")));
  }

  void whatOldProgramsLeaveInATextIsNoTrouble_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("read");
    QTest::newRow("closing Ctrl-Z") << QByteArray("a,b\n1,2\n\x1A") << "a,b|1,2";
    QTest::newRow("filled up with zeros") << QByteArray("a,b\n1,2\n\0\0\0\0", 12) << "a,b|1,2";
    QTest::newRow("a cell of several lines") << QByteArray("a,b,c\n\"1\n2\",3,4\n") << "a,b,c|1\n2,3,4";
  }
  void whatOldProgramsLeaveInATextIsNoTrouble() {
    QFETCH(QByteArray, bytes);
    const auto file = text(bytes);
    QVERIFY(file);
    QTEST(cells(*file), "read");
  }

  void aVerticalTabIsKeptForTheImportToSay() {
    QByteArray bytes("a,b\n1,x\x0By\n");
    for (int n = 0; n < 100; ++n)
      bytes += "1,2\n";
    const auto file = text(bytes);
    QVERIFY(file);
    QCOMPARE(file->sheets.first().at(1, 1).text, QStringLiteral("x\vy"));
  }

  void aStrayQuoteSwallowsNoLine() {
    const auto swallows = text("a,b,c,d\n1,\"2,3,4\n5,6,7,8\n9,0\",1,2\n");
    QVERIFY(!swallows);
    QCOMPARE(swallows.error().code, ErrorCode::QuoteSwallows);
    QCOMPARE(swallows.error().args.mid(1), (QStringList{"2", "4"}));
    const auto open = text("a,b,c,d\n1,2,3,4\n5,\"6,7,8\n");
    QVERIFY(!open);
    QCOMPARE(open.error().code, ErrorCode::QuoteOpen);
    QCOMPARE(open.error().args.mid(1), QStringList{"3"});
  }

  void halfACharacterCostsNoOtherRow() {
    QString roster = QStringLiteral("姓名,家庭地址\n");
    for (int n = 0; n < 30; ++n)
      roster += QStringLiteral("孟知夏,河北省邢台市平安巷十二号\n");
    QByteArray bytes = encodeText(roster, QStringLiteral("GB18030"));
    bytes.remove(bytes.indexOf('\n', 40) - 1, 1); // half of 号 at the end of line 2
    const auto file = text(bytes);
    QVERIFY(file);
    QCOMPARE(file->encoding, QStringLiteral("GB18030"));
    int lost = 0;
    for (const QList<Cell>& row : file->sheets.first().rows)
      lost += row.value(1).text.contains(QChar(QChar::ReplacementCharacter));
    QCOMPARE(file->sheets.first().rows.size(), 31);
    QCOMPARE(lost, 1);
  }
};

QTEST_GUILESS_MAIN(WornSheetsTest)
#include "worn_sheets_test.moc"
