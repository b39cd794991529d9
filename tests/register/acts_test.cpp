// Enrolling, correcting, issuing numbers, declaring void.

#include "domain/identity_number.h"
#include "domain/ledger_facts.h"
#include "register/acts.h"
#include "register/roll.h"
#include "store/store_session.h"
#include "support/made_child.h"
#include "support/test_register.h"
#include "support/two_stages.h"

#include <QRegularExpression>
#include <QSqlQuery>
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
  static SeenPaper approval() {
    return {QStringLiteral("deferral_approval"), QStringLiteral("12号"), QStringLiteral("镇政府"),
            QStringLiteral("township"), QDate(2023, 8, 20)};
  }
  static SeenPaper application() {
    return {QStringLiteral("deferral_application"), {}, QStringLiteral("父亲"), {}, QDate(2023, 8, 1)};
  }
  static SeenPaper hospitalPaper() {
    return {QStringLiteral("deferral_hospital"), QStringLiteral("3号"), QStringLiteral("县医院"),
            QStringLiteral("county"), QDate(2023, 8, 2)};
  }
  static SeenPaper householdRegister() {
    return {QStringLiteral("household_register"), QStringLiteral("7号"), QStringLiteral("派出所")};
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
    expected.setValue(Field::SchoolCode, QString::fromLatin1(kSchool)); // an enrolment names its school
    QVERIFY(row.record == expected);
    const auto act = desk.store().tables().acts().byId(enrolled->act);
    XUEJI_OK(act);
    QCOMPARE((*act)->kind, QString(act_kind::kEnrol));
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
    QCOMPARE(codesOf(why, false), codesOf(*judgeEnrolment(desk.office(), wishFor(record)), false));
    QCOMPARE(desk.actCount(), 0);
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 0);
  }

  void theVerdictWhileTypingWritesNothing() {
    TestRegister desk;
    QCOMPARE(codesOf(*judgeEnrolment(desk.office(), wishFor(madeChild(1))), false), QString());
    StudentRecord record = madeChild(1);
    record.setValue(Field::IdDocumentNumber, QStringLiteral("132201201709010013"));
    QVERIFY(!codesOf(*judgeEnrolment(desk.office(), wishFor(record)), false).isEmpty());
    desk.enrolChild(1);
    QVERIFY(codesOf(*judgeEnrolment(desk.office(), wishFor(madeChild(1))), false).contains(QStringLiteral("N16")));
    QCOMPARE(desk.actCount(), 1);
  }

  /// A number that the school draws is none that the record goes on with (E05).
  void aNewRecordOfAJuniorEntrantNeedsTheLookUp() {
    TestRegister desk;
    XUEJI_OK(addJuniorStage(desk));
    Enrolment wish = wishFor(madeChild(1, 2018));
    wish.record.setValue(Field::Grade, QStringLiteral("七年级"));
    Findings why;
    const auto refused = enrol(desk.office(), wish, &why);
    QVERIFY(!refused);
    QCOMPARE(codesOf(why, false), QStringLiteral("E05"));
    QCOMPARE(codesOf(*judgeEnrolment(desk.office(), wish), false), QStringLiteral("E05"));
    wish.papers = {{QStringLiteral("lookup_result"), QStringLiteral("查重5号"), QStringLiteral("县教育局"),
                    QStringLiteral("county"), QDate(2024, 8, 25)}};
    const auto enrolled = enrol(desk.office(), wish, &why);
    XUEJI_OK(enrolled);
    QCOMPARE(desk.row(enrolled->student).stage, Stage::Junior);
    QVERIFY((*desk.store().tables().acts().byId(enrolled->act))->exceptions.contains(QStringLiteral("E05")));
    // On another day the same is asked, and the paper is on file.
    XUEJI_OK(redate(desk.office(), enrolled->student, QDate(2024, 9, 2), QStringLiteral("报到晚一天")));
    QCOMPARE(desk.damage(), QString());
  }

  void papersLetADeferredChildInAndAreKept() {
    TestRegister desk;
    Enrolment wish = wishFor(deferredChild());
    Findings why;
    QCOMPARE(enrol(desk.office(), wish, &why).error().code, ErrorCode::RefusedByRules);
    QCOMPARE(codesOf(why, false), QStringLiteral("E02"));
    // That the rule was ticked is no paper, and half a paper is none either.
    wish.papers = {{QStringLiteral("E02")}};
    QCOMPARE(enrol(desk.office(), wish, &why).error().code, ErrorCode::RefusedByRules);
    QCOMPARE(codesOf(why, false), QStringLiteral("E02 paper_unknown"));
    wish.papers = {{QStringLiteral("deferral_approval"), QStringLiteral("12号")}};
    QCOMPARE(enrol(desk.office(), wish, &why).error().args, QStringList(QStringLiteral("E02")));
    QCOMPARE(codesOf(why, false), QStringLiteral("paper_incomplete"));
    why.removeIf([](const Finding& finding) { return finding.severity == Severity::Warn; });
    QCOMPARE(why.first().args.last(), QStringLiteral("issuer,level,issued"));
    wish.papers = {approval()};
    QCOMPARE(enrol(desk.office(), wish, &why).error().args, QStringList(QStringLiteral("E03")));
    QCOMPARE(desk.actCount(), 0);
    wish.papers << application() << hospitalPaper() << householdRegister();
    const auto enrolled = enrol(desk.office(), wish);
    XUEJI_OK(enrolled);
    const QList<FactRow> papers = PaperFact::standing(desk.chains(enrolled->student), kLastDay);
    QCOMPARE(papers.size(), 4);
    for (qsizetype at = 0; at < papers.size(); ++at)
      QCOMPARE(PaperFact::of(papers[at]).seen(), wish.papers[at]);
    const auto act = desk.store().tables().acts().byId(enrolled->act);
    XUEJI_OK(act);
    QCOMPARE((*act)->exceptions, QStringList({QStringLiteral("E02"), QStringLiteral("E03")}));
    QCOMPARE((*act)->papers, (QList<qint64>{papers[0].id, papers[1].id, papers[2].id, papers[3].id}));
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
    QCOMPARE(desk.changes(*act).value(QStringLiteral("phone")),
             qMakePair(madeChild(1).value(Field::Phone), QStringLiteral("15000001111")));
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

  void anActWritesThePresentRowAsTheFactsHaveItHoweverItStood_data() {
    QTest::addColumn<QString>("change");
    QTest::newRow("as it was") << QString();
    QTest::newRow("an item") << QStringLiteral("UPDATE student SET talents = '象棋'");
    QTest::newRow("what the program made of it")
        << QStringLiteral("UPDATE student SET initials = 'x', pinyin = 'X', sort_key = x'00', name_folded = '某'");
    QTest::newRow("how it stands") << QStringLiteral("UPDATE student SET status = 'voided', entry_year = 1, stage = 9");
    QTest::newRow("a member") << QStringLiteral("UPDATE guardian SET phone = '1' WHERE position = 1");
    QTest::newRow("a member gone") << QStringLiteral("DELETE FROM guardian WHERE position = 1");
    QTest::newRow("a member more") << QStringLiteral(
        "INSERT INTO guardian (student, position, name) VALUES (1, 3, '某某')");
    QTest::newRow("all of it gone") << QStringLiteral("DELETE FROM student");
  }

  /// Only what differs is written; what was put beside the program is put right with it.
  void anActWritesThePresentRowAsTheFactsHaveItHoweverItStood() {
    QFETCH(QString, change);
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const Correction wish = correction(desk, student, {{Field::Phone, QStringLiteral("15000001111")}});
    QSqlQuery query(desk.store().session().database());
    QVERIFY(query.exec(QStringLiteral("PRAGMA foreign_keys = OFF")));
    QVERIFY(change.isEmpty() || query.exec(change));
    QCOMPARE(desk.damage().isEmpty(), change.isEmpty());
    XUEJI_OK(correct(desk.office(), wish));
    QCOMPARE(desk.damage(), QString());
    QCOMPARE(desk.row(student).record.value(Field::Phone), QStringLiteral("15000001111"));
  }

  void anActWritesNothingOfThePresentRowThatItDoesNotChange() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    QSqlQuery query(desk.store().session().database());
    for (const char* what :
         {"UPDATE OF name, sort_key, initials, status, phone ON main.student", "INSERT ON main.student",
          "UPDATE ON main.guardian", "INSERT ON main.guardian", "DELETE ON main.guardian"}) {
      const QString name = QString::fromLatin1(what).remove(QRegularExpression(QStringLiteral("[^A-Za-z]")));
      QVERIFY2(
          query.exec(QStringLiteral("CREATE TEMP TRIGGER %1 BEFORE %2 BEGIN SELECT RAISE(ABORT, 'not changed'); END")
                         .arg(name, QLatin1String(what))),
          what);
    }
    XUEJI_OK(correct(desk.office(), correction(desk, student, {{Field::Talents, QStringLiteral("围棋")}})));
    QCOMPARE(desk.row(student).record.value(Field::Talents), QStringLiteral("围棋"));
    // The triggers do watch.
    QVERIFY(!correct(desk.office(), correction(desk, student, {{Field::Phone, QStringLiteral("15000001111")}})));
    QVERIFY(!correct(desk.office(), correction(desk, student, {{Field::Member1Phone, QStringLiteral("15000001111")}})));
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
    QVERIFY(codesOf(*judgeCorrection(desk.office(), emptied), false).contains(QStringLiteral("required")));
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
    // The register's day is 10 September: until 15 October the temporary number holds.
    QCOMPARE(desk.row(student).studentNumber, temporary);
    desk.turnTo(QDate(2024, 10, 15));
    QCOMPARE(desk.row(student).studentNumber, gNumber(2));
    const QList<NumberEntry> dated = desk.numbers(student);
    QCOMPARE(dated.size(), 2);
    QCOMPARE(dated.at(0).value, temporary);
    QCOMPARE(dated.at(0).validTo, QDate(2024, 10, 15));
    QCOMPARE(dated.at(1).validFrom, QDate(2024, 10, 15));
    QCOMPARE(dated.at(1).act, *act);
    QCOMPARE(issueNumber(desk.office(), student, gNumber(2), {}, {}).error().code, ErrorCode::NothingToDo);
    QCOMPARE(desk.damage(), QString());
  }

  void aNationalNumberNeverGoesBackToATemporaryOne() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(2);
    const QString temporary = desk.row(student).studentNumber;
    XUEJI_OK(issueNumber(desk.office(), student, gNumber(2), QDate(2024, 9, 10), {}));
    Findings why;
    QVERIFY(!issueNumber(desk.office(), student, temporary, QDate(2024, 9, 10), {}, &why));
    QVERIFY(codesOf(why, false).contains(QStringLiteral("N15")));
    QCOMPARE(desk.row(student).studentNumber, gNumber(2));
  }

  void theNumberOfAnotherChildIsRefused() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(2);
    const qint64 other = desk.enrolChild(3);
    XUEJI_OK(issueNumber(desk.office(), other, gNumber(3), QDate(2024, 9, 10), {}));
    Findings why;
    QVERIFY(!issueNumber(desk.office(), student, gNumber(3), QDate(2024, 9, 10), {}, &why));
    QVERIFY(codesOf(why, false).contains(QStringLiteral("N14")));
    QVERIFY(!issueNumber(desk.office(), student, QStringLiteral("G123"), QDate(2024, 9, 10), {}, &why));
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
    wish.papers = {{QStringLiteral("attendance_certificate"), QStringLiteral("1号"), QStringLiteral("示范小学")}};
    const auto enrolled = enrol(desk.office(), wish, &why);
    QVERIFY2(enrolled, qPrintable(codesOf(why)));
    const QByteArray birth = QString(record.value(Field::BirthDate)).remove(QLatin1Char('-')).toLatin1();
    const QString number = jNumber(QStringLiteral("130502"), birth, "001");
    const auto issued = issueNumber(desk.office(), enrolled->student, number, QDate(2024, 9, 10), {}, &why);
    QVERIFY2(issued, qPrintable(codesOf(why)));
    QCOMPARE(desk.row(enrolled->student).studentNumber, number);
    QCOMPARE(desk.damage(), QString());
  }

  void aVoidedNumberGivesTheFormerOneBack() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(2);
    const QString temporary = desk.row(student).studentNumber;
    const auto act = issueNumber(desk.office(), student, gNumber(2), QDate(2024, 9, 10), {});
    XUEJI_OK(act);
    QCOMPARE(desk.row(student).studentNumber, gNumber(2));
    XUEJI_OK(voidAct(desk.office(), *act, QStringLiteral("录错了人")));
    QCOMPARE(desk.row(student).studentNumber, temporary);
    QCOMPARE(desk.row(student).record.value(Field::StudentNumber), temporary);
    const QList<NumberEntry> numbers = desk.numbers(student);
    QCOMPARE(numbers.size(), 2);
    QVERIFY(!numbers.first().voided);
    QVERIFY(numbers.last().voided);
    QCOMPARE(numbers.last().act, *act); // who gave it, not who took it back
    QVERIFY(numbers.first().act < *act);
    QCOMPARE(voidAct(desk.office(), *act, QStringLiteral("再来")).error().code, ErrorCode::NothingToDo);
    QCOMPARE(desk.damage(), QString());
  }

  void aNumberOfTheSystemTypedAtTheWrongChildIsFreeAgain() {
    TestRegister desk;
    const qint64 wrong = desk.enrolChild(2);
    const qint64 right = desk.enrolChild(3);
    const auto act = issueNumber(desk.office(), wrong, gNumber(2), QDate(2024, 9, 10), {});
    XUEJI_OK(act);
    XUEJI_OK(voidAct(desk.office(), *act, QStringLiteral("录错了人")));
    const Asking asking{QDate(2024, 9, 10)};
    const auto nobody = desk.office().facts().holderOfStudentNumber(gNumber(2), asking);
    XUEJI_OK(nobody);
    QVERIFY(!*nobody);
    // One made here stays burnt, whatever becomes of its child.
    const QString burnt = desk.row(right).studentNumber;
    XUEJI_OK(voidAct(desk.office(), desk.store().tables().acts().ofStudent(right)->first().id, QStringLiteral("重复")));
    const auto holder = desk.office().facts().holderOfStudentNumber(burnt, asking);
    XUEJI_OK(holder);
    QVERIFY(*holder);
    QCOMPARE((*holder)->student, right);
    QVERIFY((*holder)->former);
  }

  void ofCorrectionsDeclaredVoidTheLaterValueStays() {
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
    XUEJI_OK(voidAct(desk.office(), *first, QStringLiteral("错")));
    QCOMPARE(desk.row(student).record.value(Field::Phone), QStringLiteral("15000002222"));
    XUEJI_OK(voidAct(desk.office(), *second, QStringLiteral("错")));
    QCOMPARE(desk.row(student).record.value(Field::Phone), madeChild(1).value(Field::Phone));
    QCOMPARE(desk.row(student).record.value(Field::Talents), QStringLiteral("篮球"));
    QCOMPARE(desk.damage(), QString());
  }

  void aStateBlocksAndWhatBlocksIsNamedAndTakenBackInOneBatch() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const auto first =
        correct(desk.office(), correction(desk, student, {{Field::NamePinyin, QStringLiteral("Qiu A")}}));
    XUEJI_OK(first);
    const auto second =
        correct(desk.office(), correction(desk, student, {{Field::NamePinyin, QStringLiteral("Qiu B")}}));
    XUEJI_OK(second);
    const auto refused = voidAct(desk.office(), *first, QStringLiteral("错"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BatchBuiltUpon);
    QCOMPARE(refused.error().args.mid(2), (QStringList{QString::number(*second), QStringLiteral("1")}));
    const qint64 enrolment = desk.store().tables().acts().ofStudent(student)->first().id;
    const auto blockers = blockersOf(desk.office(), enrolment);
    XUEJI_OK(blockers);
    QCOMPARE(*blockers, (QList<qint64>{*second, *first}));
    const auto batch = voidActs(desk.office(), *blockers + QList<qint64>{enrolment}, QStringLiteral("录错"));
    XUEJI_OK(batch);
    QCOMPARE(desk.row(student).status, StudentStatus::Voided);
    QCOMPARE(desk.store().tables().acts().ofBatch(*batch)->size(), 3);
    QCOMPARE(desk.damage(), QString());
  }

  void aVoidedActIsDoneAgainOnTheSameRecord() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const StudentRow before = desk.row(student);
    const qint64 enrolment = desk.store().tables().acts().ofStudent(student)->first().id;
    QCOMPARE(redo(desk.office(), enrolment, {}).error().code, ErrorCode::ActStands);
    XUEJI_OK(voidAct(desk.office(), enrolment, QStringLiteral("误删")));
    const auto again = redo(desk.office(), enrolment, QStringLiteral("恢复"));
    XUEJI_OK(again);
    const StudentRow after = desk.row(student);
    QVERIFY(after.record == before.record);
    QCOMPARE(after.studentNumber, before.studentNumber);
    QCOMPARE(after.status, StudentStatus::InSchool);
    QCOMPARE((*desk.store().tables().acts().byId(*again))->refers, enrolment);
    QCOMPARE(redo(desk.office(), enrolment, {}).error().code, ErrorCode::ActStands);
    QCOMPARE(desk.damage(), QString());
  }

  void anActDoneAgainIsJudgedAnew() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const qint64 enrolment = desk.store().tables().acts().ofStudent(student)->first().id;
    XUEJI_OK(voidAct(desk.office(), enrolment, QStringLiteral("误删")));
    desk.enrolChild(1); // somebody enrolled the child again instead
    Findings why;
    const auto refused = redo(desk.office(), enrolment, {}, &why);
    QVERIFY(!refused);
    QVERIFY(codesOf(why, false).contains(QStringLiteral("N16")));
    QCOMPARE(desk.damage(), QString());
  }

  void theDayOfAnEnrolmentIsMoved() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const qint64 enrolment = desk.store().tables().acts().ofStudent(student)->first().id;
    const auto moved = redate(desk.office(), student, QDate(2024, 9, 5), QStringLiteral("实际报到日"));
    XUEJI_OK(moved);
    QCOMPARE(desk.row(student).enrolledOn, QDate(2024, 9, 5));
    QVERIFY(rollOn(desk.office(), QDate(2024, 9, 4))->isEmpty());
    QCOMPARE(rollOn(desk.office(), QDate(2024, 9, 5))->size(), 1);
    QCOMPARE(redate(desk.office(), student, QDate(2024, 9, 5), {}).error().code, ErrorCode::NothingToDo);
    QCOMPARE(voidAct(desk.office(), *moved, QStringLiteral("x")).error().code, ErrorCode::NotVoidable);
    XUEJI_OK(redate(desk.office(), student, QDate(2024, 9, 1), {}));
    QCOMPARE(rollOn(desk.office(), QDate(2024, 9, 1))->size(), 1);
    // It goes with the enrolment, and comes back with it on the last day.
    XUEJI_OK(redate(desk.office(), student, QDate(2024, 9, 3), {}));
    XUEJI_OK(voidAct(desk.office(), enrolment, QStringLiteral("误录")));
    QVERIFY(rollOn(desk.office(), QDate(2024, 9, 10))->isEmpty());
    XUEJI_OK(redo(desk.office(), enrolment, {}));
    QCOMPARE(desk.row(student).enrolledOn, QDate(2024, 9, 3));
    QCOMPARE(desk.damage(), QString());
  }

  void anEnrolmentIsNotMovedPastAnotherAct() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    XUEJI_OK(issueNumber(desk.office(), student, gNumber(1), QDate(2024, 9, 4), {}));
    QCOMPARE(redate(desk.office(), student, QDate(2024, 9, 5), {}).error().code, ErrorCode::ActBetween);
    QCOMPARE(redate(desk.office(), student, QDate(2024, 9, 4), {}).error().code, ErrorCode::ActBetween);
    XUEJI_OK(redate(desk.office(), student, QDate(2024, 9, 3), {}));
    QCOMPARE(desk.row(student).studentNumber, gNumber(1));
    QCOMPARE(desk.damage(), QString());
  }

  void daysAreBoundedOnBothSides_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("taken");
    // On 10 September 2024 the school year 2024-2025 runs; the next one ends on 31 August 2026.
    QTest::newRow("last day of next school year") << QDate(2026, 8, 31) << true;
    QTest::newRow("a day beyond") << QDate(2026, 9, 1) << false;
    QTest::newRow("before the enrolment") << QDate(2024, 8, 1) << true; // a received number may be older (T15)
  }
  void daysAreBoundedOnBothSides() {
    QFETCH(QDate, day);
    QFETCH(bool, taken);
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const auto issued = issueNumber(desk.office(), student, gNumber(1), day, {});
    if (taken)
      XUEJI_OK(issued);
    else
      QCOMPARE(issued.error().code, ErrorCode::DayTooLate);
    Correction wish = correction(desk, student, {{Field::Phone, QStringLiteral("15000001111")}});
    wish.effective = day;
    QCOMPARE(correct(desk.office(), wish).has_value(), taken);
    QCOMPARE(desk.damage(), QString());
  }

  void lateEntryGoesIntoTheMiddleAndSaysWhatEndsIt() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(2);
    XUEJI_OK(issueNumber(desk.office(), student, gNumber(2), QDate(2024, 9, 8), {}));
    QList<LaterRow> later;
    Wish wish;
    wish.kind = act_kind::kNumberIssued;
    wish.subject = Subject::student(student);
    wish.day = QDate(2024, 9, 4);
    wish.body = {{QStringLiteral("number"), gNumber(2)}};
    XUEJI_OK(perform(desk.office(), wish, nullptr, &later));
    QCOMPARE(later.size(), 1);
    QCOMPARE(later.first().from, QStringLiteral("2024-09-08"));
    QCOMPARE(desk.damage(), QString());
  }

  void aNumberOfBeforeTheEnrolmentIsJudgedToo() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    Findings why;
    QVERIFY(!issueNumber(desk.office(), student, QStringLiteral("ABC"), QDate(2024, 8, 1), {}, &why));
    QVERIFY(codesOf(why, false).contains(QStringLiteral("N10")));
    const qint64 other = desk.enrolChild(3);
    XUEJI_OK(issueNumber(desk.office(), other, gNumber(3), QDate(2024, 9, 10), {}));
    QVERIFY(!issueNumber(desk.office(), student, gNumber(3), QDate(2024, 8, 1), {}, &why));
    QVERIFY(codesOf(why, false).contains(QStringLiteral("N14")));
  }

  void aCorrectionThatALaterOneEndsSaysSo() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    Correction first = correction(desk, student, {{Field::Phone, QStringLiteral("15000001111")}});
    first.effective = QDate(2024, 9, 8);
    XUEJI_OK(correct(desk.office(), first));
    Correction late = correction(desk, student, {{Field::Phone, QStringLiteral("15000002222")}});
    late.effective = QDate(2024, 9, 5);
    QList<LaterRow> later;
    XUEJI_OK(correct(desk.office(), late, nullptr, &later));
    QCOMPARE(later.size(), 1);
    QCOMPARE(later.first().from, QStringLiteral("2024-09-08"));
    QCOMPARE(desk.row(student).record.value(Field::Phone), QStringLiteral("15000001111"));
  }

  void aYearThatNoCalendarSheetHasIsNoDay() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    for (const QDate& day : {QDate(12025, 9, 1), QDate(1899, 12, 31), QDate(-5, 1, 1)}) {
      Correction wish = correction(desk, student, {{Field::Phone, QStringLiteral("15000001111")}});
      wish.effective = day;
      QVERIFY(!correct(desk.office(), wish));
    }
    QCOMPARE(desk.actCount(), 1);
  }

  void halfACharacterDoesNotSwallowTheNext() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const QString half = QStringLiteral("新街") + QChar(0xD842);
    Correction wish = correction(desk, student, {{Field::CurrentAddress, half}});
    wish.ground = half;
    XUEJI_OK(correct(desk.office(), wish));
    XUEJI_OK(correct(desk.office(), correction(desk, student, {{Field::Talents, QStringLiteral("书法")}})));
    QCOMPARE(desk.row(student).record.value(Field::CurrentAddress), QStringLiteral("新街?"));
    QCOMPARE(desk.row(student).record.value(Field::Name), madeChild(1).value(Field::Name));
    XUEJI_OK(desk.store().tables().log().append(LogAction::Search, half, half));
    QCOMPARE(desk.damage(), QString());
  }

  void aTypingErrorIsCorrectedFromTheBeginning() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    Correction moved = correction(desk, student, {{Field::CurrentAddress, QStringLiteral("新址1号")}});
    moved.effective = QDate(2024, 9, 5);
    XUEJI_OK(correct(desk.office(), moved));
    Correction slip = correction(desk, student, {{Field::Talents, QStringLiteral("书法")}});
    slip.typingError = true;
    XUEJI_OK(correct(desk.office(), slip));
    Correction slipOfAddress = correction(desk, student, {{Field::CurrentAddress, QStringLiteral("新址2号")}});
    slipOfAddress.typingError = true;
    XUEJI_OK(correct(desk.office(), slipOfAddress));
    const auto addresses = [&](const QDate& day) {
      return itemOn(desk.office(), Field::CurrentAddress, day)->value(student);
    };
    QCOMPARE(addresses(QDate(2024, 9, 4)), madeChild(1).value(Field::CurrentAddress));
    QCOMPARE(addresses(QDate(2024, 9, 5)), QStringLiteral("新址2号"));
    QCOMPARE(itemOn(desk.office(), Field::Talents, QDate(2024, 9, 1))->value(student), QStringLiteral("书法"));
    QCOMPARE(desk.damage(), QString());
  }

  void aChildEnrolledAheadCountsAtOnceAndStandsAsFromItsDay() {
    TestRegister desk;
    desk.turnTo(QDate(2025, 8, 20));
    Enrolment wish;
    wish.record = madeChild(1, 2025);
    wish.entryYear = 2025;
    const auto ahead = enrol(desk.office(), wish);
    XUEJI_OK(ahead);
    QCOMPARE(desk.row(ahead->student).enrolledOn, QDate(2025, 9, 1));
    QCOMPARE(desk.row(ahead->student).status, StudentStatus::InSchool);
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 1);
    QVERIFY(rollOn(desk.office(), QDate(2025, 8, 31))->isEmpty());
    QCOMPARE(rollOn(desk.office(), QDate(2025, 9, 1))->size(), 1);
    Findings why;
    QVERIFY(!enrol(desk.office(), wish, &why));
    QVERIFY(codesOf(why, false).contains(QStringLiteral("N16")));
    QCOMPARE(desk.damage(), QString());
    desk.turnTo(QDate(2025, 9, 1));
    QCOMPARE(desk.damage(), QString());
  }

  void papersAreSeenAndWithdrawn() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const auto seen =
        recordPaperSeen(desk.office(), student, {QStringLiteral("collection_form"), QStringLiteral("12号")});
    XUEJI_OK(seen);
    const QList<FactRow> papers = PaperFact::standing(desk.chains(student), kLastDay);
    QCOMPARE(papers.size(), 1);
    QCOMPARE(PaperFact::of(papers.first()).number, QStringLiteral("12号"));
    const auto back = withdrawPaper(desk.office(), student, papers.first().id, QStringLiteral("原件退回"));
    XUEJI_OK(back);
    QVERIFY(PaperFact::standing(desk.chains(student), kLastDay).isEmpty());
    QCOMPARE(withdrawPaper(desk.office(), student, papers.first().id, {}).error().code, ErrorCode::PaperGone);
    // What was withdrawn is built upon by the withdrawal.
    QCOMPARE(voidAct(desk.office(), *seen, QStringLiteral("x")).error().code, ErrorCode::BatchBuiltUpon);
    XUEJI_OK(voidAct(desk.office(), *back, QStringLiteral("x")));
    QCOMPARE(PaperFact::standing(desk.chains(student), kLastDay).size(), 1);
    XUEJI_OK(voidAct(desk.office(), *seen, QStringLiteral("x")));
    QCOMPARE(recordPaperSeen(desk.office(), 99, {QStringLiteral("collection_form")}).error().code,
             ErrorCode::StudentNotFound);
    QCOMPARE(desk.damage(), QString());
  }

  void aPaperOfNoKindIsNotKept() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    QCOMPARE(recordPaperSeen(desk.office(), student, {QStringLiteral("E11"), QStringLiteral("12号")}).error().code,
             ErrorCode::RefusedByRules);
    QVERIFY(PaperFact::standing(desk.chains(student), kLastDay).isEmpty());
  }

  void theSchoolIsAStateOfTheLedger() {
    TestRegister desk;
    SchoolProfile school = desk.store().school();
    QCOMPARE(setSchool(desk.office(), school).error().code, ErrorCode::NothingToDo);
    school.name = QStringLiteral("示范第一小学");
    const auto act = setSchool(desk.office(), school);
    XUEJI_OK(act);
    QCOMPARE(desk.store().school().name, school.name);
    desk.signOut();
    desk.signIn();
    QCOMPARE(desk.store().school().name, school.name);
    XUEJI_OK(voidAct(desk.office(), *act, QStringLiteral("写错")));
    QCOMPARE(desk.store().school().name, QStringLiteral("示范小学"));
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
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 0);
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
    QCOMPARE(voidAct(desk.office(), 2, QStringLiteral("x")).error().code, ErrorCode::RoleForbids);
    QCOMPARE(desk.actCount(), 1);
  }

  void everyActLeavesALineInTheLogWithoutAChildsData() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    XUEJI_OK(correct(desk.office(), correction(desk, student, {{Field::Phone, QStringLiteral("15000001111")}})));
    XUEJI_OK(issueNumber(desk.office(), student, gNumber(1), QDate(2024, 9, 10), {}));
    const QStringList log = desk.logLines().filter(QRegularExpression(QStringLiteral("^change student:")));
    QCOMPARE(log,
             QStringList({QStringLiteral("change student:1 enrol"), QStringLiteral("change student:1 correct phone"),
                          QStringLiteral("change student:1 number_issued")}));
  }
};

QTEST_GUILESS_MAIN(ActsTest)
#include "acts_test.moc"
#include "store/tables.h"
