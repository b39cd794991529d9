// Classes at the window: what the import asks for before it places children, and a child placed on its own page.

#include "register/class_acts.h"
#include "support/made_child.h"
#include "ui/enrolment/import_draft.h"
#include "ui/enrolment/import_page.h"
#include "ui/import_session.h"
#include "ui/records/record_page.h"
#include "ui/students/students_page.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/date_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTimeZone>

using namespace xueji;
using namespace xueji::test;

namespace {

const SeenPaper kProtocol{
    kDrawProtocol, QStringLiteral("第3号"), QStringLiteral("示范小学"), {}, QDate(2024, 8, 30), {}};

constexpr int kWaitMs = 30000;

QString rosterWithClasses(TestRegister& school) {
  QList<StudentRecord> children;
  for (int number = 0; number < 3; ++number) {
    children << madeChild(number);
    children.last().setValue(Field::Class, QStringLiteral("%1班").arg(number % 2 + 1));
  }
  return school.writeCsv(QStringLiteral("classes.csv"), linesOf(children));
}

} // namespace

class TestClassesPage : public QObject {
  Q_OBJECT

private:
  static QPushButton* next(const QWidget& page) { return child<QPushButton>(&page, "importNext"); }
  static void goToColumns(ImportPage& page, TestSession& office, const QString& path) {
    office.dialogs.paths = {path};
    child<QPushButton>(&page, "chooseFile")->click();
    QTRY_VERIFY_WITH_TIMEOUT(next(page)->isEnabled(), kWaitMs);
    next(page)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.step(), 1, kWaitMs);
  }

