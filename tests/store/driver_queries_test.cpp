#include "both_drivers.h"

#include <QDateTime>
#include <QSqlDriver>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QTimeZone>
#include <QtTest>
#include <algorithm>
#include <array>

using namespace xueji::test;
Q_DECLARE_METATYPE(Script)

namespace {

void must(QSqlQuery& query, const QString& sql) {
  if (!query.exec(sql))
    qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
}

void makeTable(QSqlDatabase& database) {
  QSqlQuery query(database);
  must(query,
       "CREATE TABLE pupil (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT 'nobody', height REAL, photo BLOB, "
       "born DATE, big BIGINT, flag BOOLEAN, code VARCHAR(8) UNIQUE, price NUMERIC(5,2) DEFAULT 1.5)");
}

void dump(QSqlQuery& query, Transcript& seen) {
  while (query.next()) {
    for (int column = 0; column < query.record().count(); ++column)
      seen.say(QString("%1.%2").arg(query.at()).arg(column), query.value(column));
  }
  seen.say("after", query.at());
}

void named(QSqlDatabase& database, Transcript& seen) {
  makeTable(database);
  QSqlQuery query(database);
  seen.say("prepare", query.prepare("INSERT INTO pupil (name, code, height) VALUES (:name, :code, :height)"));
  query.bindValue(":height", 1.25);
  query.bindValue(":name", QString::fromUtf8("𠮷 O'Neil ü"));
  query.bindValue(":code", "a:b?");
  seen.say("exec", query.exec());
  seen.say("bound", query.boundValue(":code"));
  seen.say("placeholders", static_cast<int>(query.boundValues().size()));
  seen.say("twice", query.prepare("SELECT name, :x, ':x' FROM pupil WHERE code = :x OR name = :x OR height > :y"));
  query.bindValue(":x", "a:b?");
  query.bindValue(":y", 99);
  seen.say("exec", query.exec());
  dump(query, seen);
  query.prepare("SELECT :a, :b");
  query.bindValue(":a", 1);
  seen.say("one missing", query.exec());
  seen.say("missing", query.lastError());
  query.prepare("SELECT :a");
  query.bindValue(":other", 1);
  seen.say("unknown name", query.exec());
  seen.say("unknown", query.lastError());
}

void positional(QSqlDatabase& database, Transcript& seen) {
  makeTable(database);
  QSqlQuery query(database);
  seen.say("prepare", query.prepare("INSERT INTO pupil (name, height, code) VALUES (?, ?, ?)"));
  for (int i = 0; i < 3; ++i) {
    query.addBindValue(QString("child %1").arg(i));
    query.addBindValue(i * 0.5);
    query.addBindValue(i == 1 ? QVariant(QMetaType(QMetaType::QString)) : QVariant(i));
    seen.say("exec", query.exec());
    seen.say("id", query.lastInsertId());
    seen.say("rows", query.numRowsAffected());
  }
  query.prepare("SELECT name FROM pupil WHERE height >= ? AND name <> ? ORDER BY id");
  query.bindValue(1, "child 1");
  query.bindValue(0, 0.5);
  seen.say("exec", query.exec());
  dump(query, seen);
  query.prepare("SELECT ?, ?");
  query.addBindValue(1);
  seen.say("too few", query.exec());
  seen.say("too few", query.lastError());
  query.prepare("SELECT ?");
  query.addBindValue(1);
  query.addBindValue(2);
  seen.say("too many", query.exec());
  seen.say("too many", query.lastError());
  query.prepare("SELECT ?2, ?1");
  query.addBindValue("first");
  query.addBindValue("second");
  seen.say("numbered", query.exec());
  dump(query, seen);
}

void batch(QSqlDatabase& database, Transcript& seen) {
  makeTable(database);
  QSqlQuery query(database);
  query.prepare("INSERT INTO pupil (name, height, code) VALUES (?, ?, ?)");
  query.addBindValue(QVariantList{"a", "b", "c"});
  query.addBindValue(QVariantList{1.0, 2.0, QVariant(QMetaType(QMetaType::Double))});
  query.addBindValue(QVariantList{"x", "y", "z"});
  seen.say("batch", query.execBatch());
  must(query, "SELECT name, height, code FROM pupil ORDER BY id");
  dump(query, seen);
  query.prepare("INSERT INTO pupil (name, code) VALUES (:n, :c)");
  query.bindValue(":n", QVariantList{"d", "e"});
  query.bindValue(":c", QVariantList{"w", "x"});
  seen.say("batch with a duplicate", query.execBatch());
  seen.say("batch", query.lastError());
  must(query, "SELECT count(*) FROM pupil");
  dump(query, seen);
}

void forwardOnly(QSqlDatabase& database, Transcript& seen) {
  QSqlQuery query(database);
  query.setForwardOnly(true);
  must(query, "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 6) SELECT i, 'r' || i FROM n");
  seen.say("next", query.next());
  seen.say("value", query.value(0));
  seen.say("previous", query.previous());
  seen.say("at", query.at());
  seen.say("seek 3", query.seek(3));
  seen.say("value", query.value(1));
  seen.say("seek back", query.seek(1));
  seen.say("at", query.at());
  seen.say("first", query.first());
  seen.say("last", query.last());
  seen.say("at", query.at());
  seen.say("next", query.next());
  seen.say("at", query.at());
  seen.say("value", query.value(0));
  seen.say("size", query.size());
}

void backward(QSqlDatabase& database, Transcript& seen) {
  QSqlQuery query(database);
  must(query, "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 6) SELECT i, 'r' || i FROM n");
  seen.say("value before", query.value(0));
  seen.say("previous", query.previous());
  seen.say("seek 3", query.seek(3));
  seen.say("value", query.value(0));
  seen.say("previous", query.previous());
  seen.say("value", query.value(0));
  seen.say("first", query.first());
  seen.say("value", query.value(1));
  seen.say("previous", query.previous());
  seen.say("at", query.at());
  seen.say("last", query.last());
  seen.say("value", query.value(0));
  seen.say("relative", query.seek(-2, true));
  seen.say("value", query.value(0));
  seen.say("next", query.next());
  seen.say("value", query.value(0));
  seen.say("too far", query.seek(17));
  seen.say("at", query.at());
  seen.say("valid", query.isValid());
  seen.say("value", query.value(0));
  seen.say("previous", query.previous());
  seen.say("value", query.value(0));
  seen.say("negative", query.seek(-1));
  seen.say("at", query.at());
  dump(query, seen);
  seen.say("null outside", query.isNull(0));
  seen.say("again", query.exec());
  dump(query, seen);
  must(query, "SELECT 1 WHERE 0");
  seen.say("last of none", query.last());
  seen.say("first of none", query.first());
  seen.say("next of none", query.next());
  seen.say("none", query.record());
}

void values(QSqlDatabase& database, Transcript& seen) {
  makeTable(database);
  QSqlQuery query(database);
  must(query, "CREATE TABLE any (v)");
  const QVariantList all = {QByteArray("\0\1\2\xff", 4),
                            QByteArray(""),
                            QByteArray(),
                            QString(""),
                            QString(),
                            QString::fromUtf8("text\0mid", 8),
                            QVariant(),
                            std::numeric_limits<qint64>::max(),
                            std::numeric_limits<qint64>::min(),
                            std::numeric_limits<quint64>::max(),
                            std::numeric_limits<int>::min(),
                            4000000000u,
                            0.1,
                            -1e300,
                            1.5f,
                            true,
                            false,
                            QDate(2018, 8, 31),
                            QDate(),
                            QTime(7, 5, 3, 9),
                            QDateTime(QDate(2018, 8, 31), QTime(7, 5, 3, 9)),
                            QDateTime(QDate(2018, 8, 31), QTime(7, 5), QTimeZone::utc()),
                            QChar(u'学'),
                            QString::fromUtf8("𬱖·古丽"),
                            short(7),
                            QUuid("{01234567-89ab-cdef-0123-456789abcdef}"),
                            QVariant(QMetaType(QMetaType::Int)),
                            QStringList{"a", "b"}};
  query.prepare("INSERT INTO any VALUES (?)");
  for (const QVariant& value : all) {
    query.bindValue(0, value);
    seen.say("insert", query.exec());
  }
  must(query, "SELECT v, typeof(v), length(v), v IS NULL FROM any ORDER BY rowid");
  dump(query, seen);
  must(query, "SELECT v FROM any ORDER BY rowid");
  while (query.next())
    seen.say("null", query.isNull(0));
  for (const auto policy :
       {QSql::LowPrecisionInt32, QSql::LowPrecisionInt64, QSql::LowPrecisionDouble, QSql::HighPrecision}) {
    query.setNumericalPrecisionPolicy(policy);
    must(query, "SELECT 2.75, 5, 9007199254740993");
    dump(query, seen);
  }
  seen.say("by name", query.exec("SELECT 1 AS a, 2 AS \"b.c\"") && query.next());
  seen.say("by name", query.value("a"));
  seen.say("names", query.record());
}

/// A statement is bound again: only in part, out of order, in another way, as another type, after it was let go.
void boundAgain(QSqlDatabase& database, Transcript& seen) {
  makeTable(database);
  QSqlQuery query(database);
  query.setForwardOnly(true);
  query.prepare("SELECT ?, ?, typeof(?)");
  const auto ask = [&](const char* what) {
    seen.say(what, query.exec());
    dump(query, seen);
    seen.say("bound", static_cast<int>(query.boundValues().size()));
    seen.say("second", query.boundValue(1));
  };
  for (int place = 0; place < 3; ++place)
    query.bindValue(place, QString("text %1").arg(place));
  ask("first");
  query.bindValue(1, "another");
  ask("one");
  query.finish();
  query.bindValue(2, QByteArray("bytes"));
  query.bindValue(0, 7);
  ask("after finish");
  query.finish();
  ask("nothing new");
  query.bindValue(2, QVariant(QMetaType(QMetaType::QString)));
  query.bindValue(1, QString());
  ask("null");
  query.bindValue(0, 1, QSql::Out);
  ask("out");
  query.bindValue(0, 2);
  ask("in again");
  query.addBindValue("a");
  query.addBindValue("b");
  query.addBindValue("c");
  ask("added");
  query.bindValue(7, "beyond");
  seen.say("beyond", query.exec());
  query.prepare("SELECT :a, :b");
  query.bindValue(0, "by place");
  query.bindValue(":b", "by name");
  query.bindValue(0, "by place again");
  seen.say("mixed", query.exec());
  dump(query, seen);
  query.prepare("SELECT ?");
  query.bindValue(0, "new statement");
  seen.say("new", query.exec());
  dump(query, seen);
}

void severalOpen(QSqlDatabase& database, Transcript& seen) {
  makeTable(database);
  QSqlQuery write(database);
  for (int i = 0; i < 4; ++i)
    must(write, QString("INSERT INTO pupil (name) VALUES ('n%1')").arg(i));
  QSqlQuery outer(database);
  must(outer, "SELECT id, name FROM pupil ORDER BY id");
  QSqlQuery inner(database);
  inner.prepare("SELECT name FROM pupil WHERE id < ? ORDER BY id");
  while (outer.next()) {
    inner.bindValue(0, outer.value(0));
    seen.say("inner", inner.exec());
    dump(inner, seen);
    seen.say("outer", outer.value(1));
  }
  QSqlQuery first(database);
  must(first, "SELECT id FROM pupil ORDER BY id");
  seen.say("next", first.next());
  first.finish();
  seen.say("active", first.isActive());
  seen.say("next after finish", first.next());
  seen.say("drop", write.exec("DROP TABLE pupil"));
  seen.say("drop", write.lastError());
  const QSqlQuery moved = std::move(outer);
  seen.say("moved active", moved.isActive());
}

void errors(QSqlDatabase& database, Transcript& seen) {
  makeTable(database);
  QSqlQuery query(database);
  for (const char* sql :
       {"SELEC 1", "SELECT * FROM nowhere", "SELECT 1; SELECT 2", "SELECT 1;  ", "", "  ", "-- nothing",
        "INSERT INTO pupil (name) VALUES (NULL)", "INSERT INTO pupil (id, code) VALUES (1, 'a')",
        "INSERT INTO pupil (id, code) VALUES (1, 'b')", "INSERT INTO pupil (id, code) VALUES (2, 'a')",
        "SELECT abs(-9223372036854775807 - 1)", "COMMIT"}) {
    seen.say(QString("exec ") + sql, query.exec(sql));
    seen.say(sql, query.lastError());
    seen.say("active", query.isActive());
    seen.say("select", query.isSelect());
  }
  seen.say("prepare", query.prepare("SELECT FROM"));
  seen.say("prepare", query.lastError());
  seen.say("exec unprepared", query.exec());
  seen.say("recovers", query.exec("SELECT 1") && query.next());
}

void writing(QSqlDatabase& database, Transcript& seen) {
  makeTable(database);
  QSqlQuery query(database);
  must(query, "INSERT INTO pupil (name) VALUES ('a'), ('b'), ('c')");
  seen.say("rows", query.numRowsAffected());
  seen.say("id", query.lastInsertId());
  seen.say("select", query.isSelect());
  seen.say("record", query.record());
  must(query, "UPDATE pupil SET height = 1 WHERE id > 1");
  seen.say("rows", query.numRowsAffected());
  must(query, "DELETE FROM pupil WHERE id > 9");
  seen.say("rows", query.numRowsAffected());
  must(query, "INSERT INTO pupil (name) VALUES ('r') RETURNING id, name");
  dump(query, seen);
}

void transactions(QSqlDatabase& database, Transcript& seen) {
  makeTable(database);
  QSqlQuery query(database);
  const auto count = [&] {
    must(query, "SELECT count(*) FROM pupil");
    query.next();
    seen.say("count", query.value(0));
    query.finish();
  };
  seen.say("begin", database.transaction());
  must(query, "INSERT INTO pupil (name) VALUES ('a')");
  count();
  seen.say("rollback", database.rollback());
  count();
  seen.say("begin", database.transaction());
  seen.say("begin again", database.transaction());
  seen.say("begin again", QVariant(database.lastError().text()));
  must(query, "INSERT INTO pupil (name) VALUES ('b')");
  seen.say("commit", database.commit());
  count();
  seen.say("commit without", database.commit());
  seen.say("commit without", QVariant(database.lastError().text()));
  seen.say("rollback without", database.rollback());
  seen.say("rollback without", QVariant(database.lastError().text()));
}

/// Names that Qt's own driver quotes in another way from Qt 6.8 on; ours goes on as before.
bool isQuotedOtherwise([[maybe_unused]] const char* name) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
  constexpr std::array kNames = {"\"odd name\"", "main.pupil", "a.b", "[bracket]", "in\"side", "\"half"};
  return std::any_of(kNames.begin(), kNames.end(), [name](const char* other) { return qstrcmp(name, other) == 0; });
#else
  return false;
#endif
}

