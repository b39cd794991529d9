#include "platform/durable_file.h"
#include "store/store_session.h"
#include "support/test_store.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTimeZone>
#include <QtTest>
#include <csignal>
#include <sodium.h>
#include <unistd.h>

using namespace xueji;
using namespace xueji::test;

namespace {

/// Some register, made by chance from the seed: enrolments, corrections, statuses, papers, voids.
void live(TestStore& reg, quint32 seed, int steps) {
  QRandomGenerator chance(seed);
  for (int step = 0; step < steps; ++step) {
    const int students = *reg.store->tables().students().count({});
    const int what = students == 0 ? 0 : static_cast<int>(chance.bounded(5u));
    const auto page =
        reg.store->tables().students().page({}, students ? static_cast<int>(chance.bounded(quint32(students))) : 0, 1);
    const StudentRow picked = page->isEmpty() ? StudentRow() : page->first();
    switch (what) {
    case 0:
    case 1:
      reg.enrol(plainChild(static_cast<int>(seed % 100) * 50 + step));
      break;
    case 2:
      QVERIFY(changeIn(*reg.store, picked.id, QDate(2024, 9, 2), act_kind::kCorrect,
                       itemFrom(QDate(2024, 9, 2), "phone", QString::number(chance.bounded(1000000u)))));
      break;
    case 3:
      QVERIFY(changeIn(*reg.store, picked.id, QDate(2024, 10, 1), act_kind::kCorrect,
                       statusFrom(QDate(2024, 10, 1), StudentStatus::Suspended)));
      break;
    case 4: {
      Planned paper;
      paper.rows = {
          {PaperFact::fact().key, "2024-09-02", PaperFact{"E11", QString(5000, 'x'), {}, {}, {}, {}}.values()}};
      QVERIFY(changeIn(*reg.store, picked.id, QDate(2024, 9, 2), act_kind::kPaperSeen, paper));
      break;
    }
    }
  }
}

QStringList filesBelow(const QString& folder) {
  return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

void writeFile(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

/// Puts something of somebody else's at `path`.
void putInTheWay(const QString& kind, const QString& path, const TestStore& reg) {
  const QString pictures = reg.path("pictures");
  QVERIFY(QDir().mkpath(pictures));
  writeFile(pictures + "/child.png", "picture");
  if (kind == "link")
    QVERIFY(QFile::link(pictures, path));
  if (kind == "link to nothing")
    QVERIFY(QFile::link(reg.path("nothing"), path));
  if (kind == "file")
    writeFile(path, "notes");
  if (kind == "folder") {
    QVERIFY(QDir().mkpath(path + "/more"));
    writeFile(path + "/notes.txt", "notes");
    writeFile(path + "/more/notes.txt", "notes");
  }
  if (kind == "register") {
    QVERIFY(QDir().mkpath(path));
    for (const char* name : {"/register.db", "/keys.json"})
      QVERIFY(QFile::copy(reg.folder() + name, path + name));
  }
}

/// What lies in `folder` under names with this beginning, and everything below, links as links: path, kind, content.
QStringList all(const QString& folder, const QString& beginning = {}) {
  QStringList lines;
  const auto kinds = QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot;
  for (const QFileInfo& entry : QDir(folder).entryInfoList({beginning + '*'}, kinds, QDir::Name)) {
    if (entry.isSymLink())
      lines << entry.filePath() + " -> " + entry.symLinkTarget();
    else if (entry.isDir())
      lines << entry.filePath() + '/' << all(entry.filePath());
    else
      lines << entry.filePath() + ' ' + readWholeFile(entry.filePath(), 1 << 20).value_or(QByteArray()).toHex();
  }
  return lines;
}

void nameTheThingsInTheWay() {
  QTest::addColumn<QString>("kind");
  for (const char* kind : {"link", "link to nothing", "file", "folder", "register"})
    QTest::newRow(kind) << QString::fromLatin1(kind);
}

/// The second process: a power cut in the middle of a restore.
int restoreAndDie(const QString& backup, const QString& folder) {
  const FixedClock clock;
  const auto die = [](qint64, qint64) {
    ::kill(::getpid(), SIGKILL);
    return true;
  };
  static_cast<void>(restore(backup, folder, QString::fromUtf8(kRegistrar), password(), clock, registry(), die));
  return 1;
}

void restoreAndBeKilled(const QString& backup, const QString& folder) {
  QProcess other;
  other.start(QCoreApplication::applicationFilePath(), {"--restore-and-die", backup, folder});
  QVERIFY(other.waitForFinished());
  QCOMPARE(other.exitStatus(), QProcess::CrashExit);
  QVERIFY(QFileInfo(folder + ".restoring").isDir());
}

} // namespace

class BackupTest : public QObject {
  Q_OBJECT

private slots:
  void aBackupBroughtBackEqualsTheRegister_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
      QTest::addRow("seed %u", seed) << seed;
  }
  void aBackupBroughtBackEqualsTheRegister() {
    QFETCH(quint32, seed);
    TestStore reg;
    live(reg, seed, 40);
    const QStringList before = dump(reg.store->session().database());
    QDir().mkpath(reg.path("stick"));
    const auto proof = backUp(*reg.store, reg.path("stick"));
    XUEJI_OK(proof);
    QCOMPARE(filesBelow(reg.path("stick")).size(), 1);
    QCOMPARE(proof->students, *reg.store->tables().students().count({}));
    QCOMPARE(proof->rows.value("student"), reg.store->tables().students().page({}, 0, 1000)->size());
    const auto noted = lastProvenBackup(*reg.store);
    QVERIFY(*noted);
    QCOMPARE((*noted)->path, proof->path);
    QCOMPARE((*noted)->rows, proof->rows);
    live(reg, seed + 100, 10); // what comes later is not in it
    reg.store.reset();
    const auto aside = restore(proof->path, reg.path("elsewhere.xueji"), QString::fromUtf8(kRegistrar), password(),
                               reg.clock, registry());
    XUEJI_OK(aside);
    QVERIFY(aside->isEmpty());
    auto back = RegisterStore::open(reg.path("elsewhere.xueji"), QString::fromUtf8(kRegistrar), password(), reg.clock,
                                    registry());
    XUEJI_OK(back);
    QStringList after = dump((*back)->session().database());
    // The restore itself is logged, and so are the sign-ins; AUTOINCREMENT's own table does not matter.
    const auto own = [](const QString& line) { return line.startsWith("sqlite_sequence"); };
    QStringList expected = before;
    expected.removeIf(own);
    after.removeIf(own);
    int more = 0;
    for (const QString& line : std::as_const(after))
      if (!expected.contains(line)) {
        QVERIFY2(line.startsWith("log|"), qPrintable(line.left(40)));
        ++more;
      }
    QCOMPARE(more, 3);
    QCOMPARE(after.size(), expected.size() + more);
    const auto report = verify(**back);
    XUEJI_OK(report);
    QVERIFY(report->passed());
  }

  void theRegisterThatStoodThereIsMovedAside() {
    TestStore reg;
    reg.enrol(plainChild(1));
    const auto proof = backUp(*reg.store, {});
    XUEJI_OK(proof);
    QVERIFY(proof->path.startsWith(reg.folder() + "/backups/"));
    reg.enrol(plainChild(2));
    XUEJI_FAILS(restore(proof->path, reg.folder(), QString::fromUtf8(kRegistrar), password(), reg.clock, registry()),
                ErrorCode::RegisterInUse);
    reg.store.reset();
    const auto aside =
        restore(proof->path, reg.folder(), QString::fromUtf8(kRegistrar), password(), reg.clock, registry());
    XUEJI_OK(aside);
    QVERIFY(QFile::exists(*aside + "/register.db"));
    reg.reopen();
    QCOMPARE(*reg.store->tables().students().count({}), 1);
    QVERIFY2(QFile::exists(proof->path + "/register.db"), "the backups left the register");
    auto old = RegisterStore::open(*aside, QString::fromUtf8(kRegistrar), password(), reg.clock, registry());
    XUEJI_OK(old);
    QCOMPARE(*(*old)->tables().students().count({}), 2);
  }

  void aBackupThatIsNotSoundIsNotBroughtBack() {
    TestStore reg;
    for (int number = 0; number < 30; ++number)
      reg.enrol(plainChild(number));
    const auto proof = backUp(*reg.store, {});
    XUEJI_OK(proof);
    const QStringList before = dump(reg.store->session().database());
    reg.store.reset();
    const QString target = reg.folder();
    XUEJI_FAILS(restore(proof->path, target, QString::fromUtf8(kRegistrar), SecretBytes::fromUtf8("Wrong-2024"),
                        reg.clock, registry()),
                ErrorCode::WrongPassword);
    XUEJI_FAILS(restore(reg.path("nowhere"), target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry()),
                ErrorCode::RegisterMissing);
    XUEJI_FAILS(restore(target, target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry()),
                ErrorCode::WrongUse);
    QFile file(proof->path + "/register.db");
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(9 * 4096 + 7) && file.write("x") == 1);
    file.close();
    XUEJI_FAILS(restore(proof->path, target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry()),
                ErrorCode::RegisterDamaged);
    reg.reopen();
    QStringList after = dump(reg.store->session().database());
    after.removeIf([&](const QString& line) { return line.startsWith("log|") && !before.contains(line); });
    QCOMPARE(after, before);
  }

