#include "domain/identity_number.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace xueji;

Q_DECLARE_METATYPE(xueji::IdentityFault)

class TestIdentityNumber : public QObject {
  Q_OBJECT

private slots:
  void validNumbersSayBirthSexAndRegion_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<bool>("boy");
    const auto row = [](const char* number, int y, int m, int d, bool boy) {
      QTest::newRow(number) << QString::fromLatin1(number) << QDate(y, m, d) << boy;
    };
    row("130502201808310010", 2018, 8, 31, true);
    row("130502201809010028", 2018, 9, 1, false);
    row("130521201203151239", 2012, 3, 15, true);
    row("130533201202290689", 2012, 2, 29, false);
    row("13052420130520007X", 2013, 5, 20, true);
    row("139999201501010119", 2015, 1, 1, true);
    row("132203201808310012", 2018, 8, 31, true);
    row("13220320180901002X", 2018, 9, 1, false);
    row("11010519491231002X", 1949, 12, 31, false); // printed in GB 11643
    row("440524188001010014", 1880, 1, 1, true);    // printed in GB 11643
  }
  void validNumbersSayBirthSexAndRegion() {
    QFETCH(QString, typed);
    QFETCH(bool, boy);
    const auto number = IdentityNumber::parse(typed);
    QVERIFY(number);
    QCOMPARE(number->toString(), typed);
    QTEST(number->birthDate(), "birth");
    QCOMPARE(number->sex(), boy ? Sex::Male : Sex::Female);
    QCOMPARE(number->regionCode(), typed.left(6));
    QVERIFY(!number->isResidencePermit());
  }

  void whatAPersonMeantIsTaken_data() {
    QTest::addColumn<QString>("typed");
    QTest::newRow("small x") << u"13052420130520007x"_s;
    QTest::newRow("Cyrillic Х") << u"13052420130520007\u0425"_s;
    QTest::newRow("Cyrillic х") << u"13052420130520007\u0445"_s;
    QTest::newRow("Greek Χ") << u"13052420130520007\u03A7"_s;
    QTest::newRow("full width") << u"１３０５２４２０１３０５２０００７Ｘ"_s;
    QTest::newRow("full width small") << u"１３０５２４２０１３０５２０００７ｘ"_s;
    QTest::newRow("blanks") << u" 130524 20130520 007 X\u3000"_s;
    QTest::newRow("no-break blank") << u"130524\u00A020130520007X"_s;
    QTest::newRow("zero width") << u"\uFEFF13052420130520007X\u200B"_s;
    QTest::newRow("spreadsheet's apostrophe") << u"'13052420130520007X"_s;
    QTest::newRow("tab and line end") << u"13052420130520007X\t\r\n"_s;
  }
  void whatAPersonMeantIsTaken() {
    QFETCH(QString, typed);
    QCOMPARE(IdentityNumber::clean(typed), u"13052420130520007X"_s);
    QVERIFY(IdentityNumber::parse(typed));
  }

  void wrongTextsSayWhatIsWrong_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<IdentityFault>("fault");
    const auto row = [](const QString& typed, IdentityFault fault) {
      QTest::newRow(qPrintable(u'"' + typed + u'"')) << typed << fault;
    };
    row(u"130502201808310011"_s, IdentityFault::CheckCharacter);
    row(u"130503200902290441"_s, IdentityFault::BirthDate);
    row(u"1.30502E+17"_s, IdentityFault::Damaged);
    row(u"1.30502e+17"_s, IdentityFault::Damaged);
    row(u"１．３０５０２Ｅ＋１７"_s, IdentityFault::Damaged);
    row(u"1.30502201808310E+17"_s, IdentityFault::Damaged);
    row(u"1.30502E17"_s, IdentityFault::Damaged);
    row(u"1,30502E+17"_s, IdentityFault::Damaged);
    row(u"1E+17"_s, IdentityFault::Damaged);
    row(u"130502201808310000"_s, IdentityFault::Damaged);
    row(u"130502201808310000.0"_s, IdentityFault::Damaged);
    row(u"130502201809010000"_s, IdentityFault::Damaged);
    row(QString(), IdentityFault::Form);
    row(u"13050220180831001"_s, IdentityFault::Form);
    row(u"1305022018083100100"_s, IdentityFault::Form);
    row(u"130503850101123"_s, IdentityFault::Form);
    row(u"13050220180831X010"_s, IdentityFault::Form);
    row(u"13050220180831001A"_s, IdentityFault::Form);
    row(u"一三〇五〇二二〇一八〇八三一〇〇一〇"_s, IdentityFault::Form);
    row(u"١٣٠٥٠٢٢٠١٨٠٨٣١٠٠١٠"_s, IdentityFault::Form); // digits, but not ours
    row(u"无"_s, IdentityFault::Form);
  }
  void wrongTextsSayWhatIsWrong() {
    QFETCH(QString, typed);
    const auto number = IdentityNumber::parse(typed);
    QVERIFY(!number);
    QTEST(number.error(), "fault");
  }

  void aNumberThatTrulyEndsInThreeZerosIsValid() {
    // Of sequences that end in 00 some have the check character 0: these are no damage.
    int found = 0;
    for (int hundred = 1; hundred <= 9; ++hundred) {
      for (int day = 1; day <= 30; ++day) {
        const QString seventeen =
            u"132203201809"_s + QStringLiteral("%1").arg(day, 2, 10, QChar(u'0')) + QString::number(hundred) + u"00"_s;
        const QChar check = IdentityNumber::checkCharacter(seventeen);
        const auto zeros = IdentityNumber::parse(seventeen + u'0');
        QCOMPARE(zeros.has_value(), check == u'0');
        if (!zeros)
          QCOMPARE(zeros.error(), IdentityFault::Damaged);
        found += zeros ? 1 : 0;
      }
    }
    QVERIFY(found > 0);
  }

  void everySingleWrongDigitIsFound() {
    int tried = 0;
    for (const QString& right : {u"130502201808310010"_s, u"13052420130520007X"_s, u"132203201808310012"_s}) {
      for (int place = 0; place < 18; ++place) {
        for (const QChar other : u"0123456789X"_s) {
          QString wrong = right;
          wrong[place] = other;
          if (wrong == right)
            continue;
          QVERIFY2(!IdentityNumber::parse(wrong), qPrintable(wrong));
          ++tried;
        }
      }
    }
    QCOMPARE(tried, 3 * 18 * 10);
  }

  void everySwapOfNeighboursIsFound() {
    const QString right = u"132203201808314579"_s.left(17) + IdentityNumber::checkCharacter(u"13220320180831457");
    QVERIFY(IdentityNumber::parse(right));
    for (int place = 0; place < 16; ++place) {
      QString wrong = right;
      std::swap(wrong[place], wrong[place + 1]);
      QCOMPARE(IdentityNumber::parse(wrong).has_value(), wrong == right);
    }
  }

  void theCheckCharacterNeedsSeventeenDigits() {
    QCOMPARE(IdentityNumber::checkCharacter(u"13052420130520007"), QChar(u'X'));
    QCOMPARE(IdentityNumber::checkCharacter(u"1305242013052000"), QChar());
    QCOMPARE(IdentityNumber::checkCharacter(u"1305242013052000X"), QChar());
  }

  void oldNumbersOfFifteenDigitsBecomeEighteen() {
    const auto number = IdentityNumber::fromFifteen(u"130503850101123"_s);
    QVERIFY(number);
    QCOMPARE(number->toString(), u"130503198501011237"_s);
    QVERIFY(!IdentityNumber::fromFifteen(u"130503850230123"_s)); // 30 February
    QVERIFY(!IdentityNumber::fromFifteen(u"13050385010112"_s));
    QVERIFY(!IdentityNumber::fromFifteen(u"13050385010112X"_s));
  }

  void residencePermitsAreKnownByTheirRegion() {
    for (const QString& permit : {u"810000201506070156"_s, u"820000201607080267"_s, u"830000201708090378"_s}) {
      const auto number = IdentityNumber::parse(permit);
      QVERIFY(number);
      QVERIFY(number->isResidencePermit());
    }
  }

  void theNumberIsMaskedAndGrouped() {
    const auto number = IdentityNumber::parse(u"130502201808310010"_s);
    QVERIFY(number);
    QCOMPARE(number->masked(), u"13**************10"_s);
    QCOMPARE(number->grouped(), u"130502 20180831 001 0"_s);
  }
};

QTEST_APPLESS_MAIN(TestIdentityNumber)
#include "identity_number_test.moc"
