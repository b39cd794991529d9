// Every role at every reader: what it is given whole, masked or not at all; what it may change, void and take out.

#include "register/accounts.h"
#include "register/leaving.h"
#include "register/log_view.h"
#include "register/register_check.h"
#include "register/roll.h"
#include "register/roster_list.h"
#include "register/search_index.h"
#include "register/student_list.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

const QString kPerson = QStringLiteral("钱进");
const QString kHealthGround = QStringLiteral("体检发现");
const QString kAidGround = QStringLiteral("家庭经济困难");
constexpr auto kOtherHealth = "30";
/// One item of each group that differs from role to role.
const QList<Field> kLooked{Field::IdDocumentNumber, Field::StudentNumber, Field::Phone,        Field::CurrentAddress,
                           Field::Health,           Field::AidRequested,  Field::Member1Phone, Field::HouseholdKind};

void eachRole() {
  QTest::addColumn<int>("role");
  for (const Role role : {Role::Registrar, Role::Principal, Role::Helper, Role::Nurse, Role::AidOfficer, Role::Auditor})
    QTest::addRow("%s", qPrintable(toKey(role))) << int(role);
}

/// A register with one child whose health and aid were corrected by the registrar; then somebody else signs in.
struct Desk {
  TestRegister desk;
  qint64 child = 0;
  qint64 healthAct = 0;
  qint64 aidAct = 0;
  StudentRow whole;
  qint64 revision = 0;

  explicit Desk(Role role) {
    child = desk.enrolChild(1);
    healthAct = must(changed(Field::Health, QString::fromLatin1(kOtherHealth), kHealthGround));
    aidAct = must(changed(Field::AidRequested, QStringLiteral("1"), kAidGround));
    whole = desk.row(child);
    revision = whole.revision;
    if (role != Role::Registrar) {
      desk.addUser("钱进", role);
      desk.signIn(kPerson);
    }
  }

  static qint64 must(const Result<qint64>& act) {
    if (!act)
      qFatal("not corrected: %s", qPrintable(textOf(act.error())));
    return *act;
  }

  Result<qint64> changed(Field field, const QString& value, const QString& ground = {}) {
    Correction wish;
    wish.student = child;
    wish.revision = revision != 0 ? revision : desk.row(child).revision;
    wish.values = {{field, value}};
    wish.ground = ground;
    return correct(desk.office(), wish);
  }

  /// "whole", "masked" or "none" of each field looked at.
  QString waysOf(const StudentRow& seen) const {
    QStringList ways;
    for (const Field field : kLooked) {
      const QString& value = seen.record.value(field);
      const QString way = value == whole.record.value(field) ? QStringLiteral("whole")
                          : value.isEmpty()                  ? QStringLiteral("none")
                          : value.contains(QLatin1Char('*')) ? QStringLiteral("masked")
                                                             : value;
      ways << way;
    }
    return ways.join(QLatin1Char(' '));
  }
};

/// identity number, student number, phone, address, health, aid, phone of the family, kind of household
QString expectedWays(Role role) {
  switch (role) {
  case Role::Registrar:
  case Role::Principal:
    return QStringLiteral("whole whole whole whole whole whole whole whole");
  case Role::Helper:
    return QStringLiteral("masked masked masked masked none none masked whole");
  case Role::Nurse:
    return QStringLiteral("masked masked whole whole whole none whole none");
  case Role::AidOfficer:
    return QStringLiteral("whole whole whole whole none whole whole whole");
  case Role::Auditor:
    break;
  }
  return {};
}

} // namespace

