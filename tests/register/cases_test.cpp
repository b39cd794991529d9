// Cases: a wish kept as a draft, handed over, approved by others, performed once.

#include "domain/ledger_facts.h"
#include "domain/wish_bytes.h"
#include "register/approvals.h"
#include "register/cases.h"
#include "store/store_session.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QJsonArray>
#include <QSqlQuery>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

const auto kPrincipal = QStringLiteral("李娜");
const auto kSecond = QStringLiteral("周敏"); ///< a second registrar
const auto kFirst = QString::fromUtf8(kRegistrar);

/// The address of the body as an item: what these made-up kinds write.
Result<Planned> planAddress(const Wish& wish, const Snapshot&, const PlanContext&) {
  const ItemValues items{{QStringLiteral("current_address"), wish.body.value(QStringLiteral("address")).toString()}};
  Planned planned;
  planned.rows = {{QStringLiteral("item"), wish.day.toString(Qt::ISODate), {canonicalJson(items)}}};
  return planned;
}

/// Version 1 called the address a place.
Result<Wish> addressForward(const Wish& older) {
  Wish wish = older;
  wish.body = {{QStringLiteral("address"), older.body.value(QStringLiteral("place"))}};
  return wish;
}

ActKind addressKind(const char* key, const char* name, const char* approval, int version = 1) {
  ActKind kind{QString::fromLatin1(key), QString::fromUtf8(name), QStringLiteral("change_records"), planAddress};
  kind.approval = QString::fromLatin1(approval);
  kind.version = version;
  kind.forward = version > 1 ? addressForward : nullptr;
  return kind;
}

/// With kinds that the program does not have: one the principal approves, one another registrar approves.
Registry withApprovals(int version = 1) {
  Registry registry = ledgerRegistry();
  registry.acts << addressKind("move", "住址审批", "approve", version)
                << addressKind("swap", "住址复核", "change_records");
  return registry;
}

Wish moving(qint64 student, const QString& address, const char* kind = "move") {
  Wish wish;
  wish.kind = QString::fromLatin1(kind);
  wish.subject = Subject::student(student);
  wish.day = QDate(2024, 9, 9);
  wish.ground = QStringLiteral("家长申请");
  wish.papers = {{QStringLiteral("collection_form"), QStringLiteral("7号")}};
  wish.body = {{QStringLiteral("address"), address}};
  return wish;
}

QList<CaseStep> paperUntil(const QDate& due) {
  return {{QStringLiteral("等材料"), Role::Registrar, due, {}, 0}};
}

/// A register with a child, two registrars and a principal.
struct Room {
  explicit Room(const Registry& registry) : desk(registry), student(desk.enrolChild(1)) {
    desk.addUser("李娜", Role::Principal);
    desk.addUser("周敏", Role::Registrar);
  }
  TestRegister desk;
  qint64 student;

  Office& office() { return desk.office(); }
  QString address() { return desk.row(student).record.value(Field::CurrentAddress); }
  qint64 opened(const Wish& wish) {
    const auto id = openCase(office(), wish);
    if (!id)
      qFatal("no case: %s", qPrintable(textOf(id.error())));
    return *id;
  }
  qint64 handedOver(const Wish& wish) {
    const qint64 id = opened(wish);
    if (auto handed = handOver(office(), id); !handed)
      qFatal("not handed over: %s", qPrintable(textOf(handed.error())));
    return id;
  }
  Result<qint64> approve(qint64 id, Judgement judgement = Judgement::Approved) {
    const auto review = reviewCase(office(), id);
    if (!review)
      return std::unexpected(review.error());
    return judgement == Judgement::Approved ? approveCase(office(), id, review->hash)
                                            : refuseCase(office(), id, review->hash, QStringLiteral("缺材料"));
  }
  void approvedBy(const QString& name, qint64 id) {
    desk.signIn(name);
    if (auto approved = approve(id); !approved)
      qFatal("not approved: %s", qPrintable(textOf(approved.error())));
    desk.signIn();
  }
  QList<qint64> waiting(Waiting which) {
    QList<qint64> ids;
    const auto cases = waitingCases(office(), which);
    if (!cases)
      qFatal("no list: %s", qPrintable(textOf(cases.error())));
    for (const Case& file : *cases)
      ids << file.id;
    return ids;
  }
  qint64 logRows() {
    QSqlQuery query(desk.store().session().database());
    query.exec(QStringLiteral("SELECT count(*) FROM log"));
    return query.next() ? query.value(0).toLongLong() : -1;
  }
  /// What a newer program, or a tool, left in a draft row.
  void rewrite(const QString& assignments) {
    QSqlQuery query(desk.store().session().database());
    QVERIFY(query.exec(QStringLiteral("UPDATE case_file SET ") + assignments));
  }
};

} // namespace

