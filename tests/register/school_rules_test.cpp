// County and school settings of the rule book: a dated fact of the school that is laid over the book of the program.

#include "domain/identity_number.h"
#include "domain/ledger_facts.h"
#include "register/register_check.h"
#include "store/store_session.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QSqlQuery>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class SchoolRulesTest : public QObject {
  Q_OBJECT

  static QJsonObject changing(const char* rule, const char* parameter, const QJsonValue& value) {
    const QJsonObject parameters{{QString::fromLatin1(parameter), value}};
    return {{QStringLiteral("rules"),
             QJsonObject{{QString::fromLatin1(rule), QJsonObject{{QStringLiteral("parameters"), parameters}}}}}};
  }
  /// A girl born on 1 September: by the book she waits a year (E01).
  static Enrolment bornOnFirstSeptember(const QDate& day) {
    Enrolment wish;
    wish.record = madeChild(1);
    const QString seventeen = QStringLiteral("13220120180901002");
    wish.record.setValue(Field::Sex, QStringLiteral("2"));
    wish.record.setValue(Field::BirthDate, QStringLiteral("2018-09-01"));
    wish.record.setValue(Field::IdDocumentNumber, seventeen + IdentityNumber::checkCharacter(seventeen));
    wish.entryYear = 2024;
    wish.effective = day;
    return wish;
  }
  static QString verdictOf(Office& office, const Enrolment& wish) {
    const auto found = judgeEnrolment(office, wish);
    return found ? codesOf(*found, false) : textOf(found.error());
  }
  static QStringList sets(const Office& office, const QDate& day) {
    return office.rules().setsOn(day, Stage::Primary, QStringLiteral("13")).split(u'+');
  }