  void aBackupIsNotWorkedInButCanBeLookedThrough() {
    TestStore reg;
    reg.enrol(plainChild(1));
    const auto proof = backUp(*reg.store, {});
    XUEJI_OK(proof);
    QVERIFY(isBackup(proof->path) && !isBackup(reg.folder()) && !isBackup(reg.path("nowhere")));
    QCOMPARE(KeyFile::load(proof->path)->backupMade(), reg.clock.now());
    const QStringList before = all(proof->path);
    const auto work =
        RegisterStore::open(proof->path, QString::fromUtf8(kRegistrar), password(), reg.clock, registry());
    XUEJI_FAILS(work, ErrorCode::IsBackup);
    QCOMPARE(work.error().args, QStringList{proof->path});
    XUEJI_FAILS(RegisterStore::openWithRecovery(proof->path, reg.recovery, QString::fromUtf8(kRegistrar), password(),
                                                reg.clock, registry(), KeyCost::floor()),
                ErrorCode::IsBackup);
    XUEJI_FAILS(RegisterStore::open(proof->path, QString::fromUtf8(kRegistrar), SecretBytes::fromUtf8("Wrong-2024"),
                                    reg.clock, registry(), Access::Read),
                ErrorCode::WrongPassword);
    QFile::remove(proof->path + "/attempts.json");
    {
      const auto look = RegisterStore::open(proof->path, QString::fromUtf8(kRegistrar), password(), reg.clock,
                                            registry(), Access::Read);
      XUEJI_OK(look);
      QCOMPARE(*(*look)->tables().students().count({}), 1);
      QCOMPARE(faultsOf(**look), QStringList());
    }
    QCOMPARE(all(proof->path), before);
    reg.store.reset();
    XUEJI_OK(
        restore(proof->path, reg.path("new.xueji"), QString::fromUtf8(kRegistrar), password(), reg.clock, registry()));
    QVERIFY(!isBackup(reg.path("new.xueji")) && isBackup(proof->path));
    auto back =
        RegisterStore::open(reg.path("new.xueji"), QString::fromUtf8(kRegistrar), password(), reg.clock, registry());
    XUEJI_OK(back);
    QVERIFY(isBackup(backUp(**back, {})->path));
  }

