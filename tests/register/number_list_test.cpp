// The national system's list of numbers: what it has anew is recorded as one batch, what differs is said.

#include "domain/ledger_facts.h"
#include "exchange/sheet_reader.h"
#include "register/number_list.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

const QStringList kHeader{QStringLiteral("序号"), QStringLiteral("学生姓名"), QStringLiteral("身份证号"),
                          QStringLiteral("全国学籍号")};

QString identityOf(int child) {
  return madeChild(child).value(Field::IdDocumentNumber);
}
QString formalOf(int child) {
  return u'G' + identityOf(child);
}
QStringList lineOf(int child, const QString& number) {
  return {QString::number(child), madeChild(child).value(Field::Name), identityOf(child), number};
}

struct Desk {
  TestRegister place;
  NumberOptions options;

  explicit Desk(int children = 3) {
    QList<StudentRecord> records;
    for (int n = 1; n <= children; ++n)
      records << madeChild(n);
    place.enrolAll(records);
  }
  Result<NumberPlan> plan(const QList<QStringList>& lines) {
    const QString path = place.writeCsv(QStringLiteral("numbers.csv"), QList<QStringList>{kHeader} + lines);
    const auto file = readSheetFile(path);
    if (!file)
      return std::unexpected(file.error());
    return planNumbers(place.office(), *file, path, options);
  }
  QString numberOf(int child) {
    const auto row = place.store().tables().students().byIdentityNumber(identityOf(child));
    return row && *row ? (*row)->studentNumber : QString();
  }
};

QStringList told(const NumberPlan& plan) {
  QStringList lines;
  for (const ImportFinding& found : plan.findings)
    if (found.finding.severity != Severity::Warn)
      lines << QStringLiteral("%1 %2").arg(found.row).arg(found.finding.code);
  return lines;
}

} // namespace

class NumberListTest : public QObject {
  Q_OBJECT

private slots:
  void numbersAreRecordedAsOneBatchThatCanBeUndone() {
    Desk desk;
    const QString own = desk.numberOf(1);
    QVERIFY(own.startsWith(u'L'));
    const auto plan = desk.plan({lineOf(1, formalOf(1)), lineOf(2, formalOf(2))});
    XUEJI_OK(plan);
    QCOMPARE(told(*plan), QStringList());
    QCOMPARE(plan->count(NumberRow::Verdict::Issued), 2);
    QCOMPARE(desk.numberOf(1), own); // nothing was written
    const auto done = commitNumbers(desk.place.office(), *plan, false);
    XUEJI_OK(done);
    QCOMPARE(done->issued, 2);
    QCOMPARE(desk.numberOf(1), formalOf(1));
    QCOMPARE(desk.numberOf(3).front(), u'L');
    const auto numbers = desk.place.numbers(1);
    QCOMPARE(numbers.size(), 2); // the old one stays in its history
    // The same list again: nothing to do, nothing written.
    const int acts = desk.place.actCount();
    const auto again = desk.plan({lineOf(1, formalOf(1)), lineOf(2, formalOf(2))});
    XUEJI_OK(again);
    QCOMPARE(again->count(NumberRow::Verdict::Same), 2);
    QCOMPARE(commitNumbers(desk.place.office(), *again, false)->batch, 0);
    QCOMPARE(desk.place.actCount(), acts);
    XUEJI_OK(undoBatch(desk.place.office(), done->batch));
    QCOMPARE(desk.numberOf(1), own);
    QCOMPARE(desk.place.damage(), QString());
  }

  void whatDiffersIsSaidAndNothingOverwritten_data() {
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("code");
    QStringList other = lineOf(1, formalOf(1));
    other[1] = QStringLiteral("王某某");
    QTest::newRow("name") << other << "numbers_name_differs";
    QTest::newRow("not of this school") << lineOf(77, formalOf(77)) << "numbers_child_unknown";
    QTest::newRow("no number") << lineOf(1, {}) << "numbers_incomplete";
    QTest::newRow("no identity number") << QStringList{QStringLiteral("1"), other[1], {}, formalOf(1)}
                                        << "numbers_incomplete";
    QTest::newRow("no number of ours") << lineOf(1, QStringLiteral("20240001")) << "N10";
    QTest::newRow("another child's") << lineOf(1, formalOf(3)) << "N14";
    QTest::newRow("another one of the system") << lineOf(3, u'J' + formalOf(3).mid(1)) << "numbers_other_number";
  }
  void whatDiffersIsSaidAndNothingOverwritten() {
    QFETCH(QStringList, line);
    QFETCH(QString, code);
    Desk desk;
    XUEJI_OK(commitNumbers(desk.place.office(), *desk.plan({lineOf(3, formalOf(3))}), false));
    const QString before = desk.numberOf(1);
    const int acts = desk.place.actCount();
    const auto plan = desk.plan({line, lineOf(2, formalOf(2))});
    XUEJI_OK(plan);
    QVERIFY2(told(*plan).contains(QStringLiteral("2 ") + code), qPrintable(told(*plan).join(u'\n')));
    QVERIFY(ruleBook().knowsCode(code));
    QCOMPARE(plan->rows[0].verdict, NumberRow::Verdict::Refused);
    XUEJI_FAILS(commitNumbers(desk.place.office(), *plan, false), ErrorCode::RefusedByRules);
    QCOMPARE(desk.place.actCount(), acts);
    XUEJI_OK(commitNumbers(desk.place.office(), *plan, true));
    QCOMPARE(desk.numberOf(1), before);
    QCOMPARE(desk.numberOf(3), formalOf(3));
    QCOMPARE(desk.numberOf(2), formalOf(2));
  }

