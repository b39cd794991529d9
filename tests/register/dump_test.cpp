// The open form in which a register can leave, and the second person whom that needs.

#include "register/dump.h"
#include "register/leaving.h"
#include "store/store_session.h"
#include "support/lived_register.h"
#include "support/made_child.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

const auto kPurpose = QStringLiteral("数据迁移");

}

class DumpTest : public QObject {
  Q_OBJECT

  static Result<Dumped> dump(TestRegister& desk, QList<QJsonObject>& lines, WitnessToken* witness = nullptr,
                             const QString& purpose = kPurpose) {
    return dumpRegister(desk.office(), purpose, witness, [&lines](const QByteArray& line) {
      lines << QJsonDocument::fromJson(line).object();
      return Result<void>();
    });
  }
  static int rowsOf(TestRegister& desk, const QString& table) {
    QSqlQuery query(desk.store().session().database());
    query.exec(QStringLiteral("SELECT count(*) FROM ") + table);
    return query.next() ? query.value(0).toInt() : -1;
  }
  static void enrolMany(TestRegister& desk, int count) {
    QList<StudentRecord> children;
    for (int number = 0; number < count; ++number)
      children << madeChild(number);
    desk.enrolAll(children);
  }

private slots:
  void everyActAndEveryRowStandsInIt() {
    TestRegister desk;
    liveOnce(desk);
    QList<QJsonObject> lines;
    const auto dumped = dump(desk, lines);
    XUEJI_OK(dumped);
    QMap<QString, int> counted;
    for (const QJsonObject& line : std::as_const(lines)) {
      const QString type = line.value(QStringLiteral("type")).toString();
      ++counted[type == u"fact" ? QStringLiteral("fact_") + line.value(QStringLiteral("fact")).toString() : type];
    }
    QCOMPARE(counted.value(QStringLiteral("act")), rowsOf(desk, QStringLiteral("act")));
    QCOMPARE(counted.value(QStringLiteral("approval")), rowsOf(desk, QStringLiteral("approval")));
    QVERIFY(dumped->approvals >= 2);
    QCOMPARE(counted.value(QStringLiteral("case")), 0); // drafts stay at home
    QVERIFY(rowsOf(desk, QStringLiteral("case_file")) > 0);
    QCOMPARE(counted.value(QStringLiteral("batch")), rowsOf(desk, QStringLiteral("batch")));
    QCOMPARE(counted.value(QStringLiteral("account")), rowsOf(desk, QStringLiteral("user")));
    for (const Fact& fact : registry().facts) {
      QCOMPARE(counted.value(fact.table()), rowsOf(desk, fact.table()));
      QVERIFY2(counted.value(fact.table()) > 0, qPrintable(fact.table()));
    }
    QCOMPARE(lines.first().value(QStringLiteral("facts")).toArray().size(), registry().facts.size());
    QCOMPARE(lines.last().value(QStringLiteral("type")).toString(), QStringLiteral("end"));
    QCOMPARE(lines.last().value(QStringLiteral("acts")).toInteger(), dumped->acts);
  }

  void itIsLoggedWithItsPurposeBeforeTheFirstLine() {
    TestRegister desk;
    desk.enrolChild(1);
    bool loggedFirst = false;
    XUEJI_OK(dumpRegister(desk.office(), QStringLiteral("换系统"), nullptr, [&](const QByteArray&) {
      QSqlQuery query(desk.store().session().database());
      query.exec(QStringLiteral("SELECT detail FROM log WHERE action = 'export'"));
      loggedFirst =
          loggedFirst || (query.next() && query.value(0).toString().contains(QStringLiteral("purpose=换系统")));
      return Result<void>();
    }));
    QVERIFY(loggedFirst);
    QList<QJsonObject> lines;
    QCOMPARE(dump(desk, lines, nullptr, QStringLiteral(" ")).error().code, ErrorCode::WrongUse);
    QVERIFY(lines.isEmpty());
  }

  void aboveFiftyChildrenASecondPersonIsAskedFor_data() {
    QTest::addColumn<int>("children");
    QTest::addColumn<bool>("alone");
    QTest::newRow("fifty") << 50 << true;
    QTest::newRow("fifty-one") << 51 << false;
  }
  void aboveFiftyChildrenASecondPersonIsAskedFor() {
    QFETCH(int, children);
    QFETCH(bool, alone);
    TestRegister desk;
    enrolMany(desk, children);
    QList<QJsonObject> lines;
    const auto dumped = dump(desk, lines);
    QCOMPARE(dumped.has_value(), alone);
    if (alone)
      return;
    QCOMPARE(dumped.error().code, ErrorCode::WitnessNeeded);
    QVERIFY(lines.isEmpty());
    desk.addUser("李娜", Role::Principal);
    auto token = desk.store().accounts().witness(QStringLiteral("李娜"), password(), leavingHash(kPurpose));
    XUEJI_OK(token);
    // For this purpose alone, and once.
    QCOMPARE(dump(desk, lines, &*token, QStringLiteral("别的用途")).error().code, ErrorCode::WitnessOther);
    XUEJI_OK(dump(desk, lines, &*token));
    QCOMPARE(dump(desk, lines, &*token).error().code, ErrorCode::WitnessSpent);
  }

  void aWitnessIsAnotherPersonForTwoMinutes() {
    TestRegister desk;
    enrolMany(desk, 51);
    QCOMPARE(desk.store().accounts().witness(QStringLiteral("李娜"), password(), leavingHash(kPurpose)).error().code,
             ErrorCode::WitnessAlone);
    desk.addUser("李娜", Role::Principal);
    QCOMPARE(desk.store().accounts().witness(QString::fromUtf8(kRegistrar), password(), {}).error().code,
             ErrorCode::WitnessSelf);
    QCOMPARE(desk.store()
                 .accounts()
                 .witness(QStringLiteral("李娜"), SecretBytes::fromUtf8(QStringLiteral("Wrong-2024")), {})
                 .error()
                 .code,
             ErrorCode::WitnessWrongPassword);
    QCOMPARE(desk.store().accounts().witness(QStringLiteral("谁"), password(), {}).error().code,
             ErrorCode::WitnessWrongPassword);
    for (const int seconds : {120, 121}) {
      auto token = desk.store().accounts().witness(QStringLiteral("李娜"), password(), leavingHash(kPurpose));
      XUEJI_OK(token);
      desk.clock.pass(seconds);
      QList<QJsonObject> lines;
      const auto dumped = dump(desk, lines, &*token);
      QCOMPARE(dumped.has_value(), seconds == 120);
      QVERIFY(dumped || dumped.error().code == ErrorCode::WitnessLate);
    }
    const QStringList log = desk.logLines();
    QCOMPARE(log.filter(QStringLiteral("witness user:2")).size(), 2);
    QCOMPARE(log.filter(QRegularExpression(QStringLiteral("^sign_in_failed user .*李娜$"))).size(), 1);
  }

  void whoMayNotExportMayNotDump() {
    TestRegister desk;
    desk.enrolChild(1);
    desk.addUser("赵丽", Role::Helper);
    desk.signIn(QStringLiteral("赵丽"));
    QList<QJsonObject> lines;
    QCOMPARE(dump(desk, lines).error().code, ErrorCode::RoleForbids);
    QVERIFY(lines.isEmpty());
  }
};

QTEST_GUILESS_MAIN(DumpTest)
#include "dump_test.moc"
#include "store/accounts.h"
