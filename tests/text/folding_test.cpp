#include "text/folding.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace xueji;

class TestFolding : public QObject {
  Q_OBJECT

private slots:
  void aNameIsFoundHoweverItIsTyped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("folded");
    QTest::newRow("plain") << u"张小明"_s << u"张小明"_s;
    QTest::newRow("blanks") << u"张　小 明"_s << u"张小明"_s;
    QTest::newRow("interpunct") << u"阿依古丽·买买提"_s << u"阿依古丽买买提"_s;
    QTest::newRow("bullet") << u"阿依古丽•买买提"_s << u"阿依古丽买买提"_s;
    QTest::newRow("katakana dot") << u"阿依古丽・买买提"_s << u"阿依古丽买买提"_s;
    QTest::newRow("half katakana dot") << u"阿依古丽･买买提"_s << u"阿依古丽买买提"_s;
    for (const char16_t dot : u"\u2027\u2219\u22C5\u25CF\u2E33\u0387\u25E6\u2E31.\uFF0E\u3002")
      if (dot != 0)
        QTest::newRow(qPrintable(QStringLiteral("dot U+%1").arg(dot, 4, 16, QLatin1Char('0'))))
            << u"阿依古丽"_s + QChar(dot) + u"买买提"_s << u"阿依古丽买买提"_s;
    QTest::newRow("stop of a number") << u"3.5班"_s << u"3.5班"_s;
    QTest::newRow("full width") << u"ＺＸＭ１２Ｘ"_s << u"zxm12x"_s;
    QTest::newRow("case") << u"13050220180831001X"_s << u"13050220180831001x"_s;
    QTest::newRow("apostrophe") << u"Zhang Xi'an"_s << u"zhangxian"_s;
    QTest::newRow("curly apostrophe") << u"Xi’an"_s << u"xian"_s;
    QTest::newRow("tones") << u"Zhāng Xiǎomíng"_s << u"zhangxiaoming"_s;
    QTest::newRow("phone") << u"0319-123 4567"_s << u"03191234567"_s;
    QTest::newRow("compatibility ideograph") << QString(QChar(0xF9DC)) << u"隆"_s;
    QTest::newRow("radical") << u"学⽣"_s << u"学生"_s;
    QTest::newRow("zero width blank") << u"张\u200B小明"_s << u"张小明"_s;
    QTest::newRow("variation selector") << u"葛\U000E0100明"_s << u"葛明"_s;
    QTest::newRow("beyond the basic plane") << u"李𠮷𬱖"_s << u"李𠮷𬱖"_s;
    QTest::newRow("only blanks") << u" 　·"_s << QString();
  }
  void aNameIsFoundHoweverItIsTyped() {
    QFETCH(QString, typed);
    QTEST(foldForSearch(typed), "folded");
  }

  void foldingTwiceChangesNothing() {
    const QString once = foldForSearch(u"Ｚhāng·阿㍿ﬁ²"_s);
    QCOMPARE(foldForSearch(once), once);
  }

  void halfWidthTouchesOnlyFullWidthForms() {
    QCOMPARE(toHalfWidth(u"（２０２４）级　３班～"_s), u"(2024)级 3班~"_s);
    QCOMPARE(toHalfWidth(u"·、。㎏②𠮷"_s), u"·、。㎏②𠮷"_s);
  }

  void hanIsKnownInEveryPlane_data() {
    QTest::addColumn<uint>("point");
    QTest::addColumn<bool>("han");
    QTest::newRow("common") << uint(U'张') << true;
    QTest::newRow("zero") << uint(U'〇') << true;
    QTest::newRow("extension A") << 0x3400u << true;
    QTest::newRow("extension B") << uint(U'𠮷') << true;
    QTest::newRow("extension E") << uint(U'𬱖') << true;
    QTest::newRow("extension G") << 0x30000u << true;
    QTest::newRow("extension I, newer than the ICU of Debian 12") << 0x2EBF0u << true;
    QTest::newRow("compatibility") << 0xF9DCu << true;
    QTest::newRow("GB 18030 twelve in the compatibility block") << 0xFA0Eu << true;
    QTest::newRow("radical") << 0x2F63u << false;
    QTest::newRow("repetition mark") << uint(U'々') << false;
    QTest::newRow("interpunct") << uint(U'·') << false;
    QTest::newRow("kana") << uint(U'あ') << false;
    QTest::newRow("letter") << uint(U'A') << false;
    QTest::newRow("private use") << 0xE000u << false;
    QTest::newRow("private use plane") << 0xF0000u << false;
    QTest::newRow("noncharacter") << 0x2FFFFu << false;
    QTest::newRow("bullet in the compatibility block's neighbour") << 0xFB00u << false;
  }
  void hanIsKnownInEveryPlane() {
    QFETCH(uint, point);
    QTEST(isHan(point), "han");
  }
};

QTEST_APPLESS_MAIN(TestFolding)
#include "folding_test.moc"
