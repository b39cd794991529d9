#include "domain/field_catalogue.h"
#include "store/store_session.h"
#include "store/student_columns.h"
#include "store_fixture.h"

#include <QCryptographicHash>
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
    QCOMPARE(int(detail::kStudentColumns.size() + 2 * detail::kMemberColumns.size()), kFieldCount);
  }

  void aStudentComesBackAsItWasKept() {
    Register reg;
    StudentRow row = fullChild();
    const auto id = reg.store->students().insert(row);
    MUST(id);
    const auto back = reg.store->students().byId(*id);
    MUST(back);
    QVERIFY(*back);
    QCOMPARE((*back)->record, row.record);
    QCOMPARE((*back)->studentNumber, row.studentNumber);
    QCOMPARE((*back)->pinyin, QString("Li Lei"));
    QCOMPARE((*back)->initials, QString("ll"));
    QCOMPARE((*back)->enrolledOn, row.enrolledOn);
    QCOMPARE((*back)->revision, 1);
    QVERIFY(!*reg.store->students().byId(*id + 1));
  }

  void aChangeThatSomebodyWasFasterWithIsRefused() {
    Register reg;
    const qint64 id = reg.enrol(child(1));
    StudentRow row = **reg.store->students().byId(id);
    row.record.setValue(Field::Phone, "13700000000");
    row.record.setValue(Field::Member1Name, "");
    row.record.setValue(Field::Member1Phone, "");
    MUST(reg.store->students().update(row));
    const StudentRow again = **reg.store->students().byId(id);
    QCOMPARE(again.record, row.record);
    QCOMPARE(again.revision, 2);
    MUST_FAIL(reg.store->students().update(row), ErrorCode::RecordChanged);
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
    static Register reg;
    if (*reg.store->students().count({}) == 0)
      for (int number = 0; number < 5; ++number)
        reg.enrol(child(number));
    const auto found = reg.store->students().find(typed, 10);
    MUST(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().record.value(Field::Name), name);
  }

  void pagesFollowEachOtherInTheOrderOfNames() {
    Register reg;
    for (int number = 0; number < 57; ++number)
      reg.enrol(child(number));
    StudentQuery query;
    QList<qint64> paged;
    for (int offset = 0; offset < 57; offset += 10) {
      const auto page = reg.store->students().page(query, offset, 10);
      MUST(page);
      for (const StudentRow& row : *page)
        paged << row.id;
    }
    QList<qint64> whole;
    QString lastPinyin;
    MUST(reg.store->students().forEach(query, [&](const StudentRow& row) {
      whole << row.id;
      return true;
    }));
    QCOMPARE(paged, whole);
    QCOMPARE(whole.size(), 57);
    const auto first = reg.store->students().page(query, 0, 1);
    QVERIFY(first->first().record.value(Field::Name).startsWith("阿依"));
    query.descending = true;
    const auto last = reg.store->students().page(query, 56, 1);
    QCOMPARE(last->first().id, whole.first());
  }

  void filtersRestrict() {
    Register reg;
    for (int number = 0; number < 20; ++number) {
      StudentRow row = child(number);
      row.entryYear = number < 5 ? 2023 : 2024;
      if (number < 7)
        row.record.setValue(Field::Class, "2024级1班");
      reg.enrol(row);
    }
    const auto count = [&](const StudentQuery& query) { return *reg.store->students().count(query); };
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
    query.text = "张小明";
    QCOMPARE(count(query), 4);
    query.statuses = {StudentStatus::Suspended};
    QCOMPARE(count(query), 0);
    QCOMPARE(*reg.store->students().entryYears(), (QList<int>{2024, 2023}));
  }

  void aNumberThatWasIssuedStaysInTheHistory() {
    Register reg;
    const qint64 id = reg.enrol(child(1));
    const QString temporary = child(1).studentNumber;
    StudentRow row = **reg.store->students().byId(id);
    row.studentNumber = "G132203201801010011";
    MUST(reg.store->students().update(row, QDate(2024, 10, 8), 1));
    auto entries = reg.store->numbers().of(id, NumberKind::StudentNumber);
    MUST(entries);
    QCOMPARE(entries->size(), 2);
    QCOMPARE(entries->first().value, temporary);
    QCOMPARE(entries->first().validTo, QDate(2024, 10, 8));
    QVERIFY(entries->last().validTo.isNull());
    QCOMPARE((*reg.store->numbers().on(id, NumberKind::StudentNumber, QDate(2024, 10, 7)))->value, temporary);
    QCOMPARE((*reg.store->numbers().on(id, NumberKind::StudentNumber, QDate(2024, 10, 8)))->value, row.studentNumber);
    QCOMPARE((**reg.store->students().byStudentNumber(temporary)).id, id);
    // Taken back: the old one holds again, the new one stays burnt.
    QCOMPARE(*reg.store->numbers().takeBack(id, NumberKind::StudentNumber), temporary);
    row = **reg.store->students().byId(id);
    row.studentNumber = temporary;
    MUST(reg.store->students().update(row));
    const auto burnt = reg.store->numbers().holders(NumberKind::StudentNumber, "G132203201801010011");
    QCOMPARE(burnt->size(), 1);
    QVERIFY(burnt->first().voided);
    QVERIFY(verify(*reg.store)->passed());
  }

  void aVoidedEnrolmentIsNotListedAndItsNumberStaysBurnt() {
    Register reg;
    const qint64 id = reg.enrol(child(1));
    Transaction work = reg.store->begin();
    Act undoing;
    undoing.kind = ActKind::Void;
    undoing.student = id;
    undoing.effective = QDate(2024, 9, 2);
    undoing.voids = 1;
    MUST(reg.store->acts().append(undoing));
    MUST(reg.store->students().setStatus(id, StudentStatus::Voided, QDate(2024, 9, 2)));
    MUST(work.commit());
    QCOMPARE(*reg.store->students().count({}), 0);
    QVERIFY(!*reg.store->students().byIdentityNumber(child(1).record.value(Field::IdDocumentNumber)));
    QVERIFY((*reg.store->students().find("李雷", 5)).isEmpty());
    QVERIFY((*reg.store->students().asOf(QDate(2024, 9, 1))).isEmpty());
    QCOMPARE(reg.store->numbers().holders(NumberKind::StudentNumber, child(1).studentNumber)->size(), 1);
    QVERIFY(verify(*reg.store)->passed());
    MUST_FAIL(reg.store->acts().append(undoing), ErrorCode::NothingToDo);
    QCOMPARE((*reg.store->acts().byId(1))->voidedBy, 2);
  }

  void theRollAsAtADayComesFromDatedRows() {
    Register reg;
    const qint64 id = reg.enrol(child(1));
    MUST(reg.store->students().setStatus(id, StudentStatus::Suspended, QDate(2024, 10, 1)));
    MUST(reg.store->students().setStatus(id, StudentStatus::TransferredOut, QDate(2024, 11, 1)));
    QCOMPARE(reg.store->students().asOf(QDate(2024, 8, 31))->size(), 0);
    QCOMPARE(reg.store->students().asOf(QDate(2024, 9, 1))->size(), 1);
    QCOMPARE(reg.store->students().asOf(QDate(2024, 10, 31))->size(), 1);
    QCOMPARE(reg.store->students().asOf(QDate(2024, 11, 1))->size(), 0);
    MUST(reg.store->students().revertStatus(id));
    QCOMPARE((**reg.store->students().byId(id)).status, StudentStatus::Suspended);
    QCOMPARE(reg.store->students().asOf(QDate(2024, 11, 1))->size(), 1);
    QVERIFY(verify(*reg.store)->passed());
  }

  void anActComesBackAsItWasKept() {
    Register reg;
    const qint64 student = reg.enrol(child(1));
    Finding finding{"E02", "E02.age", Severity::Proof, {Field::BirthDate, Field::Name}, {"甲", "2"}, "N2025"};
    Act act;
    act.kind = ActKind::Correct;
    act.student = student;
    act.effective = QDate(2024, 9, 3);
    act.ground = "家长来函 'x'";
    act.ruleSet = "N2025+HB2017";
    act.findings = {finding};
    act.exceptions = {"E02"};
    act.proofs = {3, 4};
    act.before = {{"phone", "13800000001"}};
    act.after = {{"phone", "13700000000"}};
    const auto id = reg.store->acts().append(act);
    MUST(id);
    const Act back = **reg.store->acts().byId(*id);
    QCOMPARE(back.kind, act.kind);
    QCOMPARE(back.entered, reg.clock.now());
    QCOMPARE(back.enteredBy, reg.store->user().id);
    QCOMPARE(back.ground, act.ground);
    QVERIFY(back.findings == act.findings);
    QCOMPARE(back.exceptions, act.exceptions);
    QCOMPARE(back.proofs, act.proofs);
    QCOMPARE(back.before, act.before);
    QCOMPARE(back.after, act.after);
    QCOMPARE(reg.store->acts().standingAfter(student, 1)->size(), 1);
    QCOMPARE(*reg.store->acts().lastId(), *id);
  }

  void anActIsNeverChangedOrDeleted() {
    Register reg;
    reg.enrol(child(1));
    QSqlQuery query(reg.store->session().database());
    QVERIFY(!query.exec("UPDATE act SET ground = 'x'"));
    QVERIFY(!query.exec("DELETE FROM act"));
    QVERIFY(!query.exec("DELETE FROM log"));
    QCOMPARE(*reg.store->acts().count(), 1);
  }

  void aBatchNamesWhatWasBuiltOnIt() {
    Register reg;
    Batch batch;
    batch.source = "花名册.xlsx";
    batch.sourceHash = QByteArray(32, 'h');
    const auto id = reg.store->batches().insert(batch);
    MUST(id);
    const qint64 student = reg.enrol(child(1), *id);
    reg.enrol(child(2), *id);
    MUST(reg.store->batches().setCount(*id, 2));
    QVERIFY(!*reg.store->acts().firstBuiltOnBatch(*id));
    Act later;
    later.kind = ActKind::Correct;
    later.student = student;
    later.effective = QDate(2024, 9, 3);
    const auto act = reg.store->acts().append(later);
    QCOMPARE((**reg.store->acts().firstBuiltOnBatch(*id)).id, *act);
    const Batch back = **reg.store->batches().byId(*id);
    QCOMPARE(back.source, batch.source);
    QCOMPARE(back.sourceHash, batch.sourceHash);
    QCOMPARE(back.count, 2);
    QCOMPARE(reg.store->acts().ofBatch(*id)->size(), 2);
    QCOMPARE(reg.store->batches().bySourceHash(batch.sourceHash)->size(), 1);
    MUST(reg.store->batches().setUndone(*id));
    MUST_FAIL(reg.store->batches().setUndone(*id), ErrorCode::NothingToDo);
    MUST_FAIL(reg.store->batches().setUndone(99), ErrorCode::BatchNotFound);
    QVERIFY(reg.store->batches().bySourceHash(batch.sourceHash)->isEmpty());
  }

  void aPaperKeepsItsFiles() {
    Register reg;
    const qint64 student = reg.enrol(child(1));
    Proof proof;
    proof.student = student;
    proof.kind = "E02";
    proof.note = "证明 12 号";
    proof.seenOn = QDate(2024, 9, 1);
    const auto id = reg.store->proofs().insert(proof);
    MUST(id);
    QByteArray scan("\0\xff scan", 7);
    const auto file = reg.store->proofs().addFile(*id, "a.jpg", "image/jpeg", scan);
    MUST(file);
    MUST_FAIL(reg.store->proofs().addFile(*id, "b", "x", {}), ErrorCode::FileEmpty);
    QCOMPARE(reg.store->proofs().file(*file)->content, scan);
    QCOMPARE(reg.store->proofs().files(*id)->first().sha256,
             QCryptographicHash::hash(scan, QCryptographicHash::Sha256));
    QCOMPARE(reg.store->proofs().ofStudent(student)->first().note, proof.note);
    MUST_FAIL(reg.store->proofs().file(99), ErrorCode::PathMissing);
    QSqlQuery(reg.store->session().database()).exec("UPDATE proof_file SET content = x'00ff20736361'");
    MUST_FAIL(reg.store->proofs().file(*file), ErrorCode::RegisterDamaged);
    QVERIFY(!verify(*reg.store)->passed());
  }

  void settingsKeepAnyJson() {
    Register reg;
    MUST(reg.store->settings().set("columns", QJsonArray{"name", 3}));
    QCOMPARE(reg.store->settings().value("columns")->toArray().size(), 2);
    MUST(reg.store->settings().set("columns", "x"));
    QCOMPARE(reg.store->settings().value("columns")->toString(), QString("x"));
    MUST(reg.store->settings().remove("columns"));
    QVERIFY(reg.store->settings().value("columns")->isUndefined());
  }

  void whatIsNotCommittedIsTakenBack() {
    Register reg;
    const QStringList before = dump(reg.store->session().database());
    {
      Transaction work = reg.store->begin();
      MUST(reg.store->students().insert(child(1)));
      MUST(reg.store->log().append(LogAction::Change, "student:1"));
    }
    QCOMPARE(dump(reg.store->session().database()), before);
    {
      Transaction outer = reg.store->begin();
      MUST(reg.store->students().insert(child(1)));
      { Transaction inner = reg.store->begin(); }
      MUST_FAIL(outer.commit(), ErrorCode::Internal);
    }
    QCOMPARE(dump(reg.store->session().database()), before);
  }

  void joinedTransactionsReachTheDiskTogether() {
    Register reg;
    const auto second = reg.store->another();
    MUST(second);
    Transaction outer = reg.store->begin();
    {
      Transaction inner = reg.store->begin();
      MUST(reg.store->students().insert(child(1)));
      MUST(inner.commit());
    }
    QCOMPARE(*(*second)->students().count({}), 0);
    MUST(outer.commit());
    QCOMPARE(*(*second)->students().count({}), 1);
  }

  void everyWriteLeavesALineInTheLog() {
    Register reg;
    const auto rows = [&] {
      QSqlQuery query(reg.store->session().database());
      query.exec("SELECT count(*) FROM log");
      query.next();
      return query.value(0).toInt();
    };
    const int before = rows();
    MUST(reg.store->students().insert(child(1)));
    QCOMPARE(rows(), before + 1);
    MUST(reg.store->students().byId(1));
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
    Register reg;
    MUST(reg.store->addUser("other", Role(role), password(), KeyCost::floor()));
    reg.store.reset();
    auto opened = RegisterStore::open(reg.folder(), "other", password(), reg.clock);
    MUST(opened);
    RegisterStore& store = **opened;
    QCOMPARE(store.students().page({}, 0, 5).has_value(), reads);
    QCOMPARE(store.acts().ofStudent(1).has_value(), reads);
    QCOMPARE(store.students().insert(child(1)).has_value(), changes);
    QCOMPARE(store.log().page({}, 0, 5).has_value(), readsLog);
    QCOMPARE(store.addUser("third", Role::Helper, password(), KeyCost::floor()).has_value(), managesUsers);
    if (!changes)
      MUST_FAIL(store.students().insert(child(1)), ErrorCode::RoleForbids);
    MUST(store.log().append(LogAction::Read, "student:1"));
    QCOMPARE(store.may(Capability::Approve), Role(role) == Role::Principal);
  }
};

QTEST_GUILESS_MAIN(TablesTest)
#include "tables_test.moc"
