#include "case.h"

#include <QTest>

using namespace xueji;
using namespace xueji::test;

/// N21, E01-E05, E15, E20, E22-E24 and what must be filled in: each on both sides of its boundary.
class TestEntryRules : public QObject {
  Q_OBJECT

private slots:
  void anEntryIsJudged_data() {
    QTest::addColumn<Case>("question");
    QTest::addColumn<QString>("expected"); // refusals and missing papers
    const auto row = [](const char* name, const Case& question, const char* expected) {
      QTest::newRow(name) << question << QString::fromLatin1(expected);
    };
    row("E01 born on 31 August enters", Case().child("130502201808310010", "2018-08-31", "1"), "");
    row("E01 born on 1 September waits", Case().child("130502201809010028", "2018-09-01", "2"), "E01");
    row("E01 born on 1 September enters a year later",
        Case().child("130502201809010028", "2018-09-01", "2").entering(Stage::Primary, 2025), "");
    row("E01 no paper helps", Case().child("130502201809010028", "2018-09-01", "2").given("deferral_approval"), "E01");
    row("E01 born on 29 February", Case().born("2020-02-29").entering(Stage::Primary, 2026), "");
    row("E01 born on 29 February, a year early", Case().born("2020-02-29").entering(Stage::Primary, 2025), "E01");
    row("E01 elsewhere is only told", Case().born("2018-09-01").outsideHebei(), "");
    row("E01 not for junior school", Case().born("2018-09-01").entering(Stage::Junior, 2024).given("lookup_result"),
        "");
    Case transferred = Case().born("2018-09-01");
    transferred.request.entryGrade = 2;
    row("E01 not for a later grade", transferred, "");
    row("E02 exactly seven on the cut-off day", Case().born("2017-08-31"), "E02");
    row("E02 brought late, with a statement", Case().born("2017-08-31").given("late_entry_statement"), "");
    SeenPaper undatedStatement = Case::paper("late_entry_statement");
    undatedStatement.issued = {};
    row("E02 a statement without its day", Case().born("2017-08-31").given(undatedStatement), "paper_incomplete");
    row("E02 a card of a child without a disability", Case().born("2017-08-31").given("disability_card"), "E02");
    const Case disabled = Case().born("2017-08-31").with(Field::Disability, "5").with(Field::InclusiveEducation, "3");
    row("E02 a disabled child", disabled, "E02.disabled");
    for (const char* paper : {"disability_card", "disability_assessment", "late_entry_statement"})
      row(qPrintable(QStringLiteral("E02 a disabled child with %1").arg(QLatin1String(paper))),
          Case(disabled).given(paper), "");
    row("E02 a disabled child with a household register", Case(disabled).given("household_register"), "E02.disabled");
    row("E02 with a formal number it is told",
        Case().born("2017-08-31").with(Field::StudentNumber, "G132201201708310012"), "");
    row("E02 with an L number it is asked", Case().born("2017-08-31").with(Field::StudentNumber, "L130502201708311234"),
        "E02");
    row("E02 seven a day later", Case().born("2017-09-01"), "");
    row("E02 eight years old", Case().born("2016-03-03"), "E02");
    const Case approved = Case().born("2017-08-31").given("deferral_approval");
    row("E03 after the approval its papers are asked for", approved, "E03 E03.hospital");
    const Case deferred = Case(approved).given("deferral_application");
    row("E03 the hospital's paper is missing", deferred, "E03.hospital");
    row("E03 the application is missing", Case(approved).given("deferral_hospital"), "E03");
    row("E03 all papers of one year", Case(deferred).given("deferral_hospital"), "");
    SeenPaper ofTownship = Case::paper("deferral_hospital");
    ofTownship.level = QStringLiteral("township");
    row("E03 a hospital of the township", Case(deferred).given(ofTownship), "paper_incomplete");
    row("E03 elsewhere no hospital is asked", Case(deferred).outsideHebei(), "");
    row("E03 elsewhere the application is", Case(approved).outsideHebei(), "E03");
    row("E03 not for a child that was brought late", Case().born("2016-08-31").given("late_entry_statement"), "");
    const Case twice = Case(deferred).born("2016-08-31").given("deferral_hospital");
    row("E03 the second year needs a renewal", twice, "E03.renewal");
    row("E03 renewed", Case(twice).given("deferral_renewal"), "");
    row("E04 entrance examination for primary school", Case().with(Field::EntryMode, "21"), "E04");
    row("E04 talent entry for junior school",
        Case().born("2012-01-01").entering(Stage::Junior, 2024).given("lookup_result").with(Field::EntryMode, "22"),
        "E04");
    row("E04 examination for senior school",
        Case().born("2009-01-01").entering(Stage::Senior, 2024).given("lookup_result").with(Field::EntryMode, "21"),
        "");
    row("E05 junior entrant without a number", Case().born("2012-01-01").entering(Stage::Junior, 2024), "E05");
    row("E05 with the result of the look-up",
        Case().born("2012-01-01").entering(Stage::Junior, 2024).given("lookup_result"), "");
    row("E05 continued by number",
        Case().born("2012-01-01").entering(Stage::Junior, 2024).with(Field::StudentNumber, "L130502201201011234"), "");
    row("E05 primary school: not refused", Case().born("2020-01-01").entering(Stage::Primary, 2026), "");
    for (const auto& [inclusive, disability, special, expected] :
         {std::tuple("0", "0", "", ""), std::tuple("1", "1", "", ""), std::tuple("2", "2", "2", ""),
          std::tuple("3", "5", "", ""), std::tuple("9", "3", "", ""), std::tuple("9", "7", "2", ""),
          std::tuple("1", "0", "", "E15"), std::tuple("1", "2", "", "E15"), std::tuple("9", "5", "", "E15"),
          std::tuple("9", "0", "", "E15"), std::tuple("3", "", "", "E15"), std::tuple("0", "", "", ""),
          // taught otherwise
          std::tuple("0", "5", "1", ""), std::tuple("0", "5", "3", ""), std::tuple("0", "5", "4", ""),
          std::tuple("0", "5", "2", "E15"), std::tuple("3", "5", "4", "E15.type"), std::tuple("", "5", "4", ""),
          // only told
          std::tuple("0", "1", "", ""), std::tuple("", "1", "", "")})
      row(qPrintable(QStringLiteral("E15 %1 with %2, %3")
                         .arg(QLatin1String(inclusive), QLatin1String(disability), QLatin1String(special))),
          Case()
              .with(Field::InclusiveEducation, inclusive)
              .with(Field::Disability, disability)
              .with(Field::SpecialEducation, special),
          expected);
    const Case special = Case().with(Field::Disability, "5").atSpecialSchool();
    row("E15 special school, disabled", special, "");
    row("E15 special school, inclusive", Case(special).with(Field::InclusiveEducation, "3"), "E15.special");
    row("E23 orphan", Case().with(Field::Orphan, "1"), "E23");
    row("E23 orphan with the paper", Case().with(Field::Orphan, "1").given("orphan_certificate"), "");
    row("E23 a martyr's paper is none for an orphan", Case().with(Field::Orphan, "1").given("martyr_certificate"),
        "E23");
    Case imported = Case().with(Field::Orphan, "1").with(Field::MartyrFamily, "1");
    imported.request.imported = true;
    row("E23 an import only tells it", imported, "");
    row("E23 what stands only tells it", Case(imported).standing(), "");
    imported.request.imported = false;
    row("E23 by hand the paper comes first", imported, "E23 E23.martyr");
    row("E23 martyr", Case().with(Field::MartyrFamily, "1"), "E23.martyr");
    row("E24 nobody is guardian", Case().with(Field::Member1IsGuardian, "0"), "E24");
    row("E24 the second is guardian", Case().with(Field::Member1IsGuardian, "0").with(Field::Member2IsGuardian, "1"),
        "");
    row("E24 a guardian without a name", Case().with(Field::Member1Name, ""), "E24 required:member1_name");
    Case alone;
    for (const FieldDefinition& item : catalogue().all())
      if (item.member != 0)
        alone.record.setValue(item.field, QString());
    row("E24 nobody at all, said once", alone, "E24");
    row("E24 no paper helps", Case(alone).given("one_guardian_reason"), "E24");
  }
  void anEntryIsJudged() {
    QFETCH(Case, question);
    QFETCH(QString, expected);
    QCOMPARE(blocking(question), expected);
  }

