// The same sheet written back with its faults marked.

#include "exchange/sheet_reader.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class FindingsSheetTest : public QObject {
  Q_OBJECT

  static SheetFile writtenBack(TestRegister& desk, const ImportPlan& plan) {
    const QString report = desk.path(QStringLiteral("report.xlsx"));
    if (auto written = writeFindings(plan, desk.office(), report); !written)
      qFatal("no report: %s", qPrintable(textOf(written.error())));
    const auto file = readSheetFile(report);
    if (!file)
      qFatal("no report: %s", qPrintable(textOf(file.error())));
    return *file;
  }

private slots:
  void everyCellStandsWhereItStood() {
    TestRegister desk;
    const auto plan = desk.plan(QStringLiteral(XUEJI_TEST_DATA "/rosters/demo_grade1.xlsx"));
    XUEJI_OK(plan);
    const Sheet sheet = writtenBack(desk, *plan).sheets.first();
    QCOMPARE(sheet.rows.size(), plan->sheets.first().sheet.rows.size());
    const qsizetype width = plan->sheets.first().sheet.rows[plan->sheets.first().columns.headerLine].size();
    for (qsizetype line = plan->sheets.first().columns.headerLine; line < plan->sheets.first().sheet.rows.size();
         ++line)
      for (qsizetype column = 0; column < width; ++column)
        QCOMPARE(sheet.at(line, column).text, plan->sheets.first().sheet.at(line, column).text);
  }

  void theReasonsStandAtTheEndOfTheirRow() {
    TestRegister desk;
    const auto plan = desk.plan(QStringLiteral(XUEJI_TEST_DATA "/rosters/demo_grade1.xlsx"));
    XUEJI_OK(plan);
    const Sheet sheet = writtenBack(desk, *plan).sheets.first();
    const qsizetype reasons = sheet.rows[plan->sheets.first().columns.headerLine].size() - 1;
    QCOMPARE(sheet.at(plan->sheets.first().columns.headerLine, reasons).text, QStringLiteral("核查结果"));
    QSet<int> withFindings;
    for (const ImportFinding& found : plan->findings) {
      withFindings << found.row;
      if (found.row - 1 > plan->sheets.first().columns.headerLine)
        QVERIFY(sheet.at(found.row - 1, reasons).text.contains(ruleBook().sentence(found.finding, Language::Chinese)));
    }
    for (const ImportRow& row : plan->rows)
      if (!withFindings.contains(row.sheetRow))
        QCOMPARE(sheet.at(row.sheetRow - 1, reasons).text, QString());
  }

  void rowNumbersStayWithBlankTitlesAndBlankRows() {
    TestRegister desk;
    QList<QStringList> lines = linesOf({madeChild(1), madeChild(1)});
    const QStringList blank(lines.first().size(), QString());
    lines.insert(2, blank);
    lines.prepend(blank);
    lines.prepend({QStringLiteral("一年级新生")});
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("a.csv"), lines));
    XUEJI_OK(plan);
    const Sheet sheet = writtenBack(desk, *plan).sheets.first();
    QCOMPARE(sheet.at(0, 0).text, QStringLiteral("一年级新生"));
    QCOMPARE(sheet.at(2, 0).text, lines[2][0]);
    QCOMPARE(sheet.at(5, 0).text, lines[5][0]);
    QVERIFY(sheet.at(5, lines[2].size()).text.contains(QStringLiteral("N16")));
  }

  void theReportItselfCanBeCorrectedAndImported() {
    TestRegister desk;
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("a.csv"), linesOf({madeChild(1), madeChild(2)})));
    XUEJI_OK(plan);
    writtenBack(desk, *plan);
    const auto again = desk.plan(desk.path(QStringLiteral("report.xlsx")));
    XUEJI_OK(again);
    QCOMPARE(again->summary().enrol, 2);
    QVERIFY(again->sheets.first().columns.unknownHeaders.isEmpty());
  }

  void theSameFindingsGiveTheSameBytes() {
    TestRegister desk;
    const auto plan = desk.plan(QStringLiteral(XUEJI_TEST_DATA "/rosters/demo_grade1.xlsx"));
    XUEJI_OK(plan);
    QByteArray bytes[2];
    for (QByteArray& once : bytes) {
      writtenBack(desk, *plan);
      QFile file(desk.path(QStringLiteral("report.xlsx")));
      QVERIFY(file.open(QIODevice::ReadOnly));
      once = file.readAll();
    }
    QCOMPARE(bytes[0], bytes[1]);
  }
};

QTEST_GUILESS_MAIN(FindingsSheetTest)
#include "findings_sheet_test.moc"
