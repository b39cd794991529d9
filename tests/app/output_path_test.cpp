// Files on their way to the place that a command names.

#include "app/xuejictl/output_path.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace xueji;

class TestOutputPath : public QObject {
  Q_OBJECT

  static Invocation asked(bool force) {
    Invocation invocation;
    if (force)
      invocation.switches << kForce;
    return invocation;
  }
  static void put(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
  }
  static QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  static QStringList held(const QTemporaryDir& folder) {
    return QDir(folder.path())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
  }
  static QString codeOf(const Result<void>& result) {
    return result ? QString() : QString::number(static_cast<int>(result.error().code));
  }
  static QString wrongUse() { return QString::number(static_cast<int>(ErrorCode::WrongUse)); }

private slots:
  void aFileTakesItsNameWhenItIsWhole_data() {
    QTest::addColumn<bool>("force");
    QTest::newRow("unasked") << false;
    QTest::newRow("forced") << true;
  }
  void aFileTakesItsNameWhenItIsWhole() {
    QFETCH(bool, force);
    QTemporaryDir folder;
    {
      auto staging = Staging::in(asked(force), folder.path());
      QVERIFY(staging);
      put(staging->path("a.csv"), "whole");
      QVERIFY(!QFile::exists(folder.filePath("a.csv")));
      QVERIFY(staging->publish({"a.csv"}));
      QCOMPARE(contentOf(folder.filePath("a.csv")), QByteArray("whole"));
    }
    QCOMPARE(held(folder), QStringList("a.csv"));
  }

  void whatFailsLeavesWhatStoodThere() {
    QTemporaryDir folder;
    put(folder.filePath("a.csv"), "old");
    {
      auto staging = Staging::in(asked(true), folder.path());
      QVERIFY(staging);
      put(staging->path("a.csv"), "half of a");
    }
    {
      auto staging = Staging::in(asked(true), folder.path());
      QVERIFY(staging);
      QVERIFY(!staging->publish({"a.csv"})); // it was never made
    }
    QCOMPARE(contentOf(folder.filePath("a.csv")), QByteArray("old"));
    QCOMPARE(held(folder), QStringList("a.csv"));
  }

  void whatComesMeanwhileStays_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("force");
    QTest::newRow("file") << "file" << false;
    QTest::newRow("link") << "link" << false;
    QTest::newRow("link to nothing") << "dangling" << false;
    QTest::newRow("file, forced") << "file" << true;
  }
  void whatComesMeanwhileStays() {
    QFETCH(QString, what);
    QFETCH(bool, force);
    QTemporaryDir folder;
    const QString target = folder.filePath("b.csv");
    QVERIFY(mayWrite(asked(force), target));
    {
      auto staging = Staging::in(asked(force), folder.path());
      QVERIFY(staging);
      put(staging->path("a.csv"), "new");
      put(staging->path("b.csv"), "new");
      put(folder.filePath("other"), "mine");
      if (what == "file")
        put(target, "mine");
      else
        QFile::link(folder.filePath(what == "link" ? "other" : "nothing"), target);
      QCOMPARE(codeOf(staging->publish({"a.csv", "b.csv"})), force ? QString() : wrongUse());
    }
    QCOMPARE(contentOf(target), force ? QByteArray("new") : what == "dangling" ? QByteArray() : QByteArray("mine"));
    QCOMPARE(QFileInfo(target).isSymLink(), what != "file");
    QCOMPARE(QFile::exists(folder.filePath("a.csv")), force); // all of them or none
    QCOMPARE(contentOf(folder.filePath("other")), QByteArray("mine"));
    QCOMPARE(codeOf(mayWrite(asked(false), target)), wrongUse());
  }

  /// The link goes, not what it leads to.
  void aLinkIsWrittenOverItself() {
    QTemporaryDir folder;
    put(folder.filePath("other"), "mine");
    QVERIFY(QFile::link(folder.filePath("other"), folder.filePath("a.csv")));
    QVERIFY(mayWrite(asked(true), folder.filePath("a.csv")));
    auto staging = Staging::in(asked(true), folder.path());
    QVERIFY(staging);
    put(staging->path("a.csv"), "new");
    QVERIFY(staging->publish({"a.csv"}));
    QCOMPARE(contentOf(folder.filePath("other")), QByteArray("mine"));
    QVERIFY(!QFileInfo(folder.filePath("a.csv")).isSymLink());
  }

  void whoCouldNotReadTheOldFileDoesNotReadTheNew() {
    QTemporaryDir folder;
    const QString target = folder.filePath("a.csv");
    put(target, "old");
    QVERIFY(QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner));
    auto staging = Staging::in(asked(true), folder.path());
    QVERIFY(staging);
    put(staging->path("a.csv"), "new");
    QVERIFY(QFile::setPermissions(staging->path("a.csv"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(staging->publish({"a.csv"}));
    QCOMPARE(contentOf(target), QByteArray("new"));
    QVERIFY(!(QFile::permissions(target) & QFile::ReadOther));
  }

  void onlyAFileIsWrittenOver_data() {
    QTest::addColumn<QString>("path");
    QTest::newRow("folder") << "folder";
    QTest::newRow("device") << "/dev/null";
  }
  void onlyAFileIsWrittenOver() {
    QFETCH(QString, path);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    for (const bool force : {false, true})
      QCOMPARE(codeOf(mayWrite(asked(force), QDir(folder.path()).filePath(path))), wrongUse());
  }

  void anErrorSpeaksOfThePlaceThatWasNamed() {
    QTemporaryDir folder;
    auto staging = Staging::in(asked(false), folder.path());
    QVERIFY(staging);
    const Error error = staging->named({ErrorCode::DiskFull, {staging->path("a.csv")}});
    QCOMPARE(error.args, QStringList(folder.filePath("a.csv")));
    QVERIFY(!Staging::in(asked(false), folder.filePath("nowhere")));
  }
};

QTEST_GUILESS_MAIN(TestOutputPath)
#include "output_path_test.moc"
