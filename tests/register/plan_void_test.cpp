// Acts taken back and done again: what of them holds afterwards.

#include "domain/ledger_facts.h"
#include "register/acts.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class PlanVoidTest : public QObject {
  Q_OBJECT

  static qint64 corrected(TestRegister& desk, qint64 student, const QHash<Field, QString>& values) {
    Correction wish;
    wish.student = student;
    wish.revision = desk.row(student).revision;
    wish.values = values;
    Findings why;
    const auto act = correct(desk.office(), wish, &why);
    if (!act)
      qFatal("not corrected: %s %s", qPrintable(textOf(act.error())), qPrintable(codesOf(why)));
    return *act;
  }
  static QJsonObject cutoff(const char* rule, const char* key, const QJsonValue& value) {
    const QJsonObject parameters{{QLatin1String(key), value}};
    return {{QStringLiteral("rules"),
             QJsonObject{{QLatin1String(rule), QJsonObject{{QStringLiteral("parameters"), parameters}}}}}};
  }
  static QList<FactRow> papers(TestRegister& desk, qint64 student) {
    return PaperFact::standing(desk.chains(student), kLastDay);
  }

private slots:
  void aPaperThatIsGoneIsNotWithdrawnAgain_data() {
    QTest::addColumn<bool>("gone");
    QTest::addColumn<bool>("withdrawnSince");
    QTest::newRow("its row is void") << true << false;
    QTest::newRow("it was withdrawn since") << false << true;
    QTest::newRow("it stands") << false << false;
  }
  void aPaperThatIsGoneIsNotWithdrawnAgain() {
    QFETCH(bool, gone);
    QFETCH(bool, withdrawnSince);
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const auto seen = recordPaperSeen(desk.office(), student, {QStringLiteral("collection_form"), QStringLiteral("7")});
    XUEJI_OK(seen);
    const qint64 paper = papers(desk, student).first().id;
    const auto back = withdrawPaper(desk.office(), student, paper, QStringLiteral("退回"));
    XUEJI_OK(back);
    XUEJI_OK(voidAct(desk.office(), *back, QStringLiteral("误录")));
    if (gone)
      XUEJI_OK(voidAct(desk.office(), *seen, QStringLiteral("误录")));
    if (withdrawnSince)
      XUEJI_OK(withdrawPaper(desk.office(), student, paper, QStringLiteral("又退回")));
    const int acts = desk.actCount();
    const auto again = redo(desk.office(), *back, {});
    const bool taken = !gone && !withdrawnSince;
    QCOMPARE(again.has_value(), taken);
    if (!taken)
      QCOMPARE(again.error(), (Error{ErrorCode::PaperGone, {QString::number(paper)}}));
    QCOMPARE(desk.actCount(), acts + (taken ? 1 : 0));
    QVERIFY(papers(desk, student).isEmpty());
    QCOMPARE(desk.damage(), QString());
  }

  void anActDoneAgainLeavesWhatOthersCorrectedSince() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const qint64 month = corrected(desk, student, {{Field::EntryMonth, QStringLiteral("2024-10")}});
    XUEJI_OK(voidAct(desk.office(), month, QStringLiteral("误录")));
    corrected(desk, student, {{Field::EntryMode, QStringLiteral("12")}});
    XUEJI_OK(redo(desk.office(), month, QStringLiteral("没错")));
    QCOMPARE(desk.row(student).record.value(Field::EntryMonth), QStringLiteral("2024-10"));
    QCOMPARE(desk.row(student).record.value(Field::EntryMode), QStringLiteral("12"));
    QCOMPARE(desk.damage(), QString());
  }

  void whatBelongsTogetherIsDoneAgainTogether() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    corrected(desk, student, {{Field::NamePinyin, QStringLiteral("Qiu A")}});
    const qint64 second = corrected(desk, student, {{Field::NamePinyin, QStringLiteral("Qiu B")}});
    XUEJI_OK(voidAct(desk.office(), second, QStringLiteral("误录")));
    // Back to what is made from the name: not given by a person.
    corrected(desk, student, {{Field::NamePinyin, QString()}});
    XUEJI_OK(redo(desk.office(), second, {}));
    const Chains chains = desk.chains(student);
    const ReadingFact reading = ReadingFact::of(*chains.at(ReadingFact::fact().key, kLastDay));
    QCOMPARE(reading.full, QStringLiteral("Qiu B"));
    QVERIFY(reading.byPerson);
    QCOMPARE(desk.damage(), QString());
  }

  void settingsOfTheCountyDoneAgainLeaveThoseOfTheSchool() {
    TestRegister desk;
    const auto county = setRules(desk.office(), cutoff("E01", "cutoff", QStringLiteral("08-30")), {});
    XUEJI_OK(county);
    XUEJI_OK(voidAct(desk.office(), *county, QStringLiteral("误录")));
    XUEJI_OK(setRules(desk.office(), {}, cutoff("E20", "usualMonth", 8)));
    XUEJI_OK(redo(desk.office(), *county, {}));
    const SchoolRulesFact settings =
        SchoolRulesFact::of(*desk.store().schoolChains().at(SchoolRulesFact::fact().key, kLastDay));
    QVERIFY(!settings.county.isEmpty());
    QVERIFY(!settings.school.isEmpty());
    QCOMPARE(desk.damage(), QString());
  }

  void whatStandsOnABlockerBlocksToo() {
    TestRegister desk;
    const qint64 student = desk.enrolChild(1);
    const qint64 reading = corrected(desk, student, {{Field::NamePinyin, QStringLiteral("Qiu A")}});
    const qint64 both = corrected(
        desk, student, {{Field::NamePinyin, QStringLiteral("Qiu B")}, {Field::EntryMonth, QStringLiteral("2024-10")}});
    const qint64 mode = corrected(desk, student, {{Field::EntryMode, QStringLiteral("12")}});
    const auto blockers = blockersOf(desk.office(), reading);
    XUEJI_OK(blockers);
    QCOMPARE(*blockers, (QList<qint64>{mode, both}));
    // Named is the one that can be taken back now.
    const Error refused = voidAct(desk.office(), reading, QStringLiteral("错")).error();
    QCOMPARE(refused.code, ErrorCode::BatchBuiltUpon);
    QCOMPARE(refused.args.mid(2), (QStringList{QString::number(mode), QStringLiteral("2")}));
    XUEJI_OK(voidActs(desk.office(), *blockers + QList<qint64>{reading}, QStringLiteral("录错")));
    QCOMPARE(desk.row(student).record.value(Field::EntryMode), madeChild(1).value(Field::EntryMode));
    QCOMPARE(desk.damage(), QString());
  }

  void aRegisterIsNeverWithoutItsSchool() {
    TestRegister desk;
    const qint64 founding = 1;
    const Error never{ErrorCode::NotVoidable, {actName(act_kind::kSetSchool), toKey(SubjectKind::School)}};
    QCOMPARE(voidAct(desk.office(), founding, QStringLiteral("x")).error(), never);
    SchoolProfile school = desk.store().school();
    school.name = QStringLiteral("示范第一小学");
    const auto renamed = setSchool(desk.office(), school);
    XUEJI_OK(renamed);
    QCOMPARE(voidAct(desk.office(), founding, QStringLiteral("x")).error().code, ErrorCode::BatchBuiltUpon);
    QCOMPARE(voidActs(desk.office(), {*renamed, founding}, QStringLiteral("x")).error(), never);
    QCOMPARE(desk.store().school().name, school.name);
    XUEJI_OK(voidAct(desk.office(), *renamed, QStringLiteral("x")));
    QCOMPARE(desk.damage(), QString());
  }
};

QTEST_GUILESS_MAIN(PlanVoidTest)
#include "plan_void_test.moc"
