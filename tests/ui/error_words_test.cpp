// Every error a person can meet has a sentence of its own.

#include "domain/rights.h"
#include "ui/words/error_words.h"
#include "ui/words/right_words.h"

#include <QSet>
#include <QTest>

using namespace xueji;

class TestErrorWords : public QObject {
  Q_OBJECT

private slots:
  void everyCodeHasASentenceOfItsOwn() {
    QSet<QString> sentences;
    const int last = int(ErrorCode::Internal);
    for (int code = 0; code <= last; ++code) {
      const QString sentence = sentenceFor({ErrorCode(code), {"A1", "A2", "A3"}});
      QVERIFY2(!sentence.isEmpty(), qPrintable(QString::number(code)));
      QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
      QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
      const bool internal = sentence.startsWith(QLatin1String("Something went wrong inside"));
      QCOMPARE(internal, ErrorCode(code) == ErrorCode::Internal);
      sentences.insert(sentence);
    }
  }

  void theSentenceNamesTheThing_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("part");
    QTest::newRow("file") << int(ErrorCode::FileDamaged) << QStringList{"list.xlsx"} << "list.xlsx";
    QTest::newRow("cell") << int(ErrorCode::CellTooLong) << QStringList{"B7", "2000000", "32767"} << "B7 holds 2000000";
    QTest::newRow("user") << int(ErrorCode::RegisterInUse) << QStringList{"Wang", "PC-2", "08:00"} << "Wang on PC-2";
    QTest::newRow("role") << int(ErrorCode::RoleForbids) << QStringList{"helper", "back_up"}
                          << "Helper may not make backups";
    QTest::newRow("a right") << int(ErrorCode::RoleForbids) << QStringList{"nurse", "see", "aid"}
                             << "School nurse may not see financial aid";
    QTest::newRow("a right to the whole")
        << int(ErrorCode::RoleForbids) << QStringList{"helper", "see_whole", "identity"}
        << "Helper may not see name and identity unmasked";
    QTest::newRow("weak") << int(ErrorCode::PasswordTooWeak) << QStringList{"length"} << "at least 8";
  }

  void theSentenceNamesTheThing() {
    QFETCH(int, code);
    QFETCH(QStringList, args);
    QFETCH(QString, part);
    QVERIFY2(sentenceFor({ErrorCode(code), args}).contains(part), qPrintable(sentenceFor({ErrorCode(code), args})));
  }

  void everyRightHasWords() {
    for (const QString& group : Rights::standard().groups())
      for (const Verb verb : allVerbs()) {
        const QString word = rightWord(toKey(verb), group);
        QVERIFY2(!word.contains(QLatin1Char('%')) && !word.contains(QLatin1Char('_')), qPrintable(word));
        QVERIFY2(word != toKey(verb) + QLatin1Char(' ') + group || group == QLatin1String("papers") ||
                     group == QLatin1String("accounts"),
                 qPrintable(word));
      }
    for (const Role role : Rights::standard().roles())
      QVERIFY2(roleWord(toKey(role)) != toKey(role), qPrintable(toKey(role)));
    QCOMPARE(rightWord(QStringLiteral("look"), QStringLiteral("wealth")), QStringLiteral("look wealth"));
  }

  void aPercentSignInAnArgumentStaysAsItIs() {
    QVERIFY(sentenceFor({ErrorCode::FileEmpty, {"100%2.xlsx", "second"}}).contains(QStringLiteral("100%2.xlsx")));
  }

  void aMissingArgumentLeavesNoPlaceholder() {
    QVERIFY(!sentenceFor({ErrorCode::FileDamaged, {}}).contains(QLatin1Char('%')));
  }
};

QTEST_GUILESS_MAIN(TestErrorWords)
#include "error_words_test.moc"