void records(QSqlDatabase& database, Transcript& seen) {
  makeTable(database);
  QSqlQuery query(database);
  must(query, "CREATE TABLE \"odd name\" (\"a b\" INT PRIMARY KEY, \"q\"\"q\" FLOAT, c)");
  must(query, "CREATE TABLE pair (a INTEGER, b TEXT, PRIMARY KEY (a, b))");
  must(query, "CREATE VIEW tall AS SELECT * FROM pupil WHERE height > 1");
  must(query, "CREATE TEMP TABLE passing (x INTEGER)");
  must(query, "INSERT INTO pupil (name, height, photo, flag) VALUES ('a', 1.5, x'00ff', 1)");
  for (const char* table : {"pupil", "odd name", "\"odd name\"", "main.pupil", "pair", "tall", "passing", "nowhere"}) {
    if (isQuotedOtherwise(table))
      continue;
    seen.say(QString("record ") + table, database.record(table));
    const QSqlIndex index = database.primaryIndex(table);
    seen.say(QString("primary ") + table, static_cast<const QSqlRecord&>(index));
  }
  for (const auto type : {QSql::Tables, QSql::Views, QSql::SystemTables, QSql::AllTables}) {
    QStringList names = database.tables(type);
    names.sort();
    seen.say("tables " + names.join(','));
  }
  for (const char* sql : {"SELECT * FROM pupil", "SELECT p.name, p.height + 1, count(*) AS n, 'x' FROM pupil p",
                          "SELECT * FROM pupil WHERE 0", "SELECT * FROM tall", "SELECT NULL, x'00', 1, 1.5, 't'",
                          "SELECT \"a b\", \"q\"\"q\" FROM \"odd name\""}) {
    must(query, sql);
    seen.say("before", query.record());
    query.next();
    seen.say("on", query.record());
  }
}

