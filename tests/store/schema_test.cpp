#include "store/fact_sql.h"
#include "store/schema.h"
#include "support/test_store.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

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
    XUEJI_OK(objects);
    QVERIFY(objects->size() > 60);
    for (const Fact& fact : registry().facts) {
      const auto own = schemaObjects({{1, "CREATE TABLE act (id INTEGER PRIMARY KEY);" + fact_sql::createSql(fact)}});
      XUEJI_OK(own);
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
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"