  void aBackupWhoseMarkWasTakenOffDoesNotOpen() {
    TestStore reg;
    const auto proof = backUp(*reg.store, {});
    XUEJI_OK(proof);
    QJsonObject object = QJsonDocument::fromJson(*readWholeFile(proof->path + "/keys.json", 1 << 20)).object();
    QVERIFY(object.contains("backup"));
    object.remove("backup");
    object.remove("check");
    object["version"] = 1;
    const QByteArray body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray check(16, 0);
    crypto_generichash(reinterpret_cast<unsigned char*>(check.data()), 16,
                       reinterpret_cast<const unsigned char*>(body.constData()), size_t(body.size()), nullptr, 0);
    object["check"] = QString::fromLatin1(check.toHex());
    for (const char* name : {"/keys.json", "/keys.json.bak"})
      XUEJI_OK(writeFileAtomically(proof->path + name, QJsonDocument(object).toJson(QJsonDocument::Indented)));
    QVERIFY(!isBackup(proof->path));
    XUEJI_FAILS(RegisterStore::open(proof->path, QString::fromUtf8(kRegistrar), password(), reg.clock, registry()),
                ErrorCode::KeyFileDamaged);
  }

  void aBackupIsBroughtBackByTheRecoverySheet() {
    TestStore reg;
    reg.enrol(plainChild(1));
    const auto proof = backUp(*reg.store, {});
    XUEJI_OK(proof);
    reg.store.reset();
    const QString target = reg.path("new.xueji");
    const auto fresh = SecretBytes::fromUtf8("Autumn-2025");
    const auto by = [&](const QString& secret, const QString& user, const SecretBytes& secondly) {
      return restoreWithRecovery(proof->path, target, secret, user, secondly, reg.clock, registry(), KeyCost::floor());
    };
    XUEJI_FAILS(by("AAAA-AAAA", QString::fromUtf8(kRegistrar), fresh), ErrorCode::WrongRecoverySecret);
    XUEJI_FAILS(by(reg.recovery, "nobody", fresh), ErrorCode::UserUnknown);
    XUEJI_FAILS(by(reg.recovery, QString::fromUtf8(kRegistrar), SecretBytes::fromUtf8("short")),
                ErrorCode::PasswordTooWeak);
    QCOMPARE(QDir(reg.path(".")).entryList({"new.xueji*"}), QStringList());
    XUEJI_OK(by(reg.recovery, QString::fromUtf8(kRegistrar), fresh));
    XUEJI_FAILS(RegisterStore::open(target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry()),
                ErrorCode::WrongPassword);
    const auto back = RegisterStore::open(target, QString::fromUtf8(kRegistrar), fresh, reg.clock, registry());
    XUEJI_OK(back);
    QCOMPARE(*(*back)->tables().students().count({}), 1);
    QCOMPARE(faultsOf(**back), QStringList());
  }

