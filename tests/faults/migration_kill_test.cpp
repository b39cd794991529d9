// The frozen register of schema 1 is migrated and killed at every statement and at every call that changes a file; on a
// full disk; read where nothing may be written. Each time it opens as before or as after, verifies, and nothing is
// lost. XUEJI_MIGRATION_STRIDE: at every so many-th alone (1 is all of them).

#include "file_calls.h"
#include "full_disk.h"
#include "store/backup.h"
#include "store/private_copy.h"
#include "store/store_session.h"
#include "support/club_schema.h"
#include "support/frozen_register.h"
#include "support/test_register.h"

#include <QDir>
#include <QTimeZone>
#include <QtTest>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace xueji;
using namespace xueji::test;

namespace {

constexpr int kKilled = 42;

/// Statements that SQLite runs in this process, on whatever connection.
struct Statements {
  static inline int count = 0;
  static inline int last = 0;

  static void begin(int endAt) {
    count = 0;
    last = endAt;
  }
  static int seen(unsigned, void*, void*, void*) {
    if (++count == last)
      ::_exit(kKilled);
    return 0;
  }
  static int watch(sqlite3* connection, const char**, const void*) {
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, seen, nullptr);
  }
};

/// What the child process that does `work` ends with: 0 done, 1 not, kKilled.
int inChild(const std::function<bool()>& work) {
  const pid_t child = ::fork();
  if (child == 0)
    ::_exit(work() ? 0 : 1);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList privateCopies() {
  return QDir(QDir::tempPath()).entryList({QStringLiteral("xueji-older-*")}, QDir::Dirs | QDir::Hidden);
}

} // namespace

class MigrationKillTest : public QObject {
  Q_OBJECT

  const Registry m_newer = clubRegistry();
  const Registry m_older = m_newer.upTo(1);
  QTemporaryDir m_place;
  FixedClock m_clock;
  int m_before = 0; ///< how often a killed migration left the old register, and the new one
  int m_after = 0;

  QString folder() const { return m_place.filePath(QStringLiteral("old.xueji")); }
  QDir backups() const { return QDir(folder() + QStringLiteral("/backups")); }
  void layOut() {
    QDir(folder()).removeRecursively();
    QVERIFY(copyFolder(frozenRegister(1), folder()));
  }
  Result<std::unique_ptr<RegisterStore>> open(const Registry& registry, Access access, const QString& at) const {
    return RegisterStore::open(at, QString::fromUtf8(kRegistrar), password(), m_clock, registry, access);
  }

  /// Opens with the program of before, if it can, and with the one of after.
  void mustStand(const QString& which) {
    {
      const auto old = open(m_older, Access::Read, folder());
      QVERIFY2(old || old.error().code == ErrorCode::RegisterNewer, qPrintable(which));
      ++(old ? m_before : m_after);
      if (old) {
        QCOMPARE(contentOf((*old)->session().database(), 1), writtenDown(1));
        QVERIFY2(verify(**old)->passed(), qPrintable(which));
      }
    }
    {
      const auto store = open(m_newer, Access::Write, folder());
      QVERIFY2(store.has_value(), qPrintable(which + (store ? QString() : textOf(store.error()))));
      const auto report = verify(**store);
      QVERIFY2(report && report->passed() && report->schema == m_newer.newestSchema(), qPrintable(which));
      QStringList present = lasting(contentOf((*store)->session().database(), 1));
      const auto migrated =
          present.removeIf([](const QString& line) { return line.contains(QStringLiteral("|migrated|")); });
      QCOMPARE(migrated, m_newer.newestSchema() - 1);
      QCOMPARE(present, lasting(writtenDown(1)));
    }
    QVERIFY2(!QFile::exists(folder() + QStringLiteral("/register.db.upgrade")), qPrintable(which));
    const QStringList kept = backups().entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden);
    QVERIFY2(!kept.isEmpty(), qPrintable(which));
    int proven = 0;
    for (const QString& name : kept) {
      // What a killed one left half-done is taken up by the next that makes the same.
      const auto old = open(m_older, Access::Read, backups().filePath(name));
      if (name.contains(QStringLiteral(".part")))
        continue;
      QVERIFY2(old.has_value(), qPrintable(which));
      QCOMPARE(contentOf((*old)->session().database(), 1), writtenDown(1));
      QVERIFY2(verify(**old)->passed(), qPrintable(which));
      ++proven;
    }
    QVERIFY2(proven > 0, qPrintable(which));
  }

