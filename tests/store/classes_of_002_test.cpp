// Step 2 of the schema: class texts of schema 1 become classes and placements.

#include "store/connection.h"
#include "store/key_file.h"
#include "store/keyed_file.h"
#include "store/step_work.h"
#include "store/steps/classes_of_002.h"
#include "support/sql_rows.h"

#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>

using namespace xueji;
using test::rowsOf;

namespace {

QByteArray sqlOf(const char* step) {
  QFile file(QStringLiteral(XUEJI_SOURCE_DIR "/resources/schema/") + QString::fromLatin1(step));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A database of schema 1 with rows as they are put, and what step 2 makes of it.
class OldBook {
public:
  OldBook() {
    const auto made =
        Connection::create(m_place.filePath("register.db"), m_key, 1, [](QSqlDatabase&) -> Result<void> { return {}; });
    if (!made)
      qFatal("no database: error %d", static_cast<int>(made.error().code));
    m_connection = std::move(*Connection::open(m_place.filePath("register.db"), m_key, Access::Write, 1));
    put(sqlOf("001_ledger.sql").constData());
    put("INSERT INTO user (id, name, role, added) VALUES (1, '王芳', 'registrar', '2024-08-01T02:00:00.000Z')");
    put("INSERT INTO act (id, kind, subject_kind, subject, day, entered, entered_by) "
        "VALUES (1, 'enrol', 'student', 1, '2024-09-01', '2024-09-01T02:00:00.000Z', 1)");
  }
  void put(const char* sql) {
    if (auto ran = run(m_connection->handle(), {}, sql); !ran)
      qFatal("not put: %s", sql);
  }
  void enrol(qint64 child, const char* day, int cohort, const char* stage = "primary", qint64 voidedBy = 0) {
    add("INSERT INTO fact_enrolment (act, voided_by, subject, day, stage, cohort) VALUES (1, ?, ?, ?, ?, ?)",
        {voidedBy, child, QString::fromUtf8(day), QString::fromUtf8(stage), cohort});
  }
  void say(qint64 child, const char* day, const char* text, qint64 voidedBy = 0) {
    items(child, day, QStringLiteral("{\"class\":\"%1\",\"talents\":\"x\"}").arg(QString::fromUtf8(text)), voidedBy);
  }
  void items(qint64 child, const char* day, const QString& json, qint64 voidedBy = 0) {
    add("INSERT INTO fact_item (act, voided_by, subject, day, items) VALUES (1, ?, ?, ?, ?)",
        {voidedBy, child, QString::fromUtf8(day), json});
  }
  /// Rows of the question after step 2, "a|b|c" each.
  QStringList after(const char* question) {
    if (!m_moved) {
      put(sqlOf("002_classes.sql").constData());
      put("INSERT INTO act (id, kind, subject_kind, subject, day, entered, entered_by) "
          "VALUES (2, 'migrated', 'school', 1, '2026-03-01', '2026-03-01T02:00:00.000Z', 1)");
      StepWork work(*m_connection, m_key, 2, 1, QDate(2026, 3, 1),
                    QDateTime(QDate(2026, 3, 1), QTime(2, 0), QTimeZone::utc()));
      if (auto done = step002::placeChildren(work); !done)
        return {QStringLiteral("error %1").arg(static_cast<int>(done.error().code))};
      for (const MigrationFinding& note : work.notes())
        notes << note.check + QLatin1Char(' ') + note.object;
      m_moved = true;
    }
    return rowsOf(m_connection->database(), QString::fromUtf8(question));
  }
  QStringList placements() { return after("SELECT subject, day, class FROM fact_placement ORDER BY id"); }
  QStringList classes() { return after("SELECT subject, day, stage, cohort, number FROM fact_class ORDER BY id"); }

  QStringList notes;

private:
  void add(const char* sql, const QVariantList& values) {
    StepWork work(*m_connection, m_key, 1, 1, {}, {});
    if (!work.run(QString::fromUtf8(sql), values))
      qFatal("not added: %s", sql);
  }
  QTemporaryDir m_place;
  SecretBytes m_key = KeyFile::newDataKey();
  std::unique_ptr<Connection> m_connection;
  bool m_moved = false;
};

} // namespace

class ClassesOf002Test : public QObject {
  Q_OBJECT

private slots:
  void aTextNamesAClassByNumber_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("number");
    for (const auto& [text, number] :
         std::initializer_list<std::pair<const char*, int>>{{"1班", 1},
                                                            {"一班", 1},
                                                            {"1", 1},
                                                            {"(1)班", 1},
                                                            {"（1）班", 1},
                                                            {"2024级1班", 1},
                                                            {"一年级1班", 1},
                                                            {"七(3)班", 3},
                                                            {"七（3）班", 3},
                                                            {"初一(2)班", 2},
                                                            {"初一二班", 2},
                                                            {"高二3班", 3},
                                                            {"小学三年级4班", 4},
                                                            {"6年级12班", 12},
                                                            {"１２班", 12},
                                                            {" 3 班 ", 3},
                                                            {"十班", 10},
                                                            {"十一班", 11},
                                                            {"二十班", 20},
                                                            {"二十一班", 21},
                                                            {"40班", 40},
                                                            {"四十班", 40},
                                                            {"2024级(5)班", 5},
                                                            {"2024级一年级6班", 6},
                                                            {"(一)班", 1},
                                                            {"01班", 1},
                                                            {"七3班", 3},
                                                            {"一", 1},
                                                            {"三年2班", 2},
                                                            // Not a number, not this cohort, or more than one reading.
                                                            {"", 0},
                                                            {"0班", 0},
                                                            {"41班", 0},
                                                            {"四十一班", 0},
                                                            {"71班", 0},
                                                            {"101班", 0},
                                                            {"2023级1班", 0},
                                                            {"快乐班", 0},
                                                            {"一一班", 0},
                                                            {"班", 0},
                                                            {"1班2", 0},
                                                            {"1-2班", 0},
                                                            {"一年级", 0},
                                                            {"高二班", 0},
                                                            {"2024届1班", 0},
                                                            {"十十班", 0},
                                                            {"1班(实验)", 0},
                                                            {"(1班", 0},
                                                            {"A班", 0}})
      QTest::addRow("%s", text) << QString::fromUtf8(text) << number;
  }
  void aTextNamesAClassByNumber() {
    QFETCH(QString, text);
    QFETCH(int, number);
    QCOMPARE(step002::classNumber(text, 2024), number);
  }

