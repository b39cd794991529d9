// The frozen register of schema 1 with class texts put among its children's items: migrated, they are classes and
// placements under the seal of the migration.

#include "store/backup.h"
#include "store/keyed_file.h"
#include "store/migration_notice.h"
#include "store/store_session.h"
#include "support/frozen_register.h"
#include "support/sql_rows.h"
#include "support/test_register.h"

#include <QTimeZone>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class ClassTextsTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_place;
  FixedClock m_clock;

  QString folder() const { return m_place.filePath(QStringLiteral("old.xueji")); }

  /// A row of items that nobody entered through the program: no seal covers it.
  void say(qint64 child, const QString& day, const QString& text) {
    const auto keys = KeyFile::load(folder());
    XUEJI_OK(keys);
    const auto key = keys->unlock(QString::fromUtf8(kRegistrar), password());
    XUEJI_OK(key);
    const auto connection = Connection::open(folder() + QStringLiteral("/register.db"), *key, Access::Write, 1);
    XUEJI_OK(connection);
    const QString sql = QStringLiteral("INSERT INTO fact_item (act, subject, day, items) VALUES (24, %1, '%2', "
                                       "'{\"class\":\"%3\"}')")
                            .arg(child)
                            .arg(day, text);
    XUEJI_OK(run((*connection)->handle(), {}, sql.toUtf8().constData()));
  }

private slots:
  void textsBecomeClassesAndPlacements() {
    m_clock.setNow(QDateTime(QDate(2027, 1, 4), QTime(2, 0), QTimeZone::utc()));
    QVERIFY(copyFolder(frozenRegister(1), folder()));
    say(1, QString(), QStringLiteral("1班"));
    say(2, QString(), QStringLiteral("一年级（1）班"));
    say(2, QStringLiteral("2024-12-01"), QStringLiteral("2班"));
    say(3, QString(), QStringLiteral("向日葵班"));
    say(6, QString(), QStringLiteral("1班")); // voided in the frozen register
    const auto store = RegisterStore::open(folder(), QString::fromUtf8(kRegistrar), password(), m_clock, registry());
    XUEJI_OK(store);
    QCOMPARE(rowsOf((*store)->session().database(),
                    QStringLiteral("SELECT act, subject, day, stage, cohort, number, kind FROM fact_class")),
             (QStringList{QStringLiteral("25|1|2024-09-01|primary|2024|0|ordinary"),
                          QStringLiteral("25|2|2024-09-01|primary|2024|1|ordinary"),
                          QStringLiteral("25|3|2024-12-01|primary|2024|2|ordinary")}));
    QCOMPARE(
        rowsOf((*store)->session().database(), QStringLiteral("SELECT act, subject, day, class FROM fact_placement")),
        (QStringList{QStringLiteral("25|1|2024-09-01|2"), QStringLiteral("25|2|2024-09-01|2"),
                     QStringLiteral("25|2|2024-12-01|3"), QStringLiteral("25|3|2024-09-01|1")}));
    QCOMPARE(rowsOf((*store)->session().database(),
                    QStringLiteral("SELECT id, class FROM student WHERE class <> 0 ORDER BY id")),
             (QStringList{QStringLiteral("1|2"), QStringLiteral("2|3"), QStringLiteral("3|1")}));
    QCOMPARE(rowsOf((*store)->session().database(), QStringLiteral("SELECT id, number, name FROM class")),
             (QStringList{QStringLiteral("1|0|向日葵班"), QStringLiteral("2|1|1班"), QStringLiteral("3|2|2班")}));
    const auto report = verify(**store);
    XUEJI_OK(report);
    // What was put in past the program is no better for it: its own seal does not fit, before and after; all else does.
    for (const VerifyFault& fault : report->faults)
      QVERIFY2(fault.check == QLatin1String("seals") && fault.object == QLatin1String("act:24"),
               qPrintable(fault.check + QLatin1Char(' ') + fault.object));
    QCOMPARE(report->notices.size(), 1);
    QVERIFY(report->notices.first().found.contains({QStringLiteral("seals"), QStringLiteral("act:24")}));
    QCOMPARE(report->notices.first().notes.size(), 1);
    QCOMPARE(report->notices.first().notes.first().object, QStringLiteral("class:1"));
  }
};

QTEST_GUILESS_MAIN(ClassTextsTest)
#include "class_texts_test.moc"
