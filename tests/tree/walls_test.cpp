// The walls of the house, held by the compiler: a room that includes what it may not know does not compile.

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString kRoot = QStringLiteral(XUEJI_SOURCE_DIR);

struct Room {
  const char* name;   ///< its folder
  const char* prefix; ///< of its headers, as others include them
  QStringList knows;  ///< rooms whose headers it may include, beside its own
};

/// Who may know whom, as docs/architecture.md says it.
QList<Room> rooms() {
  const QStringList domain{QStringLiteral("core/text")};
  const QStringList low = domain + QStringList{QStringLiteral("core/domain")};
  const QStringList store = low + QStringList{QStringLiteral("core/platform"), QStringLiteral("core/seal")};
  const QStringList office =
      store + QStringList{QStringLiteral("core/rules"), QStringLiteral("core/exchange"), QStringLiteral("core/store")};
  const QStringList papers = office + QStringList{QStringLiteral("core/register")};
  const QStringList words = store + QStringList{QStringLiteral("core/store")};
  const QStringList widgets = words + QStringList{QStringLiteral("core/rules"), QStringLiteral("ui/words")};
  const QStringList shell =
      papers + QStringList{QStringLiteral("core/documents"), QStringLiteral("ui/words"), QStringLiteral("ui/widgets")};
  const QStringList place = shell + QStringList{QStringLiteral("ui/shell")};
  return {{"core/text", "text", {}},
          {"core/domain", "domain", domain},
          {"core/rules", "rules", low},
          {"core/platform", "platform", low},
          {"core/seal", "seal", low},
          {"core/exchange", "exchange", low},
          {"core/store", "store", store},
          {"core/register", "register", office},
          {"core/documents", "documents", papers},
          {"ui/words", "ui/words", words},
          {"ui/widgets", "ui/widgets", widgets},
          {"ui/shell", "ui/shell", shell},
          {"ui/students", "ui/students", place},
          {"ui/records", "ui/records", place},
          {"ui/enrolment", "ui/enrolment", place},
          {"ui/documents", "ui/documents", place},
          {"ui/office", "ui/office", place},
          {"ui/window", "ui/window", place + QStringList{QStringLiteral("ui/office")}}};
}

/// The folders in which the compiler looks for a room's includes, as the build has them.
QStringList foldersOf(const QString& room) {
  QFile file(QStringLiteral(XUEJI_WALLS));
  if (!file.open(QIODevice::ReadOnly))
    return {};
  for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n'))
    if (line.section(u'|', 0, 0) == room)
      return line.section(u'|', 1).split(u';', Qt::SkipEmptyParts);
  return {};
}

/// The rooms, and what stands above them.
QStringList builtRooms() {
  QStringList names{QStringLiteral("ui"), QStringLiteral("app/xueji"), QStringLiteral("app/xuejictl")};
  for (const Room& room : rooms())
    names << QString::fromLatin1(room.name);
  return names;
}

/// A header that others may include.
QString headerOf(const Room& room) {
  const QString prefix = QString::fromLatin1(room.prefix);
  const QDir folder(kRoot + u'/' + QString::fromLatin1(room.name) + QStringLiteral("/include/") + prefix);
  const QStringList headers = folder.entryList({QStringLiteral("*.h")}, QDir::Files, QDir::Name);
  return headers.isEmpty() ? QString() : prefix + u'/' + headers.first();
}

} // namespace

class TestWalls : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;

  /// What the compiler says when a file of the room includes the header; empty: it compiles.
  QString tried(const QString& room, const QString& header) {
    QFile source(m_folder.filePath(QStringLiteral("try.cpp")));
    if (!source.open(QIODevice::WriteOnly | QIODevice::Truncate))
      return QStringLiteral("no file to try with");
    source.write("#include \"" + header.toUtf8() + "\"\n");
    source.close();
    QStringList arguments{QStringLiteral("-std=c++23"), QStringLiteral("-fPIC"), QStringLiteral("-fsyntax-only")};
    for (const QString& folder : foldersOf(room))
      arguments << QStringLiteral("-I") + folder;
    QProcess compiler;
    compiler.start(QStringLiteral(XUEJI_COMPILER), arguments << source.fileName());
    if (!compiler.waitForFinished(120000))
      return QStringLiteral("the compiler does not answer");
    const QString said = QString::fromUtf8(compiler.readAllStandardError());
    return compiler.exitCode() == 0 ? QString() : said + QStringLiteral("(refused)");
  }

  static bool isNoSuchFile(const QString& said, const QString& header) {
    return said.contains(header) &&
           (said.contains(QStringLiteral("No such file")) || said.contains(QStringLiteral("file not found")));
  }

