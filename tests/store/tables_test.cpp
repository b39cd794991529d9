#include "domain/field_catalogue.h"
#include "register/plans.h"
#include "store/store_session.h"
#include "store/student_columns.h"
#include "support/test_store.h"

#include <QJsonArray>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class TablesTest : public QObject {
  Q_OBJECT

private slots:
  void columnsBearTheIdsOfTheCatalogue() {
    const FieldCatalogue catalogue = FieldCatalogue::load();
    for (const auto& column : detail::kStudentColumns)
      QCOMPARE(catalogue.definition(column.field).id, QString(column.name));
    for (int position = 1; position <= 2; ++position)
      for (const auto& column : detail::kMemberColumns)
        QCOMPARE(
            catalogue.definition(detail::memberField(column.field, position)).id,
            QStringLiteral("member%1_%2").arg(position).arg(QString(column.name) == "job" ? "position" : column.name));
    // The class is no text of the record: its column holds an id.
    QCOMPARE(int(detail::kStudentColumns.size() + 2 * detail::kMemberColumns.size()), kFieldCount - 1);
  }

  void aStudentComesBackAsItWasKept() {
    TestStore reg;
    StudentRow row = fullChild();
    const auto id = enrolIn(*reg.store, row);
    XUEJI_OK(id);
    row.record.setValue(Field::SchoolCode, reg.store->school().code); // an enrolment names its school
    row.record.setValue(Field::Class, {});                            // and no class
    const auto back = reg.store->tables().students().byId(*id);
    XUEJI_OK(back);
    QVERIFY(*back);
    QCOMPARE((*back)->record, row.record);
    QCOMPARE((*back)->studentNumber, row.studentNumber);
    QCOMPARE((*back)->pinyin, QString("Li Lei"));
    QCOMPARE((*back)->initials, QString("ll"));
    QCOMPARE((*back)->enrolledOn, row.enrolledOn);
    QCOMPARE((*back)->revision, *reg.store->tables().acts().lastId());
    QVERIFY(!*reg.store->tables().students().byId(*id + 1));
  }

  void aPersonIsFoundByWhatIsTyped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("beginning of the name") << "张小"
                                           << "张小明";
    QTest::newRow("inside the name") << "小明"
                                     << "张小明";
    QTest::newRow("initials") << "zxm"
                              << "张小明";
    QTest::newRow("pinyin") << "zhang xiao"
                            << "张小明";
    QTest::newRow("without the interpunct") << "阿依古丽买"
                                            << "阿依古丽·买买提";
    QTest::newRow("character outside the basic plane") << "𠮷"
                                                       << "𠮷田";
    QTest::newRow("full-width number") << "１３２２０３２０１８０１０１０００４"
                                       << "欧阳修文";
    QTest::newRow("student number, small letter") << "l132203202409010001"
                                                  << "李雷";
    QTest::newRow("phone") << "13800000002"
                           << "阿依古丽·买买提";
    QTest::newRow("phone of a parent") << "13900000001"
                                       << "李雷";
  }
  void aPersonIsFoundByWhatIsTyped() {
    QFETCH(QString, typed);
    QFETCH(QString, name);
    static TestStore reg;
    if (*reg.store->tables().students().count({}) == 0)
      for (int number = 0; number < 5; ++number)
        reg.enrol(plainChild(number));
    const auto found = reg.store->tables().students().find(typed, 10);
    XUEJI_OK(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().record.value(Field::Name), name);
  }

  void pagesFollowEachOtherInTheOrderOfNames() {
    TestStore reg;
    for (int number = 0; number < 57; ++number)
      reg.enrol(plainChild(number));
    StudentQuery query;
    QList<qint64> paged;
    for (int offset = 0; offset < 57; offset += 10) {
      const auto page = reg.store->tables().students().page(query, offset, 10);
      XUEJI_OK(page);
      for (const StudentRow& row : *page)
        paged << row.id;
    }
    QList<qint64> whole;
    QString lastPinyin;
    XUEJI_OK(reg.store->tables().students().forEach(query, [&](const StudentRow& row) {
      whole << row.id;
      return true;
    }));
    QCOMPARE(paged, whole);
    QCOMPARE(whole.size(), 57);
    const auto first = reg.store->tables().students().page(query, 0, 1);
    QVERIFY(first->first().record.value(Field::Name).startsWith("阿依"));
    query.descending = true;
    const auto last = reg.store->tables().students().page(query, 56, 1);
    QCOMPARE(last->first().id, whole.first());
  }

  void filtersRestrict() {
    TestStore reg;
    for (int number = 0; number < 20; ++number) {
      StudentRow row = plainChild(number);
      row.entryYear = number < 5 ? 2023 : 2024;
      reg.enrol(row);
    }
    QSqlQuery placed(reg.store->session().database());
    QVERIFY(placed.exec("UPDATE student SET class = 1 WHERE id <= 7"));
    const auto count = [&](const StudentQuery& query) { return *reg.store->tables().students().count(query); };
    StudentQuery query;
    QCOMPARE(count(query), 20);
    query.entryYears = {2023};
    QCOMPARE(count(query), 5);
    query = {};
    query.sex = "1";
    QCOMPARE(count(query), 10);
    query = {};
    query.ethnicGroup = "05";
    QCOMPARE(count(query), 4);
    query = {};
    query.placed = true;
    QCOMPARE(count(query), 7);
    query.placed = false;
    QCOMPARE(count(query), 13);
    query = {};
    query.classId = 1;
    QCOMPARE(count(query), 7);
    query = {};
    query.text = "张小明";
    QCOMPARE(count(query), 4);
    query.statuses = {StudentStatus::Suspended};
    QCOMPARE(count(query), 0);
    QCOMPARE(*reg.store->tables().students().entryYears(), (QList<int>{2024, 2023}));
  }

  void anItemHoldsFromItsDayUntilALaterRow() {
    TestStore reg;
    const qint64 id = reg.enrol(plainChild(1));
    XUEJI_OK(
        changeIn(*reg.store, id, QDate(2024, 10, 1), act_kind::kCorrect, itemFrom(QDate(2024, 10, 1), "phone", "1")));
    XUEJI_OK(
        changeIn(*reg.store, id, QDate(2024, 9, 1), act_kind::kCorrect, itemFrom(QDate(2024, 9, 1), "phone", "2")));
    const auto chains = reg.store->tables().facts().chains(Subject::student(id));
    XUEJI_OK(chains);
    const QString key = ItemFact::fact().key;
    QCOMPARE(chains->items(key, "2024-08-31").value("phone"), plainChild(1).record.value(Field::Phone));
    QCOMPARE(chains->items(key, "2024-09-30").value("phone"), QString("2"));
    QCOMPARE(chains->items(key, "2024-10-01").value("phone"), QString("1"));
    // The register's day is 2 September: what begins in October is not true yet.
    QCOMPARE((**reg.store->tables().students().byId(id)).record.value(Field::Phone), QString("2"));
    reg.store.reset();
    reg.clock.pass(40 * 86400);
    reg.reopen();
    QCOMPARE((**reg.store->tables().students().byId(id)).record.value(Field::Phone), QString("1"));
    QCOMPARE(faultsOf(*reg.store).join(','), QString());
  }

  void theRollAsAtADayComesFromDatedRows() {
    TestStore reg;
    const qint64 id = reg.enrol(plainChild(1));
    XUEJI_OK(changeIn(*reg.store, id, QDate(2024, 10, 1), act_kind::kCorrect,
                      statusFrom(QDate(2024, 10, 1), StudentStatus::Suspended)));
    const qint64 known = *reg.store->tables().acts().lastId();
    XUEJI_OK(changeIn(*reg.store, id, QDate(2024, 11, 1), act_kind::kCorrect,
                      statusFrom(QDate(2024, 11, 1), StudentStatus::TransferredOut)));
    const auto roll = [&](const char* day, Known upTo = {}) {
      return reg.store->tables()
          .facts()
          .holding(StatusFact::fact(), "value", {"in_school", "suspended"}, day, upTo)
          ->size();
    };
    QCOMPARE(roll("2024-08-31"), 0);
    QCOMPARE(roll("2024-09-01"), 1);
    QCOMPARE(roll("2024-10-31"), 1);
    QCOMPARE(roll("2024-11-01"), 0);
    QCOMPARE(roll("2024-11-01", Known{known}), 1);
    QCOMPARE(roll("2024-11-01", Known{0}), 0);
    QVERIFY(verify(*reg.store)->passed());
  }

  void theDayTurnsWhoeverSignsIn() {
    TestStore reg;
    const qint64 id = reg.enrol(plainChild(1));
    XUEJI_OK(
        changeIn(*reg.store, id, QDate(2024, 9, 3), act_kind::kCorrect, itemFrom(QDate(2024, 9, 3), "phone", "1")));
    XUEJI_OK(reg.store->accounts().add("audit", Role::Auditor, password(), KeyCost::floor()));
    reg.store.reset();
    reg.clock.pass(86400);
    XUEJI_OK(RegisterStore::open(reg.folder(), "audit", password(), reg.clock, registry()));
    reg.reopen();
    QCOMPARE((**reg.store->tables().students().byId(id)).record.value(Field::Phone), QString("1"));
    QCOMPARE(faultsOf(*reg.store).join(','), QString());
  }

  void anActComesBackAsItWasKept() {
    TestStore reg;
    const qint64 student = reg.enrol(plainChild(1));
    Act act;
    act.kind = act_kind::kCorrect;
    act.subject = Subject::student(student);
    act.effective = QDate(2024, 9, 3);
    act.ground = "家长来函 'x'";
    act.ruleSet = "N2025+HB2017";
    act.findings = {{"E02", "E02.age", Severity::Proof, {Field::BirthDate, Field::Name}, {"甲", "2"}, "N2025"}};
    act.exceptions = {"E02"};
    act.papers = {3, 4};
    XUEJI_OK(writeActs(*reg.store, {{act, itemFrom(act.effective, "phone", "13700000000")}}));
    const qint64 id = *reg.store->tables().acts().lastId();
    const Act back = **reg.store->tables().acts().byId(id);
    QCOMPARE(back.kind, act.kind);
    QVERIFY(back.subject == act.subject);
    QCOMPARE(back.entered, reg.clock.now());
    QCOMPARE(back.enteredBy, reg.store->user().id);
    QCOMPARE(back.ground, act.ground);
    QVERIFY(back.findings == act.findings);
    QCOMPARE(back.exceptions, act.exceptions);
    QCOMPARE(back.papers, act.papers);
    const auto snapshot = reg.store->tables().ledger().snapshot(act.subject);
    XUEJI_OK(snapshot);
    const FactRow row = snapshot->chains.seen(ItemFact::fact().key).last();
    QCOMPARE(row.act, back.id);
    QCOMPARE(row.values, QStringList("{\"phone\":\"13700000000\"}"));
    QCOMPARE(row.from, QString("2024-09-03"));
  }

  void anActOfAnUnknownKindIsAnErrorNotAGuess() {
    TestStore reg;
    const qint64 student = reg.enrol(plainChild(1));
    Act act;
    act.kind = "garden";
    act.subject = Subject::student(student);
    act.effective = QDate(2024, 9, 3);
    XUEJI_OK(writeActs(*reg.store, {{act, {}}}));
    XUEJI_FAILS(reg.store->tables().acts().ofStudent(student), ErrorCode::ActKindUnknown);
    XUEJI_FAILS(reg.store->tables().ledger().snapshot(Subject::student(student)), ErrorCode::ActKindUnknown);
  }

  void whatTheRegisterDoesNotKeepIsRefused_data() {
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<bool>("twice");
    QTest::addColumn<int>("code");
    QTest::newRow("no such fact") << "garden" << QStringList("x") << false << int(ErrorCode::FactUnknown);
    QTest::newRow("another subject's fact")
        << "school_profile" << QStringList("{}") << false << int(ErrorCode::FactUnknown);
    QTest::newRow("a column short") << "number" << QStringList("x") << false << int(ErrorCode::FactUnknown);
    QTest::newRow("one state twice on a day")
        << "status" << QStringList("suspended") << true << int(ErrorCode::StateTwice);
  }
  void whatTheRegisterDoesNotKeepIsRefused() {
    QFETCH(QString, fact);
    QFETCH(QStringList, values);
    QFETCH(bool, twice);
    QFETCH(int, code);
    TestStore reg;
    const qint64 student = reg.enrol(plainChild(1));
    const QStringList before = dump(reg.store->session().database());
    Planned planned;
    planned.rows = {{fact, "2024-09-03", values}};
    if (twice)
      planned.rows << planned.rows.first();
    XUEJI_FAILS(changeIn(*reg.store, student, QDate(2024, 9, 3), act_kind::kCorrect, planned), ErrorCode(code));
    QCOMPARE(dump(reg.store->session().database()), before);
  }

  void aClockBehindTheLogRefusesActs() {
    TestStore reg;
    reg.enrol(plainChild(1));
    reg.clock.pass(-10 * 60);
    reg.enrol(plainChild(2));
    reg.clock.pass(-1);
    XUEJI_FAILS(enrolIn(*reg.store, plainChild(3)), ErrorCode::ClockBehind);
    // What is logged under that clock does not make it the right one, and it turns no day.
    XUEJI_OK(reg.store->tables().log().append(LogAction::Read, "student:1"));
    reg.clock.pass(-3 * 86400);
    reg.reopen();
    QCOMPARE(*reg.store->tables().ledger().presentDay(), QDate(2024, 9, 10));
    XUEJI_FAILS(enrolIn(*reg.store, plainChild(3)), ErrorCode::ClockBehind);
    QCOMPARE(faultsOf(*reg.store).join(','), QString());
    reg.clock.pass(4 * 86400);
    XUEJI_OK(enrolIn(*reg.store, plainChild(3)));
  }

  void aWitnessConfirmsAClockBehindTheLog() {
    TestStore reg;
    XUEJI_OK(reg.store->accounts().add("other", Role::Principal, password(), KeyCost::floor()));
    reg.store.reset();
    reg.clock.pass(365 * 86400); // somebody signs in with a wrong year
    reg.reopen();
    reg.store.reset();
    reg.clock.pass(-365 * 86400);
    reg.reopen();
    XUEJI_FAILS(enrolIn(*reg.store, plainChild(1)), ErrorCode::ClockBehind);
    auto witness = reg.store->accounts().witness("other", password(), kWitnessClock);
    XUEJI_OK(witness);
    auto another = reg.store->accounts().witness("other", password(), "something else");
    XUEJI_OK(another);
    XUEJI_FAILS(reg.store->accounts().confirmClock(*another), ErrorCode::WitnessOther);
    XUEJI_OK(reg.store->accounts().confirmClock(*witness));
    XUEJI_FAILS(reg.store->accounts().confirmClock(*witness), ErrorCode::NothingToDo);
    XUEJI_OK(enrolIn(*reg.store, plainChild(1)));
    QCOMPARE(*reg.store->tables().ledger().presentDay(), QDate(2024, 9, 10));
    QCOMPARE(faultsOf(*reg.store).join(','), QString());
  }

  void anActIsNeverChangedOrDeleted() {
    TestStore reg;
    reg.enrol(plainChild(1));
    QSqlQuery query(reg.store->session().database());
    QVERIFY(!query.exec("UPDATE act SET ground = 'x'"));
    QVERIFY(!query.exec("DELETE FROM act"));
    QVERIFY(!query.exec("DELETE FROM log"));
    QVERIFY(!query.exec("UPDATE fact_status SET value = 'x'"));
    QVERIFY(!query.exec("UPDATE fact_status SET voided_by = 0"));
    QVERIFY(!query.exec("DELETE FROM fact_status"));
    QVERIFY(query.exec("UPDATE fact_status SET voided_by = 5 WHERE id = 1"));
    QVERIFY(!query.exec("UPDATE fact_status SET voided_by = 6 WHERE id = 1"));
    QCOMPARE(*reg.store->tables().acts().count(), 2); // the school's and the child's
  }

  void aBatchIsUndoneWhenAllItsActsAreVoid() {
    TestStore reg;
    Batch batch;
    batch.source = "花名册.xlsx";
    batch.sourceHash = QByteArray(32, 'h');
    const auto students =
        writeActs(*reg.store, {enrolmentOf(*reg.store, plainChild(1)), enrolmentOf(*reg.store, plainChild(2))}, batch);
    XUEJI_OK(students);
    const Batch back = **reg.store->tables().batches().byId(1);
    QCOMPARE(back.source, batch.source);
    QCOMPARE(back.sourceHash, batch.sourceHash);
    QCOMPARE(back.count, 2);
    QVERIFY(back.undone.isNull());
    QCOMPARE(reg.store->tables().acts().ofBatch(1)->size(), 2);
    for (const qint64 student : *students) {
      QVERIFY((**reg.store->tables().batches().byId(1)).undone.isNull());
      const auto snapshot = reg.store->tables().ledger().snapshot(Subject::student(student));
      Planned undoing;
      undoing.refers = snapshot->acts.first().id;
      undoing.marks = standingRowsOf(registry(), *snapshot, undoing.refers);
      XUEJI_OK(changeIn(*reg.store, student, QDate(2024, 9, 1), act_kind::kVoid, undoing));
    }
    QCOMPARE((**reg.store->tables().batches().byId(1)).undone, reg.clock.now());
    QCOMPARE((**reg.store->tables().batches().byId(1)).undoneBy, reg.store->user().id);
    QCOMPARE(faultsOf(*reg.store).join(','), QString());
  }

  void settingsKeepAnyJson() {
    TestStore reg;
    XUEJI_OK(reg.store->tables().settings().set("columns", QJsonArray{"name", 3}));
    QCOMPARE(reg.store->tables().settings().value("columns")->toArray().size(), 2);
    XUEJI_OK(reg.store->tables().settings().set("columns", "x"));
    QCOMPARE(reg.store->tables().settings().value("columns")->toString(), QString("x"));
    XUEJI_OK(reg.store->tables().settings().remove("columns"));
    QVERIFY(reg.store->tables().settings().value("columns")->isUndefined());
  }

  void whatIsNotCommittedIsTakenBack() {
    TestStore reg;
    const QStringList before = dump(reg.store->session().database());
    {
      Transaction work = reg.store->tables().begin();
      XUEJI_OK(enrolIn(*reg.store, plainChild(1)));
      XUEJI_OK(reg.store->tables().log().append(LogAction::Change, "student:1"));
    }
    QCOMPARE(dump(reg.store->session().database()), before);
    {
      Transaction outer = reg.store->tables().begin();
      XUEJI_OK(enrolIn(*reg.store, plainChild(1)));
      { Transaction inner = reg.store->tables().begin(); }
      XUEJI_FAILS(outer.commit(), ErrorCode::Internal);
    }
    QCOMPARE(dump(reg.store->session().database()), before);
  }

  void joinedTransactionsReachTheDiskTogether() {
    TestStore reg;
    const auto second = reg.store->another();
    XUEJI_OK(second);
    Transaction outer = reg.store->tables().begin();
    {
      Transaction inner = reg.store->tables().begin();
      XUEJI_OK(enrolIn(*reg.store, plainChild(1)));
      XUEJI_OK(inner.commit());
    }
    QCOMPARE(*(*second)->tables().students().count({}), 0);
    XUEJI_OK(outer.commit());
    QCOMPARE(*(*second)->tables().students().count({}), 1);
  }

  void everyWriteLeavesALineInTheLog() {
    TestStore reg;
    const auto rows = [&] {
      QSqlQuery query(reg.store->session().database());
      query.exec("SELECT count(*) FROM log");
      query.next();
      return query.value(0).toInt();
    };
    const int before = rows();
    XUEJI_OK(enrolIn(*reg.store, plainChild(1)));
    QCOMPARE(rows(), before + 1);
    XUEJI_OK(reg.store->tables().students().byId(1));
    QCOMPARE(rows(), before + 1);
  }

  void aRoleDoesWhatItMayAndNoMore_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("reads");
    QTest::addColumn<bool>("changes");
    QTest::addColumn<bool>("readsLog");
    QTest::addColumn<bool>("managesUsers");
    QTest::newRow("principal") << int(Role::Principal) << true << false << true << false;
    QTest::newRow("helper") << int(Role::Helper) << true << false << false << false;
    QTest::newRow("auditor") << int(Role::Auditor) << false << false << true << false;
    QTest::newRow("registrar") << int(Role::Registrar) << true << true << false << true;
  }
  void aRoleDoesWhatItMayAndNoMore() {
    QFETCH(int, role);
    QFETCH(bool, reads);
    QFETCH(bool, changes);
    QFETCH(bool, readsLog);
    QFETCH(bool, managesUsers);
    TestStore reg;
    XUEJI_OK(reg.store->accounts().add("other", Role(role), password(), KeyCost::floor()));
    reg.store.reset();
    auto opened = RegisterStore::open(reg.folder(), "other", password(), reg.clock, registry());
    XUEJI_OK(opened);
    RegisterStore& store = **opened;
    QCOMPARE(store.tables().students().page({}, 0, 5).has_value(), reads);
    QCOMPARE(store.tables().acts().ofStudent(1).has_value(), reads);
    QCOMPARE(enrolIn(store, plainChild(1)).has_value(), changes);
    QCOMPARE(store.tables().log().page({}, 0, 5).has_value(), readsLog);
    QCOMPARE(store.accounts().add("third", Role::Helper, password(), KeyCost::floor()).has_value(), managesUsers);
    if (!changes)
      XUEJI_FAILS(enrolIn(store, plainChild(1)), ErrorCode::RoleForbids);
    XUEJI_OK(store.tables().log().append(LogAction::Read, "student:1"));
    QCOMPARE(store.may(Capability::Approve), Role(role) == Role::Principal);
  }
};

QTEST_GUILESS_MAIN(TablesTest)
#include "store/accounts.h"
#include "store/tables.h"
#include "tables_test.moc"
