// A kind of act and a kind of fact that the program does not have, added here alone: one plan, one struct, two registry
// lines. Everything else works for them without another line.

#include "domain/ledger_facts.h"
#include "register/acts.h"
#include "register/dump.h"
#include "register/roll.h"
#include "store/backup.h"
#include "store/fact_sql.h"
#include "store/store_session.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QJsonDocument>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

/// The bed in the school garden that a child looks after.
struct GardenFact {
  QString bed;
  static const Fact& fact() {
    static const Fact described{QStringLiteral("garden"),
                                QStringLiteral("菜地"),
                                FactShape::State,
                                SubjectKind::Student,
                                {{QStringLiteral("bed")}}};
    return described;
  }
};

Result<Planned> planGardening(const Wish& wish, const Snapshot&, const PlanContext&) {
  Planned planned;
  planned.rows = {
      {GardenFact::fact().key, wish.day.toString(Qt::ISODate), {wish.body.value(QStringLiteral("bed")).toString()}}};
  return planned;
}

Registry gardenRegistry() {
  Registry registry = ledgerRegistry();
  addFact(registry, GardenFact::fact());
  registry.facts.last().group = QStringLiteral("class");
  registry.acts << ActKind{QStringLiteral("gardening"), QStringLiteral("认领菜地"), QStringLiteral("change_records"),
                           planGardening};
  return registry;
}

Wish gardening(qint64 student, const QDate& day, const QString& bed) {
  Wish wish;
  wish.kind = QStringLiteral("gardening");
  wish.subject = Subject::student(student);
  wish.day = day;
  wish.ground = QStringLiteral("班会");
  wish.body = {{QStringLiteral("bed"), bed}};
  return wish;
}

} // namespace

class TrialTest : public QObject {
  Q_OBJECT

  const Registry m_registry = gardenRegistry();

  static QStringList bedOn(TestRegister& desk, const char* day, Known known = {}) {
    QStringList beds;
    for (const char* bed : {"东一", "东二"})
      if (!desk.store()
               .tables()
               .facts()
               .holding(GardenFact::fact(), QStringLiteral("bed"), {QString::fromUtf8(bed)}, QString::fromLatin1(day),
                        known)
               ->isEmpty())
        beds << QString::fromUtf8(bed);
    return beds;
  }

private slots:
  void itIsPerformedVoidedAndDoneAgain() {
    TestRegister desk(m_registry);
    const qint64 student = desk.enrolChild(1);
    const auto first = perform(desk.office(), gardening(student, QDate(2024, 9, 2), QStringLiteral("东一")));
    XUEJI_OK(first);
    const auto second = perform(desk.office(), gardening(student, QDate(2024, 9, 5), QStringLiteral("东二")));
    XUEJI_OK(second);
    QCOMPARE(bedOn(desk, "2024-09-01"), QStringList());
    QCOMPARE(bedOn(desk, "2024-09-04"), QStringList(QStringLiteral("东一")));
    QCOMPARE(bedOn(desk, "2024-09-05"), QStringList(QStringLiteral("东二")));
    QCOMPARE(bedOn(desk, "2024-09-05", Known{first->acts.first()}), QStringList(QStringLiteral("东一")));
    // On a state a later act blocks.
    QCOMPARE(voidAct(desk.office(), first->acts.first(), QStringLiteral("x")).error().code, ErrorCode::BatchBuiltUpon);
    XUEJI_OK(voidAct(desk.office(), second->acts.first(), QStringLiteral("x")));
    QCOMPARE(bedOn(desk, "2024-09-05"), QStringList(QStringLiteral("东一")));
    XUEJI_OK(redo(desk.office(), second->acts.first(), QStringLiteral("还是要")));
    QCOMPARE(bedOn(desk, "2024-09-05"), QStringList(QStringLiteral("东二")));
    QCOMPARE(desk.damage(), QString());
  }

  void theTimelineTellsIt() {
    TestRegister desk(m_registry);
    const qint64 student = desk.enrolChild(1);
    XUEJI_OK(perform(desk.office(), gardening(student, QDate(2024, 9, 2), QStringLiteral("东一"))));
    const auto act = perform(desk.office(), gardening(student, QDate(2024, 9, 5), QStringLiteral("东二")));
    XUEJI_OK(act);
    const auto file = readStudentFile(desk.office(), student, QStringLiteral("看"));
    XUEJI_OK(file);
    const TimelineEntry& entry = file->timeline.first();
    QCOMPARE(entry.kindName, QStringLiteral("认领菜地"));
    QVERIFY(entry.undoable);
    QCOMPARE(entry.changes.size(), 1);
    QCOMPARE(entry.changes.first().name, QStringLiteral("菜地"));
    QCOMPARE(entry.changes.first().before, QStringLiteral("东一"));
    QCOMPARE(entry.changes.first().after, QStringLiteral("东二"));
    QVERIFY(!file->timeline.at(1).undoable);
  }

