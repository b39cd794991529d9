// The papers page as a person uses it.

#include "documents/glyph_check.h"
#include "support/made_child.h"
#include "ui/documents/chosen_students.h"
#include "ui/documents/paper_preview.h"
#include "ui/documents/papers_page.h"
#include "ui/import_session.h"
#include "ui/signed_in.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/search_box.h"
#include "ui/words/error_words.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace xueji;
using namespace xueji::test;

namespace {

constexpr int kWaitMs = 30000;
const QString kPurpose = QStringLiteral("转学手续办理");

QVariant listOf(const QList<qint64>& students) {
  return QVariant::fromValue(students);
}

QString drawn(const PaperPreview* preview) {
  return preview->paper() ? preview->paper()->textsOfPage(preview->page()).join(QLatin1Char('\n')) : QString();
}

QStringList printed(TestSession& office) {
  return office.school.logLines().filter(QRegularExpression(QStringLiteral("^print ")));
}

} // namespace

class TestPapersPage : public QObject {
  Q_OBJECT

private:
  static PaperPreview* preview(const QWidget& page) { return child<PaperPreview>(&page, "paperPreview"); }
  static void click(const QWidget& page, const char* name) { child<QAbstractButton>(&page, name)->click(); }
  static bool isIdle(const QWidget& page) { return child<QWidget>(&page, "progress")->isHidden(); }

private slots:
  void theChosenStudentsStandInThePreview() {
    TestSession office;
    const QList<qint64> children{office.school.enrolChild(1), office.school.enrolChild(2)};
    PapersPage page(*office.session);
    page.resize(1200, 700);
    page.show();
    QVERIFY(preview(page)->paper() == nullptr);
    QVERIFY(!child<QPushButton>(&page, "print")->isEnabled());
    page.open(listOf(children));
    const QString first = office.school.row(children[0]).record.value(Field::Name);
    const QString second = office.school.row(children[1]).record.value(Field::Name);
    QVERIFY(drawn(preview(page)).contains(first));
    click(page, "nextPaper");
    QVERIFY(drawn(preview(page)).contains(second));
    QVERIFY(!child<QToolButton>(&page, "nextPaper")->isEnabled());
    QVERIFY(child<QPushButton>(&page, "print")->isEnabled());
  }

  void aStudentIsFoundByInitialsAndAdded() {
    TestSession office;
    const qint64 id = office.school.enrolChild(1);
    office.session->announceChange();
    PapersPage page(*office.session);
    page.show();
    auto* search = child<SearchBox>(&page, "addStudent");
    QTest::keyClicks(search, office.school.row(id).initials);
    QVERIFY(search->resultCount() > 0);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(child<QTableView>(&page, "chosenStudents")->model()->rowCount(), 1);
    QVERIFY(preview(page)->paper() != nullptr);
  }

  void aWholeCohortIsAddedOnce() {
    TestSession office;
    for (int i = 1; i <= 3; ++i)
      office.school.enrolChild(i);
    PapersPage page(*office.session);
    page.show();
    auto* cohorts = child<QComboBox>(&page, "addCohort");
    const int row = cohorts->findData(2024);
    QVERIFY(row > 0);
    for (int twice = 0; twice < 2; ++twice) {
      cohorts->setCurrentIndex(row);
      emit cohorts->activated(row);
    }
    auto* table = child<QTableView>(&page, "chosenStudents");
    QCOMPARE(table->model()->rowCount(), 3);
    table->selectRow(1);
    click(page, "removeStudent");
    QCOMPARE(table->model()->rowCount(), 2);
    click(page, "clearStudents");
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(preview(page)->paper() == nullptr);
  }

  void fullNumbersNeedAPurpose() {
    TestSession office;
    const qint64 id = office.school.enrolChild(1);
    const QString number = office.school.row(id).record.value(Field::IdDocumentNumber);
    PapersPage page(*office.session);
    page.show();
    page.open(listOf({id}));
    QVERIFY(!drawn(preview(page)).contains(number));
    auto* full = child<QCheckBox>(&page, "fullNumbers");
    full->click(); // the person gives no reason
    QVERIFY(!full->isChecked());
    QVERIFY(!drawn(preview(page)).contains(number));
    office.dialogs.texts = {kPurpose};
    full->click();
    QVERIFY(full->isChecked());
    QVERIFY(drawn(preview(page)).contains(number));
    QVERIFY(drawn(preview(page)).contains(kPurpose));
    child<QComboBox>(&page, "purpose")->setEditText(QString());
    QTRY_VERIFY(!child<QPushButton>(&page, "print")->isEnabled());
    QVERIFY2(!drawn(preview(page)).contains(number), "without a purpose the numbers are masked again");
  }

