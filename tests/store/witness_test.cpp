// A second person at the same desk gives name and password.

#include "store/store_session.h"
#include "store_fixture.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class WitnessTest : public QObject {
  Q_OBJECT

  static SecretBytes wrong() { return SecretBytes::fromUtf8(QStringLiteral("Autumn-2024")); }
  static int failuresInLog(Register& reg) {
    QSqlQuery query(reg.store->session().database());
    return query.exec("SELECT count(*) FROM log WHERE action = 'sign_in_failed'") && query.next()
               ? query.value(0).toInt()
               : -1;
  }

private slots:
  void aWrongPasswordStandsInTheLogOnce() {
    Register reg;
    MUST(reg.store->addUser(QStringLiteral("校长"), Role::Principal, password(), KeyCost::floor()));
    MUST_FAIL(reg.store->witness(QStringLiteral("校长"), wrong(), kWitnessClock), ErrorCode::WrongPassword);
    QCOMPARE(failuresInLog(reg), 1); // at once, not only at the next sign-in
    reg.reopen();
    QCOMPARE(failuresInLog(reg), 1);
    // One that failed before anybody was signed in is noted by whoever signs in next.
    reg.store.reset();
    MUST_FAIL(RegisterStore::open(reg.folder(), kUser, wrong(), reg.clock, registry()), ErrorCode::WrongPassword);
    reg.reopen();
    QCOMPARE(failuresInLog(reg), 2);
    QCOMPARE(faultsOf(*reg.store).join(','), QString());
  }

  void wrongPasswordsOfAWitnessMakeTheNextOneWait() {
    Register reg;
    MUST(reg.store->addUser(QStringLiteral("校长"), Role::Principal, password(), KeyCost::floor()));
    for (int failures = 1; failures <= 3; ++failures)
      MUST_FAIL(reg.store->witness(QStringLiteral("校长"), wrong(), kWitnessClock), ErrorCode::WrongPassword);
    MUST_FAIL(reg.store->witness(QStringLiteral("校长"), password(), kWitnessClock), ErrorCode::TooManyAttempts);
    reg.clock.advance(1);
    MUST(reg.store->witness(QStringLiteral("校长"), password(), kWitnessClock));
    QCOMPARE(failuresInLog(reg), 3);
  }
};

QTEST_GUILESS_MAIN(WitnessTest)
#include "witness_test.moc"
