// A disk that is full, a folder that cannot be written, a register at work elsewhere, damaged or not one at all: the
// right error, nothing changed.

#include "full_disk.h"
#include "register/acts.h"
#include "register/roster_list.h"
#include "store/backup.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QtTest>
#include <unistd.h>

using namespace xueji;
using namespace xueji::test;

namespace {

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isFullDisk(ErrorCode code) {
  return code == ErrorCode::DiskFull || code == ErrorCode::WriteFailed;
}

} // namespace

class DiskTest : public QObject {
  Q_OBJECT

  static QString rosterOf(TestRegister& desk, int children) {
    QList<StudentRecord> records;
    for (int number = 0; number < children; ++number)
      records << madeChild(number);
    return desk.writeCsv(QStringLiteral("many.csv"), linesOf(records));
  }

private slots:
  void anImportOnAFullDiskLeavesNothing() {
    TestRegister desk;
    desk.enrolChild(500);
    const QByteArray before = desk.exported();
    const auto plan = desk.plan(rosterOf(desk, 300));
    XUEJI_OK(plan);
    const qint64 size = QFile(desk.folder() + QStringLiteral("/register.db")).size();
    int failures = 0;
    // From hardly any room to almost enough.
    for (const qint64 room : {0, 20000, 60000, 150000, 400000}) {
      std::optional<Result<ImportResult>> result;
      {
        const FullDisk full(static_cast<rlim_t>(size + room));
        result = commitImport(desk.office(), *plan, true);
      }
      if (*result) {
        XUEJI_OK(undoBatch(desk.office(), (*result)->batch));
      } else {
        ++failures;
        QVERIFY2(isFullDisk(result->error().code), qPrintable(textOf(result->error())));
      }
      QCOMPARE(desk.exported(), before);
      QCOMPARE(desk.damage(), QString());
    }
    QVERIFY(failures >= 2);
    // With room again the same plan goes through.
    XUEJI_OK(commitImport(desk.office(), *plan, true));
    desk.signOut();
    desk.signIn();
    QCOMPARE(desk.store().tables().students().count({}).value_or(-1), 301);
    QCOMPARE(desk.damage(), QString());
  }

  void aBackupOnAFullDiskLeavesNoHalfBackup() {
    TestRegister desk;
    desk.import(rosterOf(desk, 60));
    const QDir backups(desk.folder() + QStringLiteral("/backups"));
    {
      const FullDisk full(100000);
      const auto proof = backUp(desk.store(), {});
      QVERIFY(!proof);
      QVERIFY2(isFullDisk(proof.error().code), qPrintable(textOf(proof.error())));
    }
    QCOMPARE(backups.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    QVERIFY(!lastProvenBackup(desk.store())->has_value());
    XUEJI_OK(backUp(desk.store(), {}));
    QCOMPARE(desk.damage(), QString());
  }

  void anExportOnAFullDiskLeavesTheOldFile() {
    TestRegister desk;
    desk.import(rosterOf(desk, 50)); // more need a second person
    for (const char* name : {"list.csv", "list.xlsx"}) {
      const QString file = desk.path(QLatin1String(name));
      XUEJI_OK(exportRoster(desk.office(), {}, file, QStringLiteral("核对")));
      const QByteArray before = bytesOf(file);
      const qint64 database = QFile(desk.folder() + QStringLiteral("/register.db")).size();
      QVERIFY(database > 4096);
      XUEJI_OK(desk.store().tables().log().flush());
      {
        const FullDisk full(4096);
        QVERIFY(!exportRoster(desk.office(), {}, file, QStringLiteral("核对")));
      }
      QCOMPARE(bytesOf(file), before);
    }
    QCOMPARE(desk.damage(), QString());
  }

  void aSecondRegistrarIsToldWhoIsAtWork() {
    TestRegister desk;
    desk.addUser("李娜", Role::Registrar);
    const auto second = RegisterStore::open(desk.folder(), QStringLiteral("李娜"), password(), desk.clock, registry());
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::RegisterInUse);
    QCOMPARE(second.error().args.first(), QString::fromUtf8(kRegistrar));
    const auto same =
        restore(desk.folder(), desk.folder(), QString::fromUtf8(kRegistrar), password(), desk.clock, registry());
    QVERIFY(!same);
    XUEJI_OK(desk.store().tables().log().flush());
  }

