// Wrong entries are declared void by two persons (X10), but for one's own of the same day.

#include "register/acts.h"
#include "register/approvals.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

const auto kPrincipal = QStringLiteral("李娜");
const auto kSecond = QStringLiteral("周敏"); ///< a second registrar
const auto kReason = QStringLiteral("录错");

/// A child with a correction, entered by the first registrar on 10 September.
struct Room {
  Room() : student(desk.enrolChild(1)) { act = corrected(QStringLiteral("书法")); }
  TestRegister desk;
  qint64 student;
  qint64 act = 0;

  Office& office() { return desk.office(); }
  qint64 corrected(const QString& talents) {
    Correction wish;
    wish.student = student;
    wish.revision = desk.row(student).revision;
    wish.values = {{Field::Talents, talents}};
    return correct(office(), wish).value_or(0);
  }
  void others() {
    desk.addUser("李娜", Role::Principal);
    desk.addUser("周敏", Role::Registrar);
  }
  QByteArray asked(const QList<qint64>& acts, const QString& reason = kReason) {
    return takingBack(office(), acts, reason).value_or(TakingBack()).hash;
  }
  Result<WitnessToken> witness(const QByteArray& hash, const QString& name = kPrincipal) {
    return desk.store().accounts().witness(name, password(), hash);
  }
  QString talents() { return desk.row(student).record.value(Field::Talents); }
};

} // namespace

class WitnessTest : public QObject {
  Q_OBJECT

private slots:
  void onesOwnEntryOfTheDayNeedsNobody_data() {
    QTest::addColumn<bool>("other");
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<bool>("free");
    const auto at = [](int day, int hour, int minute) {
      return QDateTime(QDate(2024, 9, day), QTime(hour, minute), QTimeZone::utc());
    };
    // The office's day ends at four in the afternoon, UTC.
    QTest::newRow("own, same day") << false << at(10, 15, 59) << true;
    QTest::newRow("own, midnight has passed") << false << at(10, 16, 0) << false;
    QTest::newRow("another's, same day") << true << at(10, 3, 0) << false;
  }
  void onesOwnEntryOfTheDayNeedsNobody() {
    QFETCH(bool, other);
    QFETCH(QDateTime, moment);
    QFETCH(bool, free);
    Room room;
    room.others();
    room.desk.clock.setNow(moment);
    room.desk.signIn(other ? kSecond : QString::fromUtf8(kRegistrar));
    const auto taking = takingBack(room.office(), {room.act}, kReason);
    XUEJI_OK(taking);
    QCOMPARE(taking->needsWitness, !free);
    const int acts = room.desk.actCount();
    const auto alone = voidAct(room.office(), room.act, kReason);
    QCOMPARE(alone.has_value(), free);
    if (free)
      return;
    QCOMPARE(alone.error().code, ErrorCode::VoidNeedsWitness);
    QCOMPARE(room.desk.actCount(), acts);
    QCOMPARE(room.talents(), QStringLiteral("书法"));
    auto token = room.witness(taking->hash);
    XUEJI_OK(token);
    const auto voided = voidAct(room.office(), room.act, kReason, &*token);
    XUEJI_OK(voided);
    QVERIFY(room.talents() != QStringLiteral("书法"));
    // It stands in the ledger who confirmed what.
    const auto approvals = room.desk.store().tables().approvals().all();
    XUEJI_OK(approvals);
    QCOMPARE(approvals->size(), 1);
    QCOMPARE(approvals->first().act, *voided);
    QCOMPARE(approvals->first().givenBy, room.desk.store().tables().users().byName(kPrincipal).value()->id);
    QCOMPARE(approvals->first().judgement, Judgement::Witnessed);
    QCOMPARE(approvals->first().hash, taking->hash);
    QCOMPARE(room.desk.damage(), QString());
    QCOMPARE(room.desk.logLines().filter(QStringLiteral("void act:%1 witness=2").arg(room.act)).size(), 1);
  }

  void aTokenIsGoodOnce() {
    Room room;
    room.others();
    const qint64 second = room.corrected(QStringLiteral("围棋"));
    room.desk.turnTo(QDate(2024, 9, 11));
    auto token = room.witness(room.asked({second}));
    XUEJI_OK(token);
    XUEJI_OK(voidAct(room.office(), second, kReason, &*token));
    const int acts = room.desk.actCount();
    QCOMPARE(voidAct(room.office(), room.act, kReason, &*token).error(),
             (Error{ErrorCode::WitnessSpent, {kPrincipal}}));
    QCOMPARE(room.desk.actCount(), acts);
  }

  void aTokenIsGoodForTwoMinutes_data() {
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("good");
    QTest::newRow("two minutes") << 120 << true;
    QTest::newRow("a second more") << 121 << false;
    QTest::newRow("the clock was set back") << -1 << false;
  }
  void aTokenIsGoodForTwoMinutes() {
    QFETCH(int, seconds);
    QFETCH(bool, good);
    Room room;
    room.others();
    room.desk.turnTo(QDate(2024, 9, 11));
    auto token = room.witness(room.asked({room.act}));
    XUEJI_OK(token);
    room.desk.clock.pass(seconds);
    const auto voided = voidAct(room.office(), room.act, kReason, &*token);
    QCOMPARE(voided.has_value(), good);
    QVERIFY(good || voided.error().code == ErrorCode::WitnessLate);
    QCOMPARE(room.talents() == QStringLiteral("书法"), !good);
  }

