#include "store/connection.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace xueji;

namespace {

const QByteArray kCanary = "KanariMingZiZhangXiaoming";

Result<void> makePupils(QSqlDatabase& database) {
  QSqlQuery query(database);
  if (!query.exec("CREATE TABLE pupil (id INTEGER PRIMARY KEY, name TEXT, note BLOB)"))
    return fail(ErrorCode::Internal, {"test"});
  query.prepare("INSERT INTO pupil (name, note) VALUES (?, ?)");
  for (int i = 0; i < 6000; ++i) {
    query.addBindValue(QString("%1 %2 学生").arg(QString(kCanary)).arg(i));
    query.addBindValue(QByteArray(200, char('a' + i % 26)));
    if (!query.exec())
      return fail(ErrorCode::Internal, {"test"});
  }
  return {};
}

QByteArray contentOf(const QString& file) {
  QFile opened(file);
  return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

bool showsClearText(const QByteArray& content) {
  return content.contains(kCanary) || content.contains("SQLite format 3") || content.contains("CREATE TABLE") ||
         content.contains(QByteArray(60, 'a'));
}

} // namespace

class Encryption : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  SecretBytes m_key = SecretBytes::random(Connection::kKeySize);
  QString file(const QString& name) const { return m_folder.filePath(name); }

  QString freshCopy(const QString& name) {
    QFile::remove(file(name));
    QFile::copy(file("register.db"), file(name));
    return file(name);
  }
  ErrorCode openingSays(const QString& path, const SecretBytes& key, int newest = 1) {
    const auto opened = Connection::open(path, key, Access::Write, newest);
    return opened ? ErrorCode::NothingToDo : opened.error().code;
  }

private slots:
  void initTestCase() {
    const auto made = Connection::create(file("register.db"), m_key, 1, makePupils);
    QVERIFY(made);
  }

