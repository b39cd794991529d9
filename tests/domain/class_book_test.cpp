#include "domain/class_book.h"

#include <QTest>

using namespace xueji;

namespace {

const SchoolSystem kSystem({Stage::Primary, Stage::Junior});

FactRow row(qint64 id, qint64 subject, const char* day, const QStringList& values, qint64 voidedBy = 0) {
  return {id, id, voidedBy, subject, QString::fromLatin1(day), values};
}

/// Class 1: 2024级1班, named from 2025 on, closed on 2026-07-01. Class 2: 2023级2班. Class 3: declared void. Class 4:
/// a class of several grades.
ClassBook someClasses() {
  const QString made = ClassFact::fact().key;
  const QString state = ClassStateFact::fact().key;
  const QString profile = ClassProfileFact::fact().key;
  ClassBook book;
  const auto add = [&](qint64 id, const char* day, const ClassFact& is, const QString& name, qint64 voidedBy = 0) {
    book.add(made, row(id, id, day, is.values(), voidedBy));
    book.add(state, row(id, id, day, ClassStateFact{true}.values(), voidedBy));
    book.add(profile, row(id, id, day, ClassProfileFact{name, {}, 45}.values(), voidedBy));
  };
  add(1, "2024-09-01", {Stage::Primary, 2024, 1, ClassKind::Ordinary}, {});
  book.add(profile, row(11, 1, "2025-09-01", ClassProfileFact{QStringLiteral("向阳班"), {}, 45}.values()));
  book.add(state, row(11, 1, "2026-07-01", ClassStateFact{false}.values()));
  add(2, "2023-09-01", {Stage::Primary, 2023, 2, ClassKind::Ordinary}, {});
  add(3, "2024-09-01", {Stage::Primary, 2024, 3, ClassKind::Ordinary}, {}, 20);
  add(4, "2024-09-01", {Stage::Primary, 0, 0, ClassKind::Multigrade}, QStringLiteral("复式一班"));
  return book;
}

} // namespace

class TestClassBook : public QObject {
  Q_OBJECT

private slots:
  void aClassIsCalledAsOfTheDay_data() {
    QTest::addColumn<qint64>("id");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("open");
    const auto row = [](qint64 id, const char* day, const char* title, bool open) {
      QTest::addRow("%lld on %s", id, day) << id << QString::fromLatin1(day) << QString::fromUtf8(title) << open;
    };
    row(1, "2024-08-31", "2024级1班", false);
    row(1, "2024-09-01", "一年级(1)班", true);
    row(1, "2025-08-31", "一年级(1)班", true);
    row(1, "2025-09-01", "二年级向阳班", true);
    row(1, "2026-06-30", "二年级向阳班", true);
    row(1, "2026-07-01", "二年级向阳班", false);
    row(2, "2025-09-01", "三年级(2)班", true);
    row(2, "2029-09-01", "2023级2班", true);
    row(4, "2025-09-01", "复式一班", true);
  }
  void aClassIsCalledAsOfTheDay() {
    QFETCH(qint64, id);
    QFETCH(QString, day);
    const auto on = someClasses().on(id, day);
    QVERIFY(on);
    QTEST(on->title(QDate::fromString(day, Qt::ISODate), kSystem), "title");
    QTEST(on->open, "open");
  }

  void whatIsVoidOrUnknownIsNotThere() {
    QVERIFY(!someClasses().on(3, QStringLiteral("2024-10-01")));
    QVERIFY(!someClasses().on(9, QStringLiteral("2024-10-01")));
    QVERIFY(!someClasses().find(Stage::Primary, 2024, 3, {}, QStringLiteral("2024-10-01")));
  }

  void classesStandInTheOrderOfTheSchool() {
    QList<qint64> ids;
    int open = 0;
    for (const ClassOn& one : someClasses().all(QStringLiteral("2026-08-01"))) {
      ids << one.id;
      open += one.open;
    }
    QCOMPARE(ids, (QList<qint64>{1, 2, 4}));
    QCOMPARE(open, 2);
  }

  void aClassIsFoundByNumberOrName() {
    const QString day = QStringLiteral("2024-10-01");
    QCOMPARE(someClasses().find(Stage::Primary, 2024, 1, {}, day)->id, 1);
    QCOMPARE(someClasses().find(Stage::Primary, 2024, 1, {}, QStringLiteral("2024-08-01"))->id, 1); // opens later
    QVERIFY(!someClasses().find(Stage::Primary, 2024, 1, {}, QStringLiteral("2026-07-01")));
    QVERIFY(!someClasses().find(Stage::Junior, 2024, 1, {}, day));
    QVERIFY(!someClasses().find(Stage::Primary, 2023, 1, {}, day));
    QCOMPARE(someClasses().find(Stage::Primary, 0, 0, QStringLiteral("复式一班"), day)->id, 4);
    QCOMPARE(someClasses().find(Stage::Primary, 0, 0, QStringLiteral(" 复式 一班"), day)->id, 4);
    QVERIFY(!someClasses().find(Stage::Primary, 0, 0, QStringLiteral("复式二班"), day));
  }

  void aRosterAsksForAClass_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char* text, int number, const char* name, bool fits) {
      QTest::newRow(text) << QString::fromUtf8(text) << number << QString::fromUtf8(name) << fits;
    };
    row("3班", 3, "", true);
    row("三班", 3, "", true);
    row("03", 3, "", true);
    row("2024级3班", 3, "", true);
    row("2023级3班", 3, "", false);
    row("一年级(3)班", 3, "", true);
    row("一（3）班", 3, "", true);
    row("二年级3班", 3, "", true); // as it is called today
    row("三年级3班", 3, "", false);
    row("向阳班", 0, "向阳班", true);
    row("一年级向阳班", 0, "向阳班", true);
    row("五年级向阳班", 0, "向阳班", false);
    row("小学2024级3班", 3, "", true);
    row("高中2024级3班", 3, "", false);
    row("2030届3班", 3, "", true); // six years
    row("2024届3班", 3, "", false);
    row("203班", 3, "", true);
    row("303班", 3, "", false);
    row("待定", 0, "待定", false);
  }
  void aRosterAsksForAClass() {
    QFETCH(QString, text);
    const WantedClass wanted =
        wantedClass(text, Stage::Primary, 2024, kSystem, {QDate(2024, 9, 1), QDate(2025, 10, 1)});
    QTEST(wanted.number, "number");
    QTEST(wanted.name, "name");
    QTEST(wanted.fault == WantedClass::Fault::None, "fits");
  }
};

QTEST_APPLESS_MAIN(TestClassBook)
#include "class_book_test.moc"
