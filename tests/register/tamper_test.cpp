// A tool that has the data key changes one thing, by chance: verify finds it. XUEJI_CHANGES says how many (200 in the
// suite, 2,000 for the figure in docs/reliability.md), XUEJI_CHANGE_SEED from which seed.

#include "store/backup.h"
#include "store/store_session.h"
#include "support/lived_register.h"
#include "support/setting.h"
#include "support/test_register.h"

#include <QSqlQuery>
#include <QSqlRecord>
#include <QtTest>
#include <sqlite3.h>

using namespace xueji;
using namespace xueji::test;

namespace {

/// One change of one value, row or object of the schema.
class Tool {
public:
  Tool(QSqlDatabase database, quint32 seed) : m_database(database), m_chance(seed) {}

  /// Answers what it did; empty where it changed nothing.
  QString change() {
    switch (m_chance.below(20)) {
    case 0:
      return deleteRow();
    case 1:
      return copyRow();
    case 2:
      return changeSchema();
    default:
      return changeValue();
    }
  }

private:
  QString one(const QString& sql) {
    QSqlQuery query(m_database);
    query.exec(sql);
    return query.next() ? query.value(0).toString() : QString();
  }
  bool run(const QString& sql) { return QSqlQuery(m_database).exec(sql); }
  template <class List>
  auto any(const List& list) {
    return list.at(static_cast<qsizetype>(m_chance.below(static_cast<quint32>(list.size()))));
  }

  QString anyTable() {
    QStringList tables = m_database.tables();
    tables.removeIf([this](const QString& table) {
      // Drafts are outside seals and verification.
      return table == QLatin1String("case_file") || table == QLatin1String("case_step") ||
             one(QStringLiteral("SELECT count(*) FROM \"%1\"").arg(table)) == u"0";
    });
    return any(tables);
  }
  /// A condition that holds for one row.
  QString anyRow(const QString& table) {
    const QString key = table == QLatin1String("setting")    ? QStringLiteral("key")
                        : table == QLatin1String("guardian") ? QStringLiteral("student * 10 + position")
                                                             : QStringLiteral("id");
    const int rows = one(QStringLiteral("SELECT count(*) FROM \"%1\"").arg(table)).toInt();
    const QString value = one(QStringLiteral("SELECT %1 FROM \"%2\" ORDER BY 1 LIMIT 1 OFFSET %3")
                                  .arg(key, table)
                                  .arg(m_chance.below(static_cast<quint32>(rows))));
    return QStringLiteral("%1 = '%2'").arg(key, value) + (key == u"key" ? QString() : QStringLiteral(" + 0"));
  }
  void dropTriggers(const QString& table) {
    QStringList names;
    QSqlQuery query(m_database);
    query.exec(
        QStringLiteral("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '%1'").arg(table));
    while (query.next())
      m_triggers << query.value(1).toString(), names << query.value(0).toString();
    query.finish();
    for (const QString& name : std::as_const(names))
      run(QStringLiteral("DROP TRIGGER ") + name);
  }
  /// The tool puts the triggers back as they were: only the value gives it away.
  void putBack() {
    for (const QString& sql : std::as_const(m_triggers))
      run(sql);
    m_triggers.clear();
  }

