#include "text/encoding.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace xueji;

namespace {

const QString kRoster = u"姓名,性别,出生日期\r\n张小明,男,2018-08-31\r\n李𠮷,女,2018-09-01\r\n"_s;

} // namespace

class TestEncoding : public QObject {
  Q_OBJECT

private slots:
  void aRosterIsReadInEveryUsualEncoding_data() {
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("certain");
    QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBF") << u"UTF-8"_s << true;
    QTest::newRow("UTF-8") << QByteArray() << u"UTF-8"_s << true;
    QTest::newRow("little endian with mark") << QByteArray("\xFF\xFE") << u"UTF-16LE"_s << true;
    QTest::newRow("big endian with mark") << QByteArray("\xFE\xFF") << u"UTF-16BE"_s << true;
    QTest::newRow("little endian") << QByteArray() << u"UTF-16LE"_s << false;
    QTest::newRow("big endian") << QByteArray() << u"UTF-16BE"_s << false;
    QTest::newRow("GB18030") << QByteArray() << u"GB18030"_s << true;
  }
  void aRosterIsReadInEveryUsualEncoding() {
    QFETCH(QByteArray, mark);
    QFETCH(QString, encoding);
    QFETCH(bool, certain);
    const QByteArray bytes = encodeText(kRoster, encoding);
    QVERIFY(!bytes.isEmpty());
    const auto decoded = decodeText(mark + bytes);
    QVERIFY(decoded);
    QCOMPARE(decoded->text, kRoster);
    QCOMPARE(decoded->encoding, encoding);
    QCOMPARE(decoded->certain, certain);
  }

  void gb18030BytesAreThoseOfTheStandard() {
    QCOMPARE(encodeText(u"张A"_s, u"GB18030"_s), QByteArray("\xD5\xC5"
                                                            "A"));
    QCOMPARE(encodeText(u"𠮷"_s, u"GB18030"_s), QByteArray("\x95\x34\xB2\x35"));
    const auto decoded = decodeText(QByteArray("\xD5\xC5\xD0\xA1\xC3\xF7,\xC4\xD0\n"));
    QVERIFY(decoded);
    QCOMPARE(decoded->text, u"张小明,男\n"_s);
    QCOMPARE(decoded->encoding, u"GB18030"_s);
  }

  void plainAsciiIsUtf8() {
    const auto decoded = decodeText("a,b\n1,2\n");
    QVERIFY(decoded);
    QCOMPARE(decoded->encoding, u"UTF-8"_s);
    QVERIFY(decoded->certain);
  }

  void nothingIsText() {
    const auto decoded = decodeText(QByteArray());
    QVERIFY(decoded);
    QCOMPARE(decoded->text, QString());
  }

  void aBrokenFileIsNotPatchedUp_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8 with mark, cut") << QByteArray("\xEF\xBB\xBF\xE5\xBC");
    QTest::newRow("UTF-16 with mark, cut") << QByteArray("\xFF\xFE\x20\x5F\x0A");
    QTest::newRow("UTF-16 with a lone surrogate") << QByteArray("\xFF\xFE\x42\xD8\x0A\x00", 6);
    QTest::newRow("zip") << QByteArray("PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00\x21\x00\xB7\xEF", 16);
    QTest::newRow("zeros") << QByteArray(64, '\0');
    QTest::newRow("NUL in text") << QByteArray("abc\0def", 7);
  }
  void aBrokenFileIsNotPatchedUp() {
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodeText(bytes));
  }

  void aLostCharacterOfALongTextIsTold_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("broken");
    const QByteArray mark("\xEF\xBB\xBF");
    QTest::newRow("half a character") << QByteArray() << QByteArray("\xE5\xBC,");
    QTest::newRow("half a character, with mark") << mark << QByteArray("\xE5\xBC,");
    QTest::newRow("a stray byte, with mark") << mark << QByteArray("\xFF");
    QTest::newRow("cut at the end, with mark") << mark << QByteArray("\xE5\xBC");
  }
  void aLostCharacterOfALongTextIsTold() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, broken);
    const QString text = u"姓名,性别,现住址\n张小明,男,新开道1号\n"_s.repeated(20);
    const auto decoded = decodeText(before + text.toUtf8() + broken);
    QVERIFY(decoded);
    QVERIFY(decoded->text.startsWith(text));
    QVERIFY(decoded->text.contains(QChar(QChar::ReplacementCharacter)));
  }

  void anotherCountrysEncodingIsAGuess() {
    const QByteArray bytes = QByteArray("caf\xE9, na\xEFve, d\xE9j\xE0 vu, cr\xE8me br\xFBl\xE9"
                                        "e, fa\xE7"
                                        "ade\n")
                                 .repeated(4);
    const auto decoded = decodeText(bytes);
    QVERIFY(decoded);
    QVERIFY(!decoded->certain);
    QVERIFY(decoded->encoding != u"UTF-8"_s);
    QVERIFY(decoded->text.startsWith(u"café"_s));
  }

  void whatAnEncodingCannotHoldIsNotReplaced() {
    QCOMPARE(encodeText(u"李𠮷"_s, u"GB2312"_s), QByteArray());
    QCOMPARE(encodeText(u"李"_s, u"no such encoding"_s), QByteArray());
    QCOMPARE(encodeText(u"李"_s, u"GB2312"_s), QByteArray("\xC0\xEE"));
  }
};

QTEST_APPLESS_MAIN(TestEncoding)
#include "encoding_test.moc"
