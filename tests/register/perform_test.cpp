// Several wishes in one call, acts of an earlier day: what they are judged by.

#include "domain/identity_number.h"
#include "domain/ledger_facts.h"
#include "register/acts.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QTimeZone>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class PerformTest : public QObject {
  Q_OBJECT

  static QString identity(const char* seventeen) {
    return QString::fromLatin1(seventeen) + IdentityNumber::checkCharacter(QString::fromLatin1(seventeen));
  }
  static Enrolment wishFor(const StudentRecord& record, const QDate& day = {}) {
    Enrolment wish;
    wish.record = record;
    wish.entryYear = 2024;
    wish.effective = day;
    return wish;
  }
  /// Another child born on the same day.
  static StudentRecord twinOf(const StudentRecord& record) {
    StudentRecord twin = record;
    const QString present = record.value(Field::IdDocumentNumber);
    const QString seventeen =
        present.left(14) + QString::number(present.mid(14, 3).toInt() + 2).rightJustified(3, QLatin1Char('0'));
    twin.setValue(Field::Name, QStringLiteral("钱双"));
    twin.setValue(Field::NamePinyin, {});
    twin.setValue(Field::IdDocumentNumber, seventeen + IdentityNumber::checkCharacter(seventeen));
    return twin;
  }
  static QString temporaryNumberOf(const StudentRecord& record) {
    return QStringLiteral("L130502") + QString(record.value(Field::BirthDate)).remove(QLatin1Char('-')) +
           QStringLiteral("1234");
  }
  /// Born on 1 September: by the book she waits a year (E01).
  static StudentRecord bornOnFirstSeptember() {
    StudentRecord record = madeChild(1);
    record.setValue(Field::Sex, QStringLiteral("2"));
    record.setValue(Field::BirthDate, QStringLiteral("2018-09-01"));
    record.setValue(Field::IdDocumentNumber, identity("13220120180901002"));
    return record;
  }
  static QJsonObject cutoff(const char* day) {
    const QJsonObject parameters{{QStringLiteral("cutoff"), QLatin1String(day)}};
    return {{QStringLiteral("rules"),
             QJsonObject{{QStringLiteral("E01"), QJsonObject{{QStringLiteral("parameters"), parameters}}}}}};
  }
  static Judged judged(TestRegister& desk, const Wish& wish) {
    const auto judged = judge(desk.office(), wish);
    if (!judged)
      qFatal("not judged: %s", qPrintable(textOf(judged.error())));
    return *judged;
  }
  static Judged judged(TestRegister& desk, const Enrolment& wish) {
    return judged(desk, enrolmentWish(desk.office(), wish).value());
  }
  static Wish correctionOf(TestRegister& desk, qint64 student, Field field, const char* value) {
    Correction correction;
    correction.student = student;
    correction.values = {{field, QString::fromUtf8(value)}};
    return correctionWish(desk.office(), correction);
  }

