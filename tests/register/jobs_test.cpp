// Long work on its own thread and connection, one piece after the other.

#include "register/job_queue.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QSignalSpy>
#include <QtTest>
#include <atomic>

using namespace xueji;
using namespace xueji::test;

namespace {

constexpr int kWaitMs = 60000;

/// A job that ends when it is let go, or when it is cancelled.
class Gate {
public:
  Result<void> wait(const Progress& progress) {
    while (!m_open)
      if (!progress(0, 0))
        return fail(ErrorCode::Cancelled);
      else
        QThread::msleep(1);
    return {};
  }
  void open() { m_open = true; }

private:
  std::atomic_bool m_open = false;
};

QString words(const Result<void>& came) {
  return came ? QStringLiteral("done") : textOf(came.error());
}

} // namespace

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
    JobQueue queue(desk.office());
    QSignalSpy ended(&queue, &JobQueue::ended);
    std::optional<Result<ImportResult>> came;
    QThread* doneIn = nullptr;
    QThread* workedIn = nullptr;
    Job* job = queue.add(
        this, QStringLiteral("import"),
        [&](Office& office, const Progress& progress) {
          workedIn = QThread::currentThread();
          return commitImport(office, *plan, true, progress);
        },
        [&](const Result<ImportResult>& result) {
          doneIn = QThread::currentThread();
          came = result;
        });
    QSignalSpy progressed(job, &Job::progressed);
    QVERIFY(job->isRunning());
    QCOMPARE(job->what(), QStringLiteral("import"));
    QCOMPARE(queue.running(), job);
    QTRY_VERIFY_WITH_TIMEOUT(came.has_value(), kWaitMs);
    XUEJI_OK(*came);
    QCOMPARE((*came)->enrolled, 60);
    QCOMPARE(doneIn, QThread::currentThread());
    QVERIFY(workedIn != QThread::currentThread());
    QCOMPARE(ended.size(), 1);
    QVERIFY(!progressed.isEmpty());
    QVERIFY(!queue.isBusy());
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 60);
    QCOMPARE(desk.damage(), QString());
  }

  void ofFiveTheThirdFailsAndTheOthersAreDone() {
    TestRegister desk;
    JobQueue queue(desk.office());
    QStringList order;
    QStringList answers;
    int atOnce = 0;
    int mostAtOnce = 0;
    for (int number = 1; number <= 5; ++number)
      queue.add(
          this, QString::number(number),
          [&, number](Office& office, const Progress&) -> Result<void> {
            mostAtOnce = std::max(mostAtOnce, ++atOnce);
            order << QString::number(number);
            const auto logged = office.tables().log().append(LogAction::Read, QStringLiteral("student:%1").arg(number));
            --atOnce;
            return number == 3 ? fail(ErrorCode::DiskFull, {QStringLiteral("/")}) : logged;
          },
          [&, number](const Result<void>& came) { answers << QStringLiteral("%1 %2").arg(number).arg(words(came)); });
    QCOMPARE(queue.size(), 5);
    QTRY_VERIFY_WITH_TIMEOUT(!queue.isBusy(), kWaitMs);
    QCOMPARE(order, (QStringList{"1", "2", "3", "4", "5"}));
    QCOMPARE(mostAtOnce, 1);
    const QString full = textOf({ErrorCode::DiskFull, {QStringLiteral("/")}});
    QCOMPARE(answers, (QStringList{"1 done", "2 done", "3 " + full, "4 done", "5 done"}));
    QCOMPARE(desk.logLines().filter(QRegularExpression(QStringLiteral("^read student:[1-5]"))).size(), 5);
  }

  void aCancelledJobLeavesNothingChanged() {
    TestRegister desk;
    const auto plan = desk.plan(rosterOf(desk, 60));
    XUEJI_OK(plan);
    JobQueue queue(desk.office());
    std::optional<Result<ImportResult>> came;
    std::atomic_bool half = false;
    std::atomic_bool cancelled = false;
    Job* job = queue.add(
        this, QStringLiteral("import"),
        [&](Office& office, const Progress& progress) {
          return commitImport(office, *plan, true, [&](qint64 done, qint64 total) {
            if (done == 30) {
              half = true;
              half.notify_all();
              cancelled.wait(false);
            }
            return progress(done, total);
          });
        },
        [&](const Result<ImportResult>& result) { came = result; });
    half.wait(false);
    job->cancel();
    cancelled = true;
    cancelled.notify_all();
    QTRY_VERIFY_WITH_TIMEOUT(came.has_value(), kWaitMs);
    QVERIFY(!*came);
    QCOMPARE(came->error().code, ErrorCode::Cancelled);
    QCOMPARE(desk.actCount(), 0);
    QCOMPARE(desk.damage(), QString());
  }

  void oneThatWaitsIsTakenOutAtOnce() {
    TestRegister desk;
    JobQueue queue(desk.office());
    Gate gate;
    QStringList answers;
    bool worked = false;
    queue.add(
        this, QStringLiteral("first"), [&](Office&, const Progress& progress) { return gate.wait(progress); },
        [&](const Result<void>& came) { answers << QStringLiteral("first ") + words(came); });
    Job* second = queue.add(
        this, QStringLiteral("second"),
        [&](Office&, const Progress&) -> Result<void> {
          worked = true;
          return {};
        },
        [&](const Result<void>& came) { answers << QStringLiteral("second ") + words(came); });
    QSignalSpy ended(second, &Job::ended);
    QVERIFY(!second->isRunning());
    second->cancel();
    QCOMPARE(ended.size(), 1);
    QCOMPARE(answers, QStringList{"second " + textOf({ErrorCode::Cancelled, {}})});
    second->cancel(); // it is answered only once
    QCOMPARE(answers.size(), 1);
    gate.open();
    QTRY_VERIFY_WITH_TIMEOUT(!queue.isBusy(), kWaitMs);
    QCOMPARE(answers.last(), QStringLiteral("first done"));
    QVERIFY(!worked);
  }

  void whatSomebodyWaitsForComesNext() {
    TestRegister desk;
    JobQueue queue(desk.office());
    Gate gate;
    QStringList done;
    const auto add = [&](const char* name, QueuePlace place) {
      queue.add(
          this, QString::fromLatin1(name), [](Office&, const Progress&) -> Result<void> { return {}; },
          [&done, name](const Result<void>&) { done << QString::fromLatin1(name); }, place);
    };
    queue.add(
        this, QStringLiteral("runs"), [&](Office&, const Progress& progress) { return gate.wait(progress); },
        [&](const Result<void>&) { done << QStringLiteral("runs"); }, QueuePlace::Last);
    add("long", QueuePlace::Last);
    add("save", QueuePlace::Next);
    add("long too", QueuePlace::Last);
    add("save too", QueuePlace::Next);
    gate.open();
    QTRY_VERIFY_WITH_TIMEOUT(!queue.isBusy(), kWaitMs);
    QCOMPARE(done, (QStringList{"runs", "save", "save too", "long", "long too"}));
  }

  void whoeverIsGoneIsNotAnsweredAndWhatWaitedForThemIsNotDone() {
    TestRegister desk;
    JobQueue queue(desk.office());
    Gate gate;
    QStringList seen;
    auto asker = std::make_unique<QObject>();
    queue.add(
        asker.get(), QStringLiteral("running"), [&](Office&, const Progress& progress) { return gate.wait(progress); },
        [&](const Result<void>&) { seen << QStringLiteral("running answered"); });
    queue.add(
        asker.get(), QStringLiteral("waiting"),
        [&](Office&, const Progress&) -> Result<void> {
          seen << QStringLiteral("waiting worked");
          return {};
        },
        [&](const Result<void>&) { seen << QStringLiteral("waiting answered"); });
    queue.add(
        this, QStringLiteral("another's"), [](Office&, const Progress&) -> Result<void> { return {}; },
        [&](const Result<void>& came) { seen << QStringLiteral("another's ") + words(came); });
    asker.reset();
    gate.open();
    QTRY_VERIFY_WITH_TIMEOUT(!queue.isBusy(), kWaitMs);
    QCOMPARE(seen, QStringList{QStringLiteral("another's done")});
  }

  void anAnswerMayAskForMore() {
    TestRegister desk;
    JobQueue queue(desk.office());
    int runs = 0;
    std::function<void()> again = [&] {
      queue.add(
          this, QStringLiteral("again"),
          [](Office&, const Progress&) -> Result<std::unique_ptr<int>> { // cannot be copied
            return std::make_unique<int>(7);
          },
          [&](Result<std::unique_ptr<int>> came) {
            QCOMPARE(**came, 7);
            if (++runs < 3)
              again();
          });
    };
    again();
    QTRY_VERIFY_WITH_TIMEOUT(!queue.isBusy(), kWaitMs);
    QCOMPARE(runs, 3);
  }

  void whatIsLoggedWhileAJobWritesIsAppendedAfterwards() {
    TestRegister desk;
    const auto plan = desk.plan(rosterOf(desk, 40));
    XUEJI_OK(plan);
    JobQueue queue(desk.office());
    std::optional<Result<ImportResult>> came;
    std::atomic_bool writing = false;
    std::atomic_bool logged = false;
    queue.add(
        this, QStringLiteral("import"),
        [&](Office& office, const Progress&) {
          return commitImport(office, *plan, true, [&](qint64, qint64) {
            writing = true;
            while (!logged)
              QThread::yieldCurrentThread();
            return true;
          });
        },
        [&](const Result<ImportResult>& result) { came = result; });
    QTRY_VERIFY_WITH_TIMEOUT(writing.load(), kWaitMs);
    const Result<void> waiting = desk.store().tables().log().append(LogAction::Read, QStringLiteral("student:7"));
    logged = true;
    XUEJI_OK(waiting);
    QTRY_VERIFY_WITH_TIMEOUT(came.has_value(), kWaitMs);
    XUEJI_OK(*came);
    XUEJI_OK(desk.store().tables().log().flush());
    QVERIFY(desk.logLines().contains(QStringLiteral("read student:7")));
    QCOMPARE(desk.damage(), QString());
  }

  void whoHasLittlePatienceIsToldThatAJobWrites() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    JobQueue queue(desk.office());
    Gate gate;
    std::atomic_bool writing = false;
    queue.add(
        this, QStringLiteral("writes"),
        [&](Office& office, const Progress& progress) {
          const Transaction writes = office.tables().begin();
          writing = true;
          return gate.wait(progress);
        },
        [](const Result<void>&) {});
    QTRY_VERIFY_WITH_TIMEOUT(writing.load(), kWaitMs);
    desk.store().setPatience(1);
    Correction wish;
    wish.student = child;
    wish.revision = desk.row(child).revision;
    wish.values = {{Field::Talents, QStringLiteral("篆刻")}};
    const auto refused = correct(desk.office(), wish);
    QVERIFY(!refused);
    QCOMPARE(refused.error(), (Error{ErrorCode::RegisterBusy, {}}));
    gate.open();
    QTRY_VERIFY_WITH_TIMEOUT(!queue.isBusy(), kWaitMs);
    XUEJI_OK(correct(desk.office(), wish));
    QCOMPARE(desk.damage(), QString());
  }

  /// What is judged anew because somebody was faster is judged without keeping others from writing.
  void anImportThatIsOvertakenJudgesOutsideTheLockAgain_data() {
    QTest::addColumn<int>("times");
    QTest::newRow("once") << 1;
    QTest::newRow("as often as it tries") << 4; // then it judges within
  }
  void anImportThatIsOvertakenJudgesOutsideTheLockAgain() {
    QFETCH(int, times);
    TestRegister desk;
    const auto plan = desk.plan(rosterOf(desk, 40));
    XUEJI_OK(plan);
    int overtaken = 0;
    int locked = 0;
    const auto came = commitImport(desk.office(), *plan, true, [&](qint64 done, qint64 total) {
      // In the first half wishes are planned: another connection can write.
      if (done == 10 && total == 80 && overtaken < times) {
        auto other = desk.store().another();
        if (!other)
          return false;
        (*other)->setPatience(1);
        Office office(std::move(*other), ruleBook(), catalogue(), desk.clock, desk.random);
        Enrolment wish;
        wish.record = madeChild(100 + overtaken++);
        wish.entryYear = 2024;
        locked += !enrol(office, wish).has_value();
      }
      return true;
    });
    XUEJI_OK(came);
    QCOMPARE(locked, 0);
    QCOMPARE(overtaken, times);
    QCOMPARE(came->enrolled, 40);
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 40 + times);
    QCOMPARE(desk.damage(), QString());
  }

  void stoppingWaitsAndAnswersNoMore() {
    TestRegister desk;
    QStringList seen;
    {
      JobQueue queue(desk.office());
      const auto never = [](Office&, const Progress& progress) -> Result<void> {
        while (progress(1, 2))
          QThread::yieldCurrentThread();
        return fail(ErrorCode::Cancelled);
      };
      const auto atOnce = [&seen](Office&, const Progress&) -> Result<void> {
        seen << QStringLiteral("worked");
        return {};
      };
      const auto answered = [&seen](const Result<void>& came) { seen << words(came); };
      queue.add(this, QStringLiteral("runs"), never, answered);
      queue.add(this, QStringLiteral("waits"), atOnce, answered);
      queue.add(this, QStringLiteral("waits too"), atOnce, answered);
      queue.stop();
      QVERIFY(!queue.isBusy());
      QCoreApplication::processEvents();
      QCOMPARE(seen, QStringList());
      // It can be used again.
      queue.add(this, QStringLiteral("again"), atOnce, answered);
      QTRY_COMPARE_WITH_TIMEOUT(seen, (QStringList{"worked", "done"}), kWaitMs);
      seen.clear();
      queue.add(this, QStringLiteral("runs"), never, answered);
    }
    QCoreApplication::processEvents();
    QCOMPARE(seen, QStringList());
  }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "jobs_test.moc"
#include "store/tables.h"
