// A register of an older schema is brought to steps that the program does not have yet: a made-up fact, computed from
// what children have, and a step of SQL alone.

#include "domain/ledger_facts.h"
#include "register/acts.h"
#include "register/dump.h"
#include "store/backup.h"
#include "store/migration_notice.h"
#include "store/private_copy.h"
#include "store/store_session.h"
#include "support/club_schema.h"
#include "support/made_child.h"
#include "support/sql_rows.h"
#include "support/test_register.h"

#include <QDir>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

QStringList textsOf(const QList<MigrationFinding>& findings) {
  QStringList texts;
  for (const MigrationFinding& finding : findings)
    texts << finding.check + QLatin1Char(' ') + finding.object;
  return texts;
}

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QMap<QString, QByteArray> filesOf(const QString& folder) {
  QMap<QString, QByteArray> files;
  for (const QString& name : QDir(folder).entryList(QDir::Files | QDir::Hidden))
    files.insert(name, bytesOf(QDir(folder).filePath(name)));
  return files;
}

QStringList privateCopies() {
  return QDir(QDir::tempPath()).entryList({QStringLiteral("xueji-older-*")}, QDir::Dirs | QDir::Hidden);
}

} // namespace

class MigrationTest : public QObject {
  Q_OBJECT

  const Registry m_newer = clubRegistry();
  const int m_old = test::registry().newestSchema();
  QTemporaryDir m_temporary;

  /// Three children, one with a talent, one that says it has none; signed out.
  static void live(TestRegister& desk) {
    for (int number = 1; number <= 3; ++number)
      desk.enrolChild(number);
    desk.setPastTheRules(1, Field::Talents, QStringLiteral("围棋"));
    desk.setPastTheRules(2, Field::Talents, QStringLiteral("无"));
  }
  auto open(const TestRegister& desk, const Registry& registry, Access access = Access::Write) const {
    return openAt(desk, desk.folder(), registry, access);
  }
  static Result<std::unique_ptr<RegisterStore>> openAt(const TestRegister& desk, const QString& folder,
                                                       const Registry& registry, Access access) {
    return RegisterStore::open(folder, QString::fromUtf8(kRegistrar), password(), desk.clock, registry, access);
  }
  Office officeOn(TestRegister& desk, std::unique_ptr<RegisterStore> store) const {
    return Office(std::move(store), ruleBook(), catalogue(), desk.clock, desk.random);
  }
  /// The register as it lived with the older steps, opened with the newer ones.
  Office broughtUpToDate(TestRegister& desk) const {
    live(desk);
    desk.signOut();
    auto store = open(desk, m_newer);
    if (!store)
      qFatal("not brought up to date: %s", qPrintable(textOf(store.error())));
    return officeOn(desk, std::move(*store));
  }
  static QStringList keptOf(const TestRegister& desk) {
    return QDir(desk.folder() + QStringLiteral("/backups"))
        .entryList({QStringLiteral("*-before-schema-*.xueji")}, QDir::Dirs);
  }

private slots:
  void initTestCase() { qputenv("TMPDIR", m_temporary.path().toUtf8()); }

