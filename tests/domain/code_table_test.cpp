#include "domain/code_table.h"
#include "domain/folded_key.h"

#include <QtTest>

using namespace xueji;

class TestCodeTable : public QObject {
  Q_OBJECT

  CodeTables m_tables = CodeTables::load();

private slots:
  void everyTableIsThereAndItsCodesAreDifferent() {
    QCOMPARE(m_tables.ids().size(), 25);
    for (const QString& id : m_tables.ids()) {
      const CodeTable* table = m_tables.table(id);
      QVERIFY2(table && table->entries().size() >= 2, qPrintable(id));
      QCOMPARE(table->id(), id);
      QSet<QString> codes;
      QHash<QString, QString> texts;
      for (const CodeTable::Entry& entry : table->entries()) {
        QVERIFY2(!entry.code.isEmpty() && !entry.name.isEmpty(), qPrintable(id));
        QVERIFY2(!codes.contains(entry.code), qPrintable(id + entry.code));
        codes.insert(entry.code);
        const QStringList spellings = entry.aliases + QStringList{entry.name};
        for (const QString& text : spellings) {
          const QString key = detail::foldedKey(text);
          QVERIFY2(texts.value(key, entry.code) == entry.code, qPrintable(id + u' ' + text));
          texts.insert(key, entry.code);
        }
      }
    }
    QVERIFY(!m_tables.table(QStringLiteral("no_such_table")));
  }

  void everyCodeNameAndAliasFindsItsEntry() {
    for (const QString& id : m_tables.ids()) {
      const CodeTable* table = m_tables.table(id);
      for (const CodeTable::Entry& entry : table->entries()) {
        QCOMPARE(table->find(entry.code), &entry);
        QCOMPARE(table->find(entry.name), &entry);
        QCOMPARE(table->byCode(entry.code), &entry);
        for (const QString& alias : entry.aliases) {
          QVERIFY2(table->find(alias) == &entry, qPrintable(id + u' ' + alias));
        }
      }
    }
  }

