// The list of students: windowed, masked, narrowed, sorted by the store, kept as the person left it.
#include "register/acts.h"
#include "signed_in.h"
#include "support/made_child.h"

#include "ui/students/filter_bar.h"
#include "ui/students/student_table_model.h"
#include "ui/students/student_view.h"
#include "ui/students/students_page.h"
#include "ui/widgets/choice_box.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace xueji;
using namespace xueji::test;

namespace {

constexpr auto kRoster = XUEJI_TEST_DATA "/rosters/demo_grade1.xlsx";

QString cellOf(const StudentTableModel& model, int row, const char* column) {
  for (int i = 0; i < model.columnCount(); ++i)
    if (model.columns()[i].id == QLatin1String(column))
      return model.text(row, i);
  return QStringLiteral("(column not shown)");
}

} // namespace

class StudentsListTest : public QObject {
  Q_OBJECT

private slots:
  void aModelOverTheRegisterBehavesAsQtExpects();
  void onlyAFewPagesAreEverInMemory();
  void aPageIsReadAgainAfterItWasForgotten();
  void numbersAndPhonesAreMasked();
  void theSortShownIsTheSortOfTheStore();
  void whatIsTypedNarrowsTheList_data();
  void whatIsTypedNarrowsTheList();
  void aCohortOfTheHomePageIsShown();
  void filtersStandAsChipsAndGoWithAClick();
  void enterOpensTheRecord();
  void theChosenArePrinted();
  void aBlockForASpreadsheetIsMaskedAndLogged();
  void columnsStayAsThePersonLeftThem();
  void settingsHoldNothingOfAChild();
  void selectionStaysWhenTheRegisterChanges();
  void anEmptyRegisterOffersTheImport();
  void anExportWithFullNumbersAsksForThePurpose();
  void moreThanFiftyInFullAskForASecondPerson();
  void aHelperSeesMaskedRowsAndNoColumnOfHealth();
  void aHelperExportsNothing();

private:
  static StudentTableModel& modelOf(StudentsPage& page) { return *page.findChild<StudentTableModel*>(); }
  static StudentView& viewOf(StudentsPage& page) { return *page.findChild<StudentView*>(); }
  static void type(StudentsPage& page, const QString& text) {
    auto* field = page.findChild<QLineEdit*>(QStringLiteral("filterText"));
    field->clear();
    typeInto(field, text);
    QTest::keyClick(field, Qt::Key_Tab);
    QTRY_COMPARE(modelOf(page).query().text, text);
  }
  static void fill(SignedIn& person) { person.place.import(QString::fromLatin1(kRoster)); }
};

void StudentsListTest::aModelOverTheRegisterBehavesAsQtExpects() {
  SignedIn person;
  fill(person);
  Session& session = person.begin();
  StudentTableModel model(session.office(), Language::Chinese);
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.setQuery({});
  QVERIFY(model.rowCount() > 60);
  model.sort(3, Qt::DescendingOrder);
  StudentQuery girls;
  girls.sex = QStringLiteral("2");
  model.setQuery(girls);
  QVERIFY(model.rowCount() > 0);
  model.setColumns({QStringLiteral("name"), QStringLiteral("pinyin")});
  QCOMPARE(model.columnCount(), 2);
}

void StudentsListTest::onlyAFewPagesAreEverInMemory() {
  SignedIn person;
  {
    QList<StudentRecord> children;
    for (int number = 0; number < 2000; ++number)
      children << madeChild(number);
    person.place.enrolAll(children);
  }
  Session& session = person.begin();
  StudentTableModel model(session.office(), Language::Chinese);
  model.setQuery({});
  QCOMPARE(model.rowCount(), 2000);
  QCOMPARE(model.window().pagesRead(), 0); // counting reads no student
  model.data(model.index(1950, 0));
  QCOMPARE(model.window().pagesRead(), 1);
  QSet<qint64> seen;
  for (int row = 0; row < model.rowCount(); ++row)
    seen.insert(model.studentAt(row));
  QCOMPARE(seen.size(), 2000);
  QCOMPARE(model.window().pagesKept(), int(StudentWindow::kKeptPages));
}

