// What stands since a migration, in words.

#include "ui/words/notice_words.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace xueji;

class TestNoticeWords : public QObject {
  Q_OBJECT

private slots:
  void everyCheckHasAWordOfItsOwn() {
    QSet<QString> words;
    for (const char* check : {"integrity", "foreign_keys", "log_chain", "log_head", "schema", "accounts", "settings",
                              "seals", "present_rows", "counts", "class_text", "class_items"}) {
      const QString word = wordForCheck(QString::fromLatin1(check));
      QVERIFY2(word != QString::fromLatin1(check) && !words.contains(word), check);
      words.insert(word);
    }
    QCOMPARE(wordForCheck(QStringLiteral("of_tomorrow")), QStringLiteral("of_tomorrow"));
  }

  void theSentenceNamesWhatWasFound() {
    MigrationNotice notice{1, 2, QDateTime(QDate(2027, 1, 4), QTime(2, 0), QTimeZone::utc()), {}, {}};
    notice.found = {{QStringLiteral("seals"), QStringLiteral("act:3")},
                    {QStringLiteral("seals"), QStringLiteral("act:5")}};
    const QString found = sentenceFor(notice);
    QVERIFY2(found.contains(QStringLiteral("from format 1 to format 2")), qPrintable(found));
    QVERIFY2(found.contains(wordForCheck(QStringLiteral("seals")) + QStringLiteral(" (act:3, act:5)")),
             qPrintable(found));
    QVERIFY(!found.contains(QStringLiteral("look at")));
    notice.found.clear();
    for (int number = 1; number <= 20; ++number)
      notice.notes << MigrationFinding{QStringLiteral("class_text"), QStringLiteral("class:%1").arg(number)};
    const QString noted = sentenceFor(notice);
    QVERIFY2(noted.contains(QStringLiteral("class:8, and 12 more)")), qPrintable(noted));
    QVERIFY(!noted.contains(QStringLiteral("did not fit")));
  }
};

QTEST_GUILESS_MAIN(TestNoticeWords)
#include "notice_words_test.moc"
