// The spine as one story in the real window: a register is made, a roster comes in, a child is found, corrected and
// printed, the window is locked and opened again.

#include "app/tour/scripted_dialogs.h"
#include "documents/pdf_file.h"
#include "support/fixed_clock.h"
#include "support/seeded_random.h"
#include "support/test_register.h"
#include "ui/commands.h"
#include "ui/documents/papers_page.h"
#include "ui/enrolment/import_page.h"
#include "ui/office/recovery_step.h"
#include "ui/pages.h"
#include "ui/records/record_page.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/notice.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QProcess>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace xueji;
using namespace xueji::test;

namespace {
constexpr int kWaitMs = 60000;
const QString kUser = QStringLiteral("王芳");
const QString kSecret = QStringLiteral("Linden-Brook-42-lantern");
const QString kDemo = QStringLiteral(XUEJI_TEST_DATA "/rosters/demo_grade1.xlsx");
const QString kNewAddress = QStringLiteral("示范市示范区新华路8号");
} // namespace

class TestRosterStory : public QObject {
  Q_OBJECT

private:
  /// The visible widget of that name; ends the test when there is none.
  template <class Widget>
  Widget* part(const char* name) const {
    Widget* found = nullptr;
    const auto look = [&] {
      for (Widget* one : m_window->findChildren<Widget*>(QString::fromLatin1(name)))
        if (one->isVisible())
          found = one;
      return found != nullptr;
    };
    if (!QTest::qWaitFor(look, kWaitMs)) // a page just made is laid out by an event
      QTest::qFail(name, __FILE__, __LINE__);
    return found;
  }
  template <class Widget>
  bool isThere(const char* name) const {
    const auto found = m_window->findChildren<Widget*>(QString::fromLatin1(name));
    return std::any_of(found.begin(), found.end(), [](const Widget* one) { return one->isVisible(); });
  }
  void press(const char* name) const {
    if (auto* button = part<QAbstractButton>(name)) {
      QVERIFY2(button->isEnabled(), name);
      button->click();
    }
  }
  void type(const char* name, const QString& text) const {
    if (auto* line = part<QLineEdit>(name)) {
      line->clear();
      line->setFocus();
      // Keys carry one character each; what an input method would write is inserted whole.
      line->insert(text);
      emit line->textEdited(text);
    }
  }
  /// The four steps of the import page, with the good rows only.
  void importRoster() {
    m_dialogs.paths = {kDemo};
    press("chooseFile");
    QTRY_VERIFY_WITH_TIMEOUT(isThere<QSpinBox>("entryYear") && part<QAbstractButton>("importNext")->isEnabled(),
                             kWaitMs);
    part<QSpinBox>("entryYear")->setValue(2024);
    press("importNext");
    QTRY_VERIFY_WITH_TIMEOUT(isThere<QWidget>("columnsStep"), kWaitMs);
    press("importNext");
    press("onlyGood");
    press("importNext");
    QTRY_VERIFY_WITH_TIMEOUT(isThere<QWidget>("resultStep"), kWaitMs);
  }
  RegisterStore& store() const { return m_window->session()->store(); }
  int children() const { return store().tables().students().count({}).value_or(-1); }
  Notice* importNotice() const { return m_window->frame()->currentPage()->findChild<Notice*>("notice"); }

  QTemporaryDir m_place;
  FixedClock m_clock;
  SeededRandom m_random;
  ScriptedDialogs m_dialogs;
  std::unique_ptr<Preferences> m_preferences;
  std::unique_ptr<MainWindow> m_window;
  qint64 m_student = 0;
  QString m_name;

private slots:
  void initTestCase() {
    m_preferences = std::make_unique<Preferences>(m_place.filePath(QStringLiteral("preferences.ini")));
    m_window =
        std::make_unique<MainWindow>(WindowParts{ruleBook(), catalogue(), m_clock, registry(), m_random, m_dialogs,
                                                 *m_preferences, allPages(), allCommands(), KeyCost::floor()});
    m_window->begin();
    m_window->show();
  }

  void firstTheRegisterIsMade() {
    QVERIFY(m_window->firstRunPage() != nullptr);
    type("placeFolder", m_place.path());
    type("placeName", QStringLiteral("学籍"));
    press("stepNext");
    type("schoolCode", QString::fromLatin1(kSchool));
    type("schoolName", QStringLiteral("示范市示范小学"));
    part<ChoiceBox>("schoolRegion")->setValue(QStringLiteral("130502"));
    press("stepNext");
    type("accountName", kUser);
    type("accountPassword", kSecret);
    type("accountRepeat", kSecret);
    press("stepNext");
    QTRY_VERIFY_WITH_TIMEOUT(isThere<QLineEdit>("recoveryAnswer"), kWaitMs);
    const auto* recovery = m_window->findChild<RecoveryStep*>();
    QVERIFY2(!part<QAbstractButton>("stepNext")->isEnabled(), "not before the sheet is surely on paper");
    type("recoveryAnswer", recovery->group(recovery->askedGroup()));
    press("stepNext");
    press("startImport");
    QTRY_VERIFY_WITH_TIMEOUT(m_window->frame() != nullptr, kWaitMs);
    QCOMPARE(m_window->frame()->currentId(), QString::fromLatin1(place::kImport));
  }

