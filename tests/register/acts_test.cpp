// Enrolling, correcting, issuing numbers, declaring void.

#include "domain/identity_number.h"
#include "register/acts.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class ActsTest : public QObject {
  Q_OBJECT

  static Enrolment wishFor(const StudentRecord& record) {
    Enrolment wish;
    wish.record = record;
    wish.entryYear = 2024;
    return wish;
  }
  /// Born one school year too early: seven years old, E02 wants the papers of a deferral.
  static StudentRecord deferredChild() {
    StudentRecord record = madeChild(20);
    const QDate birth(2017, 3, 14);
    const QString seventeen = QStringLiteral("13220520170314001");
    record.setValue(Field::BirthDate, birth.toString(Qt::ISODate));
    record.setValue(Field::IdDocumentNumber, seventeen + IdentityNumber::checkCharacter(seventeen));
    return record;
  }
  static QString numberOf(const char* seventeen) {
    return QString::fromLatin1(seventeen) + IdentityNumber::checkCharacter(QString::fromLatin1(seventeen));
  }
  static Correction correction(TestRegister& desk, qint64 student, const QHash<Field, QString>& values) {
    Correction wish;
    wish.student = student;
    wish.revision = desk.row(student).revision;
    wish.values = values;
    return wish;
  }
  static QString gNumber(int child) { return QLatin1Char('G') + madeChild(child).value(Field::IdDocumentNumber); }
  static QString jNumber(const QString& region, const char* birth, const char* sequence) {
    const QString seventeen = region + QLatin1String(birth) + QLatin1String(sequence);
    return QLatin1Char('J') + seventeen + IdentityNumber::checkCharacter(seventeen);
  }

