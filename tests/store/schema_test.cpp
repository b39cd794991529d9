#include "store/durable_file.h"
#include "store/schema.h"
#include "store/store_session.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

const QString kFixture = QStringLiteral(XUEJI_TEST_DATA "/registers/schema1.xueji");

void copyFolder(const QString& from, const QString& to) {
  QVERIFY(QDir().mkpath(to));
  for (const QString& name : QDir(from).entryList(QDir::Files))
    QVERIFY(QFile::copy(from + '/' + name, to + '/' + name));
  QDir().mkpath(to + "/backups");
}

QStringList expectedDump() {
  QFile file(kFixture + ".txt");
  if (!file.open(QIODevice::ReadOnly))
    return {};
  return QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
}

/// What a schema-1 register held; later steps may add columns, so only these are compared.
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
  query.exec("SELECT id, kind, student, effective FROM act ORDER BY id");
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

  void aRegisterOfSchemaOneOpensForEver() {
    QTemporaryDir place;
    const QString folder = place.filePath("schema1.xueji");
    copyFolder(kFixture, folder);
    HandClock clock;
    auto store = RegisterStore::open(folder, kUser, password(), clock);
    MUST(store);
    const QStringList expected = expectedDump();
    QVERIFY(expected.size() > 5);
    QCOMPARE(contentOf((*store)->session().database()), expected);
    const auto report = verify(**store);
    MUST(report);
    QVERIFY(report->passed());
  }

  void anOlderRegisterIsUpgradedOnACopyAndTheOldOneKept() {
    Register reg;
    reg.enrol(child(1));
    const SecretBytes key = reg.store->session().signIn()->dataKey.clone();
    const QStringList before = dump(reg.store->session().database());
    reg.store.reset();
    QList<SchemaStep> steps = schemaSteps();
    const int next = newestSchema() + 1;
    steps << SchemaStep{next, "ALTER TABLE student ADD COLUMN later TEXT NOT NULL DEFAULT ''; CREATE TABLE later (a);"};
    const RegisterFolder folder(reg.folder());
    QCOMPARE(migrate(folder, key, steps, reg.clock.now()).value_or(-1), newestSchema());
    QCOMPARE(migrate(folder, key, steps, reg.clock.now()).value_or(-1), next);
    QVERIFY(!QFile::exists(folder.database() + ".upgrade"));
    {
      const auto upgraded = Connection::open(folder.database(), key, Access::Write, next);
      MUST(upgraded);
      QCOMPARE((*upgraded)->schemaVersion(), next);
      QVERIFY((*upgraded)->database().tables().contains("later"));
      MUST((*upgraded)->checkIntegrity());
      QCOMPARE(contentOf((*upgraded)->database()).size(), 2);
    }
    MUST_FAIL(reg.open(), ErrorCode::RegisterNewer);
    const QStringList kept = QDir(folder.backups()).entryList({"before-schema-*.db"});
    QCOMPARE(kept.size(), 1);
    const auto old = Connection::open(folder.backups() + '/' + kept.first(), key, Access::Read, newestSchema());
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
    steps << SchemaStep{newestSchema() + 1, "CREATE TABLE later (a); DROP TABLE nothing_of_this_name;"};
    QVERIFY(!migrate(folder, key, steps, reg.clock.now()));
    QCOMPARE(*readWholeFile(folder.database(), 100 << 20), before);
    QVERIFY(!QFile::exists(folder.database() + ".upgrade"));
    reg.reopen();
  }
};

/// With --make DIR the frozen register is made anew (done once for a released schema, then never again).
int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  if (QCoreApplication::arguments().value(1) == "--make") {
    Register reg;
    for (int number = 0; number < 5; ++number)
      reg.enrol(child(number));
    QFile text(kFixture + ".txt");
    if (!text.open(QIODevice::WriteOnly))
      return 1;
    text.write(contentOf(reg.store->session().database()).join('\n').toUtf8() + '\n');
    reg.store.reset();
    QDir(reg.folder()).remove("lock");
    copyFolder(reg.folder(), kFixture);
    QDir(kFixture).rmdir("backups");
    return 0;
  }
  SchemaTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "schema_test.moc"