  void aNumberMadeAheadIsReplacedFromItsOwnDay() {
    Desk desk;
    desk.options.effective = QDate(2024, 8, 25); // enrolled for 1 September, the list is of August
    const auto plan = desk.plan({lineOf(1, formalOf(1))});
    XUEJI_OK(plan);
    QCOMPARE(told(*plan), QStringList());
    QCOMPARE(plan->rows[0].effective, QDate(2024, 9, 1));
    XUEJI_OK(commitNumbers(desk.place.office(), *plan, false));
    const Chains chains = desk.place.chains(plan->rows[0].student);
    QCOMPARE(NumberFact::of(*chains.at(NumberFact::fact().key, kLastDay)).value, formalOf(1));
    const auto again = desk.plan({lineOf(1, formalOf(1))});
    XUEJI_OK(again);
    QCOMPARE(again->rows[0].verdict, NumberRow::Verdict::Same);
  }

  void whatIsKnownOfALineHoldsWhenItIsRecorded() {
    Desk desk;
    const auto plan = desk.plan({lineOf(1, formalOf(1))});
    XUEJI_OK(plan);
    XUEJI_OK(issueNumber(desk.place.office(), plan->rows[0].student, formalOf(1), QDate(2024, 9, 10), {}));
    const auto done = commitNumbers(desk.place.office(), *plan, false);
    XUEJI_OK(done);
    QCOMPARE(done->issued, 0); // somebody was faster
  }

  void columnsThatNobodyKnowsAreSaid() {
    Desk desk;
    QList<QStringList> lines{lineOf(1, formalOf(1)) + QStringList(formalOf(2)) + QStringList(QStringLiteral("未知族"))};
    const QString path = desk.place.writeCsv(
        QStringLiteral("n.csv"),
        QList<QStringList>{kHeader + QStringList{QStringLiteral("新编号码"), QStringLiteral("民族")}} + lines);
    const auto file = readSheetFile(path);
    XUEJI_OK(file);
    const auto plan = planNumbers(desk.place.office(), *file, path, {});
    XUEJI_OK(plan);
    QCOMPARE(plan->rows[0].verdict, NumberRow::Verdict::Issued); // an item that nobody takes refuses nothing
    QVERIFY(std::any_of(plan->findings.begin(), plan->findings.end(), [](const ImportFinding& found) {
      return found.finding.code == QLatin1String("column_unknown") && found.column == QStringLiteral("新编号码");
    }));
  }

  void oneChildOrNumberTwiceIsRefusedTheSecondTime() {
    Desk desk;
    const auto plan = desk.plan({lineOf(1, formalOf(1)), lineOf(1, formalOf(1)), lineOf(2, formalOf(1))});
    XUEJI_OK(plan);
    QCOMPARE(told(*plan), (QStringList{QStringLiteral("3 numbers_twice"), QStringLiteral("4 numbers_twice")}));
  }

  void aListNeedsIdentityNumberNameAndNumber() {
    Desk desk;
    const QString path =
        desk.place.writeCsv(QStringLiteral("a.csv"),
                            {{QStringLiteral("姓名"), QStringLiteral("学籍号")}, {QStringLiteral("甲"), formalOf(1)}});
    const auto file = readSheetFile(path);
    XUEJI_OK(file);
    const auto plan = planNumbers(desk.place.office(), *file, path, {});
    XUEJI_FAILS(plan, ErrorCode::HeaderMissing);
    QCOMPARE(plan.error().args.first(), QStringLiteral("身份证件号"));
  }

  void whoMayNotEnrolIsToldNothing() {
    Desk desk;
    desk.place.addUser(kAuditor, Role::Auditor);
    desk.place.signIn(QString::fromUtf8(kAuditor));
    XUEJI_FAILS(desk.plan({lineOf(1, formalOf(1))}), ErrorCode::RoleForbids);
  }
};

QTEST_GUILESS_MAIN(NumberListTest)
#include "number_list_test.moc"
