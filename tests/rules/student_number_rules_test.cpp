#include "case.h"

#include <QTest>

using namespace xueji;
using namespace xueji::test;

/// N10-N15 and N18.
class TestStudentNumberRules : public QObject {
  Q_OBJECT

  static Case issuing(const char* number, const char* before = "") {
    Case question = Case().with(Field::StudentNumber, number);
    question.request.kind = act_kind::kNumberIssued;
    question.request.student = 7;
    if (*before)
      question.request.studentNumberBefore = QString::fromLatin1(before);
    return question;
  }

private slots:
  void aNumberIsJudged_data() {
    QTest::addColumn<Case>("question");
    QTest::addColumn<QString>("expected");
    const char* temporary = "L130502201808311234";
    const char* formal = "G130502201808310010";
    const auto row = [](const char* name, const Case& question, const char* expected) {
      QTest::newRow(name) << question << QString::fromLatin1(expected);
    };
    row("first temporary number", issuing(temporary), "");
    row("formal number after a temporary one", issuing(formal, temporary), "");
    row("N10 eighteen characters", issuing("G13050220180831001"), "N10");
    row("N10 lead letter", issuing("K130502201808310010"), "N10");
    row("N11 tail with a wrong check digit", issuing("G130502201808310011", temporary), "N11");
    row("N11 tail differs from the present number", issuing("G132203201808310012", temporary), "N11.differs");
    row("N11 with the paper of the change", issuing("G132203201808310012", temporary).given("identity_change"), "");
    row("N12 date that does not exist", issuing("L130502201813311234"), "N12");
    row("N12 date of another child", issuing("L130502201808301234"), "N12.birth");
    row("N13 with an identity number at hand", issuing("J130503201808310076", temporary), "N13");
    row("N13 with a statement", issuing("J130503201808310076", temporary).given("no_document_statement"), "");
    Case withoutCard = issuing("J130503201808310076", temporary);
    withoutCard.with(Field::IdDocumentType, "Z").with(Field::IdDocumentNumber, "");
    row("N13 without an identity number", withoutCard, "");
    row("N13 check digit", issuing("J130503201808310075", temporary).given("no_document_statement"), "N13.check");
    row("N13 check digit with the notice of the system",
        Case(withoutCard).with(Field::StudentNumber, "J130503201808310075").given("system_notice"), "");
    Case otherDate = issuing("J130503201808310076", temporary);
    otherDate.with(Field::IdDocumentType, "Z").with(Field::IdDocumentNumber, "").with(Field::BirthDate, "2018-08-30");
    row("N13 date of another child", otherDate, "N13.birth");
    row("N15 a number made here is none: any may follow it", issuing("J130503201808310076", ""), "N13");
    row("N15 L to another L", issuing("L130502201808315678", temporary), "N15");
    row("N15 G to L", issuing(temporary, formal), "N15");
    row("N15 G to J", issuing("J130503201808310076", formal), "N15");
    row("N15 J to L", issuing(temporary, "J130503201808310076"), "N15");
    row("N15 J to G", issuing(formal, "J130503201808310076"), "");
    row("N15 L to J", Case(withoutCard), "");
    row("N15 G to another G", issuing("G132203201808310012", formal), "N15");
  }
  void aNumberIsJudged() {
    QFETCH(Case, question);
    QFETCH(QString, expected);
    QCOMPARE(codes(question), expected);
  }

  void aNumberOfTheSystemIsToldNotRefused() {
    // G and J alike are given by the system: what does not fit is compared there.
    for (const char* number : {"G130502201808310011", "J130503201808310075", "J130503201808310076"}) {
      Case question = issuing(number, "L130502201808311234");
      question.with(Field::BirthDate, "2018-08-30").with(Field::IdDocumentNumber, "").with(Field::IdDocumentType, "Z");
      const Verdict verdict = verdictOf(question);
      QVERIFY2(verdict.allows() && !verdict.findings.isEmpty(), number);
    }
  }

  void aNumberOnceGivenIsBurnt() {
    Case question = issuing("L130502201808311234");
    const QString number = question.record.value(Field::StudentNumber);
    question.facts.studentNumbers.insert(number, {9, 0, StudentStatus::Voided, {}, true});
    QCOMPARE(codes(question), QStringLiteral("N14"));
    question.facts.studentNumbers[number].student = 7;
    QCOMPARE(codes(question), QString());
    question.facts.studentNumbers[number] = {0, 5, StudentStatus::InSchool, {}, false};
    QCOMPARE(codes(question), QStringLiteral("N14.sheet"));
  }

  void aSchoolCodeIsJudged_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ours") << "2113009999"
                          << "";
    QTest::newRow("none given") << ""
                                << "";
    QTest::newRow("nine digits") << "211300999"
                                 << "N18";
    QTest::newRow("category 99") << "9913009999"
                                 << "N18";
    QTest::newRow("another province") << "2111009999"
                                      << "N18.province";
  }
  void aSchoolCodeIsJudged() {
    QFETCH(QString, code);
    QFETCH(QString, expected);
    Case question;
    question.record.setValue(Field::SchoolCode, code);
    QCOMPARE(codes(question), expected);
  }

  void anotherProvinceIsOnlyAWarning() {
    const Verdict verdict = verdictOf(Case().with(Field::SchoolCode, "2111009999"));
    QCOMPARE(verdict.findings.first().severity, Severity::Warn);
    QVERIFY(verdict.allows());
    QVERIFY(!verdictOf(Case().with(Field::SchoolCode, "9913009999")).allows());
  }
};

QTEST_GUILESS_MAIN(TestStudentNumberRules)
#include "student_number_rules_test.moc"
