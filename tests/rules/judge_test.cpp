#include "case.h"

#include <QTest>

using namespace xueji;
using namespace xueji::test;

/// The engine: dates, layers, proofs, changes.
class TestJudge : public QObject {
  Q_OBJECT

private slots:
  void theSetsOfTheDayJudge_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QString>("expected");
    QTest::newRow("before any") << QDate(2013, 8, 31) << Stage::Primary << "BASE";
    QTest::newRow("first day of 2013") << QDate(2013, 9, 1) << Stage::Primary << "N2013";
    QTest::newRow("2016") << QDate(2016, 9, 1) << Stage::Primary << "N2013+HB2014";
    QTest::newRow("last day of the trial rules") << QDate(2017, 8, 31) << Stage::Junior << "N2013+HB2014";
    QTest::newRow("revised") << QDate(2017, 9, 1) << Stage::Junior << "N2013+HB2017";
    QTest::newRow("senior keeps 2014") << QDate(2017, 9, 1) << Stage::Senior << "N2013+HB2014";
    QTest::newRow("last day of 2013's") << QDate(2025, 1, 2) << Stage::Primary << "N2013+HB2017";
    QTest::newRow("first day of 2025's") << QDate(2025, 1, 3) << Stage::Primary << "N2025+HB2017";
  }
  void theSetsOfTheDayJudge() {
    QFETCH(QDate, day);
    QFETCH(Stage, stage);
    QFETCH(QString, expected);
    Case question;
    question.request.effective = day;
    question.request.stage = stage;
    QCOMPARE(verdictOf(question).ruleSets, expected);
  }

  void anOldCaseIsCitedByTheRuleOfItsDay() {
    Case question;
    const QString number = question.record.value(Field::IdDocumentNumber);
    question.facts.identityNumbers.insert(number, {7, 0, StudentStatus::InSchool, number, false});
    question.request.effective = QDate(2025, 1, 2);
    const Finding before = verdictOf(question).findings.first();
    question.request.effective = QDate(2025, 1, 3);
    const Finding after = verdictOf(question).findings.first();
    QCOMPARE(before.ruleSet, QStringLiteral("N2013"));
    QCOMPARE(after.ruleSet, QStringLiteral("N2025"));
    QVERIFY(book().citation(before, Language::Chinese).contains(u"〔2013〕7号"));
    QVERIFY(book().citation(before, Language::Chinese).contains(u"第6条"));
    QVERIFY(book().citation(after, Language::Chinese).contains(u"〔2025〕1号"));
    QVERIFY(!book().citation(after, Language::Chinese).contains(u"〔2013〕"));
  }

  void aParameterFollowsTheSet() {
    const auto months = [](const QDate& day) {
      return book()
          .inForce(QStringLiteral("E08"), day, Stage::Primary, QStringLiteral("13"))
          ->parameters.number(QStringLiteral("months"));
    };
    QCOMPARE(months(QDate(2025, 1, 2)), 1);
    QCOMPARE(months(QDate(2025, 1, 3)), 2);
    QVERIFY(!book().inForce(QStringLiteral("E08"), QDate(2013, 8, 31), Stage::Primary, QStringLiteral("13")));
  }

  void aProvincesRuleStopsAtItsBorder() {
    const auto c01 = [](const char* province) {
      return book().inForce(QStringLiteral("C01"), QDate(2024, 9, 1), Stage::Primary, QString::fromLatin1(province));
    };
    QVERIFY(c01("13"));
    QVERIFY(!c01("37"));
    // The law's own age for the first grade is told everywhere; the day that refuses is the province's.
    Case question = Case().child("130502201809010028", "2018-09-01", "2");
    question.facts.profile.region = QStringLiteral("370102");
    const Findings findings = verdictOf(question).findings;
    QCOMPARE(codesOf(findings), QStringLiteral("E01.early N18.province"));
    for (const Finding& finding : findings)
      QCOMPARE(finding.ruleSet, QStringLiteral("BASE"));
  }

  void settingsLieOnTop() {
    const QJsonObject cutoff{{QStringLiteral("cutoff"), QStringLiteral("12-31")}};
    const QJsonObject county{
        {QStringLiteral("from"), QStringLiteral("2024-01-01")},
        {QStringLiteral("to"), QStringLiteral("2024-12-31")},
        {QStringLiteral("rules"),
         QJsonObject{{QStringLiteral("E01"), QJsonObject{{QStringLiteral("parameters"), cutoff}}}}}};
    const auto layered = book().withSettings(county, {});
    QVERIFY(layered);
    const Case question = Case().child("130502201809010028", "2018-09-01", "2");
    QCOMPARE(codesOf(verdictOf(question, *layered).findings), QString());
    QCOMPARE(verdictOf(question, *layered).ruleSets, QStringLiteral("N2013+HB2017+COUNTY"));
    QCOMPARE(codesOf(verdictOf(question).findings), QStringLiteral("E01"));
    // Outside its dates a setting is silent.
    Case nextYear = Case().child("132203201908310013", "2019-09-01", "1").born("2019-09-01");
    nextYear.entering(Stage::Primary, 2025);
    QCOMPARE(codesOf(verdictOf(nextYear, *layered).findings), QStringLiteral("E01 N22"));
  }

  void schoolSettingsWinOverCounty() {
    const auto settings = [](const char* cutoff) {
      const QJsonObject rule{
          {QStringLiteral("parameters"), QJsonObject{{QStringLiteral("cutoff"), QString::fromLatin1(cutoff)}}}};
      return QJsonObject{{QStringLiteral("rules"), QJsonObject{{QStringLiteral("E01"), rule}}}};
    };
    const Case question = Case().child("130502201809010028", "2018-09-01", "2");
    QCOMPARE(codesOf(verdictOf(question, *book().withSettings(settings("12-31"), settings("08-31"))).findings),
             QStringLiteral("E01"));
    QCOMPARE(codesOf(verdictOf(question, *book().withSettings(settings("08-31"), settings("12-31"))).findings),
             QString());
  }

  void aSettingIsChecked_data() {
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<bool>("accepted");
    const QJsonObject stricter{{QStringLiteral("severity"), QStringLiteral("refuse")}};
    const QJsonObject milder{{QStringLiteral("severity"), QStringLiteral("warn")}};
    const auto parameter = [](const char* name, const QJsonValue& value) {
      return QJsonObject{{QStringLiteral("parameters"), QJsonObject{{QString::fromLatin1(name), value}}}};
    };
    QTest::newRow("stricter") << "E02" << stricter << true;
    QTest::newRow("milder") << "E02" << milder << false;
    QTest::newRow("no severity") << "E02" << QJsonObject{{QStringLiteral("severity"), QStringLiteral("maybe")}}
                                 << false;
    QTest::newRow("unknown rule") << "Q01" << stricter << false;
    QTest::newRow("known parameter") << "E20" << parameter("usualMonth", 8) << true;
    QTest::newRow("unknown parameter") << "E20" << parameter("month", 8) << false;
    QTest::newRow("parameter of another type") << "E20" << parameter("usualMonth", QStringLiteral("8")) << false;
  }
  void aSettingIsChecked() {
    QFETCH(QString, rule);
    QFETCH(QJsonObject, change);
    QFETCH(bool, accepted);
    const QJsonObject settings{{QStringLiteral("rules"), QJsonObject{{rule, change}}}};
    const auto layered = book().withSettings({}, settings);
    QCOMPARE(layered.has_value(), accepted);
    if (!accepted)
      QCOMPARE(layered.error().code, ErrorCode::ValueInvalid);
  }

  void aStricterSettingRefuses() {
    const QJsonObject stricter{{QStringLiteral("severity"), QStringLiteral("refuse")}};
    const auto layered =
        book().withSettings({}, {{QStringLiteral("rules"), QJsonObject{{QStringLiteral("E02"), stricter}}}});
    const Verdict verdict = verdictOf(Case().born("2016-03-03").deferred(), *layered);
    QCOMPARE(codesOf(verdict.findings), QStringLiteral("E02 N22"));
    QVERIFY(!verdict.allows());
  }

  void aProofTurnsAFindingIntoAnException() {
    const Verdict without = verdictOf(Case().with(Field::Sex, "2"));
    QVERIFY(!without.allows());
    QVERIFY(without.met.isEmpty());
    const Verdict with = verdictOf(Case().with(Field::Sex, "2").given("police_statement"));
    QVERIFY(with.allows());
    QCOMPARE(codesOf(with.met), QStringLiteral("N04"));
  }

  void aRefusalHasNoProof() {
    QVERIFY(!verdictOf(Case().with(Field::IdDocumentNumber, "130502201808310011").given("police_statement")).allows());
  }

  void aCorrectionIsJudgedByWhatItChanges() {
    Case question = Case().child("132203201808310012", "2018-08-31", "1").with(Field::Orphan, "1");
    question.request.kind = act_kind::kCorrect;
    question.request.student = 7;
    question.request.before = question.record;
    question.with(Field::Phone, "13900000009");
    QCOMPARE(codes(question), QString()); // N22 and E23 stood before
    question.with(Field::MartyrFamily, "1");
    QCOMPARE(codes(question), QStringLiteral("E23.martyr"));
    question.with(Field::Phone, "");
    QCOMPARE(codes(question), QStringLiteral("E23.martyr required:phone"));
  }

  void whatACorrectionMakesMissingIsHeldAgainstIt_data() {
    QTest::addColumn<Case>("stood");
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    Case alone;
    for (int field = static_cast<int>(Field::Member2Name); field <= static_cast<int>(Field::Member2IdNumber); ++field)
      alone.with(static_cast<Field>(field), "");
    const QString details = QStringLiteral("required:member2_address required:member2_household "
                                           "required:member2_is_guardian required:member2_phone "
                                           "required:member2_relation");
    QTest::newRow("a second member is named") << alone << Field::Member2Name << "李四" << details;
    QTest::newRow("something else is said") << alone << Field::Talents << "围棋"
                                            << "";
    Case incomplete = alone;
    incomplete.with(Field::Member2Name, "李四");
    QTest::newRow("they were missing before") << incomplete << Field::Member2Name << "李五"
                                              << "";
    QTest::newRow("one of them is given") << incomplete << Field::Member2Relation << "52"
                                          << "";
    Case foreign =
        Case().with(Field::Nationality, "USA").with(Field::HouseholdPlace, "").with(Field::HouseholdKind, "");
    QTest::newRow("a foreigner becomes Chinese") << foreign << Field::Nationality << "CHN"
                                                 << "required:household_kind required:household_place";
    QTest::newRow("of another nation") << foreign << Field::Nationality << "CAN"
                                       << "";
  }
  void whatACorrectionMakesMissingIsHeldAgainstIt() {
    QFETCH(Case, stood);
    QFETCH(Field, field);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    stood.request.kind = act_kind::kCorrect;
    stood.request.student = 7;
    stood.request.before = stood.record;
    stood.record.setValue(field, value);
    QStringList missing = codes(stood).split(QLatin1Char(' '));
    missing.removeIf([](const QString& code) { return !code.startsWith(QLatin1String("required:")); });
    QCOMPARE(missing.join(QLatin1Char(' ')), expected);
  }

  void entryRulesAreNotAskedAtACorrection() {
    Case question = Case().child("130502201809010028", "2018-09-01", "2");
    question.request.kind = act_kind::kCorrect;
    QCOMPARE(blocking(question), QString());
  }

  void whileTypingOnlyTheItemAtHandIsJudged() {
    Case question = Case().with(Field::IdDocumentNumber, "130502201808310011").with(Field::Orphan, "1");
    question.request.record = &question.record;
    const Judge judge(book(), catalogue());
    QCOMPARE(codesOf(*judge.judgeField(Field::IdDocumentNumber, question.request, question.facts)),
             QStringLiteral("N02"));
    QCOMPARE(codesOf(*judge.judgeField(Field::Orphan, question.request, question.facts)), QStringLiteral("E23"));
    QCOMPARE(codesOf(*judge.judgeField(Field::Name, question.request, question.facts)), QString());
  }

  void everyFaultOfTheParserHasItsSentence_data() {
    QTest::addColumn<QString>("code");
    for (const char* code : {"date_unreadable", "month_unreadable", "code_unknown", "flag_unreadable",
                             "number_unreadable", "phone_unreadable", "region_unreadable", "identity_damaged",
                             "validity_unreadable", "postal_unreadable", "name_unreadable", "too_long"})
      QTest::newRow(code) << QString::fromLatin1(code);
  }
  void everyFaultOfTheParserHasItsSentence() {
    QFETCH(QString, code);
    Case question;
    const Judge judge(book(), catalogue());
    const Finding finding = *judge.fault(Field::IdDocumentNumber, {code, {QStringLiteral("abc"), QStringLiteral("40")}},
                                         question.request, question.facts);
    QCOMPARE(finding.severity, Severity::Refuse);
    QCOMPARE(finding.rule, code == u"identity_damaged" ? QStringLiteral("N01") : QString());
    const QString unknown =
        book().sentence({{}, QStringLiteral("no such"), Severity::Warn, {}, {}, {}}, Language::Chinese);
    for (const Language language : {Language::Chinese, Language::English}) {
      const QString text = book().sentence(finding, language);
      QVERIFY(text.contains(u"abc") || text.contains(u"40"));
      QVERIFY(text != unknown);
      QVERIFY(!book().remedy(finding, language).isEmpty());
    }
  }

  void anUnknownFaultStillSaysSomething() {
    Case question;
    const Finding finding =
        *Judge(book(), catalogue())
             .fault(Field::Talents, {QStringLiteral("new"), {QStringLiteral("abc")}}, question.request, question.facts);
    QCOMPARE(finding.code, QStringLiteral("value_unreadable"));
  }

  void aColumnOfTestResultsIsRefused_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QString>("expected");
    QTest::newRow("entrance score, primary") << QStringLiteral("入学成绩") << Stage::Primary << "E04.column";
    QTest::newRow("total, junior") << QStringLiteral("总分") << Stage::Junior << "E04.column";
    QTest::newRow("total, senior") << QStringLiteral("总分") << Stage::Senior << "column_unknown";
    QTest::newRow("hobby") << QStringLiteral("爱好") << Stage::Primary << "column_unknown";
  }
  void aColumnOfTestResultsIsRefused() {
    QFETCH(QString, header);
    QFETCH(Stage, stage);
    QFETCH(QString, expected);
    Case question;
    question.request.stage = stage;
    const Finding finding = *Judge(book(), catalogue()).column(header, question.request, question.facts);
    QCOMPARE(finding.code, expected);
    QCOMPARE(finding.severity == Severity::Refuse, expected == u"E04.column");
    QVERIFY(book().sentence(finding, Language::Chinese).contains(header));
  }

  void aQuestionThatCannotBeAnsweredIsNoYes_data() {
    QTest::addColumn<QString>("question");
    QTest::addColumn<Case>("asked");
    const Case entering = Case().with(Field::StudentNumber, "L130502201808311234");
    for (const char* name : {"school", "identity", "number", "alike", "finished"})
      QTest::newRow(name) << QString::fromLatin1(name) << entering;
    for (const char* name : {"school", "identity", "number", "alike"})
      QTest::newRow(qPrintable(QStringLiteral("as it stands: %1").arg(QLatin1String(name))))
          << QString::fromLatin1(name) << Case(entering).standing();
  }
  void aQuestionThatCannotBeAnsweredIsNoYes() {
    QFETCH(QString, question);
    QFETCH(Case, asked);
    QCOMPARE(codes(asked), QString());
    asked.facts.failing = {question};
    const Error expected{ErrorCode::ReadFailed, {question}};
    const auto verdict = answerTo(asked);
    QVERIFY(!verdict);
    QCOMPARE(verdict.error(), expected);
    asked.request.record = &asked.record;
    const Judge judge(book(), catalogue());
    QCOMPARE(judge.judge(asked.request, asked.facts).error(), expected);
    QCOMPARE(judge.judgeField(Field::Name, asked.request, asked.facts).error(), expected);
    if (question == u"school") {
      QCOMPARE(judge.column(QStringLiteral("总分"), asked.request, asked.facts).error(), expected);
      QCOMPARE(
          judge.fault(Field::IdDocumentNumber, {QStringLiteral("identity_damaged"), {}}, asked.request, asked.facts)
              .error(),
          expected);
    }
  }

  void everyQuestionIsAskedAsAtTheDayOfTheAct() {
    Case question = Case().with(Field::StudentNumber, "L130502201808311234");
    question.request.record = &question.record;
    question.request.effective = QDate(2024, 9, 3);
    QVERIFY(Judge(book(), catalogue()).verdict(question.request, question.facts));
    QCOMPARE(question.facts.daysAsked, QList<QDate>(5, QDate(2024, 9, 3)));
  }

  void whatStandsIsJudgedAsItStands_data() {
    QTest::addColumn<Case>("question");
    QTest::addColumn<QString>("wished");   // the enrolment asked again
    QTest::addColumn<QString>("standing"); // the record that stands
    const auto row = [](const char* name, const Case& question, const char* wished, const char* standing) {
      QTest::newRow(name) << question << QString::fromLatin1(wished) << QString::fromLatin1(standing);
    };
    row("nothing is wrong", Case(), "", "");
    row("E01 the age at entry is the act's", Case().child("130502201809010028", "2018-09-01", "2"), "E01", "");
    row("E02 likewise", Case().born("2017-08-31"), "E02 N22", "N22");
    row("E05 likewise", Case().born("2012-01-01").entering(Stage::Junior, 2024), "E05 N22", "N22");
    row("N02 a wrong number stays wrong", Case().with(Field::IdDocumentNumber, "130502201808310011"), "N02", "N02");
    row("N04 sex and number", Case().with(Field::Sex, "2"), "N04", "N04");
    row("E15 disability and class", Case().with(Field::InclusiveEducation, "1"), "E15", "E15");
    row("E23 an orphan without the paper", Case().with(Field::Orphan, "1"), "E23", "E23");
    row("E24 no guardian", Case().with(Field::Member1IsGuardian, "0"), "E24", "E24");
    row("an empty item", Case().with(Field::Phone, ""), "required:phone", "required:phone");
    row("N20 a card that expired since", Case().with(Field::IdDocumentValidity, "2019-10-01/2024-10-01"), "", "N20");
    Case doubled;
    const QString number = doubled.record.value(Field::IdDocumentNumber);
    doubled.facts.identityNumbers.insert(number, {8, 0, StudentStatus::InSchool, number, false});
    row("N16 two records of one number", doubled, "N16", "N16");
    Case graduate;
    graduate.facts.finished = number;
    row("E21 a graduate's own record", graduate, "E21", "");
    row("N13 a number J beside an identity number", Case().with(Field::StudentNumber, "J130503201808310076"), "N13",
        "N13");
  }
  void whatStandsIsJudgedAsItStands() {
    QFETCH(Case, question);
    QFETCH(QString, wished);
    QFETCH(QString, standing);
    QCOMPARE(codes(question), wished);
    QCOMPARE(codes(question.standing()), standing);
  }

  void theRulesOfTodayJudgeWhatStands() {
    Case question = Case().with(Field::Sex, "2");
    question.facts.identityNumbers.insert(question.record.value(Field::IdDocumentNumber),
                                          {8, 0, StudentStatus::InSchool, {}, false});
    QCOMPARE(verdictOf(question.standing(QDate(2025, 1, 2))).ruleSets, QStringLiteral("N2013+HB2017"));
    QCOMPARE(verdictOf(question.standing(QDate(2025, 1, 3))).ruleSets, QStringLiteral("N2025+HB2017"));
  }

  void anActWithoutADateIsNotDone() {
    Case question;
    question.request.effective = QDate();
    QVERIFY(blocking(question).contains(u"effective_missing"));
  }
};

QTEST_GUILESS_MAIN(TestJudge)
#include "judge_test.moc"
