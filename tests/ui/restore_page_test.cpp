// A backup brought back in the window: on a new computer, over a damaged register, by mistake opened.

#include "app/tour/scripted_dialogs.h"
#include "store/backup.h"
#include "store/key_file.h"
#include "support/test_register.h"
#include "ui/commands.h"
#include "ui/import_session.h"
#include "ui/office/first_run_page.h"
#include "ui/office/restore_page.h"
#include "ui/office/restore_plan.h"
#include "ui/office/unlock_page.h"
#include "ui/pages.h"
#include "ui/typing.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/password_edit.h"
#include "ui/widgets/toast.h"
#include "ui/window/main_window.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTest>

using namespace xueji;
using namespace xueji::test;

namespace {

constexpr int kWaitMs = 30000;
const QString kUser = QString::fromUtf8(kRegistrar);
const QString kOldPrincipal = QStringLiteral("从前的校长");
const QString kNewPrincipal = QStringLiteral("后来的校长");

/// A register, closed, with a backup; its principal changed since.
struct School {
  School() {
    auto created = RegisterStore::create(
        {folder(), SchoolProfile::fromSchoolCode(QString::fromLatin1(kSchool), QStringLiteral("示范小学"), "130502"),
         kUser, password(), KeyCost::floor()},
        clock, registry());
    if (!created)
      qFatal("%s", qPrintable(textOf(created.error())));
    recovery = created->recoverySecret;
    setPrincipal(created->store, kOldPrincipal);
    const auto proof = backUp(*created->store, {});
    if (!proof)
      qFatal("%s", qPrintable(textOf(proof.error())));
    backup = proof->path;
    setPrincipal(created->store, kNewPrincipal);
  }
  void setPrincipal(std::unique_ptr<RegisterStore>& store, const QString& name) {
    Office office(must(store->another()), ruleBook(), catalogue(), clock, random);
    SchoolProfile changed = office.store().school();
    changed.principal = name;
    if (!setSchool(office, changed))
      qFatal("not set");
  }
  static std::unique_ptr<RegisterStore> must(Result<std::unique_ptr<RegisterStore>> store) {
    if (!store)
      qFatal("%s", qPrintable(textOf(store.error())));
    return std::move(*store);
  }
  QString folder() const { return place.filePath(QStringLiteral("school.xueji")); }

  QTemporaryDir place;
  FixedClock clock;
  SeededRandom random;
  QString recovery;
  QString backup;
};

/// The whole window of a computer that knows no register yet, and somebody who answers for the person.
struct Computer {
  explicit Computer(const Clock& time) : preferences(place.filePath(QStringLiteral("preferences.ini"))) {
    window = std::make_unique<MainWindow>(WindowParts{ruleBook(), catalogue(), time, registry(), random, dialogs,
                                                      preferences, allPages(), allCommands(), KeyCost::floor()});
    window->show();
  }
  RestorePage* restoring() {
    [&] { QTRY_VERIFY(window->restorePage() != nullptr && window->restorePage()->isVisible()); }();
    return window->restorePage();
  }

