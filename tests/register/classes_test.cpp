#include "register/acts.h"
#include "register/class_acts.h"
#include "register/student_file.h"
#include "support/made_child.h"
#include "support/test_register.h"
#include "support/two_stages.h"

#include <QTest>

using namespace xueji;
using namespace xueji::test;

namespace {

SeenPaper paperOf(const char* kind, int number = 1) {
  return {QString::fromLatin1(kind),  QStringLiteral("第%1号").arg(number),
          QStringLiteral("县教育局"), QStringLiteral("county"),
          QDate(2024, 9, 2),          {}};
}

/// A class of the children that enrolChild() makes (primary, cohort 2024).
Result<qint64> makeOne(TestRegister& desk, int number, const QDate& day = QDate(2024, 9, 1)) {
  return makeClass(desk.office(), {Stage::Primary, 2024, number, ClassKind::Ordinary},
                   {{}, QStringLiteral("王老师"), 45}, day);
}

Result<qint64> placeBy(TestRegister& desk, qint64 student, qint64 classId, const char* paper = "draw_protocol",
                       const QDate& day = QDate(2024, 9, 1), int number = 1) {
  return placeStudent(desk.office(), {student, classId, day, {}, {paperOf(paper, number)}});
}

} // namespace

/// Classes and who is in them: made, changed, closed, filled; taken back; as on a past day.
class TestClasses : public QObject {
  Q_OBJECT

private slots:
  void aChildComesIntoAClass() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const auto first = makeOne(desk, 1);
    XUEJI_OK(first);
    XUEJI_OK(placeBy(desk, child, *first));
    QCOMPARE(desk.row(child).classId, *first);
    QCOMPARE(desk.row(child).record.value(Field::Class), QStringLiteral("1班"));
    const auto entries = classEntries(desk.office());
    XUEJI_OK(entries);
    QCOMPARE(entries->size(), 1);
    QCOMPARE(entries->first().children, 1);
    QCOMPARE(entries->first().is.profile.headTeacher, QStringLiteral("王老师"));
    StudentQuery there;
    there.classId = *first;
    QCOMPARE(desk.store().tables().students().count(there).value_or(-1), 1);
    there.classId = 0;
    QCOMPARE(desk.store().tables().students().count(there).value_or(-1), 0);
    QCOMPARE(desk.damage(), QString());
  }

  /// Whether a rule asked for it or not: who looks for the draw's protocol finds it with the placing.
  void whatIsBroughtAlongBelongsToTheAct() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const auto first = makeOne(desk, 1);
    XUEJI_OK(first);
    const auto placed = placeStudent(
        desk.office(), {child, *first, QDate(2024, 9, 1), {}, {paperOf("draw_protocol"), paperOf("collection_form")}});
    XUEJI_OK(placed);
    QList<qint64> rows;
    for (const FactRow& row : PaperFact::standing(desk.chains(child), kLastDay))
      rows << row.id;
    QCOMPARE(rows.size(), 2);
    QCOMPARE((*desk.store().tables().acts().byId(*placed))->papers, rows);
    // Taken out and put in again: the papers come along; a withdrawn one is no paper of the act that withdraws it.
    XUEJI_OK(voidAct(desk.office(), *placed, QStringLiteral("错")));
    const auto again = redo(desk.office(), *placed, QStringLiteral("恢复"));
    XUEJI_OK(again);
    QCOMPARE((*desk.store().tables().acts().byId(*again))->papers.size(), 2);
    const qint64 paper = PaperFact::standing(desk.chains(child), kLastDay).last().id;
    const auto withdrawn = withdrawPaper(desk.office(), child, paper, QStringLiteral("退回"));
    XUEJI_OK(withdrawn);
    QVERIFY((*desk.store().tables().acts().byId(*withdrawn))->papers.isEmpty());
    QCOMPARE(desk.damage(), QString());
  }

  void theRulesAreAsked() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const auto first = makeOne(desk, 1);
    const auto second = makeOne(desk, 2);
    XUEJI_OK(first);
    XUEJI_OK(second);
    Findings why;
    const auto bare = placeStudent(desk.office(), {child, *first, QDate(2024, 9, 1), {}, {}}, &why);
    QCOMPARE(bare.error().code, ErrorCode::RefusedByRules);
    QCOMPARE(codesOf(why, false), QStringLiteral("C06"));
    XUEJI_OK(placeBy(desk, child, *first));
    QCOMPARE(placeBy(desk, child, *second, "draw_protocol", QDate(2024, 9, 10)).error().code,
             ErrorCode::RefusedByRules);
    // The way round by no class is no way round.
    const auto out = placeStudent(desk.office(), {child, 0, QDate(2024, 9, 10), {}, {}});
    XUEJI_OK(out);
    QCOMPARE(placeBy(desk, child, *second, "draw_protocol", QDate(2024, 9, 11)).error().code,
             ErrorCode::RefusedByRules);
    XUEJI_OK(voidAct(desk.office(), *out, QStringLiteral("误录")));
    XUEJI_OK(placeBy(desk, child, *second, "class_change_approval", QDate(2024, 9, 10)));
    const auto other = makeClass(desk.office(), {Stage::Primary, 2023, 1, ClassKind::Ordinary}, {}, QDate(2023, 9, 1));
    XUEJI_OK(other);
    Findings belongs;
    QVERIFY(!placeStudent(desk.office(), {child, *other, QDate(2024, 9, 12), {}, {paperOf("class_change_approval", 2)}},
                          &belongs));
    QCOMPARE(codesOf(belongs, false), QStringLiteral("C18"));
  }

  void eachWrongWishIsRefused() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const auto first = makeOne(desk, 1);
    XUEJI_OK(first);
    const auto code = [](const auto& result) { return result ? ErrorCode::Internal : result.error().code; };
    QCOMPARE(code(makeOne(desk, 1)), ErrorCode::ClassExists);
    QCOMPARE(code(makeOne(desk, 0)), ErrorCode::ValueInvalid);
    QCOMPARE(code(makeOne(desk, 100)), ErrorCode::ValueInvalid);
    QCOMPARE(code(makeClass(desk.office(), {Stage::Senior, 2024, 1, ClassKind::Ordinary}, {})),
             ErrorCode::ValueInvalid);
    QCOMPARE(code(makeClass(desk.office(), {Stage::Primary, 2024, 1, ClassKind::Special}, {})),
             ErrorCode::ValueInvalid);
    QCOMPARE(code(placeBy(desk, child, 77)), ErrorCode::ClassNotFound);
    QCOMPARE(code(placeBy(desk, child, *first, "draw_protocol", QDate(2024, 8, 31))), ErrorCode::ClassClosed);
    QCOMPARE(code(placeStudent(desk.office(), {child, 0, {}, {}, {}})), ErrorCode::NothingToDo);
    QCOMPARE(code(closeClass(desk.office(), 77, {}, {})), ErrorCode::ClassNotFound);
    QCOMPARE(code(changeClass(desk.office(), *first, {{}, QStringLiteral("王老师"), 45}, QDate(2024, 9, 1))),
             ErrorCode::NothingToDo);
    QCOMPARE(code(changeClass(desk.office(), *first, {{}, {}, 201}, {})), ErrorCode::ValueInvalid);
    QCOMPARE(desk.row(child).classId, 0);
    QCOMPARE(desk.damage(), QString());
  }

  void aRefusalToCloseTellsWhoIsThereAndWhoIsStillToCome() {
    TestRegister desk;
    const auto first = makeOne(desk, 1);
    XUEJI_OK(first);
    const QDate before = QDate(2024, 8, 31);
    const Error early = closeClass(desk.office(), *first, before, {}).error();
    QCOMPARE(early.code, ErrorCode::ClassClosed);
    QCOMPARE(early.args.last(), before.toString(Qt::ISODate));
    XUEJI_OK(placeBy(desk, desk.enrolChild(1), *first, "draw_protocol", QDate(2024, 9, 5)));
    XUEJI_OK(placeBy(desk, desk.enrolChild(2), *first, "draw_protocol", QDate(2024, 9, 20)));
    const auto counts = [&](int day) {
      const Error error = closeClass(desk.office(), *first, QDate(2024, 9, day), {}).error();
      return error.code == ErrorCode::ClassNotEmpty ? error.args.value(1) + u' ' + error.args.value(3) : textOf(error);
    };
    QCOMPARE(counts(4), QStringLiteral("2 2"));
    QCOMPARE(counts(5), QStringLiteral("2 1"));
    QCOMPARE(counts(19), QStringLiteral("2 1"));
    QCOMPARE(counts(20), QStringLiteral("2 0"));
  }

  void aClassClosesWhenNobodyIsInItFromTheDayOn() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const auto first = makeOne(desk, 1);
    const auto second = makeOne(desk, 2);
    XUEJI_OK(placeBy(desk, child, *first));
    QCOMPARE(closeClass(desk.office(), *first, QDate(2024, 9, 20), QStringLiteral("并班")).error().code,
             ErrorCode::ClassNotEmpty);
    const auto moved = placeBy(desk, child, *second, "class_change_approval", QDate(2024, 9, 20));
    XUEJI_OK(moved);
    QCOMPARE(closeClass(desk.office(), *first, QDate(2024, 9, 19), {}).error().code, ErrorCode::ClassNotEmpty);
    const auto closed = closeClass(desk.office(), *first, QDate(2024, 9, 20), QStringLiteral("并班"));
    XUEJI_OK(closed);
    QCOMPARE(closeClass(desk.office(), *first, QDate(2024, 9, 25), {}).error().code, ErrorCode::NothingToDo);
    QCOMPARE(placeBy(desk, child, *first, "class_change_approval", QDate(2024, 9, 25)).error().code,
             ErrorCode::ClassClosed);
    // Taking the move back would put the child into a closed class; late entry before the closing needs an end, too.
    QCOMPARE(voidAct(desk.office(), *moved, {}).error().code, ErrorCode::ClassClosed);
    const qint64 other = desk.enrolChild(2);
    QCOMPARE(placeBy(desk, other, *first, "draw_protocol", QDate(2024, 9, 5)).error().code, ErrorCode::ClassClosed);
    XUEJI_OK(placeBy(desk, other, *second, "draw_protocol", QDate(2024, 9, 20)));
    XUEJI_OK(placeBy(desk, other, *first, "draw_protocol", QDate(2024, 9, 5), 2));
    XUEJI_OK(voidAct(desk.office(), *closed, QStringLiteral("误录")));
    XUEJI_OK(placeBy(desk, child, *first, "class_change_approval", QDate(2024, 9, 25), 2));
    QCOMPARE(desk.damage(), QString());
  }

  void whatStandsOnAClassBlocksItsVoid() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const auto first = makeOne(desk, 1);
    const auto acts = desk.store().tables().acts().ofSubject(Subject::ofClass(*first));
    XUEJI_OK(acts);
    const qint64 making = acts->first().id;
    const auto placed = placeBy(desk, child, *first);
    XUEJI_OK(placed);
    QCOMPARE(voidAct(desk.office(), making, {}).error().code, ErrorCode::BatchBuiltUpon);
    const auto blockers = blockersOf(desk.office(), making);
    XUEJI_OK(blockers);
    QCOMPARE(*blockers, QList<qint64>{*placed});
    XUEJI_OK(voidActs(desk.office(), *blockers + QList<qint64>{making}, QStringLiteral("误录")));
    QCOMPARE(desk.row(child).classId, 0);
    QVERIFY(classEntries(desk.office())->isEmpty());
    // Done again it is the same class; the child may come back.
    XUEJI_OK(redo(desk.office(), making, {}));
    XUEJI_OK(placeBy(desk, child, *first));
    QCOMPARE(desk.row(child).classId, *first);
    QCOMPARE(desk.damage(), QString());
  }

  void theClassOfAPastDayStays() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const auto first = makeOne(desk, 1);
    const auto second = makeOne(desk, 2);
    XUEJI_OK(placeBy(desk, child, *first));
    const auto moved = placeBy(desk, child, *second, "class_change_approval", QDate(2024, 9, 15));
    XUEJI_OK(moved);
    const Chains chains = desk.chains(child);
    QCOMPARE(PlacementFact::on(chains, QStringLiteral("2024-08-31")), 0);
    QCOMPARE(PlacementFact::on(chains, QStringLiteral("2024-09-14")), *first);
    QCOMPARE(PlacementFact::on(chains, QStringLiteral("2024-09-15")), *second);
    QCOMPARE(PlacementFact::on(chains, kLastDay, Known{*moved - 1}), *first);
  }

  /// A consent is to one change of class, not to all that ever come.
  void aConsentIsGoodForOneAct() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const auto first = makeOne(desk, 1);
    const auto second = makeOne(desk, 2);
    XUEJI_OK(placeBy(desk, child, *first));
    XUEJI_OK(placeBy(desk, child, *second, "class_change_approval", QDate(2024, 9, 3)));
    Findings why;
    const auto again = placeStudent(desk.office(), {child, *first, QDate(2024, 9, 5), {}, {}}, &why);
    QCOMPARE(again.error().code, ErrorCode::RefusedByRules);
    QCOMPARE(codesOf(why, false), QStringLiteral("C14"));
    // One that was noted since is not used up yet; and taking the move back frees it, doing it again uses it.
    // The same one typed again is the same one.
    why.clear();
    QVERIFY(
        !placeStudent(desk.office(), {child, *first, QDate(2024, 9, 5), {}, {paperOf("class_change_approval")}}, &why));
    QCOMPARE(codesOf(why, false), QStringLiteral("C14 paper_used"));
    QVERIFY(!recordPaperSeen(desk.office(), child, paperOf("class_change_approval")));
    XUEJI_OK(recordPaperSeen(desk.office(), child, paperOf("class_change_approval", 2)));
    // Out of the class in between uses nothing up.
    XUEJI_OK(placeStudent(desk.office(), {child, 0, QDate(2024, 9, 4), {}, {}}));
    const auto back = placeStudent(desk.office(), {child, *first, QDate(2024, 9, 5), {}, {}});
    XUEJI_OK(back);
    XUEJI_OK(voidAct(desk.office(), *back, QStringLiteral("误录")));
    XUEJI_OK(redo(desk.office(), *back, QStringLiteral("撤销有误")));
    QCOMPARE(desk.row(child).classId, *first);
    QVERIFY(!placeStudent(desk.office(), {child, *second, QDate(2024, 9, 6), {}, {}}));
    QCOMPARE(desk.damage(), QString());
  }

  /// A large class in its first grade: the protocol of the draw and the approval, both with the one act.
  void twoPapersMeetTwoRules() {
    TestRegister desk;
    const auto first = makeOne(desk, 1);
    constexpr int kLimit = 45;
    for (int child = 1; child <= kLimit; ++child)
      XUEJI_OK(placeBy(desk, desk.enrolChild(child), *first));
    const qint64 last = desk.enrolChild(kLimit + 1);
    Findings why;
    QVERIFY(!placeStudent(desk.office(), {last, *first, QDate(2024, 9, 1), {}, {}}, &why));
    QCOMPARE(codesOf(why, false), QStringLiteral("C01 C06"));
    QVERIFY(!placeBy(desk, last, *first));
    QVERIFY(!placeBy(desk, last, *first, "large_class_approval"));
    const auto both = placeStudent(
        desk.office(),
        {last, *first, QDate(2024, 9, 1), {}, {paperOf("draw_protocol"), paperOf("large_class_approval")}});
    XUEJI_OK(both);
    QCOMPARE(desk.store().tables().acts().byId(*both)->value().papers.size(), 2);
  }

  void aLargeClassIsCountedOnTheFirstDayInIt() {
    TestRegister desk;
    const auto early = makeOne(desk, 1, QDate(2024, 9, 1));
    const auto late = makeOne(desk, 2, QDate(2024, 10, 1));
    XUEJI_OK(late);
    constexpr int kLimit = 45;
    for (int child = 1; child <= kLimit; ++child) {
      const qint64 id = desk.enrolChild(child);
      XUEJI_OK(placeBy(desk, id, *late, "draw_protocol", QDate(2024, 10, 1)));
    }
    Enrolment enrolment;
    enrolment.record = madeChild(kLimit + 1, 2024);
    enrolment.entryYear = 2024;
    enrolment.effective = QDate(2024, 9, 1);
    enrolment.classId = *late;
    enrolment.papers = {paperOf("draw_protocol")};
    Findings why;
    QVERIFY(!enrol(desk.office(), enrolment, &why)); // on 1 September nobody is in it yet
    QVERIFY(codesOf(why, false).contains(QStringLiteral("C01")));
    enrolment.classId = *early;
    XUEJI_OK(enrol(desk.office(), enrolment));
  }

  void twoClassesAreNeverCalledAlike_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"1班", "２班", "三班", "一年级1班", "2024级1班", "101班", "向阳\n班"})
      QTest::newRow(name) << QString::fromUtf8(name);
  }
  void twoClassesAreNeverCalledAlike() {
    QFETCH(QString, name);
    TestRegister desk;
    const auto made = makeClass(desk.office(), {Stage::Primary, 2024, 0, ClassKind::Ordinary}, {name, {}, 0});
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::ValueInvalid);
  }

  void whatLetsTwoClassesMeetIsRefused() {
    TestRegister desk;
    const auto code = [](const auto& result) { return result ? ErrorCode::Internal : result.error().code; };
    const auto named = [&](const char* name, const QDate& day) {
      return makeClass(desk.office(), {Stage::Primary, 2024, 0, ClassKind::Ordinary}, {QString::fromUtf8(name), {}, 0},
                       day);
    };
    const auto sun = named("向阳班", QDate(2024, 9, 1));
    XUEJI_OK(sun);
    QCOMPARE(code(named(" 向阳 班", QDate(2024, 9, 1))), ErrorCode::ClassExists);
    const auto moon = named("月亮班", QDate(2024, 9, 1));
    XUEJI_OK(moon);
    QCOMPARE(code(changeClass(desk.office(), *moon, {QStringLiteral("向阳班"), {}, 0}, {})), ErrorCode::ClassExists);
    // In between only: to another name later, to a taken one for the time until then.
    XUEJI_OK(changeClass(desk.office(), *moon, {QStringLiteral("星星班"), {}, 0}, QDate(2024, 10, 1)));
    QCOMPARE(code(changeClass(desk.office(), *moon, {QStringLiteral("向阳班"), {}, 0}, QDate(2024, 9, 5))),
             ErrorCode::ClassExists);
    // Closed, made anew, and the closing taken back or done again.
    const auto closed = closeClass(desk.office(), *sun, QDate(2024, 9, 10), QStringLiteral("并班"));
    XUEJI_OK(closed);
    XUEJI_OK(named("向阳班", QDate(2024, 9, 10)));
    QCOMPARE(code(voidAct(desk.office(), *closed, QStringLiteral("误录"))), ErrorCode::ClassExists);
    const auto over = closeClass(desk.office(), *moon, QDate(2024, 9, 10), {});
    XUEJI_OK(over);
    XUEJI_OK(voidAct(desk.office(), *over, QStringLiteral("误录")));
    XUEJI_OK(placeBy(desk, desk.enrolChild(1), *moon, "draw_protocol", QDate(2024, 9, 12)));
    QCOMPARE(code(redo(desk.office(), *over, QStringLiteral("撤销有误"))), ErrorCode::ClassNotEmpty);
    // Two in one call.
    QList<Judged> both;
    for (int copy = 0; copy < 2; ++copy) {
      auto judged =
          judge(desk.office(), classWish({Stage::Primary, 2024, 7, ClassKind::Ordinary}, {}, QDate(2024, 9, 1)));
      XUEJI_OK(judged);
      both << std::move(*judged);
    }
    QCOMPARE(code(performAll(desk.office(), Batch{}, both)), ErrorCode::ClassExists);
    QCOMPARE(desk.damage(), QString());
  }

  /// What is replaced on its own first day was no stay: it keeps no class open.
  void aPlacementReplacedOnItsDayHoldsNoClass() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const auto first = makeOne(desk, 1);
    const auto second = makeOne(desk, 2);
    XUEJI_OK(placeBy(desk, child, *first, "draw_protocol", QDate(2024, 9, 10)));
    XUEJI_OK(placeBy(desk, child, *second, "class_change_approval", QDate(2024, 9, 10)));
    XUEJI_OK(closeClass(desk.office(), *first, QDate(2024, 9, 10), {}));
    QCOMPARE(desk.damage(), QString());
  }

  void aMovedEnrolmentTakesItsClassAlong() {
    TestRegister desk;
    const auto late = makeOne(desk, 1, QDate(2024, 9, 5));
    XUEJI_OK(late);
    Enrolment enrolment;
    enrolment.record = madeChild(1, 2024);
    enrolment.entryYear = 2024;
    enrolment.effective = QDate(2024, 9, 1);
    enrolment.classId = *late;
    enrolment.papers = {paperOf("draw_protocol")};
    const auto entered = enrol(desk.office(), enrolment);
    XUEJI_OK(entered);
    const qint64 child = entered->student;
    QCOMPARE(PlacementFact::on(desk.chains(child), QStringLiteral("2024-09-05")), *late);
    for (const auto& [day, first] : {std::pair("2024-09-08", "2024-09-08"), std::pair("2024-09-02", "2024-09-05")}) {
      const QDate to = QDate::fromString(QLatin1String(day), Qt::ISODate);
      XUEJI_OK(redate(desk.office(), child, to, QStringLiteral("误录")));
      const Chains chains = desk.chains(child);
      QCOMPARE(chains.first(PlacementFact::fact().key)->from, QLatin1String(first));
      QCOMPARE(desk.damage(), QString());
    }
  }

  /// The stage before is left on the day of the move up, be the class of the next stage open by then or not.
  void aMovedMoveUpLeavesTheClassBefore() {
    TestRegister desk;
    XUEJI_OK(addJuniorStage(desk));
    const qint64 child = desk.enrolChild(1);
    const auto primary = makeOne(desk, 1);
    XUEJI_OK(placeBy(desk, child, *primary));
    desk.turnTo(QDate(2030, 9, 3));
    const auto junior = makeClass(desk.office(), {Stage::Junior, 2030, 1, ClassKind::Ordinary}, {}, QDate(2030, 9, 1));
    XUEJI_OK(junior);
    MoveUp up{child,
              Stage::Junior,
              2030,
              QDate(2030, 8, 25),
              {},
              *junior,
              OutcomeFact{Stage::Primary, StageResult::Graduated, {}, {}},
              {},
              {paperOf("draw_protocol")}};
    up.papers.first().issued = QDate(2030, 8, 20);
    up.record.setValue(Field::EntryMonth, QStringLiteral("2030-09"));
    up.record.setValue(Field::EntryMode, QStringLiteral("11"));
    Findings why;
    const auto act = moveUp(desk.office(), up, &why);
    QVERIFY2(act, qPrintable(act ? QString() : textOf(act.error()) + codesOf(why)));
    struct Step {
      const char* day;
      const char* leaves; // the primary class
      const char* enters; // the junior one
    };
    for (const Step& step :
         {Step{"2030-09-01", "2030-09-01", "2030-09-01"}, Step{"2030-08-20", "2030-08-20", "2030-09-01"},
          Step{"2030-09-03", "2030-09-03", "2030-09-03"}, Step{"2030-08-25", "2030-08-25", "2030-09-01"}}) {
      const QDate day = QDate::fromString(QLatin1String(step.day), Qt::ISODate);
      XUEJI_OK(redate(desk.office(), child, day, QStringLiteral("误录")));
      const Chains chains = desk.chains(child);
      const auto classOn = [&](const QDate& on) { return PlacementFact::on(chains, on.toString(Qt::ISODate)); };
      const QDate leaves = QDate::fromString(QLatin1String(step.leaves), Qt::ISODate);
      const QDate enters = QDate::fromString(QLatin1String(step.enters), Qt::ISODate);
      QCOMPARE(classOn(leaves.addDays(-1)), *primary);
      QCOMPARE(classOn(enters), *junior);
      if (leaves < enters)
        QCOMPARE(classOn(leaves), 0);
      QCOMPARE(chains.seen(OutcomeFact::fact().key).last().from, day.addDays(-1).toString(Qt::ISODate));
      QCOMPARE(desk.damage(), QString());
    }
  }

  void theTimelineNamesTheClass() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const auto first = makeOne(desk, 1);
    XUEJI_OK(placeBy(desk, child, *first));
    const auto timeline = timelineOf(desk.office(), Subject::student(child));
    XUEJI_OK(timeline);
    QCOMPARE(timeline->first().kindName, QStringLiteral("分班"));
    const auto changes = timeline->first().changes;
    const auto change =
        std::find_if(changes.begin(), changes.end(), [](const ActChange& one) { return one.item == u"class"; });
    QVERIFY(change != changes.end());
    QCOMPARE(change->before, QString());
    QCOMPARE(change->after, QStringLiteral("2024级1班")); // told of a past year too
  }

  void aChildGoesOnToTheNextStageUnderItsNumber() {
    TestRegister desk;
    XUEJI_OK(addJuniorStage(desk));
    const qint64 child = desk.enrolChild(1);
    const auto first = makeOne(desk, 1);
    XUEJI_OK(placeBy(desk, child, *first));
    const StudentRow before = desk.row(child);
    desk.turnTo(QDate(2030, 8, 20));
    MoveUp up{child,
              Stage::Junior,
              2030,
              QDate(2030, 9, 1),
              {},
              0,
              OutcomeFact{Stage::Primary, StageResult::Graduated, QStringLiteral("2030001"), {}},
              {},
              {}};
    up.record.setValue(Field::EntryMonth, QStringLiteral("2030-09"));
    up.record.setValue(Field::EntryMode, QStringLiteral("11"));
    up.record.setValue(Field::NamePinyin, QStringLiteral("Zhuang Yi Er"));
    MoveUp wrong = up;
    wrong.stage = Stage::Senior;
    QCOMPARE(moveUp(desk.office(), wrong).error().code, ErrorCode::ValueInvalid);
    Findings why;
    const auto act = moveUp(desk.office(), up, &why);
    QVERIFY2(act, qPrintable(act ? QString() : textOf(act.error()) + codesOf(why)));
    QCOMPARE(desk.row(child).stage, Stage::Primary);
    desk.turnTo(QDate(2030, 9, 1));
    const StudentRow after = desk.row(child);
    QCOMPARE(after.stage, Stage::Junior);
    QCOMPARE(after.entryYear, 2030);
    QCOMPARE(after.studentNumber, before.studentNumber);
    QCOMPARE(after.status, StudentStatus::InSchool);
    QCOMPARE(after.pinyin, QStringLiteral("Zhuang Yi Er")); // it is looked up by the reading that came with it
    QCOMPARE(after.classId, 0);
    QCOMPARE(desk.damage(), QString());
    // The timeline tells where it went; the enrolment that can be moved to another day is this one.
    const auto timeline = timelineOf(desk.office(), Subject::student(child));
    XUEJI_OK(timeline);
    QVERIFY(timeline->first().movable);
    QCOMPARE(timeline->first().beganOn, QDate(2030, 9, 1));
    QStringList told;
    for (const ActChange& change : timeline->first().changes)
      told << change.before + u'>' + change.after;
    for (const char* words : {"小学>初中", "2024级>2030级", "2024级1班>", ">小学，毕业，2030001"})
      QVERIFY2(told.contains(QString::fromUtf8(words)), qPrintable(told.join(u' ')));
    // Entered on an earlier day: two persons.
    QCOMPARE(voidAct(desk.office(), *act, QStringLiteral("误录")).error().code, ErrorCode::WitnessAlone);
    desk.addUser("李娜", Role::Principal);
    const auto taking = takingBack(desk.office(), {*act}, QStringLiteral("误录"));
    XUEJI_OK(taking);
    auto token = desk.store().accounts().witness(QStringLiteral("李娜"), password(), taking->hash);
    XUEJI_OK(token);
    XUEJI_OK(voidAct(desk.office(), *act, QStringLiteral("误录"), &*token));
    QCOMPARE(desk.row(child).stage, Stage::Primary);
    QCOMPARE(desk.row(child).classId, *first);
    QCOMPARE(desk.damage(), QString());
  }
};

QTEST_GUILESS_MAIN(TestClasses)
#include "classes_test.moc"
#include "store/accounts.h"
#include "store/tables.h"
