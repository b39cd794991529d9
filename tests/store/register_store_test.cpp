#include "platform/durable_file.h"
#include "store/schema.h"
#include "store/sign_in_attempts.h"
#include "store/store_session.h"
#include "support/test_store.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QtTest>
#include <csignal>
#include <optional>
#include <sys/mount.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace xueji;
using namespace xueji::test;

namespace {

void overwrite(const QString& path, qint64 at, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size());
}

/// The second process: opens the register and waits.
int holdRegister(const QString& folder) {
  FixedClock clock;
  const auto store = RegisterStore::open(folder, QString::fromUtf8(kRegistrar), password(), clock, registry());
  QFile out;
  QFile in;
  if (!store || !out.open(stdout, QIODevice::WriteOnly) || !in.open(stdin, QIODevice::ReadOnly))
    return 1;
  out.write("held\n");
  out.flush();
  in.readAll();
  return 0;
}

/// Writes until no file may grow beyond the limit; what was acknowledged is counted on standard output.
int writeUntilFull(const QString& folder, rlim_t limit) {
  FixedClock clock;
  auto store = RegisterStore::open(folder, QString::fromUtf8(kRegistrar), password(), clock, registry());
  if (!store)
    return 1;
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit most{limit, limit};
  if (setrlimit(RLIMIT_FSIZE, &most) != 0)
    return 1;
  int acknowledged = 0;
  ErrorCode why = ErrorCode::NothingToDo;
  for (int number = 0; number < 20000; ++number) {
    const auto id = enrolIn(**store, plainChild(number % 9000));
    if (!id) {
      why = id.error().code;
      break;
    }
    ++acknowledged;
  }
  QTextStream(stdout) << acknowledged << ' ' << static_cast<int>(why) << '\n';
  return 0;
}

/// No file of this process may grow beyond so many bytes: what a full disk does, without one.
class FullDisk {
public:
  explicit FullDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit limit{bytes, m_before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

private:
  rlimit m_before{};
};

const QString kOther = QStringLiteral("校长");

SecretBytes otherPassword() {
  return SecretBytes::fromUtf8(QStringLiteral("Winter-2026"));
}
SecretBytes freshPassword() {
  return SecretBytes::fromUtf8(QStringLiteral("Autumn-2025"));
}

/// What keeps a change of the keys from being stored; it ends with this.
class Trouble {
public:
  Trouble(const QString& kind, TestStore& reg) : m_kind(kind), m_keys(reg.folder() + "/keys.json") {
    if (kind == "first copy")
      QDir().mkpath(m_keys + ".new");
    if (kind == "second copy")
      QDir().mkpath(m_keys + ".bak.new");
    if (kind == "name of the second copy") {
      QFile::rename(m_keys + ".bak", m_keys + ".kept");
      QDir().mkpath(m_keys + ".bak/full");
    }
    if (kind == "database") {
      reg.store->session().connection().checkpoint().value();
      for (int number = 900; number < 910; ++number)
        reg.enrol(plainChild(number));
      m_full.emplace(12000); // room for the keys, none for the write-ahead log
    }
  }
  ~Trouble() {
    m_full.reset();
    QDir().rmdir(m_keys + ".new");
    QDir().rmdir(m_keys + ".bak.new");
    if (QFile::exists(m_keys + ".kept")) {
      QDir(m_keys + ".bak").removeRecursively();
      QFile::rename(m_keys + ".kept", m_keys + ".bak");
    }
  }
  Trouble(const Trouble&) = delete;
  Trouble& operator=(const Trouble&) = delete;

private:
  QString m_kind;
  QString m_keys;
  std::optional<FullDisk> m_full;
};

void nameTheTroubles() {
  QTest::addColumn<QString>("kind");
  for (const char* kind : {"first copy", "second copy", "name of the second copy", "database"})
    QTest::newRow(kind) << QString::fromLatin1(kind);
}

/// Whether the password opens the keys as they lie on the disk.
bool opens(const QString& folder, const QString& user, const SecretBytes& secret) {
  const auto keys = KeyFile::load(folder);
  return keys && keys->unlock(user, secret);
}

} // namespace

