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
    row("N03 25 years old in senior school",
        Case().born("1999-09-02").entering(Stage::Senior, 2025).given("lookup_result"), "N03.unusual N22");
    const Case grownUp = Case().born("1999-09-01").entering(Stage::Senior, 2025).given("lookup_result");
    row("N03 26 years old in senior school", grownUp, "N03.age N22");
    row("N03 26 years old, no paper helps", Case(grownUp).given("disability_assessment"), "N03.age N22");
    const Case older = Case(grownUp).atSpecialSchool();
    row("N03 26 years old at a special school", older, "N03.older N22");
    row("N03 with the disability card", Case(older).given("disability_card"), "N22");
    row("N03 with the assessment", Case(older).given("disability_assessment"), "N22");
    row("N03 a police statement is no such paper", Case(older).given("police_statement"), "N03.older N22");
    row("N03 two years old at a special school", Case().born("2022-08-31").atSpecialSchool(), "N03.age N22");
    row("N04 sex differs", Case().with(Field::Sex, "2"), "N04");
    row("N04 with the police's statement", Case().with(Field::Sex, "2").given("police_statement"), "");
    row("N04 a card copy is no statement", Case().with(Field::Sex, "2").given("document_copy"), "N04");
    row("N05 region never used", Case().child("139999201501010119", "2015-01-01", "1").deferred(), "N05");
    const Case wrongType = Case().child("913840201401020356", "2014-01-02", "1").deferred();
    row("N05 a foreigner's card under type 1", wrongType, "N05.foreigner");
    row("N05 whose sex digit is not judged", Case(wrongType).with(Field::Sex, "2"), "N05.foreigner");
    row("N05 whose date is", Case(wrongType).with(Field::BirthDate, "2014-01-03"), "N03 N05.foreigner");
    row("N05 retired region", Case().child("130521201203151239", "2012-03-15", "1").deferred(), "");
    for (const auto& [region, birth, sex, right] : {std::tuple("810000201506070156", "2015-06-07", "1", "01"),
                                                    std::tuple("820000201607080267", "2016-07-08", "2", "03"),
                                                    std::tuple("830000201708090378", "2017-08-09", "1", "05")})
      for (const char* status : {"00", "01", "02", "03", "04", "05", "06", "51"})
        row(qPrintable(QStringLiteral("N06 %1 with %2").arg(QLatin1String(region).left(6), QLatin1String(status))),
            Case().child(region, birth, sex).with(Field::OverseasStatus, status).deferred(),
            qstrcmp(status, right) == 0 ? "" : "N06");
    for (const auto& [status, expected] :
         {std::pair("01", "N06.number"), std::pair("03", "N06.number"), std::pair("05", "N06.number"),
          std::pair("02", ""), std::pair("04", ""), std::pair("06", ""), std::pair("11", "")})
      row(qPrintable(QStringLiteral("N06 a mainland number with %1").arg(QLatin1String(status))),
          Case().with(Field::OverseasStatus, status), expected);
    const Case permit =
        Case().child("820000201607080267", "2016-07-08", "2").with(Field::OverseasStatus, "03").deferred();
    row("N06 permit under the travel document's type", Case(permit).with(Field::IdDocumentType, "7"), "");
    row("N06 permit under its own type", Case(permit).with(Field::IdDocumentType, "P"), "");
    row("N06 a mainland number under the permit's type", Case().with(Field::IdDocumentType, "P"), "N06.type");
    row("N02 a permit is checked like a card",
        Case(permit).with(Field::IdDocumentType, "P").with(Field::IdDocumentNumber, "820000201607080268"), "N02");
    const Case foreigner = Case().with(Field::IdDocumentType, "9").with(Field::BirthDate, "2014-01-02").deferred();
    row("N07 present form", Case(foreigner).with(Field::IdDocumentNumber, "913840201401020356"), "");
    row("N07 present form, a girl: the digit is not judged",
        Case(foreigner).with(Field::IdDocumentNumber, "913840201401020356").with(Field::Sex, "2"), "");
    row("N03 present form with another birth date",
        Case(foreigner).with(Field::IdDocumentNumber, "913840201401020356").with(Field::BirthDate, "2014-01-03"),
        "N03");
    row("N03 present form with a day that does not exist",
        Case(foreigner).with(Field::IdDocumentNumber, "91384020140230035X"), "N03.impossible");
    row("N07 check digit", Case(foreigner).with(Field::IdDocumentNumber, "913840201401020357"), "N07.check");
    row("N07 older form", Case(foreigner).with(Field::IdDocumentNumber, "GBR310012345678"), "");
    row("N07 eleven digits", Case(foreigner).with(Field::IdDocumentNumber, "GBR31001234567"), "N07");
    const Case traveller = Case().with(Field::OverseasStatus, "01");
    row("N08 home-return permit",
        Case(traveller).with(Field::IdDocumentType, "6").with(Field::IdDocumentNumber, "H12345678"), "");
    row("N08 home-return permit of Macao under Hong Kong's type",
        Case(traveller).with(Field::IdDocumentType, "6").with(Field::IdDocumentNumber, "M12345678"), "N08.region");
    row("N08 home-return permit of Hong Kong under Macao's type",
        Case(traveller).with(Field::IdDocumentType, "7").with(Field::IdDocumentNumber, "H12345678"), "N08.region");
    for (const auto& [type, number, expected] :
         {std::tuple("6", "A123456(7)", ""), std::tuple("6", "AB123456(A)", ""), std::tuple("6", "A1234567", ""),
          std::tuple("6", "A12345(7)", "N08"), std::tuple("6", "A123456(B)", "N08"),
          std::tuple("7", "A123456(7)", "N08"), std::tuple("7", "1234567(8)", ""), std::tuple("7", "52345678", ""),
          std::tuple("7", "7234567(0)", ""), std::tuple("7", "2234567(8)", "N08"), std::tuple("7", "123456(7)", "N08"),
          std::tuple("6", "1234567(8)", "N08")})
      row(qPrintable(QStringLiteral("N08 %1 under type %2").arg(QLatin1String(number), QLatin1String(type))),
          Case(traveller).with(Field::IdDocumentType, type).with(Field::IdDocumentNumber, number), expected);
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
    Case alone = complete;
    for (const FieldDefinition& item : catalogue().all())
      if (item.member == 2)
        alone.record.setValue(item.field, QString());
    row("N09 a single parent with its document", alone, "E24.one");
    row("N09 a single parent without it", Case(alone).with(Field::Member1IdNumber, ""), "E24.one N09.members");
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
      QCOMPARE(codes(question).remove(QStringLiteral("E05.preschool")).trimmed(), QString::fromLatin1(expected));
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

  void alikeChildrenAreDoubtful_data() {
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QStringList>("others"); // document numbers
    QTest::addColumn<int>("sheetRow");
    QTest::addColumn<QString>("expected");
    const QString mine = goodRecord().value(Field::IdDocumentNumber);
    const QString other = QStringLiteral("132203201808310012");
    QTest::newRow("nobody") << mine << QStringList() << 0 << "";
    QTest::newRow("another number: perhaps two household registers") << mine << QStringList{other} << 0 << "N17.both";
    QTest::newRow("another number in the sheet") << mine << QStringList{other} << 12 << "N17.both.sheet";
    QTest::newRow("the other without a number") << mine << QStringList{QString()} << 0 << "N17";
    QTest::newRow("the other of the sheet without a number") << mine << QStringList{QString()} << 12 << "N17.sheet";
    QTest::newRow("of two the one without a number weighs") << mine << QStringList{other, QString()} << 0 << "N17";
  }
  void alikeChildrenAreDoubtful() {
    QFETCH(QString, mine);
    QFETCH(QStringList, others);
    QFETCH(int, sheetRow);
    QFETCH(QString, expected);
    Case question;
    question.record.setValue(Field::IdDocumentNumber, mine);
    for (const QString& number : others)
      question.facts.alike << NumberHolder{sheetRow == 0 ? 7 : 0, sheetRow, StudentStatus::InSchool, number, false};
    const Verdict verdict = verdictOf(question);
    QCOMPARE(codesOf(verdict.findings), expected);
    QCOMPARE(verdict.allows(), expected.isEmpty() || expected.startsWith(QStringLiteral("N17.both")));
    question.given("different_persons");
    QCOMPARE(codes(question), QString());
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
    question.record.setValue(Field::DisabilityCard, card);
    QCOMPARE(codes(question), expected);
    // Whose card it is a paper can say; a number that is none stays one.
    question.given("disability_card");
    QCOMPARE(codes(question), expected == u"N19.owner" ? QString() : expected);
  }
};

QTEST_GUILESS_MAIN(TestDocumentRules)
#include "document_rules_test.moc"