  void eachPrintIsNumberedAndLogged() {
    TestSession office;
    const QList<qint64> children{office.school.enrolChild(1), office.school.enrolChild(2)};
    PapersPage page(*office.session);
    page.show();
    page.open(listOf(children));
    child<QComboBox>(&page, "purpose")->setEditText(kPurpose);
    QSignalSpy said(&page, &Page::said);
    page.print();
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, kWaitMs);
    QCOMPARE(office.dialogs.pagesPrinted, 2);
    const QStringList lines = printed(office);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.first().contains(kPurpose), qPrintable(lines.first()));
    QVERIFY(lines.first().contains(QStringLiteral("masked")));
  }

  void aPrincipalPrintsAListButSavesNone() {
    SignedIn person(QStringLiteral("李娜"));
    person.place.enrolChild(1);
    person.place.addUser("李娜", Role::Principal);
    PapersPage page(person.begin());
    page.show();
    child<QRadioButton>(&page, "paper_roster")->click();
    click(page, "print");
    QTRY_VERIFY_WITH_TIMEOUT(person.dialogs.pagesPrinted == 1 && isIdle(page), kWaitMs);
    const QString path = person.place.path(QStringLiteral("list.pdf"));
    person.dialogs.paths = {path};
    click(page, "saveOne");
    QVERIFY(isIdle(page));
    QCOMPARE(person.dialogs.paths.size(), 1); // no name was asked for
    QVERIFY(!QFile::exists(path));
  }

  void wholeNumbersOfMoreThanFiftyChildrenAskForASecondPerson() {
    TestSession office;
    QList<StudentRecord> records;
    QList<qint64> children;
    for (int number = 1; number <= 51; ++number) {
      records << madeChild(number);
      children << number;
    }
    office.school.enrolAll(records);
    office.school.addUser("李娜", Role::Principal);
    PapersPage page(*office.session);
    page.show();
    page.open(listOf(children));
    child<QComboBox>(&page, "purpose")->setEditText(kPurpose);
    child<QCheckBox>(&page, "fullNumbers")->click();
    const QString path = office.school.path(QStringLiteral("all.pdf"));
    const auto save = [&] {
      office.dialogs.asked.clear();
      office.dialogs.paths = {path};
      click(page, "saveOne");
    };
    save(); // nobody else is there
    QTRY_VERIFY_WITH_TIMEOUT(office.dialogs.asked.size() == 2 && isIdle(page), kWaitMs);
    QVERIFY(!QFile::exists(path));
    office.dialogs.witnesses = {{QStringLiteral("李娜"), QStringLiteral("Wrong-2024")},
                                {QStringLiteral("李娜"), QString::fromLatin1(kPassword)}};
    save();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && isIdle(page), 2 * kWaitMs);
    QCOMPARE(office.dialogs.asked.size(), 3); // file, witness, witness again
    office.dialogs.witnesses = {{QStringLiteral("李娜"), QString::fromLatin1(kPassword)}};
    click(page, "print");
    QTRY_VERIFY_WITH_TIMEOUT(office.dialogs.pagesPrinted == 51 && isIdle(page), 2 * kWaitMs);
    const QStringList log = office.school.logLines();
    QCOMPARE(log.filter(QRegularExpression(QStringLiteral("^export student:\\d+ .* full witness=2 "))).size(), 51);
    QCOMPARE(log.filter(QRegularExpression(QStringLiteral("^print student:\\d+ .* full witness=2 "))).size(), 51);
  }

  void oneFileOrOneForEach() {
    TestSession office;
    const QList<qint64> children{office.school.enrolChild(1), office.school.enrolChild(2)};
    PapersPage page(*office.session);
    page.show();
    page.open(listOf(children));
    const QString path = office.school.path(QStringLiteral("all.pdf"));
    office.dialogs.paths = {path};
    click(page, "saveOne");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && isIdle(page), kWaitMs);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    QVERIFY(QDir().mkpath(office.school.path(QStringLiteral("each"))));
    office.dialogs.paths = {office.school.path(QStringLiteral("each"))};
    click(page, "saveEach");
    const QDir folder(office.school.path(QStringLiteral("each")));
    QTRY_VERIFY_WITH_TIMEOUT(folder.entryList({QStringLiteral("*.pdf")}).size() == 2 && isIdle(page), kWaitMs);
    QCOMPARE(printed(office).size(), 4);
  }

  void theRosterOfACohortIsOnePaper() {
    TestSession office;
    for (int i = 1; i <= 40; ++i)
      office.school.enrolChild(i);
    PapersPage page(*office.session);
    page.resize(1200, 700);
    page.show();
    click(page, "paper_roster");
    QVERIFY(preview(page)->paper() != nullptr);
    QVERIFY(preview(page)->pageCount() > 1);
    QVERIFY(child<QPushButton>(&page, "saveEach")->isHidden());
    click(page, "nextPage");
    QCOMPARE(preview(page)->page(), 1);
    QTest::keyClick(preview(page), Qt::Key_PageUp);
    QTest::keyClick(preview(page), Qt::Key_PageUp);
    QCOMPARE(preview(page)->page(), 0);
    page.print();
    QTRY_COMPARE_WITH_TIMEOUT(office.dialogs.pagesPrinted, preview(page)->pageCount(), kWaitMs);
    QCOMPARE(printed(office).size(), 1);
  }

  void thePreviewZooms() {
    TestSession office;
    const qint64 id = office.school.enrolChild(1);
    PapersPage page(*office.session);
    page.resize(1200, 700);
    page.show();
    page.open(listOf({id}));
    auto* shown = preview(page);
    const double fitting = shown->zoom();
    QTest::keyClick(shown, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(shown->zoom() > fitting);
    const auto* sheet = child<QWidget>(&page, "paperSheet");
    QVERIFY(std::abs(sheet->width() / double(sheet->height()) - 210.0 / 297.0) < 0.01);
    QTest::keyClick(shown, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(shown->zoom(), fitting);
  }

  void whatHasNoGlyphIsNamedBeforeAnythingIsPrinted() {
    TestSession office;
    const char32_t unassigned = 0x3FFFD;
    StudentRow row = office.school.row(office.school.enrolChild(1));
    const QString rare = QString::fromUcs4(&unassigned, 1);
    office.school.setPastTheRules(row.id, Field::Talents, QStringLiteral("王") + rare);
    PapersPage page(*office.session);
    page.show();
    page.open(listOf({row.id}));
    const auto says = [&page](const QString& text) {
      const auto notices = page.findChildren<Notice*>();
      return std::any_of(notices.begin(), notices.end(), [&](const Notice* n) { return n->text().contains(text); });
    };
    QVERIFY(says(rare));
    page.print();
    QTRY_VERIFY_WITH_TIMEOUT(!office.dialogs.asked.isEmpty() && isIdle(page), kWaitMs);
    QCOMPARE(office.dialogs.pagesPrinted, 0);
    QCOMPARE(office.dialogs.asked.last(), PaperRun::tr("Characters without a glyph"));
    const QString file = office.school.path(QStringLiteral("rare.pdf"));
    const auto before = office.dialogs.asked.size();
    office.dialogs.paths = {file};
    click(page, "saveOne"); // not answered: nothing is made
    QTRY_COMPARE_WITH_TIMEOUT(office.dialogs.asked.size(), before + 1, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(page), kWaitMs);
    QVERIFY(!QFile::exists(file));
    QCOMPARE(printed(office), QStringList());
    office.dialogs.answers = {0, 0};
    office.dialogs.paths = {file};
    click(page, "saveOne");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file) && isIdle(page), kWaitMs);
    page.print();
    QTRY_COMPARE_WITH_TIMEOUT(office.dialogs.pagesPrinted, 1, kWaitMs);
  }

  void theChosenAreASoundModel() {
    TestSession office;
    ChosenStudents model(office.session->office());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<qint64> children{office.school.enrolChild(1), office.school.enrolChild(2)};
    QCOMPARE(model.add(children), 2);
    QCOMPARE(model.add(children), 0);
    QCOMPARE(model.ids(), children);
    const QString number = office.school.row(children[0]).studentNumber;
    QVERIFY2(model.index(0, ChosenStudents::Number).data().toString() != number, "numbers are masked");
    model.remove(0);
    QCOMPARE(model.ids(), children.mid(1));
    model.reload();
    QCOMPARE(model.rowCount(), 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
  }

  void everyControlHasItsNames() {
    TestSession office;
    PapersPage page(*office.session);
    QCOMPARE(namelessControls(&page), QStringList());
  }
};

QTEST_MAIN(TestPapersPage)
#include "papers_page_test.moc"