class RegisterStoreTest : public QObject {
  Q_OBJECT

private slots:
  void aNewRegisterKnowsItsSchoolAndItsRegistrar() {
    TestStore reg;
    QCOMPARE(reg.store->user().name, QString::fromUtf8(kRegistrar));
    QCOMPARE(reg.store->user().role, Role::Registrar);
    QCOMPARE(reg.store->school().name, QString("示范小学"));
    QCOMPARE(reg.store->registerId().size(), 32);
    reg.reopen();
    QCOMPARE(reg.store->school().code, QString::fromLatin1(kSchool));
    QCOMPARE(reg.store->tables().users().all()->size(), 1);
  }

  void anExistingRegisterIsNeverOverwritten() {
    TestStore reg;
    const auto again = RegisterStore::create({reg.folder(), SchoolProfile::fromSchoolCode("2113220301", "x", "132203"),
                                              QString::fromUtf8(kRegistrar), password(), KeyCost::floor()},
                                             reg.clock, registry());
    XUEJI_FAILS(again, ErrorCode::RegisterExists);
    reg.reopen();
  }

  /// Whatever fails on the way: what was begun is gone, and the next try is not barred by it.
  void aRegisterThatCouldNotBeMadeLeavesNothing_data() {
    QTest::addColumn<bool>("stands");
    QTest::newRow("where nothing was") << false;
    QTest::newRow("in an empty folder") << true;
  }
  void aRegisterThatCouldNotBeMadeLeavesNothing() {
    QFETCH(bool, stands);
    QTemporaryDir place;
    const QString folder = place.filePath("new.xueji");
    QVERIFY(!stands || QDir().mkdir(folder));
    FixedClock clock;
    Registry noTables = registry();
    noTables.steps.last().sql += QStringLiteral(" DROP TABLE student;");
    const auto make = [&](const Registry& with) {
      return RegisterStore::create({folder, SchoolProfile::fromSchoolCode("2113220301", "测试小学", "132203"),
                                    QString::fromUtf8(kRegistrar), password(), KeyCost::floor()},
                                   clock, with);
    };
    QVERIFY(!make(noTables));
    QCOMPARE(QDir(place.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty(), !stands);
    QVERIFY(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    XUEJI_OK(make(registry()));
  }

  void aWeakPasswordMakesNoRegister_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("empty") << "" << QStringList{"length", "kinds"};
    QTest::newRow("short") << "aB1!" << QStringList{"length"};
    QTest::newRow("two kinds") << "abcd1234" << QStringList{"kinds"};
    QTest::newRow("eight of three kinds") << "abcD1234" << QStringList{};
    QTest::newRow("han counts as the fourth kind") << "abcd123四" << QStringList{};
    QTest::newRow("a sentence") << "correct horse battery staple" << QStringList{};
  }
  void aWeakPasswordMakesNoRegister() {
    QFETCH(QString, text);
    QFETCH(QStringList, missing);
    QTemporaryDir place;
    FixedClock clock;
    const auto created =
        RegisterStore::create({place.filePath("a.xueji"), SchoolProfile::fromSchoolCode("2113220301", "x", "132203"),
                               "wang", SecretBytes::fromUtf8(text), KeyCost::floor()},
                              clock, registry());
    QCOMPARE(created.has_value(), missing.isEmpty());
    if (!created)
      QCOMPARE(created.error().args, missing);
    QCOMPARE(QDir(place.filePath("a.xueji")).exists(), missing.isEmpty());
  }

  void wrongPasswordsAreCountedSlowedDownAndLogged() {
    TestStore reg;
    reg.store.reset();
    const auto wrong = SecretBytes::fromUtf8("Wrong-2024");
    for (int attempt = 0; attempt < 3; ++attempt)
      XUEJI_FAILS(RegisterStore::open(reg.folder(), QString::fromUtf8(kRegistrar), wrong, reg.clock, registry()),
                  ErrorCode::WrongPassword);
    const auto tooSoon = reg.open();
    XUEJI_FAILS(tooSoon, ErrorCode::TooManyAttempts);
    QCOMPARE(tooSoon.error().args, QStringList{"1"});
    reg.clock.pass(1);
    for (int attempt = 3; attempt < 10; ++attempt) {
      XUEJI_FAILS(RegisterStore::open(reg.folder(), "nobody", wrong, reg.clock, registry()), ErrorCode::WrongPassword);
      reg.clock.pass(1);
    }
    XUEJI_FAILS(reg.open(), ErrorCode::TooManyAttempts);
    reg.clock.pass(4);
    reg.reopen();
    QVERIFY(SignInAttempts(reg.folder()).all().isEmpty());
    QSqlQuery query(reg.store->session().database());
    query.exec("SELECT count(*) FROM log WHERE action = 'sign_in_failed'");
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), 10);
    XUEJI_FAILS(reg.store->accounts().checkOwnPassword(wrong), ErrorCode::WrongPassword);
    XUEJI_OK(reg.store->accounts().checkOwnPassword(password()));
  }

  void theRecoverySheetGivesANewPassword() {
    TestStore reg;
    reg.store.reset();
    const auto fresh = SecretBytes::fromUtf8("Autumn-2025");
    XUEJI_FAILS(RegisterStore::openWithRecovery(reg.folder(), "AAAA-AAAA", QString::fromUtf8(kRegistrar), fresh,
                                                reg.clock, registry(), KeyCost::floor()),
                ErrorCode::WrongRecoverySecret);
    XUEJI_FAILS(RegisterStore::openWithRecovery(reg.folder(), reg.recovery, "nobody", fresh, reg.clock, registry(),
                                                KeyCost::floor()),
                ErrorCode::UserUnknown);
    XUEJI_OK(RegisterStore::openWithRecovery(reg.folder(), reg.recovery.toLower(), QString::fromUtf8(kRegistrar), fresh,
                                             reg.clock, registry(), KeyCost::floor()));
    XUEJI_FAILS(reg.open(), ErrorCode::WrongPassword);
    XUEJI_OK(RegisterStore::open(reg.folder(), QString::fromUtf8(kRegistrar), fresh, reg.clock, registry()));
  }

  void accountsComeAndGoWithTheirKeySlots() {
    TestStore reg;
    XUEJI_OK(
        reg.store->accounts().add("校长", Role::Principal, SecretBytes::fromUtf8("Winter-2026"), KeyCost::floor()));
    XUEJI_FAILS(reg.store->accounts().add("校长", Role::Helper, password(), KeyCost::floor()), ErrorCode::UserExists);
    XUEJI_FAILS(reg.store->accounts().add(" x", Role::Helper, password(), KeyCost::floor()), ErrorCode::ValueInvalid);
    XUEJI_FAILS(reg.store->accounts().add("y", Role::Helper, SecretBytes::fromUtf8("short"), KeyCost::floor()),
                ErrorCode::PasswordTooWeak);
    XUEJI_FAILS(reg.store->accounts().remove(QString::fromUtf8(kRegistrar)), ErrorCode::WrongUse);
    reg.store.reset();
    const auto principal =
        RegisterStore::open(reg.folder(), "校长", SecretBytes::fromUtf8("Winter-2026"), reg.clock, registry());
    XUEJI_OK(principal);
    QCOMPARE((*principal)->user().role, Role::Principal);
    const_cast<std::unique_ptr<RegisterStore>&>(*principal).reset();
    reg.reopen();
    XUEJI_OK(reg.store->accounts().remove("校长"));
    XUEJI_FAILS(reg.store->accounts().remove("校长"), ErrorCode::UserUnknown);
    QCOMPARE(reg.store->tables().users().all()->size(), 2);
    XUEJI_OK(reg.store->accounts().changePassword(password(), SecretBytes::fromUtf8("Autumn-2025"), KeyCost::floor()));
    reg.store.reset();
    XUEJI_FAILS(RegisterStore::open(reg.folder(), "校长", SecretBytes::fromUtf8("Winter-2026"), reg.clock, registry()),
                ErrorCode::WrongPassword);
    XUEJI_FAILS(reg.open(), ErrorCode::WrongPassword);
  }

  void aNewPasswordThatCouldNotBeStoredIsNeverInForce_data() { nameTheTroubles(); }
  void aNewPasswordThatCouldNotBeStoredIsNeverInForce() {
    QFETCH(QString, kind);
    TestStore reg;
    {
      const Trouble trouble(kind, reg);
      QVERIFY(!reg.store->accounts().changePassword(password(), freshPassword(), KeyCost::floor()));
      QVERIFY(opens(reg.folder(), QString::fromUtf8(kRegistrar), password()) &&
              !opens(reg.folder(), QString::fromUtf8(kRegistrar), freshPassword()));
    }
    XUEJI_OK(reg.store->tables().log().append(LogAction::Read, "student:1"));
    XUEJI_OK(reg.store->accounts().checkOwnPassword(password()));
    reg.reopen();
    QCOMPARE(faultsOf(*reg.store), QStringList());
    XUEJI_OK(reg.store->accounts().changePassword(password(), freshPassword(), KeyCost::floor()));
    reg.store.reset();
    XUEJI_FAILS(reg.open(), ErrorCode::WrongPassword);
    XUEJI_OK(RegisterStore::open(reg.folder(), QString::fromUtf8(kRegistrar), freshPassword(), reg.clock, registry()));
  }

  void aRemovalThatCouldNotBeStoredIsNeverInForce_data() { nameTheTroubles(); }
  void aRemovalThatCouldNotBeStoredIsNeverInForce() {
    QFETCH(QString, kind);
    TestStore reg;
    XUEJI_OK(reg.store->accounts().add(kOther, Role::Helper, otherPassword(), KeyCost::floor()));
    {
      const Trouble trouble(kind, reg);
      QVERIFY(!reg.store->accounts().remove(kOther));
      QVERIFY(opens(reg.folder(), kOther, otherPassword()));
    }
    XUEJI_OK(reg.store->tables().log().append(LogAction::Read, "student:1"));
    QVERIFY((*reg.store->tables().users().byName(kOther)).has_value());
    reg.store.reset();
    XUEJI_OK(RegisterStore::open(reg.folder(), kOther, otherPassword(), reg.clock, registry()));
    reg.reopen();
    XUEJI_OK(reg.store->accounts().remove(kOther));
    QVERIFY(!(*reg.store->tables().users().byName(kOther)).has_value());
    QVERIFY(!opens(reg.folder(), kOther, otherPassword()));
    QCOMPARE(faultsOf(*reg.store), QStringList());
  }

  void aRecoverySheetThatCouldNotBeStoredIsNeverInForce_data() { nameTheTroubles(); }
  void aRecoverySheetThatCouldNotBeStoredIsNeverInForce() {
    QFETCH(QString, kind);
    TestStore reg;
    {
      const Trouble trouble(kind, reg);
      QVERIFY(!reg.store->accounts().renewRecovery(KeyCost::floor()));
      XUEJI_OK(KeyFile::load(reg.folder())->unlockWithRecovery(reg.recovery));
    }
    XUEJI_OK(reg.store->tables().log().append(LogAction::Read, "student:1"));
    XUEJI_OK(KeyFile::load(reg.folder())->unlockWithRecovery(reg.recovery));
    const auto fresh = reg.store->accounts().renewRecovery(KeyCost::floor());
    XUEJI_OK(fresh);
    XUEJI_OK(KeyFile::load(reg.folder())->unlockWithRecovery(*fresh));
    QCOMPARE(faultsOf(*reg.store), QStringList());
  }

  void anAccountThatCouldNotBeStoredOpensNothing_data() { nameTheTroubles(); }
  void anAccountThatCouldNotBeStoredOpensNothing() {
    QFETCH(QString, kind);
    TestStore reg;
    {
      const Trouble trouble(kind, reg);
      QVERIFY(!reg.store->accounts().add(kOther, Role::Helper, otherPassword(), KeyCost::floor()));
      QVERIFY(!opens(reg.folder(), kOther, otherPassword()));
    }
    XUEJI_OK(reg.store->tables().log().append(LogAction::Read, "student:1"));
    QVERIFY(!opens(reg.folder(), kOther, otherPassword()));
    QVERIFY(!(*reg.store->tables().users().byName(kOther)).has_value());
    XUEJI_OK(reg.store->accounts().add(kOther, Role::Helper, otherPassword(), KeyCost::floor()));
    reg.store.reset();
    XUEJI_OK(RegisterStore::open(reg.folder(), kOther, otherPassword(), reg.clock, registry()));
  }

  void aPasswordFromTheRecoverySheetThatCouldNotBeStoredIsNeverInForce_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"first copy", "second copy", "name of the second copy"})
      QTest::newRow(kind) << QString::fromLatin1(kind);
  }
  void aPasswordFromTheRecoverySheetThatCouldNotBeStoredIsNeverInForce() {
    QFETCH(QString, kind);
    TestStore reg;
    reg.store.reset();
    {
      const Trouble trouble(kind, reg);
      QVERIFY(!RegisterStore::openWithRecovery(reg.folder(), reg.recovery, QString::fromUtf8(kRegistrar),
                                               freshPassword(), reg.clock, registry(), KeyCost::floor()));
    }
    XUEJI_FAILS(
        RegisterStore::open(reg.folder(), QString::fromUtf8(kRegistrar), freshPassword(), reg.clock, registry()),
        ErrorCode::WrongPassword);
    reg.reopen();
  }

  void anAccountWhoseKeyIsGoneCanBeRemoved() {
    TestStore reg;
    XUEJI_OK(reg.store->accounts().add(kOther, Role::Helper, otherPassword(), KeyCost::floor()));
    XUEJI_OK(reg.store->session().signIn()->keys.removeUser(kOther));
    XUEJI_OK(reg.store->accounts().remove(kOther));
    QVERIFY(!(*reg.store->tables().users().byName(kOther)).has_value());
  }

  void aSecondProcessIsToldWhoWrites() {
    TestStore reg;
    reg.store.reset();
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {"--hold", reg.folder()});
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readAllStandardOutput(), QByteArray("held\n"));
    const auto second = reg.open();
    XUEJI_FAILS(second, ErrorCode::RegisterInUse);
    QCOMPARE(second.error().args.first(), QString::fromUtf8(kRegistrar));
    // Killed, not closed: the lock it leaves is stale and is taken over.
    other.kill();
    QVERIFY(other.waitForFinished());
    XUEJI_OK(reg.open());
  }

  void aWorkerHasItsOwnConnectionAndNeitherLosesALogLine() {
    TestStore reg;
    constexpr int kEach = 50;
    Result<void> worked;
    std::thread worker([&] {
      auto own = reg.store->another();
      if (!own) {
        worked = std::unexpected(own.error());
        return;
      }
      for (int number = 0; number < kEach && worked; ++number) {
        const auto id = enrolIn(**own, plainChild(number));
        if (!id)
          worked = std::unexpected(id.error());
      }
    });
    for (int number = 0; number < kEach; ++number)
      XUEJI_OK(reg.store->tables().log().append(LogAction::Read, QStringLiteral("student:%1").arg(number)));
    worker.join();
    XUEJI_OK(worked);
    XUEJI_OK(reg.store->tables().log().flush());
    QCOMPARE(*reg.store->tables().students().count({}), kEach);
    QSqlQuery query(reg.store->session().database());
    query.exec("SELECT count(*) FROM log WHERE action = 'read'");
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), kEach);
    query.finish(); // an open question holds an older state of the file
    QCOMPARE(faultsOf(*reg.store).join(QLatin1Char(',')), QString());
  }

  void whatTheWindowLogsWhileAJobWritesIsAppendedNext() {
    TestStore reg;
    const auto job = reg.store->another();
    XUEJI_OK(job);
    Transaction work = (*job)->tables().begin();
    XUEJI_OK(enrolIn(**job, plainChild(1)));
    QElapsedTimer timer;
    timer.start();
    XUEJI_OK(reg.store->tables().log().append(LogAction::Read, "student:7"));
    QVERIFY2(timer.elapsed() < 1000, "the window waited for the job");
    XUEJI_OK(work.commit());
    XUEJI_OK(reg.store->tables().log().append(LogAction::Read, "student:8"));
    QSqlQuery query(reg.store->session().database());
    query.exec("SELECT object FROM log WHERE action = 'read' ORDER BY id");
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toString(), QString("student:7"));
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toString(), QString("student:8"));
    query.finish();
    QCOMPARE(faultsOf(*reg.store).join(QLatin1Char(',')), QString());
  }

  void aNewerSchemaIsRefused() {
    TestStore reg;
    QSqlQuery(reg.store->session().database()).exec("PRAGMA user_version = 99");
    reg.store.reset();
    const auto opened = reg.open();
    XUEJI_FAILS(opened, ErrorCode::RegisterNewer);
    QCOMPARE(opened.error().args, (QStringList{"99", QString::number(registry().newestSchema())}));
  }

  void aDamagedFileIsNamedAndLeftAsItIs_data() {
    QTest::addColumn<int>("page");
    QTest::newRow("first page") << 0;
    QTest::newRow("second page") << 1;
    QTest::newRow("a page in the middle") << 5;
  }
  void aDamagedFileIsNamedAndLeftAsItIs() {
    QFETCH(int, page);
    TestStore reg;
    for (int number = 0; number < 20; ++number)
      reg.enrol(plainChild(number));
    reg.store.reset();
    const QString file = reg.folder() + "/register.db";
    overwrite(file, page * 4096 + 100, "damage");
    const auto bytes = readWholeFile(file, 100 << 20);
    auto opened = reg.open();
    if (opened) { // damage in a page that opening does not read
      const auto report = verify(**opened);
      XUEJI_OK(report);
      QVERIFY(!report->passed());
    } else {
      XUEJI_FAILS(opened, ErrorCode::RegisterDamaged);
      QCOMPARE(*readWholeFile(file, 100 << 20), *bytes);
    }
  }

  void aTruncatedOrForeignFileIsRefused() {
    TestStore reg;
    reg.enrol(plainChild(1));
    reg.store.reset();
    const QString file = reg.folder() + "/register.db";
    const QByteArray whole = *readWholeFile(file, 100 << 20);
    QFile::resize(file, 1000);
    XUEJI_FAILS(reg.open(), ErrorCode::RegisterDamaged);
    QVERIFY(writeFileAtomically(file, QByteArray(100000, 'x')));
    XUEJI_FAILS(reg.open(), ErrorCode::KeyDoesNotFit);
    QVERIFY(writeFileAtomically(file, "SQLite format 3" + QByteArray(8192, '\0')));
    XUEJI_FAILS(reg.open(), ErrorCode::NotARegister);
    QVERIFY(writeFileAtomically(file, whole));
    QVERIFY(writeFileAtomically(reg.folder() + "/keys.json", "{}"));
    QVERIFY(writeFileAtomically(reg.folder() + "/keys.json.bak", "{}"));
    XUEJI_FAILS(reg.open(), ErrorCode::KeyFileDamaged);
    XUEJI_FAILS(
        RegisterStore::open(reg.path("nowhere"), QString::fromUtf8(kRegistrar), password(), reg.clock, registry()),
        ErrorCode::RegisterMissing);
  }

  void anOlderDatabaseUnderNewerKeysIsNoticedAndRemembered() {
    TestStore reg;
    reg.enrol(plainChild(1));
    reg.store.reset();
    const QString file = reg.folder() + "/register.db";
    const QByteArray older = *readWholeFile(file, 100 << 20);
    reg.reopen();
    reg.enrol(plainChild(2));
    reg.store.reset();
    QVERIFY(writeFileAtomically(file, older));
    reg.reopen();
    XUEJI_FAILS(reg.store->rollbackState(), ErrorCode::LogRolledBack);
    QVERIFY(!verify(*reg.store)->passed());
    reg.reopen();
    XUEJI_OK(reg.store->rollbackState());
    QSqlQuery query(reg.store->session().database());
    query.exec("SELECT count(*) FROM log WHERE action = 'rollback_noticed'");
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), 1);
  }

  void aReadOnlyFolderCanBeReadButNotWritten() {
    TestStore reg;
    reg.enrol(plainChild(1));
    reg.store.reset();
    QTemporaryDir mountPoint;
    const bool mounted =
        ::geteuid() == 0 &&
        ::mount(qPrintable(reg.folder()), qPrintable(mountPoint.path()), nullptr, MS_BIND, nullptr) == 0 &&
        ::mount(nullptr, qPrintable(mountPoint.path()), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    const QString folder = mounted ? mountPoint.path() : reg.folder();
    if (!mounted) {
      if (::geteuid() == 0)
        QSKIP("root, and no mounts allowed here");
      QFile::setPermissions(folder + "/register.db", QFile::ReadOwner);
      QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
    }
    const auto write = RegisterStore::open(folder, QString::fromUtf8(kRegistrar), password(), reg.clock, registry());
    const auto wrong = RegisterStore::open(folder, QString::fromUtf8(kRegistrar), SecretBytes::fromUtf8("Wrong-2024"),
                                           reg.clock, registry());
    auto read =
        RegisterStore::open(folder, QString::fromUtf8(kRegistrar), password(), reg.clock, registry(), Access::Read);
    const bool verified = read && verify(**read).value_or(VerifyReport{{}, {{}}, 0, 0, 0, {}, 0, {}}).passed();
    const auto logged = read ? (*read)->tables().log().append(LogAction::Read) : fail(ErrorCode::Internal);
    if (read)
      read->reset();
    if (mounted)
      ::umount(qPrintable(mountPoint.path()));
    else
      QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    XUEJI_FAILS(write, ErrorCode::NotWritable);
    XUEJI_FAILS(wrong, ErrorCode::WrongPassword);
    QVERIFY(verified);
    XUEJI_FAILS(logged, ErrorCode::NotWritable);
  }

  void whenTheDiskIsFullWhatWasAcknowledgedStands() {
    TestStore reg;
    reg.store.reset();
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {"--fill", reg.folder()});
    QVERIFY(other.waitForFinished(120000));
    const QList<QByteArray> said = other.readAllStandardOutput().trimmed().split(' ');
    QCOMPARE(said.size(), 2);
    QVERIFY2(said[1].toInt() == int(ErrorCode::DiskFull) || said[1].toInt() == int(ErrorCode::WriteFailed),
             said[1].constData());
    QVERIFY(said[0].toInt() > 10);
    reg.reopen();
    QCOMPARE(*reg.store->tables().students().count({}), said[0].toInt());
    QCOMPARE(faultsOf(*reg.store).join(QLatin1Char(',')), QString());
  }

  void onAFullDiskTheErrorSaysSo() {
    QTemporaryDir mountPoint;
    if (::geteuid() != 0 || ::mount("tmpfs", qPrintable(mountPoint.path()), "tmpfs", 0, "size=3m") != 0)
      QSKIP("needs root and a mount");
    FixedClock clock;
    Result<void> end;
    int acknowledged = 0;
    int kept = -1;
    bool sound = false;
    {
      auto created = RegisterStore::create({mountPoint.filePath("a.xueji"),
                                            SchoolProfile::fromSchoolCode("2113220301", "x", "132203"),
                                            QString::fromUtf8(kRegistrar), password(), KeyCost::floor()},
                                           clock, registry());
      end = created ? Result<void>{} : std::unexpected(created.error());
      for (int number = 0; end && number < 9000; ++number) {
        const auto id = enrolIn(*created->store, plainChild(number));
        if (id)
          ++acknowledged;
        else
          end = std::unexpected(id.error());
      }
      if (created) {
        kept = created->store->tables().students().count({}).value_or(-1);
        const auto report = verify(*created->store);
        sound = report ? report->passed() : report.error().code == ErrorCode::DiskFull;
      }
    }
    ::umount(qPrintable(mountPoint.path()));
    XUEJI_FAILS(end, ErrorCode::DiskFull);
    QVERIFY(acknowledged > 10);
    QCOMPARE(kept, acknowledged);
    QVERIFY(sound);
  }
};

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.value(1) == "--hold")
    return holdRegister(arguments.value(2));
  if (arguments.value(1) == "--fill")
    return writeUntilFull(arguments.value(2), 3 << 20);
  RegisterStoreTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "register_store_test.moc"
#include "store/accounts.h"
#include "store/tables.h"
