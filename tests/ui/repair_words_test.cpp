// What was put right while reading, in words.

#include "ui/words/repair_words.h"

#include <QSet>
#include <QTest>

using namespace xueji;

class TestRepairWords : public QObject {
  Q_OBJECT

private slots:
  void everyRepairHasASentenceOfItsOwn() {
    QSet<QString> sentences;
    for (const char* kind : {"spaces", "width", "case", "letters", "dots", "date_serial", "leading_zero"}) {
      const QString sentence = sentenceForRepair(QString::fromLatin1(kind));
      QVERIFY2(!sentence.contains(QLatin1Char('(')) && !sentences.contains(sentence), kind);
      sentences.insert(sentence);
    }
    QVERIFY(sentenceForRepair(QStringLiteral("of_tomorrow")).contains(QStringLiteral("of_tomorrow")));
  }
};

QTEST_GUILESS_MAIN(TestRepairWords)
#include "repair_words_test.moc"