void StudentsListTest::aPageIsReadAgainAfterItWasForgotten() {
  SignedIn person;
  const qint64 child = person.place.enrolChild(3);
  Session& session = person.begin();
  StudentTableModel model(session.office(), Language::Chinese);
  model.setQuery({});
  QCOMPARE(model.studentAt(0), child);
  QCOMPARE(cellOf(model, 0, "member1_name"), madeChild(3).value(Field::Member1Name));
  Correction wish;
  wish.student = child;
  wish.revision = session.store().tables().students().byId(child).value()->revision;
  wish.values.insert(Field::Member1Name, QStringLiteral("赵立新"));
  XUEJI_OK(correct(session.office(), wish));
  QCOMPARE(cellOf(model, 0, "member1_name"), madeChild(3).value(Field::Member1Name));
  model.reload();
  QCOMPARE(cellOf(model, 0, "member1_name"), QStringLiteral("赵立新"));
}

void StudentsListTest::numbersAndPhonesAreMasked() {
  SignedIn person;
  person.place.enrolChild(3);
  Session& session = person.begin();
  StudentTableModel model(session.office(), Language::Chinese);
  model.setQuery({});
  const QString identity = madeChild(3).value(Field::IdDocumentNumber);
  QCOMPARE(cellOf(model, 0, "id_document_number"), identity.left(2) + QString(14, u'*') + identity.right(2));
  QVERIFY(cellOf(model, 0, "student_number").contains(QLatin1String("****")));
  QCOMPARE(cellOf(model, 0, "phone"), QStringLiteral("139****0003"));
  QCOMPARE(cellOf(model, 0, "status"), QStringLiteral("在读"));
}

