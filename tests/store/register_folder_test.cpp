#include "platform/durable_file.h"
#include "platform/process.h"
#include "store/register_folder.h"
#include "store/writer_lock.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>
#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace xueji;

namespace {

class FixedClock final : public Clock {
public:
  QDateTime now() const override { return QDateTime(QDate(2024, 9, 1), QTime(0, 30), QTimeZone::utc()); }
};

/// The second process: takes the lock, says so, and waits for the end of its standard input.
int holdLock(const QString& folder) {
  const auto lock = WriterLock::acquire(RegisterFolder(folder), "wang", FixedClock());
  QFile out;
  QFile in;
  if (!lock || !out.open(stdout, QIODevice::WriteOnly) || !in.open(stdin, QIODevice::ReadOnly))
    return 1;
  out.write("held\n");
  out.flush();
  in.readAll();
  return 0;
}

using Write = Result<void> (*)(const QString&, QByteArrayView);

void write(const QString& file, const QByteArray& bytes) {
  QFile opened(file);
  QVERIFY(opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size());
}

} // namespace

Q_DECLARE_METATYPE(Write)

class RegisterFolderTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_temporary;
  FixedClock m_clock;

  RegisterFolder freshFolder(const QString& name) {
    RegisterFolder folder(m_temporary.filePath(name + ".xueji"));
    if (!folder.make())
      qFatal("no folder");
    return folder;
  }
  void start(QProcess& other, const RegisterFolder& folder) {
    other.start(QCoreApplication::applicationFilePath(), {"--hold", folder.path()});
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readAllStandardOutput(), QByteArray("held\n"));
  }

