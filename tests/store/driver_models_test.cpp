#include "both_drivers.h"

#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QSqlTableModel>
#include <QtTest>

using namespace xueji::test;
Q_DECLARE_METATYPE(Script)

namespace {

void fill(QSqlDatabase& database, int rows) {
  QSqlQuery query(database);
  if (!query.exec("CREATE TABLE pupil (id INTEGER PRIMARY KEY, name TEXT NOT NULL, height REAL, code TEXT UNIQUE)"))
    qFatal("no table");
  database.transaction();
  query.prepare("INSERT INTO pupil (name, height, code) VALUES (?, ?, ?)");
  for (int i = 0; i < rows; ++i) {
    query.addBindValue(QString::fromUtf8("学生 %1").arg(i));
    query.addBindValue(i * 0.25);
    query.addBindValue(QString("c%1").arg(i));
    query.exec();
  }
  database.commit();
}

void dump(const QAbstractItemModel& model, Transcript& seen) {
  seen.say("rows", model.rowCount());
  for (int row = 0; row < model.rowCount(); ++row) {
    QString line = model.headerData(row, Qt::Vertical).toString();
    for (int column = 0; column < model.columnCount(); ++column)
      line += " | " + Transcript::shown(model.index(row, column).data());
    seen.say(line);
  }
}

void dumpTable(QSqlDatabase& database, Transcript& seen) {
  QSqlQuery query("SELECT id, name, height, code FROM pupil ORDER BY id", database);
  while (query.next())
    seen.say("stored " + query.value(0).toString() + ' ' + query.value(1).toString() + ' ' + query.value(2).toString() +
             ' ' + query.value(3).toString());
}

void queryModel(QSqlDatabase& database, Transcript& seen) {
  fill(database, 600);
  QSqlQueryModel model;
  model.setQuery("SELECT id, name AS n, height FROM pupil ORDER BY id", database);
  seen.say("rows", model.rowCount());
  seen.say("more", model.canFetchMore());
  while (model.canFetchMore())
    model.fetchMore();
  seen.say("rows", model.rowCount());
  seen.say("header", model.headerData(1, Qt::Horizontal));
  seen.say("value", model.index(599, 1).data());
  seen.say("value", model.index(3, 2).data());
  seen.say("record", model.record(5));
  model.insertColumn(1);
  seen.say("columns", model.columnCount());
  model.setQuery("SELECT nothing FROM pupil", database);
  seen.say("error", model.lastError());
}

void editing(QSqlDatabase& database, Transcript& seen, QSqlTableModel::EditStrategy strategy) {
  fill(database, 5);
  QSqlTableModel model(nullptr, database);
  model.setTable("pupil");
  model.setEditStrategy(strategy);
  model.setSort(0, Qt::AscendingOrder);
  seen.say("select", model.select());
  dump(model, seen);
  seen.say("key", static_cast<const QSqlRecord&>(model.primaryKey()));
  // edit
  seen.say("edit", model.setData(model.index(1, 1), QString::fromUtf8("改名")));
  seen.say("dirty", model.isDirty());
  seen.say("edit the same row", model.setData(model.index(1, 2), 9.5));
  seen.say("edit another row", model.setData(model.index(3, 1), "other"));
  dump(model, seen);
  dumpTable(database, seen);
  model.revert();
  dump(model, seen);
  seen.say("submit", model.submit());
  seen.say("submit all", model.submitAll());
  dumpTable(database, seen);
  // insert
  seen.say("insert", model.insertRow(2));
  seen.say("name", model.setData(model.index(2, 1), "new"));
  seen.say("code", model.setData(model.index(2, 3), "n1"));
  dump(model, seen);
  seen.say("submit all", model.submitAll());
  QSqlRecord record = model.record();
  record.setValue("name", "appended");
  record.setValue("code", "n2");
  record.setGenerated("id", false);
  seen.say("insert record", model.insertRecord(-1, record));
  seen.say("submit all", model.submitAll());
  dump(model, seen);
  dumpTable(database, seen);
  // refused by the table, then reverted
  seen.say("duplicate", model.setData(model.index(0, 3), "c1"));
  seen.say("submit all", model.submitAll());
  seen.say("duplicate", model.lastError());
  model.revertAll();
  dump(model, seen);
  // delete
  seen.say("remove", model.removeRow(1));
  seen.say("dirty", model.isDirty());
  model.revertAll();
  seen.say("remove two", model.removeRows(0, 2));
  dump(model, seen);
  seen.say("submit all", model.submitAll());
  model.select();
  dump(model, seen);
  dumpTable(database, seen);
  // filter
  model.setFilter("height > 0.6");
  dump(model, seen);
  seen.say("select row", model.selectRow(0));
}

void onField(QSqlDatabase& database, Transcript& seen) {
  editing(database, seen, QSqlTableModel::OnFieldChange);
}
void onRow(QSqlDatabase& database, Transcript& seen) {
  editing(database, seen, QSqlTableModel::OnRowChange);
}
void onSubmit(QSqlDatabase& database, Transcript& seen) {
  editing(database, seen, QSqlTableModel::OnManualSubmit);
}

} // namespace

class DriverModels : public QObject {
  Q_OBJECT

private slots:
  void modelsBehaveAlikeOnBothDrivers_data() {
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("leastLines");
    QTest::addColumn<QString>("mustHold");
    QTest::newRow("QSqlQueryModel") << Script(queryModel) << 11 << "rows 600";
    QTest::newRow("QSqlTableModel on field change") << Script(onField) << 70 << QString::fromUtf8("stored 2 改名");
    QTest::newRow("QSqlTableModel on row change") << Script(onRow) << 70 << "stored 6 new";
    QTest::newRow("QSqlTableModel on manual submit")
        << Script(onSubmit) << 70 << QString::fromUtf8("stored 2 改名 9.5 c1");
  }

  void modelsBehaveAlikeOnBothDrivers() {
    QFETCH(Script, script);
    QFETCH(int, leastLines);
    QFETCH(QString, mustHold);
    const QStringList qt = onQt(script).lines();
    const QStringList ours = onOurs(script).lines();
    QVERIFY2(qt.size() >= leastLines, qPrintable(QString::number(qt.size())));
    QVERIFY2(!ours.filter(mustHold).isEmpty(), qPrintable(ours.join('\n')));
    QStringList differences;
    for (qsizetype line = 0; line < qMax(qt.size(), ours.size()); ++line) {
      if (qt.value(line) != ours.value(line))
        differences.append("Qt:   " + qt.value(line) + "\nours: " + ours.value(line));
    }
    QVERIFY2(differences.isEmpty(), qPrintable('\n' + differences.join('\n')));
  }
};

QTEST_GUILESS_MAIN(DriverModels)
#include "driver_models_test.moc"
