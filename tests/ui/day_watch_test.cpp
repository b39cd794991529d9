// The window stays open over midnight: the register turns and the pages show the new day.
#include "register/acts.h"
#include "signed_in.h"
#include "support/made_child.h"
#include "ui/shell/day_watch.h"
#include "ui/students/student_table_model.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimeZone>
#include <atomic>

using namespace xueji;
using namespace xueji::test;

namespace {

/// `seconds` before (or, negative, after) midnight of UTC+8 at the beginning of this day.
QDateTime beforeMidnight(const QDate& day, qint64 seconds) {
  return QDateTime(day.addDays(-1), QTime(16, 0), QTimeZone::utc()).addSecs(-seconds);
}

QString statusOf(Session& session, qint64 student) {
  StudentTableModel model(session.office(), Language::Chinese);
  model.setColumns({QStringLiteral("name"), QStringLiteral("status")});
  model.setQuery({});
  for (int row = 0; row < model.rowCount(); ++row)
    if (model.studentAt(row) == student)
      return model.text(row, 1);
  return {};
}

} // namespace

class DayWatchTest : public QObject {
  Q_OBJECT

private slots:
  void theRegisterTurnsAtMidnightWhileTheWindowIsOpen() {
    SignedIn person;
    const qint64 student = person.place.enrolChild(3);
    const QString number = QLatin1Char('G') + madeChild(3).value(Field::IdDocumentNumber);
    XUEJI_OK(issueNumber(person.place.office(), student, number, QDate(2024, 9, 11), {}));
    SchoolProfile school = person.place.store().school();
    school.name = QStringLiteral("示范第一小学");
    XUEJI_OK(setSchool(person.place.office(), school, QDate(2024, 9, 11)));
    person.place.clock.setNow(beforeMidnight(QDate(2024, 9, 11), 1));
    Session& session = person.begin();
    const QSignalSpy changed(&session, &Session::registerChanged);
    QVERIFY(session.dayWatch().remainingMs() <= 1000); // the timer is set for midnight
    session.dayWatch().look();
    QVERIFY(changed.isEmpty());
    QVERIFY(session.store().tables().students().byId(student).value()->studentNumber.startsWith(QLatin1Char('L')));
    person.place.clock.pass(1);
    session.dayWatch().look();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(session.store().tables().students().byId(student).value()->studentNumber, number);
    QCOMPARE(session.store().school().name, school.name);
    session.dayWatch().look(); // once a day
    QCOMPARE(changed.size(), 1);
    QVERIFY(session.dayWatch().remainingMs() > 1000);
    const auto found = session.search().search(number, 5);
    QCOMPARE(found.size(), 1);
    QVERIFY(person.logAfterwards().filter(QStringLiteral("present.day")).size() > 0);
    QCOMPARE(person.place.damage(), QString());
  }

  void whileAJobRunsTheDayWaits() {
    SignedIn person;
    person.place.enrolChild(3);
    person.place.clock.setNow(beforeMidnight(QDate(2024, 9, 11), 1));
    Session& session = person.begin();
    const QSignalSpy changed(&session, &Session::registerChanged);
    std::atomic_bool goOn = false;
    bool ended = false;
    session.jobs().add(
        &session, QStringLiteral("waiting"),
        [&](Office&, const Progress&) -> Result<void> {
          while (!goOn)
            QThread::msleep(1);
          return {};
        },
        [&](const Result<void>&) { ended = true; });
    person.place.clock.pass(1);
    session.dayWatch().look();
    QVERIFY(changed.isEmpty());
    goOn = true;
    QTRY_VERIFY(ended);
    session.dayWatch().look();
    QCOMPARE(changed.size(), 1);
  }

  void aChildEnrolledAheadIsMarkedUntilItsDay_data() {
    QTest::addColumn<qint64>("secondsBefore");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the day before") << qint64(1) << "自 2025-09-01 起";
    QTest::newRow("its first day") << qint64(0) << "在读";
  }
  void aChildEnrolledAheadIsMarkedUntilItsDay() {
    QFETCH(qint64, secondsBefore);
    QFETCH(QString, expected);
    SignedIn person;
    person.place.turnTo(QDate(2025, 8, 20));
    Enrolment wish;
    wish.record = madeChild(1, 2025);
    wish.entryYear = 2025;
    const auto ahead = enrol(person.place.office(), wish);
    XUEJI_OK(ahead);
    person.place.clock.setNow(beforeMidnight(QDate(2025, 9, 1), secondsBefore));
    QCOMPARE(statusOf(person.begin(), ahead->student), expected);
  }
};

QTEST_MAIN(DayWatchTest)
#include "day_watch_test.moc"
#include "store/tables.h"
