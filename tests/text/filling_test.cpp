#include "text/filling.h"

#include <QTest>

using namespace xueji;

class TestFilling : public QObject {
  Q_OBJECT

private slots:
  void placesAreFilledAllAtOnce_data() {
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* sentence, const QStringList& args, const char* text) {
      QTest::newRow(name) << QString::fromUtf8(sentence) << args << QString::fromUtf8(text);
    };
    row("in order", "%1 of %2", {"a", "b"}, "a of b");
    row("out of order, twice", "%2 %1 %2", {"a", "b"}, "b a b");
    row("an argument that looks like a place", "%1 and %2", {"%2", "b"}, "%2 and b");
    row("a missing one", "%1, %3.", {"a"}, "a, .");
    row("no place", "100 % of %0 and %", {"a"}, "100 % of %0 and %");
    row("a digit after it stays", "%11", {"a"}, "a1");
    row("nothing", "", {"a"}, "");
  }
  void placesAreFilledAllAtOnce() {
    QFETCH(QString, sentence);
    QFETCH(QStringList, args);
    QFETCH(QString, text);
    QCOMPARE(filled(sentence, args), text);
  }
};

QTEST_APPLESS_MAIN(TestFilling)
#include "filling_test.moc"