private slots:
  void theLayoutIsFixed() {
    const RegisterFolder folder(m_temporary.filePath("a/../School.xueji/"));
    QCOMPARE(folder.path(), m_temporary.filePath("School.xueji"));
    QCOMPARE(folder.name(), QString("School"));
    QCOMPARE(folder.mustBeRegister().error().code, ErrorCode::RegisterMissing);
    QVERIFY(folder.make());
    QVERIFY(folder.exists() && QDir(folder.backups()).exists());
    QCOMPARE(folder.mustBeRegister().error().code, ErrorCode::NotARegister);
    QCOMPARE(folder.make().error().code, ErrorCode::RegisterExists);
    write(folder.database(), "x");
    write(folder.keysCopy(), "x");
    QVERIFY(folder.looksLikeRegister() && folder.mustBeRegister());
    QCOMPARE(RegisterFolder(m_temporary.filePath("no/where.xueji")).make().error().code, ErrorCode::PathMissing);
    QCOMPARE(QFile::permissions(folder.path()) & QFile::Permissions(0x077), QFile::Permissions());
  }

  void anEmptyFolderBecomesARegisterAFileDoesNot() {
    QVERIFY(QDir(m_temporary.path()).mkdir("empty"));
    QVERIFY(RegisterFolder(m_temporary.filePath("empty")).make());
    write(m_temporary.filePath("file"), "x");
    QCOMPARE(RegisterFolder(m_temporary.filePath("file")).make().error().code, ErrorCode::RegisterExists);
  }

  void anAtomicWriteReplacesWholeOrNotAtAll_data() {
    QTest::addColumn<Write>("write");
    QTest::newRow("and waits for the folder") << &writeFileAtomically;
    QTest::newRow("and does not wait") << &replaceFile;
  }

  void anAtomicWriteReplacesWholeOrNotAtAll() {
    QFETCH(Write, write);
    const QString path = m_temporary.filePath(QStringLiteral("atomic %1").arg(QTest::currentDataTag()));
    QVERIFY(write(path, "one"));
    QVERIFY(write(path, "two"));
    QCOMPARE(*readWholeFile(path, 10), QByteArray("two"));
    QCOMPARE(readWholeFile(path, 2).error().code, ErrorCode::FileTooLarge);
    QCOMPARE(readWholeFile(path + "x", 2).error().code, ErrorCode::PathMissing);
    // The temporary name is a folder: nothing can be written, the old content stays.
    QVERIFY(QDir().mkdir(path + ".new"));
    QVERIFY(!write(path, "three"));
    QCOMPARE(*readWholeFile(path, 10), QByteArray("two"));
  }

  void aLinkInTheWayIsNotFollowed() {
    const QString path = m_temporary.filePath("linked");
    const QString victim = m_temporary.filePath("victim");
    write(victim, "mine");
    QVERIFY(QFile::link(victim, path + ".new"));
    QVERIFY(writeFileAtomically(path, "new").has_value());
    QCOMPARE(*readWholeFile(victim, 10), QByteArray("mine"));
    QCOMPARE(*readWholeFile(path, 10), QByteArray("new"));
  }

  void aFullDiskIsCalledFull() {
    const QString path = m_temporary.filePath("full");
    write(path, "old");
    // No room for a single byte: what a full disk answers, without filling one.
    rlimit usual{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
    const rlimit none{0, usual.rlim_max};
    ::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
    const auto written = writeFileAtomically(path, "new");
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
    QCOMPARE(written.error(), (Error{ErrorCode::DiskFull, {path}}));
    QCOMPARE(*readWholeFile(path, 10), QByteArray("old"));
  }

  void aMoveNeverReplaces() {
    write(m_temporary.filePath("m1"), "1");
    write(m_temporary.filePath("m2"), "2");
    QCOMPARE(moveDurably(m_temporary.filePath("m1"), m_temporary.filePath("m2")).error().code,
             ErrorCode::RegisterExists);
    QVERIFY(moveDurably(m_temporary.filePath("m1"), m_temporary.filePath("m3")));
    QVERIFY(!QFile::exists(m_temporary.filePath("m1")));
  }

  void onlyOneWriterAtATimeAndTheOtherIsToldWho() {
    const RegisterFolder folder = freshFolder("two");
    QVERIFY(!WriterLock::holder(folder));
    QProcess other;
    start(other, folder);
    const auto refused = WriterLock::acquire(folder, "li", m_clock);
    QVERIFY(!refused);
    const QString since = m_clock.now().toLocalTime().toString(Qt::ISODate);
    QCOMPARE(refused.error(), (Error{ErrorCode::RegisterInUse, {"wang", QSysInfo::machineHostName(), since}}));
    const auto holder = WriterLock::holder(folder);
    QVERIFY(holder);
    QCOMPARE(holder->pid, other.processId());
    QCOMPARE(holder->since, m_clock.now());
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitCode(), 0);
    QVERIFY(WriterLock::acquire(folder, "li", m_clock));
  }

  void theLockOfAKilledProcessIsTakenOver() {
    const RegisterFolder folder = freshFolder("killed");
    QProcess other;
    start(other, folder);
    other.kill();
    QVERIFY(other.waitForFinished());
    QVERIFY2(readWholeFile(folder.lock(), 4096)->contains("wang"), "it could not clean up");
    QVERIFY(!WriterLock::holder(folder));
    const auto lock = WriterLock::acquire(folder, "li", m_clock);
    QVERIFY(lock);
    QCOMPARE(WriterLock::holder(folder)->user, QString("li"));
  }

  void theSameProgramDoesNotGetItTwice() {
    const RegisterFolder folder = freshFolder("same");
    auto lock = WriterLock::acquire(folder, "li", m_clock);
    QVERIFY(lock);
    QCOMPARE(WriterLock::acquire(folder, "wang", m_clock).error().code, ErrorCode::RegisterInUse);
    QVERIFY(lock->setUser("zhao", m_clock));
    QCOMPARE(WriterLock::holder(folder)->user, QString("zhao"));
    {
      const WriterLock moved = std::move(*lock);
      QVERIFY(WriterLock::holder(folder));
    }
    QVERIFY(!WriterLock::holder(folder));
    QVERIFY(WriterLock::acquire(folder, "wang", m_clock));
  }

  void aLockFileOfRubbishDoesNotLockAnybodyOut() {
    const RegisterFolder folder = freshFolder("rubbish");
    write(folder.lock(), QByteArray(10000, '\xff'));
    QVERIFY(WriterLock::acquire(folder, "li", m_clock));
  }

  void theProcessLeavesNoCoreDump() {
    QVERIFY(hardenProcess());
    rlimit limit{1, 1};
    QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t(0));
    QCOMPARE(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
  }
};

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  if (argc == 3 && qstrcmp(argv[1], "--hold") == 0)
    return holdLock(QString::fromLocal8Bit(argv[2]));
  RegisterFolderTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "register_folder_test.moc"
