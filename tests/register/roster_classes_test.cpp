#include "exchange/sheet_reader.h"
#include "register/acts.h"
#include "register/class_acts.h"
#include "register/roster_import.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QTest>

using namespace xueji;
using namespace xueji::test;

namespace {

const SeenPaper kProtocol{
    kDrawProtocol, QStringLiteral("第3号"), QStringLiteral("示范小学"), {}, QDate(2024, 8, 30), {}};

/// A roster of made children; `classes` are the texts of their class column, one a child.
QString rosterOf(TestRegister& desk, const QStringList& classes, int entryYear = 2024) {
  QList<StudentRecord> children;
  for (qsizetype at = 0; at < classes.size(); ++at) {
    StudentRecord child = madeChild(static_cast<int>(at) + 1, entryYear);
    child.setValue(Field::Class, classes[at]);
    children << child;
  }
  return desk.writeCsv(QStringLiteral("roster.csv"), linesOf(children));
}

Result<ImportPlan> planWith(TestRegister& desk, const QString& path, const ImportOptions& options) {
  const auto file = readSheetFile(path);
  if (!file)
    return std::unexpected(file.error());
  return planImport(desk.office(), *file, path, options);
}

QString warningsOf(const ImportPlan& plan) {
  QStringList codes;
  for (const ImportFinding& found : plan.findings)
    if (found.finding.fields.contains(Field::Class))
      codes << found.finding.code;
  codes.removeDuplicates();
  return codes.join(QLatin1Char(' '));
}

} // namespace