  void eachStepIsOneActUnderASealOfItsOwn() {
    TestRegister desk;
    live(desk);
    const QStringList acts = rowsOf(desk.store().session().database(), QStringLiteral("SELECT * FROM act ORDER BY id"));
    const QStringList present =
        rowsOf(desk.store().session().database(), QStringLiteral("SELECT id, name, talents FROM student"));
    desk.signOut();
    const auto store = open(desk, m_newer);
    XUEJI_OK(store);
    const QSqlDatabase database = (*store)->session().database();
    const auto report = verify(**store);
    XUEJI_OK(report);
    QVERIFY(report->passed());
    QCOMPARE(report->schema, m_old + 2);
    QStringList now = rowsOf(database, QStringLiteral("SELECT * FROM act ORDER BY id"));
    QCOMPARE(now.size(), acts.size() + 2);
    QCOMPARE(now.mid(0, acts.size()), acts);
    const qint64 act = acts.size() + 1;
    QCOMPARE(rowsOf(database, QStringLiteral("SELECT id, kind, subject_kind, subject, day, entered_by, ground FROM act "
                                             "WHERE kind = 'migrated' ORDER BY id")),
             (QStringList{QStringLiteral("%1|migrated|school|1|%2|1|%3→%4")
                              .arg(act)
                              .arg(desk.clock.today().toString(Qt::ISODate))
                              .arg(m_old)
                              .arg(m_old + 1),
                          QStringLiteral("%1|migrated|school|1|%2|1|%3→%4")
                              .arg(act + 1)
                              .arg(desk.clock.today().toString(Qt::ISODate))
                              .arg(m_old + 1)
                              .arg(m_old + 2)}));
    QCOMPARE(rowsOf(database, QStringLiteral("SELECT id, act, voided_by, subject, day, name FROM fact_club")),
             QStringList(QStringLiteral("1|%1|0|1|2024-09-01|围棋").arg(act)));
    QCOMPARE(rowsOf(database, QStringLiteral("SELECT id, name, talents FROM student")), present);
    // The step touched the child that it made a row of.
    QCOMPARE(rowsOf(database, QStringLiteral("SELECT revision FROM student WHERE id = 1")),
             QStringList(QString::number(act)));
    const QStringList logged =
        rowsOf(database, QStringLiteral("SELECT object, detail FROM log WHERE action = 'migrated' ORDER BY id"));
    QCOMPARE(logged.size(), 2);
    for (int step = 0; step < 2; ++step)
      QVERIFY2(
          logged[step].startsWith(
              QStringLiteral("schema:%1|from=%2 acts=%3-%3 seal=").arg(m_old + 1 + step).arg(m_old).arg(act + step)),
          qPrintable(logged[step]));
    QVERIFY(!QFile::exists(desk.folder() + QStringLiteral("/register.db.upgrade")));
  }

