// The sample roster in the five forms offices have: findings, import, the same again, undo.

#include "register/acts.h"
#include "register/student_file.h"
#include "store/store_session.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QFile>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

const QString kRosters = QStringLiteral(XUEJI_TEST_DATA "/rosters/");

struct Expected {
  QStringList findings; ///< "80 N02 refuse"
  QStringList refused;  ///< rows that do not enrol
};

Expected expectedFindings() {
  QFile file(kRosters + QStringLiteral("demo_grade1_expected.csv"));
  if (!file.open(QIODevice::ReadOnly))
    qFatal("no expected findings");
  Expected expected;
  file.readLine();
  while (!file.atEnd()) {
    const QStringList cells = QString::fromUtf8(file.readLine()).split(QLatin1Char(','));
    expected.findings << cells.mid(0, 3).join(QLatin1Char(' '));
    if (cells[3] == QLatin1String("no"))
      expected.refused << cells[0];
  }
  return expected;
}

QString severityText(Severity severity) {
  return severity == Severity::Refuse  ? QStringLiteral("refuse")
         : severity == Severity::Proof ? QStringLiteral("proof")
                                       : QStringLiteral("warn");
}

/// What stands in the expected file: everything that refuses or needs papers, and the warnings of N21.
QStringList tellingFindings(const ImportPlan& plan) {
  QStringList lines;
  for (const ImportFinding& found : plan.findings)
    if (found.finding.severity != Severity::Warn || found.finding.rule == QLatin1String("N21"))
      lines << QStringLiteral("%1 %2 %3")
                   .arg(QString::number(found.row),
                        found.finding.rule.isEmpty() ? QStringLiteral("-") : found.finding.rule,
                        severityText(found.finding.severity));
  return lines;
}

QStringList rowsOf(const ImportPlan& plan, ImportRow::Verdict verdict) {
  QStringList rows;
  for (const ImportRow& row : plan.rows)
    if (row.verdict == verdict)
      rows << QString::number(row.sheetRow);
  return rows;
}

} // namespace

class RosterImportTest : public QObject {
  Q_OBJECT