  QString changeValue() {
    const QString table = anyTable();
    const QSqlRecord record = m_database.record(table);
    const QString column = record.fieldName(static_cast<int>(m_chance.below(static_cast<quint32>(record.count()))));
    const QString where = anyRow(table);
    const QString type = one(QStringLiteral("SELECT typeof(%1) FROM \"%2\" WHERE %3").arg(column, table, where));
    const QString before = one(QStringLiteral("SELECT quote(%1) FROM \"%2\" WHERE %3").arg(column, table, where));
    QString fresh;
    if (type == QLatin1String("integer"))
      fresh = any(QStringList{QStringLiteral("%1 + 1"), QStringLiteral("0"), QStringLiteral("%1 * 2 + 3")})
                  .replace(QLatin1String("%1"), column);
    else if (type == QLatin1String("blob"))
      fresh = any(QStringList{QStringLiteral("x'00'"), QStringLiteral("CAST(%1 || 'x' AS BLOB)")})
                  .replace(QLatin1String("%1"), column);
    else
      fresh = any(QStringList{QStringLiteral("%1 || 'x'"), QStringLiteral("''"), QStringLiteral("'2024-09-07'"),
                              QStringLiteral("upper(%1)"), QStringLiteral("substr(%1, 2)")})
                  .replace(QLatin1String("%1"), column);
    dropTriggers(table);
    const bool done = run(QStringLiteral("UPDATE \"%1\" SET %2 = %3 WHERE %4").arg(table, column, fresh, where));
    putBack();
    const bool same = one(QStringLiteral("SELECT quote(%1) FROM \"%2\" WHERE %3").arg(column, table, where)) == before;
    return done && !same ? QStringLiteral("%1.%2 = %3 where %4").arg(table, column, fresh, where) : QString();
  }

  QString deleteRow() {
    const QString table = anyTable();
    const QString where = anyRow(table);
    dropTriggers(table);
    const bool done = run(QStringLiteral("DELETE FROM \"%1\" WHERE %2").arg(table, where));
    putBack();
    return done ? QStringLiteral("delete from %1 where %2").arg(table, where) : QString();
  }

  QString copyRow() {
    const QString table = anyTable();
    const QSqlRecord record = m_database.record(table);
    QStringList columns;
    for (int at = 0; at < record.count(); ++at)
      columns << record.fieldName(at);
    const QString key = table == QLatin1String("setting") ? QStringLiteral("key") : columns.first();
    QStringList values = columns;
    values[columns.indexOf(key)] = table == QLatin1String("setting") ? QStringLiteral("key || 'x'")
                                   : table == QLatin1String("guardian")
                                       ? key
                                       : QStringLiteral("(SELECT max(id) + 1 FROM \"%1\")").arg(table);
    if (table == QLatin1String("guardian"))
      values[columns.indexOf(QStringLiteral("position"))] = QStringLiteral("position + 2");
    if (table == QLatin1String("user"))
      values[columns.indexOf(QStringLiteral("name"))] = QStringLiteral("name || 'x'");
    const QString where = anyRow(table);
    const bool done = run(QStringLiteral("INSERT INTO \"%1\" (%2) SELECT %3 FROM \"%1\" WHERE %4")
                              .arg(table, columns.join(u", "), values.join(u", "), where));
    return done ? QStringLiteral("copy in %1 of %2").arg(table, where) : QString();
  }

  QString changeSchema() {
    const QStringList changes{
        QStringLiteral("DROP TRIGGER log_is_never_deleted"),
        QStringLiteral("DROP INDEX student_by_name"),
        QStringLiteral("CREATE TABLE extra (a)"),
        QStringLiteral("CREATE VIEW extra AS SELECT 1"),
        QStringLiteral("CREATE TRIGGER extra AFTER INSERT ON act BEGIN UPDATE student SET phone = ''; END"),
        QStringLiteral("ALTER TABLE batch ADD COLUMN extra TEXT"),
        QStringLiteral("ALTER TABLE student RENAME COLUMN talents TO talent"),
        QStringLiteral("PRAGMA user_version = 0"),
    };
    const QString change = any(changes);
    return run(change) ? change : QString();
  }

  QSqlDatabase m_database;
  SeededRandom m_chance;
  QStringList m_triggers;
};

} // namespace