class CasesTest : public QObject {
  Q_OBJECT

  const Registry m_registry = withApprovals();

private slots:
  void whatIsSavedIsReadBack_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 10; ++seed)
      QTest::addRow("seed %u", seed) << seed;
  }
  void whatIsSavedIsReadBack() {
    QFETCH(quint32, seed);
    SeededRandom chance(seed);
    const QStringList texts{QString(),
                            QStringLiteral("𠮷野 \"引号\" \\ 反斜线"),
                            QStringLiteral("第一行\n第二行\t·"),
                            QString(2000, QChar(0x4e00)),
                            QStringLiteral("null"),
                            QStringLiteral("{}")};
    const auto text = [&] { return texts.at(static_cast<qsizetype>(chance.below(6))); };
    Room room(m_registry);
    const auto any = [&] {
      Wish wish;
      wish.kind = QStringLiteral("correct");
      wish.subject = Subject::student(chance.below(3));
      wish.day = chance.below(3) == 0 ? QDate() : QDate(2024, 9, 1).addDays(chance.below(50));
      wish.ground = text();
      for (quint32 more = chance.below(3); more > 0; --more)
        wish.papers << SeenPaper{text(), text(), text(), text(), QDate(2024, 8, 1).addDays(chance.below(9)), text()};
      wish.revision = chance.below(2) ? (qint64(1) << 60) + chance.below(9) : 0;
      wish.redoes = chance.below(4);
      wish.body = {{QStringLiteral("values"), QJsonObject{{QStringLiteral("name"), text()}}},
                   {QStringLiteral("list"), QJsonArray{text(), 1.5, true, QJsonValue::Null}}};
      return wish;
    };
    const qint64 id = room.opened(any());
    for (int times = 0; times < 5; ++times) {
      const Wish wish = any();
      XUEJI_OK(saveCase(room.office(), id, wish));
      QList<CaseStep> steps;
      for (quint32 more = chance.below(3); more > 0; --more)
        steps << CaseStep{text(), Role::Principal, QDate(2024, 9, 30), room.desk.clock.now(), 2};
      XUEJI_OK(setSteps(room.office(), id, steps));
      const auto kept = caseOf(room.office(), id);
      XUEJI_OK(kept);
      if (times == 4)
        room.desk.signIn();
      const auto file = caseOf(room.office(), id);
      XUEJI_OK(file);
      QVERIFY(*file == *kept);
      QCOMPARE(file->wish, bytesOf(wish));
      QVERIFY(file->steps == steps);
      QCOMPARE(file->subject, wish.subject);
      const auto read = wishOf(m_registry, *file);
      XUEJI_OK(read);
      QCOMPARE(bytesOf(*read), bytesOf(wish));
      QVERIFY(read->papers == wish.papers);
      QCOMPARE(read->revision, wish.revision);
      QCOMPARE(read->body, wish.body);
      QCOMPARE(read->caseId, id);
    }
  }

  void draftsAreOutsideLogAndVerification() {
    Room room(m_registry);
    const qint64 before = room.logRows();
    const qint64 id = room.opened(moving(room.student, QStringLiteral("一")));
    XUEJI_OK(saveCase(room.office(), id, moving(room.student, QStringLiteral("二"))));
    XUEJI_OK(handOver(room.office(), id));
    QCOMPARE(room.logRows(), before);
    QCOMPARE(room.desk.damage(), QString());
    room.rewrite(QStringLiteral("ground = 'x'"));
    QCOMPARE(room.desk.damage(), QString());
    XUEJI_OK(withdrawCase(room.office(), id, QStringLiteral("不搬了")));
    QCOMPARE(room.desk.logLines().filter(QStringLiteral("case_withdrawn case:%1 move").arg(id)).size(), 1);
  }

  void aWishOfSaneSizeFits() {
    Room room(m_registry);
    Wish wish = moving(room.student, QString());
    const qsizetype frame = bytesOf(wish).size();
    wish.body = {{QStringLiteral("address"), QString(kMostWishBytes - frame, QLatin1Char('x'))}};
    const qint64 id = room.opened(wish);
    wish.body = {{QStringLiteral("address"), QString(kMostWishBytes - frame + 1, QLatin1Char('x'))}};
    QCOMPARE(saveCase(room.office(), id, wish).error().code, ErrorCode::CaseTooLarge);
    QCOMPARE(openCase(room.office(), wish).error().code, ErrorCode::CaseTooLarge);
    QCOMPARE(caseOf(room.office(), id)->wish.size(), kMostWishBytes);
  }

  void aDraftIsItsOwnersAlone() {
    Room room(m_registry);
    const qint64 id = room.opened(moving(room.student, QStringLiteral("一")));
    room.desk.signIn(kSecond);
    QCOMPARE(caseOf(room.office(), id).error().code, ErrorCode::CaseNotHandedOver);
    QCOMPARE(saveCase(room.office(), id, moving(room.student, QStringLiteral("二"))).error().code,
             ErrorCode::CaseNotHandedOver);
    QCOMPARE(performCase(room.office(), id).error().code, ErrorCode::CaseNotHandedOver);
    room.desk.signIn(kPrincipal);
    QCOMPARE(openCase(room.office(), moving(room.student, QStringLiteral("二"))).error().code, ErrorCode::RoleForbids);
    QCOMPARE(withdrawCase(room.office(), id, QString()).error().code, ErrorCode::RoleForbids);
    QCOMPARE(caseOf(room.office(), 99).error().code, ErrorCode::CaseNotFound);
  }

  void aDiscardedDraftKeepsNothingOfTheChild() {
    Room room(m_registry);
    const qint64 draft = room.opened(moving(room.student, QStringLiteral("一")));
    const qint64 handed = room.handedOver(moving(room.student, QStringLiteral("二")));
    XUEJI_OK(withdrawCase(room.office(), draft, QString()));
    XUEJI_OK(withdrawCase(room.office(), handed, QStringLiteral("不搬了")));
    QCOMPARE(room.desk.store().tables().cases().byId(draft).value()->wish, QByteArray());
    QVERIFY(!room.desk.store().tables().cases().byId(handed).value()->wish.isEmpty());
    QCOMPARE(withdrawCase(room.office(), handed, QString()).error().code, ErrorCode::CaseWithdrawn);
    QCOMPARE(performCase(room.office(), handed).error().code, ErrorCode::CaseWithdrawn);
    QVERIFY(room.opened(moving(room.student, QStringLiteral("三"))) > handed);
  }

  void theListsSayWhatWaitsForWhom() {
    Room room(m_registry);
    const qint64 draft = room.opened(moving(room.student, QStringLiteral("一")));
    const qint64 asked = room.handedOver(moving(room.student, QStringLiteral("二")));
    const qint64 late = room.handedOver(moving(room.student, QStringLiteral("三")));
    const QDate today = room.desk.clock.today();
    XUEJI_OK(setSteps(room.office(), late, paperUntil(today.addDays(-1))));
    XUEJI_OK(setSteps(room.office(), draft, paperUntil(today.addDays(-9))));
    QCOMPARE(room.waiting(Waiting::Mine), (QList<qint64>{draft, asked, late}));
    QCOMPARE(room.waiting(Waiting::MyTurn), QList<qint64>{late});
    QCOMPARE(room.waiting(Waiting::Overdue), QList<qint64>{late});
    XUEJI_OK(setSteps(room.office(), late, paperUntil(today)));
    QCOMPARE(room.waiting(Waiting::Overdue), QList<qint64>());
    room.desk.signIn(kPrincipal);
    QCOMPARE(room.waiting(Waiting::Mine), QList<qint64>());
    QCOMPARE(room.waiting(Waiting::MyTurn), QList<qint64>{asked});
    QCOMPARE(finishStep(room.office(), late).error().code, ErrorCode::RoleForbids);
    XUEJI_OK(room.approve(asked));
    QCOMPARE(room.waiting(Waiting::MyTurn), QList<qint64>());
    room.desk.signIn();
    QCOMPARE(room.waiting(Waiting::MyTurn), (QList<qint64>{asked, late}));
    XUEJI_OK(finishStep(room.office(), late));
    QCOMPARE(finishStep(room.office(), late).error().code, ErrorCode::NothingToDo);
    XUEJI_OK(performCase(room.office(), asked));
    QCOMPARE(room.waiting(Waiting::Mine), (QList<qint64>{draft, late}));
  }

  void whoMayNeitherDoNorApproveItSeesNoWish() {
    Room room(m_registry);
    room.desk.addUser("赵丽", Role::Nurse);
    const qint64 id = room.handedOver(moving(room.student, QStringLiteral("一")));
    XUEJI_OK(setSteps(room.office(), id, {{QStringLiteral("量身高"), Role::Nurse}}));
    for (const QString& name : {kFirst, kSecond, kPrincipal}) {
      room.desk.signIn(name);
      QVERIFY(!caseOf(room.office(), id)->wish.isEmpty());
    }
    room.desk.signIn(QStringLiteral("赵丽"));
    QCOMPARE(caseOf(room.office(), id).error().code, ErrorCode::RoleForbids);
    QCOMPARE(reviewCase(room.office(), id).error().code, ErrorCode::RoleForbids);
    const auto cases = waitingCases(room.office(), Waiting::MyTurn);
    XUEJI_OK(cases);
    QCOMPARE(cases->size(), 1);
    QCOMPARE(cases->first().wish, QByteArray());
    QCOMPARE(saveCase(room.office(), id, moving(room.student, QStringLiteral("二"))).error().code,
             ErrorCode::RoleForbids);
    QCOMPARE(performCase(room.office(), id).error().code, ErrorCode::RoleForbids);
    QCOMPARE(withdrawCase(room.office(), id, QString()).error().code, ErrorCode::RoleForbids);
    XUEJI_OK(finishStep(room.office(), id)); // it is the nurse's turn all the same
    room.desk.signIn();
    QVERIFY(!caseOf(room.office(), id)->wish.isEmpty());
  }

  void anApprovalFinishesTheStepOfApprovingAlone_data() {
    QTest::addColumn<QString>("step");
    QTest::addColumn<bool>("done");
    QTest::newRow("approve") << QStringLiteral("approve") << true;
    QTest::newRow("another of the same person") << QStringLiteral("约见家长") << false;
  }
  void anApprovalFinishesTheStepOfApprovingAlone() {
    QFETCH(QString, step);
    QFETCH(bool, done);
    Room room(m_registry);
    const qint64 id = room.handedOver(moving(room.student, QStringLiteral("新街1号")));
    XUEJI_OK(setSteps(room.office(), id, {{step, Role::Principal}, {QStringLiteral("perform"), Role::Registrar}}));
    room.approvedBy(kPrincipal, id);
    const auto file = caseOf(room.office(), id);
    XUEJI_OK(file);
    QCOMPARE(file->steps.first().doneBy != 0, done);
    QCOMPARE(file->nextStep()->what, done ? QStringLiteral("perform") : step);
  }

  void anApprovedCaseIsPerformedOnce() {
    Room room(m_registry);
    const qint64 id = room.handedOver(moving(room.student, QStringLiteral("新街1号")));
    QCOMPARE(performCase(room.office(), id).error().code, ErrorCode::ApprovalNeeded);
    room.approvedBy(kPrincipal, id);
    room.desk.turnTo(QDate(2024, 9, 11)); // papers are noted on another day: still the same wish
    const auto done = performCase(room.office(), id);
    XUEJI_OK(done);
    QCOMPARE(room.address(), QStringLiteral("新街1号"));
    QCOMPARE(room.desk.store().tables().acts().byId(done->acts.first()).value()->caseId, id);
    QCOMPARE(caseOf(room.office(), id)->act, done->acts.first());
    const int acts = room.desk.actCount();
    QCOMPARE(performCase(room.office(), id).error(),
             (Error{ErrorCode::CasePerformed, {QString::number(id), QString::number(done->acts.first())}}));
    QCOMPARE(saveCase(room.office(), id, moving(room.student, QStringLiteral("二"))).error().code,
             ErrorCode::CasePerformed);
    QCOMPARE(withdrawCase(room.office(), id, QString()).error().code, ErrorCode::CasePerformed);
    QCOMPARE(room.desk.actCount(), acts);
    QCOMPARE(room.desk.damage(), QString());
    QCOMPARE(room.desk.logLines().filter(QStringLiteral("approval case:%1 approved move").arg(id)).size(), 1);
  }

  void aKindThatNeedsApprovalIsRefusedWithoutOne() {
    Room room(m_registry);
    const QString before = room.address();
    const qint64 rows = room.logRows();
    const auto refused = perform(room.office(), moving(room.student, QStringLiteral("新街1号")));
    QCOMPARE(refused.error(), (Error{ErrorCode::ApprovalNeeded, {QStringLiteral("住址审批")}}));
    Wish pretended = moving(room.student, QStringLiteral("新街1号"));
    pretended.caseId = 99;
    QCOMPARE(perform(room.office(), pretended).error().code, ErrorCode::CaseNotFound);
    const qint64 id = room.handedOver(moving(room.student, QStringLiteral("新街1号")));
    room.approvedBy(kPrincipal, id);
    pretended = moving(room.student, QStringLiteral("别处"));
    pretended.caseId = id;
    QCOMPARE(perform(room.office(), pretended).error().code, ErrorCode::CaseChanged);
    QCOMPARE(room.address(), before);
    QVERIFY(room.logRows() > rows);
    QCOMPARE(room.desk.damage(), QString());
  }

  void whoAsksDoesNotApprove() {
    Room room(m_registry);
    const qint64 id = room.handedOver(moving(room.student, QStringLiteral("一"), "swap"));
    QCOMPARE(room.approve(id).error(), (Error{ErrorCode::ApprovalOwn, {kFirst}}));
    room.desk.signIn(kPrincipal);
    QCOMPARE(room.approve(id).error().code, ErrorCode::RoleForbids);
    room.desk.signIn(kSecond);
    XUEJI_OK(saveCase(room.office(), id, moving(room.student, QStringLiteral("二"), "swap")));
    QCOMPARE(room.approve(id).error().code, ErrorCode::ApprovalOwn); // changed it last
    room.desk.signIn();
    XUEJI_OK(saveCase(room.office(), id, moving(room.student, QStringLiteral("三"), "swap")));
    room.desk.signIn(kSecond);
    XUEJI_OK(room.approve(id));
    XUEJI_OK(performCase(room.office(), id));
    QCOMPARE(room.address(), QStringLiteral("三"));
  }

  void onlyWhatWasHandedOverIsApproved() {
    Room room(m_registry);
    const qint64 id = room.opened(moving(room.student, QStringLiteral("一")));
    room.desk.signIn(kPrincipal);
    QCOMPARE(approveCase(room.office(), id, QByteArray(32, 'x')).error().code, ErrorCode::CaseNotHandedOver);
    room.desk.signIn();
    XUEJI_OK(handOver(room.office(), id));
    QCOMPARE(handOver(room.office(), id).error().code, ErrorCode::NothingToDo);
    room.desk.signIn(kPrincipal);
    QCOMPARE(approveCase(room.office(), id, QByteArray(32, 'x')).error().code, ErrorCode::CaseChanged);
    QCOMPARE(room.desk.store().tables().approvals().ofCase(id)->size(), 0);
  }

  void whatHasChangedIsAskedAnew_data() {
    QTest::addColumn<int>("change");
    QTest::newRow("the wish") << 0;
    QTest::newRow("the record") << 1;
    QTest::newRow("the rules") << 2;
  }
  void whatHasChangedIsAskedAnew() {
    QFETCH(int, change);
    Room room(m_registry);
    const qint64 id = room.handedOver(moving(room.student, QStringLiteral("一")));
    room.approvedBy(kPrincipal, id);
    if (change == 0) {
      XUEJI_OK(saveCase(room.office(), id, moving(room.student, QStringLiteral("二"))));
    } else if (change == 1) {
      room.desk.setPastTheRules(room.student, Field::Talents, QStringLiteral("书法"));
    } else {
      const QJsonObject month{{QStringLiteral("parameters"), QJsonObject{{QStringLiteral("usualMonth"), 8}}}};
      XUEJI_OK(setRules(room.office(),
                        QJsonObject{{QStringLiteral("rules"), QJsonObject{{QStringLiteral("E20"), month}}}}, {},
                        QDate(2024, 9, 1)));
    }
    const int acts = room.desk.actCount();
    QCOMPARE(performCase(room.office(), id).error(), (Error{ErrorCode::ApprovalOutdated, {QString::number(id)}}));
    QCOMPARE(room.desk.actCount(), acts);
    room.approvedBy(kPrincipal, id);
    XUEJI_OK(performCase(room.office(), id));
  }

  void aRefusedCaseIsNotPerformed() {
    Room room(m_registry);
    const qint64 id = room.handedOver(moving(room.student, QStringLiteral("一")));
    room.approvedBy(kPrincipal, id);
    room.desk.signIn(kPrincipal);
    XUEJI_OK(room.approve(id, Judgement::Refused));
    room.desk.signIn();
    QCOMPARE(performCase(room.office(), id).error(),
             (Error{ErrorCode::ApprovalRefused, {QString::number(id), kPrincipal}}));
    room.approvedBy(kPrincipal, id);
    XUEJI_OK(performCase(room.office(), id));
    QCOMPARE(room.desk.damage(), QString());
  }

  void twoConnectionsPerformACaseOnce() {
    Room room(m_registry);
    const qint64 id = room.handedOver(moving(room.student, QStringLiteral("一")));
    room.approvedBy(kPrincipal, id);
    const auto wish = wishOf(m_registry, *caseOf(room.office(), id));
    const auto here = judge(room.office(), *wish);
    XUEJI_OK(here);
    const auto other = room.office().another()();
    XUEJI_OK(other);
    const auto done = performCase(**other, id);
    XUEJI_OK(done);
    QCOMPARE(performAll(room.office(), std::nullopt, {*here}).error().code, ErrorCode::CasePerformed);
    QCOMPARE(room.desk.actCount(), 2);
    // Nor does the table take a second act of the case.
    QSqlQuery query(room.desk.store().session().database());
    QVERIFY(!query.exec(QStringLiteral("INSERT INTO act (id, kind, subject_kind, subject, day, entered, entered_by, "
                                       "case_id) SELECT 99, kind, subject_kind, subject, day, entered, entered_by, "
                                       "case_id FROM act WHERE case_id <> 0")));
  }

  void whileAnotherWritesDraftsWaitAndAreStoredNext() {
    Room room(m_registry);
    const qint64 first = room.opened(moving(room.student, QStringLiteral("一")));
    const auto other = room.office().another()();
    XUEJI_OK(other);
    qint64 second = 0;
    {
      Transaction writing = (*other)->store().tables().begin();
      XUEJI_OK(writing.begun());
      const qint64 theirs = openCase(**other, moving(room.student, QStringLiteral("他"))).value_or(0);
      QElapsedTimer timer;
      timer.start();
      second = room.opened(moving(room.student, QStringLiteral("二")));
      QVERIFY(second != theirs);
      XUEJI_OK(saveCase(room.office(), first, moving(room.student, QStringLiteral("三"))));
      XUEJI_OK(withdrawCase(room.office(), first, QStringLiteral("算了")));
      QVERIFY(timer.elapsed() < 5000); // it did not wait for the writer
      QCOMPARE(room.waiting(Waiting::Mine), QList<qint64>{second});
      QCOMPARE(caseOf(**other, second).error().code, ErrorCode::CaseNotFound);
      XUEJI_OK(writing.commit());
    }
    XUEJI_OK(room.desk.store().tables().cases().flush());
    XUEJI_OK(caseOf(**other, second));
    QCOMPARE(caseOf(**other, first)->state, CaseState::Withdrawn);
    QCOMPARE(room.desk.logLines().filter(QStringLiteral("case_withdrawn")).size(), 1);
  }

  void aTransactionThatFailsLeavesWhatWaits() {
    Room room(m_registry);
    const auto other = room.office().another()();
    XUEJI_OK(other);
    qint64 id = 0;
    {
      Transaction writing = (*other)->store().tables().begin();
      id = room.opened(moving(room.student, QStringLiteral("一")));
    }
    {
      Transaction failing = room.desk.store().tables().begin();
      XUEJI_OK(failing.begun());
    }
    QCOMPARE(room.waiting(Waiting::Mine), QList<qint64>{id});
    XUEJI_OK(room.desk.store().tables().cases().flush());
    XUEJI_OK(caseOf(**other, id));
  }

  void anOlderWishIsReadForward() {
    const Registry newer = withApprovals(2);
    Room room(newer);
    const qint64 id = room.handedOver(moving(room.student, QStringLiteral("旧街")));
    Wish older = moving(room.student, QString());
    older.body = {{QStringLiteral("place"), QStringLiteral("新街2号")}};
    room.rewrite(QStringLiteral("version = 1, wish = x'%1'").arg(QString::fromLatin1(bytesOf(older).toHex())));
    room.approvedBy(kPrincipal, id);
    XUEJI_OK(performCase(room.office(), id));
    QCOMPARE(room.address(), QStringLiteral("新街2号"));
  }

  void anUnknownKindIsShownAndWithdrawnOnly_data() {
    QTest::addColumn<QString>("assignments");
    QTest::newRow("unknown kind") << "kind = 'fly'";
    QTest::newRow("newer version") << "version = 2";
    QTest::newRow("older version that nobody reads") << "version = 0";
  }
  void anUnknownKindIsShownAndWithdrawnOnly() {
    QFETCH(QString, assignments);
    Room room(m_registry);
    const qint64 id = room.handedOver(moving(room.student, QStringLiteral("一")));
    room.approvedBy(kPrincipal, id);
    room.rewrite(assignments);
    QCOMPARE(room.waiting(Waiting::Mine), QList<qint64>{id});
    const auto file = caseOf(room.office(), id);
    XUEJI_OK(file);
    QVERIFY(file->wish.contains("家长申请"));
    QCOMPARE(performCase(room.office(), id).error().code, ErrorCode::CaseKindUnknown);
    QCOMPARE(reviewCase(room.office(), id).error().code, ErrorCode::CaseKindUnknown);
    QCOMPARE(saveCase(room.office(), id, moving(room.student, QStringLiteral("二"))).error().code,
             ErrorCode::CaseKindUnknown);
    XUEJI_OK(withdrawCase(room.office(), id, QString()));
    QCOMPARE(room.waiting(Waiting::Mine), QList<qint64>());
  }

  void anOpenCaseStandsOnTheEnrolment() {
    Room room(m_registry);
    const qint64 enrolment = room.desk.store().tables().acts().ofStudent(room.student)->first().id;
    const qint64 id = room.opened(moving(room.student, QStringLiteral("一")));
    const auto refused = voidAct(room.office(), enrolment, QStringLiteral("重复"));
    QCOMPARE(refused.error().code, ErrorCode::CaseOpen);
    QCOMPARE(refused.error().args.first(), QString::number(id));
    XUEJI_OK(withdrawCase(room.office(), id, QString()));
    XUEJI_OK(voidAct(room.office(), enrolment, QStringLiteral("重复")));
  }

  void everyPartOfWhatWasSeenCounts() {
    Room room(m_registry);
    const Wish wish = moving(room.student, QStringLiteral("一"));
    const auto judged = judge(room.office(), wish);
    XUEJI_OK(judged);
    QSet<QByteArray> hashes{approvalHash(bytesOf(wish), *judged), approvalHash("other", *judged)};
    Judged other = *judged;
    other.before.revision += 1;
    hashes << approvalHash(bytesOf(wish), other);
    other = *judged;
    other.verdict.ruleSets += QLatin1Char('x');
    hashes << approvalHash(bytesOf(wish), other);
    other = *judged;
    other.planned.rows.first().from = QStringLiteral("2024-09-08");
    hashes << approvalHash(bytesOf(wish), other);
    other = *judged;
    other.planned.rows.first().values.first() += QLatin1Char(' ');
    hashes << approvalHash(bytesOf(wish), other);
    other = *judged;
    other.planned.rows.last().values.first() += QLatin1Char(' ');
    hashes << approvalHash(bytesOf(wish), other);
    other = *judged;
    other.planned.marks << RowMark{QStringLiteral("item"), 1};
    hashes << approvalHash(bytesOf(wish), other);
    other = *judged;
    other.planned.refers = 1;
    hashes << approvalHash(bytesOf(wish), other);
    QCOMPARE(hashes.size(), 9);
    QCOMPARE(judged->planned.rows.last().fact, PaperFact::fact().key);
    other = *judged;
    other.planned.rows.last().from = QStringLiteral("2024-09-30"); // the day on which the paper is noted
    QCOMPARE(approvalHash(bytesOf(wish), other), approvalHash(bytesOf(wish), *judged));
  }
};

QTEST_GUILESS_MAIN(CasesTest)
#include "cases_test.moc"
#include "store/tables.h"
