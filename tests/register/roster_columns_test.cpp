// Rosters as offices write them: headers in any order, titles, blank rows, codes, strangers' files.

#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>
#include <algorithm>

using namespace xueji;
using namespace xueji::test;

class RosterColumnsTest : public QObject {
  Q_OBJECT

  static QList<QStringList> twoChildren() { return linesOf({madeChild(10), madeChild(11)}); }

  static Error errorOf(TestRegister& desk, const QList<QStringList>& lines) {
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("x.csv"), lines));
    return plan ? Error{ErrorCode::Cancelled, {QStringLiteral("it was read")}} : plan.error();
  }
  static void addColumn(QList<QStringList>& lines, const QString& header, const QString& cell, qsizetype at = -1) {
    for (qsizetype line = 0; line < lines.size(); ++line)
      lines[line].insert(at < 0 ? lines[line].size() : at, line == 0 ? header : cell);
  }

private slots:
  void theOrderOfColumnsDoesNotMatter() {
    TestRegister straight;
    straight.import(straight.writeCsv(QStringLiteral("a.csv"), twoChildren()), false);
    TestRegister shuffled;
    QList<QStringList> lines = twoChildren();
    for (QStringList& line : lines) {
      std::reverse(line.begin(), line.end());
      std::rotate(line.begin(), line.begin() + 17, line.end());
    }
    shuffled.import(shuffled.writeCsv(QStringLiteral("a.csv"), lines), false);
    QCOMPARE(shuffled.exported(), straight.exported());
  }

  void titlesAboveAndBlankRowsBetweenKeepTheRowNumbers() {
    TestRegister desk;
    QList<QStringList> lines = twoChildren();
    lines.last()[static_cast<qsizetype>(lines.first().indexOf(QStringLiteral("姓名")))].clear();
    lines.insert(2, QStringList(lines.first().size(), QString()));
    lines.prepend({QStringLiteral("填表说明：姓名按户口簿填写")});
    lines.prepend({QStringLiteral("示范小学一年级新生花名册")});
    lines << QStringList{QString(), QStringLiteral("  ")};
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("a.csv"), lines));
    XUEJI_OK(plan);
    QCOMPARE(plan->rows.size(), 2);
    QCOMPARE(plan->rows[0].sheetRow, 4);
    QCOMPARE(plan->rows[1].sheetRow, 6);
    QCOMPARE(plan->rows[1].verdict, ImportRow::Verdict::Refused);
    QVERIFY(std::any_of(plan->findings.begin(), plan->findings.end(), [](const ImportFinding& found) {
      return found.row == 6 && found.column == QStringLiteral("姓名") &&
             found.finding.code == QLatin1String("required");
    }));
  }

  void codesAreAsGoodAsNames() {
    TestRegister names;
    names.import(names.writeCsv(QStringLiteral("a.csv"), twoChildren()), false);
    TestRegister codes;
    const StudentRecord children[] = {madeChild(10), madeChild(11)};
    QList<QStringList> lines = twoChildren();
    for (int column = 0; column < lines.first().size(); ++column)
      if (const auto field = catalogue().byHeader(lines.first()[column]))
        for (int child = 0; child < 2; ++child)
          lines[child + 1][column] = children[child].value(*field);
    codes.import(codes.writeCsv(QStringLiteral("a.csv"), lines), false);
    QCOMPARE(codes.exported(), names.exported());
  }

  void datesAreReadInTheUsualWays_data() {
    QTest::addColumn<QString>("format");
    for (const char* format : {"yyyyMMdd", "yyyy-M-d", "yyyy.M.d", "yyyy/M/d", "yyyy年M月d日"})
      QTest::newRow(format) << QString::fromUtf8(format);
  }
  void datesAreReadInTheUsualWays() {
    QFETCH(QString, format);
    TestRegister desk;
    QList<QStringList> lines = linesOf({madeChild(10)});
    const QString birth = madeChild(10).value(Field::BirthDate);
    lines[1][static_cast<qsizetype>(lines[0].indexOf(QStringLiteral("出生日期")))] =
        QDate::fromString(birth, Qt::ISODate).toString(format);
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("a.csv"), lines));
    XUEJI_OK(plan);
    QCOMPARE(plan->rows.first().record.value(Field::BirthDate), birth);
    QCOMPARE(plan->rows.first().verdict, ImportRow::Verdict::Enrol);
  }

  void anUnknownColumnIsSaidAndLeftOut() {
    TestRegister desk;
    QList<QStringList> lines = twoChildren();
    addColumn(lines, QStringLiteral("鞋码"), QStringLiteral("31"), 3);
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("a.csv"), lines));
    XUEJI_OK(plan);
    QCOMPARE(plan->sheets.first().columns.unknownHeaders, QStringList(QStringLiteral("鞋码")));
    const auto unknown = std::find_if(plan->findings.begin(), plan->findings.end(), [](const ImportFinding& found) {
      return found.finding.code == QLatin1String("column_unknown");
    });
    QVERIFY(unknown != plan->findings.end());
    QCOMPARE(unknown->row, 1);
    QCOMPARE(unknown->column, QStringLiteral("鞋码"));
    QCOMPARE(unknown->finding.severity, Severity::Warn);
    QCOMPARE(plan->summary().enrol, 2);
  }

  void whatRostersCarryAndTheRecordDoesNotKeepIsPassedOver() {
    TestRegister desk;
    QList<QStringList> lines = twoChildren();
    addColumn(lines, QStringLiteral("序号"), QStringLiteral("1"), 0);
    addColumn(lines, QStringLiteral("备注"), QStringLiteral("无"));
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("a.csv"), lines));
    XUEJI_OK(plan);
    QVERIFY(plan->sheets.first().columns.unknownHeaders.isEmpty());
    QCOMPARE(plan->summary().enrol, 2);
  }

  void aBloodGroupIsNotKept() {
    TestRegister desk;
    QList<QStringList> lines = linesOf({madeChild(10)});
    addColumn(lines, QStringLiteral("血型"), QStringLiteral("AB型"));
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("a.csv"), lines));
    XUEJI_OK(plan);
    QCOMPARE(plan->rows.first().record.value(Field::BloodGroup), QString());
    QCOMPARE(plan->summary().enrol, 1);
  }

  void aSecondColumnOfOneItemIsRefused() {
    TestRegister desk;
    QList<QStringList> lines = twoChildren();
    addColumn(lines, QStringLiteral("姓名"), QStringLiteral("王一"));
    const Error error = errorOf(desk, lines);
    QCOMPARE(error.code, ErrorCode::HeaderUndecided);
    QCOMPARE(error.args.first(), QStringLiteral("姓名"));
    const QString last = columnLetters(static_cast<int>(lines.first().size()) - 1);
    QVERIFY(error.args.last().contains(QStringLiteral("姓名（%1）").arg(last)));
  }

  void aRosterNeedsNameSexAndBirthDate() {
    TestRegister desk;
    QList<QStringList> lines = twoChildren();
    const auto sex = lines.first().indexOf(QStringLiteral("性别"));
    for (QStringList& line : lines)
      line.removeAt(sex);
    QCOMPARE(errorOf(desk, lines), (Error{ErrorCode::HeaderMissing, {QStringLiteral("性别")}}));
  }

  void aFileOfSomethingElseIsRefusedWithItsHeaders() {
    TestRegister desk;
    const Error error = errorOf(
        desk, {{QStringLiteral("品名"), QStringLiteral("单价")}, {QStringLiteral("粉笔"), QStringLiteral("3")}});
    QCOMPARE(error.code, ErrorCode::HeadersUnknown);
    QVERIFY(error.args.first().startsWith(QStringLiteral("品名、单价")));
  }

  void headersWithoutAChildAreNoRoster() {
    TestRegister desk;
    QCOMPARE(errorOf(desk, {twoChildren().first()}), (Error{ErrorCode::NoRows, {QStringLiteral("x.csv")}}));
  }

  void theRosterOfAnotherSchoolIsRefusedWhole() {
    TestRegister desk;
    QList<QStringList> lines = twoChildren();
    addColumn(lines, QStringLiteral("学校标识码"), QStringLiteral("2113009997"));
    QCOMPARE(errorOf(desk, lines),
             (Error{ErrorCode::OtherSchool, {QStringLiteral("2113009997"), QString::fromLatin1(kSchool)}}));
    // One stray row among our own is that row's fault.
    lines[1].last() = QString::fromLatin1(kSchool);
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("y.csv"), lines));
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().enrol, 1);
    QCOMPARE(plan->summary().refused, 1);
    QCOMPARE(plan->findings.last().finding.code, QStringLiteral("school_other"));
    QCOMPARE(plan->findings.last().column, QStringLiteral("学校标识码"));
  }

  void theLaterOfTwoEqualNumbersIsRefused() {
    TestRegister desk;
    const auto plan =
        desk.plan(desk.writeCsv(QStringLiteral("a.csv"), linesOf({madeChild(10), madeChild(11), madeChild(10)})));
    XUEJI_OK(plan);
    QCOMPARE(plan->rows[0].verdict, ImportRow::Verdict::Enrol);
    QCOMPARE(plan->rows[2].verdict, ImportRow::Verdict::Refused);
    QVERIFY(std::any_of(plan->findings.begin(), plan->findings.end(), [](const ImportFinding& found) {
      return found.row == 4 && found.finding.rule == QLatin1String("N16");
    }));
  }

  void repairsAreShownAsRepairs() {
    TestRegister desk;
    QList<QStringList> lines = linesOf({madeChild(10)});
    const auto phone = lines[0].indexOf(QStringLiteral("联系电话"));
    lines[1][phone] = QStringLiteral("１３９ ") + lines[1][phone].mid(3);
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("a.csv"), lines));
    XUEJI_OK(plan);
    QCOMPARE(plan->rows.first().record.value(Field::Phone), madeChild(10).value(Field::Phone));
    QCOMPARE(plan->summary().repaired, 1);
    QVERIFY(std::all_of(plan->repairs.begin(), plan->repairs.end(), [](const ImportRepair& repair) {
      return repair.row == 2 && repair.column == QStringLiteral("联系电话");
    }));
  }

  void whatTheProgramExportsItReadsBackUnchanged() {
    TestRegister desk;
    desk.import(desk.writeCsv(QStringLiteral("a.csv"), twoChildren()), false);
    desk.exported();
    const auto plan = desk.plan(desk.path(QStringLiteral("export.csv")));
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().unchanged, 2);
    QVERIFY(plan->sheets.first().columns.unknownHeaders.isEmpty());
  }
};

QTEST_GUILESS_MAIN(RosterColumnsTest)
#include "roster_columns_test.moc"
