// The page of the national system's numbers as a person uses it: choose, look, record, take back.

#include "exchange/sheet_reader.h"
#include "store/tables.h"
#include "support/made_child.h"
#include "ui/enrolment/numbers_model.h"
#include "ui/enrolment/numbers_page.h"
#include "ui/import_session.h"
#include "ui/widgets/notice.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace xueji;
using namespace xueji::test;

namespace {

constexpr int kWaitMs = 30000;
const QStringList kHeader{QStringLiteral("姓名"), QStringLiteral("身份证件号"), QStringLiteral("学籍号")};

QStringList lineOf(int child) {
  const StudentRecord made = madeChild(child);
  const QString identity = made.value(Field::IdDocumentNumber);
  return {made.value(Field::Name), identity, u'G' + identity};
}

/// The window's page on a register with three children.
struct Desk {
  TestSession office;
  std::unique_ptr<NumbersPage> page;

  Desk() {
    office.school.enrolAll({madeChild(1), madeChild(2), madeChild(3)});
    page = std::make_unique<NumbersPage>(*office.session);
    QObject::connect(office.session.get(), &Session::registerChanged, page.get(), &Page::refresh);
    page->show();
  }
  void choose(const QList<QStringList>& lines) {
    office.dialogs.paths = {office.school.writeCsv(QStringLiteral("numbers.csv"), QList<QStringList>{kHeader} + lines)};
    child<QPushButton>(page.get(), "chooseNumbers")->click();
  }
  QPushButton* record() const { return child<QPushButton>(page.get(), "recordNumbers"); }
  QAbstractItemModel* model() const { return child<QTableView>(page.get(), "numbers")->model(); }
  bool isIdle() const { return child<QWidget>(page.get(), "progress")->isHidden(); }
  QString numberOf(int made) {
    const auto row =
        office.school.store().tables().students().byIdentityNumber(madeChild(made).value(Field::IdDocumentNumber));
    return row && *row ? (*row)->studentNumber : QString();
  }
};

} // namespace

class NumbersPageTest : public QObject {
  Q_OBJECT

private slots:
  void aListIsComparedRecordedAndTakenBack() {
    Desk desk;
    QSignalSpy said(desk.page.get(), &Page::said);
    QVERIFY(!desk.record()->isEnabled());
    const QString before = desk.numberOf(1);
    desk.choose({lineOf(1), lineOf(2)});
    QTRY_VERIFY_WITH_TIMEOUT(desk.record()->isEnabled(), kWaitMs);
    QCOMPARE(desk.numberOf(1), before); // nothing is changed by looking
    QVERIFY(!desk.model()->index(0, NumbersModel::Number).data().toString().contains(lineOf(1)[2])); // masked
    desk.record()->click();
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, kWaitMs);
    QCOMPARE(desk.numberOf(1), lineOf(1)[2]);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle() && !desk.record()->isEnabled(), kWaitMs); // compared anew: nothing is left
    desk.office.dialogs.answers = {0};
    said.first().at(1).value<std::function<void()>>()();
    QTRY_COMPARE_WITH_TIMEOUT(desk.numberOf(1), before, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), kWaitMs);
  }

  void rowsThatDifferAreLeftOutOnlyWhenThePersonSaysSo() {
    Desk desk;
    QStringList other = lineOf(1);
    other[0] = QStringLiteral("王改名");
    desk.choose({other, lineOf(2)});
    auto* leaveOut = child<QCheckBox>(desk.page.get(), "numbersOnlyGood");
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle() && !leaveOut->isHidden(), kWaitMs);
    QVERIFY(!desk.record()->isEnabled());
    QVERIFY(!desk.model()->index(0, NumbersModel::State).data().toString().isEmpty());
    leaveOut->click();
    QVERIFY(desk.record()->isEnabled());
    desk.record()->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.numberOf(2), lineOf(2)[2], kWaitMs);
    QVERIFY(desk.numberOf(1).startsWith(u'L'));
    // The next list begins with nothing ticked.
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle(), kWaitMs);
    desk.choose({other, lineOf(3)});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isIdle() && !leaveOut->isHidden(), kWaitMs);
    QVERIFY(!leaveOut->isChecked());
  }

  void whatIsNoListIsSaidInPlace() {
    Desk desk;
    desk.office.dialogs.paths = {
        desk.office.school.writeCsv(QStringLiteral("a.csv"), {{QStringLiteral("品名")}, {QStringLiteral("粉笔")}})};
    child<QPushButton>(desk.page.get(), "chooseNumbers")->click();
    auto* notice = child<Notice>(desk.page.get(), "notice");
    QTRY_VERIFY_WITH_TIMEOUT(!notice->text().isEmpty(), kWaitMs);
    QVERIFY(!desk.record()->isEnabled());
  }

  void theLinesAreASoundModel() {
    Desk desk;
    const auto plan = [&] {
      const QString path = desk.office.school.writeCsv(QStringLiteral("n.csv"), QList<QStringList>{kHeader, lineOf(1)});
      const auto file = readSheetFile(path);
      return planNumbers(desk.office.session->office(), *file, path, {});
    }();
    XUEJI_OK(plan);
    NumbersModel model(ruleBook(), Language::Chinese);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlan(&*plan);
    QVERIFY(model.rowCount() > 0);
    model.setPlan(nullptr);
    QCOMPARE(model.rowCount(), 0);
  }

  void everyControlHasItsNames() {
    Desk desk;
    QCOMPARE(namelessControls(desk.page.get()), QStringList());
  }
};

QTEST_MAIN(NumbersPageTest)
#include "numbers_page_test.moc"
