#include "store/durable_file.h"
#include "store/fact_sql.h"
#include "store/schema.h"
#include "store/store_session.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

/// What a register held, by columns that a later step would keep.
QStringList contentOf(const QSqlDatabase& database) {
  QStringList lines;
  QSqlQuery query(database);
  query.exec("SELECT id, name, student_number, sex, birth_date, status, entry_year, pinyin FROM student ORDER BY id");
  while (query.next()) {
    QStringList values;
    for (int at = 0; at < 8; ++at)
      values << query.value(at).toString();
    lines << values.join('|');
  }
  query.exec("SELECT id, kind, subject, day FROM act ORDER BY id");
  while (query.next())
    lines << QStringLiteral("act|%1|%2|%3|%4")
                 .arg(query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                      query.value(3).toString());
  return lines;
}

} // namespace

class SchemaTest : public QObject {
  Q_OBJECT

private slots:
  void stepsAreNumberedWithoutGap() {
    const QList<SchemaStep> steps = schemaSteps();
    QVERIFY(!steps.isEmpty());
    for (int at = 0; at < steps.size(); ++at) {
      QCOMPARE(steps[at].version, at + 1);
      QVERIFY(!steps[at].sql.isEmpty());
    }
  }

  void theStepsMakeWhatTheRegistryDescribes() {
    const auto objects = schemaObjects(registry().steps);
    MUST(objects);
    QVERIFY(objects->size() > 60);
    for (const Fact& fact : registry().facts) {
      const auto own = schemaObjects({{1, "CREATE TABLE act (id INTEGER PRIMARY KEY);" + fact_sql::createSql(fact)}});
      MUST(own);
      int compared = 0;
      for (auto object = own->cbegin(); object != own->cend(); ++object) {
        if (object.key() == "table act")
          continue;
        QCOMPARE(objects->value(object.key()), object.value());
        ++compared;
      }
      QCOMPARE(compared, 5 + int(fact.lookups.size()));
    }
  }

  void anOlderRegisterIsUpgradedOnACopyAndTheOldOneKept() {
    Register reg;
    reg.enrol(child(1));
    const SecretBytes key = reg.store->session().signIn()->dataKey.clone();
    const QStringList before = dump(reg.store->session().database());
    reg.store.reset();
    QList<SchemaStep> steps = schemaSteps();
    const int next = registry().newestSchema() + 1;
    steps << SchemaStep{next, "ALTER TABLE student ADD COLUMN later TEXT NOT NULL DEFAULT ''; CREATE TABLE later (a);"};
    const RegisterFolder folder(reg.folder());
    QCOMPARE(migrate(folder, key, steps, reg.clock.now()).value_or(-1), registry().newestSchema());
    QCOMPARE(migrate(folder, key, steps, reg.clock.now()).value_or(-1), next);
    QVERIFY(!QFile::exists(folder.database() + ".upgrade"));
    {
      const auto upgraded = Connection::open(folder.database(), key, Access::Write, next);
      MUST(upgraded);
      QCOMPARE((*upgraded)->schemaVersion(), next);
      QVERIFY((*upgraded)->database().tables().contains("later"));
      MUST((*upgraded)->checkIntegrity());
      QCOMPARE(contentOf((*upgraded)->database()).size(), 3); // a child, its act, the school's
    }
    MUST_FAIL(reg.open(), ErrorCode::RegisterNewer);
    const QStringList kept = QDir(folder.backups()).entryList({"before-schema-*.db"});
    QCOMPARE(kept.size(), 1);
    const auto old =
        Connection::open(folder.backups() + '/' + kept.first(), key, Access::Read, registry().newestSchema());
    MUST(old);
    QCOMPARE(dump((*old)->database()), before);
  }

  void aStepThatFailsLeavesTheOldRegister() {
    Register reg;
    reg.enrol(child(1));
    const SecretBytes key = reg.store->session().signIn()->dataKey.clone();
    reg.store.reset();
    const RegisterFolder folder(reg.folder());
    const QByteArray before = *readWholeFile(folder.database(), 100 << 20);
    QList<SchemaStep> steps = schemaSteps();
    steps << SchemaStep{registry().newestSchema() + 1, "CREATE TABLE later (a); DROP TABLE nothing_of_this_name;"};
    QVERIFY(!migrate(folder, key, steps, reg.clock.now()));
    QCOMPARE(*readWholeFile(folder.database(), 100 << 20), before);
    QVERIFY(!QFile::exists(folder.database() + ".upgrade"));
    reg.reopen();
  }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"
