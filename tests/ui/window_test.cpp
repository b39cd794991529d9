// The window from the first run to the lock, on real registers in temporary folders.

#include "app/tour/scripted_dialogs.h"
#include "store/backup.h"
#include "support/test_register.h"
#include "ui/commands.h"
#include "ui/import_session.h"
#include "ui/office/first_run_page.h"
#include "ui/office/home_page.h"
#include "ui/office/office_page.h"
#include "ui/office/recovery_step.h"
#include "ui/office/unlock_page.h"
#include "ui/typing.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/password_edit.h"
#include "ui/widgets/toast.h"
#include "ui/window/main_window.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTimer>
#include <atomic>

using namespace xueji;
using namespace xueji::test;

namespace {

constexpr int kWaitMs = 30000;

/// A page that counts what the frame asks of it.
class PlainPage final : public Page {
public:
  explicit PlainPage(Session& session) : Page(session) {}
  QString title() const override { return QStringLiteral("plain"); }
  void open(const QVariant& argument) override { opened.append(argument); }
  void refresh() override { ++refreshed; }
  bool leave() override { return leaves; }
  bool hasUnsaved() const override { return unsaved; }
  QVariantList opened;
  int refreshed = 0;
  bool leaves = true;
  bool unsaved = false;
};

Page* makePlain(Session& session) {
  return new PlainPage(session);
}
Page* makeHome(Session& session) {
  return new HomePage(session);
}
Page* makeOffice(Session& session) {
  return new OfficePage(session);
}

/// A window with the pages of this folder, and somebody who answers for the person.
struct Desk {
  Desk() : preferences(place.filePath(QStringLiteral("preferences.ini"))) {
    window = std::make_unique<MainWindow>(WindowParts{ruleBook(),
                                                      catalogue(),
                                                      clock,
                                                      registry(),
                                                      random,
                                                      dialogs,
                                                      preferences,
                                                      {{place::kHome, "Home", "home", makeHome},
                                                       {place::kStudents, "Students", "students", makePlain},
                                                       {place::kRecord, {}, "user", makePlain},
                                                       {place::kOffice, "Office", "office", makeOffice}},
                                                      allCommands(),
                                                      KeyCost::floor()});
  }
  QString folder() const { return place.filePath(QStringLiteral("school.xueji")); }
  /// A new register, and its registrar signed in.
  void enter() {
    XUEJI_OK(createRegister(folder(), clock));
    auto store = RegisterStore::open(folder(), QString::fromUtf8(kRegistrar), password(), clock, registry());
    XUEJI_OK(store);
    window->enter(std::move(*store));
  }

  QTemporaryDir place;
  FixedClock clock;
  SeededRandom random;
  ScriptedDialogs dialogs;
  Preferences preferences;
  std::unique_ptr<MainWindow> window;
};

void type(QWidget* parent, const char* name, const QString& text) {
  auto* edit = child<QLineEdit>(parent, name);
  edit->setFocus();
  edit->selectAll();
  typeText(edit, text);
}

} // namespace

