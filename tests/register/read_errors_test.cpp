// A store that cannot be read: the rules' questions have no answer, and no answer never counts as "nobody".

#include "register/import_facts.h"
#include "register/register_check.h"
#include "store/store_session.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QSqlQuery>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class ReadErrorsTest : public QObject {
  Q_OBJECT

  static void lose(TestRegister& desk, const QString& table) {
    QSqlQuery query(desk.store().session().database());
    QVERIFY(query.exec(QStringLiteral("PRAGMA foreign_keys = OFF")));
    QVERIFY(query.exec(QStringLiteral("DROP TABLE ") + table));
  }
  static Enrolment wishFor(int child) {
    Enrolment wish;
    wish.record = madeChild(child);
    wish.entryYear = 2024;
    return wish;
  }

private slots:
  void nobodyIsEnrolledWhileAQuestionHasNoAnswer_data() {
    QTest::addColumn<QString>("table");
    QTest::newRow("who has this identity number") << "fact_document";
    QTest::newRow("who has this student number") << "fact_number";
  }
  void nobodyIsEnrolledWhileAQuestionHasNoAnswer() {
    QFETCH(QString, table);
    TestRegister desk;
    Enrolment wish = wishFor(1);
    // A junior entrant's number, so that both questions are asked.
    wish.record.setValue(Field::StudentNumber, QLatin1Char('G') + wish.record.value(Field::IdDocumentNumber));
    XUEJI_OK(judgeEnrolment(desk.office(), wish));
    const auto roster = desk.writeCsv(QStringLiteral("roster.csv"), linesOf({madeChild(2)}));
    XUEJI_OK(desk.plan(roster));
    lose(desk, table);
    const auto typed = judgeEnrolment(desk.office(), wish);
    QVERIFY(!typed);
    QVERIFY(typed.error().code != ErrorCode::RefusedByRules);
    Findings why;
    const auto enrolled = enrol(desk.office(), wish, &why);
    QVERIFY(!enrolled);
    QVERIFY(enrolled.error().code != ErrorCode::RefusedByRules);
    QVERIFY(why.isEmpty());
    QCOMPARE(desk.actCount(), 0);
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 0);
    if (table == u"fact_document")
      QVERIFY(!desk.plan(roster));
  }

  void whatStandsIsNotSoundWhileAQuestionHasNoAnswer() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const StudentRow row = desk.row(student);
    XUEJI_OK(findingsToday(desk.office(), row));
    lose(desk, QStringLiteral("guardian")); // the present rows cannot be read
    QVERIFY(!desk.office().facts().sameNameSexBirth(row.record.value(Field::Name), row.record.value(Field::Sex),
                                                    row.record.value(Field::BirthDate), {QDate(2024, 9, 10)}));
    QVERIFY(!findingsToday(desk.office(), row));
    QVERIFY(!checkRegister(desk.office()));
  }

  void aCorrectionIsNotJudgedGoodWhileAQuestionHasNoAnswer() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    Correction wish;
    wish.student = student;
    wish.revision = desk.row(student).revision;
    wish.values = {{Field::Phone, QStringLiteral("15000001111")}};
    XUEJI_OK(judgeCorrection(desk.office(), wish));
    lose(desk, QStringLiteral("guardian"));
    QVERIFY(!judgeCorrection(desk.office(), wish));
    QVERIFY(!correct(desk.office(), wish));
    QCOMPARE(desk.actCount(), 1);
  }

  void everyQuestionSaysThatItCannotBeAnswered_data() {
    QTest::addColumn<bool>("importing");
    QTest::newRow("the register") << false;
    QTest::newRow("an import over it") << true;
  }
  void everyQuestionSaysThatItCannotBeAnswered() {
    QFETCH(bool, importing);
    TestRegister desk;
    desk.enrolChild(1);
    const StudentRecord child = madeChild(1);
    const ImportFacts rows(desk.office().facts());
    const Facts& facts = importing ? static_cast<const Facts&>(rows) : desk.office().facts();
    const Asking asking{QDate(2024, 9, 10)};
    const QString identity = child.value(Field::IdDocumentNumber);
    const auto alike = [&] {
      return facts.sameNameSexBirth(child.value(Field::Name), child.value(Field::Sex), child.value(Field::BirthDate),
                                    asking);
    };
    QVERIFY(*facts.holderOfIdentityNumber(identity, asking));
    QVERIFY(*facts.holderOfStudentNumber(desk.row(1).studentNumber, asking));
    QCOMPARE(alike()->size(), 1);
    QCOMPARE(*facts.hasFinishedStage(identity, Stage::Primary, asking), false);
    QCOMPARE(facts.school(asking.day)->code, QString::fromLatin1(kSchool));
    lose(desk, QStringLiteral("fact_status"));
    QVERIFY(!facts.holderOfIdentityNumber(identity, asking));
    QVERIFY(!facts.holderOfStudentNumber(desk.row(1).studentNumber, asking));
    QVERIFY(!alike());
    QVERIFY(!facts.hasFinishedStage(identity, Stage::Primary, asking));
  }

  void aNumberIsAskedForAsAtADay() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(2);
    const QString temporary = desk.row(student).studentNumber;
    const QString formal = QLatin1Char('G') + madeChild(2).value(Field::IdDocumentNumber);
    XUEJI_OK(issueNumber(desk.office(), student, formal, QDate(2024, 9, 10), {}));
    const Facts& facts = desk.office().facts();
    const auto before = facts.holderOfStudentNumber(temporary, {QDate(2024, 9, 9)});
    const auto after = facts.holderOfStudentNumber(temporary, {QDate(2024, 9, 10)});
    XUEJI_OK(before);
    XUEJI_OK(after);
    QCOMPARE((*before)->former, false);
    QCOMPARE((*before)->studentNumber, temporary);
    QCOMPARE((*after)->former, true);
    QCOMPARE((*after)->studentNumber, formal);
    QVERIFY(!*facts.holderOfStudentNumber(temporary, {QDate(2024, 9, 10), student}));
    // Who is entered for a later day counts at once.
    QVERIFY(*facts.holderOfIdentityNumber(madeChild(2).value(Field::IdDocumentNumber), {QDate(2024, 8, 1)}));
  }
};

QTEST_GUILESS_MAIN(ReadErrorsTest)
#include "read_errors_test.moc"
#include "store/tables.h"
