#include "exchange/sheet_reader.h"
#include "register/acts.h"
#include "register/class_acts.h"
#include "register/roster_import.h"
#include "support/made_child.h"
#include "support/test_register.h"
#include "support/two_stages.h"

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
    QCOMPARE(warningsOf(*plan), QStringLiteral("C06.roster class_not_said"));
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
    QCOMPARE(desk.store().tables().students().count(waiting).value_or(-1), 1);
    // The protocol is the proof of each.
    const auto placing = desk.store().tables().acts().ofBatch(done->batch);
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
    QCOMPARE(desk.store().tables().students().count(waiting).value_or(-1), 3);
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
    QCOMPARE(warningsOf(*plan), QStringLiteral("class_made")); // each is named before it is made
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
    QTest::newRow("another stage") << QStringLiteral("高中2024级1班") << QStringLiteral("class_other_cohort");
    QTest::newRow("year of leaving") << QStringLiteral("2024届1班") << QStringLiteral("class_other_cohort");
    QTest::newRow("three digits") << QStringLiteral("201班") << QStringLiteral("class_unknown");
    QTest::newRow("three digits of another grade") << QStringLiteral("501班") << QStringLiteral("class_other_cohort");
    for (const char* none : {"未分班", "待定", "N/A", "TRUE", "0", "2024-09-01", "1.5", "一年级", "1,2班", "无班"})
      QTest::newRow(none) << QString::fromUtf8(none) << QStringLiteral("class_unreadable");
    QTest::newRow("a sentence") << QString(21, u'班') << QStringLiteral("class_unreadable");
    QTest::newRow("a name of twenty") << QString(19, u'阳') + u'班' << QStringLiteral("class_unknown");
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
      QCOMPARE(warningsOf(*plan).contains(QStringLiteral("C01")), children > kLimit);
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

  void anotherClassThatIsNotThereIsADifferenceToo() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    const auto first = planWith(desk, rosterOf(desk, {QStringLiteral("1班")}), {2024, {}, true, {}});
    XUEJI_OK(first);
    XUEJI_OK(commitImport(desk.office(), *first, false));
    const auto second = planWith(desk, rosterOf(desk, {QStringLiteral("7班")}), {2024, {}, true, {}});
    XUEJI_OK(second);
    QCOMPARE(second->summary().differs, 1);
    QVERIFY(second->newClasses.isEmpty()); // nobody would come into it
  }

  void aClassThatClosesTakesNobody() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    const auto made = makeClass(desk.office(), {Stage::Primary, 2024, 1, ClassKind::Ordinary}, {}, QDate(2024, 9, 1));
    XUEJI_OK(made);
    XUEJI_OK(closeClass(desk.office(), *made, QDate(2025, 9, 1), {}));
    const auto plan = planWith(desk, rosterOf(desk, {QStringLiteral("1班")}), {2024, {}, true, {}});
    XUEJI_OK(plan);
    QCOMPARE(warningsOf(*plan), QStringLiteral("class_closing"));
    const auto done = commitImport(desk.office(), *plan, false);
    XUEJI_OK(done);
    QCOMPARE(desk.row(1).classId, 0);
    QCOMPARE(desk.damage(), QString());
  }

  /// The roster of next school year comes in summer, and once more before the first day.
  void aSecondRosterBeforeItsDayFindsTheFirst() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 7, 8));
    const QString path = rosterOf(desk, {QStringLiteral("1班"), QStringLiteral("2班")}, 2025);
    ImportOptions options{2025, {}, true, kProtocol};
    options.drawProtocol->issued = QDate(2025, 7, 1);
    auto plan = planWith(desk, path, options);
    XUEJI_OK(plan);
    XUEJI_OK(commitImport(desk.office(), *plan, false));
    plan = planWith(desk, path, options);
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().unchanged, 2);
    QVERIFY(plan->allGood());
    QCOMPARE(commitImport(desk.office(), *plan, false)->batch, 0);
  }

  void aClassThatOpensLaterIsPlacedInOnce() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    XUEJI_OK(makeClass(desk.office(), {Stage::Primary, 2024, 1, ClassKind::Ordinary}, {}, QDate(2025, 11, 1)));
    const QString unplaced = rosterOf(desk, {QString()});
    auto plan = planWith(desk, unplaced, {2024, {}, false, {}});
    XUEJI_OK(plan);
    XUEJI_OK(commitImport(desk.office(), *plan, false));
    const QString path = rosterOf(desk, {QStringLiteral("1班")});
    plan = planWith(desk, path, {2024, {}, false, {}});
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().places, 1);
    XUEJI_OK(commitImport(desk.office(), *plan, false));
    plan = planWith(desk, path, {2024, {}, false, {}});
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().unchanged, 1); // though it is in no class before November
    desk.turnTo(QDate(2025, 11, 2));
    QVERIFY(desk.row(1).classId != 0);
  }

  /// Out of one class and by a roster into another: a change of class, which needs its consent.
  void aRosterIsNoWayRoundTheConsent() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    const auto first =
        planWith(desk, rosterOf(desk, {QStringLiteral("1班"), QStringLiteral("2班")}), {2024, {}, true, {}});
    XUEJI_OK(first);
    XUEJI_OK(commitImport(desk.office(), *first, false));
    XUEJI_OK(placeStudent(desk.office(), {1, 0, QDate(2025, 10, 1), QStringLiteral("调整"), {}}));
    const auto moved =
        planWith(desk, rosterOf(desk, {QStringLiteral("2班"), QStringLiteral("2班")}), {2024, {}, false, {}});
    XUEJI_OK(moved);
    QCOMPARE(moved->summary().refused, 1);
    QVERIFY(warningsOf(*moved).contains(QStringLiteral("C14")));
    const auto back =
        planWith(desk, rosterOf(desk, {QStringLiteral("1班"), QStringLiteral("2班")}), {2024, {}, false, {}});
    XUEJI_OK(back);
    QCOMPARE(back->summary().places, 1); // into its own again
    XUEJI_OK(commitImport(desk.office(), *back, false));
    QVERIFY(desk.row(1).classId != 0);
    QCOMPARE(desk.damage(), QString());
  }

  /// What the program itself calls a class is understood when it comes back.
  void aClassIsFoundByWhateverItIsCalled_data() {
    QTest::addColumn<ClassFact>("is");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("number with a name") << ClassFact{Stage::Primary, 2024, 3, ClassKind::Ordinary}
                                        << QStringLiteral("火箭班") << QStringLiteral("火箭班");
    QTest::newRow("by its number all the same")
        << ClassFact{Stage::Primary, 2024, 3, ClassKind::Ordinary} << QStringLiteral("火箭班") << QStringLiteral("3班");
    QTest::newRow("of several cohorts") << ClassFact{Stage::Primary, 0, 0, ClassKind::Multigrade}
                                        << QStringLiteral("复式甲班") << QStringLiteral("复式甲班");
    QTest::newRow("no class ending") << ClassFact{Stage::Primary, 2024, 0, ClassKind::Ordinary}
                                     << QStringLiteral("向阳") << QStringLiteral("向阳");
    QTest::newRow("another case") << ClassFact{Stage::Primary, 2024, 0, ClassKind::Ordinary} << QStringLiteral("A班")
                                  << QStringLiteral("ａ班");
  }
  void aClassIsFoundByWhateverItIsCalled() {
    QFETCH(ClassFact, is);
    QFETCH(QString, name);
    QFETCH(QString, text);
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    const auto made = makeClass(desk.office(), is, {name, {}, 0}, QDate(2024, 9, 1));
    XUEJI_OK(made);
    const QString path = rosterOf(desk, {text});
    auto plan = planWith(desk, path, {2024, {}, true, {}});
    XUEJI_OK(plan);
    QVERIFY(plan->newClasses.isEmpty());
    XUEJI_OK(commitImport(desk.office(), *plan, false));
    QCOMPARE(desk.row(1).classId, *made);
    plan = planWith(desk, path, {2024, {}, true, {}});
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().unchanged, 1);
  }

  void oneClassWrittenTwoWaysIsMadeOnce() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    const auto plan =
        planWith(desk, rosterOf(desk, {QStringLiteral("A班"), QStringLiteral("a班"), QStringLiteral("Ａ 班")}),
                 {2024, {}, true, {}});
    XUEJI_OK(plan);
    QCOMPARE(plan->newClasses.size(), 1);
    QCOMPARE(commitImport(desk.office(), *plan, false)->classes, 1);
  }

  void aRenamedClassIsFoundByItsNewNameToo() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    const auto made = makeClass(desk.office(), {Stage::Primary, 2024, 0, ClassKind::Ordinary},
                                {QStringLiteral("向阳班"), {}, 0}, QDate(2024, 9, 1));
    XUEJI_OK(made);
    XUEJI_OK(changeClass(desk.office(), *made, {QStringLiteral("朝阳班"), {}, 0}, QDate(2025, 3, 1)));
    for (const char* text : {"朝阳班", "向阳班"}) {
      const auto plan = planWith(desk, rosterOf(desk, {QString::fromUtf8(text)}), {2024, {}, true, {}});
      XUEJI_OK(plan);
      QVERIFY(plan->newClasses.isEmpty());
    }
  }

  void aChildOfAnotherCohortIsADifference() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    const QString path = rosterOf(desk, {QStringLiteral("1班")});
    const auto first = planWith(desk, path, {2024, {}, true, {}});
    XUEJI_OK(first);
    XUEJI_OK(commitImport(desk.office(), *first, false));
    const auto second = planWith(desk, path, {2025, {}, true, {}});
    XUEJI_OK(second);
    QCOMPARE(second->summary().differs, 1);
    QCOMPARE(second->findings.last().finding.code, QStringLiteral("row_other_cohort"));
  }

  void aRowOfAnotherGradeIsRefused_data() {
    QTest::addColumn<QString>("grade");
    QTest::addColumn<QString>("code");
    QTest::newRow("of the day") << QStringLiteral("一年级") << QString();
    QTest::newRow("of today") << QStringLiteral("二年级") << QString();
    QTest::newRow("never yet") << QStringLiteral("三年级") << QStringLiteral("grade_other_cohort");
  }
  void aRowOfAnotherGradeIsRefused() {
    QFETCH(QString, grade);
    QFETCH(QString, code);
    TestRegister desk;
    desk.turnTo(QDate(2025, 10, 8));
    StudentRecord child = madeChild(1, 2024);
    child.setValue(Field::Grade, grade);
    const auto plan =
        planWith(desk, desk.writeCsv(QStringLiteral("roster.csv"), linesOf({child})), {2024, {}, false, {}});
    XUEJI_OK(plan);
    QStringList codes;
    for (const ImportFinding& found : plan->findings)
      if (found.finding.fields.contains(Field::Grade))
        codes << found.finding.code;
    QCOMPARE(codes.join(QLatin1Char(' ')), code);
    QCOMPARE(plan->summary().refused, code == QLatin1String("grade_other_cohort") ? 1 : 0);
  }

  void aRosterOfTheNextStageMovesItsChildrenUp() {
    TestRegister desk;
    XUEJI_OK(addJuniorStage(desk));
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
    const auto again = planWith(desk, path, {2030, {}, false, {}});
    XUEJI_OK(again);
    QCOMPARE(again->summary().unchanged, 1);
    XUEJI_OK(undoBatch(desk.office(), done->batch));
    QCOMPARE(desk.row(child).stage, Stage::Primary);
    QCOMPARE(desk.damage(), QString());
  }
};

QTEST_GUILESS_MAIN(TestRosterClasses)
#include "roster_classes_test.moc"
#include "store/tables.h"
