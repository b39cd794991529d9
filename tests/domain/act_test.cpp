#include "domain/act.h"
#include "domain/code_table.h"

#include "domain/sex.h"

#include <QSet>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace xueji;

namespace {

/// Every value has a key and a name of its own and comes back from its key.
template <typename T>
void checkWords(const QList<T>& values, std::optional<T> (*fromKey)(const QString&)) {
  QSet<QString> keys;
  QSet<QString> names;
  for (const T value : values) {
    QVERIFY(!toKey(value).isEmpty());
    QVERIFY(!chineseName(value).isEmpty());
    QCOMPARE(fromKey(toKey(value)), std::optional(value));
    keys += toKey(value);
    names += chineseName(value);
  }
  QCOMPARE(keys.size(), values.size());
  QCOMPARE(names.size(), values.size());
  QCOMPARE(fromKey(QString()), std::nullopt);
  QCOMPARE(fromKey(u"other"_s), std::nullopt);
}

} // namespace

class TestAct : public QObject {
  Q_OBJECT

private slots:
  void everyKindOfActHasAWordOfItsOwn() {
    QSet<QString> names;
    const QList<QString> kinds{act_kind::kEnrol,     act_kind::kNumberIssued,   act_kind::kCorrect,   act_kind::kRedate,
                               act_kind::kPaperSeen, act_kind::kPaperWithdrawn, act_kind::kSetSchool, act_kind::kVoid};
    for (const QString& kind : kinds) {
      QVERIFY(isActKind(kind));
      names += actName(kind);
    }
    QCOMPARE(names.size(), kinds.size());
    QVERIFY(isActKind(u"suspend"_s)); // the rules know kinds that are not done yet
    QVERIFY(!isActKind(u"other"_s));
    QVERIFY(!isActKind(QString()));
  }

  void everyStatusComesBackFromItsKey() {
    using S = StudentStatus;
    checkWords<S>({S::InSchool, S::Suspended, S::Withdrawn, S::DroppedOut, S::Graduated, S::Completed, S::LeftEarly,
                   S::TransferredOut, S::Dead, S::SettledAbroad, S::Voided},
                  studentStatusFromKey);
  }

  void exchangeFilesHaveTheCodesOfTheStandard() {
    const CodeTables tables = CodeTables::load();
    const CodeTable* standard = tables.table(u"student_status"_s);
    for (const StudentStatus status : allStatuses())
      QCOMPARE(standard->byCode(exchangeCode(status)) != nullptr, status != StudentStatus::Voided);
    QCOMPARE(exchangeCode(StudentStatus::InSchool), u"01"_s);
    QCOMPARE(exchangeCode(StudentStatus::TransferredOut), u"10"_s);
    // 13 is 公派出国: who settles abroad for good is never exported as such.
    QCOMPARE(standard->nameOf(u"13"_s), u"公派出国"_s);
    QCOMPARE(exchangeCode(StudentStatus::SettledAbroad), u"03"_s);
    QVERIFY(!standard->find(u"出国"_s));
  }

  void everyRoleComesBackFromItsKey() {
    checkWords<Role>({Role::Registrar, Role::Principal, Role::Helper, Role::Auditor}, roleFromKey);
  }

  void keysThatFilesHoldDoNotChange() {
    QCOMPARE(QString(act_kind::kEnrol), u"enrol"_s);
    QCOMPARE(QString(act_kind::kNumberIssued), u"number_issued"_s);
    QCOMPARE(QString(act_kind::kCorrect), u"correct"_s);
    QCOMPARE(QString(act_kind::kVoid), u"void"_s);
    QCOMPARE(toKey(BatchKind::Import), u"import"_s);
    QCOMPARE(batchKindFromKey(u"undo"_s), std::optional(BatchKind::Undo));
    QCOMPARE(toKey(StudentStatus::InSchool), u"in_school"_s);
    QCOMPARE(toKey(Role::Registrar), u"registrar"_s);
    QCOMPARE(actName(act_kind::kEnrol), u"新生入学"_s);
    QCOMPARE(chineseName(StudentStatus::InSchool), u"在读"_s);
    QCOMPARE(chineseName(Role::Helper), u"经办人员"_s);
  }

  void sexesHaveTheCodesOfTheStandard() {
    QCOMPARE(toCode(Sex::Male), u"1"_s);
    QCOMPARE(toCode(Sex::Female), u"2"_s);
    QCOMPARE(sexFromCode(u"1"_s), std::optional(Sex::Male));
    QCOMPARE(sexFromCode(u"9"_s), std::optional(Sex::Unstated));
    QCOMPARE(sexFromCode(u"男"_s), std::nullopt);
    QCOMPARE(chineseName(Sex::Female), u"女"_s);
  }
};

QTEST_APPLESS_MAIN(TestAct)
#include "act_test.moc"
