// Finding a child by what one remembers of it.

#include "register/acts.h"
#include "register/search_index.h"
#include "register/student_file.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

class SearchTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TestRegister> m_desk;
  SearchIndex m_index;
  QHash<QString, qint64> m_ids;

  qint64 add(int number, const char* name, const char* former = "") {
    Enrolment wish;
    wish.record = madeChild(number);
    wish.record.setValue(Field::Name, QString::fromUtf8(name));
    wish.record.setValue(Field::FormerName, QString::fromUtf8(former));
    wish.entryYear = 2024;
    const auto enrolled = enrol(m_desk->office(), wish);
    if (!enrolled)
      qFatal("%s: %s", name, qPrintable(textOf(enrolled.error())));
    m_ids.insert(QString::fromUtf8(name), enrolled->student);
    return enrolled->student;
  }
  QString found(const QString& text, int limit = 20) const {
    QStringList names;
    for (const SearchHit& hit : m_index.search(text, limit))
      names << hit.name;
    return names.join(QLatin1Char(' '));
  }

private slots:
  void initTestCase() {
    m_desk = std::make_unique<TestRegister>();
    int number = 0;
    for (const char* name : {"张小明", "张晓梅", "李张伟", "单国强", "尉迟明", "买买提·艾力", "周明月", "𠮷田花"})
      add(number++, name);
    add(number++, "赵一鸣", "张二丫");
    XUEJI_OK(m_index.build(m_desk->office()));
    QCOMPARE(m_index.size(), 9);
  }

  void typingFindsPeople_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("names");
    QTest::newRow("surname first, then inside, then former") << "张"
                                                             << "张晓梅 张小明 李张伟 赵一鸣";
    QTest::newRow("whole name") << "张小明"
                                << "张小明";
    QTest::newRow("initials") << "zxm"
                              << "张晓梅 张小明";
    QTest::newRow("capitals") << "ZXM"
                              << "张晓梅 张小明";
    QTest::newRow("full reading") << "zhangxiaoming"
                                  << "张小明";
    QTest::newRow("reading with a space") << "zhang xiaom"
                                          << "张晓梅 张小明";
    QTest::newRow("surname's own reading") << "shan"
                                           << "单国强";
    QTest::newRow("compound surname") << "yuchi"
                                      << "尉迟明";
    QTest::newRow("interpunct left out") << "买买提艾力"
                                         << "买买提·艾力";
    QTest::newRow("another dot") << "买买提•艾"
                                 << "买买提·艾力";
    QTest::newRow("beyond the basic plane") << "𠮷"
                                            << "𠮷田花";
    QTest::newRow("former name") << "二丫"
                                 << "赵一鸣";
    QTest::newRow("inside a name") << "明月"
                                   << "周明月";
    QTest::newRow("nobody") << "欧阳"
                            << "";
    QTest::newRow("nothing") << " "
                             << "";
  }
  void typingFindsPeople() {
    QFETCH(QString, typed);
    QFETCH(QString, names);
    QStringList sortedFound = found(typed).split(QLatin1Char(' '));
    QStringList sortedNames = names.split(QLatin1Char(' '));
    if (!typed.startsWith(QStringLiteral("张"))) { // the order within one rank has its own test
      sortedFound.sort();
      sortedNames.sort();
    }
    QCOMPARE(sortedFound, sortedNames);
  }

  void theOrderIsThatOfNames() {
    QStringList listed;
    const auto everybody = m_desk->store().tables().students().page({}, 0, 100);
    XUEJI_OK(everybody);
    for (const StudentRow& row : *everybody)
      listed << row.record.value(Field::Name);
    QStringList zhang;
    for (const QString& name : listed)
      if (name.startsWith(QStringLiteral("张")))
        zhang << name;
    QCOMPARE(found(QStringLiteral("张"), 2), zhang.join(QLatin1Char(' ')));
    QCOMPARE(found(QStringLiteral("zx")), zhang.join(QLatin1Char(' ')));
  }

  void numbersAndPhonesAreFoundFromThreeDigitsOn() {
    const StudentRow row = m_desk->row(m_ids.value(QStringLiteral("周明月")));
    const QString identity = row.record.value(Field::IdDocumentNumber);
    QCOMPARE(found(identity), QStringLiteral("周明月"));
    QCOMPARE(found(row.studentNumber.toLower()), QStringLiteral("周明月"));
    QCOMPARE(m_index.search(identity, 5).first().by, SearchHit::By::IdentityNumber);
    QCOMPARE(m_index.search(row.studentNumber, 5).first().studentNumber, row.studentNumber);
    QCOMPARE(m_index.search(row.record.value(Field::Phone), 5).first().by, SearchHit::By::Phone);
    QCOMPARE(m_index.search(QStringLiteral("13"), 5).size(), 0);
    QCOMPARE(m_index.search(QStringLiteral("1322"), 100).size(), 9);
  }

  void theMatchedPartOfTheNameIsTold() {
    const auto hits = m_index.search(QStringLiteral("明月"), 5);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().matchStart, 1);
    QCOMPARE(hits.first().matchLength, 2);
    QCOMPARE(hits.first().cohort, QStringLiteral("2024级"));
  }

  void aNewPhoneAndANewChildAreFoundAtOnce() {
    const qint64 student = m_ids.value(QStringLiteral("单国强"));
    Correction wish;
    wish.student = student;
    wish.revision = m_desk->row(student).revision;
    wish.values = {{Field::Phone, QStringLiteral("18812345678")}};
    XUEJI_OK(correct(m_desk->office(), wish));
    XUEJI_OK(m_index.update(m_desk->office(), student));
    QCOMPARE(found(QStringLiteral("18812345678")), QStringLiteral("单国强"));
    const qint64 fresh = add(40, "仇万里");
    XUEJI_OK(m_index.update(m_desk->office(), fresh));
    QCOMPARE(found(QStringLiteral("qwl")), QStringLiteral("仇万里"));
    QCOMPARE(m_index.size(), 10);
  }

  void theCommandLineFindsTheSameChildren() {
    for (const char* typed : {"张小明", "zxm", "zhangxiaoming", "明月", "二丫", "shan", "买买提艾力"}) {
      const QString text = QString::fromUtf8(typed);
      const auto rows = findStudents(m_desk->office(), text);
      XUEJI_OK(rows);
      QSet<QString> names;
      for (const StudentRow& row : *rows)
        names << row.record.value(Field::Name);
      QSet<QString> typedNames;
      for (const SearchHit& hit : m_index.search(text, 100))
        typedNames << hit.name;
      QVERIFY2(names == typedNames, typed);
    }
    QVERIFY(findStudents(m_desk->office(), {})->size() >= 9);
  }

  void aChildIsFoundByEveryNumberItEverHad() {
    const qint64 student = m_ids.value(QStringLiteral("尉迟明"));
    const StudentRow row = m_desk->row(student);
    const QString national = QLatin1Char('G') + row.record.value(Field::IdDocumentNumber);
    XUEJI_OK(issueNumber(m_desk->office(), student, national, QDate(2024, 10, 1), {}));
    for (const QString& number :
         {row.studentNumber, national, national.toLower(), row.record.value(Field::IdDocumentNumber)})
      QCOMPARE(studentByNumber(m_desk->office(), number).value_or(-1), student);
    QCOMPARE(studentByNumber(m_desk->office(), QStringLiteral("G0")).error().code, ErrorCode::StudentNotFound);
  }

  void aWipedIndexFindsNobody() {
    m_index.wipe();
    QCOMPARE(m_index.size(), 0);
    QCOMPARE(found(QStringLiteral("张")), QString());
  }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
#include "store/tables.h"