class TamperTest : public QObject {
  Q_OBJECT

private slots:
  void whatSecondPersonsSaidIsUnderSeals_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("object");
    const QString approved = QStringLiteral("approval:1");
    const QString witnessed = QStringLiteral("act:"); // under the seal of the void that it is about
    QTest::newRow("judgement") << "UPDATE approval SET judgement = 'refused' WHERE id = 1" << approved;
    QTest::newRow("who") << "UPDATE approval SET given_by = 1 WHERE id = 1" << approved;
    QTest::newRow("what was seen") << "UPDATE approval SET hash = x'00' WHERE id = 1" << approved;
    QTest::newRow("of which case") << "UPDATE approval SET case_id = 2 WHERE id = 1" << approved;
    QTest::newRow("deleted") << "DELETE FROM approval WHERE id = 1" << approved;
    QTest::newRow("added") << "INSERT INTO approval (id, case_id, given, given_by, judgement, hash) SELECT 3, case_id, "
                              "given, given_by, judgement, hash FROM approval WHERE id = 1"
                           << "approval:3";
    QTest::newRow("the witness") << "UPDATE approval SET given_by = 1 WHERE id = 2" << witnessed;
    QTest::newRow("no witness") << "DELETE FROM approval WHERE id = 2" << witnessed;
    QTest::newRow("a witness of nothing") << "UPDATE approval SET act = 0 WHERE id = 2" << witnessed;
    QTest::newRow("a witness of another act") << "UPDATE approval SET act = act + 1 WHERE id = 2" << witnessed;
    QTest::newRow("an act without its case") << "UPDATE act SET case_id = 0 WHERE case_id = 1" << witnessed;
    QTest::newRow("an act of another case") << "UPDATE act SET case_id = 2 WHERE case_id = 1" << witnessed;
    QTest::newRow("an old act with a case") << "UPDATE act SET case_id = 2 WHERE id = 1" << witnessed;
  }
  void whatSecondPersonsSaidIsUnderSeals() {
    QFETCH(QString, sql);
    QFETCH(QString, object);
    TestRegister desk;
    liveOnce(desk);
    QSqlQuery query(desk.store().session().database());
    for (const char* trigger : {"approval_is_never_changed", "approval_is_never_deleted", "act_is_never_changed"})
      QVERIFY(query.exec(QStringLiteral("DROP TRIGGER %1").arg(QLatin1String(trigger))));
    QVERIFY(query.exec(sql));
    QCOMPARE(query.numRowsAffected(), 1);
    query.finish();
    const QString damage = desk.damage();
    QVERIFY2(damage.contains(QStringLiteral("seals ") + object), qPrintable(damage));
  }

  void everySingleChangeIsFound() {
    const int changes = setting("XUEJI_CHANGES", 200);
    const auto seed = static_cast<quint32>(setting("XUEJI_CHANGE_SEED", 1));
    TestRegister desk;
    liveOnce(desk);
    QCOMPARE(desk.damage(), QString());
    // The head beside the keys has reached the newest row: the tail is not open.
    XUEJI_OK(desk.store().log().append(LogAction::Export, QStringLiteral("students")));
    StoreSession& session = desk.store().session();
    sqlite3* handle = session.connection().handle();
    QSqlQuery(session.database()).exec(QStringLiteral("PRAGMA foreign_keys = OFF"));
    Tool tool(session.database(), seed);
    QMap<QString, int> found;
    int made = 0;
    for (int tries = 0; made < changes && tries < 10 * changes; ++tries) {
      QCOMPARE(sqlite3_exec(handle, "SAVEPOINT tool", nullptr, nullptr, nullptr), SQLITE_OK);
      const QString what = tool.change();
      if (!what.isEmpty()) {
        ++made;
        // Looked at within the tool's own transaction: nothing is written, so nothing is logged.
        const auto seen = lookThrough(desk.store());
        XUEJI_OK(seen);
        QVERIFY2(!seen->passed(), qPrintable(QStringLiteral("not found: ") + what));
        ++found[seen->faults.first().check];
      }
      QCOMPARE(sqlite3_exec(handle, "ROLLBACK TO tool; RELEASE tool", nullptr, nullptr, nullptr), SQLITE_OK);
    }
    QCOMPARE(made, changes);
    QCOMPARE(desk.damage(), QString());
    QStringList by;
    for (auto it = found.cbegin(); it != found.cend(); ++it)
      by << QStringLiteral("%1 %2").arg(it.key()).arg(it.value());
    qInfo("%d changes, all found, first by: %s", made, qPrintable(by.join(u", ")));
  }
};

QTEST_GUILESS_MAIN(TamperTest)
#include "tamper_test.moc"