  void rostersSayItTheirOwnWay_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("Han") << "ethnic_group"
                         << "汉"
                         << "01";
    QTest::newRow("one digit") << "ethnic_group"
                               << "1"
                               << "01";
    QTest::newRow("full width") << "ethnic_group"
                                << "０１"
                                << "01";
    QTest::newRow("misspelt") << "ethnic_group"
                              << "拉枯族"
                              << "24";
    QTest::newRow("other") << "ethnic_group"
                           << "其他"
                           << "97";
    QTest::newRow("not left behind") << "left_behind"
                                     << "非留守儿童"
                                     << "0";
    QTest::newRow("one parent away") << "left_behind"
                                     << "单亲留守儿童"
                                     << "1";
    QTest::newRow("both away") << "left_behind"
                               << "双亲留守"
                               << "2";
    QTest::newRow("father") << "relation"
                            << "父"
                            << "51";
    QTest::newRow("mummy") << "relation"
                           << "妈妈"
                           << "52";
    QTest::newRow("grandmother in the north") << "relation"
                                              << "姥姥"
                                              << "64";
    QTest::newRow("yes") << "yes_no"
                         << "Ｙ"
                         << "1";
    QTest::newRow("no") << "yes_no"
                        << "0"
                        << "0";
    QTest::newRow("tick") << "yes_no"
                          << "√"
                          << "1";
    QTest::newRow("not disabled") << "disability"
                                  << "无残疾"
                                  << "0";
    QTest::newRow("overseas, one zero") << "overseas_status"
                                        << "0"
                                        << "00";
    QTest::newRow("slash") << "id_document"
                           << "香港特区护照／身份证明"
                           << "6";
    QTest::newRow("lower-case code") << "id_document"
                                     << "a"
                                     << "A";
    QTest::newRow("short for identity card") << "id_document"
                                             << "身份证"
                                             << "1";
    QTest::newRow("bus") << "transport"
                         << "公共交通(含城市公交、农村客运、地铁)"
                         << "3";
    QTest::newRow("France") << "nationality"
                            << "法国"
                            << "FRA";
    QTest::newRow("two letters") << "nationality"
                                 << "fr"
                                 << "FRA";
    QTest::newRow("People's Republic") << "nationality"
                                       << "中华人民共和国"
                                       << "CHN";
    QTest::newRow("in junior school") << "grade"
                                      << "初一"
                                      << "7";
    for (const auto& [table, typed, code] : {std::tuple("id_document", "回乡证", "6"),
                                             std::tuple("id_document", "港澳居民来往内地通行证", "6"),
                                             std::tuple("id_document", "港澳台居民居住证", "P"),
                                             std::tuple("study_mode", "送教上门", "4"),
                                             std::tuple("study_mode", "借宿", "3"),
                                             std::tuple("study_mode", "其他", "9"),
                                             std::tuple("household_kind", "居民户口", "J"),
                                             std::tuple("student_status", "公派出国", "13"),
                                             std::tuple("entry_mode", "高中其他", "99"),
                                             std::tuple("relation", "监护人", ""),
                                             std::tuple("relation", "大爷", "81"),
                                             std::tuple("relation", "妗子", "86"),
                                             std::tuple("political_status", "少先队员", "13"),
                                             std::tuple("blood_group", "HLA血型", "7"),
                                             std::tuple("blood_group", "未定血型", "8"),
                                             std::tuple("school_kind", "工读学校", "371"),
                                             std::tuple("school_kind", "专门学校", "371"),
                                             std::tuple("school_kind", "附设特教班", "519"),
                                             std::tuple("school_category", "工读学校", "37"),
                                             std::tuple("ethnic_group", "僳僳族", "20"),
                                             std::tuple("ethnic_group", "穿青人", "97"),
                                             std::tuple("special_education", "特教班", "3"),
                                             std::tuple("special_education", "送教上门", "4"),
                                             std::tuple("nationality", "XKK", ""),
                                             std::tuple("nationality", "科索沃", ""),
                                             std::tuple("nationality", "FLK", "FLK")})
      QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(table), QString::fromUtf8(typed))))
          << QString::fromLatin1(table) << QString::fromUtf8(typed) << QString::fromLatin1(code);
    QTest::newRow("unknown people") << "ethnic_group"
                                    << "外星族"
                                    << "";
    QTest::newRow("unknown code") << "ethnic_group"
                                  << "57"
                                  << "";
    QTest::newRow("GB code of health is not the form's") << "health"
                                                         << "1"
                                                         << "";
    QTest::newRow("empty") << "ethnic_group"
                           << ""
                           << "";
    QTest::newRow("blanks") << "ethnic_group"
                            << "  "
                            << "";
  }
  void rostersSayItTheirOwnWay() {
    QFETCH(QString, table);
    QFETCH(QString, typed);
    const CodeTable::Entry* entry = m_tables.table(table)->find(typed);
    QTEST(entry ? entry->code : QString(), "code");
  }

  void thePeoplesAreFiftySixAndTwo() {
    const CodeTable* table = m_tables.table(QStringLiteral("ethnic_group"));
    QCOMPARE(table->entries().size(), 58);
    QCOMPARE(table->nameOf(QStringLiteral("20")), QStringLiteral("傈僳族"));
    QCOMPARE(table->nameOf(QStringLiteral("36")), QStringLiteral("毛南族"));
    QCOMPARE(table->nameOf(QStringLiteral("56")), QStringLiteral("基诺族"));
    QCOMPARE(table->nameOf(QStringLiteral("98")), QStringLiteral("外国血统中国籍人士"));
  }

  void countriesAreThoseOfTheStandard() {
    const CodeTable* table = m_tables.table(QStringLiteral("nationality"));
    QVERIFY(table->entries().size() >= 240);
    QCOMPARE(table->entries().first().code, QStringLiteral("CHN"));
    QCOMPARE(table->nameOf(QStringLiteral("KOR")), QStringLiteral("韩国"));
    for (const CodeTable::Entry& entry : table->entries()) {
      QCOMPARE(entry.code.size(), 3);
    }
  }

  void theTablesNameThingsAsTheStandardsDo() {
    const auto name = [&](const char* table, const char* code) {
      return m_tables.table(QString::fromLatin1(table))->nameOf(QString::fromLatin1(code));
    };
    QCOMPARE(name("nationality", "FLK"), QStringLiteral("马尔维纳斯群岛（福克兰）"));
    QCOMPARE(name("nationality", "PSE"), QStringLiteral("巴勒斯坦"));
    QCOMPARE(name("school_kind", "371"), QStringLiteral("专门学校"));
    QCOMPARE(name("school_category", "37"), QStringLiteral("专门学校"));
    for (const char* reserved : {"XKK", "ICA", "EAA", "DGA"})
      QVERIFY(!m_tables.table(QStringLiteral("nationality"))->byCode(QString::fromLatin1(reserved)));
  }

  void whatIsOnlyNearestIsSaid() {
    for (const char* typed : {"回乡证", "港澳居民来往内地通行证"})
      QVERIFY(m_tables.table(QStringLiteral("id_document"))->isNearest(QString::fromUtf8(typed)));
    QVERIFY(m_tables.table(QStringLiteral("political_status"))->isNearest(QStringLiteral("少先队员")));
    QVERIFY(!m_tables.table(QStringLiteral("id_document"))->isNearest(QStringLiteral("港澳台居民居住证")));
  }

  void healthCodesDifferFromTheStandards() {
    QCOMPARE(m_tables.healthCodeOfStandard(QStringLiteral("10")), QStringLiteral("1"));
    QCOMPARE(m_tables.healthCodeOfStandard(QStringLiteral("50")), QStringLiteral("6"));
    QCOMPARE(m_tables.healthCodeOfStandard(QStringLiteral("99")), QString());
  }
};

QTEST_GUILESS_MAIN(TestCodeTable)
#include "code_table_test.moc"