  void whatStandsInTheWayOfARestoreStays_data() { nameTheThingsInTheWay(); }
  void whatStandsInTheWayOfARestoreStays() {
    QFETCH(QString, kind);
    TestStore reg;
    reg.enrol(plainChild(1));
    const auto proof = backUp(*reg.store, {});
    XUEJI_OK(proof);
    reg.store.reset();
    const QString target = reg.path("new.xueji");
    putInTheWay(kind, target + ".restoring", reg);
    const QStringList before = all(reg.path("."), "pictures") + all(reg.path("."), "new.xueji.restoring");
    QVERIFY(before.size() > 2);
    XUEJI_OK(restore(proof->path, target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry()));
    QCOMPARE(all(reg.path("."), "pictures") + all(reg.path("."), "new.xueji.restoring"), before);
    XUEJI_OK(RegisterStore::open(target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry()));
    QCOMPARE(filesBelow(target).filter("unfinished"), QStringList());
  }

  void whatStandsInTheWayOfABackupStays_data() { nameTheThingsInTheWay(); }
  void whatStandsInTheWayOfABackupStays() {
    QFETCH(QString, kind);
    TestStore reg;
    reg.enrol(plainChild(1));
    const QString name = "school-" + reg.clock.now().toLocalTime().toString("yyyyMMdd-HHmmss") + ".xueji";
    QVERIFY(QDir().mkpath(reg.path("stick")));
    putInTheWay(kind, reg.path("stick/") + name + ".part", reg);
    const QStringList before = all(reg.path("."), "pictures") + all(reg.path("stick"), name + ".part");
    XUEJI_OK(changeIn(*reg.store, 1, QDate(2024, 9, 2), act_kind::kCorrect,
                      itemFrom(QDate(2024, 9, 2), "talents", QString(4 << 20, 'x'))));
    XUEJI_FAILS(backUp(*reg.store, reg.path("stick"), [](qint64, qint64) { return false; }), ErrorCode::Cancelled);
    QCOMPARE(all(reg.path("."), "pictures") + all(reg.path("stick"), name), before);
    const auto proof = backUp(*reg.store, reg.path("stick"));
    XUEJI_OK(proof);
    QCOMPARE(proof->path, reg.path("stick/") + name);
    QCOMPARE(all(reg.path("."), "pictures") + all(reg.path("stick"), name + ".part"), before);
  }