  void thenTheRosterComesIn() {
    importRoster();
    QVERIFY(children() > 100);
    const auto batches = store().tables().batches().all();
    QVERIFY(batches && batches->size() == 1);
    QCOMPARE(batches->first().count, children());
  }

  void aFreshImportIsUndoneAndDoneAgain() {
    const int before = children();
    m_dialogs.answers = {0};
    press("undoImport");
    QTRY_COMPARE_WITH_TIMEOUT(children(), 0, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(isThere<QWidget>("resultStep"), kWaitMs);
    press("importNext");
    importRoster();
    QCOMPARE(children(), before);
  }

  void aChildIsFoundByItsInitials() {
    const auto rows = store().tables().students().page({}, 0, 1);
    QVERIFY(rows && !rows->isEmpty());
    m_name = rows->first().record.value(Field::Name);
    SearchBox& search = m_window->frame()->searchBox();
    search.activate();
    QTest::keyClicks(&search, rows->first().initials);
    QVERIFY(search.resultCount() > 0);
    QTest::keyClick(&search, Qt::Key_Return);
    QCOMPARE(m_window->frame()->currentId(), QString::fromLatin1(place::kRecord));
    const auto* page = qobject_cast<RecordPage*>(m_window->frame()->currentPage());
    QVERIFY(page != nullptr);
    m_student = page->student();
    QVERIFY(m_student > 0);
    const auto found = store().tables().students().byId(m_student);
    QVERIFY(found && *found);
    QCOMPARE((*found)->initials.left(rows->first().initials.size()), rows->first().initials);
    m_name = (*found)->record.value(Field::Name);
  }

  void itsRecordIsCorrected() {
    type("edit_current_address", kNewAddress);
    if (isThere<QLineEdit>("ground"))
      type("ground", QStringLiteral("家庭迁居"));
    press("save");
    QTRY_COMPARE_WITH_TIMEOUT(store().tables().students().byId(m_student)->value().record.value(Field::CurrentAddress),
                              kNewAddress, kWaitMs);
    const auto acts = store().tables().acts().ofStudent(m_student);
    QVERIFY(acts && !acts->isEmpty());
    QCOMPARE(acts->last().kind, QString(act_kind::kCorrect));
  }

  void itsDossierBecomesAPdfThatReadsAsItWasDrawn() {
    m_window->frame()->open(QString::fromLatin1(place::kPapers), QVariant::fromValue(QList<qint64>{m_student}));
    const QString path = m_place.filePath(QStringLiteral("dossier.pdf"));
    m_dialogs.paths = {path};
    press("saveOne");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && !m_window->session()->jobs().isBusy(), kWaitMs);
    const QString reader = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (reader.isEmpty())
      QSKIP("pdftotext is not installed");
    QProcess process;
    process.start(reader, {QStringLiteral("-enc"), QStringLiteral("UTF-8"), path, QStringLiteral("-")});
    QVERIFY(process.waitForFinished(kWaitMs));
    const QString text = QString::fromUtf8(process.readAllStandardOutput()).remove(QLatin1Char('\n'));
    QVERIFY2(text.contains(m_name), qPrintable(text));
    QVERIFY(text.contains(kNewAddress));
  }

  void nowTheImportCannotBeUndoneAndTheActIsNamed() {
    const int before = children();
    m_window->frame()->open(QString::fromLatin1(place::kImport));
    QTRY_VERIFY_WITH_TIMEOUT(isThere<QWidget>("resultStep"), kWaitMs);
    m_dialogs.answers = {0};
    press("undoImport");
    QTRY_VERIFY_WITH_TIMEOUT(!importNotice()->text().isEmpty(), kWaitMs);
    QVERIFY2(importNotice()->text().contains(actName(act_kind::kCorrect)), qPrintable(importNotice()->text()));
    QCOMPARE(children(), before);
  }

  void lockedNothingOfTheSchoolIsLeftInTheWindow() {
    m_window->lock();
    QVERIFY(m_window->session() == nullptr);
    QVERIFY(m_window->frame() == nullptr);
    QVERIFY(m_window->unlockPage() != nullptr);
    for (const QWidget* widget : m_window->findChildren<QWidget*>())
      QVERIFY2(!widget->accessibleName().contains(m_name), qPrintable(widget->objectName()));
    type("unlockPassword", QStringLiteral("wrong-password-1"));
    press("unlockOpen");
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("unlockOpen")->isEnabled(), kWaitMs);
    QVERIFY(m_window->session() == nullptr);
  }

  void unlockedEverythingIsStillThere() {
    type("unlockUser", kUser);
    type("unlockPassword", kSecret);
    press("unlockOpen");
    QTRY_VERIFY_WITH_TIMEOUT(m_window->frame() != nullptr, kWaitMs);
    const auto row = store().tables().students().byId(m_student);
    QVERIFY(row && *row);
    QCOMPARE((*row)->record.value(Field::CurrentAddress), kNewAddress);
    QCOMPARE(m_window->session()->search().size(), children());
  }

  void cleanupTestCase() { m_window.reset(); }
};

QTEST_MAIN(TestRosterStory)
#include "roster_story_test.moc"
#include "store/tables.h"