void dialect(QSqlDatabase& database, Transcript& seen) {
  const QSqlDriver* driver = database.driver();
  for (const char* name : {"plain", "a.b", "\"quoted\"", "[bracket]", "in\"side", "", "\"half"}) {
    if (isQuotedOtherwise(name))
      continue;
    seen.say(name, QVariant(driver->escapeIdentifier(name, QSqlDriver::TableName)));
    seen.say(name, QVariant(driver->escapeIdentifier(name, QSqlDriver::FieldName)));
    seen.say(name, QVariant(driver->stripDelimiters(name, QSqlDriver::FieldName)));
  }
  for (int feature = QSqlDriver::Transactions; feature <= QSqlDriver::CancelQuery; ++feature) {
    if (feature != QSqlDriver::EventNotifications)
      seen.say(QString("feature %1").arg(feature), driver->hasFeature(QSqlDriver::DriverFeature(feature)));
  }
  QSqlField field("f", QMetaType(QMetaType::QString));
  field.setValue("it's");
  seen.say("format", QVariant(driver->formatValue(field)));
  field = QSqlField("b", QMetaType(QMetaType::QByteArray));
  field.setValue(QByteArray("\0\xff", 2));
  seen.say("format", QVariant(driver->formatValue(field)));
}

} // namespace

