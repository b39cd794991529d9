#include "domain/canonical_json.h"

#include <QtTest>

using namespace xueji;
using namespace Qt::StringLiterals;

namespace {

/// With the quotes of JSON for single ones.
QString json(const char* text) {
  return QString::fromUtf8(text).replace(u'\'', u'"');
}

} // namespace

/// The one form of items: what is written is read back, anything else is refused.
class CanonicalJson : public QObject {
  Q_OBJECT

private slots:
  void whatIsWrittenIsReadBack_data() {
    QTest::addColumn<ItemValues>("items");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << ItemValues() << u"{}"_s;
    QTest::newRow("one") << ItemValues{{u"phone"_s, u"13800000000"_s}} << json("{'phone':'13800000000'}");
    QTest::newRow("emptied") << ItemValues{{u"phone"_s, u""_s}} << json("{'phone':''}");
    QTest::newRow("in byte order") << ItemValues{{u"sex"_s, u"1"_s}, {u"email"_s, u"a"_s}, {u"name2"_s, u"b"_s}}
                                   << json("{'email':'a','name2':'b','sex':'1'}");
    QTest::newRow("escapes") << ItemValues{{u"a"_s, u"\"\\\n\t/\u007f"_s}}
                             << u"{\"a\":\"\\\"\\\\\\u000a\\u0009/\u007f\"}"_s;
    QTest::newRow("escapes alone and at both ends")
        << ItemValues{{u"a"_s, u"\""_s}, {u"b"_s, u"\\x\\"_s}} << json("{'a':'\\'','b':'\\\\x\\\\'}");
    QTest::newRow("of the supplementary planes")
        << ItemValues{{u"a"_s, u"𬱖·古丽"_s}} << json("{'a':'𬱖·古丽'}");
  }

  void whatIsWrittenIsReadBack() {
    QFETCH(ItemValues, items);
    QFETCH(QString, text);
    QCOMPARE(canonicalJson(items), text);
    const auto back = itemsFromJson(text);
    QVERIFY(back);
    QCOMPARE(*back, items);
    const auto keys = itemKeysFromJson(text);
    QVERIFY(keys);
    QCOMPARE(*keys, QStringList(items.keys()));
  }

  void anythingElseIsRefused_data() {
    QTest::addColumn<QString>("text");
    for (const QString& text : {u""_s,
                                u"{"_s,
                                u"[]"_s,
                                u"{} "_s,
                                u" {}"_s,
                                json("{'a': 'b'}"),
                                json("{'a':'b',}"),
                                json("{'a':1}"),
                                json("{'a':'b'}x"),
                                json("{'a':'b"),
                                json("{'a'"),
                                json("{'b':'','a':''}"),
                                json("{'a':'','a':''}"),
                                json("{'a':'\\n'}"),
                                json("{'a':'\\/'}"),
                                json("{'a':'\\u000A'}"),
                                json("{'a':'\\u0041'}"),
                                json("{'a':'\\u00'}"),
                                json("{'a':'\\"),
                                u"{\"a\":\"\n\"}"_s,
                                u"{\"a\":\"x\u0001\"}"_s,
                                u"{\"\":\"\",\"\":\"\"}"_s})
      QTest::newRow(qPrintable(text.isEmpty() ? u"nothing"_s : text)) << text;
  }

  void anythingElseIsRefused() {
    QFETCH(QString, text);
    const auto items = itemsFromJson(text);
    QVERIFY(!items);
    QCOMPARE(items.error().code, ErrorCode::ValueInvalid);
    QVERIFY(!itemKeysFromJson(text));
  }
};

QTEST_APPLESS_MAIN(CanonicalJson)
#include "canonical_json_test.moc"