  void aWarningDoesNotStop_data() {
    QTest::addColumn<Case>("question");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const Case& question, const char* expected) {
      QTest::newRow(name) << question << QString::fromLatin1(expected);
    };
    row("E20 September of the year", Case().with(Field::EntryMonth, "2024-09"), "");
    row("E20 August", Case().with(Field::EntryMonth, "2024-08"), "E20.month");
    row("E20 the year before", Case().with(Field::EntryMonth, "2023-09"), "E20");
    Case early = Case().with(Field::EntryMonth, "2024-09");
    early.request.today = QDate(2024, 6, 1);
    row("E20 three months ahead", early, "");
    early.request.today = QDate(2024, 5, 31);
    row("E20 more than three months ahead", early, "E20.future");
    row("E22 left behind", Case().with(Field::LeftBehind, "2"), "");
    row("E22 migrant from elsewhere", Case().with(Field::MigrantChild, "1").with(Field::HouseholdPlace, "130529000000"),
        "");
    const Case migrant = Case().with(Field::MigrantChild, "1").with(Field::HouseholdPlace, "130529000000");
    for (const auto& [kind, expected] :
         {std::pair("111", ""), std::pair("112", ""), std::pair("121", ""), std::pair("122", ""), std::pair("123", ""),
          std::pair("210", "E22.rural"), std::pair("220", "E22.rural"), std::pair("", "")}) {
      Case question = migrant;
      question.facts.profile.urbanRural = QString::fromLatin1(kind);
      row(qPrintable(QStringLiteral("E22 migrant at a school of class %1").arg(QLatin1String(kind))), question,
          expected);
      question.with(Field::MigrantChild, "0");
      row(qPrintable(QStringLiteral("E22 no migrant at a school of class %1").arg(QLatin1String(kind))), question, "");
    }
    row("E22 migrant within the county", Case().with(Field::MigrantChild, "1"), "E22.county");
    row("E22 both",
        Case().with(Field::MigrantChild, "1").with(Field::LeftBehind, "1").with(Field::HouseholdPlace, "130529000000"),
        "E22");
    for (const auto& [inclusive, disability, special, expected] :
         {std::tuple("0", "0", "", ""), std::tuple("", "", "", ""), std::tuple("0", "1", "", "E15.empty"),
          std::tuple("", "1", "", "E15.empty"), std::tuple("", "1", "2", "E15.empty"), std::tuple("", "1", "4", ""),
          std::tuple("0", "0", "4", "E15.undisabled"), std::tuple("1", "1", "", "")})
      row(qPrintable(QStringLiteral("E15 told: %1 with %2, %3")
                         .arg(QLatin1String(inclusive), QLatin1String(disability), QLatin1String(special))),
          Case()
              .with(Field::InclusiveEducation, inclusive)
              .with(Field::Disability, disability)
              .with(Field::SpecialEducation, special),
          expected);
    row("E01 elsewhere", Case().born("2018-09-01").outsideHebei(), "E01.early N22");
    row("E01 elsewhere in time", Case().born("2018-08-31").outsideHebei(), "N22");
    row("E02 seven with a formal number",
        Case().child("132201201708310012", "2017-08-31", "1").with(Field::StudentNumber, "G132201201708310012"),
        "E02.numbered N22");
    row("E02 seven with a J number",
        Case().child("132201201708310012", "2017-08-31", "1").with(Field::StudentNumber, "J132201201708310012"),
        "E02.numbered N13 N22");
    const auto primary = [](int year, const char* number = "") {
      return Case()
          .born("2014-01-01")
          .entering(Stage::Primary, year)
          .given("late_entry_statement")
          .with(Field::StudentNumber, number);
    };
    row("E05 primary school of 2025", primary(2025), "N22");
    row("E05 primary school of 2026", primary(2026), "E05.preschool N22");
    row("E05 a kindergarten's G goes on", primary(2026, "G132201201401010015"), "N22");
    row("E05 a kindergarten's L goes on", primary(2026, "L130502201401011234"), "N22");
    Case second = primary(2026);
    second.request.entryGrade = 2;
    row("E05 not for a later grade", second, "N22");
    Case continued = Case().born("2012-01-01").entering(Stage::Junior, 2024);
    continued.with(Field::StudentNumber, "L130502201201011234");
    continued.request.continued = true;
    row("E05 continued with all its items", continued, "N22");
    const Case bare = Case(continued).with(Field::CurrentAddress, "");
    row("E05 continued, its file is still to come", bare, "E05.dossier N22");
    row("E05 continued, its file has come", Case(bare).given("dossier_received"), "N22");
    Case standing = bare;
    standing.request.occasion = Occasion::AsItStands;
    row("E05 of what stands: the file is still to come", standing, "E05.dossier N22");
    Case one;
    for (const FieldDefinition& item : catalogue().all())
      if (item.member == 2)
        one.record.setValue(item.field, QString());
    row("E24 one person", one, "E24.one");
    row("E24 one person with a reason", Case(one).given("one_guardian_reason"), "");
    row("N21 every plane of Han", Case().with(Field::Name, "李𠮷䶮"), "");
    row("N21 name of another people", Case().with(Field::Name, "阿依古丽·吐尔逊"), "");
    row("N21 look-alike dot", Case().with(Field::Name, "阿依古丽•吐尔逊"), "N21");
    row("N21 a home-made character", Case().with(Field::Name, "张\xEE\x80\x81"), "N21.homemade");
    row("N21 of a standard plane", Case().with(Field::Name, "张\xF0\xA0\x82\x87"), "");
    row("N21 a foreigner's passport",
        Case().with(Field::Name, "Anna Weber").with(Field::Nationality, "DEU").given("document_copy"), "");
    row("N21 a foreigner's name", Case().with(Field::Name, "Anna Weber").with(Field::Nationality, "DEU"),
        "N21.foreigner");
    row("N21 Latin letters of a Chinese child", Case().with(Field::Name, "Anna Weber"), "N21");
    row("N21 of Hong Kong", Case().with(Field::Name, "Anna Weber").with(Field::Nationality, "HKG"), "N21");
    row("N21 blank", Case().with(Field::Name, "张 明"), "N21");
    row("N21 digit", Case().with(Field::Name, "张明2"), "N21");
    row("N21 dot at the end", Case().with(Field::Name, "张明·"), "N21");
    row("N21 one character", Case().with(Field::Name, "张"), "N21.length");
    row("N21 two characters beyond the basic plane", Case().with(Field::Name, "𠮷𠮷"), "");
    row("N21 36 characters", Case().with(Field::Name, QByteArray("明").repeated(36)), "");
    row("N21 37 characters", Case().with(Field::Name, QByteArray("明").repeated(37)), "N21.length");
    Case repaired;
    repaired.request.repairs.insert(Field::Name, {QStringLiteral("dots")});
    row("N21 repaired", repaired, "N21.repaired");
    Case elsewhere;
    elsewhere.request.repairs.insert(Field::IdDocumentNumber, {QStringLiteral("width")});
    row("N21 is about the name only", elsewhere, "");
  }
  void aWarningDoesNotStop() {
    QFETCH(Case, question);
    QFETCH(QString, expected);
    const Verdict verdict = verdictOf(question);
    QCOMPARE(codesOf(verdict.findings), expected);
    QVERIFY(verdict.allows());
  }

  void theSeverityOfE01IsTheProvinces() {
    const Finding hebei = verdictOf(Case().born("2018-09-01")).findings.last();
    const Finding elsewhere = verdictOf(Case().born("2018-09-01").outsideHebei()).findings.last();
    QCOMPARE(hebei.ruleSet, QStringLiteral("HB2017"));
    QCOMPARE(elsewhere.ruleSet, QStringLiteral("BASE"));
    QVERIFY(book().citation(elsewhere, Language::Chinese).contains(QStringLiteral("年满六周岁")));
    QVERIFY(!book().citation(elsewhere, Language::Chinese).contains(QStringLiteral("河北")));
    QVERIFY(book().citation(hebei, Language::Chinese).contains(QStringLiteral("河北")));
  }

  void theDayOfForceOfThePreschoolRuleIsASetting() {
    const Case question = Case().born("2019-01-01").entering(Stage::Primary, 2025);
    QVERIFY(!codes(question).contains(QStringLiteral("E05")));
    const QJsonObject county{
        {QStringLiteral("rules"),
         QJsonObject{{QStringLiteral("E05"),
                      QJsonObject{{QStringLiteral("parameters"),
                                   QJsonObject{{QStringLiteral("preschoolFrom"), QStringLiteral("2025-09-01")}}}}}}}};
    const auto earlier = book().withSettings(county, {});
    QVERIFY(earlier);
    const Findings findings = verdictOf(question, *earlier).findings;
    const auto told =
        std::find_if(findings.begin(), findings.end(), [](const Finding& one) { return one.code == u"E05.preschool"; });
    QVERIFY(told != findings.end());
    QCOMPARE(told->severity, Severity::Warn);
    QVERIFY(book().citation(*told, Language::Chinese).contains(QStringLiteral("全国学前儿童学籍管理办法")));
    QVERIFY(book().sentence(*told, Language::Chinese).contains(QStringLiteral("先在国家学籍系统调取学前学籍")));
  }

  void theRefusalNamesTheYearInWhichTheChildMayCome() {
    const Findings findings = verdictOf(Case().child("130502201809010028", "2018-09-01", "2")).findings;
    QCOMPARE(findings.first().args, (QStringList{QStringLiteral("2018-09-01"), QStringLiteral("2024-08-31"),
                                                 QStringLiteral("6"), QStringLiteral("2025")}));
    QCOMPARE(findings.first().fields.first(), Field::BirthDate);
  }

  void aMissingItemIsSaidOnce_data() {
    QTest::addColumn<Case>("question");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const Case& question, const char* expected) {
      QTest::newRow(name) << question << QString::fromLatin1(expected);
    };
    row("no name", Case().with(Field::Name, ""), "required:name");
    Case unread = Case().with(Field::EthnicGroup, "");
    row("no ethnic group", unread, "required:ethnic_group");
    unread.request.unreadable.insert(Field::EthnicGroup);
    row("unreadable ethnic group has its own finding", unread, "");
    row("no preschool item in junior school",
        Case().born("2012-01-01").entering(Stage::Junior, 2024).given("lookup_result").with(Field::Preschool, ""), "");
    row("no household of a foreigner",
        Case().with(Field::Nationality, "FRA").with(Field::HouseholdPlace, "").with(Field::HouseholdKind, ""), "");
    for (const auto& [status, expected] :
         {std::pair("01", ""), std::pair("03", ""), std::pair("05", ""), std::pair("02", "required:household_place"),
          std::pair("04", "required:household_place"), std::pair("06", "required:household_place"),
          std::pair("11", "required:household_place")})
      row(qPrintable(QStringLiteral("household with overseas status %1").arg(QLatin1String(status))),
          Case().with(Field::OverseasStatus, status).with(Field::HouseholdPlace, ""), expected);
    row("no household of a compatriot's family",
        Case().with(Field::OverseasStatus, "03").with(Field::Member1Household, "").with(Field::Member2Household, ""),
        "");
    for (const char* document : {"6", "7", "8", "9", "A", "P"})
      row(qPrintable(QStringLiteral("no household of a parent with document %1").arg(QLatin1String(document))),
          Case().with(Field::Member1IdType, document).with(Field::Member1Household, ""), "");
    row("the household of a parent with an identity card",
        Case().with(Field::Member1IdType, "1").with(Field::Member1Household, ""), "required:member1_household");
    row("the household of the other parent", Case().with(Field::Member1IdType, "A").with(Field::Member2Household, ""),
        "required:member2_household");
    row("no household of a Chinese child", Case().with(Field::HouseholdPlace, ""), "required:household_place");
    row("the first member's phone", Case().with(Field::Member1Phone, ""), "required:member1_phone");
    Case byNumber = Case().entering(Stage::Junior, 2024);
    byNumber.record = StudentRecord();
    byNumber.with(Field::Name, "张小明").with(Field::StudentNumber, "L130502201201011234");
    byNumber.request.continued = true;
    row("even a continued dossier needs sex and birth date", byNumber, "required:birth_date required:sex");
    row("a continued dossier brings its other items along",
        Case(byNumber).with(Field::Sex, "1").with(Field::BirthDate, "2012-01-01"), "");
  }
  void aMissingItemIsSaidOnce() {
    QFETCH(Case, question);
    QFETCH(QString, expected);
    QCOMPARE(blocking(question), expected);
  }
};

QTEST_GUILESS_MAIN(TestEntryRules)
#include "entry_rules_test.moc"
