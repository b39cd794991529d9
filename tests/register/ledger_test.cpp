// Whatever order things are done in: what was taken back is gone without a trace in what leaves the register, and the
// ledger and the present rows agree.

#include "register/acts.h"
#include "register/roster_import.h"
#include "store/backup.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QDir>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

/// A registrar who does things by chance, from a seed.
class RandomRegistrar {
public:
  RandomRegistrar(TestRegister& desk, quint32 seed) : m_desk(desk), m_chance(seed) {}

  /// One change that stays; its acts are kept in order.
  void change() {
    switch (m_chance.below(5)) {
    case 0:
      importSome();
      return;
    case 1:
      enrolOne();
      return;
    case 2:
    case 3:
      correctOne();
      return;
    default:
      issueOne();
    }
  }

  qint64 enrolOne() {
    Enrolment wish;
    wish.record = madeChild(m_next++);
    wish.entryYear = 2024;
    const auto enrolled = enrol(m_desk.office(), wish);
    if (!enrolled)
      return 0;
    m_students << enrolled->student;
    return enrolled->act;
  }

  qint64 importSome() {
    QList<StudentRecord> children;
    for (quint32 count = m_chance.below(6) + 1; count > 0; --count)
      children << madeChild(m_next++);
    const QString file = m_desk.writeCsv(QStringLiteral("some.csv"), linesOf(children));
    return m_desk.import(file, false).batch;
  }

  qint64 correctOne() {
    const StudentRow row = anyone();
    if (row.id == 0)
      return 0;
    const QString phone = QStringLiteral("150%1").arg(m_chance.below(100000000), 8, 10, QLatin1Char('0'));
    const QString text = QStringLiteral("第%1次").arg(m_chance.below(1000));
    const QList<QHash<Field, QString>> wishes = {
        {{Field::Phone, phone}},
        {{Field::Talents, text}, {Field::Member1Phone, phone}},
        {{Field::NamePinyin, QStringLiteral("Qiu Zibo")}},
        {{Field::FormerName, QStringLiteral("李四")}, {Field::Class, QString::number(m_chance.below(4) + 1)}},
        {{Field::Member2Position, text}, {Field::Email, QString()}},
        {{Field::LeftBehind, QString::number(m_chance.below(2))}},
    };
    Correction wish;
    wish.student = row.id;
    wish.revision = row.revision;
    wish.values = wishes[m_chance.below(static_cast<quint32>(wishes.size()))];
    return correct(m_desk.office(), wish).value_or(0);
  }

  qint64 issueOne() {
    const StudentRow row = anyone();
    if (row.id == 0)
      return 0;
    return issueNumber(m_desk.office(), row.id, QLatin1Char('G') + row.record.value(Field::IdDocumentNumber),
                       QDate(2024, 9, 1).addDays(m_chance.below(60)), QStringLiteral("下发"))
        .value_or(0);
  }

  /// Something and its opposite; answers false where nothing was done.
  bool doAndUndo() {
    if (m_chance.below(3) == 0)
      return undoBatch(m_desk.office(), importSome()).has_value();
    const quint32 kind = m_chance.below(3);
    const qint64 act = kind == 0 ? enrolOne() : kind == 1 ? correctOne() : issueOne();
    return act != 0 && voidAct(m_desk.office(), act, QStringLiteral("试")).has_value();
  }

private:
  StudentRow anyone() {
    const auto count = m_desk.store().tables().students().count({});
    if (!count || *count == 0)
      return {};
    const auto page =
        m_desk.store().tables().students().page({}, static_cast<int>(m_chance.below(static_cast<quint32>(*count))), 1);
    return page && !page->isEmpty() ? page->first() : StudentRow{};
  }

  TestRegister& m_desk;
  SeededRandom m_chance;
  int m_next = 100;
  QList<qint64> m_students;
};

} // namespace

class LedgerTest : public QObject {
  Q_OBJECT

  static void addSeeds() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
      QTest::addRow("seed %u", seed) << seed;
  }

private slots:
  void whatIsTakenBackLeavesTheExportAsItWas_data() { addSeeds(); }
  void whatIsTakenBackLeavesTheExportAsItWas() {
    QFETCH(quint32, seed);
    TestRegister desk;
    RandomRegistrar registrar(desk, seed);
    int takenBack = 0;
    for (int step = 0; step < 25; ++step) {
      registrar.change();
      const QByteArray before = desk.exported();
      takenBack += registrar.doAndUndo();
      QCOMPARE(desk.exported(), before);
    }
    QVERIFY(takenBack >= 10);
    QCOMPARE(desk.damage(), QString());
  }

  void everythingTakenBackInTurnLeavesAnEmptyRegister_data() { addSeeds(); }
  void everythingTakenBackInTurnLeavesAnEmptyRegister() {
    QFETCH(quint32, seed);
    TestRegister desk;
    const QByteArray empty = desk.exported();
    RandomRegistrar registrar(desk, seed + 100);
    for (int step = 0; step < 30; ++step)
      registrar.change();
    QCOMPARE(desk.damage(), QString());
    for (qint64 act = *desk.store().tables().acts().lastId(); act > 1; --act) // the first is the school's
      XUEJI_OK(voidAct(desk.office(), act, QStringLiteral("全部撤销")));
    QCOMPARE(desk.exported(), empty);
    QCOMPARE(desk.damage(), QString());
  }

  void aRestoredBackupIsTheRegisterOfThatMoment_data() { addSeeds(); }
  void aRestoredBackupIsTheRegisterOfThatMoment() {
    QFETCH(quint32, seed);
    TestRegister desk;
    RandomRegistrar registrar(desk, seed + 200);
    for (int step = 0; step < 12; ++step)
      registrar.change();
    const QByteArray then = desk.exported();
    const auto proof = backUp(desk.store(), {});
    XUEJI_OK(proof);
    QCOMPARE(proof->students, desk.store().tables().students().count({}).value_or(-1));
    const QString backup = desk.path(QStringLiteral("kept.xueji"));
    QVERIFY(QDir().rename(proof->path, backup));
    for (int step = 0; step < 6; ++step)
      registrar.change();
    const QByteArray later = desk.exported();
    desk.signOut();
    const auto aside =
        restore(backup, desk.folder(), QString::fromUtf8(kRegistrar), password(), desk.clock, registry());
    XUEJI_OK(aside);
    desk.signIn();
    QCOMPARE(desk.exported(), then);
    QCOMPARE(desk.damage(), QString());
    // What was moved aside is whole.
    desk.signOut();
    QVERIFY(QDir(desk.folder()).removeRecursively());
    QVERIFY(QDir().rename(*aside, desk.folder()));
    desk.signIn();
    QCOMPARE(desk.exported(), later);
    QCOMPARE(desk.damage(), QString());
  }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "ledger_test.moc"
#include "store/tables.h"
