// Work that goes on while a person works on: what is saved meanwhile waits and says so, what is stopped changes
// nothing.

#include "app/tour/scripted_dialogs.h"
#include "register/acts.h"
#include "register/student_file.h"
#include "support/made_child.h"
#include "support/test_register.h"
#include "ui/commands.h"
#include "ui/pages.h"
#include "ui/records/record_page.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/toast.h"
#include "ui/window/main_window.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <atomic>

using namespace xueji;
using namespace xueji::test;

namespace {

constexpr int kWaitMs = 60000;
const QString kTalents = QStringLiteral("篆刻");

/// The window with a record open, and a job that writes until it is let go.
struct Desk {
  Desk() {
    child = place.enrolChild(3);
    other = place.enrolChild(4);
    place.signOut();
    auto store =
        RegisterStore::open(place.folder(), QString::fromUtf8(kRegistrar), password(), place.clock, registry());
    if (!store)
      qFatal("cannot sign in: %s", qPrintable(textOf(store.error())));
    window.enter(std::move(*store));
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
      qFatal("the window does not become active");
    window.frame()->open(QString::fromLatin1(place::kRecord), QVariant::fromValue(child));
  }
  ~Desk() { letGo(); }

  Job* write(const QString& what) {
    Job* job = session().jobs().add(
        &session(), what,
        [this](Office& office, const Progress& progress) -> Result<void> {
          const Transaction writes = office.tables().begin();
          writing = true;
          while (!end)
            if (!progress(0, 0))
              return fail(ErrorCode::Cancelled);
            else
              QThread::msleep(1);
          return {};
        },
        [](const Result<void>&) {});
    return job;
  }
  void writeUntilLetGo() {
    write(QStringLiteral("正在导入"));
    QTRY_VERIFY_WITH_TIMEOUT(writing.load(), kWaitMs);
  }
  void letGo() { end = true; }

  Session& session() { return *window.session(); }
  RecordPage* page() { return qobject_cast<RecordPage*>(window.frame()->currentPage()); }
  QString toast() { return window.frame()->toast().text(); }
  QPushButton* toastButton() { return window.frame()->toast().findChild<QPushButton*>(QStringLiteral("toastUndo")); }
  void typeTalents(const QString& text) {
    auto* line = page()->findChild<QLineEdit*>(QStringLiteral("edit_talents"));
    line->setFocus();
    line->selectAll();
    line->insert(text);
    emit line->textEdited(text);
    emit line->editingFinished();
  }
  QString stored(qint64 student) {
    const auto row = readStudentFile(session().office(), student, QStringLiteral("test"));
    return row ? row->row.record.value(Field::Talents) : textOf(row.error());
  }

  TestRegister place;
  ScriptedDialogs dialogs;
  Preferences preferences{place.path(QStringLiteral("preferences.ini"))};
  MainWindow window{{ruleBook(), catalogue(), place.clock, registry(), place.random, dialogs, preferences, allPages(),
                     allCommands(), KeyCost::floor()}};
  qint64 child = 0;
  qint64 other = 0;
  std::atomic_bool writing = false;
  std::atomic_bool end = false;
};

} // namespace