void StudentsListTest::theSortShownIsTheSortOfTheStore() {
  SignedIn person;
  fill(person);
  Session& session = person.begin();
  StudentsPage page(session);
  page.open({});
  StudentTableModel& model = modelOf(page);
  StudentView& view = viewOf(page);
  const int column = view.columnsSeen().indexOf(QStringLiteral("birth_date"));
  emit view.horizontalHeader()->sectionClicked(column);
  QCOMPARE(model.query().sort, StudentSort::BirthDate);
  QCOMPARE(view.horizontalHeader()->sortIndicatorSection(), column);
  for (int row = 1; row < model.rowCount(); ++row)
    QVERIFY(cellOf(model, row - 1, "birth_date") <= cellOf(model, row, "birth_date"));
  emit view.horizontalHeader()->sectionClicked(column);
  QCOMPARE(view.horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
  QVERIFY(cellOf(model, 0, "birth_date") >= cellOf(model, model.rowCount() - 1, "birth_date"));
  // A column the store cannot sort by leaves the order alone.
  emit view.horizontalHeader()->sectionClicked(view.columnsSeen().indexOf(QStringLiteral("member1_name")));
  QCOMPARE(model.query().sort, StudentSort::BirthDate);
  QCOMPARE(view.horizontalHeader()->sortIndicatorSection(), column);
}

void StudentsListTest::whatIsTypedNarrowsTheList_data() {
  QTest::addColumn<QString>("typed");
  QTest::newRow("name") << QStringLiteral("欧阳梓晗");
  QTest::newRow("inside the name") << QStringLiteral("梓晗");
  QTest::newRow("pinyin") << QStringLiteral("ouyangzi");
  QTest::newRow("initials") << QStringLiteral("oyzh");
  QTest::newRow("identity number") << QStringLiteral("132232201802074305");
}

void StudentsListTest::whatIsTypedNarrowsTheList() {
  QFETCH(QString, typed);
  SignedIn person;
  fill(person);
  StudentsPage page(person.begin());
  page.open({});
  const int everybody = modelOf(page).rowCount();
  type(page, typed);
  QVERIFY(modelOf(page).rowCount() >= 1);
  QVERIFY(modelOf(page).rowCount() < everybody);
  bool found = false;
  for (int row = 0; row < modelOf(page).rowCount(); ++row)
    found = found || cellOf(modelOf(page), row, "name") == QStringLiteral("欧阳梓晗");
  QVERIFY(found);
  QVERIFY(page.escape());
  QCOMPARE(modelOf(page).rowCount(), everybody);
}

void StudentsListTest::aCohortOfTheHomePageIsShown() {
  SignedIn person;
  fill(person);
  Session& session = person.begin();
  StudentsPage page(session);
  page.open({});
  const QList<int> years = session.store().tables().students().entryYears().value_or(QList<int>());
  QVERIFY(!years.isEmpty());
  type(page, QStringLiteral("nobody"));
  page.open(years.first());
  QCOMPARE(modelOf(page).query().entryYears, QSet<int>{years.first()});
  QVERIFY(modelOf(page).query().text.isEmpty());
  QVERIFY(modelOf(page).rowCount() >= 1);
}

void StudentsListTest::filtersStandAsChipsAndGoWithAClick() {
  SignedIn person;
  fill(person);
  StudentsPage page(person.begin());
  page.resize(1200, 600);
  page.show();
  page.open({});
  const int everybody = modelOf(page).rowCount();
  auto* sex = page.findChild<ChoiceBox*>(QStringLiteral("filterSex"));
  sex->setFocus();
  typeInto(sex, QStringLiteral("2"));
  QTest::keyClick(sex, Qt::Key_Return);
  QCOMPARE(modelOf(page).query().sex, QStringLiteral("2"));
  const int girls = modelOf(page).rowCount();
  QVERIFY(girls > 0 && girls < everybody);
  QVERIFY(page.statusText().contains(QString::number(girls)));
  QVERIFY(page.statusText().contains(QString::number(everybody)));
  const auto chips = page.findChild<FilterChips*>()->findChildren<QPushButton*>();
  QCOMPARE(chips.size(), 1);
  QVERIFY(chips.first()->text().startsWith(QStringLiteral("女")));
  chips.first()->click();
  QCOMPARE(modelOf(page).rowCount(), everybody);
  QVERIFY(sex->value().isEmpty());
  // Something that is no choice is no filter.
  typeInto(sex, QStringLiteral("xyz"));
  QTest::keyClick(sex, Qt::Key_Tab);
  QCOMPARE(modelOf(page).rowCount(), everybody);
}

void StudentsListTest::enterOpensTheRecord() {
  SignedIn person;
  const qint64 child = person.place.enrolChild(3);
  Session& session = person.begin();
  QSignalSpy wanted(&session, &Session::pageWanted);
  StudentsPage page(session);
  page.open({});
  viewOf(page).choose({0});
  QTest::keyClick(&viewOf(page), Qt::Key_Return);
  QCOMPARE(wanted.size(), 1);
  QCOMPARE(wanted.first()[0].toString(), QString::fromLatin1(place::kRecord));
  QCOMPARE(wanted.first()[1].value<QVariant>().toLongLong(), child);
}

void StudentsListTest::theChosenArePrinted() {
  SignedIn person;
  fill(person);
  Session& session = person.begin();
  QSignalSpy wanted(&session, &Session::pageWanted);
  StudentsPage page(session);
  page.open({});
  QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("printChosen"))->isEnabled());
  viewOf(page).choose({1, 2, 5});
  QVERIFY(page.statusText().contains(QLatin1Char('3')));
  page.print();
  QCOMPARE(wanted.size(), 1);
  QCOMPARE(wanted.first()[0].toString(), QString::fromLatin1(place::kPapers));
  const auto students = wanted.first()[1].value<QVariant>().value<QList<qint64>>();
  const QList<qint64> expected{modelOf(page).studentAt(1), modelOf(page).studentAt(2), modelOf(page).studentAt(5)};
  QCOMPARE(students, expected);
}

