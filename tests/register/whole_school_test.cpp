// A whole school taken over on its first day: each row by its own grade and month of entry, numbers kept.

#include "domain/ledger_facts.h"
#include "exchange/sheet_reader.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

const QString kGrades = QStringLiteral("一二三四五六");

/// A child of a grade of the school year 2024, with the number of the system.
StudentRecord childOf(int grade, int number) {
  StudentRecord child = madeChild(number, 2025 - grade);
  child.setValue(Field::Grade, kGrades.mid(grade - 1, 1) + QStringLiteral("年级"));
  child.setValue(Field::StudentNumber, u'G' + child.value(Field::IdDocumentNumber));
  return child;
}

struct Desk {
  TestRegister place;
  ImportOptions options{0, {}};

  Result<ImportPlan> plan(const QList<StudentRecord>& children) {
    QList<QStringList> lines = linesOf(children);
    lines[0] << QStringLiteral("学籍号");
    for (qsizetype i = 0; i < children.size(); ++i)
      lines[i + 1] << children[i].value(Field::StudentNumber);
    const QString path = place.writeCsv(QStringLiteral("school.csv"), lines);
    const auto file = readSheetFile(path);
    if (!file)
      return std::unexpected(file.error());
    return planImport(place.office(), *file, path, options);
  }
  /// What is said of a single child, but for warnings of its class.
  QString said(const StudentRecord& child) {
    const auto planned = plan({child});
    if (!planned)
      return textOf(planned.error());
    Findings findings;
    for (const ImportFinding& found : planned->findings)
      if (found.row == 2)
        findings << found.finding;
    return codesOf(findings);
  }
};

} // namespace