private slots:
  void everyRoomIsNamed() {
    QStringList there;
    for (const char* part : {"core", "ui"})
      for (const QString& name :
           QDir(kRoot + u'/' + QString::fromLatin1(part)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (name != QLatin1String("include"))
          there << QString::fromLatin1(part) + u'/' + name;
    QStringList named;
    for (const Room& room : rooms())
      named << QString::fromLatin1(room.name);
    there.sort();
    named.sort();
    QCOMPARE(named, there);
  }

  void aRoomSeesItselfAndNoOtherThanItMay_data() {
    QTest::addColumn<int>("at");
    const auto all = rooms();
    for (int at = 0; at < all.size(); ++at)
      QTest::newRow(all[at].name) << at;
  }
  void aRoomSeesItselfAndNoOtherThanItMay() {
    QFETCH(int, at);
    const auto all = rooms();
    const Room& room = all[at];
    const QString name = QString::fromLatin1(room.name);
    QVERIFY2(!foldersOf(name).isEmpty(), "the build names no folders of this room");
    // What is right compiles: else nothing that is refused would prove anything.
    const QString own = tried(name, headerOf(room));
    QVERIFY2(own.isEmpty(), qPrintable(own));
    for (const Room& other : all) {
      if (QLatin1String(other.name) == QLatin1String(room.name) || room.knows.contains(QLatin1String(other.name)))
        continue;
      const QString header = headerOf(other);
      const QString said = tried(name, header);
      QVERIFY2(isNoSuchFile(said, header), qPrintable(header + QStringLiteral(" in ") + name + u'\n' + said));
    }
  }

  /// Nobody looks into a room otherwise than through its include folder: a path to core or to a room itself would open
  /// what this test tries under other names.
  void theBuildNamesIncludeFoldersOnly() {
    for (const QString& name : builtRooms()) {
      const QStringList folders = foldersOf(name);
      QVERIFY2(!folders.isEmpty(), qPrintable(name));
      for (const QString& folder : folders) {
        const QString place = QDir::cleanPath(folder);
        if (!place.startsWith(kRoot + u'/') ||
            place.startsWith(QDir::cleanPath(QStringLiteral(XUEJI_BUILD_DIR)) + u'/'))
          continue;
        const QString inside = place.mid(kRoot.size() + 1);
        const bool tables = inside == QLatin1String("core/store/tables") &&
                            (name == QLatin1String("core/store") || name == QLatin1String("core/register"));
        const bool face = inside == QLatin1String("ui/include") ||
                          (inside.endsWith(QLatin1String("/include")) && inside.count(u'/') == 2);
        QVERIFY2(tables || face, qPrintable(name + QStringLiteral(" looks into ") + inside));
      }
    }
  }

  void tablesAreSeenByTheRegisterAlone() {
    const QString header = QStringLiteral("store/tables.h");
    for (const QString& name : builtRooms()) {
      const QString said = tried(name, header);
      if (name == QLatin1String("core/store") || name == QLatin1String("core/register"))
        QVERIFY2(said.isEmpty(), qPrintable(said));
      else
        QVERIFY2(isNoSuchFile(said, header), qPrintable(name + u'\n' + said));
    }
  }

  void whatIsARoomsOwnStaysInIt() {
    for (const char* own : {"store_session.h", "plans.h", "sqlcipher_driver.h", "act_panel.h"})
      for (const char* room : {"core/register", "core/documents", "ui/shell", "ui/students"}) {
        const bool isTheirs = QFile::exists(kRoot + u'/' + QString::fromLatin1(room) + u'/' + QString::fromLatin1(own));
        const QString said = tried(QString::fromLatin1(room), QString::fromLatin1(own));
        QVERIFY2(isTheirs || isNoSuchFile(said, QString::fromLatin1(own)), qPrintable(said));
      }
  }
};

QTEST_GUILESS_MAIN(TestWalls)
#include "walls_test.moc"