  void theFilesHoldNoClearTextWhileTheyAreWritten() {
    QTemporaryDir temporary;
    qputenv("SQLITE_TMPDIR", temporary.path().toUtf8());
    qputenv("TMPDIR", temporary.path().toUtf8());
    const QString path = freshCopy("written.db");
    auto connection = Connection::open(path, m_key, Access::Write, 1);
    QVERIFY(connection);
    QSqlDatabase database = (*connection)->database();
    QSqlQuery query(database);
    QVERIFY(query.exec("UPDATE pupil SET name = name || ' again'"));
    QVERIFY(query.exec("CREATE TEMP TABLE sorted AS SELECT name, note FROM pupil ORDER BY note, name DESC"));
    QVERIFY(query.exec("SELECT a.name FROM pupil a ORDER BY a.note || a.name"));
    QVERIFY(query.next());
    qint64 searched = 0;
    for (const char* suffix : {"", "-wal", "-shm"}) {
      const QByteArray content = contentOf(path + suffix);
      QVERIFY2(!content.isEmpty(), suffix);
      QVERIFY2(!showsClearText(content), suffix);
      searched += content.size();
    }
    QVERIFY2(searched >= 2'000'000, qPrintable(QString::number(searched)));
    query.finish();
    QVERIFY(query.exec("DROP TABLE sorted"));
    QVERIFY2(query.exec("VACUUM"), qPrintable(query.lastError().text()));
    QDirIterator left(temporary.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (left.hasNext())
      QVERIFY2(!showsClearText(contentOf(left.next())), qPrintable(left.filePath()));
    QVERIFY((*connection)->checkpoint());
    QVERIFY(!showsClearText(contentOf(path)));
    qunsetenv("SQLITE_TMPDIR");
    qunsetenv("TMPDIR");
  }

  void theSearchForClearTextFindsItInAPlainFile() {
    const QString path = file("plain-canary.db");
    {
      QSqlDatabase plain = QSqlDatabase::addDatabase("QSQLITE", "canary");
      plain.setDatabaseName(path);
      QVERIFY(plain.open() && plain.transaction());
      QVERIFY(makePupils(plain) && plain.commit());
    }
    QSqlDatabase::removeDatabase("canary");
    QVERIFY(showsClearText(contentOf(path)));
  }

  void theCipherIsThePinnedOne() {
    auto connection = Connection::open(file("register.db"), m_key, Access::Write, 1);
    QVERIFY(connection);
    QSqlQuery query((*connection)->database());
    const QList<QPair<QString, QString>> expected = {{"cipher_version", "4.6.1 community"},
                                                     {"cipher_page_size", "4096"},
                                                     {"cipher_use_hmac", "1"},
                                                     {"journal_mode", "wal"},
                                                     {"synchronous", "2"},
                                                     {"temp_store", "2"},
                                                     {"foreign_keys", "1"},
                                                     {"trusted_schema", "0"},
                                                     {"secure_delete", "1"},
                                                     {"cell_size_check", "1"},
                                                     {"application_id", QString::number(Connection::kApplicationId)},
                                                     {"cache_size", "-65536"}};
    for (const auto& [pragma, value] : expected) {
      QVERIFY2(query.exec("PRAGMA " + pragma) && query.next(), qPrintable(pragma));
      QCOMPARE(pragma + '=' + query.value(0).toString(), pragma + '=' + value);
    }
    QVERIFY(query.exec("CREATE VIRTUAL TABLE temp.words USING fts5(t)"));
  }

  void anotherKeyDoesNotFit() {
    const SecretBytes other = SecretBytes::random(Connection::kKeySize);
    QCOMPARE(openingSays(file("register.db"), other), ErrorCode::KeyDoesNotFit);
    QCOMPARE(openingSays(file("register.db"), m_key), ErrorCode::NothingToDo);
  }

  void aKeyOfAnotherLengthIsRefused_data() {
    QTest::addColumn<int>("length");
    for (int length : {0, 1, 16, 31, 33, 64})
      QTest::addRow("%d bytes", length) << length;
  }
  void aKeyOfAnotherLengthIsRefused() {
    QFETCH(int, length);
    QCOMPARE(openingSays(file("register.db"), SecretBytes(length)), ErrorCode::Internal);
    const auto made = Connection::create(file("short.db"), SecretBytes(length), 1, makePupils);
    QVERIFY(!made);
    QVERIFY(!QFile::exists(file("short.db")) && !QFile::exists(file("short.db.new")));
  }

  void aPlainDatabaseIsNotARegister() {
    QCOMPARE(openingSays(file("plain-canary.db"), m_key), ErrorCode::NotARegister);
  }

  void anotherApplicationsEncryptedFileIsNotARegister() {
    const QString path = freshCopy("foreign.db");
    {
      auto connection = Connection::open(path, m_key, Access::Write, 1);
      QSqlQuery query((*connection)->database());
      QVERIFY(query.exec("PRAGMA application_id = 7"));
    }
    QCOMPARE(openingSays(path, m_key), ErrorCode::NotARegister);
  }

  void aNewerRegisterIsRefusedPolitely() {
    const auto opened = Connection::open(file("register.db"), m_key, Access::Write, 0);
    QVERIFY(!opened);
    QCOMPARE(opened.error(), (Error{ErrorCode::RegisterNewer, {"1", "0"}}));
  }

  void aMissingFileIsMissing() { QCOMPARE(openingSays(file("nowhere.db"), m_key), ErrorCode::RegisterMissing); }

  void aTruncatedFileIsDamaged_data() {
    QTest::addColumn<qint64>("size");
    for (qint64 size : {0, 100, 4095, 4096, 8192, 500'000, 1'000'000})
      QTest::addRow("%lld bytes", static_cast<long long>(size)) << size;
  }
  void aTruncatedFileIsDamaged() {
    QFETCH(qint64, size);
    const QString path = freshCopy("short.db");
    QVERIFY(QFile::resize(path, size));
    QCOMPARE(openingSays(path, m_key), ErrorCode::RegisterDamaged);
  }

  void aFlippedBitIsFound() {
    const qint64 size = QFileInfo(file("register.db")).size();
    for (const qint64 place : {qint64(20), qint64(3000), qint64(4096 + 17), size / 2, size - 20}) {
      const QString path = freshCopy("flipped.db");
      QFile opened(path);
      QVERIFY(opened.open(QIODevice::ReadWrite) && opened.seek(place));
      char byte = 0;
      QVERIFY(opened.getChar(&byte) && opened.seek(place) && opened.putChar(char(byte ^ 1)));
      opened.close();
      auto connection = Connection::open(path, m_key, Access::Write, 1);
      const auto verdict = connection ? (*connection)->checkIntegrity() : std::unexpected(connection.error());
      QVERIFY2(!verdict, qPrintable(QString::number(place)));
      QCOMPARE(verdict.error().code, ErrorCode::RegisterDamaged);
    }
  }

  void aSoundFilePassesTheCheckWithARunningLog() {
    auto connection = Connection::open(freshCopy("sound.db"), m_key, Access::Write, 1);
    QVERIFY(connection);
    QSqlQuery query((*connection)->database());
    QVERIFY(query.exec("UPDATE pupil SET name = 'x' WHERE id < 100"));
    QVERIFY((*connection)->checkIntegrity());
  }

  void readingADamagedPageIsReportedWithoutSqlitesWords() {
    const QString path = freshCopy("page.db");
    QFile opened(path);
    QVERIFY(opened.open(QIODevice::ReadWrite) && opened.seek(100 * 4096 + 50));
    opened.write("damage");
    opened.close();
    auto connection = Connection::open(path, m_key, Access::Read, 1);
    QVERIFY(connection);
    QSqlQuery query((*connection)->database());
    const bool whole = query.exec("SELECT sum(length(name) + length(note)) FROM pupil") && query.next();
    QVERIFY(!whole);
    QCOMPARE((*connection)->error(query.lastError(), "test"), (Error{ErrorCode::RegisterDamaged, {path}}));
  }

  void aReadersConnectionRefusesToWrite() {
    auto connection = Connection::open(file("register.db"), m_key, Access::Read, 1);
    QVERIFY(connection);
    QSqlQuery query((*connection)->database());
    QVERIFY(!query.exec("DELETE FROM pupil"));
    QCOMPARE((*connection)->error(query.lastError(), "test").code, ErrorCode::NotWritable);
  }

  void aFailedCreationLeavesNothing() {
    const auto made = Connection::create(file("failed.db"), m_key, 1,
                                         [](QSqlDatabase&) -> Result<void> { return fail(ErrorCode::Cancelled); });
    QVERIFY(!made && made.error().code == ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(file("failed.db")) && !QFile::exists(file("failed.db.new")));
    const auto taken = Connection::create(file("register.db"), m_key, 1, makePupils);
    QVERIFY(!taken && taken.error().code == ErrorCode::RegisterExists);
  }

  void aCopyIsEncryptedWithItsOwnKeyAndEqual() {
    auto source = Connection::open(file("register.db"), m_key, Access::Write, 1);
    QVERIFY(source);
    const SecretBytes other = SecretBytes::random(32);
    QVERIFY((*source)->copyTo(file("copy.db"), other, {}));
    QVERIFY(!showsClearText(contentOf(file("copy.db"))));
    QCOMPARE(openingSays(file("copy.db"), m_key), ErrorCode::KeyDoesNotFit);
    auto copy = Connection::open(file("copy.db"), other, Access::Write, 1);
    QVERIFY(copy && (*copy)->checkIntegrity());
    QSqlQuery query((*copy)->database());
    QVERIFY(query.exec("SELECT count(*) FROM pupil") && query.next());
    QCOMPARE(query.value(0).toInt(), 6000);
    const auto cancelled = (*source)->copyTo(file("copy2.db"), other, [](qint64, qint64) { return false; });
    QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(file("copy2.db")) && !QFile::exists(file("copy2.db.new")));
  }

  void thisProgramExportsNoSqlite() {
    QProcess nm;
    nm.start("nm", {"-D", "--defined-only", QCoreApplication::applicationFilePath()});
    QVERIFY(nm.waitForFinished() && nm.exitCode() == 0);
    QVERIFY(!nm.readAllStandardOutput().contains("sqlite3_"));
    nm.start("nm", {QCoreApplication::applicationFilePath()});
    QVERIFY(nm.waitForFinished());
    QVERIFY2(nm.readAllStandardOutput().contains("sqlite3_key"), "it does hold SQLCipher");
  }

  void noDriverOfThatNameIsToBeHad() {
    QVERIFY(!QSqlDatabase::isDriverAvailable("QSQLCIPHER"));
    auto connection = Connection::open(file("register.db"), m_key, Access::Write, 1);
    QVERIFY(connection && (*connection)->database().password().isEmpty());
  }
};

QTEST_GUILESS_MAIN(Encryption)
#include "encryption_test.moc"
