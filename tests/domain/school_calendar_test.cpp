#include "domain/school_calendar.h"

#include <QtTest>

using namespace xueji;

class TestSchoolCalendar : public QObject {
  Q_OBJECT

  SchoolCalendar m_calendar = SchoolCalendar::load();

private slots:
  void theSchoolYearBeginsOnFirstSeptember() {
    QCOMPARE(schoolYearOf(QDate(2024, 8, 31)), 2023);
    QCOMPARE(schoolYearOf(QDate(2024, 9, 1)), 2024);
    QCOMPARE(schoolYearOf(QDate(2025, 8, 31)), 2024);
    QCOMPARE(schoolYearBegin(2024), QDate(2024, 9, 1));
    QCOMPARE(schoolYearEnd(2024), QDate(2025, 8, 31));
    QCOMPARE(schoolYearName(2024), QStringLiteral("2024-2025学年"));
  }

  void theSpringTermBeginsWhenTheCountySaysSo() {
    QCOMPARE(semesterOf(QDate(2024, 9, 1)), (Semester{2024, 1}));
    QCOMPARE(semesterOf(QDate(2025, 1, 31)), (Semester{2024, 1}));
    QCOMPARE(semesterOf(QDate(2025, 2, 1)), (Semester{2024, 2}));
    QCOMPARE(semesterOf(QDate(2025, 2, 15), QDate(2025, 2, 16)), (Semester{2024, 1}));
    QCOMPARE(semesterOf(QDate(2025, 2, 16), QDate(2025, 2, 16)), (Semester{2024, 2}));
    QCOMPARE(semesterOf(QDate(2025, 2, 15), QDate(2024, 2, 16)), (Semester{2024, 2})); // another year's day
    QCOMPARE(semesterOf(QDate(2025, 8, 31)).name(), QStringLiteral("2024-2025学年第二学期"));
  }

  void makeUpDaysAroundTheNationalHolidayCount_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("working");
    QTest::newRow("Friday") << QDate(2024, 9, 27) << true;
    QTest::newRow("Saturday") << QDate(2024, 9, 28) << false;
    QTest::newRow("Sunday made up") << QDate(2024, 9, 29) << true;
    QTest::newRow("Monday before") << QDate(2024, 9, 30) << true;
    QTest::newRow("Tuesday, holiday") << QDate(2024, 10, 1) << false;
    QTest::newRow("Monday, last of the holiday") << QDate(2024, 10, 7) << false;
    QTest::newRow("Tuesday after") << QDate(2024, 10, 8) << true;
    QTest::newRow("Saturday made up") << QDate(2024, 10, 12) << true;
    QTest::newRow("Sunday") << QDate(2024, 10, 13) << false;
    QTest::newRow("year without a notice") << QDate(2019, 10, 1) << true;
  }
  void makeUpDaysAroundTheNationalHolidayCount() {
    QFETCH(QDate, day);
    QTEST(m_calendar.isWorkingDay(day), "working");
  }

  void workingDaysAreCountedAcrossTheHoliday() {
    const QDate friday(2024, 9, 27);
    QCOMPARE(m_calendar.addWorkingDays(friday, 0), friday);
    QCOMPARE(m_calendar.addWorkingDays(friday, 1), QDate(2024, 9, 29));
    QCOMPARE(m_calendar.addWorkingDays(friday, 2), QDate(2024, 9, 30));
    QCOMPARE(m_calendar.addWorkingDays(friday, 3), QDate(2024, 10, 8));
    QCOMPARE(m_calendar.addWorkingDays(friday, 7), QDate(2024, 10, 12));
    QCOMPARE(m_calendar.addWorkingDays(friday, 8), QDate(2024, 10, 14));
    QCOMPARE(m_calendar.addWorkingDays(QDate(2024, 10, 8), -3), friday);
    QCOMPARE(m_calendar.workingDaysBetween(friday, QDate(2024, 10, 14)), 8);
    QCOMPARE(m_calendar.workingDaysBetween(QDate(2024, 10, 14), friday), -8);
    QCOMPARE(m_calendar.workingDaysBetween(friday, friday), 0);
  }

  void holidaysHaveTheirNamesAndYearsAreKnown() {
    QCOMPARE(m_calendar.holidayName(QDate(2024, 10, 1)), QStringLiteral("国庆节"));
    QCOMPARE(m_calendar.holidayName(QDate(2024, 10, 12)), QStringLiteral("国庆节调休"));
    QVERIFY(m_calendar.holidayName(QDate(2024, 10, 8)).isEmpty());
    for (const int year : {2024, 2025, 2026}) {
      QVERIFY(m_calendar.knowsYear(year));
    }
    QVERIFY(!m_calendar.knowsYear(2019));
  }
};

QTEST_GUILESS_MAIN(TestSchoolCalendar)
#include "school_calendar_test.moc"