void StudentsListTest::aBlockForASpreadsheetIsMaskedAndLogged() {
  SignedIn person;
  person.place.enrolChild(3);
  person.place.enrolChild(4);
  {
    StudentsPage page(person.begin());
    page.open({});
    viewOf(page).choose({0, 1});
    QTest::keySequence(&viewOf(page), QKeySequence::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(QStringLiteral("姓名\t")));
    QCOMPARE(lines[1].count(QLatin1Char('\t')), lines[0].count(QLatin1Char('\t')));
    QVERIFY(!lines.join(QLatin1Char(' ')).contains(madeChild(3).value(Field::IdDocumentNumber)));
    QVERIFY(!lines.join(QLatin1Char(' ')).contains(madeChild(3).value(Field::Phone)));
  }
  QVERIFY(person.logAfterwards().contains(QStringLiteral("export students clipboard rows=2")));
}

void StudentsListTest::columnsStayAsThePersonLeftThem() {
  SignedIn person;
  fill(person);
  Session& session = person.begin();
  {
    StudentsPage page(session);
    page.open({});
    QHeaderView* header = viewOf(page).horizontalHeader();
    header->moveSection(0, 2);
    header->resizeSection(0, 177);
  }
  StudentsPage again(session);
  again.open({});
  QCOMPARE(viewOf(again).columnsSeen().indexOf(QStringLiteral("name")), 2);
  const int name = again.findChild<StudentView*>()->horizontalHeader()->logicalIndex(2);
  QCOMPARE(viewOf(again).columnWidth(name), 177);
  // Settings of another version, or damaged ones, do no harm.
  QCOMPARE(ColumnChoice::fromLayout("{\"columns\":[\"gone\",\"sex\",\"sex\"],\"widths\":{\"sex\":99999}}").ids,
           QStringList({QStringLiteral("name"), QStringLiteral("sex")}));
  QCOMPARE(ColumnChoice::fromLayout("rubbish").ids, ColumnChoice::initial().ids);
}

void StudentsListTest::settingsHoldNothingOfAChild() {
  SignedIn person;
  person.place.enrolChild(3);
  {
    StudentsPage page(person.begin());
    page.open({});
    type(page, madeChild(3).value(Field::Name));
    viewOf(page).horizontalHeader()->resizeSection(0, 150);
  }
  const QByteArray kept = person.preferences().layoutOf(QStringLiteral("students"));
  QVERIFY(kept.contains("150"));
  QVERIFY(!kept.contains(madeChild(3).value(Field::Name).toUtf8()));
}

void StudentsListTest::selectionStaysWhenTheRegisterChanges() {
  SignedIn person;
  fill(person);
  Session& session = person.begin();
  StudentsPage page(session);
  page.open({});
  viewOf(page).choose({4, 7});
  const QList<qint64> chosen = viewOf(page).chosenStudents();
  Correction wish;
  wish.student = chosen.first();
  wish.revision = session.store().tables().students().byId(chosen.first()).value()->revision;
  wish.values.insert(Field::Talents, QStringLiteral("围棋"));
  XUEJI_OK(correct(session.office(), wish));
  page.refresh();
  QCOMPARE(viewOf(page).chosenStudents(), chosen);
  type(page, QStringLiteral("no such child"));
  QCOMPARE(viewOf(page).chosenCount(), 0);
}

void StudentsListTest::anEmptyRegisterOffersTheImport() {
  SignedIn person;
  Session& session = person.begin();
  QSignalSpy wanted(&session, &Session::pageWanted);
  StudentsPage page(session);
  page.resize(1200, 600);
  page.show();
  page.open({});
  auto* empty = page.findChild<QWidget*>(QStringLiteral("noStudents"));
  QVERIFY(empty->isVisible());
  empty->findChild<QPushButton*>()->click();
  QCOMPARE(wanted.size(), 1);
  QCOMPARE(wanted.first()[0].toString(), QString::fromLatin1(place::kImport));
}

