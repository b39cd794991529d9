#include "domain/json_keys.h"

#include <QtTest>

using namespace xueji;

class JsonKeysTest : public QObject {
  Q_OBJECT

  static QByteArray quoted(QByteArray json) { return json.replace('\'', '"'); }

private slots:
  void aKeyThatStandsTwiceIsNamedWithItsWay_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("twice");
    QTest::newRow("empty") << quoted("{}") << "";
    QTest::newRow("each once") << quoted("{'a':1,'b':{'a':2,'c':[{'a':1},{'a':2}]}}") << "";
    QTest::newRow("at the top") << quoted("{'a':1,'b':2,'a':3}") << "a";
    QTest::newRow("below") << quoted("{'rules':{'C01':{'limit':40,'limit':60}}}") << "rules.C01.limit";
    QTest::newRow("after a list") << quoted("{'a':[1,'a','a'],'a':2}") << "a";
    QTest::newRow("within a list") << quoted("{'l':[{'x':1},{'y':1,'y':2}]}") << "l.y";
    QTest::newRow("a value is no key") << quoted("{'a':'b','b':'a','c':'a'}") << "";
    QTest::newRow("a value with marks") << quoted("{'a':'},{\\'a\\':1,','b':'\\\\'}") << "";
    QTest::newRow("written in two ways") << quoted("{'a':1,'\\u0061':2}") << "a";
    QTest::newRow("Chinese") << quoted("{'班':1,'班':2}") << QStringLiteral("班");
  }
  void aKeyThatStandsTwiceIsNamedWithItsWay() {
    QFETCH(QByteArray, json);
    QFETCH(QString, twice);
    QCOMPARE(repeatedKey(json), twice);
  }
};

QTEST_GUILESS_MAIN(JsonKeysTest)
#include "json_keys_test.moc"
