#include "case.h"

#include <QTest>

using namespace xueji;
using namespace xueji::test;

/// N01-N09, N16, N17, N19, N20, N22, E21: each on both sides of its boundary.
class TestDocumentRules : public QObject {
  Q_OBJECT

private slots:
  void aDocumentIsJudged_data() {
    QTest::addColumn<Case>("question");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const Case& question, const char* expected) {
      QTest::newRow(name) << question << QString::fromLatin1(expected);
    };
    row("a good record has nothing against it", Case(), "");
    row("N01 seventeen characters", Case().with(Field::IdDocumentNumber, "13050220180831001"), "N01");
    row("N01 a letter inside", Case().with(Field::IdDocumentNumber, "1305022018083100A0"), "N01");
    row("N01 fifteen digits are out of use", Case().with(Field::IdDocumentNumber, "130503850101123"), "N01");
    row("N01 damaged, and nothing else is said", Case().with(Field::IdDocumentNumber, "132225201806175000"),
        "N01.damaged");
    row("N01 exponent form", Case().with(Field::IdDocumentNumber, "1.30502E+17"), "N01.damaged");
    row("N02 wrong check digit", Case().with(Field::IdDocumentNumber, "130502201808310011"), "N02");
    row("N02 alone, though sex and date differ too", Case().child("130502201808310011", "2018-08-01", "2"), "N02");
    row("N02 check digit X is right", Case().child("13052420130520007X", "2013-05-20", "1").deferred(), "");
    row("N03 number and record differ", Case().with(Field::BirthDate, "2018-08-30"), "N03");
    row("N03 differing dates leave the age undecided", Case().with(Field::BirthDate, "2018-09-01"), "N03");
    row("N03 29 February of a common year", Case().child("130503200902290441", "2009-02-28", "2"), "N03.impossible");
    row("N03 29 February of a leap year", Case().child("130533201202290689", "2012-02-29", "2").deferred(), "");
    row("N03 born after the act", Case().born("2024-09-02"), "N03.future N22");
    row("N03 two years old", Case().born("2022-08-31"), "N03.age N22");
    row("N03 three years old is E01's", Case().born("2021-08-31"), "E01 N22");
    row("N03 26 years old", Case().born("1998-09-01"), "N03.age N22");
    row("N04 sex differs", Case().with(Field::Sex, "2"), "N04");
    row("N04 with the police's statement", Case().with(Field::Sex, "2").given("police_statement"), "");
    row("N04 a card copy is no statement", Case().with(Field::Sex, "2").given("document_copy"), "N04");
    row("N05 region never used", Case().child("139999201501010119", "2015-01-01", "1").deferred(), "N05");
    row("N05 retired region", Case().child("130521201203151239", "2012-03-15", "1").deferred(), "");
    row("N06 Hong Kong permit, status says no", Case().child("810000201506070156", "2015-06-07", "1").deferred(),
        "N06");
    row("N06 Hong Kong permit of a compatriot",
        Case().child("810000201506070156", "2015-06-07", "1").with(Field::OverseasStatus, "01").deferred(), "");
    row("N06 permit under the permit's own document type",
        Case()
            .child("820000201607080267", "2016-07-08", "2")
            .with(Field::OverseasStatus, "03")
            .with(Field::IdDocumentType, "7")
            .deferred(),
        "");
    row("N06 compatriot with a mainland number", Case().with(Field::OverseasStatus, "05"), "N06.number");
    const Case foreigner = Case().with(Field::IdDocumentType, "9").with(Field::BirthDate, "2018-01-02");
    row("N07 present form", Case(foreigner).with(Field::IdDocumentNumber, "913840201401020356"), "");
    row("N07 check digit", Case(foreigner).with(Field::IdDocumentNumber, "913840201401020357"), "N07.check");
    row("N07 older form", Case(foreigner).with(Field::IdDocumentNumber, "GBR310012345678"), "");
    row("N07 eleven digits", Case(foreigner).with(Field::IdDocumentNumber, "GBR31001234567"), "N07");
    const Case traveller = Case().with(Field::OverseasStatus, "01");
    row("N08 home-return permit",
        Case(traveller).with(Field::IdDocumentType, "6").with(Field::IdDocumentNumber, "H12345678"), "");
    row("N08 Taiwan permit of seven digits",
        Case(traveller).with(Field::IdDocumentType, "8").with(Field::IdDocumentNumber, "1234567"), "N08");
    row("N08 Taiwan permit of eight digits",
        Case(traveller).with(Field::IdDocumentType, "8").with(Field::IdDocumentNumber, "12345678"), "");
    row("N08 passport of four characters",
        Case().with(Field::IdDocumentType, "A").with(Field::IdDocumentNumber, "E123"), "N08");
    row("N08 passport", Case().with(Field::IdDocumentType, "A").with(Field::IdDocumentNumber, "E12345678"), "");
    const Case nameless = Case().with(Field::IdDocumentType, "Z").with(Field::IdDocumentNumber, "");
    row("N09 without a number", nameless, "N09 N09.members");
    row("N09 the certificate does not replace the members' documents", Case(nameless).given("attendance_certificate"),
        "N09.members");
    Case complete = Case(nameless).given("attendance_certificate");
    complete.with(Field::Member1IdType, "1").with(Field::Member1IdNumber, "11010519491231002X");
    complete.with(Field::Member2IdType, "1").with(Field::Member2IdNumber, "440524188001010014");
    row("N09 with everything", complete, "");
    row("without a number under another type it is simply missing", Case().with(Field::IdDocumentNumber, ""),
        "required:id_document_number");
    row("N20 expired yesterday", Case().with(Field::IdDocumentValidity, "2019-09-09/2024-09-09"), "N20");
    row("N20 expires today", Case().with(Field::IdDocumentValidity, "2019-09-10/2024-09-10"), "");
    row("N20 ten years for a child", Case().with(Field::IdDocumentValidity, "2020-01-01/2030-01-01"), "N20.length");
    Case grown = Case().child("130521201203151239", "2012-03-15", "1").deferred();
    row("N20 ten years at sixteen", Case(grown).with(Field::IdDocumentValidity, "2028-03-15/2038-03-15"), "");
    row("N20 ten years a day before sixteen", Case(grown).with(Field::IdDocumentValidity, "2028-03-14/2038-03-14"),
        "N20.length");
    row("N22 region gone since 1982", Case().child("132203201808310012", "2018-08-31", "1"), "N22");
  }
  void aDocumentIsJudged() {
    QFETCH(Case, question);
    QFETCH(QString, expected);
    QCOMPARE(codes(question), expected);
  }

  void aRegionRetiredTheYearBeforeBirthIsPlausible() {
    // 130521 last stood in the table of 2019.
    for (const auto& [birth, expected] : {std::pair("2020-12-31", ""), std::pair("2021-01-01", "N22")}) {
      Case question = Case().born(birth).entering(Stage::Primary, 2027);
      QString number = QStringLiteral("130521") + question.record.value(Field::IdDocumentNumber).mid(6);
      number.replace(17, 1, IdentityNumber::checkCharacter(QStringView(number).left(17)));
      question.record.setValue(Field::IdDocumentNumber, number);
      QCOMPARE(codes(question), QString::fromLatin1(expected));
    }
  }

  void aNumberStandsOnce() {
    Case question;
    const QString number = question.record.value(Field::IdDocumentNumber);
    question.facts.identityNumbers.insert(number, {7, 0, StudentStatus::InSchool, number, false});
    QCOMPARE(codes(question), QStringLiteral("N16"));
    question.facts.identityNumbers[number].status = StudentStatus::TransferredOut;
    QCOMPARE(codes(question), QStringLiteral("N16.left"));
    question.facts.identityNumbers.insert(number, {0, 14, StudentStatus::InSchool, number, false});
    QCOMPARE(codes(question), QStringLiteral("N16.sheet"));
    QCOMPARE(verdictOf(question).findings.first().args, (QStringList{number, QStringLiteral("14")}));
  }

  void aChildIsNotItsOwnDouble() {
    Case question;
    const QString number = question.record.value(Field::IdDocumentNumber);
    question.facts.identityNumbers.insert(number, {7, 0, StudentStatus::InSchool, number, false});
    question.facts.alike = {{7, 0, StudentStatus::InSchool, {}, false}};
    question.request.student = 7;
    QCOMPARE(codes(question), QString());
    question.request.student = 8;
    QCOMPARE(codes(question), QStringLiteral("N16"));
  }

  void aGraduateOfTheStageIsNotOpenedAgain() {
    Case question;
    const QString number = question.record.value(Field::IdDocumentNumber);
    question.facts.finished = number;
    question.facts.identityNumbers.insert(number, {7, 0, StudentStatus::Graduated, number, false});
    QCOMPARE(codes(question), QStringLiteral("E21"));
    question.facts.finished = QStringLiteral("132203201808310012");
    QCOMPARE(codes(question), QStringLiteral("N16.left"));
  }

  void alikeChildrenAreDoubtfulOnlyWithoutANumber() {
    Case question;
    question.facts.alike = {{7, 0, StudentStatus::InSchool, QStringLiteral("132203201808310012"), false}};
    QCOMPARE(codes(question), QString()); // twins of one name do exist
    question.facts.alike.first().idDocumentNumber.clear();
    QCOMPARE(codes(question), QStringLiteral("N17"));
    question.given("different_persons");
    QCOMPARE(codes(question), QString());
    question.request.papers.clear();
    question.facts.alike.first().sheetRow = 12;
    QCOMPARE(codes(question), QStringLiteral("N17.sheet"));
  }

  void aDisabilityCardBelongsToThePupil_data() {
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("expected");
    QTest::newRow("right") << "13050220180831001052"
                           << "";
    QTest::newRow("reissued") << "13050220180831001052B1"
                              << "";
    QTest::newRow("grade 5") << "13050220180831001055"
                             << "N19";
    QTest::newRow("kind 8") << "13050220180831001081"
                            << "N19";
    QTest::newRow("another kind than the record") << "13050220180831001042"
                                                  << "N19.kind";
    QTest::newRow("another child's") << "13220320180831001252"
                                     << "N19.owner";
  }
  void aDisabilityCardBelongsToThePupil() {
    QFETCH(QString, card);
    QFETCH(QString, expected);
    Case question = Case().with(Field::Disability, "5").with(Field::InclusiveEducation, "3");
    question.request.disabilityCard = card;
    QCOMPARE(codes(question), expected);
  }
};

QTEST_GUILESS_MAIN(TestDocumentRules)
#include "document_rules_test.moc"