  void aBatchOfThemIsUndoneAsAWhole() {
    TestRegister desk(m_registry);
    QList<Judged> judged;
    for (int number = 1; number <= 3; ++number) {
      const qint64 student = desk.enrolChild(number);
      judged.clear();
      for (qint64 one = 1; one <= student; ++one) {
        auto good = judge(desk.office(), gardening(one, QDate(2024, 9, 2), QStringLiteral("东一")));
        XUEJI_OK(good);
        judged << *good;
      }
    }
    const auto done = performAll(desk.office(), Batch(), judged);
    XUEJI_OK(done);
    QCOMPARE(done->acts.size(), 3);
    QCOMPARE(bedOn(desk, "2024-09-02"), QStringList(QStringLiteral("东一")));
    XUEJI_OK(undoBatch(desk.office(), done->batch));
    QCOMPARE(bedOn(desk, "2024-09-02"), QStringList());
    QVERIFY(!(*desk.store().tables().batches().byId(done->batch))->undone.isNull());
    QCOMPARE(desk.damage(), QString());
  }

  void itStandsInTheDump() {
    TestRegister desk(m_registry);
    const qint64 student = desk.enrolChild(1);
    XUEJI_OK(perform(desk.office(), gardening(student, QDate(2024, 9, 2), QStringLiteral("东一"))));
    int found = 0;
    XUEJI_OK(dumpRegister(desk.office(), QStringLiteral("核对"), nullptr, [&](const QByteArray& line) {
      const QJsonObject object = QJsonDocument::fromJson(line).object();
      if (object.value(QStringLiteral("fact")).toString() == GardenFact::fact().key)
        found += object.value(QStringLiteral("values")).toObject().value(QStringLiteral("bed")).toString() ==
                 QStringLiteral("东一");
      found += object.value(QStringLiteral("kind")).toString() == QStringLiteral("gardening");
      return Result<void>();
    }));
    QCOMPARE(found, 2);
  }

  void verifyFindsARowOfItChanged_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("value") << "UPDATE fact_garden SET bed = '东九'";
    QTest::newRow("day") << "UPDATE fact_garden SET day = '2024-09-01'";
    QTest::newRow("deleted") << "DELETE FROM fact_garden";
    QTest::newRow("voided") << "UPDATE fact_garden SET voided_by = 3";
    QTest::newRow("added")
        << "INSERT INTO fact_garden (id, act, subject, day, bed) VALUES (2, 3, 1, '2024-09-03', 'x')";
  }
  void verifyFindsARowOfItChanged() {
    QFETCH(QString, sql);
    TestRegister desk(m_registry);
    const qint64 student = desk.enrolChild(1);
    XUEJI_OK(perform(desk.office(), gardening(student, QDate(2024, 9, 2), QStringLiteral("东一"))));
    QCOMPARE(desk.damage(), QString());
    QSqlQuery query(desk.store().session().database());
    for (const char* trigger : {"never_changed", "voided_once", "never_deleted"})
      QVERIFY(query.exec(QStringLiteral("DROP TRIGGER fact_garden_is_%1").arg(QLatin1String(trigger))));
    QVERIFY(query.exec(sql));
    query.finish();
    QVERIFY2(desk.damage().contains(QStringLiteral("seals act:3")), qPrintable(desk.damage()));
  }

  void whoMayNotChangeRecordsMayNotDoIt() {
    TestRegister desk(m_registry);
    const qint64 student = desk.enrolChild(1);
    desk.addUser("赵丽", Role::Helper);
    desk.signIn(QStringLiteral("赵丽"));
    QCOMPARE(perform(desk.office(), gardening(student, QDate(2024, 9, 2), QStringLiteral("东一"))).error().code,
             ErrorCode::RoleForbids);
  }

  void aProgramWithoutItRefusesTheRegister() {
    TestRegister desk(m_registry);
    desk.enrolChild(1);
    desk.signOut();
    const auto refused =
        RegisterStore::open(desk.folder(), QString::fromUtf8(kRegistrar), password(), desk.clock, test::registry());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RegisterNewer);
  }
};

QTEST_GUILESS_MAIN(TrialTest)
#include "store/tables.h"
#include "trial_test.moc"
