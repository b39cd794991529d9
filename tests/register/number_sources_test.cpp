// What the school numbers for itself, and the numbers of the national system that follow it.

#include "domain/ledger_facts.h"
#include "register/acts.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class NumberSourcesTest : public QObject {
  Q_OBJECT

  static QString gNumber(int child) { return QLatin1Char('G') + madeChild(child).value(Field::IdDocumentNumber); }
  static Enrolment wishFor(const StudentRecord& record) {
    Enrolment wish;
    wish.record = record;
    wish.entryYear = 2024;
    return wish;
  }

private slots:
  void anyNumberOfTheSystemFollowsTheOneMadeHere_data() {
    QTest::addColumn<QString>("number"); // its tail is made of the child's own region and birth date
    QTest::newRow("L") << "L";
    QTest::newRow("J") << "J";
    QTest::newRow("G") << "G";
  }
  void anyNumberOfTheSystemFollowsTheOneMadeHere() {
    QFETCH(QString, number);
    TestRegister desk;
    const qint64 student = desk.enrolChild(2);
    QCOMPARE(desk.row(student).numberSource, NumberSource::Local);
    QVERIFY(desk.row(student).studentNumber.startsWith(u'L'));
    const QString given = number == u"L" ? QStringLiteral("L130502") + gNumber(2).mid(7, 8) + QStringLiteral("4711")
                                         : number + gNumber(2).mid(1);
    XUEJI_OK(issueNumber(desk.office(), student, given, QDate(2024, 9, 10), {}));
    QCOMPARE(desk.row(student).studentNumber, given);
    QCOMPARE(desk.row(student).numberSource, NumberSource::System);
    QCOMPARE(desk.numbers(student).first().source, NumberSource::Local);
    // From then on it is the system's order that holds.
    Findings why;
    const QString other = QStringLiteral("L130502") + gNumber(2).mid(7, 8) + QStringLiteral("4712");
    QVERIFY(!issueNumber(desk.office(), student, other, QDate(2024, 9, 10), {}, &why));
    QVERIFY(codesOf(why, false).contains(QStringLiteral("N15")));
    QCOMPARE(desk.damage(), QString());
  }

  void theSystemMayGiveTheVeryNumberThatWasMadeHere() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(2);
    const QString local = desk.row(student).studentNumber;
    XUEJI_OK(issueNumber(desk.office(), student, local, QDate(2024, 9, 10), {}));
    QCOMPARE(desk.row(student).numberSource, NumberSource::System);
    QCOMPARE(issueNumber(desk.office(), student, local, QDate(2024, 9, 10), {}).error().code, ErrorCode::NothingToDo);
  }

  void aKindergartensNumberGoesOnInPrimarySchool_data() {
    QTest::addColumn<QString>("lead");
    QTest::newRow("G") << "G";
    QTest::newRow("J") << "J";
    QTest::newRow("L") << "L";
  }
  void aKindergartensNumberGoesOnInPrimarySchool() {
    QFETCH(QString, lead);
    TestRegister desk;
    Enrolment wish = wishFor(madeChild(3));
    const QString given = lead == u"L" ? QStringLiteral("L130502") + gNumber(3).mid(7, 8) + QStringLiteral("4711")
                                       : lead + gNumber(3).mid(1);
    wish.record.setValue(Field::StudentNumber, given);
    const auto enrolled = enrol(desk.office(), wish);
    XUEJI_OK(enrolled);
    QCOMPARE(desk.row(enrolled->student).studentNumber, given);
    QCOMPARE(desk.row(enrolled->student).numberSource, NumberSource::System);
    // Its record is a whole one all the same.
    wish = wishFor(StudentRecord());
    wish.record.setValue(Field::Name, QStringLiteral("张小明"));
    wish.record.setValue(Field::StudentNumber, lead + gNumber(4).mid(1));
    const auto judged = judgeEnrolment(desk.office(), wish);
    XUEJI_OK(judged);
    QVERIFY(codesOf(*judged, false).contains(QStringLiteral("required")));
  }

  void anotherModeOfEntryHasTheCodeOfItsStage() {
    TestRegister desk;
    SchoolProfile school = desk.store().school();
    school.system = SchoolSystem({Stage::Primary, Stage::Junior, Stage::Senior});
    XUEJI_OK(setSchool(desk.office(), school, QDate(2024, 9, 1)));
    for (const auto& [grade, entered, code] : {std::tuple("一年级", 2024, "12"), std::tuple("高一", 2015, "99")}) {
      Enrolment wish = wishFor(madeChild(30, entered));
      wish.record.setValue(Field::Grade, QString::fromUtf8(grade));
      wish.record.setValue(Field::EntryMonth, QStringLiteral("2024-09"));
      wish.record.setValue(Field::EntryMode, QStringLiteral("12"));
      wish.papers = {{QStringLiteral("lookup_result"), QStringLiteral("查重5号"), QStringLiteral("县教育局"),
                      QStringLiteral("county"), QDate(2024, 8, 25)}};
      const auto enrolled = enrol(desk.office(), wish);
      XUEJI_OK(enrolled);
      QCOMPARE(desk.row(enrolled->student).record.value(Field::EntryMode), QString::fromLatin1(code));
    }
  }
};

QTEST_GUILESS_MAIN(NumberSourcesTest)
#include "number_sources_test.moc"