private slots:
  void initTestCase() {
    qputenv("TMPDIR", m_place.path().toUtf8());
    m_clock.setNow(QDateTime(QDate(2027, 1, 4), QTime(2, 0), QTimeZone::utc()));
    QCOMPARE(sqlite3_auto_extension(reinterpret_cast<void (*)()>(&Statements::watch)), SQLITE_OK);
  }

  void killedAtEveryMoment_data() {
    QTest::addColumn<bool>("files");
    QTest::newRow("statement") << false;
    QTest::newRow("file call") << true;
  }
  void killedAtEveryMoment() {
    QFETCH(bool, files);
    bool given = false;
    const int wished = qEnvironmentVariableIntValue("XUEJI_MIGRATION_STRIDE", &given);
    const int stride = given ? std::max(1, wished) : 29;
    const auto migrateKilledAt = [&](int moment) {
      return inChild([&] {
        FileCalls::begin(files ? moment : 0);
        Statements::begin(files ? 0 : moment);
        return open(m_newer, Access::Write, folder()).has_value();
      });
    };
    m_before = m_after = 0;
    int moment = 1;
    for (int ended = kKilled; ended == kKilled; moment += ended == kKilled ? stride : 0) {
      layOut();
      ended = migrateKilledAt(moment);
      const QString which = QStringLiteral("killed at %1").arg(moment);
      QVERIFY2(ended == kKilled || ended == 0, qPrintable(which));
      mustStand(which);
      if (QTest::currentTestFailed())
        QFAIL(qPrintable(which));
    }
    qInfo("%d moments, every %d-th: %d times as before, %d times as after", moment, stride, m_before, m_after);
    QVERIFY(moment > 100);
    QVERIFY(m_before > 0);
    QVERIFY(m_after > 0);
  }

  void onAFullDiskItStandsAsBefore() {
    layOut();
    const QString database = folder() + QStringLiteral("/register.db");
    const QByteArray before = bytesOf(database);
    int failures = 0;
    for (const qint64 room : {qint64(0), qint64(60000), before.size() - 4096, qint64(before.size()),
                              before.size() + 20000, before.size() + 100000}) {
      Result<void> opened;
      {
        const FullDisk full(static_cast<rlim_t>(room));
        const auto store = open(m_newer, Access::Write, folder());
        if (!store)
          opened = std::unexpected(store.error());
      }
      if (opened)
        continue;
      ++failures;
      QVERIFY2(opened.error().code == ErrorCode::DiskFull || opened.error().code == ErrorCode::WriteFailed,
               qPrintable(textOf(opened.error())));
      QCOMPARE(bytesOf(database), before);
      QVERIFY(!QFile::exists(database + QStringLiteral(".upgrade")));
      QCOMPARE(backups().entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    }
    QVERIFY(failures >= 3);
    mustStand(QStringLiteral("room again"));
  }

  void aKilledReaderLeavesNothingForLong() {
    layOut();
    const QByteArray before = bytesOf(folder() + QStringLiteral("/register.db"));
    int killed = 0;
    for (int moment = 1, ended = kKilled; ended == kKilled; moment += 23) {
      ended = inChild([&] {
        FileCalls::begin(moment);
        return open(m_newer, Access::Read, folder()).has_value();
      });
      QVERIFY(ended == kKilled || ended == 0);
      killed += ended == kKilled;
      PrivateCopy::removeLeft();
      QCOMPARE(privateCopies(), QStringList());
      QCOMPARE(bytesOf(folder() + QStringLiteral("/register.db")), before);
    }
    QVERIFY(killed > 5);
  }

  void otherFoldersOfThatNameAreLeftAlone() {
    const QString mine = m_place.filePath(QStringLiteral("xueji-older-abcdef"));
    QVERIFY(QDir().mkpath(mine));
    QFile paper(mine + QStringLiteral("/paper.txt"));
    QVERIFY(paper.open(QIODevice::WriteOnly));
    paper.close();
    ::chmod(QFile::encodeName(mine).constData(), 0700);
    PrivateCopy::removeLeft();
    QVERIFY(paper.exists());
    QVERIFY(QDir(mine).removeRecursively());
  }

  void aReadOnlyFolderIsReadAndVerified() {
    if (::geteuid() != 0)
      QSKIP("only root can become somebody who may not write");
    layOut();
    const QString folderOfNobody = m_place.filePath(QStringLiteral("tmp"));
    QVERIFY(QDir().mkpath(folderOfNobody));
    ::chmod(QFile::encodeName(folderOfNobody).constData(), 0777);
    ::chmod(QFile::encodeName(m_place.path()).constData(), 0755);
    for (const QString& name : QDir(folder()).entryList(QDir::Files))
      ::chmod(QFile::encodeName(folder() + QLatin1Char('/') + name).constData(), 0444);
    ::chmod(QFile::encodeName(folder()).constData(), 0555);
    constexpr uid_t kNobody = 65534;
    const int ended = inChild([&] {
      qputenv("TMPDIR", folderOfNobody.toUtf8());
      if (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0 ||
          QFile(folder() + QStringLiteral("/register.db")).open(QIODevice::ReadWrite))
        return false;
      const auto store = open(m_newer, Access::Read, folder());
      if (!store || (*store)->tables().students().count({}).value_or(-1) != 5)
        return false;
      const auto report = verify(**store);
      return report && report->passed() && report->schema == 1;
    });
    QCOMPARE(ended, 0);
    QCOMPARE(QDir(folderOfNobody).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    QCOMPARE(bytesOf(folder() + QStringLiteral("/register.db")),
             bytesOf(frozenRegister(1) + QStringLiteral("/register.db")));
    ::chmod(QFile::encodeName(folder()).constData(), 0755);
  }
};

int main(int argc, char** argv) {
  qputenv("QTEST_FUNCTION_TIMEOUT", "7200000"); // all moments take longer than QtTest's five minutes
  const QCoreApplication application(argc, argv);
  MigrationKillTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "migration_kill_test.moc"
#include "store/tables.h"
