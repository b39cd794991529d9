// The walls of the house, checked on the source text: who may include what, and how big a file may grow.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

const QString kRoot = QStringLiteral(XUEJI_SOURCE_DIR);

QString textOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sources(const QStringList& folders) {
  QStringList found;
  for (const QString& folder : folders) {
    QDirIterator it(kRoot + '/' + folder, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
      found << it.next();
  }
  return found;
}

/// Lines of the files that match, as "file:line: text".
QStringList linesMatching(const QStringList& files, const QRegularExpression& pattern) {
  QStringList hits;
  for (const QString& file : files) {
    const QStringList lines = textOf(file).split('\n');
    for (int i = 0; i < lines.size(); ++i)
      if (pattern.match(lines[i]).hasMatch())
        hits << QStringLiteral("%1:%2: %3").arg(file.mid(kRoot.size() + 1)).arg(i + 1).arg(lines[i].trimmed());
  }
  return hits;
}

QStringList without(QStringList files, const QString& part) {
  files.removeIf([&](const QString& file) { return file.contains(part); });
  return files;
}

} // namespace

class TestTree : public QObject {
  Q_OBJECT

private slots:
  void theWallsStand_data() {
    QTest::addColumn<QStringList>("folders");
    QTest::addColumn<QString>("except");
    QTest::addColumn<QString>("pattern");
    const QString widgets =
        "#include <(QWidget|QDialog|QMainWindow|QMessageBox|QApplication|QtWidgets|QTableView|QLabel|QPushButton)";
    const QString gui =
        "#include <(QPainter|QImage|QPixmap|QFont|QColor|QIcon|QGuiApplication|QtGui|QStandardItemModel|QPdfWriter)";
    QTest::newRow("no widgets below ui") << QStringList{"core", "ui/words"} << "-" << widgets;
    QTest::newRow("no graphics below documents")
        << QStringList{"core/text", "core/domain", "core/rules",    "core/platform",
                       "core/seal", "core/store",  "core/exchange", "core/register"}
        << "-" << gui;
    QTest::newRow("SQL lives in the store") << QStringList{"core", "ui", "app"} << "core/store/"
                                            << "\\b(QSqlQuery|QSqlDatabase|sqlite3_)\\b";
    QTest::newRow("the plain driver is never named") << QStringList{"core", "ui", "app"} << "-"
                                                     << "QSQLITE";
    QTest::newRow("no string connects") << QStringList{"core", "ui", "app", "tests"} << "tree_test.cpp"
                                        << "\\b(SIGNAL|SLOT)\\(";
    QTest::newRow("no process environment below app but where a person put it")
        << QStringList{"core", "ui"} << "-"
        << "\\b(getenv|qgetenv|qEnvironmentVariable)\\(";
    QTest::newRow("libsodium lives in one room") << QStringList{"core", "ui", "app"} << "core/seal/"
                                                 << "sodium\\.h|\\b(crypto|sodium)_";
    QTest::newRow("the operating system is asked in one place")
        << QStringList{"core", "ui", "app"} << "core/platform/unix.cpp"
        << "#include <(((unistd|fcntl|termios|dirent|signal|errno|sys/[a-z]+)\\.h)|csignal|cerrno)>";
    QTest::newRow("no room is entered by the back door") << QStringList{"core", "ui", "app"} << "core/store/steps/"
                                                         << "#include \"\\.\\./";
  }
  void theWallsStand() {
    QFETCH(QStringList, folders);
    QFETCH(QString, except);
    QFETCH(QString, pattern);
    const QStringList files = without(sources(folders), except);
    QVERIFY2(!files.isEmpty(), "nothing was read");
    const QStringList hits = linesMatching(files, QRegularExpression(pattern));
    QVERIFY2(hits.isEmpty(), qPrintable(hits.join('\n')));
  }

  void filesStaySmall() {
    QStringList tooLong;
    for (const QString& file : sources({"app", "core", "ui", "tests"})) {
      const auto lines = textOf(file).count('\n');
      if (lines > (file.endsWith(".h") ? 250 : 800))
        tooLong << QStringLiteral("%1: %2 lines").arg(file.mid(kRoot.size() + 1)).arg(lines);
    }
    QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong.join('\n')));
  }

  void everyTranslationIsFinished() {
    const QString text = textOf(kRoot + "/translations/xueji_zh_CN.ts");
    QVERIFY(text.contains("<TS "));
    QVERIFY2(!text.contains("type=\"unfinished\""), "run lupdate and translate what is new");
  }

  void noSkippedTestWithoutAReason() {
    const QStringList hits =
        linesMatching(without(sources({"tests"}), "tree_test.cpp"), QRegularExpression("QSKIP\\(\\s*\\)"));
    QVERIFY2(hits.isEmpty(), qPrintable(hits.join('\n')));
  }
};

QTEST_APPLESS_MAIN(TestTree)
#include "tree_test.moc"
