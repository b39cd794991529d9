#include "platform/durable_file.h"
#include "store/schema.h"
#include "store/sign_in_attempts.h"
#include "store/store_session.h"
#include "store_fixture.h"

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
  HandClock clock;
  const auto store = RegisterStore::open(folder, kUser, password(), clock, registry());
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
  HandClock clock;
  auto store = RegisterStore::open(folder, kUser, password(), clock, registry());
  if (!store)
    return 1;
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit most{limit, limit};
  if (setrlimit(RLIMIT_FSIZE, &most) != 0)
    return 1;
  int acknowledged = 0;
  ErrorCode why = ErrorCode::NothingToDo;
  for (int number = 0; number < 20000; ++number) {
    const auto id = enrolIn(**store, child(number % 9000));
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
  Trouble(const QString& kind, Register& reg) : m_kind(kind), m_keys(reg.folder() + "/keys.json") {
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
        reg.enrol(child(number));
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
    Register reg;
    QCOMPARE(reg.store->user().name, kUser);
    QCOMPARE(reg.store->user().role, Role::Registrar);
    QCOMPARE(reg.store->school().name, QString("测试小学"));
    QCOMPARE(reg.store->registerId().size(), 32);
    reg.reopen();
    QCOMPARE(reg.store->school().code, QString("2113220301"));
    QCOMPARE(reg.store->tables().users().all()->size(), 1);
  }

  void anExistingRegisterIsNeverOverwritten() {
    Register reg;
    const auto again = RegisterStore::create(
        {reg.folder(), SchoolProfile::fromSchoolCode("2113220301", "x", "132203"), kUser, password(), KeyCost::floor()},
        reg.clock, registry());
    MUST_FAIL(again, ErrorCode::RegisterExists);
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
    HandClock clock;
    Registry noTables = registry();
    noTables.steps.last().sql += QStringLiteral(" DROP TABLE student;");
    const auto make = [&](const Registry& with) {
      return RegisterStore::create({folder, SchoolProfile::fromSchoolCode("2113220301", "测试小学", "132203"), kUser,
                                    password(), KeyCost::floor()},
                                   clock, with);
    };
    QVERIFY(!make(noTables));
    QCOMPARE(QDir(place.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty(), !stands);
    QVERIFY(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    MUST(make(registry()));
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
    HandClock clock;
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
    Register reg;
    reg.store.reset();
    const auto wrong = SecretBytes::fromUtf8("Wrong-2024");
    for (int attempt = 0; attempt < 3; ++attempt)
      MUST_FAIL(RegisterStore::open(reg.folder(), kUser, wrong, reg.clock, registry()), ErrorCode::WrongPassword);
    const auto tooSoon = reg.open();
    MUST_FAIL(tooSoon, ErrorCode::TooManyAttempts);
    QCOMPARE(tooSoon.error().args, QStringList{"1"});
    reg.clock.advance(1);
    for (int attempt = 3; attempt < 10; ++attempt) {
      MUST_FAIL(RegisterStore::open(reg.folder(), "nobody", wrong, reg.clock, registry()), ErrorCode::WrongPassword);
      reg.clock.advance(1);
    }
    MUST_FAIL(reg.open(), ErrorCode::TooManyAttempts);
    reg.clock.advance(4);
    reg.reopen();
    QVERIFY(SignInAttempts(reg.folder()).all().isEmpty());
    QSqlQuery query(reg.store->session().database());
    query.exec("SELECT count(*) FROM log WHERE action = 'sign_in_failed'");
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), 10);
    MUST_FAIL(reg.store->accounts().checkOwnPassword(wrong), ErrorCode::WrongPassword);
    MUST(reg.store->accounts().checkOwnPassword(password()));
  }

  void theRecoverySheetGivesANewPassword() {
    Register reg;
    reg.store.reset();
    const auto fresh = SecretBytes::fromUtf8("Autumn-2025");
    MUST_FAIL(RegisterStore::openWithRecovery(reg.folder(), "AAAA-AAAA", kUser, fresh, reg.clock, registry(),
                                              KeyCost::floor()),
              ErrorCode::WrongRecoverySecret);
    MUST_FAIL(RegisterStore::openWithRecovery(reg.folder(), reg.recovery, "nobody", fresh, reg.clock, registry(),
                                              KeyCost::floor()),
              ErrorCode::UserUnknown);
    MUST(RegisterStore::openWithRecovery(reg.folder(), reg.recovery.toLower(), kUser, fresh, reg.clock, registry(),
                                         KeyCost::floor()));
    MUST_FAIL(reg.open(), ErrorCode::WrongPassword);
    MUST(RegisterStore::open(reg.folder(), kUser, fresh, reg.clock, registry()));
  }

  void accountsComeAndGoWithTheirKeySlots() {
    Register reg;
    MUST(reg.store->accounts().add("校长", Role::Principal, SecretBytes::fromUtf8("Winter-2026"), KeyCost::floor()));
    MUST_FAIL(reg.store->accounts().add("校长", Role::Helper, password(), KeyCost::floor()), ErrorCode::UserExists);
    MUST_FAIL(reg.store->accounts().add(" x", Role::Helper, password(), KeyCost::floor()), ErrorCode::ValueInvalid);
    MUST_FAIL(reg.store->accounts().add("y", Role::Helper, SecretBytes::fromUtf8("short"), KeyCost::floor()),
              ErrorCode::PasswordTooWeak);
    MUST_FAIL(reg.store->accounts().remove(kUser), ErrorCode::WrongUse);
    reg.store.reset();
    const auto principal =
        RegisterStore::open(reg.folder(), "校长", SecretBytes::fromUtf8("Winter-2026"), reg.clock, registry());
    MUST(principal);
    QCOMPARE((*principal)->user().role, Role::Principal);
    const_cast<std::unique_ptr<RegisterStore>&>(*principal).reset();
    reg.reopen();
    MUST(reg.store->accounts().remove("校长"));
    MUST_FAIL(reg.store->accounts().remove("校长"), ErrorCode::UserUnknown);
    QCOMPARE(reg.store->tables().users().all()->size(), 2);
    MUST(reg.store->accounts().changePassword(password(), SecretBytes::fromUtf8("Autumn-2025"), KeyCost::floor()));
    reg.store.reset();
    MUST_FAIL(RegisterStore::open(reg.folder(), "校长", SecretBytes::fromUtf8("Winter-2026"), reg.clock, registry()),
              ErrorCode::WrongPassword);
    MUST_FAIL(reg.open(), ErrorCode::WrongPassword);
  }

  void aNewPasswordThatCouldNotBeStoredIsNeverInForce_data() { nameTheTroubles(); }
  void aNewPasswordThatCouldNotBeStoredIsNeverInForce() {
    QFETCH(QString, kind);
    Register reg;
    {
      const Trouble trouble(kind, reg);
      QVERIFY(!reg.store->accounts().changePassword(password(), freshPassword(), KeyCost::floor()));
      QVERIFY(opens(reg.folder(), kUser, password()) && !opens(reg.folder(), kUser, freshPassword()));
    }
    MUST(reg.store->tables().log().append(LogAction::Read, "student:1"));
    MUST(reg.store->accounts().checkOwnPassword(password()));
    reg.reopen();
    QCOMPARE(faultsOf(*reg.store), QStringList());
    MUST(reg.store->accounts().changePassword(password(), freshPassword(), KeyCost::floor()));
    reg.store.reset();
    MUST_FAIL(reg.open(), ErrorCode::WrongPassword);
    MUST(RegisterStore::open(reg.folder(), kUser, freshPassword(), reg.clock, registry()));
  }

  void aRemovalThatCouldNotBeStoredIsNeverInForce_data() { nameTheTroubles(); }
  void aRemovalThatCouldNotBeStoredIsNeverInForce() {
    QFETCH(QString, kind);
    Register reg;
    MUST(reg.store->accounts().add(kOther, Role::Helper, otherPassword(), KeyCost::floor()));
    {
      const Trouble trouble(kind, reg);
      QVERIFY(!reg.store->accounts().remove(kOther));
      QVERIFY(opens(reg.folder(), kOther, otherPassword()));
    }
    MUST(reg.store->tables().log().append(LogAction::Read, "student:1"));
    QVERIFY((*reg.store->tables().users().byName(kOther)).has_value());
    reg.store.reset();
    MUST(RegisterStore::open(reg.folder(), kOther, otherPassword(), reg.clock, registry()));
    reg.reopen();
    MUST(reg.store->accounts().remove(kOther));
    QVERIFY(!(*reg.store->tables().users().byName(kOther)).has_value());
    QVERIFY(!opens(reg.folder(), kOther, otherPassword()));
    QCOMPARE(faultsOf(*reg.store), QStringList());
  }

  void aRecoverySheetThatCouldNotBeStoredIsNeverInForce_data() { nameTheTroubles(); }
  void aRecoverySheetThatCouldNotBeStoredIsNeverInForce() {
    QFETCH(QString, kind);
    Register reg;
    {
      const Trouble trouble(kind, reg);
      QVERIFY(!reg.store->accounts().renewRecovery(KeyCost::floor()));
      MUST(KeyFile::load(reg.folder())->unlockWithRecovery(reg.recovery));
    }
    MUST(reg.store->tables().log().append(LogAction::Read, "student:1"));
    MUST(KeyFile::load(reg.folder())->unlockWithRecovery(reg.recovery));
    const auto fresh = reg.store->accounts().renewRecovery(KeyCost::floor());
    MUST(fresh);
    MUST(KeyFile::load(reg.folder())->unlockWithRecovery(*fresh));
    QCOMPARE(faultsOf(*reg.store), QStringList());
  }

  void anAccountThatCouldNotBeStoredOpensNothing_data() { nameTheTroubles(); }
  void anAccountThatCouldNotBeStoredOpensNothing() {
    QFETCH(QString, kind);
    Register reg;
    {
      const Trouble trouble(kind, reg);
      QVERIFY(!reg.store->accounts().add(kOther, Role::Helper, otherPassword(), KeyCost::floor()));
      QVERIFY(!opens(reg.folder(), kOther, otherPassword()));
    }
    MUST(reg.store->tables().log().append(LogAction::Read, "student:1"));
    QVERIFY(!opens(reg.folder(), kOther, otherPassword()));
    QVERIFY(!(*reg.store->tables().users().byName(kOther)).has_value());
    MUST(reg.store->accounts().add(kOther, Role::Helper, otherPassword(), KeyCost::floor()));
    reg.store.reset();
    MUST(RegisterStore::open(reg.folder(), kOther, otherPassword(), reg.clock, registry()));
  }

  void aPasswordFromTheRecoverySheetThatCouldNotBeStoredIsNeverInForce_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"first copy", "second copy", "name of the second copy"})
      QTest::newRow(kind) << QString::fromLatin1(kind);
  }
  void aPasswordFromTheRecoverySheetThatCouldNotBeStoredIsNeverInForce() {
    QFETCH(QString, kind);
    Register reg;
    reg.store.reset();
    {
      const Trouble trouble(kind, reg);
      QVERIFY(!RegisterStore::openWithRecovery(reg.folder(), reg.recovery, kUser, freshPassword(), reg.clock,
                                               registry(), KeyCost::floor()));
    }
    MUST_FAIL(RegisterStore::open(reg.folder(), kUser, freshPassword(), reg.clock, registry()),
              ErrorCode::WrongPassword);
    reg.reopen();
  }

  void anAccountWhoseKeyIsGoneCanBeRemoved() {
    Register reg;
    MUST(reg.store->accounts().add(kOther, Role::Helper, otherPassword(), KeyCost::floor()));
    MUST(reg.store->session().signIn()->keys.removeUser(kOther));
    MUST(reg.store->accounts().remove(kOther));
    QVERIFY(!(*reg.store->tables().users().byName(kOther)).has_value());
  }

  void aSecondProcessIsToldWhoWrites() {
    Register reg;
    reg.store.reset();
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {"--hold", reg.folder()});
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readAllStandardOutput(), QByteArray("held\n"));
    const auto second = reg.open();
    MUST_FAIL(second, ErrorCode::RegisterInUse);
    QCOMPARE(second.error().args.first(), kUser);
    // Killed, not closed: the lock it leaves is stale and is taken over.
    other.kill();
    QVERIFY(other.waitForFinished());
    MUST(reg.open());
  }

  void aWorkerHasItsOwnConnectionAndNeitherLosesALogLine() {
    Register reg;
    constexpr int kEach = 50;
    Result<void> worked;
    std::thread worker([&] {
      auto own = reg.store->another();
      if (!own) {
        worked = std::unexpected(own.error());
        return;
      }
      for (int number = 0; number < kEach && worked; ++number) {
        const auto id = enrolIn(**own, child(number));
        if (!id)
          worked = std::unexpected(id.error());
      }
    });
    for (int number = 0; number < kEach; ++number)
      MUST(reg.store->tables().log().append(LogAction::Read, QStringLiteral("student:%1").arg(number)));
    worker.join();
    MUST(worked);
    MUST(reg.store->tables().log().flush());
    QCOMPARE(*reg.store->tables().students().count({}), kEach);
    QSqlQuery query(reg.store->session().database());
    query.exec("SELECT count(*) FROM log WHERE action = 'read'");
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), kEach);
    query.finish(); // an open question holds an older state of the file
    QCOMPARE(faultsOf(*reg.store).join(QLatin1Char(',')), QString());
  }

  void whatTheWindowLogsWhileAJobWritesIsAppendedNext() {
    Register reg;
    const auto job = reg.store->another();
    MUST(job);
    Transaction work = (*job)->tables().begin();
    MUST(enrolIn(**job, child(1)));
    QElapsedTimer timer;
    timer.start();
    MUST(reg.store->tables().log().append(LogAction::Read, "student:7"));
    QVERIFY2(timer.elapsed() < 1000, "the window waited for the job");
    MUST(work.commit());
    MUST(reg.store->tables().log().append(LogAction::Read, "student:8"));
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
    Register reg;
    QSqlQuery(reg.store->session().database()).exec("PRAGMA user_version = 99");
    reg.store.reset();
    const auto opened = reg.open();
    MUST_FAIL(opened, ErrorCode::RegisterNewer);
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
    Register reg;
    for (int number = 0; number < 20; ++number)
      reg.enrol(child(number));
    reg.store.reset();
    const QString file = reg.folder() + "/register.db";
    overwrite(file, page * 4096 + 100, "damage");
    const auto bytes = readWholeFile(file, 100 << 20);
    auto opened = reg.open();
    if (opened) { // damage in a page that opening does not read
      const auto report = verify(**opened);
      MUST(report);
      QVERIFY(!report->passed());
    } else {
      MUST_FAIL(opened, ErrorCode::RegisterDamaged);
      QCOMPARE(*readWholeFile(file, 100 << 20), *bytes);
    }
  }

  void aTruncatedOrForeignFileIsRefused() {
    Register reg;
    reg.enrol(child(1));
    reg.store.reset();
    const QString file = reg.folder() + "/register.db";
    const QByteArray whole = *readWholeFile(file, 100 << 20);
    QFile::resize(file, 1000);
    MUST_FAIL(reg.open(), ErrorCode::RegisterDamaged);
    QVERIFY(writeFileAtomically(file, QByteArray(100000, 'x')));
    MUST_FAIL(reg.open(), ErrorCode::KeyDoesNotFit);
    QVERIFY(writeFileAtomically(file, "SQLite format 3" + QByteArray(8192, '\0')));
    MUST_FAIL(reg.open(), ErrorCode::NotARegister);
    QVERIFY(writeFileAtomically(file, whole));
    QVERIFY(writeFileAtomically(reg.folder() + "/keys.json", "{}"));
    QVERIFY(writeFileAtomically(reg.folder() + "/keys.json.bak", "{}"));
    MUST_FAIL(reg.open(), ErrorCode::KeyFileDamaged);
    MUST_FAIL(RegisterStore::open(reg.path("nowhere"), kUser, password(), reg.clock, registry()),
              ErrorCode::RegisterMissing);
  }

  void anOlderDatabaseUnderNewerKeysIsNoticedAndRemembered() {
    Register reg;
    reg.enrol(child(1));
    reg.store.reset();
    const QString file = reg.folder() + "/register.db";
    const QByteArray older = *readWholeFile(file, 100 << 20);
    reg.reopen();
    reg.enrol(child(2));
    reg.store.reset();
    QVERIFY(writeFileAtomically(file, older));
    reg.reopen();
    MUST_FAIL(reg.store->rollbackState(), ErrorCode::LogRolledBack);
    QVERIFY(!verify(*reg.store)->passed());
    reg.reopen();
    MUST(reg.store->rollbackState());
    QSqlQuery query(reg.store->session().database());
    query.exec("SELECT count(*) FROM log WHERE action = 'rollback_noticed'");
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), 1);
  }

  void aReadOnlyFolderCanBeReadButNotWritten() {
    Register reg;
    reg.enrol(child(1));
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
    const auto write = RegisterStore::open(folder, kUser, password(), reg.clock, registry());
    const auto wrong = RegisterStore::open(folder, kUser, SecretBytes::fromUtf8("Wrong-2024"), reg.clock, registry());
    auto read = RegisterStore::open(folder, kUser, password(), reg.clock, registry(), Access::Read);
    const bool verified = read && verify(**read).value_or(VerifyReport{{}, {{}}, 0, 0, 0, {}, 0, {}}).passed();
    const auto logged = read ? (*read)->tables().log().append(LogAction::Read) : fail(ErrorCode::Internal);
    if (read)
      read->reset();
    if (mounted)
      ::umount(qPrintable(mountPoint.path()));
    else
      QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    MUST_FAIL(write, ErrorCode::NotWritable);
    MUST_FAIL(wrong, ErrorCode::WrongPassword);
    QVERIFY(verified);
    MUST_FAIL(logged, ErrorCode::NotWritable);
  }

  void whenTheDiskIsFullWhatWasAcknowledgedStands() {
    Register reg;
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
    HandClock clock;
    Result<void> end;
    int acknowledged = 0;
    int kept = -1;
    bool sound = false;
    {
      auto created = RegisterStore::create({mountPoint.filePath("a.xueji"),
                                            SchoolProfile::fromSchoolCode("2113220301", "x", "132203"), kUser,
                                            password(), KeyCost::floor()},
                                           clock, registry());
      end = created ? Result<void>{} : std::unexpected(created.error());
      for (int number = 0; end && number < 9000; ++number) {
        const auto id = enrolIn(*created->store, child(number));
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
    MUST_FAIL(end, ErrorCode::DiskFull);
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
