// What is shipped has no seam for driving it without a person.

#include <QFile>
#include <QProcess>
#include <QTest>

class TestShipped : public QObject {
  Q_OBJECT

  static QByteArray bytesOf(const char* program) {
    QFile file(QString::fromUtf8(program));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

private slots:
  void theProgramsHoldNoScriptedDialogs() {
    const QByteArray seam("ScriptedDialogs");
    QVERIFY(bytesOf(XUEJI_TOUR).contains(seam)); // where they are, they are found so
    for (const char* program : {XUEJI, XUEJICTL}) {
      const QByteArray bytes = bytesOf(program);
      QVERIFY2(!bytes.isEmpty(), program);
      QVERIFY2(!bytes.contains(seam), program);
    }
  }

  void theWindowTakesNoTour() {
    QProcess process;
    process.start(QString::fromUtf8(XUEJI), {QStringLiteral("--tour"), QStringLiteral("nowhere")});
    QVERIFY(process.waitForFinished());
    QVERIFY(process.exitCode() != 0);
  }
};

QTEST_GUILESS_MAIN(TestShipped)
#include "shipped_test.moc"
