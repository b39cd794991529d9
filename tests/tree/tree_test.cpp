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

  /// A member that is a reference outlives a default argument, which is gone when the constructor returns. Such a
  /// callback was once called through all the same.
  void noMemberRefersToADefaultArgument() {
    static const QRegularExpression member("^\\s+(?:const )?[\\w:<>, ]+& m_(\\w+);",
                                           QRegularExpression::MultilineOption);
    int seen = 0;
    QStringList hits;
    for (const QString& file : sources({"core", "ui", "app"})) {
      const QString text = textOf(file);
      for (auto found = member.globalMatch(text); found.hasNext(); ++seen) {
        const QString name = found.next().captured(1);
        if (text.contains(QRegularExpression("& " + name + " = (\\{\\}|\\w+\\()[^;]*[,)]")))
          hits << file.mid(kRoot.size() + 1) + ": m_" + name;
      }
    }
    QVERIFY(seen > 50);
    QVERIFY2(hits.isEmpty(), qPrintable(hits.join('\n')));
  }

  /// What is made but stands in no list does nothing, and the compiler does not see it.
  void whatIsMadeStandsInItsList_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QStringList>("but");
    QTest::newRow("pages") << "ui"
                           << "class (\\w+) (?:final )?: public Page \\{"
                           << "ui/pages.cpp" << QStringList();
    QTest::newRow("papers") << "core/documents"
                            << "^Result<PaperDraft> (read\\w+)\\("
                            << "core/documents/paper_definition.cpp" << QStringList();
    QTest::newRow("plans of acts") << "core/register"
                                   << "^Result<Planned> (plan\\w+)\\("
                                   << "core/register/registry.cpp" << QStringList{"planOn", "planRedo"};
    QTest::newRow("facts") << "core/domain/include"
                           << "^struct (\\w+Fact) \\{"
                           << "core/domain/ledger_facts.cpp" << QStringList();
    QTest::newRow("commands without a window") << "app/xuejictl"
                                               << "^QList<Command> (\\w+Commands)\\(\\);"
                                               << "app/xuejictl/commands.cpp" << QStringList();
  }
  void whatIsMadeStandsInItsList() {
    QFETCH(QString, folder);
    QFETCH(QString, made);
    QFETCH(QString, list);
    QFETCH(QStringList, but);
    QString text = textOf(kRoot + '/' + list);
    if (const auto at = text.indexOf("QList<Fact> ledgerFacts()"); at >= 0)
      text = text.mid(at); // facts are defined in the file of their list
    QVERIFY(!text.isEmpty());
    const QRegularExpression pattern(made, QRegularExpression::MultilineOption);
    int seen = 0;
    QStringList missing;
    for (const QString& file : sources({folder})) {
      if (!file.endsWith(".h"))
        continue;
      auto found = pattern.globalMatch(textOf(file));
      while (found.hasNext()) {
        const QString name = found.next().captured(1);
        ++seen;
        if (!but.contains(name) && !text.contains(QRegularExpression("\\b" + name + "\\b")))
          missing << name;
      }
    }
    QVERIFY2(seen > 1, "nothing was found");
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(' ')));
  }

  void everyCommandStandsInItsDocument() {
    const QString text = textOf(kRoot + "/docs/xuejictl.md");
    const QRegularExpression row("^\\s*\\{\\{\"(\\w[\\w-]*)\"(?:, \"(\\w+)\")?\\},$",
                                 QRegularExpression::MultilineOption);
    int seen = 0;
    QStringList missing;
    for (const QString& file : sources({"app/xuejictl"})) {
      auto found = row.globalMatch(textOf(file));
      while (found.hasNext()) {
        const auto match = found.next();
        const QString name = (match.captured(1) + ' ' + match.captured(2)).trimmed();
        ++seen;
        if (!text.contains("| `" + name + ' '))
          missing << name;
      }
    }
    QVERIFY(seen > 20);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(", ")));
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