private slots:
  void aParameterHoldsFromItsDayOn_data() {
    QTest::addColumn<QString>("cutoff");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("expected");
    const QDate from(2024, 9, 5);
    QTest::newRow("cut-off after the birthday, on the day") << "09-01" << from << "";
    QTest::newRow("cut-off after the birthday, the day before") << "09-01" << from.addDays(-1) << "E01";
    QTest::newRow("cut-off before the birthday, on the day") << "08-31" << from << "E01";
    QTest::newRow("cut-off before the birthday, the day before") << "08-30" << from.addDays(-1) << "E01";
  }
  void aParameterHoldsFromItsDayOn() {
    QFETCH(QString, cutoff);
    QFETCH(QDate, day);
    QFETCH(QString, expected);
    TestRegister desk;
    XUEJI_OK(setRules(desk.office(), changing("E01", "cutoff", cutoff), {}, QDate(2024, 9, 5)));
    QCOMPARE(verdictOf(desk.office(), bornOnFirstSeptember(day)), expected);
    const auto enrolled = enrol(desk.office(), bornOnFirstSeptember(day));
    QCOMPARE(enrolled.has_value(), expected.isEmpty());
    // Another sign-in and another connection judge alike.
    desk.signIn();
    const auto another = desk.office().another()();
    XUEJI_OK(another);
    for (Office* office : {&desk.office(), another->get()})
      QCOMPARE(sets(*office, day).contains(QStringLiteral("COUNTY@2024-09-05")), day == QDate(2024, 9, 5));
    QCOMPARE(desk.damage(), QString());
  }

  void aBookThatWasHandedOutOutlivesTheSettings() {
    TestRegister desk;
    const QDate day(2024, 9, 10);
    const RuleBook& plain = desk.office().rules();
    const QString before = plain.setsOn(day, Stage::Primary, QStringLiteral("13"));
    for (const char* cutoff : {"09-01", "09-02", "09-03"}) {
      const Judge& judge = desk.office().judge();
      XUEJI_OK(setRules(desk.office(), changing("E01", "cutoff", QString::fromLatin1(cutoff)), {}, day));
      XUEJI_OK(judge.judge({}, desk.office().facts()));
      QVERIFY(sets(desk.office(), day).contains(QStringLiteral("COUNTY@2024-09-10")));
    }
    QCOMPARE(plain.setsOn(day, Stage::Primary, QStringLiteral("13")), before);
    // The settings taken back, it is the present one again.
    for (qint64 act = desk.store().tables().acts().lastId().value(); act > 1; --act)
      XUEJI_OK(voidAct(desk.office(), act, QStringLiteral("写错")));
    QCOMPARE(&desk.office().rules(), &plain);
  }

  void anOldCaseIsJudgedByTheSettingsOfItsDay() {
    TestRegister desk;
    XUEJI_OK(setRules(desk.office(), changing("E01", "cutoff", QStringLiteral("12-31")), {}, QDate(2024, 8, 1)));
    XUEJI_OK(setRules(desk.office(), QJsonObject(), {}, QDate(2024, 9, 6)));
    QCOMPARE(verdictOf(desk.office(), bornOnFirstSeptember(QDate(2024, 9, 5))), QString());
    QCOMPARE(verdictOf(desk.office(), bornOnFirstSeptember(QDate(2024, 9, 6))), QStringLiteral("E01"));
    // The later row taken back, the earlier one holds again.
    const auto act = desk.store().tables().acts().lastId();
    XUEJI_OK(act);
    XUEJI_OK(voidAct(desk.office(), *act, QStringLiteral("录错")));
    QCOMPARE(verdictOf(desk.office(), bornOnFirstSeptember(QDate(2024, 9, 6))), QString());
    QCOMPARE(desk.damage(), QString());
  }

  void theSchoolIsLaidOnLastAndWhatIsNotNamedStays() {
    TestRegister desk;
    const QDate day(2024, 9, 1);
    XUEJI_OK(setRules(desk.office(), changing("E01", "cutoff", QStringLiteral("08-31")),
                      changing("E01", "cutoff", QStringLiteral("12-31")), day));
    QCOMPARE(verdictOf(desk.office(), bornOnFirstSeptember(day)), QString());
    XUEJI_OK(setRules(desk.office(), {}, QJsonObject(), day));
    QCOMPARE(verdictOf(desk.office(), bornOnFirstSeptember(day)), QStringLiteral("E01"));
    QVERIFY(sets(desk.office(), day).contains(QStringLiteral("COUNTY@2024-09-01")));
    QVERIFY(!sets(desk.office(), day).contains(QStringLiteral("SCHOOL@2024-09-01")));
    QCOMPARE(setRules(desk.office(), {}, QJsonObject(), day).error().code, ErrorCode::NothingToDo);
    QCOMPARE(setRules(desk.office(), {}, {}, day).error().code, ErrorCode::NothingToDo);
  }

  void anActNamesTheSettingsThatJudgedIt() {
    TestRegister desk;
    XUEJI_OK(setRules(desk.office(), changing("E20", "usualMonth", 8), {}, QDate(2024, 9, 1)));
    const qint64 student = desk.enrolChild(1);
    const auto acts = desk.store().tables().acts().ofStudent(student);
    XUEJI_OK(acts);
    QCOMPARE(acts->first().ruleSet, QStringLiteral("N2013+HB2017+COUNTY@2024-09-01"));
    QVERIFY(codesOf(acts->first().findings).contains(QStringLiteral("E20.month")));
    // What stands is judged by the settings of today.
    const auto today = findingsToday(desk.office(), desk.row(student));
    XUEJI_OK(today);
    QVERIFY(codesOf(*today).contains(QStringLiteral("E20.month")));
  }

  void whatDoesNotFitIsRefusedAndNothingIsWritten_data() {
    QTest::addColumn<QJsonObject>("settings");
    QTest::addColumn<QStringList>("args");
    const QJsonObject milder{
        {QStringLiteral("rules"),
         QJsonObject{{QStringLiteral("E02"), QJsonObject{{QStringLiteral("severity"), QStringLiteral("warn")}}}}}};
    const QJsonObject misspelt{{QStringLiteral("rule"), QJsonObject()}};
    const QJsonObject undated{{QStringLiteral("from"), QStringLiteral("autumn")}};
    QTest::newRow("unknown rule") << changing("Q01", "cutoff", 1) << QStringList{"county Q01", "Q01"};
    QTest::newRow("unknown parameter") << changing("E20", "month", 8) << QStringList{"county E20.month", "8"};
    QTest::newRow("another type") << changing("E20", "usualMonth", QStringLiteral("8"))
                                  << QStringList{"county E20.usualMonth", "8"};
    QTest::newRow("milder") << milder << QStringList{"county E02.severity", "warn"};
    QTest::newRow("unknown key") << misspelt << QStringList{"county rule", "rule"};
    QTest::newRow("no rules") << QJsonObject{{QStringLiteral("rules"), 5}} << QStringList{"county rules", "rules"};
    QTest::newRow("no change") << QJsonObject{{QStringLiteral("rules"), QJsonObject{{QStringLiteral("E20"), 8}}}}
                               << QStringList{"county E20", "E20"};
    QTest::newRow("no parameters") << QJsonObject{{QStringLiteral("rules"),
                                                   QJsonObject{{QStringLiteral("E20"),
                                                                QJsonObject{{QStringLiteral("parameters"), 8}}}}}}
                                   << QStringList{"county E20.parameters", "parameters"};
    QTest::newRow("no day") << undated << QStringList{"county from", "autumn"};
  }
  void whatDoesNotFitIsRefusedAndNothingIsWritten() {
    QFETCH(QJsonObject, settings);
    QFETCH(QStringList, args);
    TestRegister desk;
    const Error expected{ErrorCode::ValueInvalid, args};
    const auto refused = setRules(desk.office(), settings, {});
    QVERIFY(!refused);
    QCOMPARE(textOf(refused.error()), textOf(expected));
    QCOMPARE(desk.actCount(), 0);
    QVERIFY(desk.store().schoolChains().seen(SchoolRulesFact::fact().key).isEmpty());
  }

  void settingsThatHaveEndedStandInNobodysWay_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("kept");
    const QDate last(2024, 9, 4);
    QTest::newRow("on their last day") << last << true;
    QTest::newRow("on the day after") << last.addDays(1) << false;
    QTest::newRow("long after") << last.addYears(1) << false;
  }
  void settingsThatHaveEndedStandInNobodysWay() {
    QFETCH(QDate, day);
    QFETCH(bool, kept);
    TestRegister desk;
    QJsonObject ending = changing("E01", "cutoff", QStringLiteral("12-31"));
    ending.insert(QStringLiteral("to"), QStringLiteral("2024-09-04"));
    XUEJI_OK(setRules(desk.office(), ending, {}, QDate(2024, 9, 1)));
    const QJsonObject school = changing("E20", "usualMonth", 8);
    XUEJI_OK(setRules(desk.office(), {}, school, day));
    const FactRow* row = desk.store().schoolChains().at(SchoolRulesFact::fact().key, day.toString(Qt::ISODate));
    QVERIFY(row);
    QCOMPARE(SchoolRulesFact::of(*row).school, school);
    QCOMPARE(SchoolRulesFact::of(*row).county, kept ? ending : QJsonObject());
    // What it was on its own days it is.
    QCOMPARE(verdictOf(desk.office(), bornOnFirstSeptember(QDate(2024, 9, 4))), QString());
    QCOMPARE(verdictOf(desk.office(), bornOnFirstSeptember(QDate(2024, 9, 5))), QStringLiteral("E01"));
    // The same school settings again are nothing new, and a part that is named must not have ended.
    QCOMPARE(setRules(desk.office(), {}, school, day).error().code, ErrorCode::NothingToDo);
    if (!kept)
      QCOMPARE(setRules(desk.office(), ending, {}, day).error().code, ErrorCode::ValueInvalid);
    QCOMPARE(desk.damage(), QString());
  }

  void settingsThatAreNotCommittedHoldForNobody() {
    TestRegister desk;
    {
      Transaction work = desk.store().tables().begin();
      XUEJI_OK(work.begun());
      XUEJI_OK(setRules(desk.office(), changing("E01", "cutoff", QStringLiteral("12-31")), {}, QDate(2024, 9, 1)));
      QCOMPARE(verdictOf(desk.office(), bornOnFirstSeptember(QDate(2024, 9, 1))), QString());
    }
    QCOMPARE(verdictOf(desk.office(), bornOnFirstSeptember(QDate(2024, 9, 1))), QStringLiteral("E01"));
    QCOMPARE(desk.actCount(), 0);
  }

  void whoMayNotChangeTheSchoolMayNotSetItsRules() {
    TestRegister desk;
    desk.addUser("赵丽", Role::Helper);
    desk.signIn(QStringLiteral("赵丽"));
    QCOMPARE(setRules(desk.office(), changing("E20", "usualMonth", 8), {}).error().code, ErrorCode::RoleForbids);
  }

  /// An older program may have stored what this one's book no longer has.
  void settingsThatNoLongerFitJudgeNobody() {
    TestRegister desk;
    XUEJI_OK(setRules(desk.office(), changing("E20", "usualMonth", 8), {}, QDate(2024, 9, 1)));
    QSqlQuery query(desk.store().session().database());
    QVERIFY(query.exec(QStringLiteral("DROP TRIGGER fact_school_rules_is_never_changed")));
    QVERIFY(query.exec(QStringLiteral("UPDATE fact_school_rules SET county = replace(county, 'usualMonth', 'gone')")));
    query.finish();
    desk.signIn();
    Enrolment wish;
    wish.record = madeChild(1);
    wish.entryYear = 2024;
    const Error expected{ErrorCode::ValueInvalid, {QStringLiteral("county E20.gone"), QStringLiteral("8")}};
    QCOMPARE(judgeEnrolment(desk.office(), wish).error(), expected);
    QCOMPARE(enrol(desk.office(), wish).error(), expected);
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 0);
    // Taken back, the book alone judges.
    XUEJI_OK(voidAct(desk.office(), *desk.store().tables().acts().lastId(), QStringLiteral("不再适用")));
    XUEJI_OK(enrol(desk.office(), wish));
  }
};

QTEST_GUILESS_MAIN(SchoolRulesTest)
#include "school_rules_test.moc"
#include "store/tables.h"