  void aTokenIsGoodForWhatWasAskedAlone_data() {
    QTest::addColumn<int>("asked");
    QTest::newRow("another act") << 0;
    QTest::newRow("another reason") << 1;
    QTest::newRow("one act more") << 2;
    QTest::newRow("something else") << 3;
  }
  void aTokenIsGoodForWhatWasAskedAlone() {
    QFETCH(int, asked);
    Room room;
    room.others();
    const qint64 second = room.corrected(QStringLiteral("围棋"));
    room.desk.turnTo(QDate(2024, 9, 11));
    const QList<QByteArray> hashes{room.asked({room.act}), room.asked({second}, QStringLiteral("别的")),
                                   room.asked({second, room.act}), QByteArray(kWitnessClock)};
    auto token = room.witness(hashes.at(asked));
    XUEJI_OK(token);
    const int acts = room.desk.actCount();
    QCOMPARE(voidAct(room.office(), second, kReason, &*token).error(), (Error{ErrorCode::WitnessOther, {kPrincipal}}));
    QCOMPARE(room.desk.actCount(), acts);
    QCOMPARE(room.talents(), QStringLiteral("围棋"));
  }

  void withOneAccountTheWayOutIsToMakeASecond() {
    Room room;
    room.desk.turnTo(QDate(2024, 9, 11));
    QCOMPARE(voidAct(room.office(), room.act, kReason).error().code, ErrorCode::WitnessAlone);
    QCOMPARE(room.witness(room.asked({room.act})).error().code, ErrorCode::WitnessAlone);
    room.others();
    QCOMPARE(voidAct(room.office(), room.act, kReason).error().code, ErrorCode::VoidNeedsWitness);
    QCOMPARE(room.witness(room.asked({room.act}), QString::fromUtf8(kRegistrar)).error().code, ErrorCode::WitnessSelf);
    XUEJI_OK(room.desk.store().accounts().remove(kPrincipal));
    QCOMPARE(room.witness(room.asked({room.act})).error().code, ErrorCode::WitnessWrongPassword);
  }

  void severalActsAreWitnessedTogether() {
    Room room;
    room.others();
    const qint64 enrolment = room.desk.store().tables().acts().ofStudent(room.student)->first().id;
    room.desk.turnTo(QDate(2024, 9, 11));
    const auto blockers = blockersOf(room.office(), enrolment);
    XUEJI_OK(blockers);
    const QList<qint64> acts = *blockers + QList<qint64>{enrolment};
    QCOMPARE(voidActs(room.office(), acts, kReason).error().code, ErrorCode::VoidNeedsWitness);
    auto token = room.witness(room.asked(acts));
    XUEJI_OK(token);
    XUEJI_OK(voidActs(room.office(), acts, kReason, &*token));
    QCOMPARE(room.desk.store().tables().students().count({}).value_or(-1), 0);
    QCOMPARE(room.desk.store().tables().approvals().all()->size(), 1);
    QCOMPARE(room.desk.damage(), QString());
  }

  void aBatchIsUndoneByItsMakerOrWithAWitnessWhenTheMakerIsGone() {
    Room room;
    room.others();
    room.desk.addUser("钱进", Role::Registrar);
    const qint64 batch =
        room.desk.import(room.desk.writeCsv(QStringLiteral("a.csv"), linesOf({madeChild(5), madeChild(6)}))).batch;
    room.desk.signIn(kSecond);
    QCOMPARE(undoBatch(room.office(), batch).error().code, ErrorCode::BatchNotYours);
    QCOMPARE(takingBackBatch(room.office(), batch).error().code, ErrorCode::BatchNotYours);
    XUEJI_OK(room.desk.store().accounts().remove(QString::fromUtf8(kRegistrar)));
    QCOMPARE(undoBatch(room.office(), batch).error().code, ErrorCode::VoidNeedsWitness);
    const auto taking = takingBackBatch(room.office(), batch);
    XUEJI_OK(taking);
    QVERIFY(taking->needsWitness);
    auto token = room.witness(taking->hash, QStringLiteral("钱进"));
    XUEJI_OK(token);
    XUEJI_OK(undoBatch(room.office(), batch, {}, &*token));
    QVERIFY(!room.desk.store().tables().batches().byId(batch).value()->undone.isNull());
    QCOMPARE(room.desk.damage(), QString());
  }

  void onesOwnBatchOfYesterdayNeedsAWitness() {
    Room room;
    room.others();
    const qint64 batch = room.desk.import(room.desk.writeCsv(QStringLiteral("a.csv"), linesOf({madeChild(5)}))).batch;
    QVERIFY(!takingBackBatch(room.office(), batch)->needsWitness);
    room.desk.turnTo(QDate(2024, 9, 11));
    QCOMPARE(undoBatch(room.office(), batch).error().code, ErrorCode::VoidNeedsWitness);
    auto token = room.witness(takingBackBatch(room.office(), batch)->hash);
    XUEJI_OK(token);
    // A worker takes it back on its own connection.
    const auto other = room.office().another()();
    XUEJI_OK(other);
    XUEJI_OK(undoBatch(**other, batch, {}, &*token));
  }
};

QTEST_GUILESS_MAIN(WitnessTest)
#include "store/accounts.h"
#include "store/tables.h"
#include "witness_test.moc"