  void childrenOfOneTextAreInOneClass() {
    OldBook book;
    for (qint64 child = 1; child <= 4; ++child)
      book.enrol(child, "2024-09-01", child == 4 ? 2023 : 2024);
    book.say(1, "", "1班");
    book.say(2, "2024-10-01", "一班");
    book.say(3, "", "2班");
    book.say(4, "", "1班");
    QCOMPARE(book.classes(), (QStringList{"1|2024-09-01|primary|2023|1", "2|2024-09-01|primary|2024|1",
                                          "3|2024-09-01|primary|2024|2"}));
    QCOMPARE(book.placements(), (QStringList{"1|2024-09-01|2", "2|2024-10-01|2", "3|2024-09-01|3", "4|2024-09-01|1"}));
    QCOMPARE(book.after("SELECT DISTINCT act, voided_by, kind FROM fact_class"), QStringList("2|0|ordinary"));
    QCOMPARE(book.after("SELECT subject, day, value FROM fact_class_state WHERE subject = 3"),
             QStringList("3|2024-09-01|open"));
    QCOMPARE(book.after("SELECT subject, name, head_teacher, capacity FROM fact_class_profile WHERE subject = 3"),
             QStringList("3|||0"));
    QCOMPARE(book.after("SELECT max(id) - count(*) FROM fact_placement"), QStringList("0"));
    QCOMPARE(book.notes, QStringList());
  }

  void aClassBeginsWithItsFirstChild() {
    OldBook book;
    book.enrol(1, "2024-09-10", 2024);
    book.enrol(2, "2024-09-02", 2024);
    book.say(1, "", "1班");
    book.say(2, "2024-09-05", "1班");
    QCOMPARE(book.classes(), QStringList("1|2024-09-05|primary|2024|1"));
  }

  void aMoveIsASecondPlacementAndAnEmptiedTextEndsIt() {
    OldBook book;
    book.enrol(1, "2024-09-01", 2024);
    book.say(1, "", "1班");
    book.say(1, "2024-11-01", "2班");
    book.say(1, "2025-03-01", "2024级2班"); // the same class in other words
    book.say(1, "2025-05-01", "");
    QCOMPARE(book.placements(), (QStringList{"1|2024-09-01|1", "1|2024-11-01|2", "1|2025-05-01|0"}));
  }

  void noPlacementBeginsBeforeTheEnrolment() {
    OldBook book;
    book.enrol(1, "2024-09-03", 2024);
    book.say(1, "", "1班");
    book.say(1, "2024-09-01", "2班"); // of two before it the later holds on its day
    QCOMPARE(book.placements(), QStringList("1|2024-09-03|1"));
    QCOMPARE(book.classes(), QStringList("1|2024-09-03|primary|2024|2"));
  }

  void theLaterEnteredOfOneDayHolds() {
    OldBook book;
    book.enrol(1, "2024-09-01", 2023);
    book.enrol(1, "2024-09-01", 2024); // the cohort corrected
    book.say(1, "2024-09-01", "1班");
    book.say(1, "2024-09-01", "3班");
    QCOMPARE(book.classes(), QStringList("1|2024-09-01|primary|2024|3"));
  }

  void anotherEnrolmentIsAnotherClassOfThatName() {
    OldBook book;
    book.enrol(1, "2018-09-01", 2018);
    book.enrol(1, "2024-09-01", 2024, "junior");
    book.say(1, "", "2班");
    QCOMPARE(book.placements(), (QStringList{"1|2018-09-01|2", "1|2024-09-01|1"}));
    QCOMPARE(book.classes(), (QStringList{"1|2024-09-01|junior|2024|2", "2|2018-09-01|primary|2018|2"}));
  }

  void whatCannotBeReadIsANameAndANote() {
    OldBook book;
    book.enrol(1, "2024-09-01", 2024);
    book.enrol(2, "2024-09-01", 2024);
    book.say(1, "", "快乐班");
    book.items(2, "", "{broken");
    QCOMPARE(book.classes(), QStringList("1|2024-09-01|primary|2024|0"));
    QCOMPARE(book.after("SELECT name FROM fact_class_profile"), QStringList("快乐班"));
    QCOMPARE(book.placements(), QStringList("1|2024-09-01|1"));
    QCOMPARE(book.notes, (QStringList{"class_items student:2", "class_text class:1"}));
  }

  void whatIsVoidPlacesNobody() {
    OldBook book;
    book.enrol(1, "2024-09-01", 2024, "primary", 1); // the whole enrolment
    book.say(1, "", "1班", 1);
    book.enrol(2, "2024-09-01", 2024);
    book.say(2, "", "1班");
    book.say(2, "2024-09-09", "2班", 1);
    book.enrol(3, "2024-09-01", 2024);
    book.items(3, "", "{\"talents\":\"x\"}");
    QCOMPARE(book.placements(), QStringList("2|2024-09-01|1"));
  }
};

QTEST_GUILESS_MAIN(ClassesOf002Test)
#include "classes_of_002_test.moc"