  QTemporaryDir place;
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

QString said(const QWidget* page, const char* name) {
  const auto* notice = child<Notice>(page, name);
  return notice->isHidden() ? QString() : notice->text();
}

QStringList foldersOf(const QTemporaryDir& place) {
  return QDir(place.path()).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

class TestRestorePage : public QObject {
  Q_OBJECT

private slots:
  void onANewComputerTheBackupBecomesTheRegister() {
    School school;
    QTemporaryDir stick; // the backup alone was carried over
    const QString backup = stick.filePath(QFileInfo(school.backup).fileName());
    QVERIFY(QDir().rename(school.backup, backup));
    Computer computer(school.clock);
    computer.window->begin();
    QVERIFY(computer.window->firstRunPage() != nullptr);
    child<QPushButton>(computer.window->firstRunPage(), "firstRunRestore")->click();
    RestorePage* page = computer.restoring();
    QVERIFY(page != nullptr);
    QCOMPARE(namelessControls(page), QStringList());

    computer.dialogs.paths = {backup, computer.place.path()};
    child<QPushButton>(page, "restoreChooseBackup")->click();
    QVERIFY(said(page, "restoreAbout").contains(QStringLiteral("A backup of 2024-09-10")));
    QVERIFY(child<QLineEdit>(page, "restorePlace")->text().endsWith(QStringLiteral("/school.xueji")));
    child<QPushButton>(page, "restoreChoosePlace")->click();
    const QString folder = computer.place.filePath(QStringLiteral("school.xueji"));
    QCOMPARE(child<QLineEdit>(page, "restorePlace")->text(), folder);
    QCOMPARE(said(page, "restoreStanding"), QString());
    type(page, "restoreUser", kUser);
    type(page, "restorePassword", QString::fromLatin1(kPassword));
    QTest::keyClick(child<PasswordEdit>(page, "restorePassword"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(computer.window->session() != nullptr, kWaitMs);
    QCOMPARE(computer.window->session()->store().folder(), folder);
    QCOMPARE(computer.window->session()->store().school().principal, kOldPrincipal);
    QVERIFY(computer.window->frame()->toast().text().contains(folder));
    QCOMPARE(computer.preferences.registers(), QStringList{folder});
    QCOMPARE(computer.preferences.lastUser(folder), kUser);
    QVERIFY(!isBackup(folder) && isBackup(backup));
    QVERIFY(computer.dialogs.answers.isEmpty() && computer.dialogs.asked.size() == 2);
  }

  void theRegisterThatStandsThereIsMovedAsideAndThisIsSaid() {
    School school;
    Computer computer(school.clock);
    computer.preferences.rememberRegister(school.folder());
    computer.preferences.rememberUser(school.folder(), kUser);
    computer.window->begin();
    child<QPushButton>(computer.window->unlockPage(), "unlockRestore")->click();
    RestorePage* page = computer.restoring();
    QCOMPARE(child<QLineEdit>(page, "restoreUser")->text(), kUser);
    computer.dialogs.paths = {school.backup};
    child<QPushButton>(page, "restoreChooseBackup")->click();
    QCOMPARE(child<QLineEdit>(page, "restorePlace")->text(), school.folder());
    QVERIFY(said(page, "restoreStanding").contains(QStringLiteral("moved aside")));

    computer.dialogs.answers = {1};
    type(page, "restorePassword", QString::fromLatin1(kPassword));
    child<QPushButton>(page, "restoreStart")->click();
    QVERIFY(computer.dialogs.asked.contains(QStringLiteral("Bring this backup back?")));
    QCOMPARE(foldersOf(school.place), QStringList{QStringLiteral("school.xueji")});

    computer.dialogs.answers = {0};
    child<QPushButton>(page, "restoreStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(computer.window->session() != nullptr, kWaitMs);
    QCOMPARE(computer.window->session()->store().school().principal, kOldPrincipal);
    const QStringList folders = foldersOf(school.place);
    QCOMPARE(folders.size(), 2);
    const QString aside = folders.filter(QStringLiteral("before-restore")).value(0);
    QVERIFY2(computer.window->frame()->toast().text().contains(aside), qPrintable(aside));
    auto old = RegisterStore::open(school.place.filePath(aside), kUser, password(), school.clock, registry());
    XUEJI_OK(old);
    QCOMPARE((*old)->school().principal, kNewPrincipal);
  }

  void aBackupChosenAsARegisterIsOfferedToBeBroughtBack() {
    School school;
    Computer computer(school.clock);
    computer.window->begin(school.folder());
    UnlockPage* unlock = computer.window->unlockPage();
    computer.dialogs.paths = {school.backup, school.backup};
    computer.dialogs.answers = {1, 0};
    child<QPushButton>(unlock, "unlockBrowse")->click();
    QCOMPARE(computer.dialogs.asked.last(), QStringLiteral("This is a backup"));
    QCOMPARE(unlock->folder(), school.folder());
    child<QPushButton>(unlock, "unlockBrowse")->click();
    RestorePage* page = computer.restoring();
    QCOMPARE(child<QLineEdit>(page, "restoreBackup")->text(), school.backup);
    QCOMPARE(child<QLineEdit>(page, "restorePlace")->text(), school.folder());
    QTest::keyClick(page, Qt::Key_Escape);
    QTRY_VERIFY(computer.window->unlockPage() != nullptr);
    QCOMPARE(computer.window->unlockPage()->folder(), school.folder());
  }

  void aBackupAmongTheRegistersDoesNotOpen() {
    School school;
    Computer computer(school.clock);
    computer.preferences.rememberRegister(school.backup);
    computer.window->begin();
    UnlockPage* unlock = computer.window->unlockPage();
    type(unlock, "unlockUser", kUser);
    type(unlock, "unlockPassword", QString::fromLatin1(kPassword));
    QTest::keyClick(child<PasswordEdit>(unlock, "unlockPassword"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(computer.dialogs.asked.contains(QStringLiteral("This is a backup")), kWaitMs);
    QVERIFY(computer.window->session() == nullptr);
    QVERIFY(!QFile::exists(school.backup + QStringLiteral("/lock")));
  }

  void aBackupOpenedFromOutsideLeadsToBringingItBack() {
    School school;
    Computer computer(school.clock);
    computer.window->begin(school.backup);
    QCOMPARE(child<QLineEdit>(computer.restoring(), "restoreBackup")->text(), school.backup);
    child<QPushButton>(computer.restoring(), "restoreBack")->click();
    QTRY_VERIFY(computer.window->firstRunPage() != nullptr);
  }

  void withoutThePasswordTheRecoverySheetBringsItBack() {
    School school;
    Computer computer(school.clock);
    computer.window->begin(school.backup);
    RestorePage* page = computer.restoring();
    const QString folder = computer.place.filePath(QStringLiteral("fresh"));
    type(page, "restorePlace", folder);
    type(page, "restoreUser", kUser);
    child<QCheckBox>(page, "restoreBySheet")->click();
    QVERIFY(child<PasswordEdit>(page, "restorePassword")->isHidden());
    QCOMPARE(namelessControls(page), QStringList());
    type(page, "restoreCode", school.recovery);
    type(page, "restoreFresh", QStringLiteral("Another-Brook-77-lantern"));
    type(page, "restoreRepeat", QStringLiteral("Another-Brook-78-lantern"));
    child<QPushButton>(page, "restoreStart")->click();
    QVERIFY(said(page, "restoreNotice").contains(QStringLiteral("not the same")));
    type(page, "restoreRepeat", QStringLiteral("Another-Brook-77-lantern"));
    child<QPushButton>(page, "restoreStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(computer.window->session() != nullptr, kWaitMs);
    QCOMPARE(computer.window->session()->store().folder(), folder + QStringLiteral(".xueji"));
    computer.window->lock();
    XUEJI_OK(RegisterStore::open(folder + QStringLiteral(".xueji"), kUser,
                                 SecretBytes::fromUtf8(QStringLiteral("Another-Brook-77-lantern")), school.clock,
                                 registry()));
  }

  void whatIsMissingOrWrongIsSaidInPlace_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no backup") << "restoreBackup"
                               << ""
                               << "Choose the backup first";
    QTest::newRow("folder of something else") << "restoreBackup"
                                              << "/usr"
                                              << "not a register";
    QTest::newRow("no place") << "restorePlace"
                              << ""
                              << "Choose where";
    QTest::newRow("the backup itself") << "restorePlace"
                                       << "BACKUP"
                                       << "where the backup lies";
    QTest::newRow("place of something else") << "restorePlace"
                                             << "OTHER"
                                             << "Something else stands there";
    QTest::newRow("place on no disk") << "restorePlace"
                                      << "/nowhere/at/all/x.xueji"
                                      << "no file or folder";
    QTest::newRow("no user") << "restoreUser"
                             << ""
                             << "Enter your user name";
    QTest::newRow("no password") << "restorePassword"
                                 << ""
                                 << "Enter the password";
    QTest::newRow("wrong password") << "restorePassword"
                                    << "Wrong-1234"
                                    << "password is wrong";
  }
  void whatIsMissingOrWrongIsSaidInPlace() {
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    School school;
    Computer computer(school.clock);
    const QString other = computer.place.filePath(QStringLiteral("other.xueji"));
    QVERIFY(QDir().mkpath(other + QStringLiteral("/pictures")));
    computer.window->begin(school.backup);
    RestorePage* page = computer.restoring();
    type(page, "restorePlace", computer.place.filePath(QStringLiteral("fresh.xueji")));
    type(page, "restoreUser", kUser);
    type(page, "restorePassword", QString::fromLatin1(kPassword));
    auto* edit = child<QLineEdit>(page, field.toLatin1().constData());
    edit->setText(
        QString(text).replace(QStringLiteral("BACKUP"), school.backup).replace(QStringLiteral("OTHER"), other));
    child<QPushButton>(page, "restoreStart")->click();
    QTRY_VERIFY2_WITH_TIMEOUT(said(page, "restoreNotice").contains(sentence), qPrintable(said(page, "restoreNotice")),
                              kWaitMs);
    QVERIFY(child<QPushButton>(page, "restoreStart")->isVisible());
    QVERIFY(computer.window->session() == nullptr);
    QCOMPARE(foldersOf(computer.place), QStringList{QStringLiteral("other.xueji")});
    QCOMPARE(foldersOf(school.place), QStringList{QStringLiteral("school.xueji")});
  }

  void closingTheWindowMeanwhileLeavesNoHalfRegister() {
    School school;
    Computer computer(school.clock);
    computer.window->begin(school.backup);
    RestorePage* page = computer.restoring();
    type(page, "restorePlace", computer.place.filePath(QStringLiteral("fresh.xueji")));
    type(page, "restoreUser", kUser);
    type(page, "restorePassword", QString::fromLatin1(kPassword));
    QTest::keyClick(page, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(child<QPushButton>(page, "cancelJob")->isVisible());
    computer.window.reset();
    const QStringList folders = foldersOf(computer.place);
    QVERIFY2(folders.isEmpty() || folders == QStringList{QStringLiteral("fresh.xueji")},
             qPrintable(folders.join(u' ')));
    if (!folders.isEmpty())
      XUEJI_OK(
          RegisterStore::open(computer.place.filePath(folders.first()), kUser, password(), school.clock, registry()));
  }

  void theSuggestedPlaceFitsTheBackup() {
    School school;
    School another;
    const QString documents = QStringLiteral("/home/x");
    QCOMPARE(registerNameOf(school.backup), QStringLiteral("school"));
    QCOMPARE(registerNameOf(QStringLiteral("/a/学校-20240902-090000-2.xueji/")), QStringLiteral("学校"));
    QCOMPARE(suggestedPlace(school.backup, {}, documents), school.folder());
    QTemporaryDir stick;
    const QString carried = stick.filePath(QFileInfo(school.backup).fileName());
    QVERIFY(QDir().rename(school.backup, carried));
    QCOMPARE(suggestedPlace(carried, {}, documents), QStringLiteral("/home/x/school.xueji"));
    QCOMPARE(suggestedPlace(carried, school.folder(), documents), school.folder());
    // Another school's register of the same name is never the suggestion.
    QCOMPARE(suggestedPlace(carried, another.folder(), documents), QStringLiteral("/home/x/school.xueji"));
    // One that is damaged is.
    for (const char* name : {"/keys.json", "/keys.json.bak"})
      QVERIFY(QFile::resize(school.folder() + QLatin1String(name), 10));
    QCOMPARE(suggestedPlace(carried, school.folder(), documents), school.folder());
    QCOMPARE(placeOf(QStringLiteral(" /a/b/ ")), QStringLiteral("/a/b.xueji"));
    QCOMPARE(placeOf(QString()), QString());
  }
};

QTEST_MAIN(TestRestorePage)
#include "restore_page_test.moc"
