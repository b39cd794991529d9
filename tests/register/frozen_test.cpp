// The frozen registers of every schema open as long as there is a Xueji: they are opened, upgraded, verified and
// compared with what was written down when they were made.
//   test_register_frozen --make    makes the register of the newest schema and its text; done once, when a schema
//   freezes

#include "domain/ledger_facts.h"
#include "store/backup.h"
#include "store/store_session.h"
#include "support/frozen_register.h"
#include "support/lived_register.h"

#include <QDir>
#include <QTimeZone>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

int make() {
  const int schema = registry().newestSchema();
  if (QFile::exists(frozenRegister(schema)))
    return 2; // frozen
  TestRegister desk;
  liveOnce(desk);
  const QStringList lines = contentOf(desk.store().session().database(), schema);
  const QString folder = desk.folder();
  desk.signOut();
  QFile::remove(folder + QStringLiteral("/lock"));
  QFile text(frozenRegister(schema) + QStringLiteral(".txt"));
  if (!QDir().mkpath(QFileInfo(text).path()) || !copyFolder(folder, frozenRegister(schema)) ||
      !text.open(QIODevice::WriteOnly))
    return 1;
  text.write(lines.join(QLatin1Char('\n')).toUtf8() + '\n');
  return QDir(frozenRegister(schema)).rmdir(QStringLiteral("backups")) ? 0 : 1;
}

} // namespace

class FrozenTest : public QObject {
  Q_OBJECT

private slots:
  void everySchemaHasAFrozenRegister_data() {
    QTest::addColumn<int>("schema");
    for (int schema = 1; schema <= registry().newestSchema(); ++schema)
      QTest::addRow("schema %d", schema) << schema;
  }
  void everySchemaHasAFrozenRegister() {
    QFETCH(int, schema);
    QTemporaryDir place;
    const QString folder = place.filePath(QStringLiteral("frozen.xueji"));
    QVERIFY(copyFolder(frozenRegister(schema), folder));
    FixedClock clock;
    clock.setNow(QDateTime(QDate(2027, 1, 4), QTime(2, 0), QTimeZone::utc()));
    const auto store = RegisterStore::open(folder, QString::fromUtf8(kRegistrar), password(), clock, registry());
    XUEJI_OK(store);
    const auto report = verify(**store);
    XUEJI_OK(report);
    for (const VerifyFault& fault : report->faults)
      qWarning("%s %s", qPrintable(fault.check), qPrintable(fault.object));
    QVERIFY(report->passed());
    const QStringList expected = writtenDown(schema);
    QVERIFY(expected.size() > 100);
    // The days have passed since: present rows have turned, acts and facts stand as they were. What a migration adds
    // follows them.
    QStringList present = lasting(contentOf((*store)->session().database(), schema));
    present.removeIf([](const QString& line) {
      return line.startsWith(QStringLiteral("act|")) && line.section(QLatin1Char('|'), 2, 2) == act_kind::kMigrated;
    });
    QCOMPARE(present, lasting(expected));
    QStringList kinds;
    if (schema >= 2)
      kinds << QStringLiteral("make_class") << QStringLiteral("change_class") << QStringLiteral("close_class")
            << QStringLiteral("place") << QStringLiteral("move_class") << QStringLiteral("move_up");
    for (const QString& kind :
         kinds + QStringList{QStringLiteral("enrol"), QStringLiteral("correct"), QStringLiteral("number_issued"),
                             QStringLiteral("paper_seen"), QStringLiteral("paper_withdrawn"),
                             QStringLiteral("set_school"), QStringLiteral("set_rules"), QStringLiteral("redate"),
                             QStringLiteral("void")})
      QVERIFY2(std::any_of(expected.begin(), expected.end(),
                           [&](const QString& line) {
                             return line.startsWith(QStringLiteral("act|")) &&
                                    line.section(QLatin1Char('|'), 2, 2) == kind;
                           }),
               qPrintable(kind));
  }
};

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  if (QCoreApplication::arguments().value(1) == QLatin1String("--make"))
    return make();
  FrozenTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "frozen_test.moc"