  void whatAKilledRestoreLeftIsRemovedByTheNext() {
    TestStore reg;
    reg.enrol(plainChild(1));
    const auto proof = backUp(*reg.store, {});
    XUEJI_OK(proof);
    reg.store.reset();
    const QString target = reg.path("new.xueji");
    restoreAndBeKilled(proof->path, target);
    XUEJI_OK(restore(proof->path, target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry()));
    QCOMPARE(QDir(reg.path(".")).entryList({"new.xueji*"}), QStringList{"new.xueji"});
  }

  void whatSomebodyPutIntoAKilledRestoreStays() {
    TestStore reg;
    reg.enrol(plainChild(1));
    const auto proof = backUp(*reg.store, {});
    XUEJI_OK(proof);
    reg.store.reset();
    const QString target = reg.path("new.xueji");
    restoreAndBeKilled(proof->path, target);
    writeFile(target + ".restoring/notes.txt", "notes");
    writeFile(target + ".restoring/backups/notes.txt", "notes");
    XUEJI_OK(restore(proof->path, target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry()));
    QVERIFY(QFile::exists(target + ".restoring/notes.txt"));
    QVERIFY(QFile::exists(target + ".restoring/backups/notes.txt"));
    XUEJI_OK(RegisterStore::open(target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry()));
  }

  void aRestoreThatStillRunsKeepsItsFolder() {
    TestStore reg;
    reg.enrol(plainChild(1));
    const auto proof = backUp(*reg.store, {});
    XUEJI_OK(proof);
    reg.store.reset();
    const QString target = reg.path("new.xueji");
    std::optional<Result<QString>> second;
    const auto first = restore(
        proof->path, target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry(), [&](qint64, qint64) {
          if (!second)
            second = restore(proof->path, target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry());
          return true;
        });
    XUEJI_OK(*second);
    XUEJI_OK(first);
    QVERIFY(QFile::exists(*first + "/register.db")); // the second was there before the first had ended
    XUEJI_OK(RegisterStore::open(target, QString::fromUtf8(kRegistrar), password(), reg.clock, registry()));
  }

  void aCancelledBackupLeavesNothing() {
    TestStore reg;
    live(reg, 5, 30);
    const qint64 student = reg.enrol(plainChild(1));
    XUEJI_OK(changeIn(*reg.store, student, QDate(2024, 9, 2), act_kind::kCorrect,
                      itemFrom(QDate(2024, 9, 2), "talents", QString(4 << 20, 'x'))));
    QDir().mkpath(reg.path("stick"));
    const QStringList before = dump(reg.store->session().database());
    XUEJI_FAILS(backUp(*reg.store, reg.path("stick"), [](qint64, qint64) { return false; }), ErrorCode::Cancelled);
    QVERIFY(filesBelow(reg.path("stick")).isEmpty());
    QCOMPARE(dump(reg.store->session().database()), before);
    XUEJI_FAILS(backUp(*reg.store, reg.path("missing")), ErrorCode::PathMissing);
  }

