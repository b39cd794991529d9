#include "text/pinyin.h"

#include <QtTest>
#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace xueji;

class TestPinyin : public QObject {
  Q_OBJECT

private slots:
  void namesAreReadAsNames_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("initials");
    const auto row = [](const QString& name, const char* full, const char* initials) {
      QTest::newRow(qPrintable(name)) << name << QString::fromUtf8(full) << QString::fromLatin1(initials);
    };
    row(u"张小明"_s, "Zhang Xiaoming", "zxm");
    row(u"单伟"_s, "Shan Wei", "sw");
    row(u"仇英"_s, "Qiu Ying", "qy");
    row(u"曾单仇"_s, "Zeng Danchou", "zdc");
    row(u"任盈盈"_s, "Ren Yingying", "ryy");
    row(u"解雨"_s, "Xie Yu", "xy");
    row(u"区兰"_s, "Ou Lan", "ol");
    row(u"朴恩惠"_s, "Piao Enhui", "peh");
    row(u"缪云"_s, "Miao Yun", "my");
    row(u"尉迟恭"_s, "Yuchi Gong", "ycg");
    row(u"万俟雅言"_s, "Moqi Yayan", "mqyy");
    row(u"欧阳修"_s, "Ouyang Xiu", "oyx");
    row(u"澹台灭明"_s, "Tantai Mieming", "ttmm");
    row(u"单于飞"_s, "Chanyu Fei", "cyf");
    row(u"司马"_s, "Si Ma", "sm"); // of two characters: a surname and a given name
    row(u"吕绿"_s, "Lyu Lyu", "ll");
    row(u"张西安"_s, "Zhang Xi'an", "zxa");
    row(u"王晟"_s, "Wang Sheng", "ws");
    row(u"阿依古丽·买买提"_s, "Ayiguli Maimaiti", "ayglmmt");
    row(u"单巴·多吉"_s, "Danba Duoji", "dbdj"); // no surname before a dot
    row(u" 张 小　明 "_s, "Zhang Xiaoming", "zxm");
    row(u"John Smith"_s, "John Smith", "js");
    row(u"张Ａ明"_s, "Zhang Aming", "zam");
    row(u"王"_s, "Wang", "w");
    row(QString(), "", "");
  }
  void namesAreReadAsNames() {
    QFETCH(QString, name);
    const Pinyin pinyin = namePinyin(name);
    QTEST(pinyin.full, "full");
    QTEST(pinyin.initials, "initials");
    QCOMPARE(pinyin.missing, QStringList());
  }

  void aCharacterWithoutReadingIsReported() {
    const Pinyin given = namePinyin(u"李𠮷明"_s);
    QCOMPARE(given.missing, QStringList{u"𠮷"_s});
    QCOMPARE(given.full, u"Li 𠮷ming"_s);
    QCOMPARE(given.initials, u"lm"_s);
    QCOMPARE(namePinyin(u"𠮷𠮷"_s).missing, QStringList{u"𠮷"_s});
  }

  void charactersBeyondTheBasicPlaneAreReadWhereIcuKnowsThem() {
    QCOMPARE(namePinyin(u"王𬱖"_s).full, u"Wang Di"_s); // an ICU older than 72 does not
  }

  void severalThreadsReadAtOnce() {
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&wrong, i] {
        for (int n = 0; n < 200; ++n) {
          const QString name = u"曾"_s + QChar(0x4E00 + n * 7 + i);
          wrong += namePinyin(name).full.startsWith(u"Zeng "_s) ? 0 : 1;
        }
      });
    }
    for (std::thread& thread : threads)
      thread.join();
    QCOMPARE(wrong.load(), 0);
  }
};

QTEST_APPLESS_MAIN(TestPinyin)
#include "pinyin_test.moc"
