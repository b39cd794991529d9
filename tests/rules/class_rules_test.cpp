#include "case.h"

#include <QTest>

using namespace xueji;
using namespace xueji::test;

/// C01-C04, C06, C14, C18: each on both sides of its boundary.
class TestClassRules : public QObject {
  Q_OBJECT

private slots:
  void aPlacementIsJudged_data() {
    QTest::addColumn<Case>("question");
    QTest::addColumn<QString>("expected"); // refusals and missing papers
    const auto row = [](const QString& name, const Case& question, const char* expected) {
      QTest::newRow(qPrintable(name)) << question << QString::fromLatin1(expected);
    };
    // By now in a later grade: its draw was in its own time.
    const auto later = [](Case question) {
      question.request.kind = act_kind::kPlace;
      question.request.today = question.request.effective.addYears(1);
      return question;
    };
    const Case primary = later(Case().placed());
    row("C01 45 children", later(Case().placed(44)), "");
    row("C01 46 children", later(Case().placed(45)), "C01");
    row("C01 46 with the approval of the county", later(Case().placed(45).given("large_class_approval")), "");
    SeenPaper ofTownship = Case::paper("large_class_approval");
    ofTownship.level = QStringLiteral("township");
    row("C01 46 with that of the township", later(Case().placed(45).given(ofTownship)), "paper_incomplete");
    row("C01 55 with the approval", later(Case().placed(54).given("large_class_approval")), "");
    row("C01 56, no paper helps", later(Case().placed(55).given("large_class_approval")), "C01.hard");
    const auto junior = [&](int others) {
      return later(Case().born("2012-01-01").entering(Stage::Junior, 2024).given("lookup_result").placed(others));
    };
    row("C02 50 children", junior(49), "");
    row("C02 51 children", junior(50), "C02");
    row("C02 56 children", junior(55), "C02.hard");
    const auto senior = [&](int others) {
      return later(Case().born("2009-01-01").entering(Stage::Senior, 2024).given("lookup_result").placed(others));
    };
    row("C03 51 is only told", senior(50), "");
    row("C03 56 in a later grade of Hebei is only told", senior(55), "");
    row("C03 56 in a later grade elsewhere is refused", senior(55).outsideHebei(), "C03.hard");
    const auto starting = [&](int others) {
      Case question = Case().born("2009-01-01").entering(Stage::Senior, 2024).given("lookup_result").placed(others);
      question.request.kind = act_kind::kPlace;
      return question;
    };
    row("C03 55 in a first grade of Hebei is only told", starting(54).given("draw_protocol"), "");
    row("C03 56 in a first grade of Hebei", starting(55).given("draw_protocol"), "C03.hard");

    Case first = Case().placed();
    first.request.kind = act_kind::kPlace;
    row("C06 a first grade without its protocol", first, "C06");
    row("C06 with the protocol", Case(first).given("draw_protocol"), "");
    SeenPaper undated = Case::paper("draw_protocol");
    undated.issued = {};
    row("C06 a protocol without its day", Case(first).given(undated), "paper_incomplete");
    Case lastDay = first;
    lastDay.request.today = QDate(2025, 8, 31);
    row("C06 on the last day of the first year", lastDay, "C06");
    lastDay.request.today = QDate(2025, 9, 1);
    row("C06 no longer on the next day", lastDay, "");
    Case ahead = first;
    ahead.request.today = QDate(2024, 8, 20);
    row("C06 before the first day", ahead, "C06");
    Case entering = first;
    entering.request.kind = act_kind::kEnrol;
    row("C06 on enrolling into a class", entering, "C06");
    Case mixed = first;
    mixed.request.placement->is.kind = ClassKind::Multigrade;
    mixed.request.placement->is.cohort = 0;
    row("C06 not for a class of several grades", mixed, "");

    row("C14 from another class", later(Case().placed(30, true)), "C14");
    row("C14 with consent", later(Case().placed(30, true).given("class_change_approval")), "");
    Case moved = Case().placed(30, true);
    moved.request.kind = act_kind::kMoveClass;
    row("C14 within a first grade is one finding", moved, "C14");

    Case other = primary;
    other.request.placement->is.cohort = 2023;
    row("C18 another cohort", other, "C18");
    other = primary;
    other.request.placement->is.stage = Stage::Junior;
    row("C18 another stage", other, "C18");
    other = primary;
    other.request.placement->is = {Stage::Primary, 0, 0, ClassKind::Special};
    row("C18 a special class takes every cohort", other, "");
    row("no class, no finding", later(Case()), "");
  }
  void aPlacementIsJudged() {
    QFETCH(Case, question);
    QFETCH(QString, expected);
    Findings found = verdictOf(question).findings;
    found.removeIf(
        [](const Finding& one) { return one.severity == Severity::Warn && one.code != u"paper_incomplete"; });
    QCOMPARE(codesOf(found), expected);
  }

  void sizesAreToldAsWarnings_data() {
    QTest::addColumn<Case>("question");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("told");
    const auto special = [](int others) {
      Case question = Case().placed(others);
      question.request.kind = act_kind::kPlace;
      question.request.placement->is = {Stage::Primary, 0, 0, ClassKind::Special};
      return question;
    };
    const auto senior = [](int others) {
      Case question = Case().born("2009-01-01").entering(Stage::Senior, 2024).placed(others);
      question.request.kind = act_kind::kPlace;
      return question;
    };
    QTest::newRow("C03 50") << senior(49) << "C03" << false;
    QTest::newRow("C03 51") << senior(50) << "C03" << true;
    QTest::newRow("C04 12") << special(11) << "C04" << false;
    QTest::newRow("C04 13") << special(12) << "C04" << true;
  }
  void sizesAreToldAsWarnings() {
    QFETCH(Case, question);
    QFETCH(QString, rule);
    QFETCH(bool, told);
    QCOMPARE(codes(question).contains(rule), told);
  }

  void aQuestionThatCannotBeAnsweredAllowsNothing() {
    Case question = Case().placed();
    question.request.kind = act_kind::kPlace;
    question.facts.failing.insert(QStringLiteral("class"));
    QVERIFY(!answerTo(question));
  }
};

QTEST_APPLESS_MAIN(TestClassRules)
#include "class_rules_test.moc"
