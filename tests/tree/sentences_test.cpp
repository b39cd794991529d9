// What a check can say and what the rule book has words for are the same: each code that the source gives to a finding
// has its sentence, and no sentence stands there that nobody says.

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

namespace {

const QString kRoot = QStringLiteral(XUEJI_SOURCE_DIR);

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString source() {
  QString text;
  for (const char* room : {"core/domain", "core/rules", "core/register"}) {
    QDirIterator files(kRoot + u'/' + QLatin1String(room), {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
      text += QString::fromUtf8(bytesOf(files.next()));
  }
  return text;
}

/// Codes of the rule book, without those of rules that only say themselves.
QSet<QString> sentences() {
  QSet<QString> codes;
  const QDir folder(kRoot + QStringLiteral("/resources/rules"));
  for (const QString& name : folder.entryList({QStringLiteral("*.json")})) {
    const QJsonObject book = QJsonDocument::fromJson(bytesOf(folder.filePath(name))).object();
    for (const QString& code : book.value(u"sentences").toObject().keys())
      codes.insert(code);
    for (const QJsonValue& rule : book.value(u"rules").toArray())
      for (const QString& code : rule.toObject().value(u"sentences").toObject().keys())
        codes.insert(code);
  }
  return codes;
}

/// Codes that the source gives to findings and faults of cells.
QSet<QString> said(const QString& text) {
  static const char* kGiven[] = {
      R"re(\b(?:finding|fault|refuse|warning)\(\s*(?:QStringLiteral\()?"([A-Za-z0-9_.]+)")re",
      R"re(\bsay\([^;]{0,80}?"([a-z]+_[a-z_]+)")re",
      R"re(\{\{\},\s*QStringLiteral\("([A-Za-z0-9_.]+)"\))re",
      R"re(FieldFault\{\s*QStringLiteral\("([a-z_]+)"\))re",
      R"re(return \{QStringLiteral\("([a-z]+_[a-z_]+)"\), \{)re",
      R"re(\bcode = QStringLiteral\("([A-Za-z0-9_.]+)"\))re",
      R"re(return QStringLiteral\("(rows_[a-z]+)"\))re"};
  static const QRegularExpression form(QStringLiteral("^([a-z]+(_[a-z]+)+|[A-Z][0-9]{2}(\\.[a-z_.]+)?)$"));
  QSet<QString> codes;
  for (const char* given : kGiven) {
    auto found = QRegularExpression(QLatin1String(given)).globalMatch(text);
    while (found.hasNext())
      if (const QString code = found.next().captured(1); code.contains(form))
        codes.insert(code);
  }
  codes.remove(QStringLiteral("identity_damaged")); // Judge::fault() says N01.damaged
  return codes;
}

} // namespace

class SentencesTest : public QObject {
  Q_OBJECT

private slots:
  void whatIsSaidHasItsSentence() {
    const QSet<QString> codes = said(source());
    QVERIFY2(codes.size() > 120, "the codes were found at all");
    QStringList wordless = (codes - sentences()).values();
    wordless.sort();
    QVERIFY2(wordless.isEmpty(), qPrintable(wordless.join(u' ')));
  }

  void noSentenceIsNeverSaid() {
    const QString text = source();
    QStringList idle;
    for (const QString& code : sentences()) {
      // Some are made of a code and what makes it another: C01.hard, N17.sheet.
      QString stem = code;
      for (const char* end : {".hard", ".sheet"})
        if (stem.endsWith(QLatin1String(end)) && text.contains(QStringLiteral("\"%1\"").arg(QLatin1String(end))))
          stem.chop(int(qstrlen(end)));
      if (!text.contains(u'"' + code + u'"') && !text.contains(u'"' + stem + u'"'))
        idle << code;
    }
    idle.sort();
    QVERIFY2(idle.isEmpty(), qPrintable(idle.join(u' ')));
  }

  void aCodeWithoutASentenceIsFound() {
    QVERIFY(said(QStringLiteral("return {QStringLiteral(\"never_heard\"), {}};")).contains(QStringLiteral("never_heard")));
    QVERIFY(said(QStringLiteral("in.finding(QStringLiteral(\"N99.odd\"), {})")).contains(QStringLiteral("N99.odd")));
  }
};

QTEST_GUILESS_MAIN(SentencesTest)
#include "sentences_test.moc"
