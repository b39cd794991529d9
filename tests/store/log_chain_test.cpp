#include "store/log_chain.h"
#include "store/store_session.h"
#include "support/test_store.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

/// Somebody with the password and a database editor: every row of the log attacked in every way.
class LogChainTest : public QObject {
  Q_OBJECT

  static constexpr int kRows = 200;

  static qint64 rowsOf(const QSqlDatabase& database) {
    QSqlQuery query("SELECT count(*) FROM log", database);
    return query.next() ? query.value(0).toLongLong() : 0;
  }

private slots:
  void everyAttackOnEveryRowIsFound_data() {
    QTest::addColumn<QStringList>("attack");
    QTest::addColumn<bool>("lastToo");
    QTest::newRow("changed detail") << QStringList{"UPDATE log SET detail = detail || 'x' WHERE id = %1"} << true;
    QTest::newRow("changed object") << QStringList{"UPDATE log SET object = 'student:9999' WHERE id = %1"} << true;
    QTest::newRow("changed user") << QStringList{"UPDATE log SET user = user + 1 WHERE id = %1"} << true;
    QTest::newRow("changed action") << QStringList{"UPDATE log SET action = 'print ' WHERE id = %1"} << true;
    QTest::newRow("changed time") << QStringList{"UPDATE log SET time = '2020-01-01T00:00:00.000Z' WHERE id = %1"}
                                  << true;
    QTest::newRow("changed seal") << QStringList{"UPDATE log SET mac = zeroblob(32) WHERE id = %1"} << true;
    QTest::newRow("text moved between columns")
        << QStringList{"UPDATE log SET detail = substr(object, -1) || detail, object = substr(object, 1, "
                       "length(object) - 1) WHERE id = %1 AND object <> ''",
                       "UPDATE log SET detail = 'moved' WHERE id = %1 AND object = ''"}
        << true;
    QTest::newRow("deleted") << QStringList{"DELETE FROM log WHERE id = %1"} << true;
    QTest::newRow("deleted and closed up")
        << QStringList{"DELETE FROM log WHERE id = %1", "UPDATE log SET id = id - 1 WHERE id > %1"} << true;
    QTest::newRow("swapped with the next")
        << QStringList{"UPDATE log SET id = -1 WHERE id = %1", "UPDATE log SET id = %1 WHERE id = %1 + 1",
                       "UPDATE log SET id = %1 + 1 WHERE id = -1"}
        << false;
    QTest::newRow("truncated from here") << QStringList{"DELETE FROM log WHERE id >= %1"} << true;
  }
  void everyAttackOnEveryRowIsFound() {
    QFETCH(QStringList, attack);
    QFETCH(bool, lastToo);
    TestStore reg;
    {
      Transaction work = reg.store->tables().begin();
      for (int number = 0; number < kRows; ++number)
        XUEJI_OK(reg.store->tables().log().append(number % 2 ? LogAction::Read : LogAction::Print,
                                                  QStringLiteral("student:%1").arg(number),
                                                  QStringLiteral("理由%1").arg(number)));
      XUEJI_OK(work.commit());
    }
    StoreSession& session = reg.store->session();
    QSqlDatabase database = session.database();
    QSqlQuery query(database);
    QVERIFY(query.exec("DROP TRIGGER log_is_never_changed"));
    QVERIFY(query.exec("DROP TRIGGER log_is_never_deleted"));
    const qint64 rows = rowsOf(database);
    const LogHead head = session.signIn()->keys.logHead();
    QCOMPARE(head.rows, rows);
    XUEJI_OK(checkLogChain(session.connection(), session.signIn()->logKey, head));
    for (qint64 row = 1; row <= rows - (lastToo ? 0 : 1); ++row) {
      QVERIFY(query.exec("BEGIN"));
      for (const QString& step : std::as_const(attack))
        QVERIFY2(query.exec(QString(step).replace("%1", QString::number(row))), qPrintable(step));
      const auto checked = checkLogChain(session.connection(), session.signIn()->logKey, head);
      QVERIFY2(!checked, qPrintable(QStringLiteral("row %1 unnoticed").arg(row)));
      QVERIFY(checked.error().code == ErrorCode::LogBroken || checked.error().code == ErrorCode::LogRolledBack);
      QVERIFY(query.exec("ROLLBACK"));
    }
    XUEJI_OK(checkLogChain(session.connection(), session.signIn()->logKey, head));
  }

  void theHeadMayLagButNeverLead() {
    TestStore reg;
    const LogHead early = reg.store->session().signIn()->keys.logHead();
    XUEJI_OK(reg.store->tables().log().append(LogAction::Read, "student:1"));
    StoreSession& session = reg.store->session();
    XUEJI_OK(checkLogChain(session.connection(), session.signIn()->logKey, early));
    LogHead ahead = session.signIn()->keys.logHead();
    ++ahead.rows;
    XUEJI_FAILS(checkLogChain(session.connection(), session.signIn()->logKey, ahead), ErrorCode::LogRolledBack);
    LogHead other = session.signIn()->keys.logHead();
    other.head[0] = static_cast<char>(other.head[0] ^ 1);
    XUEJI_FAILS(checkLogChain(session.connection(), session.signIn()->logKey, other), ErrorCode::LogRolledBack);
  }

  void theHeadBesideTheKeysFollowsEveryCommit() {
    TestStore reg;
    XUEJI_OK(reg.store->tables().log().append(LogAction::Export, "students", "教育局"));
    const auto keys = KeyFile::load(reg.folder());
    XUEJI_OK(keys);
    QCOMPARE(keys->logHead().rows, rowsOf(reg.store->session().database()));
    QCOMPARE(*reg.store->tables().log().shortCode(), logShortCode(keys->logHead().head));
    QCOMPARE(reg.store->tables().log().shortCode()->size(), 9);
  }

  void actionsHaveKeysThatComeBack() {
    for (int at = 0; at <= int(LogAction::RollbackNoticed); ++at) {
      const QString key = toKey(LogAction(at));
      QVERIFY(!key.isEmpty());
      QCOMPARE(logActionFromKey(key), std::optional(LogAction(at)));
    }
    QVERIFY(!logActionFromKey("other"));
  }

  void theAuditorReadsByPersonActionAndTime() {
    TestStore reg;
    XUEJI_OK(reg.store->tables().log().append(LogAction::Print, "student:5", "转学"));
    reg.clock.pass(3600);
    XUEJI_OK(reg.store->tables().log().append(LogAction::Read, "student:5"));
    XUEJI_OK(reg.store->accounts().add("audit", Role::Auditor, password(), KeyCost::floor()));
    reg.store.reset();
    auto opened = RegisterStore::open(reg.folder(), "audit", password(), reg.clock, registry());
    XUEJI_OK(opened);
    LogTable& log = (*opened)->tables().log();
    LogQuery query;
    query.object = "student:5";
    QCOMPARE(*log.count(query), 2);
    query.action = LogAction::Print;
    const auto page = log.page(query, 0, 10);
    QCOMPARE(page->size(), 1);
    QCOMPARE(page->first().detail, QString("转学"));
    QCOMPARE(page->first().user, 1);
    query = {};
    query.from = reg.clock.now();
    query.object = "student:5";
    QCOMPARE(*log.count(query), 1);
    QCOMPARE(log.page({}, 0, 1)->first().action, LogAction::SignIn);
  }
};

QTEST_GUILESS_MAIN(LogChainTest)
#include "log_chain_test.moc"
#include "store/accounts.h"
#include "store/tables.h"
