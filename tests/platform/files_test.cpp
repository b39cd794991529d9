#include "platform/durable_file.h"
#include "platform/open_file.h"
#include "platform/paths.h"
#include "platform/process.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace xueji;
using How = OpenFile::How;

class TestFiles : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  QString at(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
  static void put(const QString& path, const QByteArray& bytes) { QVERIFY(writeFileAtomically(path, bytes)); }
  static QByteArray held(const QString& path) { return readWholeFile(path, 1 << 20).value_or("?"); }

private slots:
  void aNewFileIsNewAndOfThisPersonAlone() {
    auto made = OpenFile::open(at("new"), How::Create);
    QVERIFY(made);
    QVERIFY(made->write("words"));
    QCOMPARE(QFileInfo(at("new")).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(OpenFile::open(at("new"), How::Create).error().code, ErrorCode::WriteFailed);
    QCOMPARE(OpenFile::open(at("none/new"), How::Create).error(), (Error{ErrorCode::PathMissing, {at("none/new")}}));
    QCOMPARE(OpenFile::open(at("none"), How::Change).error().code, ErrorCode::PathMissing);
    QCOMPARE(made->read(3), QByteArray("wor"));
    QVERIFY(made->replaceContent("x"));
    QCOMPARE(held(at("new")), QByteArray("x"));
  }

  void linksAreNotFollowed() {
    put(at("target"), "kept");
    QVERIFY(QFile::link(at("target"), at("link")));
    for (const How how : {How::Create, How::Reach, How::Change, How::Folder})
      QVERIFY(!OpenFile::open(at("link"), how));
    QVERIFY(QFile::link(m_folder.path(), at("folder-link")));
    QVERIFY(!OpenFile::open(at("folder-link"), How::Folder));
    QVERIFY(!isPrivateFolder(at("folder-link")));
    QCOMPARE(held(at("target")), QByteArray("kept"));
  }

  void onlyOneHasALock() {
    auto first = OpenFile::open(at("lock"), How::Reach);
    auto second = OpenFile::open(at("lock"), How::Reach);
    QVERIFY(first && second);
    QCOMPARE(first->lock(), OpenFile::Lock::Got);
    QCOMPARE(second->lock(), OpenFile::Lock::Taken);
    QCOMPARE(second->lock(true), OpenFile::Lock::Taken);
    OpenFile moved = std::move(*first);
    QCOMPARE(second->lock(), OpenFile::Lock::Taken);
    { const OpenFile gone = std::move(moved); }
    QCOMPARE(second->lock(), OpenFile::Lock::Got);
  }

  void aFolderIsLookedIntoByItself() {
    QVERIFY(makePrivateFolder(at("room")).value_or(false));
    QCOMPARE(makePrivateFolder(at("room")).value_or(true), false);
    QVERIFY(isPrivateFolder(at("room")));
    const auto room = OpenFile::open(at("room"), How::Folder);
    QVERIFY(room);
    QVERIFY(room->openInside("a", How::Create));
    QVERIFY(QFile::link(at("target"), at("room/b")));
    QVERIFY(makePrivateFolder(at("room/inner")).value_or(false));
    QList<QByteArray> names = room->names();
    std::sort(names.begin(), names.end());
    QCOMPARE(names, (QList<QByteArray>{"a", "b", "inner"}));
    room->removeFile("a");
    room->removeFile("b");     // a link stays
    room->removeFile("inner"); // so does a folder
    QCOMPARE(room->names().size(), 2);
    room->removeFolder("inner");
    QCOMPARE(room->names(), QList<QByteArray>{"b"});
    QVERIFY(!removeEmptyFolder(at("room")));
    const auto again = OpenFile::open(at("room"), How::Folder);
    QVERIFY(again && again->identity() == room->identity());
    const auto other = OpenFile::open(m_folder.path(), How::Folder);
    QVERIFY(other && !(other->identity() == room->identity()));
  }

  void aRemovedFileHasNoName() {
    auto file = OpenFile::open(at("short"), How::Create);
    QVERIFY(file && file->hasName());
    QVERIFY(removeFile(at("short")));
    QVERIFY(!file->hasName());
    QCOMPARE(removeFile(at("short")).error().code, ErrorCode::PathMissing);
  }

  void aNameThatIsTakenStaysTaken() {
    put(at("one"), "1");
    put(at("two"), "2");
    QCOMPARE(renameUnlessTaken(at("one"), at("two")).value_or(true), false);
    QCOMPARE(held(at("two")), QByteArray("2"));
    QCOMPARE(renameUnlessTaken(at("one"), at("three")).value_or(false), true);
    QVERIFY(renameOver(at("three"), at("two")));
    QCOMPARE(held(at("two")), QByteArray("1"));
    QVERIFY(!QFile::exists(at("three")));
    QCOMPARE(renameOver(at("one"), at("two")).error().code, ErrorCode::PathMissing);
  }

  void thisProcessRuns() {
    QVERIFY(isRunning(thisProcess()));
    QVERIFY(!isRunning(0x3fffffff)); // beyond what the system gives out
  }
};

QTEST_APPLESS_MAIN(TestFiles)
#include "files_test.moc"
