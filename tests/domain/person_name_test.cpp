#include "domain/masking.h"
#include "domain/person_name.h"
#include "domain/school_code.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace xueji;

class TestPersonName : public QObject {
  Q_OBJECT

private slots:
  void aNameIsPutRight_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("as it is") << u"张小明"_s << u"张小明"_s;
    QTest::newRow("blanks to align") << u" 张　明 "_s << u"张明"_s;
    QTest::newRow("zero width") << u"张\u200B明"_s << u"张明"_s;
    QTest::newRow("blanks around the dot") << u"阿依古丽 · 买买提"_s << u"阿依古丽·买买提"_s;
    for (const QChar dot : u"\u2022\uFF0E.\u2027\u2219\u30FB"_s) {
      QTest::newRow(qPrintable(u"dot U+"_s + QString::number(dot.unicode(), 16)))
          << QString(u"阿依古丽"_s + dot + u"买买提"_s) << u"阿依古丽·买买提"_s;
    }
    QTest::newRow("rare character") << u"李 𠮷"_s << u"李𠮷"_s;
    QTest::newRow("full width letters") << u"Ｊｏｈｎ　　Ｓｍｉｔｈ"_s << u"John Smith"_s;
    QTest::newRow("stop after a letter") << u"John F. Smith"_s << u"John F. Smith"_s;
    QTest::newRow("empty") << u" 　"_s << QString();
  }
  void aNameIsPutRight() {
    QFETCH(QString, typed);
    QTEST(PersonName::clean(typed), "name");
    QCOMPARE(PersonName::clean(PersonName::clean(typed)), PersonName::clean(typed));
  }

  void ordinaryNamesAreHanAndDots_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("ordinary");
    QTest::newRow("two") << u"张明"_s << true;
    QTest::newRow("one") << u"张"_s << false;
    QTest::newRow("one of two code units") << u"𠮷"_s << false;
    QTest::newRow("two beyond the basic plane") << u"𠮷𬱖"_s << true;
    QTest::newRow("dot") << u"阿依古丽·买买提"_s << true;
    QTest::newRow("two dots") << u"阿·依·古"_s << true;
    QTest::newRow("dot first") << u"·阿依"_s << false;
    QTest::newRow("dot last") << u"阿依·"_s << false;
    QTest::newRow("double dot") << u"阿··依"_s << false;
    QTest::newRow("look-alike dot") << u"阿依•古丽"_s << false;
    QTest::newRow("blank") << u"张 明"_s << false;
    QTest::newRow("digit") << u"张明2"_s << false;
    QTest::newRow("letters") << u"John"_s << false;
    QTest::newRow("private use") << u"张\uE000"_s << false;
    QTest::newRow("radical") << u"张⽣"_s << false;
    QTest::newRow("36") << u"阿"_s.repeated(36) << true;
    QTest::newRow("37") << u"阿"_s.repeated(37) << false;
    QTest::newRow("36 beyond the basic plane") << u"𠮷"_s.repeated(36) << true;
    QTest::newRow("empty") << QString() << false;
  }
  void ordinaryNamesAreHanAndDots() {
    QFETCH(QString, name);
    QTEST(PersonName::isOrdinary(name), "ordinary");
  }

  void aSchoolCodeSaysCategoryAndProvince() {
    const auto code = SchoolCode::parse(u"２１ 13000123"_s);
    QVERIFY(code);
    QCOMPARE(code->toString(), u"2113000123"_s);
    QCOMPARE(code->category(), u"21"_s);
    QCOMPARE(code->province(), u"130000"_s);
    QCOMPARE(code->serial(), u"000123"_s);
    for (const QString& wrong : {QString(), u"211300012"_s, u"21130001234"_s, u"211300012A"_s, u"2.113E+09"_s})
      QVERIFY(!SchoolCode::parse(wrong));
  }

  void numbersAreMasked() {
    QCOMPARE(maskedIdentityNumber(u"130502201808310010"_s), u"13**************10"_s);
    QCOMPARE(maskedIdentityNumber(u"H12345678"_s), u"H1*****78"_s);
    QCOMPARE(maskedIdentityNumber(u"E12345"_s), u"E****5"_s);
    QCOMPARE(maskedIdentityNumber(u"1234"_s), u"****"_s);
    QCOMPARE(maskedIdentityNumber(QString()), QString());
    QCOMPARE(maskedStudentNumber(u"L132203201808311234"_s), u"L13**************34"_s);
    QCOMPARE(maskedStudentNumber(u"130502201808310010"_s), u"13**************10"_s);
    QCOMPARE(maskedPhone(u"13900000527"_s), u"139****0527"_s);
    QCOMPARE(maskedPhone(u"031900001234"_s), u"031*****1234"_s);
    QCOMPARE(maskedPhone(u"2212345"_s), u"2****45"_s);
    QCOMPARE(maskedPhone(u"110"_s), u"***"_s);
    QCOMPARE(maskedPhone(QString()), QString());
  }

  void numbersAreGroupedForReading() {
    QCOMPARE(groupedNumber(u"130502201808310010"_s), u"130502 20180831 001 0"_s);
    QCOMPARE(groupedNumber(u"G130502201808310010"_s), u"G 130502 20180831 001 0"_s);
    QCOMPARE(groupedNumber(u"H12345678"_s), u"H12345678"_s);
  }
};

QTEST_APPLESS_MAIN(TestPersonName)
#include "person_name_test.moc"