class TestWindow : public QObject {
  Q_OBJECT

private slots:
  void theFirstRunLeadsToAnEncryptedRegister() {
    Desk desk;
    desk.window->begin();
    desk.window->show();
    FirstRunPage* page = desk.window->firstRunPage();
    QVERIFY(page != nullptr);
    auto* next = child<QPushButton>(page, "stepNext");
    page->setParentFolder(desk.place.filePath(QStringLiteral("nowhere")));
    next->click();
    QCOMPARE(page->step(), 0);
    page->setParentFolder(desk.place.path());
    type(page, "placeName", QStringLiteral("school"));
    next->click();
    QCOMPARE(page->step(), 1);

    type(page, "schoolCode", QStringLiteral("99130"));
    next->click();
    QCOMPARE(page->step(), 1);
    type(page, "schoolCode", QString::fromLatin1(kSchool));
    type(page, "schoolName", QStringLiteral("示范县第一小学"));
    type(page, "schoolRegion", QStringLiteral("130502"));
    QTest::keyClick(child<ChoiceBox>(page, "schoolRegion"), Qt::Key_Return);
    next->click();
    QCOMPARE(page->step(), 2);

    type(page, "accountName", QString::fromUtf8(kRegistrar));
    type(page, "accountPassword", QStringLiteral("short"));
    next->click();
    QCOMPARE(page->step(), 2);
    type(page, "accountPassword", QString::fromLatin1(kPassword));
    type(page, "accountRepeat", QStringLiteral("another thing altogether"));
    next->click();
    QCOMPARE(page->step(), 2);
    type(page, "accountRepeat", QString::fromLatin1(kPassword));
    next->click();
    QTRY_COMPARE_WITH_TIMEOUT(page->step(), 3, kWaitMs);

    QVERIFY(!next->isEnabled());
    auto* recovery = page->findChild<RecoveryStep*>();
    const QString pdf = desk.place.filePath(QStringLiteral("sheet.pdf"));
    desk.dialogs.paths = {pdf};
    child<QPushButton>(page, "saveRecovery")->click();
    QVERIFY(QFileInfo(pdf).size() > 1000);
    child<QPushButton>(page, "printRecovery")->click();
    QCOMPARE(desk.dialogs.pagesPrinted, 1);
    QVERIFY(!next->isEnabled());
    const QString group = recovery->group(recovery->askedGroup());
    QCOMPARE(group.size(), 4);
    type(page, "recoveryAnswer", group.toLower());
    QVERIFY(next->isEnabled());
    next->click();
    QCOMPARE(page->step(), 4);
    QVERIFY(child<QLabel>(page, "recoverySecret")->text().isEmpty());

    child<QPushButton>(page, "startOpen")->click();
    QTRY_VERIFY(desk.window->session() != nullptr);
    QCOMPARE(desk.window->session()->store().school().name, QStringLiteral("示范县第一小学"));
    QCOMPARE(desk.window->session()->store().user().role, Role::Registrar);
    QCOMPARE(desk.preferences.registers(), QStringList{desk.folder()});
    QFile database(desk.folder() + QStringLiteral("/register.db"));
    QVERIFY(database.open(QIODevice::ReadOnly));
    QVERIFY(!database.readAll().contains("SQLite format 3"));
  }

  void everyControlOfTheFirstRunHasAName() {
    Desk desk;
    desk.window->begin();
    QCOMPARE(namelessControls(desk.window->firstRunPage()), QStringList());
  }

