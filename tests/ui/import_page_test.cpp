// The import page as a person uses it: by its buttons, with the answers laid down.

#include "exchange/sheet_reader.h"
#include "exchange/sheet_writer.h"
#include "register/acts.h"
#include "support/made_child.h"
#include "ui/enrolment/batches_model.h"
#include "ui/enrolment/columns_model.h"
#include "ui/enrolment/findings_model.h"
#include "ui/enrolment/import_draft.h"
#include "ui/enrolment/import_page.h"
#include "ui/enrolment/proof_model.h"
#include "ui/import_session.h"
#include "ui/widgets/notice.h"
#include "ui/words/error_words.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace xueji;
using namespace xueji::test;

namespace {

const QString kRosters = QStringLiteral(XUEJI_TEST_DATA "/rosters/");
const QString kDemo = kRosters + QStringLiteral("demo_grade1.xlsx");
constexpr int kWaitMs = 30000;

/// Sheet rows that the sample's own list of faults says are not enrolled.
int faultyRows() {
  QFile file(kRosters + QStringLiteral("demo_grade1_expected.csv"));
  if (!file.open(QIODevice::ReadOnly))
    qFatal("no list of faults");
  QSet<QString> rows;
  for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
    const QStringList cells = line.split(QLatin1Char(','));
    if (cells.value(3) == QLatin1String("no"))
      rows.insert(cells.first());
  }
  return static_cast<int>(rows.size());
}

} // namespace

class TestImportPage : public QObject {
  Q_OBJECT

private:
  static QPushButton* next(const QWidget& page) { return child<QPushButton>(&page, "importNext"); }
  static bool isIdle(const QWidget& page) { return child<QWidget>(&page, "progress")->isHidden(); }

  /// As the frame does: the visible page hears of every change.
  static void show(ImportPage& page, TestSession& office) {
    connect(office.session.get(), &Session::registerChanged, &page, &Page::refresh);
    page.show();
  }

  template <class Widget>
  static Widget* part(const QWidget& page, const char* name) {
    return child<Widget>(&page, name);
  }

  /// Chooses the file and goes on to the findings.
  static void goToFindings(ImportPage& page, TestSession& office, const QString& path) {
    office.dialogs.paths = {path};
    goOnToFindings(page);
  }
  static void goOnToFindings(ImportPage& page) {
    child<QPushButton>(&page, "chooseFile")->click();
    QTRY_VERIFY_WITH_TIMEOUT(next(page)->isEnabled(), kWaitMs);
    next(page)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.step(), 1, kWaitMs);
    next(page)->click();
    QCOMPARE(page.step(), 2);
  }

  static void enrolGood(ImportPage& page) {
    child<QRadioButton>(&page, "onlyGood")->click();
    QVERIFY(next(page)->isEnabled());
    next(page)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.step(), 4, kWaitMs);
  }