class DriverQueries : public QObject {
  Q_OBJECT

private slots:
  void bothDriversAnswerAlike_data() {
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("leastLines");
    QTest::newRow("named values") << Script(named) << 12;
    QTest::newRow("positional values") << Script(positional) << 18;
    QTest::newRow("batches") << Script(batch) << 12;
    QTest::newRow("forward only") << Script(forwardOnly) << 15;
    QTest::newRow("backward moves") << Script(backward) << 40;
    QTest::newRow("values of all types") << Script(values) << 150;
    QTest::newRow("values bound again") << Script(boundAgain) << 60;
    QTest::newRow("several statements open") << Script(severalOpen) << 20;
    QTest::newRow("errors") << Script(errors) << 55;
    QTest::newRow("writing") << Script(writing) << 9;
    QTest::newRow("transactions") << Script(transactions) << 13;
    QTest::newRow("records and types") << Script(records) << 60;
    QTest::newRow("dialect") << Script(dialect) << 25;
  }

  void bothDriversAnswerAlike() {
    QFETCH(Script, script);
    QFETCH(int, leastLines);
    const QStringList qt = onQt(script).lines();
    const QStringList ours = onOurs(script).lines();
    QVERIFY2(qt.size() >= leastLines, qPrintable(QString::number(qt.size())));
    QStringList differences;
    for (qsizetype line = 0; line < qMax(qt.size(), ours.size()); ++line) {
      if (qt.value(line) != ours.value(line))
        differences.append("Qt:   " + qt.value(line) + "\nours: " + ours.value(line));
    }
    QVERIFY2(differences.isEmpty(), qPrintable('\n' + differences.join('\n')));
  }