  QString csv() const { return kRosters + QStringLiteral("demo_grade1.csv"); }

private slots:
  void theSampleRosterIsJudgedRowByRow_data() {
    QTest::addColumn<QString>("file");
    for (const char* form :
         {"demo_grade1.xlsx", "demo_grade1.ods", "demo_grade1.xls", "demo_grade1.csv", "demo_grade1_gb18030.csv"})
      QTest::newRow(form) << kRosters + QLatin1String(form);
  }
  void theSampleRosterIsJudgedRowByRow() {
    QFETCH(QString, file);
    TestRegister desk;
    const QByteArray empty = desk.exported();
    const auto plan = desk.plan(file);
    XUEJI_OK(plan);
    const Expected expected = expectedFindings();
    QCOMPARE(tellingFindings(*plan), expected.findings);
    QCOMPARE(rowsOf(*plan, ImportRow::Verdict::Refused), expected.refused);
    QCOMPARE(desk.actCount(), 0); // a dry run writes nothing
    QCOMPARE(plan->summary().rows, plan->summary().enrol + static_cast<int>(expected.refused.size()));
    QVERIFY(plan->summary().repaired > 0);

    const auto result = commitImport(desk.office(), *plan, true);
    XUEJI_OK(result);
    QCOMPARE(result->enrolled, plan->summary().enrol);
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), result->enrolled);
    const int acts = desk.actCount();
    const QByteArray after = desk.exported();
    QVERIFY(after != empty);

    const auto again = desk.plan(file);
    XUEJI_OK(again);
    QCOMPARE(again->summary().unchanged, result->enrolled);
    QCOMPARE(again->summary().enrol, 0);
    QCOMPARE(tellingFindings(*again).filter(QStringLiteral(" N21 ")).size(), 0);
    const auto nothing = commitImport(desk.office(), *again, true);
    XUEJI_OK(nothing);
    QCOMPARE(nothing->batch, 0);
    QCOMPARE(desk.actCount(), acts);
    QCOMPARE(desk.exported(), after);

    XUEJI_OK(undoBatch(desk.office(), result->batch));
    QCOMPARE(desk.exported(), empty);
    QCOMPARE(desk.damage(), QString());
  }

  void everyFormGivesTheSameRegister() {
    QByteArray first;
    for (const char* form :
         {"demo_grade1.csv", "demo_grade1.xlsx", "demo_grade1.ods", "demo_grade1.xls", "demo_grade1_gb18030.csv"}) {
      TestRegister desk;
      desk.import(kRosters + QLatin1String(form));
      if (first.isEmpty())
        first = desk.exported();
      QVERIFY2(desk.exported() == first, form);
    }
  }

  void aRosterWithFaultsIsRefusedWholeUnlessTheGoodRowsAreAskedFor() {
    TestRegister desk;
    const auto plan = desk.plan(csv());
    XUEJI_OK(plan);
    QVERIFY(!plan->allGood());
    const QByteArray before = desk.exported();
    const auto refused = commitImport(desk.office(), *plan, false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RefusedByRules);
    for (const char* rule : {"N01", "N02", "N03", "N04", "E01", "E02", "N16", "E24", "-"})
      QVERIFY2(refused.error().args.contains(QLatin1String(rule)), rule);
    QCOMPARE(desk.actCount(), 0);
    QCOMPARE(desk.store().tables().batches().all()->size(), 0);
    QCOMPARE(desk.exported(), before);
  }

  void cancellingAnImportLeavesNothing() {
    TestRegister desk;
    const auto plan = desk.plan(csv());
    XUEJI_OK(plan);
    const auto stopped = commitImport(desk.office(), *plan, true, [](qint64 done, qint64) { return done < 50; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(desk.actCount(), 0);
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 0);
    QCOMPARE(desk.damage(), QString());
  }

  void theRegisterIsAskedAgainWhenItChangedSinceThePlan() {
    TestRegister desk;
    const QString file = desk.writeCsv(QStringLiteral("a.csv"), linesOf({madeChild(1), madeChild(2)}));
    const auto plan = desk.plan(file);
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().enrol, 2);
    desk.enrolChild(1);
    const auto result = commitImport(desk.office(), *plan, true);
    XUEJI_OK(result);
    QCOMPARE(result->enrolled, 1);
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 2);
  }

  void aRowThatDiffersIsAFindingAndNeverOverwrites() {
    TestRegister desk;
    StudentRecord child = madeChild(4);
    const qint64 student = desk.enrolChild(4);
    child.setValue(Field::Phone, QStringLiteral("15000009999"));
    child.setValue(Field::CurrentAddress, QStringLiteral("河北省示范县新开道1号"));
    const QString file = desk.writeCsv(QStringLiteral("b.csv"), linesOf({child, madeChild(5)}));
    const auto plan = desk.plan(file);
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().differs, 1);
    QCOMPARE(plan->summary().enrol, 1);
    QStringList columns;
    for (const ImportFinding& found : plan->findings)
      if (found.row == 2 && found.finding.code == QLatin1String("row_differs"))
        columns << found.column;
    QCOMPARE(columns, QStringList({QStringLiteral("现住址"), QStringLiteral("联系电话")}));
    QCOMPARE(commitImport(desk.office(), *plan, false).error().code, ErrorCode::RefusedByRules);
    XUEJI_OK(commitImport(desk.office(), *plan, true));
    QCOMPARE(desk.row(student).record.value(Field::Phone), madeChild(4).value(Field::Phone));
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 2);
  }

  void anotherChildUnderATakenNumberIsADouble() {
    TestRegister desk;
    desk.enrolChild(6);
    StudentRecord other = madeChild(19);
    other.setValue(Field::IdDocumentNumber, madeChild(6).value(Field::IdDocumentNumber));
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("c.csv"), linesOf({other})));
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().refused, 1);
    QVERIFY(tellingFindings(*plan).contains(QStringLiteral("2 N16 refuse")));
  }

  void undoIsRefusedOnceALaterActBuildsOnTheImport() {
    TestRegister desk;
    const ImportResult imported = desk.import(csv());
    const auto page = desk.store().tables().students().page({}, 0, 1);
    XUEJI_OK(page);
    Correction wish;
    wish.student = page->first().id;
    wish.revision = page->first().revision;
    wish.values = {{Field::Phone, QStringLiteral("15000009999")}};
    const auto corrected = correct(desk.office(), wish);
    XUEJI_OK(corrected);
    const QByteArray before = desk.exported();
    const auto undone = undoBatch(desk.office(), imported.batch);
    QVERIFY(!undone);
    QCOMPARE(undone.error().code, ErrorCode::BatchBuiltUpon);
    QCOMPARE(undone.error().args, QStringList({actName(act_kind::kCorrect), QStringLiteral("2024-09-10"),
                                               QString::number(*corrected), QStringLiteral("1")}));
    QCOMPARE(desk.exported(), before);
    // Once that is void, the batch is untouched again.
    XUEJI_OK(voidAct(desk.office(), *corrected, QStringLiteral("改错了人")));
    XUEJI_OK(undoBatch(desk.office(), imported.batch));
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 0);
    QCOMPARE(desk.damage(), QString());
  }

  void readingAndExportingDoNotKeepABatchFromBeingUndone() {
    TestRegister desk;
    const ImportResult imported = desk.import(csv());
    desk.exported();
    XUEJI_OK(undoBatch(desk.office(), imported.batch));
    QCOMPARE(undoBatch(desk.office(), imported.batch).error().code, ErrorCode::NothingToDo);
    QCOMPARE(undoBatch(desk.office(), 77).error().code, ErrorCode::BatchNotFound);
  }

  void onlyWhoMadeABatchUndoesIt() {
    TestRegister desk;
    const ImportResult imported = desk.import(csv());
    desk.addUser("李娜", Role::Registrar);
    desk.signIn(QStringLiteral("李娜"));
    const auto refused = undoBatch(desk.office(), imported.batch);
    QVERIFY(!refused);
    QCOMPARE(refused.error(),
             (Error{ErrorCode::BatchNotYours, {QString::number(imported.batch), QString::fromUtf8(kRegistrar)}}));
  }

  void theRightFileCanBeImportedAfterTheWrongOneWasUndone() {
    TestRegister desk;
    const ImportResult wrong = desk.import(csv());
    const QByteArray first = desk.exported();
    QStringList burnt;
    const auto taken = desk.store().tables().students().page({}, 0, 1000);
    XUEJI_OK(taken);
    for (const StudentRow& row : *taken)
      burnt << row.studentNumber;
    XUEJI_OK(undoBatch(desk.office(), wrong.batch));
    const ImportResult right = desk.import(csv());
    QCOMPARE(right.enrolled, wrong.enrolled);
    const auto fresh = desk.store().tables().students().page({}, 0, 1000);
    XUEJI_OK(fresh);
    for (const StudentRow& row : *fresh)
      QVERIFY2(!burnt.contains(row.studentNumber), "a number once given stays burnt");
    QCOMPARE(desk.exported(), first); // an export has no number that the school made
    QCOMPARE(desk.damage(), QString());
  }

  void anOrphanOfARosterComesInAndItsPaperIsAnOpenPoint() {
    TestRegister desk;
    StudentRecord child = madeChild(8);
    child.setValue(Field::Orphan, QStringLiteral("1"));
    child.setValue(Field::MartyrFamily, QStringLiteral("1"));
    const QString file = desk.writeCsv(QStringLiteral("o.csv"), linesOf({child}));
    const auto plan = desk.plan(file);
    XUEJI_OK(plan);
    QStringList told;
    for (const ImportFinding& found : plan->findings)
      if (found.finding.rule == u"E23")
        told << found.finding.code + u' ' + severityText(found.finding.severity);
    QCOMPARE(told, (QStringList{QStringLiteral("E23 warn"), QStringLiteral("E23.martyr warn")}));
    QCOMPARE(desk.import(file, false).enrolled, 1);
    const auto record = readStudentFile(desk.office(), 1, {});
    XUEJI_OK(record);
    QStringList open;
    for (const OpenPoint& point : record->openPoints)
      if (point.rule == u"E23")
        open << point.paper;
    QCOMPARE(open, (QStringList{QStringLiteral("orphan_certificate"), QStringLiteral("martyr_certificate")}));
    // On another day it is the same enrolment.
    XUEJI_OK(redate(desk.office(), 1, QDate(2024, 9, 2), QStringLiteral("报到晚一天")));
  }

  void aNumberBeginningWithLInARosterIsTheSystems() {
    TestRegister desk;
    StudentRecord child = madeChild(8);
    const QString number =
        QStringLiteral("L130502") + child.value(Field::IdDocumentNumber).mid(6, 8) + QStringLiteral("4711");
    QList<QStringList> lines = linesOf({child, madeChild(9)});
    lines[0] << QStringLiteral("学籍号");
    lines[1] << number;
    lines[2] << QString();
    QCOMPARE(desk.import(desk.writeCsv(QStringLiteral("l.csv"), lines), false).enrolled, 2);
    QCOMPARE(desk.row(1).studentNumber, number);
    QCOMPARE(desk.row(1).numberSource, NumberSource::System);
    QCOMPARE(desk.row(2).numberSource, NumberSource::Local);
  }

  void aContinuedNumberComesBackWithItsChildAfterAnUndo() {
    TestRegister desk;
    StudentRecord child = madeChild(8);
    child.setValue(Field::StudentNumber, QLatin1Char('G') + child.value(Field::IdDocumentNumber));
    QList<QStringList> lines = linesOf({child});
    lines[0] << QStringLiteral("学籍号");
    lines[1] << child.value(Field::StudentNumber);
    const QString file = desk.writeCsv(QStringLiteral("d.csv"), lines);
    const ImportResult first = desk.import(file, false);
    QCOMPARE(first.enrolled, 1);
    XUEJI_OK(undoBatch(desk.office(), first.batch));
    // It was typed here and taken back: nobody holds it, so nothing says that it was given before (N14).
    StudentRecord other = madeChild(9);
    QList<QStringList> theirs = linesOf({other});
    theirs[0] << QStringLiteral("学籍号");
    theirs[1] << child.value(Field::StudentNumber);
    const auto refused = desk.plan(desk.writeCsv(QStringLiteral("e.csv"), theirs));
    XUEJI_OK(refused);
    QVERIFY(!tellingFindings(*refused).contains(QStringLiteral("2 N14 refuse")));
    QCOMPARE(desk.import(file, false).enrolled, 1);
    const auto taken = desk.plan(desk.writeCsv(QStringLiteral("f.csv"), theirs));
    XUEJI_OK(taken);
    QVERIFY(tellingFindings(*taken).contains(QStringLiteral("2 N14 refuse")));
    QCOMPARE(desk.damage(), QString());
  }

  void aHelperMayNeitherPlanNorImport() {
    TestRegister desk;
    desk.addUser("赵丽", Role::Helper);
    const auto plan = desk.plan(csv());
    XUEJI_OK(plan);
    desk.signIn(QStringLiteral("赵丽"));
    QCOMPARE(desk.plan(csv()).error().code, ErrorCode::RoleForbids);
    QCOMPARE(commitImport(desk.office(), *plan, true).error().code, ErrorCode::RoleForbids);
  }

  void importAndUndoAreLogged() {
    TestRegister desk;
    const ImportResult imported = desk.import(csv());
    XUEJI_OK(undoBatch(desk.office(), imported.batch));
    const QStringList log = desk.logLines();
    const QStringList imports = log.filter(QRegularExpression(QStringLiteral("^import ")));
    QCOMPARE(imports.size(), 1);
    QVERIFY(imports.first().startsWith(QStringLiteral("import batch:%1 rows=").arg(imported.batch)));
    QVERIFY(imports.first().contains(QStringLiteral("enrolled=%1 ").arg(imported.enrolled)));
    QVERIFY(log.contains(QStringLiteral("undo batch:%1").arg(imported.batch)));
  }

  void rowsArePlannedBeforeTheLockIsTaken() {
    TestRegister desk;
    const QString file = desk.writeCsv(QStringLiteral("some.csv"), linesOf({madeChild(1), madeChild(2), madeChild(3)}));
    const auto plan = desk.plan(file);
    XUEJI_OK(plan);
    QList<bool> inside;
    const Progress progress = [&](qint64, qint64) {
      inside << desk.store().session().isInTransaction();
      return true;
    };
    XUEJI_OK(commitImport(desk.office(), *plan, false, progress));
    QCOMPARE(inside, (QList<bool>{false, false, false, true, true, true}));
  }

  void aChildThatSomebodyEnrolsMeanwhileIsNotEnrolledTwice_data() {
    QTest::addColumn<bool>("onlyGood");
    QTest::newRow("only what is good") << true;
    QTest::newRow("all or nothing") << false;
  }
  void aChildThatSomebodyEnrolsMeanwhileIsNotEnrolledTwice() {
    QFETCH(bool, onlyGood);
    TestRegister desk;
    const QString file = desk.writeCsv(QStringLiteral("some.csv"), linesOf({madeChild(1), madeChild(2), madeChild(3)}));
    const auto plan = desk.plan(file);
    XUEJI_OK(plan);
    const auto another = desk.office().another()();
    XUEJI_OK(another);
    // Right after the rows were planned, before the lock is taken.
    bool done = false;
    const Progress progress = [&](qint64 at, qint64) {
      if (at != 2 || done)
        return true;
      done = true;
      Enrolment wish;
      wish.record = madeChild(2);
      wish.record.setValue(Field::Phone, QStringLiteral("13912345678"));
      wish.entryYear = 2024;
      return enrol(**another, wish).has_value();
    };
    const auto result = commitImport(desk.office(), *plan, onlyGood, progress);
    QVERIFY(done);
    if (onlyGood) {
      XUEJI_OK(result);
      QCOMPARE(result->enrolled, 2);
    } else {
      QCOMPARE(result.error().code, ErrorCode::RefusedByRules);
    }
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), onlyGood ? 3 : 1);
    QCOMPARE(desk.damage(), QString());
  }

  void aRosterOfAnEarlierYearMayBearTheCodeOfItsDayOrThePresentOne_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("taken");
    QTest::newRow("of its day") << "2113009998" << true;
    QTest::newRow("the present one") << "2113009999" << true;
    QTest::newRow("another school's") << "2113009997" << false;
  }
  void aRosterOfAnEarlierYearMayBearTheCodeOfItsDayOrThePresentOne() {
    QFETCH(QString, code);
    QFETCH(bool, taken);
    TestRegister desk;
    SchoolProfile school = desk.store().school();
    school.code = QStringLiteral("2113009999");
    XUEJI_OK(setSchool(desk.office(), school, QDate(2024, 9, 5)));
    StudentRecord child = madeChild(1);
    QList<QStringList> lines = linesOf({child});
    lines[0] << QStringLiteral("学校标识码");
    lines[1] << code;
    const auto plan = desk.plan(desk.writeCsv(QStringLiteral("some.csv"), lines));
    QCOMPARE(plan.has_value(), taken);
    if (!taken) {
      QCOMPARE(plan.error().code, ErrorCode::OtherSchool);
      return;
    }
    XUEJI_OK(commitImport(desk.office(), *plan, false));
    QCOMPARE(desk.row(1).record.value(Field::SchoolCode), QStringLiteral("2113009998"));
  }
};

QTEST_GUILESS_MAIN(RosterImportTest)
#include "roster_import_test.moc"