class ReadersTest : public QObject {
  Q_OBJECT

private slots:
  void aListGivesWhatMayBeSeen_data() { eachRole(); }
  void aListGivesWhatMayBeSeen() {
    QFETCH(int, role);
    Desk office{Role(role)};
    StudentList list(office.desk.office());
    const auto page = list.page({}, 0, 10);
    if (Role(role) == Role::Auditor) {
      QCOMPARE(page.error().code, ErrorCode::RoleForbids);
      QCOMPARE(list.count({}).error().code, ErrorCode::RoleForbids);
      QCOMPARE(list.open({}, kLooked).error().code, ErrorCode::RoleForbids);
      QCOMPARE(list.byId(office.child).error().code, ErrorCode::RoleForbids);
      QCOMPARE(list.cohorts().error().code, ErrorCode::RoleForbids);
      QCOMPARE(findStudents(office.desk.office(), {}).error().code, ErrorCode::RoleForbids);
      return;
    }
    XUEJI_OK(page);
    QCOMPARE(office.waysOf(page->first()), expectedWays(Role(role)));
    QCOMPARE(office.waysOf(**list.byId(office.child)), expectedWays(Role(role)));
    XUEJI_OK(list.forEach({}, [&](const StudentRow& row) {
      [&] { QCOMPARE(office.waysOf(row), expectedWays(Role(role))); }();
      return true;
    }));
    const auto found = findStudents(office.desk.office(), office.whole.record.value(Field::Name));
    XUEJI_OK(found);
    QCOMPARE(office.waysOf(found->first()), expectedWays(Role(role)));
    QCOMPARE(found->first().studentNumber, found->first().record.value(Field::StudentNumber));
  }

  void aRecordGivesWhatMayBeSeen_data() { eachRole(); }
  void aRecordGivesWhatMayBeSeen() {
    QFETCH(int, role);
    Desk office{Role(role)};
    const auto file = readStudentFile(office.desk.office(), office.child, QStringLiteral("看"));
    if (Role(role) == Role::Auditor) {
      QCOMPARE(file.error().code, ErrorCode::RoleForbids);
      QCOMPARE(timelineOf(office.desk.office(), Subject::student(office.child)).error().code, ErrorCode::RoleForbids);
      return;
    }
    XUEJI_OK(file);
    QCOMPARE(office.waysOf(file->row), expectedWays(Role(role)));
    const bool wholeNumber = expectedWays(Role(role)).section(QLatin1Char(' '), 1, 1) == QLatin1String("whole");
    QCOMPARE(file->numbers.first().value == office.whole.studentNumber, wholeNumber);
    const bool papers = Role(role) == Role::Registrar || Role(role) == Role::Principal || Role(role) == Role::Helper;
    QCOMPARE(file->papersSeen, papers);
    QCOMPARE(file->openPoints.isEmpty(), !papers);
    // Newest first: aid, health, enrolment. Of what may not be seen the item is named, not its values nor the ground.
    const TimelineEntry& aid = file->timeline.at(0);
    const TimelineEntry& health = file->timeline.at(1);
    QVERIFY(!file->timeline.at(2).withheld); // the enrolment brings every item along and tells of itself
    for (const ActChange& change : file->timeline.at(2).changes)
      if (const auto field = catalogue().byId(change.item); field == Field::Health || field == Field::AidRequested)
        QCOMPARE(change.withheld, expectedWays(Role(role)).split(QLatin1Char(' '))[field == Field::Health ? 4 : 5] !=
                                      QLatin1String("whole"));
    const QStringList ways = expectedWays(Role(role)).split(QLatin1Char(' '));
    const std::tuple<const TimelineEntry&, QString, QString> entries[] = {{health, ways[4], kHealthGround},
                                                                          {aid, ways[5], kAidGround}};
    for (const auto& [entry, way, ground] : entries) {
      const bool seen = way == QLatin1String("whole");
      QCOMPARE(entry.withheld, !seen);
      QCOMPARE(entry.act.ground, seen ? ground : QString());
      QCOMPARE(entry.changes.size(), 1);
      QVERIFY(!entry.changes.first().item.isEmpty());
      QCOMPARE(entry.changes.first().withheld, !seen);
      QCOMPARE(entry.changes.first().after.isEmpty(), !seen);
    }
  }