class TestJobsStory : public QObject {
  Q_OBJECT

private slots:
  void aSaveWhileAJobWritesWaitsAndSaysSo() {
    Desk desk;
    desk.writeUntilLetGo();
    desk.typeTalents(kTalents);
    QElapsedTimer frozen;
    frozen.start();
    desk.page()->save();
    QVERIFY2(frozen.elapsed() < 2000, qPrintable(QString::number(frozen.elapsed())));
    QVERIFY2(desk.toast().contains(QStringLiteral("正在导入")), qPrintable(desk.toast()));
    QVERIFY(!desk.page()->isEnabled());
    QVERIFY(desk.page()->hasUnsaved());
    // The answer belongs to the page: it is not left, and says again why.
    desk.window.frame()->toast().hide();
    QVERIFY(!desk.window.frame()->open(QString::fromLatin1(place::kStudents)));
    QVERIFY(!desk.window.frame()->open(QString::fromLatin1(place::kRecord), QVariant::fromValue(desk.other)));
    QVERIFY(desk.window.frame()->toast().isVisible());
    // Nor does a key save twice or discard.
    desk.window.frame()->run(QStringLiteral("save"));
    QTest::keyClick(desk.window.frame(), Qt::Key_Escape);
    QCOMPARE(desk.session().jobs().size(), 2);
    QVERIFY(desk.page()->hasUnsaved());
    QVERIFY(desk.dialogs.asked.isEmpty());
    desk.letGo();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.session().jobs().isBusy(), kWaitMs);
    QCOMPARE(desk.toast(), RecordPage::tr("Saved."));
    QVERIFY(desk.page()->isEnabled());
    QVERIFY(!desk.page()->hasUnsaved());
    QCOMPARE(desk.stored(desk.child), kTalents);
    desk.toastButton()->click(); // and it is undone as any other
    QCOMPARE(desk.stored(desk.child), QString());
  }

  void aSaveDoesNotWaitForLongWorkBehindIt() {
    Desk desk;
    desk.writeUntilLetGo();
    std::atomic_bool longEnd = false;
    desk.session().jobs().add(
        &desk.session(), QStringLiteral("正在制作"),
        [&](Office&, const Progress&) -> Result<void> {
          while (!longEnd)
            QThread::msleep(1);
          return fail(ErrorCode::DiskFull, {QStringLiteral("/")});
        },
        [&](const Result<void>& came) { desk.window.frame()->toast().warn(textOf(came.error())); });
    desk.typeTalents(kTalents);
    desk.page()->save();
    desk.letGo();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.page()->hasUnsaved(), kWaitMs);
    QCOMPARE(desk.session().jobs().size(), 1);
    QCOMPARE(desk.stored(desk.child), kTalents);
    longEnd = true;
    QTRY_VERIFY_WITH_TIMEOUT(!desk.session().jobs().isBusy(), kWaitMs);
  }

  void whatIsSaidWhileASaveWaitsIsNotTalkedOver() {
    Desk desk;
    desk.writeUntilLetGo();
    desk.typeTalents(kTalents);
    desk.page()->save();
    desk.window.frame()->toast().warn(QStringLiteral("磁盘已满"));
    desk.letGo();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.session().jobs().isBusy(), kWaitMs);
    QTRY_COMPARE(desk.toast(), RecordPage::tr("Saved."));
    desk.window.frame()->toast().fade(); // its time is over
    QCOMPARE(desk.toast(), QStringLiteral("磁盘已满"));
  }

  void anUndoFromAnotherPageLeavesThatPageAlone() {
    Desk desk;
    desk.typeTalents(kTalents);
    desk.page()->save();
    QCOMPARE(desk.stored(desk.child), kTalents);
    QPointer<RecordPage> record = desk.page();
    desk.window.frame()->open(QString::fromLatin1(place::kStudents));
    desk.writeUntilLetGo();
    desk.toastButton()->click(); // 撤销 of the save
    QVERIFY(desk.window.frame()->currentPage()->isEnabled());
    QVERIFY(!record->isEnabled());
    QVERIFY(desk.window.frame()->open(QString::fromLatin1(place::kHome)));
    desk.letGo();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.session().jobs().isBusy(), kWaitMs);
    QVERIFY(record->isEnabled());
    QCOMPARE(desk.stored(desk.child), QString());
  }

  void lettersTypedElsewhereStayThere() {
    Desk desk;
    desk.writeUntilLetGo();
    desk.typeTalents(kTalents);
    desk.page()->save();
    SearchBox& search = desk.window.frame()->searchBox();
    search.setFocus();
    desk.letGo();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.session().jobs().isBusy(), kWaitMs);
    QVERIFY(search.hasFocus());
  }

  void whoDoesNotWaitKeepsWhatWasTyped() {
    Desk desk;
    desk.writeUntilLetGo();
    desk.typeTalents(kTalents);
    desk.page()->save();
    QCOMPARE(desk.session().jobs().size(), 2);
    desk.toastButton()->click();
    QCOMPARE(desk.session().jobs().size(), 1);
    QVERIFY(desk.page()->isEnabled());
    QVERIFY(desk.page()->hasUnsaved());
    desk.letGo();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.session().jobs().isBusy(), kWaitMs);
    QCOMPARE(desk.stored(desk.child), QString());
    desk.page()->save();
    QCOMPARE(desk.stored(desk.child), kTalents);
  }

  void whatWaitedIsJudgedByWhatStandsThen() {
    Desk desk;
    desk.typeTalents(QStringLiteral("书法"));
    const qint64 read = desk.page()->draft().row().revision;
    // While the save waits, the record is changed by what is before it in the queue.
    const auto moved = [&](Office& office, const Progress&) -> Result<qint64> {
      Transaction keeps = office.tables().begin();
      desk.writing = true;
      while (!desk.end)
        QThread::msleep(1);
      Correction wish;
      wish.student = desk.child;
      wish.revision = read;
      wish.values = {{Field::Talents, QStringLiteral("合唱")}};
      const auto act = correct(office, wish);
      const auto kept = keeps.commit();
      return kept ? act : std::unexpected(kept.error());
    };
    Result<qint64> came = fail(ErrorCode::Internal);
    desk.session().jobs().add(&desk.session(), QStringLiteral("导入"), moved,
                              [&](const Result<qint64>& result) { came = result; });
    QTRY_VERIFY_WITH_TIMEOUT(desk.writing.load(), kWaitMs);
    desk.page()->save();
    desk.letGo();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.session().jobs().isBusy(), kWaitMs);
    XUEJI_OK(came);
    QCOMPARE(desk.stored(desk.child), QStringLiteral("合唱"));
    QVERIFY(desk.page()->isEnabled());
    QVERIFY(desk.page()->hasUnsaved()); // what was typed is there, to be looked at again
    QCOMPARE(desk.page()->draft().value(Field::Talents), QStringLiteral("书法"));
  }

  void closingWithTwoWaitingAsksAndDoesNeither() {
    Desk desk;
    desk.writeUntilLetGo();
    QStringList answered;
    bool worked = false;
    for (const auto* name : {"first", "second"})
      desk.session().jobs().add(
          &desk.session(), QString::fromLatin1(name),
          [&](Office&, const Progress&) -> Result<void> {
            worked = true;
            return {};
          },
          [&](const Result<void>&) { answered << QStringLiteral("answered"); });
    desk.dialogs.answers = {1};
    desk.window.close();
    QCOMPARE(desk.dialogs.asked.size(), 1);
    QVERIFY(desk.window.isVisible());
    QCOMPARE(desk.session().jobs().size(), 3);
    desk.dialogs.answers = {0};
    desk.window.close();
    QVERIFY(!desk.window.isVisible());
    QVERIFY(desk.window.session() == nullptr);
    QCoreApplication::processEvents();
    QVERIFY(!worked);
    QCOMPARE(answered, QStringList());
    desk.place.signIn();
    QCOMPARE(desk.place.damage(), QString());
  }

  void lockingWhileWorkRunsAsksToo() {
    Desk desk;
    desk.writeUntilLetGo();
    desk.dialogs.answers = {1};
    desk.window.frame()->run(QStringLiteral("lock"));
    QVERIFY(desk.window.session() != nullptr);
    desk.dialogs.answers = {0};
    desk.window.frame()->run(QStringLiteral("lock"));
    QVERIFY(desk.window.session() == nullptr);
    desk.place.signIn();
    QCOMPARE(desk.place.damage(), QString());
  }

  void whatIsLookedAtWhileAJobWritesIsLoggedWhenItHasEnded() {
    Desk desk;
    desk.writeUntilLetGo();
    desk.window.frame()->open(QString::fromLatin1(place::kRecord), QVariant::fromValue(desk.other));
    QCOMPARE(desk.page()->student(), desk.other);
    QVERIFY(
        desk.window.frame()->open(QString::fromLatin1(place::kPapers), QVariant::fromValue(QList<qint64>{desk.other})));
    desk.letGo();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.session().jobs().isBusy(), kWaitMs);
    desk.window.lock();
    desk.place.signIn();
    const QStringList log = desk.place.logLines();
    const QString object = QStringLiteral("^read student:%1 ").arg(desk.other);
    QCOMPARE(log.filter(QRegularExpression(object)).size(), 2);
    QCOMPARE(log.filter(QRegularExpression(object + QStringLiteral("preview"))).size(), 1);
  }
};

QTEST_MAIN(TestJobsStory)
#include "jobs_story_test.moc"