  void whatAStepMadeIsUnderItsSeal_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("row changed") << "UPDATE fact_club SET name = '象棋'";
    QTest::newRow("row added")
        << "INSERT INTO fact_club (id, act, subject, day, name) SELECT 2, act, 3, day, name FROM fact_club";
    QTest::newRow("row deleted") << "DELETE FROM fact_club";
    QTest::newRow("act changed") << "UPDATE act SET ground = '' WHERE kind = 'migrated'";
  }
  void whatAStepMadeIsUnderItsSeal() {
    QFETCH(QString, sql);
    TestRegister desk;
    live(desk);
    const qint64 acts = desk.store().tables().acts().count().value_or(0);
    desk.signOut();
    const auto store = open(desk, m_newer);
    XUEJI_OK(store);
    QSqlQuery query((*store)->session().database());
    for (const char* trigger : {"fact_club_is_never_changed", "fact_club_is_never_deleted", "act_is_never_changed"})
      QVERIFY(query.exec(QStringLiteral("DROP TRIGGER ") + QLatin1String(trigger)));
    QVERIFY(query.exec(sql));
    query.finish();
    const auto report = verify(**store);
    XUEJI_OK(report);
    QVERIFY(std::any_of(report->faults.begin(), report->faults.end(), [&](const VerifyFault& fault) {
      return fault.check == QLatin1String("seals") && fault.object == QStringLiteral("act:%1").arg(acts + 1);
    }));
  }

  void whatCouldNotBeReadStandsAsANotice() {
    TestRegister desk;
    live(desk);
    desk.signOut();
    for (int time = 0; time < 2; ++time) { // it stands at the next sign-in as well
      const auto store = open(desk, m_newer);
      XUEJI_OK(store);
      const auto notices = migrationNotices(**store);
      XUEJI_OK(notices);
      QCOMPARE(notices->size(), 1);
      QCOMPARE(notices->first().from, m_old);
      QCOMPARE(notices->first().to, m_old + 2);
      QCOMPARE(textsOf(notices->first().found), QStringList());
      QCOMPARE(textsOf(notices->first().notes), QStringList(QStringLiteral("club student:2")));
      const auto report = verify(**store);
      XUEJI_OK(report);
      QVERIFY(report->passed());
      QCOMPARE(report->notices.size(), 1);
    }
  }

  void aRegisterWithNothingToSayHasNoNotice() {
    TestRegister desk;
    desk.enrolChild(1);
    desk.signOut();
    const auto store = open(desk, m_newer);
    XUEJI_OK(store);
    QVERIFY(migrationNotices(**store)->isEmpty());
    QVERIFY(verify(**store)->notices.isEmpty());
  }

  void nobodyWishesTheActOrTakesItBack() {
    TestRegister desk;
    live(desk);
    const qint64 acts = desk.store().tables().acts().count().value_or(0);
    desk.signOut();
    auto store = open(desk, m_newer);
    XUEJI_OK(store);
    Office office = officeOn(desk, std::move(*store));
    Wish wish;
    wish.kind = act_kind::kMigrated;
    wish.subject = Subject::school();
    wish.day = desk.clock.today();
    QCOMPARE(perform(office, wish).error().code, ErrorCode::ActByProgram);
    QCOMPARE(voidAct(office, acts + 1, QStringLiteral("x")).error().code, ErrorCode::ActByProgram);
  }

  void whatAStepMadeOfAChildGoesWithItsEnrolment() {
    TestRegister desk;
    live(desk);
    const qint64 acts = desk.store().tables().acts().count().value_or(0);
    desk.signOut();
    auto store = open(desk, m_newer);
    XUEJI_OK(store);
    Office office = officeOn(desk, std::move(*store));
    const auto clubs = [&] {
      return rowsOf(office.store().session().database(),
                    QStringLiteral("SELECT act, voided_by, day, name FROM fact_club ORDER BY id"));
    };
    // It blocks nothing: the day of the enrolment moves, and its rows with it.
    const auto moved = redate(office, 1, QDate(2024, 9, 3), QStringLiteral("实际报到"));
    XUEJI_OK(moved);
    QCOMPARE(clubs(), (QStringList{QStringLiteral("%1|%2|2024-09-01|围棋").arg(acts + 1).arg(*moved),
                                   QStringLiteral("%1|0|2024-09-03|围棋").arg(*moved)}));
    QVERIFY(verify(office.store())->passed());
    const auto blockers = blockersOf(office, 2);
    XUEJI_OK(blockers);
    QVERIFY(!blockers->contains(acts + 1));
    XUEJI_OK(voidActs(office, *blockers + QList<qint64>{2}, QStringLiteral("重复")));
    QVERIFY(!clubs().last().contains(QStringLiteral("|0|")));
    QVERIFY(verify(office.store())->passed());
  }

  void aVoidedEnrolmentDoneAgainBringsItBack() {
    TestRegister desk;
    Office office = broughtUpToDate(desk);
    const auto standing = [&] {
      return rowsOf(office.store().session().database(),
                    QStringLiteral("SELECT day, name FROM fact_club WHERE voided_by = 0"));
    };
    const QStringList before = standing();
    QCOMPARE(before.size(), 1);
    const auto blockers = blockersOf(office, 2);
    XUEJI_OK(blockers);
    XUEJI_OK(voidActs(office, *blockers + QList<qint64>{2}, QStringLiteral("重复")));
    QCOMPARE(standing(), QStringList());
    XUEJI_OK(redo(office, 2, QStringLiteral("还是要")));
    QCOMPARE(standing(), before);
    QVERIFY(verify(office.store())->passed());
  }

  void timelineAndDumpTellIt() {
    TestRegister desk;
    Office office = broughtUpToDate(desk);
    const auto timeline = timelineOf(office, Subject::school());
    XUEJI_OK(timeline);
    QCOMPARE(timeline->first().kindName, QStringLiteral("格式升级"));
    QCOMPARE(timeline->first().role, ActRole::Told);
    QVERIFY(!timeline->first().undoable);
    int acts = 0;
    int clubs = 0;
    XUEJI_OK(dumpRegister(office, QStringLiteral("核对"), nullptr, [&](const QByteArray& line) {
      const QJsonObject object = QJsonDocument::fromJson(line).object();
      acts += object.value(QStringLiteral("kind")).toString() == QStringLiteral("migrated") &&
              object.value(QStringLiteral("type")).toString() == QStringLiteral("act");
      clubs += object.value(QStringLiteral("fact")).toString() == QStringLiteral("club");
      return Result<void>();
    }));
    QCOMPARE(acts, 2);
    QCOMPARE(clubs, 1);
  }

  void theOldRegisterIsKeptAsAProvenBackup() {
    TestRegister desk;
    live(desk);
    desk.addUser(kAuditor, Role::Auditor);
    const QByteArray before = desk.exported();
    const QString code = desk.store().tables().log().shortCode().value_or(QString());
    desk.signOut();
    {
      const auto store = open(desk, m_newer);
      XUEJI_OK(store);
      const auto proof = lastProvenBackup(**store);
      XUEJI_OK(proof);
      QVERIFY(proof->has_value());
      QCOMPARE(QFileInfo((*proof)->path).fileName(), keptOf(desk).value(0));
      QCOMPARE((*proof)->schema, m_old);
      QCOMPARE((*proof)->students, 3);
    }
    const QString kept = desk.folder() + QStringLiteral("/backups/") + keptOf(desk).value(0);
    QVERIFY(isBackup(kept));
    {
      // With the program of its version.
      const auto read = openAt(desk, kept, test::registry(), Access::Read);
      XUEJI_OK(read);
      const auto report = verify(**read);
      XUEJI_OK(report);
      QVERIFY(report->passed());
      QCOMPARE((*read)->tables().log().shortCode().value_or(QString()), code);
    }
    const QMap<QString, QByteArray> source = filesOf(kept);
    const QString old = desk.path(QStringLiteral("old.xueji"));
    XUEJI_OK(restore(kept, old, QString::fromUtf8(kRegistrar), password(), desk.clock, test::registry()));
    {
      auto store = openAt(desk, old, test::registry(), Access::Write);
      XUEJI_OK(store);
      QVERIFY(verify(**store)->passed());
      QCOMPARE((*store)->tables().students().count({}).value_or(-1), 3);
    }
    // And with this one, which brings it up to date; the backup itself stays as it is.
    const QString fresh = desk.path(QStringLiteral("fresh.xueji"));
    XUEJI_OK(restore(kept, fresh, QString::fromUtf8(kRegistrar), password(), desk.clock, m_newer));
    {
      auto store = openAt(desk, fresh, m_newer, Access::Write);
      XUEJI_OK(store);
      const auto report = verify(**store);
      QVERIFY(report->passed());
      QCOMPARE(report->schema, m_old + 2);
      QVERIFY(QDir(fresh + QStringLiteral("/backups")).isEmpty());
    }
    QCOMPARE(filesOf(kept), source);
    QVERIFY(!before.isEmpty());
  }

  void anOlderProgramRefusesTheRegister() {
    TestRegister desk;
    live(desk);
    desk.signOut();
    XUEJI_OK(open(desk, m_newer));
    const QByteArray bytes = bytesOf(desk.folder() + QStringLiteral("/register.db"));
    for (const Access access : {Access::Read, Access::Write})
      QCOMPARE(open(desk, test::registry(), access).error().code, ErrorCode::RegisterNewer);
    QCOMPARE(bytesOf(desk.folder() + QStringLiteral("/register.db")), bytes);
  }

  void aStepThatFailsLeavesTheOldRegister_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("computes");
    QTest::newRow("its SQL") << "CREATE TABLE later (a) STRICT; DROP TABLE nothing_of_this_name" << false;
    QTest::newRow("its computing") << "CREATE TABLE other (a TEXT) STRICT" << true;
    QTest::newRow("what it leaves") << "UPDATE user SET role = 'principal'" << false;
  }
  void aStepThatFailsLeavesTheOldRegister() {
    QFETCH(QString, sql);
    QFETCH(bool, computes);
    Registry failing = ledgerRegistry();
    failing.steps << SchemaStep{failing.newestSchema() + 1, sql};
    if (computes)
      failing.steps.last().compute = clubRegistry().steps.at(m_old).compute; // there is no such table
    TestRegister desk;
    live(desk);
    desk.signOut();
    const QByteArray bytes = bytesOf(desk.folder() + QStringLiteral("/register.db"));
    QVERIFY(!open(desk, failing));
    QCOMPARE(bytesOf(desk.folder() + QStringLiteral("/register.db")), bytes);
    QVERIFY(!QFile::exists(desk.folder() + QStringLiteral("/register.db.upgrade")));
    QCOMPARE(keptOf(desk), QStringList());
    desk.signIn();
    QCOMPARE(desk.damage(), QString());
  }

  void aDamagedRegisterIsMigratedWithANoticeAndNotBlessed_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("found");
    QTest::addColumn<bool>("stillFound"); // present rows are made anew: the notice alone remembers
    QTest::newRow("fact") << "DROP TRIGGER fact_name_is_never_changed; UPDATE fact_name SET value = '张三' WHERE id = 1"
                          << "seals act:2" << true;
    QTest::newRow("act") << "DROP TRIGGER act_is_never_changed; UPDATE act SET ground = 'x' WHERE id = 3"
                         << "seals act:3" << true;
    QTest::newRow("act added") << "INSERT INTO act (id, kind, subject_kind, subject, day, entered, entered_by) "
                                  "VALUES (20, 'correct', 'student', 1, '2024-09-10', '2024-09-10T02:00:00.000Z', 1)"
                               << "seals act:20" << true;
    QTest::newRow("log") << "DROP TRIGGER log_is_never_changed; UPDATE log SET detail = 'x' WHERE id = 2"
                         << "log_chain log:2" << true;
    QTest::newRow("setting") << "INSERT INTO setting (key, value) VALUES ('x', '[1]')"
                             << "settings setting:x" << true;
    QTest::newRow("account") << "UPDATE user SET role = 'principal' WHERE id = 1"
                             << "accounts user:1" << true;
    QTest::newRow("present row") << "UPDATE student SET phone = '1' WHERE id = 2"
                                 << "present_rows student:2" << false;
    QTest::newRow("family member gone") << "DELETE FROM guardian WHERE student = 3"
                                        << "present_rows student:3" << false;
    QTest::newRow("trigger") << "DROP TRIGGER batch_is_never_deleted"
                             << "schema trigger batch_is_never_deleted" << true;
  }
  void aDamagedRegisterIsMigratedWithANoticeAndNotBlessed() {
    QFETCH(QString, sql);
    QFETCH(QString, found);
    QFETCH(bool, stillFound);
    TestRegister desk;
    live(desk);
    {
      QSqlQuery query(desk.store().session().database());
      for (const QString& one : sql.split(QStringLiteral("; ")))
        QVERIFY2(query.exec(one), qPrintable(one));
    }
    const QString damage = desk.damage();
    QVERIFY2(damage.contains(found), qPrintable(damage));
    desk.signOut();
    const auto store = open(desk, m_newer);
    XUEJI_OK(store);
    const auto notices = migrationNotices(**store);
    XUEJI_OK(notices);
    QCOMPARE(notices->size(), 1);
    QVERIFY2(textsOf(notices->first().found).contains(found),
             qPrintable(textsOf(notices->first().found).join(QLatin1Char('\n'))));
    const auto report = verify(**store);
    XUEJI_OK(report);
    QCOMPARE(report->notices.size(), 1);
    QCOMPARE(report->passed(), !stillFound);
    // What is kept of the old register shows the same damage to who looks.
    const auto kept = openAt(desk, desk.folder() + QStringLiteral("/backups/") + keptOf(desk).value(0),
                             test::registry(), Access::Read);
    XUEJI_OK(kept);
    const auto seen = verify(**kept);
    XUEJI_OK(seen);
    QVERIFY(std::any_of(seen->faults.begin(), seen->faults.end(), [&](const VerifyFault& fault) {
      return fault.check + QLatin1Char(' ') + fault.object == found;
    }));
  }

  void aRolledBackRegisterIsStillSaidToBeSo() {
    TestRegister desk;
    live(desk);
    desk.signOut();
    const QByteArray bytes = bytesOf(desk.folder() + QStringLiteral("/register.db"));
    desk.signIn();
    desk.enrolChild(4);
    desk.signOut();
    QFile file(desk.folder() + QStringLiteral("/register.db"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();
    const auto store = open(desk, m_newer);
    XUEJI_OK(store);
    QCOMPARE((*store)->rollbackState().error().code, ErrorCode::LogRolledBack);
    QVERIFY(textsOf(migrationNotices(**store)->value(0).found).contains(QStringLiteral("log_head log")));
    const auto kept = openAt(desk, desk.folder() + QStringLiteral("/backups/") + keptOf(desk).value(0),
                             test::registry(), Access::Read);
    XUEJI_OK(kept);
    QCOMPARE((*kept)->rollbackState().error().code, ErrorCode::LogRolledBack);
  }

  void anOlderBackupIsReadWithoutBeingWritten() {
    TestRegister desk;
    live(desk);
    const auto proof = backUp(desk.store(), {});
    XUEJI_OK(proof);
    desk.signOut();
    const QMap<QString, QByteArray> before = filesOf(proof->path);
    {
      const auto read = openAt(desk, proof->path, m_newer, Access::Read);
      XUEJI_OK(read);
      QCOMPARE((*read)->tables().students().count({}).value_or(-1), 3);
      QCOMPARE(rowsOf((*read)->session().database(), QStringLiteral("SELECT name FROM fact_club")),
               QStringList(QStringLiteral("围棋")));
      const auto worker = (*read)->another();
      XUEJI_OK(worker);
      QCOMPARE((*worker)->tables().students().count({}).value_or(-1), 3);
      // Judged in the form in which it was sealed.
      const auto report = verify(**read);
      XUEJI_OK(report);
      QVERIFY(report->passed());
      QCOMPARE(report->schema, m_old);
      QCOMPARE(report->logCode, proof->logCode);
      const QStringList copies = privateCopies();
      QCOMPARE(copies.size(), 1);
      const QFileInfo folder(QDir::tempPath() + QLatin1Char('/') + copies.first());
      QCOMPARE(folder.permissions() & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
               QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
      QVERIFY(!bytesOf(folder.filePath() + QStringLiteral("/register.db")).startsWith("SQLite format 3"));
      PrivateCopy::removeLeft(); // of another program that starts: this one is in use
      QCOMPARE(privateCopies().size(), 1);
    }
    QCOMPARE(privateCopies(), QStringList());
    QCOMPARE(filesOf(proof->path), before);
    QCOMPARE(openAt(desk, proof->path, m_newer, Access::Write).error().code, ErrorCode::IsBackup);
  }

  void aDamagedOlderBackupIsJudgedInItsOldForm() {
    TestRegister desk;
    live(desk);
    {
      QSqlQuery query(desk.store().session().database());
      QVERIFY(query.exec(QStringLiteral("UPDATE student SET phone = '1' WHERE id = 2")));
    }
    desk.signOut();
    const auto read = open(desk, m_newer, Access::Read);
    XUEJI_OK(read);
    const auto report = verify(**read);
    XUEJI_OK(report);
    QCOMPARE(report->faults.size(), 1);
    QCOMPARE(report->faults.first().object, QStringLiteral("student:2"));
  }

  void whoHasNoAccountMigratesNothing() {
    TestRegister desk;
    live(desk);
    // A slot without its account: half of an addition.
    {
      auto keys = KeyFile::load(desk.folder());
      XUEJI_OK(keys);
      const auto key = keys->unlock(QString::fromUtf8(kRegistrar), password());
      XUEJI_OK(key);
      desk.signOut();
      keys = KeyFile::load(desk.folder());
      XUEJI_OK(keys->setPassword(QStringLiteral("无名"), password(), KeyCost::floor(), *key));
      XUEJI_OK(keys->save(desk.folder(), *key));
    }
    const QByteArray bytes = bytesOf(desk.folder() + QStringLiteral("/register.db"));
    for (const Access access : {Access::Read, Access::Write})
      QCOMPARE(RegisterStore::open(desk.folder(), QStringLiteral("无名"), password(), desk.clock, m_newer, access)
                   .error()
                   .code,
               ErrorCode::WrongPassword);
    QCOMPARE(bytesOf(desk.folder() + QStringLiteral("/register.db")), bytes);
    QCOMPARE(privateCopies(), QStringList());
  }

  void theRegistryOfAnOlderFormLacksWhatCameLater() {
    Registry registry = clubRegistry();
    for (Fact& fact : registry.facts)
      if (fact.key == clubFact().key) {
        FactColumn later{QStringLiteral("role")};
        later.since = m_old + 2;
        fact.columns << later;
      }
    QVERIFY(!registry.upTo(m_old).fact(clubFact().key));
    QCOMPARE(registry.upTo(m_old).newestSchema(), m_old);
    QCOMPARE(registry.upTo(m_old).laterColumns, QStringList(QStringLiteral("student.later")));
    QCOMPARE(registry.upTo(m_old + 1).fact(clubFact().key)->columns.size(), 1);
    QCOMPARE(registry.upTo(m_old + 2).fact(clubFact().key)->columns.size(), 2);
    QCOMPARE(registry.upTo(m_old + 2).laterColumns, QStringList());
  }
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "migration_test.moc"
#include "store/tables.h"
