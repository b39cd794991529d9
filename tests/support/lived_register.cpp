#include "support/lived_register.h"

#include "domain/ledger_facts.h"
#include "register/acts.h"
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

} // namespace

void liveOnce(TestRegister& desk) {
  QList<StudentRecord> children;
  for (int number = 0; number < 6; ++number)
    children << madeChild(number);
  const qint64 batch = desk.import(desk.writeCsv(QStringLiteral("a.csv"), linesOf(children))).batch;
  const auto acts = desk.store().acts().ofBatch(batch);
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
  SchoolProfile school = desk.store().school();
  school.principal = QStringLiteral("新校长");
  must(setSchool(desk.office(), school));
  const QJsonObject usualMonth{{QStringLiteral("usualMonth"), 8}};
  const QJsonObject settings{
      {QStringLiteral("rules"),
       QJsonObject{{QStringLiteral("E20"), QJsonObject{{QStringLiteral("parameters"), usualMonth}}}}}};
  must(setRules(desk.office(), settings, {}));
  desk.addUser("李娜", Role::Principal);
  desk.addUser("赵丽", Role::Helper);
  must(desk.store().removeUser(QStringLiteral("赵丽")));
  must(readStudentFile(desk.office(), child(0), QStringLiteral("看")));
}

} // namespace xueji::test