  void aRegisterInUseIsNotReplacedByABackup() {
    TestRegister desk;
    desk.enrolChild(1);
    const auto proof = backUp(desk.store(), desk.path(QString()));
    XUEJI_OK(proof);
    const QByteArray before = desk.exported();
    const auto refused =
        restore(proof->path, desk.folder(), QString::fromUtf8(kRegistrar), password(), desk.clock, registry());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RegisterInUse);
    QCOMPARE(desk.exported(), before);
    QCOMPARE(desk.damage(), QString());
  }

  void wrongPasswordsOpenNothing() {
    TestRegister desk;
    const QString backup = backUp(desk.store(), desk.path(QString())).value_or(BackupProof{}).path;
    desk.signOut();
    const SecretBytes wrong = SecretBytes::fromUtf8(QStringLiteral("Linden-Brook-42-lanterN"));
    const QByteArray database = bytesOf(desk.folder() + QStringLiteral("/register.db"));
    QCOMPARE(
        RegisterStore::open(desk.folder(), QString::fromUtf8(kRegistrar), wrong, desk.clock, registry()).error().code,
        ErrorCode::WrongPassword);
    QCOMPARE(
        RegisterStore::open(desk.folder(), QStringLiteral("谁也不是"), password(), desk.clock, registry()).error().code,
        ErrorCode::WrongPassword);
    QCOMPARE(restore(backup, desk.folder(), QString::fromUtf8(kRegistrar), wrong, desk.clock, registry()).error().code,
             ErrorCode::WrongPassword);
    QCOMPARE(bytesOf(desk.folder() + QStringLiteral("/register.db")), database);
    desk.clock.pass(10); // after the third failure one has to wait
    desk.signIn();
    QVERIFY(desk.logLines().filter(QStringLiteral("sign_in_failed")).size() >= 2);
    QCOMPARE(desk.damage(), QString());
  }

  void aDamagedRegisterIsNamedAndNotTouched_data() {
    QTest::addColumn<QString>("how");
    for (const char* how : {"cut to half", "cut to a page", "empty", "a foreign file", "first page lost",
                            "a page in the middle", "plain SQLite"})
      QTest::newRow(how) << QString::fromLatin1(how);
  }
  void aDamagedRegisterIsNamedAndNotTouched() {
    QFETCH(QString, how);
    TestRegister desk;
    desk.import(rosterOf(desk, 60));
    desk.signOut();
    const QString path = desk.folder() + QStringLiteral("/register.db");
    QByteArray bytes = bytesOf(path);
    if (how == QLatin1String("cut to half"))
      bytes.truncate(bytes.size() / 2);
    else if (how == QLatin1String("cut to a page"))
      bytes.truncate(4096);
    else if (how == QLatin1String("empty"))
      bytes.clear();
    else if (how == QLatin1String("a foreign file"))
      bytes = QByteArray(200000, 'x');
    else if (how == QLatin1String("plain SQLite"))
      bytes = QByteArray("SQLite format 3\0", 16) + QByteArray(8176, '\0');
    else
      for (qsizetype at = how == QLatin1String("first page lost") ? 0 : bytes.size() / 2, end = at + 4096; at < end;
           ++at)
        bytes[at] = static_cast<char>(bytes[at] ^ 0x5a);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();
    auto opened = RegisterStore::open(desk.folder(), QString::fromUtf8(kRegistrar), password(), desk.clock, registry());
    if (opened) {
      // Damage that opening does not meet: looking through does.
      const auto report = verify(**opened);
      QVERIFY(!report || !report->passed());
      if (!report)
        QCOMPARE(report.error().code, ErrorCode::RegisterDamaged);
      return;
    }
    const QList<ErrorCode> known{ErrorCode::RegisterDamaged, ErrorCode::KeyDoesNotFit, ErrorCode::NotARegister};
    QVERIFY2(known.contains(opened.error().code), qPrintable(textOf(opened.error())));
    QCOMPARE(bytesOf(path), bytes);
  }

  void aFolderWithoutARegisterIsSaidToBeNone() {
    TestRegister desk;
    QVERIFY(QDir().mkdir(desk.path(QStringLiteral("leer"))));
    const QString user = QString::fromUtf8(kRegistrar);
    QCOMPARE(
        RegisterStore::open(desk.path(QStringLiteral("leer")), user, password(), desk.clock, registry()).error().code,
        ErrorCode::NotARegister);
    QCOMPARE(RegisterStore::open(desk.path(QStringLiteral("nirgends")), user, password(), desk.clock, registry())
                 .error()
                 .code,
             ErrorCode::RegisterMissing);
    QCOMPARE(createRegister(desk.folder(), desk.clock).error().code, ErrorCode::RegisterExists);
  }

  void aReadOnlyFolderIsSaidToBeSo() {
    // Root may write everywhere: the child of this test gives that right up and tries.
    QProcess child;
    TestRegister desk;
    desk.signOut();
    const QString folder = desk.folder();
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--as-nobody"), folder});
    QVERIFY(child.waitForFinished(60000));
    if (child.exitCode() == 77)
      QSKIP("neither root nor able to become somebody else");
    QCOMPARE(child.exitCode(), 0);
    desk.signIn();
    QCOMPARE(desk.damage(), QString());
  }
};

namespace {

/// Tries to sign in to a register whose folder it may read but not write: 0 when it is told so.
int tryAsNobody(const QString& folder) {
  for (const QString& name : QDir(folder).entryList(QDir::Files))
    QFile::setPermissions(folder + QLatin1Char('/') + name, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
  constexpr auto kRead =
      QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
  QFile::setPermissions(folder, kRead);
  QFile::setPermissions(QFileInfo(folder).path(), kRead);
  int answer = 77;
  if (::geteuid() != 0 || ::seteuid(65534) == 0) {
    const FixedClock clock;
    const auto opened = RegisterStore::open(folder, QString::fromUtf8(kRegistrar), password(), clock, registry());
    answer = !opened && opened.error().code == ErrorCode::NotWritable ? 0 : 1;
    if (answer != 0)
      qWarning("%s", opened ? "it opened" : qPrintable(textOf(opened.error())));
    if (::getuid() == 0 && ::seteuid(0) != 0)
      answer = 2;
  }
  QFile::setPermissions(QFileInfo(folder).path(), kRead | QFile::WriteOwner);
  QFile::setPermissions(folder, kRead | QFile::WriteOwner);
  for (const QString& name : QDir(folder).entryList(QDir::Files))
    QFile::setPermissions(folder + QLatin1Char('/') + name, QFile::ReadOwner | QFile::WriteOwner);
  return answer;
}

} // namespace

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  if (argc == 3 && qstrcmp(argv[1], "--as-nobody") == 0)
    return tryAsNobody(QString::fromLocal8Bit(argv[2]));
  DiskTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "disk_test.moc"
#include "store/tables.h"