/// The class column of a roster: what is placed, what is made, what waits for the draw; all of it said.
class TestRosterClasses : public QObject {
  Q_OBJECT

private slots:
  void aFirstGradeWaitsForTheProtocolOfItsDraw() {
    TestRegister desk;
    const QString path = rosterOf(desk, {QStringLiteral("1班"), QStringLiteral("2班"), QString()});
    ImportOptions options{2024, {}, true, {}};
    auto plan = planWith(desk, path, options);
    XUEJI_OK(plan);
    QCOMPARE(warningsOf(*plan), QStringLiteral("C06.roster"));
    QCOMPARE(plan->awaitingDraw, 2);
    auto done = commitImport(desk.office(), *plan, false);
    XUEJI_OK(done);
    QCOMPARE(done->enrolled, 3);
    QCOMPARE(done->classes, 0);
    // The same roster again, with the protocol: only the classes come.
    options.drawProtocol = kProtocol;
    plan = planWith(desk, path, options);
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().places, 2);
    QCOMPARE(plan->summary().unchanged, 1);
    QCOMPARE(plan->newClasses.size(), 2);
    done = commitImport(desk.office(), *plan, false);
    XUEJI_OK(done);
    QCOMPARE(done->placed, 2);
    QCOMPARE(done->classes, 2);
    StudentQuery waiting;
    waiting.placed = false;
    QCOMPARE(desk.store().students().count(waiting).value_or(-1), 1);
    // The protocol is the proof of each.
    const auto placing = desk.store().acts().ofBatch(done->batch);
    XUEJI_OK(placing);
    QCOMPARE(placing->last().exceptions, QStringList{QStringLiteral("C06")});
    QCOMPARE(placing->last().papers.size(), 1);
    // And a third time nothing.
    plan = planWith(desk, path, options);
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().unchanged, 3);
    QCOMPARE(desk.damage(), QString());
    // Undone as a whole: the children stay, unplaced; the classes are gone.
    XUEJI_OK(undoBatch(desk.office(), done->batch));
    QCOMPARE(desk.store().students().count(waiting).value_or(-1), 3);
    QVERIFY(classEntries(desk.office())->isEmpty());
    QCOMPARE(desk.damage(), QString());
  }

  void aCohortOfALaterGradeIsPlacedAsItIs() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    const QString path =
        rosterOf(desk, {QStringLiteral("2024级1班"), QStringLiteral("二年级1班"), QStringLiteral("3班")});
    auto plan = planWith(desk, path, {2024, {}, false, {}});
    XUEJI_OK(plan);
    QCOMPARE(warningsOf(*plan), QStringLiteral("class_unknown"));
    QCOMPARE(plan->newClasses.size(), 2);
    QCOMPARE(plan->newClasses.first().children, 2);
    plan = planWith(desk, path, {2024, {}, true, {}});
    XUEJI_OK(plan);
    QCOMPARE(warningsOf(*plan), QString());
    const auto done = commitImport(desk.office(), *plan, false);
    XUEJI_OK(done);
    QCOMPARE(done->enrolled, 3);
    QCOMPARE(done->classes, 2);
    const auto entries = classEntries(desk.office());
    XUEJI_OK(entries);
    QCOMPARE(entries->size(), 2);
    QCOMPARE(entries->first().title, QStringLiteral("二年级(1)班"));
    QCOMPARE(entries->first().children, 2);
    const QByteArray before = desk.exported();
    XUEJI_OK(undoBatch(desk.office(), done->batch));
    QVERIFY(classEntries(desk.office())->isEmpty());
    QVERIFY(desk.exported() != before);
    QCOMPARE(desk.damage(), QString());
  }

  void whatDoesNotFitIsSaid_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("another cohort") << QStringLiteral("2023级1班") << QStringLiteral("class_other_cohort");
    QTest::newRow("another grade") << QStringLiteral("五年级1班") << QStringLiteral("class_other_cohort");
    QTest::newRow("three digits are a name") << QStringLiteral("201班") << QStringLiteral("class_unknown");
    QTest::newRow("a sentence") << QString(21, u'班') << QStringLiteral("class_unreadable");
    QTest::newRow("a name of twenty") << QString(20, u'阳') << QStringLiteral("class_unknown");
    QTest::newRow("a name") << QStringLiteral("向阳班") << QStringLiteral("class_unknown");
  }
  void whatDoesNotFitIsSaid() {
    QFETCH(QString, text);
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    const auto plan = planWith(desk, rosterOf(desk, {text}), {2024, {}, false, {}});
    XUEJI_OK(plan);
    QTEST(warningsOf(*plan), "code");
    // Also where classes are to be made the child is enrolled.
    const auto makes = planWith(desk, rosterOf(desk, {text}), {2024, {}, true, {}});
    XUEJI_OK(makes);
    const auto done = commitImport(desk.office(), *makes, false);
    XUEJI_OK(done);
    QCOMPARE(desk.row(1).classId != 0, warningsOf(*plan) == QStringLiteral("class_unknown"));
  }

  void aLargeClassIsToldNotRefused() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    constexpr int kLimit = 45;
    for (const int children : {kLimit, kLimit + 1}) {
      const auto plan =
          planWith(desk, rosterOf(desk, QStringList(children, QStringLiteral("1班"))), {2024, {}, true, {}});
      XUEJI_OK(plan);
      QVERIFY(plan->allGood());
      QCOMPARE(warningsOf(*plan), children > kLimit ? QStringLiteral("C01") : QString());
    }
  }

  void anotherClassThanTheRecordsIsADifference() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    const auto first =
        planWith(desk, rosterOf(desk, {QStringLiteral("1班"), QStringLiteral("2班")}), {2024, {}, true, {}});
    XUEJI_OK(first);
    XUEJI_OK(commitImport(desk.office(), *first, false));
    const auto second =
        planWith(desk, rosterOf(desk, {QStringLiteral("2班"), QStringLiteral("2班")}), {2024, {}, true, {}});
    XUEJI_OK(second);
    QCOMPARE(second->summary().differs, 1);
    QCOMPARE(second->summary().unchanged, 1);
  }

  void aRosterOfTheNextStageMovesItsChildrenUp() {
    TestRegister desk;
    desk.turnTo(QDate(2024, 9, 10));
    SchoolProfile school = desk.store().school();
    school.system = SchoolSystem({Stage::Primary, Stage::Junior});
    XUEJI_OK(setSchool(desk.office(), school, QDate(2024, 9, 1)));
    const qint64 child = desk.enrolChild(1);
    StudentRecord record = desk.row(child).record;
    const QString number = desk.row(child).studentNumber;
    desk.turnTo(QDate(2030, 9, 5));
    record.setValue(Field::StudentNumber, {});
    record.setValue(Field::EntryMonth, QStringLiteral("2030-09"));
    record.setValue(Field::Grade, QStringLiteral("七年级"));
    record.setValue(Field::Phone, QStringLiteral("13911112222"));
    const QString path = desk.writeCsv(QStringLiteral("junior.csv"), linesOf({record}));
    const auto plan = planWith(desk, path, {2030, {}, false, {}});
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().movesUp, 1);
    QVERIFY(plan->allGood());
    const auto done = commitImport(desk.office(), *plan, false);
    XUEJI_OK(done);
    QCOMPARE(done->movedUp, 1);
    QCOMPARE(done->enrolled, 0);
    const StudentRow after = desk.row(child);
    QCOMPARE(after.stage, Stage::Junior);
    QCOMPARE(after.studentNumber, number);
    QCOMPARE(after.record.value(Field::Phone), QStringLiteral("13911112222"));
    QCOMPARE(desk.damage(), QString());
    XUEJI_OK(undoBatch(desk.office(), done->batch));
    QCOMPARE(desk.row(child).stage, Stage::Primary);
    QCOMPARE(desk.damage(), QString());
  }
};

QTEST_GUILESS_MAIN(TestRosterClasses)
#include "roster_classes_test.moc"