  void awkwardNamesAreQuotedAsSqliteReadsThem() {
    onOurs([](QSqlDatabase& database, Transcript&) {
      makeTable(database);
      const auto quoted = [&](const char* name) {
        return database.driver()->escapeIdentifier(QString::fromLatin1(name), QSqlDriver::TableName);
      };
      QCOMPARE(quoted("a.b"), QString("\"a\".\"b\""));
      QCOMPARE(quoted("in\"side"), QString("\"in\"\"side\""));
      QCOMPARE(quoted("[bracket]"), QString("[bracket]"));
      QCOMPARE(database.record("main.pupil").count(), database.record("pupil").count());
      QCOMPARE(database.record("\"pupil\"").field(0).tableName(), QString("pupil"));
    });
  }

  void integersOf64BitsComeBackWhole() {
    onOurs([](QSqlDatabase& database, Transcript&) {
      QSqlQuery query(database);
      query.prepare("SELECT ?");
      query.addBindValue(std::numeric_limits<qint64>::max());
      QVERIFY(query.exec() && query.next());
      QCOMPARE(query.value(0).toLongLong(), std::numeric_limits<qint64>::max());
    });
  }

  void aMistypedColumnIsNoString() {
    const Script script = [](QSqlDatabase& database, Transcript& seen) {
      makeTable(database);
      QSqlQuery query(database);
      seen.say("exec", query.exec("SELECT \"no column\" FROM pupil"));
    };
    QCOMPARE(onQt(script).lines(), QStringList("exec yes"));
    QCOMPARE(onOurs(script).lines(), QStringList("exec no"));
  }

  void aQueryOutlivingItsConnectionIsInactive() {
    QTemporaryDir folder;
    const auto key = xueji::SecretBytes::random(32);
    const QString file = folder.filePath("register.db");
    QVERIFY(xueji::Connection::create(file, key, 1, [](QSqlDatabase&) -> xueji::Result<void> { return {}; }));
    auto connection = xueji::Connection::open(file, key, xueji::Access::Write, 1);
    QVERIFY(connection);
    QSqlDatabase database = (*connection)->database();
    QSqlQuery query(database);
    QVERIFY(query.exec("SELECT 1") && query.next());
    database.close();
    QVERIFY(!query.isActive());
    QVERIFY(!query.next());
    QVERIFY(!database.open());
    QVERIFY(!query.exec("SELECT 1"));
  }
};

QTEST_GUILESS_MAIN(DriverQueries)
#include "driver_queries_test.moc"