  /// Every made child warns of its region code (N22); this one's number tells another birth date too (N03), and the
  /// other sex (N04).
  void findingsTellNoPartOfANumberThatIsMasked_data() { eachRole(); }
  void findingsTellNoPartOfANumberThatIsMasked() {
    QFETCH(int, role);
    if (Role(role) == Role::Auditor)
      return;
    Desk office{Role(role)};
    StudentRecord other = madeChild(2);
    const QString number = other.value(Field::IdDocumentNumber);
    const QString born = other.value(Field::BirthDate);
    other.setValue(Field::BirthDate, QStringLiteral("2017-01-31"));
    const bool isGirl = other.value(Field::Sex) == u"2";
    other.setValue(Field::Sex, isGirl ? QStringLiteral("1") : QStringLiteral("2"));
    const QString inside = QStringLiteral("第17位表示") + (isGirl ? QStringLiteral("女") : QStringLiteral("男"));
    const bool whole = expectedWays(Role(role)).startsWith(QStringLiteral("whole"));
    office.desk.signIn();
    office.desk.enrolAll({other});
    if (Role(role) != Role::Registrar)
      office.desk.signIn(kPerson);
    const auto checked = checkRegister(office.desk.office());
    XUEJI_OK(checked);
    const qint64 child = checked->last().student;
    QVERIFY(child != office.child);
    const auto file = readStudentFile(office.desk.office(), child, {});
    XUEJI_OK(file);
    const std::pair<const char*, Findings> places[] = {{"check", checked->last().findings}, {"record", file->findings}};
    for (const auto& [place, findings] : places) {
      QString told;
      for (const Finding& finding : findings)
        told += ruleBook().sentence(finding, Language::Chinese);
      QCOMPARE(codesOf(findings), QStringLiteral("N03 N04 N22"));
      QVERIFY2(told.contains(inside) == whole, qPrintable(told));
      QVERIFY2(told.contains(number.left(6)) == whole, place);
      QVERIFY2(told.contains(born) == whole, place);
      QVERIFY2(told.contains(QStringLiteral("2017-01-31")), place); // the record's own, which is not masked
      QVERIFY2(!told.contains(number), place);
    }
    // The act of the first child's enrolment keeps what was found at it.
    const auto first = readStudentFile(office.desk.office(), office.child, {});
    XUEJI_OK(first);
    const Findings kept = first->timeline.last().act.findings;
    QCOMPARE(codesOf(kept), QStringLiteral("N22"));
    const QString region = office.whole.record.value(Field::IdDocumentNumber).left(6);
    QCOMPARE(ruleBook().sentence(kept.first(), Language::Chinese).contains(region), whole);
  }

  void whoMayNotImportIsNotToldOfTheRoster_data() { eachRole(); }
  void whoMayNotImportIsNotToldOfTheRoster() {
    QFETCH(int, role);
    Desk office{Role(role)};
    const QString file = office.desk.writeCsv(QStringLiteral("roster.csv"), linesOf({madeChild(1), madeChild(2)}));
    const auto plan = office.desk.plan(file);
    QCOMPARE(plan.has_value(), Role(role) == Role::Registrar);
    if (!plan)
      QCOMPARE(plan.error().code, ErrorCode::RoleForbids);
  }

  /// Before anything is planned, and before a second person is asked.
  void rightsAreAskedFirst() {
    Desk office(Role::Helper);
    Office& desk = office.desk.office();
    const Error forbids{ErrorCode::RoleForbids, {toKey(Role::Helper), QStringLiteral("change_records")}};
    QCOMPARE(takingBack(desk, {office.healthAct}, QStringLiteral("写错")).error(), forbids);
    QCOMPARE(voidAct(desk, office.healthAct, QStringLiteral("写错")).error(), forbids);
    QCOMPARE(takingBackBatch(desk, 99).error().code, ErrorCode::RoleForbids);
    const QJsonObject wrong{{QStringLiteral("rule"), QJsonObject()}};
    QCOMPARE(setRules(desk, wrong, {}).error().code, ErrorCode::RoleForbids);
    Correction none;
    none.student = 99;
    QCOMPARE(correct(desk, none).error().code, ErrorCode::RoleForbids);
  }

