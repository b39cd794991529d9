#include "case.h"

#include <QFile>
#include <QTest>

using namespace xueji;
using namespace xueji::test;

/// The table of docs/rules.md is the rule book's; XUEJI_WRITE_DOCS=1 writes it anew.
class TestRuleDocumentation : public QObject {
  Q_OBJECT

  static QString severityWord(const Rule& rule) {
    if (!rule.severity)
      return QStringLiteral("computed");
    switch (*rule.severity) {
    case Severity::Refuse:
      return QStringLiteral("refuse");
    case Severity::Proof:
      return QStringLiteral("proof");
    case Severity::Warn:
      return QStringLiteral("warn");
    }
    return {};
  }

  static QString occasionWords(const Rule& rule) {
    QStringList words;
    for (const Occasion occasion : rule.occasions)
      words << (occasion == Occasion::ActWished ? QStringLiteral("act") : QStringLiteral("standing"));
    return words.join(QStringLiteral(", "));
  }

  static QString table() {
    QString text = QStringLiteral("| id | rule | 规则 | severity | asked | source | state |\n"
                                  "| --- | --- | --- | --- | --- | --- | --- |\n");
    for (const Rule& rule : book().rules())
      text += QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 | %7 |\n")
                  .arg(rule.id, rule.title.english, rule.title.chinese, severityWord(rule), occasionWords(rule),
                       book().citation(rule, Language::English),
                       rule.state == RuleState::Implemented ? QStringLiteral("implemented") : QStringLiteral("later"));
    return text;
  }

private slots:
  void theDocumentShowsTheBook() {
    const QString path = QStringLiteral(XUEJI_SOURCE_DIR "/docs/rules.md");
    const QString mark = QStringLiteral("<!-- table -->\n");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    file.close();
    const qsizetype start = text.indexOf(mark);
    QVERIFY(start >= 0);
    if (qEnvironmentVariableIsSet("XUEJI_WRITE_DOCS")) {
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write((text.left(start) + mark + table()).toUtf8());
      return;
    }
    QCOMPARE(text.mid(start + mark.size()).split(u'\n'), table().split(u'\n'));
  }
};

QTEST_GUILESS_MAIN(TestRuleDocumentation)
#include "rule_documentation_test.moc"