void StudentsListTest::anExportWithFullNumbersAsksForThePurpose() {
  SignedIn person;
  const qint64 child = person.place.enrolChild(3);
  Q_UNUSED(child)
  Session& session = person.begin();
  StudentsPage page(session);
  page.open({});
  QSignalSpy said(&page, &Page::said);
  auto* button = page.findChild<QPushButton*>(QStringLiteral("exportList"));
  const QByteArray identity = madeChild(3).value(Field::IdDocumentNumber).toUtf8();
  const auto read = [&](const QString& name) {
    QFile file(person.place.path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  };

  person.dialogs.answers = {0};
  person.dialogs.paths = {person.place.path(QStringLiteral("masked.csv"))};
  button->click();
  QTRY_COMPARE(said.size(), 1);
  QVERIFY(!read(QStringLiteral("masked.csv")).isEmpty());
  QVERIFY(!read(QStringLiteral("masked.csv")).contains(identity));

  person.dialogs.answers = {1};
  person.dialogs.texts = {QStringLiteral("报教育局核对")};
  person.dialogs.paths = {person.place.path(QStringLiteral("full.csv"))};
  button->click();
  QTRY_COMPARE(said.size(), 2);
  QVERIFY(read(QStringLiteral("full.csv")).contains(identity));

  person.dialogs.answers = {1}; // in full, but no purpose: nothing is written
  person.dialogs.paths = {person.place.path(QStringLiteral("none.csv"))};
  button->click();
  QVERIFY(!session.jobs().isBusy());
  QVERIFY(read(QStringLiteral("none.csv")).isEmpty());
}

void StudentsListTest::moreThanFiftyInFullAskForASecondPerson() {
  SignedIn person;
  QList<StudentRecord> records;
  for (int number = 1; number <= 51; ++number)
    records << madeChild(number);
  person.place.enrolAll(records);
  person.place.addUser("李娜", Role::Principal);
  StudentsPage page(person.begin());
  page.open({});
  QSignalSpy said(&page, &Page::said);
  const QString path = person.place.path(QStringLiteral("full.csv"));
  const auto write = [&] {
    person.dialogs.answers = {1};
    person.dialogs.texts = {QStringLiteral("报教育局核对")};
    person.dialogs.paths = {path};
    person.dialogs.asked.clear();
    page.findChild<QPushButton*>(QStringLiteral("exportList"))->click();
  };
  write(); // nobody else is there
  QTRY_COMPARE(person.dialogs.asked.size(), 4);
  QVERIFY(!QFile::exists(path));
  person.dialogs.witnesses = {{QStringLiteral("李娜"), QString::fromLatin1(kPassword)}};
  write();
  QTRY_COMPARE(said.size(), 1);
  QVERIFY(QFile::exists(path));
}

void StudentsListTest::aHelperSeesMaskedRowsAndNoColumnOfHealth() {
  SignedIn person(QStringLiteral("李老师"));
  const qint64 student = person.place.enrolChild(3);
  const StudentRow whole = person.place.row(student);
  person.place.addUser("李老师", Role::Helper);
  StudentTableModel model(person.begin().office(), Language::Chinese);
  model.setColumns({QStringLiteral("name"), QStringLiteral("disability"), QStringLiteral("aid_requested"),
                    QStringLiteral("current_address"), QStringLiteral("class")});
  model.setQuery({});
  QCOMPARE(model.columnCount(), 3);
  QCOMPARE(model.text(0, 0), whole.record.value(Field::Name));
  QVERIFY(model.text(0, 1).contains(QLatin1Char('*')));
  StudentQuery query;
  query.sort = StudentSort::IdentityNumber;
  model.setQuery(query);
  QCOMPARE(model.query().sort, StudentSort::Name);
}

void StudentsListTest::aHelperExportsNothing() {
  SignedIn person(QStringLiteral("李老师"));
  person.place.enrolChild(3);
  person.place.addUser("李老师", Role::Helper);
  StudentsPage page(person.begin());
  page.open({});
  viewOf(page).choose({0});
  QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("exportList"))->isEnabled());
  QGuiApplication::clipboard()->setText(QStringLiteral("before"));
  QSignalSpy failed(&page, &Page::failed);
  QTest::keySequence(&viewOf(page), QKeySequence::Copy);
  QCOMPARE(failed.size(), 1);
  QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
}

QTEST_MAIN(StudentsListTest)
#include "store/tables.h"
#include "students_list_test.moc"