class WholeSchoolTest : public QObject {
  Q_OBJECT

private slots:
  void allGradesComeWithTheirCohortsClassesAndNumbers() {
    Desk desk;
    desk.options.makeClasses = true;
    desk.options.drawProtocol =
        SeenPaper{kDrawProtocol, QStringLiteral("第3号"), QStringLiteral("示范小学"), {}, QDate(2024, 8, 30), {}};
    QList<StudentRecord> children;
    for (int grade = 1; grade <= 6; ++grade)
      for (int n : {1, 2}) {
        children << childOf(grade, 10 * grade + n);
        children.last().setValue(Field::Class, kGrades.mid(grade - 1, 1) + QStringLiteral("年级%1班").arg(n));
      }
    const auto plan = desk.plan(children);
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().enrol, 12);
    QCOMPARE(plan->newClasses.size(), 12);
    const auto done = commitImport(desk.place.office(), *plan, false);
    XUEJI_OK(done);
    QCOMPARE(done->classes, 12);
    for (const StudentRecord& child : children) {
      const auto row = desk.place.store().tables().students().byStudentNumber(child.value(Field::StudentNumber));
      XUEJI_OK(row);
      QVERIFY(row->has_value());
      const int grade = int(kGrades.indexOf(child.value(Field::Grade).left(1))) + 1;
      QCOMPARE((*row)->entryYear, 2025 - grade);
      QCOMPARE((*row)->enrolledOn, QDate(2025 - grade, 9, 1));
      QVERIFY((*row)->classId > 0);
      const Chains chains = desk.place.chains((*row)->id);
      const FactRow* number = chains.first(NumberFact::fact().key);
      QVERIFY(number != nullptr);
      QCOMPARE(NumberFact::of(*number).source, NumberSource::System);
    }
    QCOMPARE(desk.place.damage(), QString());
    // The same list again changes nothing.
    const auto again = desk.plan(children);
    XUEJI_OK(again);
    QCOMPARE(again->summary().unchanged, 12);
  }

  void theMonthOfEntrySaysTheCohortWhereNoGradeStands() {
    Desk desk;
    StudentRecord child = childOf(3, 7);
    child.setValue(Field::Grade, {});
    const auto plan = desk.plan({child});
    XUEJI_OK(plan);
    QCOMPARE(plan->rows[0].cohort, 2022);
    QCOMPARE(plan->rows[0].effective, QDate(2022, 9, 1));
    QCOMPARE(plan->rows[0].stage, Stage::Primary);
  }

  void whoWentBackAYearIsOfTheCohortOfItsGrade() {
    Desk desk;
    StudentRecord child = childOf(3, 7);
    child.setValue(Field::EntryMonth, QStringLiteral("2021-09"));
    const auto plan = desk.plan({child});
    XUEJI_OK(plan);
    QCOMPARE(plan->rows[0].cohort, 2022);
    QCOMPARE(plan->rows[0].verdict, ImportRow::Verdict::Enrol);
    QVERIFY(desk.said(child).contains(QStringLiteral("E20")));
  }

  void whatCannotBePlacedInTimeIsRefused_data() {
    QTest::addColumn<QString>("grade");
    QTest::addColumn<QString>("month");
    QTest::addColumn<QString>("code");
    QTest::newRow("both") << QStringLiteral("六年级") << QStringLiteral("2019-09") << QString();
    QTest::newRow("grade of another stage")
        << QStringLiteral("七年级") << QStringLiteral("2018-09") << "grade_not_here";
    QTest::newRow("no grade at all") << QStringLiteral("大班") << QStringLiteral("2024-09") << "code_unknown";
    QTest::newRow("nothing") << QString() << QString() << "cohort_unknown";
    QTest::newRow("left long ago") << QString() << QStringLiteral("2018-09") << "cohort_not_here";
    QTest::newRow("last year there") << QString() << QStringLiteral("2019-09") << QString();
  }
  void whatCannotBePlacedInTimeIsRefused() {
    QFETCH(QString, grade);
    QFETCH(QString, month);
    QFETCH(QString, code);
    Desk desk;
    StudentRecord child = childOf(6, 7);
    child.setValue(Field::Grade, grade);
    child.setValue(Field::EntryMonth, month);
    const auto plan = desk.plan({child});
    XUEJI_OK(plan);
    const bool isRefused = plan->rows[0].verdict == ImportRow::Verdict::Refused;
    QCOMPARE(isRefused, !code.isEmpty());
    if (isRefused)
      QVERIFY2(desk.said(child).contains(code), qPrintable(desk.said(child)));
  }

  void whoHasNoNumberIsEnrolledByTheRulesOfItsDay() {
    Desk desk;
    StudentRecord child = childOf(2, 8);
    child.setValue(Field::StudentNumber, {});
    auto plan = desk.plan({child});
    XUEJI_OK(plan);
    QCOMPARE(plan->rows[0].verdict, ImportRow::Verdict::Enrol);
    XUEJI_OK(commitImport(desk.place.office(), *plan, false));
    const auto row = desk.place.store().tables().students().byIdentityNumber(child.value(Field::IdDocumentNumber));
    XUEJI_OK(row);
    QVERIFY((*row)->record.value(Field::StudentNumber).startsWith(u'L'));
    QCOMPARE((*row)->enrolledOn, QDate(2023, 9, 1));
    // Far too old for a first grade: that is asked of who is enrolled, not of who has long been.
    StudentRecord late = madeChild(9, 2021);
    late.setValue(Field::Grade, QStringLiteral("二年级"));
    late.setValue(Field::EntryMonth, QStringLiteral("2023-09"));
    QVERIFY(desk.said(late).contains(QStringLiteral("E02")));
    late.setValue(Field::StudentNumber, u'G' + late.value(Field::IdDocumentNumber));
    QVERIFY(!desk.said(late).contains(QStringLiteral("E02")));
  }

  void ofOneEntryYearAnotherGradeIsRefusedAsEver() {
    Desk desk;
    desk.options.entryYear = 2024;
    QVERIFY(desk.said(childOf(3, 7)).contains(QStringLiteral("grade_other_cohort")));
  }
};

QTEST_GUILESS_MAIN(WholeSchoolTest)
#include "whole_school_test.moc"