private slots:
  void aRosterBecomesEnrolledChildren() {
    TestSession office;
    ImportPage page(*office.session);
    show(page, office);
    QSignalSpy said(&page, &Page::said);
    QSignalSpy changed(office.session.get(), &Session::registerChanged);
    goToFindings(page, office, kDemo);
    QVERIFY2(!next(page)->isEnabled(), "with faulty rows nothing is enrolled before the person says so");
    enrolGood(page);
    const int enrolled = office.school.store().tables().students().count({}).value_or(-1);
    QVERIFY(enrolled > 100);
    QCOMPARE(child<QLabel>(&page, "resultTitle")->text(), ImportPage::tr("%1 students enrolled").arg(enrolled));
    QVERIFY(!child<QLabel>(&page, "resultText")->text().isEmpty());
    QCOMPARE(said.size(), 1);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY2(isIdle(page), "the finished import is not judged again");
    QCOMPARE(office.session->search().size(), enrolled);
    QCOMPARE(child<QTableView>(&page, "batches")->model()->rowCount(), 0); // the first step looks again when shown
    next(page)->click();
    QCOMPARE(page.step(), 0);
    QCOMPARE(child<QTableView>(&page, "batches")->model()->rowCount(), 1);
  }

  void theNumbersOfTheChoiceAreThoseOfTheFile() {
    TestSession office;
    ImportPage page(*office.session);
    show(page, office);
    goToFindings(page, office, kDemo);
    const ImportDraft* draft = page.findChild<ImportDraft*>();
    const ImportSummary sum = draft->plan()->summary();
    QCOMPARE(sum.refused, faultyRows());
    QVERIFY(child<QLabel>(&page, "findingsSummary")->text().contains(QString::number(sum.enrol)));
    child<QRadioButton>(&page, "onlyGood")->click();
    QVERIFY(next(page)->text().contains(QString::number(sum.enrol)));
    child<QRadioButton>(&page, "allOrNothing")->click();
    QVERIFY(!next(page)->isEnabled());
  }

  void theSameFileAgainChangesNothing() {
    TestSession office;
    ImportPage page(*office.session);
    show(page, office);
    goToFindings(page, office, kDemo);
    enrolGood(page);
    const int acts = office.school.actCount();
    next(page)->click();
    goToFindings(page, office, kDemo);
    QCOMPARE(page.findChild<ImportDraft*>()->plan()->summary().enrol, 0);
    child<QRadioButton>(&page, "onlyGood")->click();
    QVERIFY(!next(page)->isEnabled());
    QCOMPARE(office.school.actCount(), acts);
  }

  void aWholeImportIsTakenBack() {
    TestSession office;
    ImportPage page(*office.session);
    show(page, office);
    goToFindings(page, office, kDemo);
    enrolGood(page);
    office.dialogs.answers = {1};
    child<QPushButton>(&page, "undoImport")->click();
    QVERIFY2(office.school.store().tables().students().count({}).value_or(0) > 0, "the person kept it");
    office.dialogs.answers = {0};
    child<QPushButton>(&page, "undoImport")->click();
    QTRY_COMPARE_WITH_TIMEOUT(office.school.store().tables().students().count({}).value_or(-1), 0, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(&page, "undoImport")->isHidden(), kWaitMs);
    QCOMPARE(office.session->search().size(), 0);
  }

  void anImportThatAnActBuildsOnIsKeptAndTheActNamed() {
    TestSession office;
    ImportPage page(*office.session);
    show(page, office);
    goToFindings(page, office, kDemo);
    enrolGood(page);
    const StudentRow row =
        office.school.store().tables().students().page({}, 0, 1).value_or(QList<StudentRow>()).first();
    Correction correction{row.id, row.revision, {{Field::Talents, QStringLiteral("围棋")}},
                          {},     false,        QStringLiteral("补录")};
    XUEJI_OK(correct(office.session->office(), correction));
    office.dialogs.answers = {0};
    child<QPushButton>(&page, "undoImport")->click();
    auto* notice = child<Notice>(&page, "notice");
    QTRY_VERIFY_WITH_TIMEOUT(!notice->text().isEmpty(), kWaitMs);
    QVERIFY2(notice->text().contains(actName(act_kind::kCorrect)), qPrintable(notice->text()));
    QVERIFY(office.school.store().tables().students().count({}).value_or(0) > 0);
  }

  void anEarlierImportIsTakenBackFromTheList() {
    TestSession office;
    office.school.import(kDemo);
    ImportPage page(*office.session);
    show(page, office);
    auto* table = child<QTableView>(&page, "batches");
    auto* undo = child<QPushButton>(&page, "undoBatch");
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(!undo->isEnabled());
    table->selectRow(0);
    QVERIFY(undo->isEnabled());
    office.dialogs.answers = {0};
    undo->click();
    QTRY_COMPARE_WITH_TIMEOUT(office.school.store().tables().students().count({}).value_or(-1), 0, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(page), kWaitMs);
    table->selectRow(0);
    QVERIFY2(!undo->isEnabled(), "taken back already");
  }

  void anImportOfYesterdayIsTakenBackByTwoPersons() {
    TestSession office;
    office.school.import(kDemo);
    office.school.addUser("李娜", Role::Principal);
    office.school.clock.pass(86400);
    ImportPage page(*office.session);
    show(page, office);
    child<QTableView>(&page, "batches")->selectRow(0);
    office.dialogs.answers = {0};
    child<QPushButton>(&page, "undoBatch")->click(); // the second person is not there
    QVERIFY(isIdle(page));
    QVERIFY(office.school.store().tables().students().count({}).value_or(0) > 0);
    office.dialogs.answers = {0};
    office.dialogs.witnesses = {{QStringLiteral("李娜"), QString::fromLatin1(kPassword)}};
    child<QPushButton>(&page, "undoBatch")->click();
    QTRY_COMPARE_WITH_TIMEOUT(office.school.store().tables().students().count({}).value_or(-1), 0, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(page), kWaitMs);
  }

  void whatCannotBeReadIsSaidInPlace_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray() << ErrorCode::FileEmpty;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << ErrorCode::FileTypeUnknown;
  }
  void whatCannotBeReadIsSaidInPlace() {
    QFETCH(const QByteArray, content);
    QFETCH(const ErrorCode, code);
    TestSession office;
    const QString path = office.school.path(QStringLiteral("roster.xlsx"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    ImportPage page(*office.session);
    show(page, office);
    office.dialogs.paths = {path};
    child<QPushButton>(&page, "chooseFile")->click();
    auto* notice = child<Notice>(&page, "notice");
    QTRY_VERIFY_WITH_TIMEOUT(!notice->text().isEmpty(), kWaitMs);
    QCOMPARE(notice->text(), sentenceFor({code, {path}}));
    QVERIFY(!next(page)->isEnabled());
    QCOMPARE(page.step(), 0);
  }

  void theEncodingOfATextIsShown() {
    TestSession office;
    ImportPage page(*office.session);
    show(page, office);
    office.dialogs.paths = {kRosters + QStringLiteral("demo_grade1_gb18030.csv")};
    child<QPushButton>(&page, "chooseFile")->click();
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(&page, "fileFacts")->text().contains(QStringLiteral("GB18030")), kWaitMs);
  }

  void leavingKeepsTheStepAndCtrlEnterGoesOn() {
    TestSession office;
    ImportPage page(*office.session);
    show(page, office);
    goToFindings(page, office, kDemo);
    QVERIFY(page.leave());
    page.open({});
    QCOMPARE(page.step(), 2);
    QVERIFY(page.escape());
    QCOMPARE(page.step(), 1);
    page.save();
    QCOMPARE(page.step(), 2);
    QVERIFY(page.escape());
    QVERIFY(page.escape());
    QVERIFY2(!page.escape(), "on the first step Esc leaves the page");
  }

  void anotherYearIsJudgedAnew() {
    TestSession office;
    ImportPage page(*office.session);
    show(page, office);
    goToFindings(page, office, kDemo);
    const ImportDraft* draft = page.findChild<ImportDraft*>();
    QCOMPARE(draft->options().effective, QDate(2024, 9, 1));
    page.escape();
    page.escape();
    child<QSpinBox>(&page, "entryYear")->setValue(2025);
    QCOMPARE(draft->options().effective, QDate(2025, 9, 1));
    QVERIFY(draft->plan() == nullptr);
    next(page)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.step(), 1, kWaitMs);
    QCOMPARE(draft->plan()->options.entryYear, 2025);
  }

  void whatTwoColumnsCouldBeIsChosenInTheList() {
    TestSession office;
    QList<QStringList> lines = linesOf({madeChild(10), madeChild(11)});
    lines[0] << QStringLiteral("学生姓名") << QStringLiteral("幼时名");
    lines[1] << QStringLiteral("甲") << QStringLiteral("小甲");
    lines[2] << QStringLiteral("乙") << QStringLiteral("小乙");
    const int last = static_cast<int>(lines[0].size()) - 1;
    office.dialogs.paths = {office.school.writeCsv(QStringLiteral("a.csv"), lines)};
    ImportPage page(*office.session);
    page.resize(1100, 700);
    show(page, office);
    child<QPushButton>(&page, "chooseFile")->click();
    QTRY_VERIFY_WITH_TIMEOUT(next(page)->isEnabled(), kWaitMs);
    next(page)->click();
    QCOMPARE(page.step(), 1);
    const auto* draft = page.findChild<ImportDraft*>();
    QVERIFY2(!draft->plan() && !next(page)->isEnabled(), "nothing is judged before the columns are known");
    QVERIFY(child<Notice>(&page, "undecidedColumns")->text().contains(QStringLiteral("学生姓名")));

    auto* table = child<QTableView>(&page, "columns");
    const auto say = [&](int row, const QString& typed) {
      table->setFocus();
      table->setCurrentIndex(table->model()->index(row, ColumnsModel::Item));
      QTest::keyClick(table, Qt::Key_F2);
      auto* box = table->findChild<QLineEdit*>(QStringLiteral("columnItem"));
      QVERIFY(box != nullptr);
      box->selectAll();
      box->insert(typed); // key events of a test know no Han
      QTest::keyClick(box, Qt::Key_Return);
      QTRY_VERIFY(table->findChild<QLineEdit*>(QStringLiteral("columnItem")) == nullptr);
    };
    const auto stateOf = [&](int row) { return table->model()->index(row, ColumnsModel::State).data().toString(); };
    QCOMPARE(stateOf(last - 1), ColumnsModel::tr("please choose"));
    say(last - 1, ColumnsModel::tr("leave it out"));
    QTRY_VERIFY_WITH_TIMEOUT(next(page)->isEnabled(), kWaitMs);
    QCOMPARE(stateOf(last - 1), ColumnsModel::tr("left out as chosen"));
    say(last, QStringLiteral("曾用名"));
    QTRY_COMPARE(table->model()->index(last, ColumnsModel::Item).data().toString(), QStringLiteral("曾用名"));
    QVERIFY(child<Notice>(&page, "undecidedColumns")->isHidden());
    next(page)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.step(), 2, kWaitMs);
    QCOMPARE(draft->plan()->rows[0].record.value(Field::FormerName), QStringLiteral("小甲"));
    QCOMPARE(draft->plan()->rows[0].record.value(Field::Name), madeChild(10).value(Field::Name));

    // Another item for the same column, and back to what its header says.
    page.escape();
    say(last, QStringLiteral("特长"));
    QTRY_VERIFY(!draft->plan());
    say(last, ColumnsModel::tr("as the header says"));
    QTRY_COMPARE(stateOf(last), ColumnsModel::tr("unknown, not taken over"));
  }

  void theColumnsOfEachChosenSheetAreShown() {
    TestSession office;
    ImportPage page(*office.session);
    show(page, office);
    QList<OutSheet> sheets;
    for (const auto& [name, number] : {std::pair("一班", 1), std::pair("二班", 2)}) {
      QList<QStringList> lines = linesOf({madeChild(number)});
      lines[0] << QStringLiteral("幼时名");
      lines[1] << QStringLiteral("小名");
      if (number == 2)
        lines[0].prepend(QStringLiteral("序号")), lines[1].prepend(QStringLiteral("1"));
      OutSheet sheet;
      sheet.name = QString::fromUtf8(name);
      for (const QString& header : lines.takeFirst())
        sheet.columns << OutColumn{header};
      sheet.rows = lines;
      sheets << sheet;
    }
    const QString path = office.school.path(QStringLiteral("a.xlsx"));
    XUEJI_OK(writeXlsx(path, sheets));
    office.dialogs.paths = {path};
    child<QPushButton>(&page, "chooseFile")->click();
    QTRY_VERIFY_WITH_TIMEOUT(page.findChild<ImportDraft*>()->file() != nullptr, kWaitMs);
    QVERIFY2(!next(page)->isEnabled(), "the person chooses of two rosters");
    auto* draft = page.findChild<ImportDraft*>();
    draft->setSheets({QStringLiteral("一班"), QStringLiteral("二班")});
    next(page)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.step(), 1, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(page), kWaitMs);
    auto* shown = child<QComboBox>(&page, "columnsSheet");
    QVERIFY(!shown->isHidden());
    QCOMPARE(shown->count(), 2);
    const auto* columns = child<QTableView>(&page, "columns")->model();
    const int width = columns->rowCount();
    shown->setCurrentIndex(1);
    emit shown->activated(1);
    QCOMPARE(columns->rowCount(), width + 1);
    // The same header of both sheets is one choice.
    draft->setColumn(1, width, QStringLiteral("former_name"));
    for (const SheetLook& look : draft->looks())
      QVERIFY(look.reading.columns.has(Field::FormerName));
  }

  void aWholeSchoolIsTakenOver() {
    TestSession office;
    StudentRecord child = madeChild(10, 2022);
    child.setValue(Field::Grade, QStringLiteral("三年级"));
    office.dialogs.paths = {office.school.writeCsv(QStringLiteral("a.csv"), linesOf({child}))};
    ImportPage page(*office.session);
    show(page, office);
    auto* whole = part<QCheckBox>(page, "wholeSchool");
    auto* year = part<QSpinBox>(page, "entryYear");
    whole->click();
    QVERIFY(year->isHidden());
    goOnToFindings(page);
    const auto* draft = page.findChild<ImportDraft*>();
    QVERIFY(draft->plan()->options.isWholeSchool());
    QCOMPARE(draft->plan()->rows[0].cohort, 2022);
    page.escape();
    page.escape();
    whole->click(); // back to the roster of one year
    QVERIFY(!year->isHidden());
    QCOMPARE(draft->options().entryYear, usualEntryYear(office.school.clock.today()));
  }

  void theRowsThatNeedProofAreASoundModel() {
    TestSession office;
    const auto plan = office.school.plan(kDemo);
    XUEJI_OK(plan);
    ProofModel model(ruleBook(), Language::Chinese);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlan(&*plan, {});
    QVERIFY(model.rowCount() >= model.rowsOfRoster());
    QVERIFY(model.rowsOfRoster() > 0);
    model.setPlan(nullptr, {});
    QCOMPARE(model.rowCount(), 0);
  }

  void papersOfRowsThatNeedProofAreEnteredAndJudged() {
    TestSession office;
    StudentRecord child = madeChild(10);
    child.setValue(Field::Sex, child.value(Field::Sex) == u"1" ? QStringLiteral("2") : QStringLiteral("1"));
    office.dialogs.paths = {office.school.writeCsv(QStringLiteral("a.csv"), linesOf({child, madeChild(11)}))};
    ImportPage page(*office.session);
    show(page, office);
    goOnToFindings(page);
    const auto* draft = page.findChild<ImportDraft*>();
    QCOMPARE(draft->plan()->summary().enrol, 1);
    auto* enter = part<QPushButton>(page, "enterPapers");
    QVERIFY(!enter->isHidden());
    enter->click();
    QCOMPARE(page.step(), 3);
    QVERIFY2(!next(page)->isEnabled(), "nothing was entered");
    auto* table = part<QTableView>(page, "proofs");
    QCOMPARE(table->model()->rowCount(), 1);
    auto* add = part<QPushButton>(page, "addProof");
    QVERIFY(!add->isEnabled());
    part<QLineEdit>(page, "proofNumber")->setText(QStringLiteral("公证7号"));
    part<QLineEdit>(page, "proofIssuer")->setText(QStringLiteral("示范县公安局"));
    add->click();
    QVERIFY(table->model()->index(0, ProofModel::Given).data().toString().contains(QStringLiteral("公证7号")));
    // Away and on again.
    part<QPushButton>(page, "removeProof")->click();
    QVERIFY(!next(page)->isEnabled());
    part<QLineEdit>(page, "proofNumber")->setText(QStringLiteral("公证8号"));
    part<QLineEdit>(page, "proofIssuer")->setText(QStringLiteral("示范县公安局"));
    add->click();
    next(page)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.step(), 2, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(page), kWaitMs);
    QCOMPARE(draft->plan()->summary().enrol, 2);
    enter->click(); // what was given can still be seen
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(page.escape());
    QCOMPARE(page.step(), 2);
    next(page)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.step(), 4, kWaitMs);
  }

  void aListOfPapersThatIsWrongIsNotTaken() {
    TestSession office;
    StudentRecord child = madeChild(10);
    child.setValue(Field::Sex, child.value(Field::Sex) == u"1" ? QStringLiteral("2") : QStringLiteral("1"));
    const QString roster = office.school.writeCsv(QStringLiteral("a.csv"), linesOf({child}));
    ImportPage page(*office.session);
    show(page, office);
    office.dialogs.paths = {roster};
    goOnToFindings(page);
    part<QPushButton>(page, "enterPapers")->click();
    const auto* draft = page.findChild<ImportDraft*>();
    const QStringList header{QStringLiteral("行"), QStringLiteral("规则"), QStringLiteral("编号"),
                             QStringLiteral("出具单位")};
    office.dialogs.paths = {
        office.school.writeCsv(QStringLiteral("p.csv"), {header, {QStringLiteral("2"), QStringLiteral("Z99")}})};
    auto* read = part<QPushButton>(page, "readPapers");
    read->click();
    auto* faults = part<Notice>(page, "paperFaults");
    QVERIFY(faults->text().contains(QStringLiteral("Z99")));
    QVERIFY(draft->options().papers.papers.isEmpty());
    office.dialogs.paths = {office.school.writeCsv(
        QStringLiteral("p.csv"),
        {header, {QStringLiteral("5"), QStringLiteral("N04"), QStringLiteral("7"), QStringLiteral("县局")}})};
    read->click();
    next(page)->click(); // there is no row 5
    QTRY_VERIFY_WITH_TIMEOUT(draft->plan() && !draft->plan()->paperFaults.isEmpty(), kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(page), kWaitMs);
    QCOMPARE(page.step(), 3);
    QVERIFY(!faults->text().isEmpty());
    // A list that is right stands in its place.
    office.dialogs.paths = {office.school.writeCsv(
        QStringLiteral("p.csv"),
        {header, {QStringLiteral("2"), QStringLiteral("N04"), QStringLiteral("7"), QStringLiteral("县局")}})};
    read->click();
    next(page)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page.step(), 2, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(page), kWaitMs);
    QCOMPARE(draft->plan()->summary().enrol, 1);
  }

  void aStoppedImportChangesNothing() {
    TestSession office;
    ImportDraft draft(*office.session);
    draft.read(kDemo);
    QTRY_VERIFY_WITH_TIMEOUT(draft.file() != nullptr, kWaitMs);
    draft.judge();
    QTRY_VERIFY_WITH_TIMEOUT(draft.plan() != nullptr, kWaitMs);
    draft.enrol(true);
    draft.job()->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(draft.work(), ImportDraft::Work::None, kWaitMs);
    QCOMPARE(draft.problem(), sentenceFor({ErrorCode::Cancelled, {}}));
    QVERIFY(!draft.result());
    QCOMPARE(office.school.actCount(), 0);
  }

  void theMarkedSheetIsSaved() {
    TestSession office;
    ImportPage page(*office.session);
    show(page, office);
    goToFindings(page, office, kDemo);
    const QString path = office.school.path(QStringLiteral("marked.xlsx"));
    office.dialogs.paths = {path};
    child<QPushButton>(&page, "saveFindings")->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && isIdle(page), kWaitMs);
    const auto marked = readSheetFile(path);
    XUEJI_OK(marked);
    QVERIFY(marked->sheets.first().rows.size() >= page.findChild<ImportDraft*>()->plan()->rows.size());
  }

  void findingsAreFilteredAndSorted() {
    TestSession office;
    const auto plan = office.school.plan(kDemo);
    XUEJI_OK(plan);
    FindingsModel model(ruleBook(), Language::Chinese);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlan(&*plan);
    QCOMPARE(model.rowCount(), int(plan->findings.size() + plan->repairs.size()));
    for (const auto kind : {FindingsModel::Kind::Proof, FindingsModel::Kind::Warn, FindingsModel::Kind::Repair})
      model.setShown(kind, false);
    QCOMPARE(model.rowCount(), model.count(FindingsModel::Kind::Refuse));
    int before = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
      QCOMPARE(model.kindOf(row), FindingsModel::Kind::Refuse);
      const int line = model.index(row, FindingsModel::SheetRow).data().toInt();
      QVERIFY(line >= before);
      before = line;
    }
    model.sort(FindingsModel::SheetRow, Qt::DescendingOrder);
    QCOMPARE(model.index(0, FindingsModel::SheetRow).data().toInt(), before);
    model.setPlan(nullptr);
    QCOMPARE(model.rowCount(), 0);
  }

  void everyFindingHasASentenceAndEveryRuleAnArticle() {
    TestSession office;
    const auto plan = office.school.plan(kDemo);
    XUEJI_OK(plan);
    FindingsModel model(ruleBook(), Language::Chinese);
    model.setPlan(&*plan);
    for (int row = 0; row < model.rowCount(); ++row) {
      QVERIFY(!model.index(row, FindingsModel::Sentence).data().toString().isEmpty());
      if (!model.index(row, FindingsModel::RuleId).data().toString().isEmpty())
        QVERIFY(!model.index(row, FindingsModel::Article).data().toString().isEmpty());
    }
  }

  void unknownAndMissingColumnsAreSaid() {
    TestSession office;
    QList<QStringList> lines = sampleLines();
    for (QStringList& line : lines)
      line.append(QString());
    lines[2].last() = QStringLiteral("鞋码");
    const auto plan = office.school.plan(office.school.writeCsv(QStringLiteral("odd.csv"), lines));
    XUEJI_OK(plan);
    ColumnsModel model(catalogue());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMapping(plan->sheets.first().columns);
    QCOMPARE(model.unknown(), QStringList{QStringLiteral("鞋码")});
    ColumnMapping bare = plan->sheets.first().columns;
    bare.columns.remove(Field::EthnicGroup);
    model.setMapping(bare);
    QVERIFY(model.missing().contains(catalogue().definition(Field::EthnicGroup).label));
  }

  void theListOfImportsIsASoundModel() {
    TestSession office;
    BatchesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    office.school.import(kDemo);
    model.load(office.session->office());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, BatchesModel::File).data().toString(), QStringLiteral("demo_grade1.xlsx"));
    QCOMPARE(model.index(0, BatchesModel::Maker).data().toString(), QString::fromUtf8(kRegistrar));
  }

  void everyControlHasItsNames() {
    TestSession office;
    ImportPage page(*office.session);
    QCOMPARE(namelessControls(&page), QStringList());
  }
};

QTEST_MAIN(TestImportPage)
#include "import_page_test.moc"
#include "store/tables.h"