private slots:
  void childrenOfOneCallAreComparedWithEachOther_data() {
    QTest::addColumn<StudentRecord>("first");
    QTest::addColumn<StudentRecord>("second");
    QTest::addColumn<QString>("rule");
    const StudentRecord child = madeChild(1);
    StudentRecord sameIdentity = twinOf(child);
    sameIdentity.setValue(Field::IdDocumentNumber, child.value(Field::IdDocumentNumber));
    QTest::newRow("one identity number") << child << sameIdentity << "N16";
    StudentRecord numbered = child;
    numbered.setValue(Field::StudentNumber, temporaryNumberOf(child));
    StudentRecord sameNumber = twinOf(child);
    sameNumber.setValue(Field::StudentNumber, temporaryNumberOf(child));
    QTest::newRow("one student number") << numbered << sameNumber << "N14";
    QTest::newRow("two children") << child << twinOf(child) << "";
  }
  void childrenOfOneCallAreComparedWithEachOther() {
    QFETCH(StudentRecord, first);
    QFETCH(StudentRecord, second);
    QFETCH(QString, rule);
    TestRegister desk;
    const QList<Judged> wishes{judged(desk, wishFor(first)), judged(desk, wishFor(second))};
    for (const Judged& wish : wishes)
      QVERIFY2(wish.verdict.allows(), qPrintable(codesOf(wish.verdict.findings)));
    Findings why;
    const auto done = performAll(desk.office(), Batch(), wishes, {}, {}, &why);
    QCOMPARE(done.has_value(), rule.isEmpty());
    if (!rule.isEmpty()) {
      QCOMPARE(done.error().code, ErrorCode::RefusedByRules);
      QVERIFY2(done.error().args.contains(rule), qPrintable(codesOf(why)));
    }
    QCOMPARE(desk.actCount(), rule.isEmpty() ? 2 : 0);
    QCOMPARE(desk.damage(), QString());
  }

  void theRulesSeeWhatAnEarlierWishMadeOfAnotherChild() {
    TestRegister desk;
    StudentRecord alike = madeChild(1);
    alike.setValue(Field::IdDocumentType, QStringLiteral("Z"));
    alike.setValue(Field::IdDocumentNumber, {});
    for (const Field field : {Field::Member1IdType, Field::Member2IdType})
      alike.setValue(field, QStringLiteral("1"));
    alike.setValue(Field::Member1IdNumber, identity("13220119850312001"));
    alike.setValue(Field::Member2IdNumber, identity("13220119860521002"));
    Enrolment wish = wishFor(alike);
    wish.papers = {{QStringLiteral("attendance_certificate"), QStringLiteral("1号"), QStringLiteral("示范小学")}};
    const QList<Judged> wishes{judged(desk, wishFor(madeChild(1))), judged(desk, wish)};
    QVERIFY(!codesOf(wishes.last().verdict.findings).contains(QStringLiteral("N17")));
    Findings why;
    if (const auto done = performAll(desk.office(), Batch(), wishes, {}, {}, &why))
      why = (*desk.store().tables().acts().byId(done->acts.last()))->findings;
    QVERIFY2(codesOf(why).contains(QStringLiteral("N17")), qPrintable(codesOf(why)));
  }

  void twoWishesOnOneChildAreJudgedTogether() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    XUEJI_OK(perform(desk.office(), correctionOf(desk, student, Field::Member2IsGuardian, "1")));
    const int acts = desk.actCount();
    const QList<Judged> wishes{judged(desk, correctionOf(desk, student, Field::Member1IsGuardian, "0")),
                               judged(desk, correctionOf(desk, student, Field::Member2IsGuardian, "0"))};
    for (const Judged& wish : wishes)
      QVERIFY2(wish.verdict.allows(), qPrintable(codesOf(wish.verdict.findings)));
    Findings why;
    QVERIFY(!performAll(desk.office(), Batch(), wishes, {}, {}, &why));
    QCOMPARE(codesOf(why, false), QStringLiteral("E24"));
    QCOMPARE(desk.actCount(), acts);
  }

  void settingsOfTheSameCallJudgeWhatComesAfterThem() {
    TestRegister desk;
    Wish settings;
    settings.kind = act_kind::kSetRules;
    settings.subject = Subject::school();
    settings.day = QDate(2024, 9, 1);
    settings.body = {{QStringLiteral("county"), cutoff("09-01")}};
    const Judged first = judged(desk, settings);
    const Judged second = judged(desk, wishFor(bornOnFirstSeptember()));
    QCOMPARE(codesOf(second.verdict.findings, false), QStringLiteral("E01"));
    QVERIFY(!performAll(desk.office(), Batch(), {second, first}));
    XUEJI_OK(performAll(desk.office(), Batch(), {first, second}));
    QCOMPARE(desk.damage(), QString());
  }

  void aMovedEnrolmentIsJudgedLikeOneOfItsNewDay_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the cut-off of the county holds") << QDate(2024, 9, 6) << "";
    QTest::newRow("its first day") << QDate(2024, 9, 5) << "";
    QTest::newRow("the day before") << QDate(2024, 9, 4) << "E01";
  }
  void aMovedEnrolmentIsJudgedLikeOneOfItsNewDay() {
    QFETCH(QDate, day);
    QFETCH(QString, expected);
    TestRegister desk;
    XUEJI_OK(setRules(desk.office(), cutoff("09-01"), {}, QDate(2024, 9, 5)));
    const auto enrolled = enrol(desk.office(), wishFor(bornOnFirstSeptember(), QDate(2024, 9, 8)));
    XUEJI_OK(enrolled);
    Findings why;
    QList<LaterRow> later;
    const auto moved = redate(desk.office(), enrolled->student, day, QStringLiteral("实际报到日"), &why, &later);
    QVERIFY(later.isEmpty()); // its own rows end nothing
    QCOMPARE(moved.has_value(), expected.isEmpty());
    QCOMPARE(codesOf(why, false), expected);
    QCOMPARE(desk.row(enrolled->student).enrolledOn, expected.isEmpty() ? day : QDate(2024, 9, 8));
    QCOMPARE(desk.damage(), QString());
  }

  void papersOfAnEnrolmentCountWhenItMoves() {
    TestRegister desk;
    StudentRecord record = madeChild(20);
    record.setValue(Field::BirthDate, QStringLiteral("2017-03-14"));
    record.setValue(Field::IdDocumentNumber, identity("13220520170314001"));
    Enrolment wish = wishFor(record);
    wish.papers = {{QStringLiteral("deferral_approval"), QStringLiteral("12号"), QStringLiteral("镇政府"),
                    QStringLiteral("township"), QDate(2023, 8, 20)},
                   {QStringLiteral("deferral_application"), {}, QStringLiteral("父亲"), {}, QDate(2023, 8, 1)},
                   {QStringLiteral("deferral_hospital"), QStringLiteral("3号"), QStringLiteral("县医院"),
                    QStringLiteral("county"), QDate(2023, 8, 2)},
                   {QStringLiteral("household_register"), QStringLiteral("7号"), QStringLiteral("派出所")}};
    const auto enrolled = enrol(desk.office(), wish);
    XUEJI_OK(enrolled);
    const auto moved = redate(desk.office(), enrolled->student, QDate(2024, 9, 3), {});
    XUEJI_OK(moved);
    const auto act = desk.store().tables().acts().byId(*moved);
    XUEJI_OK(act);
    QVERIFY((*act)->exceptions.contains(QStringLiteral("E02")));
    const qint64 paper = PaperFact::standing(desk.chains(enrolled->student), kLastDay).first().id;
    XUEJI_OK(withdrawPaper(desk.office(), enrolled->student, paper, QStringLiteral("无效")));
    Findings why;
    QVERIFY(!redate(desk.office(), enrolled->student, QDate(2024, 9, 4), {}, &why));
    QVERIFY(codesOf(why, false).contains(QStringLiteral("E02")));
  }

  void whatAnotherConnectionMakesOfTheSchoolIsSeen() {
    TestRegister desk;
    const auto another = desk.office().another()();
    XUEJI_OK(another);
    SchoolProfile school = desk.store().school();
    school.code = QStringLiteral("2113009999");
    XUEJI_OK(setSchool(**another, school, QDate(2024, 9, 1)));
    XUEJI_OK(setRules(**another, cutoff("09-01"), {}, QDate(2024, 9, 1)));
    // A girl whom only the settings of the county let in, at the school of the new code.
    const Judged girl = judged(desk, wishFor(bornOnFirstSeptember()));
    QVERIFY2(girl.verdict.allows(), qPrintable(codesOf(girl.verdict.findings)));
    QCOMPARE(EnrolmentFact::of(FactRow{0, 0, 0, 0, {}, girl.planned.rows.first().values}).school, school.code);
    QCOMPARE(desk.store().school().code, school.code);
    // A plan of before is made again in the transaction.
    school.code = QStringLiteral("2113009998");
    XUEJI_OK(setSchool(**another, school, QDate(2024, 9, 1)));
    const auto done = performAll(desk.office(), std::nullopt, {girl});
    XUEJI_OK(done);
    QCOMPARE(desk.row(done->subjects.first()).record.value(Field::SchoolCode), school.code);
    QCOMPARE(desk.damage(), QString());
  }

  void theSchoolTurnsWithTheDay_data() {
    QTest::addColumn<bool>("byAnother");
    QTest::newRow("by this connection") << false;
    QTest::newRow("by another one") << true;
  }
  void theSchoolTurnsWithTheDay() {
    QFETCH(bool, byAnother);
    TestRegister desk;
    SchoolProfile school = desk.store().school();
    const QString before = school.name;
    school.name = QStringLiteral("示范第一小学");
    XUEJI_OK(setSchool(desk.office(), school, QDate(2024, 9, 11)));
    const auto another = desk.office().another()();
    XUEJI_OK(another);
    desk.clock.setNow(QDateTime(QDate(2024, 9, 10), QTime(15, 59, 59), QTimeZone::utc()));
    XUEJI_OK(desk.store().catchUp());
    QCOMPARE(desk.store().school().name, before);
    desk.clock.pass(1); // midnight of UTC+8
    XUEJI_OK((byAnother ? (*another)->store() : desk.store()).tables().ledger().turnTo(desk.clock.today()));
    XUEJI_OK(desk.store().catchUp());
    QCOMPARE(desk.store().school().name, school.name);
    QCOMPARE(desk.damage(), QString());
  }

  void aLateEnrolmentIsOfTheSchoolAsItWasOnItsDay_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("stage");
    QTest::newRow("before the change") << QDate(2024, 9, 4) << "2113009998"
                                       << "primary";
    QTest::newRow("on its day") << QDate(2024, 9, 5) << "2113009999"
                                << "junior";
  }
  void aLateEnrolmentIsOfTheSchoolAsItWasOnItsDay() {
    QFETCH(QDate, day);
    QFETCH(QString, code);
    QFETCH(QString, stage);
    TestRegister desk;
    SchoolProfile school = desk.store().school();
    QCOMPARE(school.code, QStringLiteral("2113009998"));
    school.code = QStringLiteral("2113009999");
    school.system = SchoolSystem({Stage::Junior});
    XUEJI_OK(setSchool(desk.office(), school, QDate(2024, 9, 5)));
    const auto wish = enrolmentWish(desk.office(), wishFor(madeChild(1), day));
    XUEJI_OK(wish);
    QCOMPARE(wish->body.value(QStringLiteral("stage")).toString(), stage);
    const auto planned = planOn(desk.office(), *wish, {});
    XUEJI_OK(planned);
    QCOMPARE(EnrolmentFact::of(FactRow{0, 0, 0, 0, {}, planned->rows.first().values}).school, code);
  }
};

QTEST_GUILESS_MAIN(PerformTest)
#include "perform_test.moc"
#include "store/tables.h"
