// A second person at the same desk gives name and password.

#include "store/store_session.h"
#include "support/test_store.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class WitnessTest : public QObject {
  Q_OBJECT

  static SecretBytes wrong() { return SecretBytes::fromUtf8(QStringLiteral("Autumn-2024")); }
  static int failuresInLog(TestStore& reg) {
    QSqlQuery query(reg.store->session().database());
    return query.exec("SELECT count(*) FROM log WHERE action = 'sign_in_failed'") && query.next()
               ? query.value(0).toInt()
               : -1;
  }

private slots:
  void aWrongPasswordStandsInTheLogOnce() {
    TestStore reg;
    XUEJI_OK(reg.store->accounts().add(QStringLiteral("校长"), Role::Principal, password(), KeyCost::floor()));
    XUEJI_FAILS(reg.store->accounts().witness(QStringLiteral("校长"), wrong(), kWitnessClock),
                ErrorCode::WitnessWrongPassword);
    QCOMPARE(failuresInLog(reg), 1); // at once, not only at the next sign-in
    reg.reopen();
    QCOMPARE(failuresInLog(reg), 1);
    // One that failed before anybody was signed in is noted by whoever signs in next.
    reg.store.reset();
    XUEJI_FAILS(RegisterStore::open(reg.folder(), QString::fromUtf8(kRegistrar), wrong(), reg.clock, registry()),
                ErrorCode::WrongPassword);
    reg.reopen();
    QCOMPARE(failuresInLog(reg), 2);
    QCOMPARE(faultsOf(*reg.store).join(','), QString());
  }

  void whoConfirmsAClock_data() {
    QTest::addColumn<int>("asks");
    QTest::addColumn<int>("confirms");
    QTest::addColumn<QString>("forbidden"); // role and what it may not; empty: confirmed
    const auto row = [](Role asks, Role confirms, const char* forbidden) {
      QTest::addRow("%s asks %s", qPrintable(toKey(asks)), qPrintable(toKey(confirms)))
          << int(asks) << int(confirms) << QString::fromLatin1(forbidden);
    };
    row(Role::Registrar, Role::Principal, "");
    row(Role::Registrar, Role::Registrar, "");
    row(Role::Nurse, Role::Registrar, "");
    row(Role::Registrar, Role::Auditor, "auditor approve");
    row(Role::Registrar, Role::Helper, "helper approve");
    row(Role::Registrar, Role::Nurse, "nurse approve");
    row(Role::Auditor, Role::Principal, "auditor change_records");
    row(Role::Helper, Role::Principal, "helper change_records");
  }
  void whoConfirmsAClock() {
    QFETCH(int, asks);
    QFETCH(int, confirms);
    QFETCH(QString, forbidden);
    TestStore reg;
    XUEJI_OK(reg.store->accounts().add(QStringLiteral("甲"), Role(asks), password(), KeyCost::floor()));
    XUEJI_OK(reg.store->accounts().add(QStringLiteral("乙"), Role(confirms), password(), KeyCost::floor()));
    const auto signIn = [&] {
      reg.store.reset();
      auto opened = RegisterStore::open(reg.folder(), QStringLiteral("甲"), password(), reg.clock, registry());
      if (opened)
        reg.store = std::move(*opened);
      return opened.has_value();
    };
    constexpr int kYear = 365 * 86400;
    QVERIFY(signIn());
    auto early = reg.store->accounts().witness(QStringLiteral("乙"), password(), kWitnessClock);
    XUEJI_OK(early);
    QVERIFY(!reg.store->accounts().confirmClock(*early)); // there is nothing to confirm
    reg.clock.pass(kYear);
    QVERIFY(signIn());
    reg.clock.pass(-kYear);
    QVERIFY(signIn());
    auto witness = reg.store->accounts().witness(QStringLiteral("乙"), password(), kWitnessClock);
    XUEJI_OK(witness);
    const auto confirmed = reg.store->accounts().confirmClock(*witness);
    QCOMPARE(confirmed ? QString() : confirmed.error().args.join(QLatin1Char(' ')), forbidden);
    if (!confirmed)
      QCOMPARE(confirmed.error().code, ErrorCode::RoleForbids);
    QCOMPARE(reg.store->tables().ledger().checkClock().has_value(), forbidden.isEmpty());
  }

  void aClockThatIsRightIsNotConfirmed() {
    TestStore reg;
    XUEJI_OK(reg.store->accounts().add(QStringLiteral("校长"), Role::Principal, password(), KeyCost::floor()));
    XUEJI_FAILS(reg.store->accounts().mayConfirmClock(), ErrorCode::NothingToDo);
    auto witness = reg.store->accounts().witness(QStringLiteral("校长"), password(), kWitnessClock);
    XUEJI_OK(witness);
    XUEJI_FAILS(reg.store->accounts().confirmClock(*witness), ErrorCode::NothingToDo);
  }

  void wrongPasswordsOfAWitnessMakeTheNextOneWait() {
    TestStore reg;
    XUEJI_OK(reg.store->accounts().add(QStringLiteral("校长"), Role::Principal, password(), KeyCost::floor()));
    for (int failures = 1; failures <= 3; ++failures)
      XUEJI_FAILS(reg.store->accounts().witness(QStringLiteral("校长"), wrong(), kWitnessClock),
                  ErrorCode::WitnessWrongPassword);
    XUEJI_FAILS(reg.store->accounts().witness(QStringLiteral("校长"), password(), kWitnessClock),
                ErrorCode::TooManyAttempts);
    reg.clock.pass(1);
    XUEJI_OK(reg.store->accounts().witness(QStringLiteral("校长"), password(), kWitnessClock));
    QCOMPARE(failuresInLog(reg), 3);
  }
};

QTEST_GUILESS_MAIN(WitnessTest)
#include "store/accounts.h"
#include "store/tables.h"
#include "witness_test.moc"
