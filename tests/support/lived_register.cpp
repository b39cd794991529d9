#include "support/lived_register.h"

#include "domain/ledger_facts.h"
#include "register/acts.h"
#include "register/cases.h"
#include "register/class_acts.h"
#include "store/accounts.h"
#include "store/tables.h"
#include "support/made_child.h"

namespace xueji::test {

namespace {

template <class T>
T must(Result<T> result) {
  if (!result)
    qFatal("not lived: %s", qPrintable(textOf(result.error())));
  if constexpr (!std::is_void_v<T>)
    return std::move(*result);
}

/// A correction as a case that the principal approves, one that stays a draft, and an act that two persons take back.
void liveWithOthers(TestRegister& desk, qint64 student, qint64 act) {
  Correction wish;
  wish.student = student;
  wish.values = {{Field::Talents, QStringLiteral("合唱")}};
  wish.ground = QStringLiteral("班主任核实");
  const qint64 approved = must(openCase(desk.office(), correctionWish(desk.office(), wish)));
  wish.values = {{Field::Talents, QStringLiteral("待定")}};
  must(openCase(desk.office(), correctionWish(desk.office(), wish),
                {{QStringLiteral("approve"), Role::Principal, {}, {}, 0}}));
  must(handOver(desk.office(), approved));
  desk.signIn(QStringLiteral("李娜"));
  const QByteArray seen = must(reviewCase(desk.office(), approved)).hash;
  must(approveCase(desk.office(), approved, seen, QStringLiteral("同意")));
  desk.signIn(QStringLiteral("周敏"));
  must(performCase(desk.office(), approved));
  const QString reason = QStringLiteral("登记错人");
  const TakingBack taking = must(takingBack(desk.office(), {act}, reason));
  WitnessToken witness = must(desk.store().accounts().witness(QStringLiteral("李娜"), password(), taking.hash));
  must(voidAct(desk.office(), act, reason, &witness));
  desk.signIn();
}

} // namespace

void liveOnce(TestRegister& desk) {
  QList<StudentRecord> children;
  for (int number = 0; number < 6; ++number)
    children << madeChild(number);
  const qint64 batch = desk.import(desk.writeCsv(QStringLiteral("a.csv"), linesOf(children))).batch;
  const auto acts = desk.store().tables().acts().ofBatch(batch);
  const auto child = [&](int at) { return acts->at(at).subject.id; };
  const auto correction = [&](qint64 student, Field field, const QString& value, const QDate& day, bool slip = false) {
    Correction wish;
    wish.student = student;
    wish.revision = desk.row(student).revision;
    wish.values = {{field, value}};
    wish.effective = day;
    wish.typingError = slip;
    wish.ground = QStringLiteral("家长告知");
    return must(correct(desk.office(), wish));
  };
  correction(child(0), Field::CurrentAddress, QStringLiteral("新址1号"), QDate(2024, 9, 5));
  const qint64 voided = correction(child(0), Field::Phone, QStringLiteral("15000001111"), QDate(2024, 9, 3));
  correction(child(1), Field::Talents, QStringLiteral("书法"), QDate(2024, 9, 8), true);
  const qint64 wrong = correction(child(4), Field::Talents, QStringLiteral("象棋"), QDate(2024, 9, 6));
  correction(child(1), Field::NamePinyin, QStringLiteral("Qiu Zibo"), QDate(2024, 12, 1));
  must(voidAct(desk.office(), voided, QStringLiteral("错")));
  must(redo(desk.office(), voided, QStringLiteral("没错")));
  must(issueNumber(desk.office(), child(2), QLatin1Char('G') + madeChild(2).value(Field::IdDocumentNumber),
                   QDate(2024, 9, 4), QStringLiteral("下发")));
  must(redate(desk.office(), child(3), QDate(2024, 9, 3), QStringLiteral("实际报到")));
  must(recordPaperSeen(
      desk.office(), child(4),
      {QStringLiteral("collection_form"), QStringLiteral("3号"), QStringLiteral("镇政府"), {}, QDate(2024, 8, 1), {}}));
  must(withdrawPaper(desk.office(), child(4), PaperFact::standing(desk.chains(child(4)), kLastDay).first().id,
                     QStringLiteral("退回")));
  must(voidAct(desk.office(), acts->at(5).id, QStringLiteral("重复")));
  const qint64 second =
      desk.import(desk.writeCsv(QStringLiteral("b.csv"), linesOf({madeChild(20), madeChild(21)}))).batch;
  must(undoBatch(desk.office(), second));
  const auto classOf = [&](int number) {
    return must(makeClass(desk.office(), {Stage::Primary, 2024, number, ClassKind::Ordinary},
                          {{}, QStringLiteral("王老师"), 45}, QDate(2024, 9, 1)));
  };
  const qint64 one = classOf(1);
  const qint64 two = classOf(2);
  const qint64 three = classOf(3);
  const auto placed = [&](int at, qint64 where, const QDate& day, const char* paper) {
    must(placeStudent(desk.office(), {child(at),
                                      where,
                                      day,
                                      QStringLiteral("分班"),
                                      {{QString::fromLatin1(paper),
                                        QStringLiteral("1号"),
                                        QStringLiteral("县教育局"),
                                        QStringLiteral("county"),
                                        QDate(2024, 8, 30),
                                        {}}}}));
  };
  placed(0, one, QDate(2024, 9, 2), "draw_protocol");
  placed(1, two, QDate(2024, 9, 2), "draw_protocol");
  placed(1, one, QDate(2024, 9, 6), "class_change_approval");
  must(changeClass(desk.office(), two, {QStringLiteral("向阳班"), QStringLiteral("李老师"), 40}, QDate(2024, 9, 9)));
  must(closeClass(desk.office(), three, QDate(2024, 9, 9), QStringLiteral("未满员")));
  SchoolProfile school = desk.store().school();
  school.system = SchoolSystem({Stage::Primary, Stage::Junior});
  must(setSchool(desk.office(), school, QDate(2024, 9, 1)));
  MoveUp up;
  up.student = child(2);
  up.cohort = 2025;
  up.outcome =
      OutcomeFact{Stage::Primary, StageResult::Graduated, QStringLiteral("2025001"), QStringLiteral("2025-07-05")};
  up.record.setValue(Field::EntryMonth, QStringLiteral("2025-09"));
  up.record.setValue(Field::EntryMode, QStringLiteral("11"));
  must(moveUp(desk.office(), up));
  school.principal = QStringLiteral("新校长");
  must(setSchool(desk.office(), school));
  const QJsonObject usualMonth{{QStringLiteral("usualMonth"), 8}};
  const QJsonObject settings{
      {QStringLiteral("rules"),
       QJsonObject{{QStringLiteral("E20"), QJsonObject{{QStringLiteral("parameters"), usualMonth}}}}}};
  must(setRules(desk.office(), settings, {}));
  desk.addUser("李娜", Role::Principal);
  desk.addUser("周敏", Role::Registrar);
  liveWithOthers(desk, child(2), wrong);
  desk.addUser("赵丽", Role::Helper);
  must(desk.store().accounts().remove(QStringLiteral("赵丽")));
  must(readStudentFile(desk.office(), child(0), QStringLiteral("看")));
}

} // namespace xueji::test
