// Long work on its own thread and connection.

#include "register/job.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QSignalSpy>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class JobsTest : public QObject {
  Q_OBJECT

  static QString rosterOf(TestRegister& desk, int children) {
    QList<StudentRecord> records;
    for (int number = 0; number < children; ++number)
      records << madeChild(number);
    return desk.writeCsv(QStringLiteral("many.csv"), linesOf(records));
  }

private slots:
  void aJobReportsProgressAndItsResult() {
    TestRegister desk;
    const auto plan = desk.plan(rosterOf(desk, 60));
    XUEJI_OK(plan);
    JobRunner runner;
    QSignalSpy progressed(&runner, &JobRunner::progressed);
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::optional<Result<void>> outcome;
    QThread* doneIn = nullptr;
    QThread* workedIn = nullptr;
    ImportResult imported;
    XUEJI_OK(runner.start(
        desk.office(),
        [&](Office& office, const Progress& progress) -> Result<void> {
          workedIn = QThread::currentThread();
          auto result = commitImport(office, *plan, true, progress);
          if (!result)
            return std::unexpected(result.error());
          imported = *result;
          return {};
        },
        [&](Result<void> result) {
          doneIn = QThread::currentThread();
          outcome = result;
        }));
    QVERIFY(runner.isRunning());
    QCOMPARE(runner.start(desk.office(), {}, {}).error().code, ErrorCode::Internal);
    QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 60000);
    XUEJI_OK(*outcome);
    QCOMPARE(imported.enrolled, 60);
    QCOMPARE(doneIn, QThread::currentThread());
    QVERIFY(workedIn != QThread::currentThread());
    QCOMPARE(finished.size(), 1);
    QVERIFY(!progressed.isEmpty());
    QVERIFY(!runner.isRunning());
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 60);
    QCOMPARE(desk.damage(), QString());
  }

  void aCancelledJobLeavesNothingChanged() {
    TestRegister desk;
    const auto plan = desk.plan(rosterOf(desk, 60));
    XUEJI_OK(plan);
    JobRunner runner;
    std::optional<Result<void>> outcome;
    XUEJI_OK(runner.start(
        desk.office(),
        [&](Office& office, const Progress& progress) -> Result<void> {
          const auto result = commitImport(office, *plan, true, [&](qint64 done, qint64 total) {
            if (done == 30)
              runner.cancel();
            return progress(done, total);
          });
          return result ? Result<void>{} : Result<void>(std::unexpected(result.error()));
        },
        [&](Result<void> result) { outcome = result; }));
    QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 60000);
    QVERIFY(!*outcome);
    QCOMPARE(outcome->error().code, ErrorCode::Cancelled);
    QCOMPARE(desk.actCount(), 0);
    QCOMPARE(desk.damage(), QString());
  }

  void whatIsLoggedWhileAJobWritesIsAppendedAfterwards() {
    TestRegister desk;
    const auto plan = desk.plan(rosterOf(desk, 40));
    XUEJI_OK(plan);
    JobRunner runner;
    std::optional<Result<void>> outcome;
    std::atomic_bool writing = false;
    std::atomic_bool logged = false;
    XUEJI_OK(runner.start(
        desk.office(),
        [&](Office& office, const Progress&) -> Result<void> {
          const auto result = commitImport(office, *plan, true, [&](qint64, qint64) {
            writing = true;
            while (!logged)
              QThread::yieldCurrentThread();
            return true;
          });
          return result ? Result<void>{} : Result<void>(std::unexpected(result.error()));
        },
        [&](Result<void> result) { outcome = result; }));
    QTRY_VERIFY_WITH_TIMEOUT(writing.load(), 60000);
    const Result<void> waiting = desk.store().tables().log().append(LogAction::Read, QStringLiteral("student:7"));
    logged = true;
    XUEJI_OK(waiting);
    QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 60000);
    XUEJI_OK(*outcome);
    XUEJI_OK(desk.store().tables().log().flush());
    QVERIFY(desk.logLines().contains(QStringLiteral("read student:7")));
    QCOMPARE(desk.damage(), QString());
  }

  void stoppingWaitsAndAnswersNoMore() {
    TestRegister desk;
    bool answered = false;
    {
      JobRunner runner;
      XUEJI_OK(runner.start(
          desk.office(),
          [](Office&, const Progress& progress) -> Result<void> {
            while (progress(1, 2))
              QThread::yieldCurrentThread();
            return fail(ErrorCode::Cancelled);
          },
          [&](Result<void>) { answered = true; }));
      runner.stop();
      QVERIFY(!runner.isRunning());
      QCoreApplication::processEvents();
      QVERIFY(!answered);
      // It can be used again.
      XUEJI_OK(runner.start(
          desk.office(), [](Office&, const Progress&) -> Result<void> { return {}; },
          [&](Result<void>) { answered = true; }));
      QTRY_VERIFY_WITH_TIMEOUT(answered, 60000);
      answered = false;
      XUEJI_OK(runner.start(
          desk.office(), [](Office&, const Progress&) -> Result<void> { return {}; },
          [&](Result<void>) { answered = true; }));
    }
    QCoreApplication::processEvents();
    QVERIFY(!answered);
  }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "jobs_test.moc"
#include "store/tables.h"