  void aWrongPasswordIsSaidInPlaceAndTheRightOneOpens() {
    Desk desk;
    XUEJI_OK(createRegister(desk.folder(), desk.clock));
    desk.window->begin(desk.folder());
    desk.window->show();
    UnlockPage* page = desk.window->unlockPage();
    QVERIFY(page != nullptr);
    QCOMPARE(namelessControls(page), QStringList());
    type(page, "unlockUser", QString::fromUtf8(kRegistrar));
    type(page, "unlockPassword", QStringLiteral("Wrong-1234"));
    QTest::keyClick(child<PasswordEdit>(page, "unlockPassword"), Qt::Key_Return);
    const auto said = [page] {
      QStringList sentences;
      for (const Notice* notice : page->findChildren<Notice*>())
        if (!notice->isHidden())
          sentences.append(notice->text());
      return sentences.join(QLatin1Char('\n'));
    };
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("password is wrong")), kWaitMs);
    QVERIFY(child<PasswordEdit>(page, "unlockPassword")->text().isEmpty());
    QVERIFY(desk.window->session() == nullptr);
    desk.clock.pass(60);
    type(page, "unlockPassword", QString::fromLatin1(kPassword));
    QTest::keyClick(child<PasswordEdit>(page, "unlockPassword"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->session() != nullptr, kWaitMs);
    QCOMPARE(desk.preferences.lastUser(desk.folder()), QString::fromUtf8(kRegistrar));
  }

  void idleHandsLockTheWindowAndCloseTheRegister() {
    Desk desk;
    desk.enter();
    desk.window->show();
    QVERIFY(desk.window->idleWatch().isWatching());
    QPointer<Session> session = desk.window->session();
    QPointer<Page> page = desk.window->frame()->currentPage();
    QVERIFY(!RegisterStore::open(desk.folder(), QString::fromUtf8(kRegistrar), password(), desk.clock, registry())
                 .has_value());
    desk.window->idleWatch().expire();
    QVERIFY(session.isNull());
    QVERIFY(page.isNull());
    QVERIFY(desk.window->frame() == nullptr);
    QVERIFY(desk.window->unlockPage() != nullptr);
    QCOMPARE(desk.window->windowTitle(), QStringLiteral("Xueji"));
    // The writer's lock is gone with the session: somebody else may open now.
    XUEJI_OK(RegisterStore::open(desk.folder(), QString::fromUtf8(kRegistrar), password(), desk.clock, registry()));
  }

  void anOpenDialogEndsBeforeIdleHandsLock() {
    Desk desk;
    desk.enter();
    desk.window->show();
    QPointer<Page> page = desk.window->frame()->currentPage();
    QDialog dialog(page);
    QTimer::singleShot(0, desk.window.get(), [&desk] { desk.window->idleWatch().expire(); });
    QCOMPARE(dialog.exec(), int(QDialog::Rejected));
    QVERIFY(!page.isNull()); // what the dialog returns to is still there
    dialog.setParent(nullptr);
    QTRY_VERIFY(desk.window->session() == nullptr);
    QVERIFY(page.isNull());
  }

  void workThatRunsIsNotStoppedByIdleHands() {
    Desk desk;
    desk.enter();
    Session* session = desk.window->session();
    std::atomic_bool mayEnd = false;
    session->jobs().add(
        session, QStringLiteral("waiting"),
        [&mayEnd](Office&, const Progress&) -> Result<void> {
          mayEnd.wait(false);
          return {};
        },
        [](const Result<void>&) {});
    desk.window->idleWatch().expire();
    const bool stayed = desk.window->session() != nullptr && desk.window->idleWatch().isWatching();
    mayEnd = true;
    mayEnd.notify_all();
    QVERIFY(stayed);
    QTRY_VERIFY_WITH_TIMEOUT(!session->jobs().isBusy(), kWaitMs);
    desk.window->idleWatch().expire();
    QVERIFY(desk.window->session() == nullptr);
  }

  void theSchoolTypedIsKeptUntilSavedOrDiscarded() {
    Desk desk;
    desk.enter();
    Frame* frame = desk.window->frame();
    frame->open(QString::fromLatin1(place::kOffice), QStringLiteral("school"));
    auto* principal = child<QLineEdit>(frame, "officePrincipal");
    principal->setText(QStringLiteral("新来的校长"));
    QVERIFY(frame->hasUnsaved());
    desk.window->session()->announceChange();
    QCOMPARE(principal->text(), QStringLiteral("新来的校长"));
    desk.dialogs.answers = {1, 0};
    QVERIFY(!frame->open(QString::fromLatin1(place::kHome)));
    QVERIFY(frame->open(QString::fromLatin1(place::kHome)));
    QVERIFY(!frame->hasUnsaved());
    QVERIFY(principal->text().isEmpty());
  }

  void aChoiceStillBeingTypedIsAskedAboutBeforeTheWindowCloses() {
    Desk desk;
    desk.enter();
    desk.window->show();
    desk.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    Frame* frame = desk.window->frame();
    frame->open(QString::fromLatin1(place::kOffice), QStringLiteral("school"));
    auto* box = child<ChoiceBox>(frame, "officeSchoolKind");
    box->setFocus();
    QVERIFY(box->hasFocus());
    box->selectAll();
    typeText(box, QStringLiteral("no such kind"));
    QVERIFY(!frame->hasUnsaved()); // it is announced only when the line is left
    desk.dialogs.answers = {1};
    QVERIFY(!desk.window->close());
    QCOMPARE(desk.dialogs.asked.size(), 1);
    QVERIFY(box->hasFocus());
  }

  void aKeyStartsTheIdleTimeAnew() {
    IdleWatch watch;
    watch.start(5);
    const int full = watch.remainingMs();
    QTRY_VERIFY(watch.remainingMs() < full - 10);
    const int before = watch.remainingMs();
    QWidget window;
    QTest::keyClick(&window, Qt::Key_A);
    QVERIFY(watch.remainingMs() > before);
  }

  void backReturnsToWhereOneWas() {
    Desk desk;
    desk.enter();
    Frame* frame = desk.window->frame();
    QCOMPARE(frame->currentId(), QString::fromLatin1(place::kHome));
    QVERIFY(frame->open(QString::fromLatin1(place::kStudents), QStringLiteral("zxm")));
    auto* list = dynamic_cast<PlainPage*>(frame->currentPage());
    QVERIFY(frame->open(QString::fromLatin1(place::kRecord), qint64(7)));
    auto* record = dynamic_cast<PlainPage*>(frame->currentPage());
    QVERIFY(frame->back());
    QCOMPARE(frame->currentPage(), list);
    QCOMPARE(list->opened.last(), QVariant(QStringLiteral("zxm")));
    QVERIFY(frame->open(QString::fromLatin1(place::kRecord), qint64(8)));
    QCOMPARE(frame->currentPage(), record);
    record->leaves = false;
    QVERIFY(!frame->back());
    QCOMPARE(frame->currentId(), QString::fromLatin1(place::kRecord));
    record->leaves = true;
    QVERIFY(!frame->open(QStringLiteral("no such place")));
  }

  void aChangeReachesThePageInSightAtOnceAndOthersLater() {
    Desk desk;
    desk.enter();
    Frame* frame = desk.window->frame();
    frame->open(QString::fromLatin1(place::kStudents));
    auto* list = dynamic_cast<PlainPage*>(frame->currentPage());
    frame->open(QString::fromLatin1(place::kRecord));
    auto* record = dynamic_cast<PlainPage*>(frame->currentPage());
    desk.window->session()->announceChange();
    QCOMPARE(record->refreshed, 1);
    QCOMPARE(list->refreshed, 0);
    frame->open(QString::fromLatin1(place::kStudents));
    QCOMPARE(list->refreshed, 1);
  }

  void unsavedTypingIsAskedAboutBeforeTheWindowIsLockedByHand() {
    Desk desk;
    desk.enter();
    desk.window->frame()->open(QString::fromLatin1(place::kRecord));
    dynamic_cast<PlainPage*>(desk.window->frame()->currentPage())->unsaved = true;
    desk.dialogs.answers = {1, 0};
    emit desk.window->frame()->lockWanted();
    QVERIFY(desk.window->session() != nullptr);
    emit desk.window->frame()->lockWanted();
    QVERIFY(desk.window->session() == nullptr);
    QCOMPARE(desk.dialogs.asked.size(), 2);
  }

  void theSearchBoxFindsPeopleAndPlaces() {
    Desk desk;
    desk.enter();
    desk.window->show();
    SearchBox& box = desk.window->frame()->searchBox();
    typeText(&box, QStringLiteral("office"));
    QVERIFY(box.resultCount() >= 1);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(desk.window->frame()->currentId(), QString::fromLatin1(place::kOffice));
  }

  /// The list says it once: search box, menu and keys are made from it.
  void aCommandIsReachedByNameKeysAndMenu() {
    QSet<QString> ids;
    QSet<QString> keys;
    for (const Command& command : allCommands()) {
      QVERIFY2(!ids.contains(command.id) && !command.word.isEmpty() && command.run, qPrintable(command.id));
      ids.insert(command.id);
      for (const QKeySequence& sequence : command.keys) {
        QVERIFY2(!keys.contains(sequence.toString()), qPrintable(sequence.toString()));
        keys.insert(sequence.toString());
      }
      QVERIFY2(!command.keys.isEmpty() || command.where != Command::ByKeysOnly, qPrintable(command.id));
    }
    Desk desk;
    desk.enter();
    desk.window->show();
    Frame* frame = desk.window->frame();
    QCOMPARE(frame->findChildren<QShortcut*>(QString(), Qt::FindDirectChildrenOnly).size(), keys.size());
    for (const Command& command : frame->commandsOf(Command::InSearch)) {
      frame->searchBox().clear();
      typeText(&frame->searchBox(), command.word);
      QVERIFY2(frame->searchBox().resultCount() >= 1, qPrintable(command.id));
    }
    QVERIFY(!frame->run(QStringLiteral("of tomorrow")));
    QVERIFY(frame->run(QStringLiteral("window")));
    QCOMPARE(frame->currentId(), QString::fromLatin1(place::kOffice));
    QVERIFY(frame->run(QStringLiteral("about")));
    QCOMPARE(desk.dialogs.asked.size(), 1);
    frame->searchBox().clear();
    typeText(&frame->searchBox(), QStringLiteral("Lock the window"));
    QTest::keyClick(&frame->searchBox(), Qt::Key_Return);
    QVERIFY(desk.window->session() == nullptr);
  }

  void aBackupFromTheOfficeIsProven() {
    Desk desk;
    desk.enter();
    Frame* frame = desk.window->frame();
    frame->open(QString::fromLatin1(place::kOffice), QStringLiteral("backup"));
    QCOMPARE(namelessControls(frame->currentPage()), QStringList());
    child<QPushButton>(frame, "backupNow")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window->session()->jobs().isBusy(), kWaitMs);
    const auto proof = lastProvenBackup(desk.window->session()->store());
    XUEJI_OK(proof);
    QVERIFY(proof->has_value());
    QVERIFY(QFileInfo::exists((*proof)->path));
    QTRY_VERIFY(!frame->toast().text().isEmpty());
    child<QPushButton>(frame, "verify")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window->session()->jobs().isBusy(), kWaitMs);
    QStringList notices;
    for (const Notice* notice : frame->findChildren<Notice*>())
      notices << notice->text();
    QVERIFY2(!notices.filter(QStringLiteral("Everything fits: 0 pupils, 1 acts")).isEmpty(),
             qPrintable(notices.join(u'\n')));
  }

  void aTypingErrorInTheRecoveryCodeIsToldAtOnce() {
    Desk desk;
    auto created = RegisterStore::create(sampleSchool(desk.folder()), desk.clock, registry());
    XUEJI_OK(created);
    const QString secret = created->recoverySecret;
    created->store.reset();
    desk.window->begin(desk.folder());
    desk.window->show();
    QTRY_VERIFY(desk.window->unlockPage() != nullptr);
    child<QPushButton>(desk.window->unlockPage(), "unlockRecovery")->click();
    QTRY_VERIFY(desk.window->findChild<QLineEdit*>("recoveryCode") != nullptr);
    QWidget* page = desk.window->centralWidget();
    const auto says = [page](const QString& text) {
      const auto notices = page->findChildren<Notice*>();
      return std::any_of(notices.begin(), notices.end(), [&](const Notice* n) { return n->text().contains(text); });
    };
    type(page, "recoveryCode", QString(secret).replace(3, 1, secret[3] == u'A' ? u'B' : u'A'));
    child<QPushButton>(page, "recoveryOpen")->click();
    QVERIFY(says(QStringLiteral("typing error")));
    type(page, "recoveryCode", secret.toLower());
    type(page, "recoveryRepeat", QStringLiteral("another"));
    child<QPushButton>(page, "recoveryOpen")->click();
    QVERIFY(says(QStringLiteral("two passwords are not the same")));
  }

  void anAddedHelperSeesNoNewAccounts() {
    Desk desk;
    desk.enter();
    Frame* frame = desk.window->frame();
    frame->open(QString::fromLatin1(place::kOffice), QStringLiteral("accounts"));
    type(frame, "newAccountName", QStringLiteral("李老师"));
    type(frame, "newAccountPassword", QString::fromLatin1(kPassword));
    child<QPushButton>(frame, "addAccount")->click();
    QTRY_COMPARE_WITH_TIMEOUT(child<QTableWidget>(frame, "accounts")->rowCount(), 2, kWaitMs);
    desk.window->lock();
    auto helper = RegisterStore::open(desk.folder(), QStringLiteral("李老师"), password(), desk.clock, registry());
    XUEJI_OK(helper);
    QCOMPARE((*helper)->user().role, Role::Helper);
    desk.window->enter(std::move(*helper));
    desk.window->frame()->open(QString::fromLatin1(place::kOffice), QStringLiteral("accounts"));
    QVERIFY(desk.window->frame()->findChild<QLineEdit*>(QStringLiteral("newAccountName")) == nullptr);
  }
};

QTEST_MAIN(TestWindow)
#include "window_test.moc"
