#include "case.h"

#include <QTest>

using namespace xueji;
using namespace xueji::test;

/// I01-I04: single items; they only tell.
class TestItemRules : public QObject {
  Q_OBJECT

private slots:
  void anItemIsJudged_data() {
    QTest::addColumn<Case>("question");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString& name, const Case& question, const char* expected) {
      QTest::newRow(qPrintable(name)) << question << QString::fromLatin1(expected);
    };
    for (const auto& [relation, expected] :
         {std::pair("51", ""), std::pair("57", ""), std::pair("59", "I01"), std::pair("80", "I01"), std::pair("81", ""),
          std::pair("97", "I01"), std::pair("99", "I01")}) {
      row(QStringLiteral("I01 %1 without a note").arg(QLatin1String(relation)),
          Case().with(Field::Member2Relation, relation), expected);
      row(QStringLiteral("I01 %1 with a note").arg(QLatin1String(relation)),
          Case().with(Field::Member2Relation, relation).with(Field::Member2RelationNote, "表叔公"), "");
    }
    row(QStringLiteral("I01 of both"), Case().with(Field::Member1Relation, "99").with(Field::Member2Relation, "97"),
        "I01 I01");

    row(QStringLiteral("I02 a code in force"), Case().with(Field::HouseholdPlace, "130529000000"), "");
    row(QStringLiteral("I02 a code of former days"), Case().with(Field::HouseholdPlace, "132203000000"), "");
    row(QStringLiteral("I02 a code that never was"), Case().with(Field::HouseholdPlace, "139999000000"), "I02");
    row(QStringLiteral("I02 of a parent"), Case().with(Field::Member2Household, "139999000000"), "I02");
    row(QStringLiteral("I02 a place in words"), Case().with(Field::HouseholdPlace, "河北省邢台市"), "");

    const auto member = [](const char* birth, const char* status) {
      return Case().born(birth).with(Field::PoliticalStatus, status).given("late_entry_statement");
    };
    row(QStringLiteral("I03 fourteen years old"), member("2010-09-01", "03"), "N22");
    row(QStringLiteral("I03 a day younger"), member("2010-09-02", "03"), "I03 N22");
    row(QStringLiteral("I03 of the masses"), member("2010-09-02", "13"), "N22");

    for (const Field field : {Field::SchoolDistance, Field::SchoolTransport, Field::SchoolBus})
      row(QStringLiteral("I04 without %1").arg(catalogue().definition(field).id), Case().with(field, ""), "I04");
    Case none = Case().with(Field::SchoolDistance, "").with(Field::SchoolTransport, "").with(Field::SchoolBus, "");
    row(QStringLiteral("I04 without any, said once"), none, "I04");
    none.request.unreadable = {Field::SchoolDistance, Field::SchoolTransport, Field::SchoolBus};
    row(QStringLiteral("I04 unreadable cells have their own findings"), none, "");
    none.request.unreadable.clear();
    none.request.continued = true;
    row(QStringLiteral("I04 a continued dossier brings them along"), none, "");
    row(QStringLiteral("I04 as it stands"), Case().with(Field::SchoolBus, "").standing(), "I04");
  }
  void anItemIsJudged() {
    QFETCH(Case, question);
    QFETCH(QString, expected);
    const Verdict verdict = verdictOf(question);
    QCOMPARE(codesOf(verdict.findings), expected);
    QVERIFY(verdict.allows());
  }

  void whatIsEmptyIsNamed() {
    const Finding finding =
        verdictOf(Case().with(Field::SchoolTransport, "").with(Field::SchoolBus, "")).findings.first();
    QCOMPARE(finding.fields, (QList<Field>{Field::SchoolTransport, Field::SchoolBus}));
    QCOMPARE(book().sentence(finding, Language::Chinese), QStringLiteral("没有填写上下学交通方式、是否需要乘坐校车。"));
  }
};

QTEST_GUILESS_MAIN(TestItemRules)
#include "item_rules_test.moc"
