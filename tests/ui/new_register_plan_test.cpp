// What each step of the first run still lacks.

#include "ui/office/new_register_plan.h"
#include "ui/office/region_choices.h"

#include <QTemporaryDir>
#include <QTest>

using namespace xueji;
using Lack = NewRegisterPlan::Lack;

class TestNewRegisterPlan : public QObject {
  Q_OBJECT

private:
  const FieldCatalogue m_fields = FieldCatalogue::load();

private slots:
  void aPlaceMustExistAndBeFree() {
    QTemporaryDir place;
    NewRegisterPlan plan(m_fields);
    QCOMPARE(plan.lackOfPlace(), Lack::Folder);
    plan.parent = place.path();
    QCOMPARE(plan.lackOfPlace(), Lack::Name);
    plan.name = QStringLiteral("a/b");
    QCOMPARE(plan.lackOfPlace(), Lack::Name);
    plan.name = QStringLiteral("学籍册");
    QCOMPARE(plan.lackOfPlace(), Lack::Nothing);
    QVERIFY(QDir().mkdir(plan.folder()));
    QCOMPARE(plan.lackOfPlace(), Lack::Taken);
  }

  void aSchoolNeedsARealCodeAndCounty_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("region");
    QTest::addColumn<int>("lack");
    QTest::newRow("good") << "2113009998"
                          << "小学"
                          << "130502" << int(Lack::Nothing);
    QTest::newRow("full width") << "２１１３００９９９８"
                                << "小学"
                                << "130502" << int(Lack::Nothing);
    QTest::newRow("short") << "21130"
                           << "小学"
                           << "130502" << int(Lack::SchoolCode);
    QTest::newRow("kindergarten") << "1113009998"
                                  << "幼儿园"
                                  << "130502" << int(Lack::Category);
    QTest::newRow("no name") << "2113009998"
                             << " "
                             << "130502" << int(Lack::SchoolName);
    QTest::newRow("prefecture") << "2113009998"
                                << "小学"
                                << "130500" << int(Lack::Region);
    QTest::newRow("no region") << "2113009998"
                               << "小学"
                               << "abc" << int(Lack::Region);
  }

  void aSchoolNeedsARealCodeAndCounty() {
    QFETCH(QString, code);
    QFETCH(QString, name);
    QFETCH(QString, region);
    QFETCH(int, lack);
    NewRegisterPlan plan(m_fields);
    plan.schoolCode = code;
    plan.schoolName = name;
    plan.region = region;
    QCOMPARE(int(plan.lackOfSchool()), lack);
    if (lack == int(Lack::Nothing)) {
      QCOMPARE(plan.school().code, QStringLiteral("2113009998"));
      QVERIFY(plan.school().system.has(Stage::Primary));
    }
  }

  void thePasswordFollowsThePolicy_data() {
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("lack");
    QTest::newRow("short") << "aB3" << int(Lack::PasswordLength);
    QTest::newRow("two kinds") << "abcdefg1" << int(Lack::PasswordKinds);
    QTest::newRow("three kinds") << "abcdefG1" << int(Lack::Nothing);
    QTest::newRow("a sentence") << "this is a long sentence" << int(Lack::Nothing);
  }

  void thePasswordFollowsThePolicy() {
    QFETCH(QString, password);
    QFETCH(int, lack);
    NewRegisterPlan plan(m_fields);
    QCOMPARE(plan.lackOfAccount(password, password), Lack::UserName);
    plan.userName = QStringLiteral("王芳");
    QCOMPARE(int(plan.lackOfAccount(password, password)), lack);
    if (lack == int(Lack::Nothing))
      QCOMPARE(plan.lackOfAccount(password, password + "x"), Lack::PasswordsDiffer);
  }

  void theCountiesOfAProvinceAreThoseInForce() {
    const QList<Choice> counties = countiesOf(m_fields.regions(), QStringLiteral("130000"));
    QVERIFY(counties.size() > 150);
    QStringList codes;
    for (const Choice& county : counties)
      codes.append(county.code);
    QVERIFY(codes.contains(QStringLiteral("130502")));
    QVERIFY(!codes.contains(QStringLiteral("132201"))); // retired
    QVERIFY(!codes.contains(QStringLiteral("130500")));
    const ChoiceFilter filter(counties);
    QCOMPARE(counties[filter.matching(QStringLiteral("xdq")).value(0)].code, QStringLiteral("130502")); // 襄都区
  }
};

QTEST_GUILESS_MAIN(TestNewRegisterPlan)
#include "new_register_plan_test.moc"
