#include "text/order.h"

#include <QtTest>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace xueji;

class TestOrder : public QObject {
  Q_OBJECT

private slots:
  void peopleSortByTheirReading() {
    const ChineseOrder order;
    QStringList people = {u"张伟"_s, u"曾雨"_s, u"单飞"_s, u"李明"_s, u"仇云"_s, u"李𠮷"_s, u"李白"_s};
    std::sort(people.begin(), people.end(),
              [&order](const QString& a, const QString& b) { return order.compare(a, b) < 0; });
    const QStringList expected = {u"李白"_s, u"李明"_s, u"李𠮷"_s, u"仇云"_s, u"单飞"_s, u"曾雨"_s, u"张伟"_s};
    QCOMPARE(people, expected);
  }

  void theSameReadingIsDecidedByTheCollation() {
    const ChineseOrder order;
    QVERIFY(order.compare(u"张伟"_s, u"张玮"_s) != 0);
    QVERIFY(order.compare(u"张妈"_s, u"张马"_s) < 0); // first tone before third
    QCOMPARE(order.compare(u"张伟"_s, u"张伟"_s), 0);
  }

  void aShorterSurnameComesFirst() {
    const ChineseOrder order;
    QVERIFY(order.compare(u"李娜"_s, u"林安"_s) < 0);
    QVERIFY(order.compare(u"吴中"_s, u"武阿"_s) > 0); // the same surname in letters: the given name decides
  }

  void theStoredReadingWins() {
    const ChineseOrder order;
    QVERIFY(order.sortKey(u"单飞"_s, u"Dan Fei"_s) < order.sortKey(u"李明"_s));
    QVERIFY(order.sortKey(u"单飞"_s) > order.sortKey(u"李明"_s));
    QCOMPARE(order.sortKey(u"单飞"_s, u"Shan  fei"_s), order.sortKey(u"单飞"_s));
  }

  void classesSortByNumber_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("chinese digits") << u"二班"_s << u"十班"_s;
    QTest::newRow("ten and eleven") << u"十班"_s << u"十一班"_s;
    QTest::newRow("nineteen and twenty") << u"十九班"_s << u"二十班"_s;
    QTest::newRow("arabic") << u"2班"_s << u"10班"_s;
    QTest::newRow("mixed") << u"三班"_s << u"12班"_s;
    QTest::newRow("mixed the other way") << u"3班"_s << u"十二班"_s;
    QTest::newRow("full width") << u"２班"_s << u"10班"_s;
    QTest::newRow("grade first") << u"一年级(10)班"_s << u"二年级(1)班"_s;
    QTest::newRow("class in grade") << u"一年级(2)班"_s << u"一年级(10)班"_s;
    QTest::newRow("cohort") << u"2023级12班"_s << u"2024级1班"_s;
    QTest::newRow("spelt year") << u"二〇二三级"_s << u"2024级"_s;
    QTest::newRow("hundred") << u"九十九号"_s << u"一百零一号"_s;
    QTest::newRow("longer than a machine's number") << u"99999999999999999999"_s << u"100000000000000000000"_s;
    QTest::newRow("leading zeros") << u"002班"_s << u"03班"_s;
    QTest::newRow("prefix") << u"一班"_s << u"一班甲"_s;
    QTest::newRow("number before letters") << u"1班"_s << u"甲班"_s;
    QTest::newRow("empty") << QString() << u"一"_s;
  }
  void classesSortByNumber() {
    QFETCH(QString, first);
    QFETCH(QString, second);
    QVERIFY(compareNatural(first, second) < 0);
    QVERIFY(compareNatural(second, first) > 0);
    QCOMPARE(compareNatural(first, first), 0);
  }

  void theSameNumberSpeltOtherwiseIsNotTheSameText() {
    QVERIFY(compareNatural(u"二班"_s, u"2班"_s) != 0);
    QCOMPARE(compareNatural(u"二班"_s, u"2班"_s) < 0, compareNatural(u"2班"_s, u"二班"_s) > 0);
  }
};

QTEST_APPLESS_MAIN(TestOrder)
#include "order_test.moc"