  void aGroupIsAskedBeforeTheWitness() {
    Desk office(Role::Nurse);
    XUEJI_OK(takingBack(office.desk.office(), {office.healthAct}, QStringLiteral("写错")));
    QCOMPARE(takingBack(office.desk.office(), {office.aidAct}, QStringLiteral("写错")).error().code,
             ErrorCode::RoleForbids);
  }

  void oneFindsByWhatMayBeSeenWhole_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("by");
    QTest::newRow("registrar") << int(Role::Registrar) << "name number identity phone";
    QTest::newRow("principal") << int(Role::Principal) << "name number identity phone";
    QTest::newRow("helper") << int(Role::Helper) << "name";
    QTest::newRow("nurse") << int(Role::Nurse) << "name phone";
    QTest::newRow("aid officer") << int(Role::AidOfficer) << "name number identity phone";
  }
  void oneFindsByWhatMayBeSeenWhole() {
    QFETCH(int, role);
    QFETCH(QString, by);
    Desk office{Role(role)};
    SearchIndex index;
    XUEJI_OK(index.build(office.desk.office()));
    StudentList list(office.desk.office());
    const StudentRecord& record = office.whole.record;
    const std::pair<const char*, QString> typed[] = {{"name", record.value(Field::Name)},
                                                     {"number", office.whole.studentNumber},
                                                     {"identity", record.value(Field::IdDocumentNumber)},
                                                     {"phone", record.value(Field::Phone)}};
    QStringList inIndex, inList, found;
    for (const auto& [name, text] : typed) {
      StudentQuery query;
      query.text = text;
      if (!index.search(text, 5).isEmpty())
        inIndex << QString::fromLatin1(name);
      if (list.count(query).value_or(-1) == 1)
        inList << QString::fromLatin1(name);
      if (findStudents(office.desk.office(), text)->size() == 1)
        found << QString::fromLatin1(name);
    }
    QCOMPARE(inIndex.join(QLatin1Char(' ')), by);
    QCOMPARE(inList.join(QLatin1Char(' ')), by);
    QCOMPARE(found.join(QLatin1Char(' ')), by);
    const QString shown = index.search(record.value(Field::Name), 5).first().studentNumber;
    QCOMPARE(shown == office.whole.studentNumber, by.contains(QStringLiteral("number")));
  }

  void sortingByANumberNeedsIt() {
    Desk office(Role::Helper);
    StudentQuery query;
    query.sort = StudentSort::IdentityNumber;
    QCOMPARE(StudentList(office.desk.office()).allowed(query).sort, StudentSort::Name);
    office.desk.signIn();
    QCOMPARE(StudentList(office.desk.office()).allowed(query).sort, StudentSort::IdentityNumber);
  }

  void theAuditorReadsNamesOfItemsNotValues() {
    Desk office(Role::Auditor);
    const auto lines = logPage(office.desk.office(), 0, 100);
    XUEJI_OK(lines);
    QString text;
    for (const LogLine& line : *lines)
      text += QStringList{line.who, line.object, line.detail}.join(QLatin1Char('|')) + QLatin1Char('\n');
    QVERIFY2(text.contains(QStringLiteral("student:1|correct 健康状况")), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("seal=")));
    for (const FieldDefinition& field : catalogue().all()) {
      const QString& value = office.whole.record.value(field.field);
      if (value.size() > 3 && field.kind != FieldKind::SchoolCode && field.kind != FieldKind::Month)
        QVERIFY2(!text.contains(value), qPrintable(field.id));
    }
    QVERIFY(!text.contains(kHealthGround));
    SearchIndex index;
    QCOMPARE(index.build(office.desk.office()).error().code, ErrorCode::RoleForbids);
    QCOMPARE(itemOn(office.desk.office(), Field::Health, QDate(2024, 9, 10)).error().code, ErrorCode::RoleForbids);
  }

  void whoReadsTheLogAndTheAccounts_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("log");
    QTest::addColumn<int>("accounts");
    QTest::newRow("registrar") << int(Role::Registrar) << false << 1;
    QTest::newRow("principal") << int(Role::Principal) << true << 2;
    QTest::newRow("helper") << int(Role::Helper) << false << 1;
    QTest::newRow("nurse") << int(Role::Nurse) << false << 1;
    QTest::newRow("auditor") << int(Role::Auditor) << true << 2;
  }
  void whoReadsTheLogAndTheAccounts() {
    QFETCH(int, role);
    QFETCH(bool, log);
    QFETCH(int, accounts);
    Desk office{Role(role)};
    QCOMPARE(logPage(office.desk.office(), 0, 5).has_value(), log);
    const auto seen = accountsOf(office.desk.office());
    XUEJI_OK(seen);
    QCOMPARE(seen->size(), accounts);
    QCOMPARE(seen->last().id, office.desk.store().user().id);
  }

  void anItemOfAPastDayNeedsItsRight_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("way");
    const auto row = [](const char* name, Role role, Field field, const char* way) {
      QTest::newRow(name) << int(role) << int(field) << way;
    };
    row("nurse, health", Role::Nurse, Field::Health, "whole");
    row("nurse, aid", Role::Nurse, Field::AidRequested, "none");
    row("helper, phone", Role::Helper, Field::Phone, "masked");
    row("principal, phone", Role::Principal, Field::Phone, "whole");
  }
  void anItemOfAPastDayNeedsItsRight() {
    QFETCH(int, role);
    QFETCH(int, field);
    QFETCH(QString, way);
    Desk office{Role(role)};
    const auto values = itemOn(office.desk.office(), Field(field), QDate(2024, 9, 10));
    QCOMPARE(values.has_value(), way != QLatin1String("none"));
    if (!values)
      return;
    const QString value = values->value(office.child);
    QCOMPARE(value.contains(QLatin1Char('*')), way == QLatin1String("masked"));
    QCOMPARE(value == office.whole.record.value(Field(field)), way == QLatin1String("whole"));
  }

  void whoMayUnmask_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("identity");
    QTest::addColumn<bool>("phone");
    QTest::newRow("registrar") << int(Role::Registrar) << true << true;
    QTest::newRow("principal") << int(Role::Principal) << true << true;
    QTest::newRow("helper") << int(Role::Helper) << false << false;
    QTest::newRow("nurse") << int(Role::Nurse) << false << true;
    QTest::newRow("aid officer") << int(Role::AidOfficer) << true << true;
    QTest::newRow("auditor") << int(Role::Auditor) << false << false;
  }
  void whoMayUnmask() {
    QFETCH(int, role);
    QFETCH(bool, identity);
    QFETCH(bool, phone);
    Desk office{Role(role)};
    const auto may = [&](Field field) {
      return logUnmasking(office.desk.office(), office.child, field, QStringLiteral("核对"));
    };
    QCOMPARE(may(Field::IdDocumentNumber).has_value(), identity);
    QCOMPARE(may(Field::Phone).has_value(), phone);
    if (!identity)
      QCOMPARE(may(Field::IdDocumentNumber).error(),
               (Error{ErrorCode::RoleForbids, {toKey(Role(role)), "see_whole", "identity"}}));
  }

  void anActNeedsTheRightToEachGroupItTouches_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("may");
    QTest::newRow("registrar") << int(Role::Registrar) << "health aid health+aid talents enrol number void-health undo";
    QTest::newRow("principal") << int(Role::Principal) << "";
    QTest::newRow("helper") << int(Role::Helper) << "";
    QTest::newRow("nurse") << int(Role::Nurse) << "health void-health";
    QTest::newRow("aid officer") << int(Role::AidOfficer) << "aid";
    QTest::newRow("auditor") << int(Role::Auditor) << "";
  }
  void anActNeedsTheRightToEachGroupItTouches() {
    QFETCH(int, role);
    QFETCH(QString, may);
    // Every wish on a register of its own: what one does must not stand in the way of the next.
    const auto both = [](Desk& office) -> Result<qint64> {
      Correction wish;
      wish.student = office.child;
      wish.revision = office.revision;
      wish.values = {{Field::Health, QStringLiteral("20")}, {Field::AidRequested, QStringLiteral("0")}};
      return correct(office.desk.office(), wish);
    };
    const auto enrolment = [](Desk& office) -> Result<qint64> {
      Enrolment wish;
      wish.record = madeChild(2);
      wish.entryYear = 2024;
      const auto done = enrol(office.desk.office(), wish);
      return done ? Result<qint64>(done->act) : std::unexpected(done.error());
    };
    const auto number = [](Desk& office) {
      return issueNumber(office.desk.office(), office.child,
                         QLatin1Char('G') + office.whole.record.value(Field::IdDocumentNumber), QDate(2024, 9, 10), {});
    };
    const auto undo = [](Desk& office) -> Result<qint64> {
      // Of one's own making, but for those who could not make it.
      const auto undone = undoBatch(office.desk.office(), 1);
      return undone ? Result<qint64>(1) : std::unexpected(undone.error());
    };
    const auto voided = [](Desk& office) -> Result<qint64> {
      // The registrar entered it, and is the witness of whoever else takes it back.
      const QString reason = QStringLiteral("录错");
      const auto taking = takingBack(office.desk.office(), {office.healthAct}, reason);
      if (!taking)
        return std::unexpected(taking.error());
      if (!taking->needsWitness)
        return voidAct(office.desk.office(), office.healthAct, reason);
      auto token = office.desk.store().accounts().witness(QString::fromUtf8(kRegistrar), password(), taking->hash);
      return token ? voidAct(office.desk.office(), office.healthAct, reason, &*token) : std::unexpected(token.error());
    };
    const std::pair<const char*, std::function<Result<qint64>(Desk&)>> wishes[] = {
        {"health", [](Desk& o) { return o.changed(Field::Health, QStringLiteral("20")); }},
        {"aid", [](Desk& o) { return o.changed(Field::AidRequested, QStringLiteral("0")); }},
        {"health+aid", both},
        {"talents", [](Desk& o) { return o.changed(Field::Talents, QStringLiteral("围棋")); }},
        {"enrol", enrolment},
        {"number", number},
        {"void-health", voided},
        {"undo", undo},
    };
    QStringList done;
    for (const auto& [name, wish] : wishes) {
      Desk office{Role::Registrar};
      if (QLatin1String(name) == QLatin1String("undo"))
        office.desk.enrolAll({madeChild(7)});
      const QString before = office.desk.row(office.child).record.value(Field::Health);
      if (Role(role) != Role::Registrar) {
        office.desk.addUser("钱进", Role(role));
        office.desk.signIn(kPerson);
      }
      const auto answer = wish(office);
      if (answer)
        done << QString::fromLatin1(name);
      else
        QCOMPARE(answer.error().code, ErrorCode::RoleForbids);
      if (!answer) {
        office.desk.signIn();
        QCOMPARE(office.desk.row(office.child).record.value(Field::Health), before);
      }
    }
    QCOMPARE(done.join(QLatin1Char(' ')), may);
  }

  void theTimelineOffersOnlyWhatMayBeVoided() {
    for (const auto& [role, health, aid] :
         {std::tuple(Role::Registrar, true, true), std::tuple(Role::Nurse, true, false),
          std::tuple(Role::AidOfficer, false, true), std::tuple(Role::Principal, false, false)}) {
      Desk office{role};
      const auto timeline = timelineOf(office.desk.office(), Subject::student(office.child));
      XUEJI_OK(timeline);
      QCOMPARE(timeline->at(0).undoable, aid);
      QCOMPARE(timeline->at(1).undoable, health);
    }
  }

  void whoTakesAListOut_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("masked");
    QTest::newRow("registrar") << int(Role::Registrar) << true;
    for (const Role role : {Role::Principal, Role::Helper, Role::Nurse, Role::AidOfficer, Role::Auditor})
      QTest::addRow("%s", qPrintable(toKey(role))) << int(role) << false;
  }
  void whoTakesAListOut() {
    QFETCH(int, role);
    QFETCH(bool, masked);
    Desk office{Role(role)};
    const QString file = office.desk.path(QStringLiteral("list.csv"));
    for (const QString& purpose : {QString(), QStringLiteral("核对")}) {
      const auto written = exportRoster(office.desk.office(), {}, file, purpose);
      QCOMPARE(written.has_value(), masked);
      QCOMPARE(QFile::exists(file), masked);
      if (!written)
        QCOMPARE(written.error().code, ErrorCode::RoleForbids);
    }
    QCOMPARE(logCopied(office.desk.office(), 1, {Field::Name}).has_value(), masked);
  }

  void aboveFiftyChildrenWholeNumbersNeedASecondPerson_data() {
    QTest::addColumn<int>("children");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<bool>("alone");
    QTest::newRow("fifty, whole") << 50 << true << true;
    QTest::newRow("fifty-one, whole") << 51 << true << false;
    QTest::newRow("fifty-one, masked") << 51 << false << true;
  }
  void aboveFiftyChildrenWholeNumbersNeedASecondPerson() {
    QFETCH(int, children);
    QFETCH(bool, whole);
    QFETCH(bool, alone);
    TestRegister desk;
    QList<StudentRecord> records;
    for (int number = 1; number <= children; ++number)
      records << madeChild(number);
    desk.enrolAll(records);
    const QString file = desk.path(QStringLiteral("list.csv"));
    const QString purpose = whole ? QStringLiteral("报送") : QString();
    const auto written = exportRoster(desk.office(), {}, file, purpose);
    QCOMPARE(written.has_value(), alone);
    if (alone)
      return;
    QCOMPARE(written.error().code, ErrorCode::WitnessNeeded);
    QCOMPARE(written.error().args.first(2), (QStringList{"51", "50"}));
    QVERIFY(!QFile::exists(file));
    desk.addUser("钱进", Role::Principal);
    auto token = desk.store().accounts().witness(kPerson, password(), leavingHash(purpose));
    XUEJI_OK(token);
    XUEJI_OK(exportRoster(desk.office(), {}, file, purpose, nullptr, {}, &*token));
    // Good once.
    QCOMPARE(exportRoster(desk.office(), {}, file, purpose, nullptr, {}, &*token).error().code,
             ErrorCode::WitnessSpent);
    QVERIFY(desk.logLines().contains(QStringLiteral("export students rows=51 file=list.csv witness=2 purpose=报送")));
  }

  void anOpenedListIsLoggedOnceWithGroupsAndCount() {
    Desk office(Role::Helper);
    StudentList list(office.desk.office());
    XUEJI_OK(list.open({}, {Field::Name, Field::Health, Field::Phone}));
    XUEJI_OK(list.page({}, 0, 10));
    XUEJI_OK(list.count({}));
    XUEJI_OK(list.forEach({}, [](const StudentRow&) { return true; }));
    XUEJI_OK(list.byId(office.child));
    office.desk.signIn();
    const QStringList log = office.desk.logLines().filter(QRegularExpression(QStringLiteral("^search ")));
    QCOMPARE(log, QStringList(QStringLiteral("search students groups=identity,contact count=1")));
  }
};

QTEST_GUILESS_MAIN(ReadersTest)
#include "readers_test.moc"
#include "store/accounts.h"