  void aBackupHoldsNoNameInClear() {
    TestStore reg;
    reg.enrol(plainChild(0));
    const auto proof = backUp(*reg.store, {});
    XUEJI_OK(proof);
    for (const QString& name : filesBelow(proof->path)) {
      QFile file(proof->path + '/' + name);
      if (!file.open(QIODevice::ReadOnly))
        continue; // a folder
      const QByteArray bytes = file.readAll();
      QVERIFY(!bytes.contains(QStringLiteral("张小明").toUtf8()));
      QVERIFY(!bytes.contains("SQLite format 3"));
    }
    QVERIFY(QFile::exists(proof->path + "/keys.json"));
  }

  void verifyNamesWhatDoesNotFit_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("check");
    QTest::newRow("present name changed") << "UPDATE student SET name = 'x' WHERE id = 2"
                                          << "present_rows";
    QTest::newRow("present item changed without an act") << "UPDATE guardian SET name = 'x' WHERE student = 2"
                                                         << "present_rows";
    QTest::newRow("status without an act") << "UPDATE student SET status = 'voided' WHERE id = 2"
                                           << "present_rows";
    QTest::newRow("a child invented")
        << "INSERT INTO student (id, revision, status, entry_year, stage, enrolled_on, pinyin, initials, "
           "name_folded, former_folded, pinyin_folded, sort_key, name, sex, birth_date, birth_place, "
           "ancestral_place, ethnic_group, nationality, id_document_type, id_document_number, "
           "overseas_status, political_status, health, photo, name_pinyin, former_name, "
           "id_document_validity, household_place, household_kind, talents, auxiliary_number, "
           "number_in_class, grade, class, entry_month, entry_mode, study_mode, origin, current_address, "
           "mail_address, family_address, phone, postal_code, email, home_page, only_child, preschool, "
           "left_behind, migrant_child, orphan, martyr_family, inclusive_education, disability, "
           "purchased_place, aid_requested, living_subsidy, school_distance, school_transport, school_bus, "
           "school_code, student_number, blood_group) SELECT 3, revision, status, entry_year, stage, "
           "enrolled_on, pinyin, initials, name_folded, former_folded, pinyin_folded, sort_key, name, sex, "
           "birth_date, birth_place, ancestral_place, ethnic_group, nationality, id_document_type, "
           "id_document_number, overseas_status, political_status, health, photo, name_pinyin, former_name, "
           "id_document_validity, household_place, household_kind, talents, auxiliary_number, "
           "number_in_class, grade, class, entry_month, entry_mode, study_mode, origin, current_address, "
           "mail_address, family_address, phone, postal_code, email, home_page, only_child, preschool, "
           "left_behind, migrant_child, orphan, martyr_family, inclusive_education, disability, "
           "purchased_place, aid_requested, living_subsidy, school_distance, school_transport, school_bus, "
           "school_code, student_number, blood_group FROM student WHERE id = 1"
        << "present_rows";
    QTest::newRow("a child deleted") << "PRAGMA foreign_keys = OFF; DELETE FROM student WHERE id = 2"
                                     << "present_rows";
    QTest::newRow("ground of an act") << "DROP TRIGGER act_is_never_changed; UPDATE act SET ground = 'x' WHERE id = 2"
                                      << "seals";
    QTest::newRow("a row and its act deleted")
        << "DROP TRIGGER act_is_never_deleted; DROP TRIGGER fact_status_is_never_deleted; PRAGMA foreign_keys = OFF; "
           "DELETE FROM fact_status WHERE act = 4; DELETE FROM act WHERE id = 4"
        << "seals";
    QTest::newRow("an act put in") << "INSERT INTO act (id, kind, subject_kind, subject, day, entered, entered_by) "
                                      "VALUES (5, 'correct', 'student', "
                                      "1, '2024-09-01', '', 1)"
                                   << "seals";
    QTest::newRow("a row voided") << "UPDATE fact_status SET voided_by = 4 WHERE id = 2"
                                  << "seals";
    QTest::newRow("a role raised") << "UPDATE user SET role = 'principal' WHERE id = 1"
                                   << "accounts";
    QTest::newRow("an account put in") << "INSERT INTO user (name, role, added) VALUES ('x', 'auditor', '')"
                                       << "accounts";
    QTest::newRow("a setting") << "UPDATE setting SET value = '[\"2024-09-03\"]' WHERE key = 'present.day'"
                               << "settings";
    QTest::newRow("the school's name")
        << "DROP TRIGGER fact_school_profile_is_never_changed; UPDATE fact_school_profile SET content = "
           "replace(content, '示范', '实验')"
        << "seals";
    QTest::newRow("a trigger added") << "CREATE TRIGGER more AFTER INSERT ON log BEGIN SELECT 1;END"
                                     << "schema";
    QTest::newRow("an index dropped") << "DROP INDEX student_by_phone"
                                      << "schema";
    QTest::newRow("batch count") << "DROP TRIGGER batch_is_never_changed; UPDATE batch SET count = 9"
                                 << "counts";
    QTest::newRow("log line") << "DROP TRIGGER log_is_never_changed; UPDATE log SET detail = 'x' WHERE id = 2"
                              << "log_chain";
    QTest::newRow("log truncated") << "DROP TRIGGER log_is_never_deleted; DELETE FROM log WHERE id > 3"
                                   << "log_head";
  }
  void verifyNamesWhatDoesNotFit() {
    QFETCH(QString, sql);
    QFETCH(QString, check);
    TestStore reg;
    XUEJI_OK(writeActs(*reg.store, {enrolmentOf(*reg.store, plainChild(1)), enrolmentOf(*reg.store, plainChild(2))},
                       Batch()));
    XUEJI_OK(changeIn(*reg.store, 1, QDate(2024, 10, 1), act_kind::kCorrect,
                      statusFrom(QDate(2024, 10, 1), StudentStatus::Suspended)));
    const auto sound = verify(*reg.store);
    XUEJI_OK(sound);
    QVERIFY(sound->passed());
    QCOMPARE(sound->students, 2);
    QCOMPARE(sound->acts, 4);
    for (const QString& statement : sql.split("; ")) {
      QSqlQuery query(reg.store->session().database());
      QVERIFY2(query.exec(statement), qPrintable(statement));
    }
    const auto report = verify(*reg.store);
    XUEJI_OK(report);
    QStringList checks;
    for (const VerifyFault& fault : report->faults)
      checks << fault.check;
    QVERIFY2(checks.contains(check), qPrintable(checks.join(' ')));
    if (check != "seals")
      return;
    // No proven backup holds what does not fit its seal.
    const auto backup = backUp(*reg.store, {});
    XUEJI_FAILS(backup, ErrorCode::BackupUnproven);
    if (sql.contains("ground"))
      QCOMPARE(backup.error().args.value(1), QStringLiteral("seals"));
    QVERIFY(QDir(reg.folder() + "/backups").isEmpty());
  }

  void proofsOfBackupsSurviveTheirJson() {
    const BackupProof proof{
        "/a/b", QDateTime(QDate(2024, 9, 2), QTime(1, 2, 3), QTimeZone::utc()), {{"student", 4}}, 3, 1, 9, "A"};
    const auto back = BackupProof::fromJson(proof.toJson());
    QVERIFY(back);
    QCOMPARE(back->made, proof.made);
    QCOMPARE(back->rows, proof.rows);
    QCOMPARE(back->logRows, proof.logRows);
    QVERIFY(!BackupProof::fromJson({}));
  }
};

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.value(1) == "--restore-and-die")
    return restoreAndDie(arguments.value(2), arguments.value(3));
  BackupTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "backup_test.moc"
#include "store/tables.h"