private slots:
  void aFirstGradeIsPlacedByItsProtocol() {
    TestSession office;
    ImportPage page(*office.session);
    page.show();
    goToColumns(page, office, rosterWithClasses(office.school));
    const ImportDraft* draft = page.findChild<ImportDraft*>();
    QCOMPARE(draft->plan()->awaitingDraw, 3);
    QVERIFY(child<QLabel>(&page, "drawText")->isVisible());
    QVERIFY(child<QLabel>(&page, "drawText")->text().contains(QStringLiteral("3")));
    QVERIFY2(!child<QLabel>(&page, "missingClasses")->isVisible(), "classes are asked for when the draw is known");
    auto* place = child<QPushButton>(&page, "placeByDraw");
    QVERIFY(!place->isEnabled());
    child<QLineEdit>(&page, "drawNumber")->setText(QStringLiteral("2024-3"));
    child<QLineEdit>(&page, "drawIssuer")->setText(QStringLiteral("示范小学"));
    QVERIFY2(!place->isEnabled(), "a protocol has a day");
    QTest::keyClicks(child<DateEdit>(&page, "drawIssued"), QStringLiteral("20240830"));
    QVERIFY(place->isEnabled());
    place->click();
    QTRY_VERIFY_WITH_TIMEOUT(draft->plan() && draft->plan()->newClasses.size() == 2, kWaitMs);
    QVERIFY(child<QLabel>(&page, "missingClasses")->isVisible());
    QVERIFY(child<QLabel>(&page, "missingClasses")->text().contains(QStringLiteral("一年级(1)班")));
    child<QCheckBox>(&page, "makeClasses")->click();
    QTRY_VERIFY_WITH_TIMEOUT(draft->plan() && draft->plan()->options.makeClasses, kWaitMs);
    QCOMPARE(page.step(), 1);
    next(page)->click();
    QCOMPARE(page.step(), 2);
    QVERIFY(next(page)->isEnabled());
    next(page)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.step(), 4, kWaitMs);
    QCOMPARE(draft->result()->classes, 2);
    StudentQuery waiting;
    waiting.placed = false;
    QCOMPARE(office.school.store().tables().students().count(waiting).value_or(-1), 0);
    QCOMPARE(namelessControls(&page), QStringList());
  }

  void aChoiceMadeWhileTheRosterIsJudgedHolds() {
    TestSession office;
    ImportPage page(*office.session);
    page.show();
    goToColumns(page, office, rosterWithClasses(office.school));
    const ImportDraft* draft = page.findChild<ImportDraft*>();
    QTRY_VERIFY_WITH_TIMEOUT(draft->plan(), kWaitMs);
    child<QLineEdit>(&page, "drawNumber")->setText(QStringLiteral("2024-3"));
    child<QLineEdit>(&page, "drawIssuer")->setText(QStringLiteral("示范小学"));
    QTest::keyClicks(child<DateEdit>(&page, "drawIssued"), QStringLiteral("20240830"));
    auto* makes = child<QCheckBox>(&page, "makeClasses");
    makes->setChecked(true);
    QCOMPARE(draft->work(), ImportDraft::Work::Judging);
    makes->setChecked(false);
    makes->setChecked(true);
    makes->setChecked(false);
    QTRY_VERIFY_WITH_TIMEOUT(draft->plan(), kWaitMs);
    QCOMPARE(draft->problem(), QString());
    QVERIFY(!draft->plan()->options.makeClasses);
    QVERIFY(!makes->isChecked());
  }

  void anotherRosterDoesNotTakeOverTheChoices() {
    TestSession office;
    const QString roster = rosterWithClasses(office.school);
    QList<StudentRecord> others{madeChild(7)};
    others.last().setValue(Field::Class, QStringLiteral("3班"));
    const QString second = office.school.writeCsv(QStringLiteral("second.csv"), linesOf(others));
    ImportPage page(*office.session);
    page.show();
    goToColumns(page, office, roster);
    const ImportDraft* draft = page.findChild<ImportDraft*>();
    QTRY_VERIFY_WITH_TIMEOUT(draft->plan(), kWaitMs);
    child<QLineEdit>(&page, "drawNumber")->setText(QStringLiteral("2024-3"));
    child<QLineEdit>(&page, "drawIssuer")->setText(QStringLiteral("示范小学"));
    QTest::keyClicks(child<DateEdit>(&page, "drawIssued"), QStringLiteral("20240830"));
    child<QCheckBox>(&page, "makeClasses")->setChecked(true);
    QTRY_VERIFY_WITH_TIMEOUT(draft->plan(), kWaitMs);
    QVERIFY(draft->plan()->options.drawProtocol);
    child<QPushButton>(&page, "importBack")->click();
    goToColumns(page, office, second);
    QTRY_VERIFY_WITH_TIMEOUT(draft->plan(), kWaitMs);
    QVERIFY(!draft->plan()->options.makeClasses);
    QVERIFY(!draft->plan()->options.drawProtocol);
    QCOMPARE(child<QLineEdit>(&page, "drawNumber")->text(), QString());
    QVERIFY(!child<QCheckBox>(&page, "makeClasses")->isChecked());
  }

  void whatOnlyPlacesIsNotCalledAnEnrolment() {
    TestSession office;
    const QString roster = rosterWithClasses(office.school);
    office.school.import(roster);
    ImportPage page(*office.session);
    page.show();
    goToColumns(page, office, roster);
    child<QCheckBox>(&page, "makeClasses")->setChecked(true);
    child<QLineEdit>(&page, "drawNumber")->setText(QStringLiteral("2024-3"));
    child<QLineEdit>(&page, "drawIssuer")->setText(QStringLiteral("示范小学"));
    QTest::keyClicks(child<DateEdit>(&page, "drawIssued"), QStringLiteral("20240830"));
    QTRY_VERIFY_WITH_TIMEOUT(page.findChild<ImportDraft*>()->plan(), kWaitMs);
    child<QPushButton>(&page, "placeByDraw")->click();
    const ImportDraft* draft = page.findChild<ImportDraft*>();
    QTRY_VERIFY_WITH_TIMEOUT(draft->plan() && draft->plan()->summary().places == 3, kWaitMs);
    next(page)->click();
    QCOMPARE(next(page)->text(), QStringLiteral("Take over 3 students"));
    next(page)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.step(), 4, kWaitMs);
    QCOMPARE(child<QLabel>(&page, "resultTitle")->text(), QStringLiteral("3 students taken over"));
  }

  void aChildIsPlacedOnItsPage() {
    TestSession office;
    const qint64 student = office.school.enrolChild(1);
    const auto first =
        makeClass(office.school.office(), {Stage::Primary, 2024, 1, ClassKind::Ordinary}, {}, QDate(2024, 9, 1));
    XUEJI_OK(first);
    XUEJI_OK(makeClass(office.school.office(), {Stage::Primary, 2023, 1, ClassKind::Ordinary}, {}, QDate(2023, 9, 1)));
    RecordPage page(*office.session);
    page.show();
    page.open(student);
    child<QPushButton>(&page, "placeStudent")->click();
    auto* choice = child<QComboBox>(&page, "placementClass");
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 1); // not the class of another cohort
    QVERIFY(choice->currentText().contains(QStringLiteral("一年级(1)班")));
    QVERIFY(!page.findChild<QLineEdit*>(QStringLiteral("placementPaperNumber")));
    child<QPushButton>(&page, "placementEnter")->click();
    auto* number = child<QLineEdit>(&page, "placementPaperNumber");
    QVERIFY2(number->isVisible(), "the draw's protocol is asked for");
    QCOMPARE(office.school.row(student).classId, 0);
    number->setText(QStringLiteral("2024-3"));
    child<QLineEdit>(&page, "placementPaperIssuer")->setText(QStringLiteral("示范小学"));
    auto* issued = child<DateEdit>(&page, "placementPaperIssued");
    QTest::keyClicks(issued, QStringLiteral("2024-08-32"));
    page.save(); // Ctrl+S in a panel is the panel's
    QVERIFY2(child<QLabel>(&page, "placementProblem")->isVisible(), "no date is dropped in silence");
    QCOMPARE(office.school.row(student).classId, 0);
    issued->clear();
    QTest::keyClicks(issued, QStringLiteral("20240830"));
    child<QPushButton>(&page, "placementEnter")->click();
    QCOMPARE(office.school.row(student).classId, *first);
    QVERIFY(!choice->isVisible());
    QVERIFY(child<QLabel>(&page, "studentPlace")->text().contains(QStringLiteral("1班")));
    QCOMPARE(namelessControls(&page), QStringList());
  }

  /// A full first grade asks for two papers, each with fields of its own.
  void eachPaperThatIsAskedForHasItsFields() {
    TestSession office;
    const auto first =
        makeClass(office.school.office(), {Stage::Primary, 2024, 1, ClassKind::Ordinary}, {}, QDate(2024, 9, 1));
    XUEJI_OK(first);
    constexpr int kLimit = 45;
    for (int number = 1; number <= kLimit; ++number)
      XUEJI_OK(placeStudent(office.school.office(),
                            {office.school.enrolChild(number), *first, QDate(2024, 9, 1), {}, {kProtocol}}));
    const qint64 last = office.school.enrolChild(kLimit + 1);
    RecordPage page(*office.session);
    page.show();
    page.open(last);
    child<QPushButton>(&page, "placeStudent")->click();
    child<QPushButton>(&page, "placementEnter")->click();
    QCOMPARE(page.focusWidget(), child<QLineEdit>(&page, "placementPaperNumber")); // from the top down
    for (const char* name : {"placementPaper", "placementPaper2"}) {
      const QByteArray fields(name);
      child<QLineEdit>(&page, (fields + "Number").constData())->setText(QStringLiteral("2024-3"));
      child<QLineEdit>(&page, (fields + "Issuer").constData())->setText(QStringLiteral("县教育局"));
      child<DateEdit>(&page, (fields + "Issued").constData())->setText(QStringLiteral("2024-08-30"));
    }
    QCOMPARE(namelessControls(&page), QStringList());
    child<QPushButton>(&page, "placementEnter")->click();
    QCOMPARE(office.school.row(last).classId, *first);
  }

  /// In August the children of September are enrolled and their classes are made; both begin on the first.
  void aClassAheadCanBeChosen() {
    TestSession office;
    office.school.clock.setNow(QDateTime(QDate(2025, 8, 20), QTime(2, 0), QTimeZone::utc()));
    Enrolment enrolment;
    enrolment.record = madeChild(1, 2025);
    enrolment.entryYear = 2025;
    const auto entered = enrol(office.school.office(), enrolment);
    XUEJI_OK(entered);
    const auto first =
        makeClass(office.school.office(), {Stage::Primary, 2025, 1, ClassKind::Ordinary}, {}, QDate(2025, 9, 1));
    XUEJI_OK(first);
    XUEJI_OK(makeClass(office.school.office(), {Stage::Primary, 2025, 2, ClassKind::Ordinary}, {}, QDate(2025, 9, 9)));
    RecordPage page(*office.session);
    page.show();
    page.open(entered->student);
    child<QPushButton>(&page, "placeStudent")->click();
    auto* choice = child<QComboBox>(&page, "placementClass");
    QCOMPARE(choice->count(), 2);
    auto* day = child<DateEdit>(&page, "placementDate");
    QCOMPARE(day->text(), QStringLiteral("2025-09-01"));
    choice->setCurrentIndex(1);
    QCOMPARE(day->text(), QStringLiteral("2025-09-09")); // no sooner than it opens
    choice->setCurrentIndex(0);
    QCOMPARE(day->text(), QStringLiteral("2025-09-01"));
  }

  void onePanelIsOpenAtATimeAndEscapeClosesIt() {
    TestSession office;
    const qint64 student = office.school.enrolChild(1);
    XUEJI_OK(makeClass(office.school.office(), {Stage::Primary, 2024, 1, ClassKind::Ordinary}, {}, QDate(2024, 9, 1)));
    RecordPage page(*office.session);
    page.show();
    page.open(student);
    child<QPushButton>(&page, "placeStudent")->click();
    child<QPushButton>(&page, "placementEnter")->click();
    QTest::keyClicks(child<DateEdit>(&page, "placementPaperIssued"), QStringLiteral("20240830"));
    child<QPushButton>(&page, "issueNumber")->click();
    QVERIFY(!child<QWidget>(&page, "placementPanel")->isVisible());
    QVERIFY(child<QWidget>(&page, "numberPanel")->isVisible());
    child<QPushButton>(&page, "placeStudent")->click();
    QVERIFY(!child<QWidget>(&page, "numberPanel")->isVisible());
    QVERIFY(!page.findChild<DateEdit*>(QStringLiteral("placementPaperIssued"))); // forgotten with the act
    QVERIFY(page.escape());
    QVERIFY(!child<QWidget>(&page, "placementPanel")->isVisible());
    QVERIFY(!page.escape());
  }

  void theListIsNarrowedToAClass() {
    TestSession office;
    const qint64 student = office.school.enrolChild(1);
    office.school.enrolChild(2);
    const auto first =
        makeClass(office.school.office(), {Stage::Primary, 2024, 1, ClassKind::Ordinary}, {}, QDate(2024, 9, 1));
    XUEJI_OK(first);
    XUEJI_OK(placeStudent(office.school.office(), {student,
                                                   *first,
                                                   QDate(2024, 9, 2),
                                                   {},
                                                   {{QStringLiteral("draw_protocol"),
                                                     QStringLiteral("1号"),
                                                     QStringLiteral("示范小学"),
                                                     {},
                                                     QDate(2024, 8, 30),
                                                     {}}}}));
    StudentsPage page(*office.session);
    page.show();
    page.open({});
    page.refresh();
    auto* filter = child<ChoiceBox>(&page, "filterPlaced");
    filter->setValue(QString::number(*first));
    emit filter->valueChanged(filter->value());
    QCOMPARE(filter->text(), QStringLiteral("一年级(1)班"));
    QTRY_COMPARE(page.findChild<QTableView*>()->model()->rowCount(), 1);
  }
};

QTEST_MAIN(TestClassesPage)
#include "classes_page_test.moc"
#include "store/tables.h"