private slots:
  void aChildIsEnrolledUnderATemporaryNumber() {
    TestRegister desk;
    const auto enrolled = enrol(desk.office(), wishFor(madeChild(1)));
    XUEJI_OK(enrolled);
    const QString birth = QString(madeChild(1).value(Field::BirthDate)).remove(QLatin1Char('-'));
    QVERIFY(enrolled->studentNumber.startsWith(QStringLiteral("L130502") + birth));
    const StudentRow row = desk.row(enrolled->student);
    QCOMPARE(row.studentNumber, enrolled->studentNumber);
    QCOMPARE(row.enrolledOn, QDate(2024, 9, 1));
    QCOMPARE(row.status, StudentStatus::InSchool);
    StudentRecord expected = madeChild(1);
    expected.setValue(Field::StudentNumber, enrolled->studentNumber);
    QVERIFY(row.record == expected);
    const auto act = desk.store().acts().byId(enrolled->act);
    XUEJI_OK(act);
    QCOMPARE((*act)->kind, ActKind::Enrol);
    QCOMPARE((*act)->ruleSet.isEmpty(), false);
    QCOMPARE(codesOf(enrolled->findings, false), QString());
    QCOMPARE(desk.damage(), QString());
  }

  void anEnrolmentAgainstTheRulesLeavesNothing() {
    TestRegister desk;
    StudentRecord record = madeChild(1);
    record.setValue(Field::Sex, QStringLiteral("1")); // the number says 2
    record.setValue(Field::Member1Name, {});
    record.setValue(Field::Member2Name, {});
    Findings why;
    const auto refused = enrol(desk.office(), wishFor(record), &why);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RefusedByRules);
    QVERIFY(refused.error().args.contains(QStringLiteral("N04")));
    QVERIFY(refused.error().args.contains(QStringLiteral("E24")));
    QCOMPARE(codesOf(why, false), codesOf(judgeEnrolment(desk.office(), wishFor(record)), false));
    QCOMPARE(desk.actCount(), 0);
    QCOMPARE(desk.store().students().count({}).value_or(-1), 0);
  }

  void theVerdictWhileTypingWritesNothing() {
    TestRegister desk;
    QCOMPARE(codesOf(judgeEnrolment(desk.office(), wishFor(madeChild(1))), false), QString());
    StudentRecord record = madeChild(1);
    record.setValue(Field::IdDocumentNumber, QStringLiteral("132201201709010013"));
    QVERIFY(!codesOf(judgeEnrolment(desk.office(), wishFor(record)), false).isEmpty());
    desk.enrolChild(1);
    QVERIFY(codesOf(judgeEnrolment(desk.office(), wishFor(madeChild(1))), false).contains(QStringLiteral("N16")));
    QCOMPARE(desk.actCount(), 1);
  }

  void papersLetADeferredChildInAndAreKept() {
    TestRegister desk;
    Enrolment wish = wishFor(deferredChild());
    Findings why;
    QCOMPARE(enrol(desk.office(), wish, &why).error().code, ErrorCode::RefusedByRules);
    QCOMPARE(codesOf(why, false), QStringLiteral("E02"));
    wish.papers = {QStringLiteral("E02")};
    QCOMPARE(enrol(desk.office(), wish, &why).error().args, QStringList(QStringLiteral("E03")));
    QCOMPARE(desk.actCount(), 0);
    wish.papers = {QStringLiteral("E02"), QStringLiteral("E03")};
    const auto enrolled = enrol(desk.office(), wish);
    XUEJI_OK(enrolled);
    const auto proofs = desk.store().proofs().ofStudent(enrolled->student);
    XUEJI_OK(proofs);
    QCOMPARE(proofs->size(), 2);
    QCOMPARE(proofs->first().kind, QStringLiteral("E02"));
    const auto act = desk.store().acts().byId(enrolled->act);
    XUEJI_OK(act);
    QCOMPARE((*act)->exceptions, wish.papers);
    QCOMPARE((*act)->proofs, (QList<qint64>{proofs->first().id, proofs->last().id}));
  }

  void aRecordIsContinuedUnderItsNumber() {
    TestRegister desk;
    StudentRecord record = madeChild(3);
    record.setValue(Field::StudentNumber, gNumber(3));
    const auto enrolled = enrol(desk.office(), wishFor(record));
    XUEJI_OK(enrolled);
    QCOMPARE(enrolled->studentNumber, gNumber(3));
    // Nobody else gets it.
    record = madeChild(4);
    record.setValue(Field::StudentNumber, gNumber(3));
    Findings why;
    QVERIFY(!enrol(desk.office(), wishFor(record), &why));
    QVERIFY(codesOf(why, false).contains(QStringLiteral("N14")));
  }

  void ordinaryItemsAreCorrectedKeyDataAreNot() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const auto act = correct(desk.office(), correction(desk, student,
                                                       {{Field::Phone, QStringLiteral("15000001111")},
                                                        {Field::Member2Name, QStringLiteral("李桂兰")}}));
    XUEJI_OK(act);
    QCOMPARE(desk.row(student).record.value(Field::Phone), QStringLiteral("15000001111"));
    QCOMPARE(desk.row(student).record.value(Field::Member2Name), QStringLiteral("李桂兰"));
    const auto stored = desk.store().acts().byId(*act);
    XUEJI_OK(stored);
    QCOMPARE((*stored)->before.value(QStringLiteral("phone")).toString(), madeChild(1).value(Field::Phone));
    for (const auto& [field, value] :
         {std::pair{Field::Name, "王伟"}, std::pair{Field::IdDocumentNumber, "132201201709010013"},
          std::pair{Field::Sex, "1"}, std::pair{Field::BirthDate, "2017-09-02"}}) {
      const auto refused = correct(desk.office(), correction(desk, student, {{field, QString::fromUtf8(value)}}));
      QVERIFY(!refused);
      QCOMPARE(refused.error().code, ErrorCode::FieldNotEditable);
      QCOMPARE(refused.error().args.value(1), QStringLiteral("K01"));
    }
    QCOMPARE(correct(desk.office(), correction(desk, student, {{Field::StudentNumber, gNumber(1)}})).error().code,
             ErrorCode::FieldNotEditable);
    QCOMPARE(desk.actCount(), 2);
    QCOMPARE(desk.damage(), QString());
  }

  void aRecordChangedMeanwhileIsNotOverwritten() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const Correction mine = correction(desk, student, {{Field::Phone, QStringLiteral("15000001111")}});
    XUEJI_OK(correct(desk.office(), correction(desk, student, {{Field::Phone, QStringLiteral("15000002222")}})));
    QCOMPARE(correct(desk.office(), mine).error().code, ErrorCode::RecordChanged);
    QCOMPARE(desk.row(student).record.value(Field::Phone), QStringLiteral("15000002222"));
  }

  void correctingNothingIsNoAct() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    QCOMPARE(correct(desk.office(), correction(desk, student, {{Field::Phone, madeChild(1).value(Field::Phone)}}))
                 .error()
                 .code,
             ErrorCode::NothingToDo);
    Correction nobody;
    nobody.student = 99;
    QCOMPARE(correct(desk.office(), nobody).error().code, ErrorCode::StudentNotFound);
    QCOMPARE(desk.actCount(), 1);
  }

  void aCorrectionIsJudgedByTheItemsItTouches() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    Findings why;
    const auto refused =
        correct(desk.office(), correction(desk, student, {{Field::Member1IsGuardian, QStringLiteral("0")}}), &why);
    QVERIFY(!refused);
    QCOMPARE(codesOf(why, false), QStringLiteral("E24"));
    const Correction emptied = correction(desk, student, {{Field::CurrentAddress, QString()}});
    QVERIFY(codesOf(judgeCorrection(desk.office(), emptied), false).contains(QStringLiteral("required")));
  }

  void aReadingGivenByAPersonIsUsedAndGivenUpWithIt() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const QString made = desk.row(student).pinyin;
    const auto act =
        correct(desk.office(), correction(desk, student, {{Field::NamePinyin, QStringLiteral("Qiu Zibo")}}));
    XUEJI_OK(act);
    QCOMPARE(desk.row(student).pinyin, QStringLiteral("Qiu Zibo"));
    QVERIFY(desk.row(student).initials != QString());
    XUEJI_OK(voidAct(desk.office(), *act, QStringLiteral("读音有误")));
    QCOMPARE(desk.row(student).pinyin, made);
    QCOMPARE(desk.damage(), QString());
  }

  void theBureauIssuesTheNationalNumber() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(2);
    const QString temporary = desk.row(student).studentNumber;
    const auto act = issueNumber(desk.office(), student, QStringLiteral(" ") + gNumber(2).toLower(),
                                 QDate(2024, 10, 15), QStringLiteral("省学籍系统下发"));
    XUEJI_OK(act);
    QCOMPARE(desk.row(student).studentNumber, gNumber(2));
    const auto dated = desk.store().numbers().of(student, NumberKind::StudentNumber);
    XUEJI_OK(dated);
    QCOMPARE(dated->size(), 2);
    QCOMPARE(dated->at(0).value, temporary);
    QCOMPARE(dated->at(0).validTo, QDate(2024, 10, 15));
    QCOMPARE(dated->at(1).validFrom, QDate(2024, 10, 15));
    QCOMPARE(dated->at(1).act, *act);
    const auto then = desk.store().numbers().on(student, NumberKind::StudentNumber, QDate(2024, 10, 14));
    XUEJI_OK(then);
    QCOMPARE((*then)->value, temporary);
    QCOMPARE(issueNumber(desk.office(), student, gNumber(2), {}, {}).error().code, ErrorCode::NothingToDo);
    QCOMPARE(desk.damage(), QString());
  }

  void aNationalNumberNeverGoesBackToATemporaryOne() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(2);
    const QString temporary = desk.row(student).studentNumber;
    XUEJI_OK(issueNumber(desk.office(), student, gNumber(2), QDate(2024, 10, 15), {}));
    Findings why;
    QVERIFY(!issueNumber(desk.office(), student, temporary, QDate(2024, 11, 1), {}, &why));
    QVERIFY(codesOf(why, false).contains(QStringLiteral("N15")));
    QCOMPARE(desk.row(student).studentNumber, gNumber(2));
  }

  void theNumberOfAnotherChildIsRefused() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(2);
    const qint64 other = desk.enrolChild(3);
    XUEJI_OK(issueNumber(desk.office(), other, gNumber(3), QDate(2024, 10, 15), {}));
    Findings why;
    QVERIFY(!issueNumber(desk.office(), student, gNumber(3), QDate(2024, 10, 15), {}, &why));
    QVERIFY(codesOf(why, false).contains(QStringLiteral("N14")));
    QVERIFY(!issueNumber(desk.office(), student, QStringLiteral("G123"), QDate(2024, 10, 15), {}, &why));
    QVERIFY(desk.row(student).studentNumber.startsWith(QLatin1Char('L')));
  }

  void aPupilWithoutANumberOfTheirOwnGetsOneOfTheSchoolsRegion() {
    TestRegister desk;
    StudentRecord record = madeChild(2);
    record.setValue(Field::IdDocumentType, QStringLiteral("Z"));
    record.setValue(Field::IdDocumentNumber, {});
    for (const Field field : {Field::Member1IdType, Field::Member2IdType})
      record.setValue(field, QStringLiteral("1"));
    record.setValue(Field::Member1IdNumber, numberOf("13220119850312001"));
    record.setValue(Field::Member2IdNumber, numberOf("13220119860521002"));
    Findings why;
    Enrolment wish = wishFor(record);
    wish.papers = {QStringLiteral("N09")};
    const auto enrolled = enrol(desk.office(), wish, &why);
    QVERIFY2(enrolled, qPrintable(codesOf(why)));
    const QByteArray birth = QString(record.value(Field::BirthDate)).remove(QLatin1Char('-')).toLatin1();
    QVERIFY2(!issueNumber(desk.office(), enrolled->student, jNumber(QStringLiteral("130502"), "20160101", "001"),
                          QDate(2024, 10, 15), {}, &why),
             "a number of another birthday");
    const QString number = jNumber(QStringLiteral("130502"), birth, "001");
    const auto issued = issueNumber(desk.office(), enrolled->student, number, QDate(2024, 10, 15), {}, &why);
    QVERIFY2(issued, qPrintable(codesOf(why)));
    QCOMPARE(desk.row(enrolled->student).studentNumber, number);
    QCOMPARE(desk.damage(), QString());
  }

  void aVoidedNumberGivesTheFormerOneBackAndStaysBurnt() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(2);
    const QString temporary = desk.row(student).studentNumber;
    const auto act = issueNumber(desk.office(), student, gNumber(2), QDate(2024, 10, 15), {});
    XUEJI_OK(act);
    XUEJI_OK(voidAct(desk.office(), *act, QStringLiteral("录错了人")));
    QCOMPARE(desk.row(student).studentNumber, temporary);
    QCOMPARE(desk.row(student).record.value(Field::StudentNumber), temporary);
    const auto holders = desk.store().numbers().holders(NumberKind::StudentNumber, gNumber(2));
    XUEJI_OK(holders);
    QCOMPARE(holders->size(), 1);
    QVERIFY(holders->first().voided);
    QCOMPARE(voidAct(desk.office(), *act, QStringLiteral("再来")).error().code, ErrorCode::NothingToDo);
    QCOMPARE(desk.damage(), QString());
  }

  void aCorrectionDeclaredVoidGivesTheValueBack() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const auto first =
        correct(desk.office(), correction(desk, student, {{Field::Phone, QStringLiteral("15000001111")}}));
    XUEJI_OK(first);
    const auto other = correct(desk.office(), correction(desk, student, {{Field::Talents, QStringLiteral("篮球")}}));
    XUEJI_OK(other);
    const auto second =
        correct(desk.office(), correction(desk, student, {{Field::Phone, QStringLiteral("15000002222")}}));
    XUEJI_OK(second);
    const auto refused = voidAct(desk.office(), *first, QStringLiteral("错"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BatchBuiltUpon);
    QCOMPARE(refused.error().args.last(), QString::number(*second));
    XUEJI_OK(voidAct(desk.office(), *second, QStringLiteral("错")));
    XUEJI_OK(voidAct(desk.office(), *first, QStringLiteral("错")));
    QCOMPARE(desk.row(student).record.value(Field::Phone), madeChild(1).value(Field::Phone));
    QCOMPARE(desk.row(student).record.value(Field::Talents), QStringLiteral("篮球"));
    QCOMPARE(desk.damage(), QString());
  }

  void aVoidedEnrolmentNoLongerCounts() {
    TestRegister desk;
    const auto enrolled = enrol(desk.office(), wishFor(madeChild(1)));
    XUEJI_OK(enrolled);
    const auto corrected =
        correct(desk.office(), correction(desk, enrolled->student, {{Field::Phone, QStringLiteral("15000001111")}}));
    XUEJI_OK(corrected);
    QCOMPARE(voidAct(desk.office(), enrolled->act, QStringLiteral("重复")).error().code, ErrorCode::BatchBuiltUpon);
    XUEJI_OK(voidAct(desk.office(), *corrected, QStringLiteral("重复")));
    const auto voiding = voidAct(desk.office(), enrolled->act, QStringLiteral("重复"));
    XUEJI_OK(voiding);
    QCOMPARE(desk.row(enrolled->student).status, StudentStatus::Voided);
    QCOMPARE(desk.store().students().count({}).value_or(-1), 0);
    QCOMPARE(voidAct(desk.office(), *voiding, QStringLiteral("又")).error().code, ErrorCode::NothingToDo);
    QCOMPARE(voidAct(desk.office(), 99, QStringLiteral("?")).error().code, ErrorCode::ActNotFound);
    QCOMPARE(
        correct(desk.office(), correction(desk, enrolled->student, {{Field::Phone, QStringLiteral("15000003333")}}))
            .error()
            .code,
        ErrorCode::StudentNotFound);
    QCOMPARE(issueNumber(desk.office(), enrolled->student, gNumber(1), {}, {}).error().code,
             ErrorCode::StudentNotFound);
    // The same child again: no double (N16, E21), and another number.
    const auto again = enrol(desk.office(), wishFor(madeChild(1)));
    XUEJI_OK(again);
    QVERIFY(again->studentNumber != enrolled->studentNumber);
    QCOMPARE(desk.damage(), QString());
  }

  void whoMayOnlyReadChangesNothing() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    desk.addUser("赵丽", Role::Helper);
    desk.signIn(QStringLiteral("赵丽"));
    QCOMPARE(enrol(desk.office(), wishFor(madeChild(2))).error().code, ErrorCode::RoleForbids);
    QCOMPARE(
        correct(desk.office(), correction(desk, student, {{Field::Phone, QStringLiteral("15000001111")}})).error().code,
        ErrorCode::RoleForbids);
    QCOMPARE(voidAct(desk.office(), 1, QStringLiteral("x")).error().code, ErrorCode::RoleForbids);
    QCOMPARE(desk.actCount(), 1);
  }

  void everyActLeavesALineInTheLogWithoutAChildsData() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    XUEJI_OK(correct(desk.office(), correction(desk, student, {{Field::Phone, QStringLiteral("15000001111")}})));
    XUEJI_OK(issueNumber(desk.office(), student, gNumber(1), QDate(2024, 10, 15), {}));
    const QStringList log = desk.logLines().filter(QRegularExpression(QStringLiteral("^change student:")));
    QCOMPARE(log,
             QStringList({QStringLiteral("change student:1 enrol"), QStringLiteral("change student:1 correct phone"),
                          QStringLiteral("change student:1 number_issued")}));
  }
};

QTEST_GUILESS_MAIN(ActsTest)
#include "acts_test.moc"
