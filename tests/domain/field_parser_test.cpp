#include "domain/field_parser.h"

#include <QtTest>

using namespace xueji;
using namespace Qt::StringLiterals;

class TestFieldParser : public QObject {
  Q_OBJECT

  FieldCatalogue m_catalogue = FieldCatalogue::load();
  FieldParser m_parser{m_catalogue};

private slots:
  void cellsAreReadAndRepairsAreTold_data() {
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("repairs");
    const auto row = [](const char* name, Field field, const QString& typed, const char* value,
                        const char* repairs = "") {
      QTest::newRow(name) << field << typed << QString::fromUtf8(value) << QString::fromUtf8(repairs);
    };
    row("empty", Field::Name, u"  \t\n"_s, "");
    row("name", Field::Name, u" 张小明 "_s, "张小明");
    row("name with blank", Field::Name, u"张　三"_s, "张三", "spaces");
    row("bullet and blanks", Field::Name, u"阿依古丽 • 吐尔逊"_s, "阿依古丽·吐尔逊", "spaces,dots");
    row("full stop between", Field::Name, u"阿卜杜拉.买买提"_s, "阿卜杜拉·买买提", "dots");
    row("full-width stop", Field::Name, u"阿卜杜拉．买买提"_s, "阿卜杜拉·买买提", "width,dots");
    row("katakana dot", Field::Name, u"阿卜杜拉・买买提"_s, "阿卜杜拉·买买提", "dots");
    row("right dot", Field::Name, u"阿卜杜拉·买买提"_s, "阿卜杜拉·买买提");
    row("beyond the basic plane", Field::Name, u"𠮷野家"_s, "𠮷野家");
    row("Kangxi radical", Field::Name, u"⽣明"_s, "生明", "width");
    row("Latin name", Field::Name, u"John  Smith"_s, "John Smith", "spaces");
    row("invisible", Field::Name, u"\u200b张三\ufeff"_s, "张三", "invisible");
    row("no former name", Field::FormerName, u"无"_s, "");
    row("no name", Field::Name, u"无"_s, "");
    row("date compact", Field::BirthDate, u"20180831"_s, "2018-08-31");
    row("date hyphens", Field::BirthDate, u"2018-8-31"_s, "2018-08-31");
    row("date stops", Field::BirthDate, u"2018.8.31"_s, "2018-08-31");
    row("date strokes", Field::BirthDate, u"2018/8/31"_s, "2018-08-31");
    row("date Chinese", Field::BirthDate, u"2018年8月31日"_s, "2018-08-31");
    row("date Chinese, blanks", Field::BirthDate, u"2018 年 8 月 31 日"_s, "2018-08-31");
    row("date full width", Field::BirthDate, u"２０１８０８３１"_s, "2018-08-31", "width");
    row("date with time", Field::BirthDate, u"2018-08-31 00:00:00"_s, "2018-08-31");
    row("date serial", Field::BirthDate, u"43343"_s, "2018-08-31", "date_serial");
    row("leap day", Field::BirthDate, u"20120229"_s, "2012-02-29");
    row("month compact", Field::EntryMonth, u"202409"_s, "2024-09");
    row("month hyphen", Field::EntryMonth, u"2024-09"_s, "2024-09");
    row("month Chinese", Field::EntryMonth, u"2024年9月"_s, "2024-09");
    row("month from a date", Field::EntryMonth, u"2024/9/1"_s, "2024-09");
    row("month from a serial", Field::EntryMonth, u"45536"_s, "2024-09", "date_serial");
    row("sex", Field::Sex, u"男"_s, "1");
    row("sex as code", Field::Sex, u"2"_s, "2");
    row("people", Field::EthnicGroup, u"汉"_s, "01");
    row("flag", Field::Orphan, u"否"_s, "0");
    row("flag letter", Field::Orphan, u"y"_s, "1");
    row("identity number", Field::IdDocumentNumber, u"13220320180901002x"_s, "13220320180901002X", "case");
    row("identity full width", Field::IdDocumentNumber, u"１３２２０３２０１８０８３１００１２"_s, "132203201808310012",
        "width");
    row("identity grouped", Field::IdDocumentNumber, u"132203 20180831 001 2"_s, "132203201808310012", "spaces");
    row("identity Cyrillic", Field::IdDocumentNumber, u"13220320180901002\u0445"_s, "13220320180901002X", "letters");
    row("identity with text mark", Field::IdDocumentNumber, u"'132203201808310012"_s, "132203201808310012", "wrapped");
    row("identity wrong but kept", Field::IdDocumentNumber, u"132203201808310000"_s, "132203201808310000");
    row("identity damaged but kept", Field::IdDocumentNumber, u"1.32203E+17"_s, "1.32203E+17");
    row("identity none", Field::Member1IdNumber, u"无"_s, "");
    row("student number", Field::StudentNumber, u"l130503201808311234"_s, "L130503201808311234", "case");
    row("school code", Field::SchoolCode, u"２１１３００９９９９"_s, "2113009999", "width");
    row("mobile", Field::Phone, u"13900000527"_s, "13900000527");
    row("mobile with dashes", Field::Phone, u"139-0000-0527"_s, "13900000527");
    row("mobile with blanks", Field::Phone, u"139 0000 0527"_s, "13900000527", "spaces");
    row("mobile full width", Field::Phone, u"１３９０００００５２７"_s, "13900000527", "width");
    row("mobile with country", Field::Phone, u"+86 13900000527"_s, "13900000527", "spaces");
    row("landline", Field::Phone, u"0319-2222222"_s, "0319-2222222");
    row("landline bare", Field::Phone, u"03192222222"_s, "0319-2222222");
    row("landline brackets", Field::Phone, u"（0319）2222222"_s, "0319-2222222", "width");
    row("landline Peking", Field::Phone, u"010-88888888"_s, "010-88888888");
    row("landline extension", Field::Phone, u"0319-2222222-801"_s, "0319-2222222-801");
    row("abroad", Field::Member1Phone, u"+852 51234567"_s, "+85251234567", "spaces");
    row("distance", Field::SchoolDistance, u"3.6"_s, "3.6");
    row("distance zeros", Field::SchoolDistance, u"7.0"_s, "7");
    row("distance with unit", Field::SchoolDistance, u"3公里"_s, "3");
    row("distance in metres", Field::SchoolDistance, u"800米"_s, "0.8");
    row("region twelve", Field::HouseholdPlace, u"130502000000"_s, "130502000000");
    row("region six", Field::HouseholdPlace, u"130502"_s, "130502000000");
    row("region in words", Field::BirthPlace, u"河北省邢台市"_s, "河北省邢台市");
    row("validity", Field::IdDocumentValidity, u"2020.01.02-2025.01.02"_s, "2020-01-02/2025-01-02");
    row("validity compact", Field::IdDocumentValidity, u"20200102-20250102"_s, "2020-01-02/2025-01-02");
    row("validity hyphens", Field::IdDocumentValidity, u"2020-01-02至2025-01-02"_s, "2020-01-02/2025-01-02");
    row("validity for good", Field::IdDocumentValidity, u"2020.01.02-长期"_s, "2020-01-02/长期");
    row("postal code", Field::PostalCode, u"054000"_s, "054000");
    row("postal code as number", Field::PostalCode, u"54000"_s, "054000", "leading_zero");
    row("address as written", Field::CurrentAddress, u" 河北省邢台市南大郭村４３号 "_s, "河北省邢台市南大郭村４３号");
    row("dash for nothing", Field::CurrentAddress, u"——"_s, "");
    row("talents", Field::Talents, u"书法、篮球"_s, "书法、篮球");
  }
  void cellsAreReadAndRepairsAreTold() {
    QFETCH(Field, field);
    QFETCH(QString, typed);
    const auto parsed = m_parser.parse(field, typed);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().code));
    QTEST(parsed->value, "value");
    QTEST(parsed->repairs.join(u','), "repairs");
    // what is canonical stays as it is, and what people are shown is read back
    const auto again = m_parser.parse(field, parsed->value);
    QVERIFY(again);
    if (m_catalogue.definition(field).kind != FieldKind::Validity) {
      QCOMPARE(*again, (ParsedField{parsed->value, {}}));
    }
    if (m_catalogue.definition(field).kind != FieldKind::Region) {
      const auto shown = m_parser.parse(field, m_catalogue.display(field, parsed->value));
      QVERIFY(shown);
      QCOMPARE(*shown, (ParsedField{parsed->value, {}}));
    }
  }

  void whatCannotBeReadIsNamed_data() {
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("day that is not") << Field::BirthDate << "20090229"
                                     << "date_unreadable";
    QTest::newRow("two-digit year") << Field::BirthDate << "18-8-31"
                                    << "date_unreadable";
    QTest::newRow("day first") << Field::BirthDate << "31/8/2018"
                               << "date_unreadable";
    QTest::newRow("mixed separators") << Field::BirthDate << "2018-8/31"
                                      << "date_unreadable";
    QTest::newRow("small number") << Field::BirthDate << "3"
                                  << "date_unreadable";
    QTest::newRow("word") << Field::BirthDate << "不详"
                          << "date_unreadable";
    QTest::newRow("year 18018") << Field::BirthDate << "180180831"
                                << "date_unreadable";
    QTest::newRow("thirteenth month") << Field::EntryMonth << "202413"
                                      << "month_unreadable";
    QTest::newRow("year alone") << Field::EntryMonth << "2024"
                                << "month_unreadable";
    QTest::newRow("people") << Field::EthnicGroup << "外星族"
                            << "code_unknown";
    QTest::newRow("sex not on the form") << Field::Sex << "未知"
                                         << "code_unknown";
    QTest::newRow("yes is no kind of being left behind") << Field::LeftBehind << "是"
                                                         << "code_unknown";
    QTest::newRow("flag") << Field::Orphan << "也许"
                          << "flag_unreadable";
    QTest::newRow("number") << Field::SchoolDistance << "很近"
                            << "number_unreadable";
    QTest::newRow("negative") << Field::SchoolDistance << "-3"
                              << "number_unreadable";
    QTest::newRow("decimal comma") << Field::SchoolDistance << "3,6"
                                   << "number_unreadable";
    QTest::newRow("ten digits") << Field::Phone << "1390000052"
                                << "phone_unreadable";
    QTest::newRow("twelve digits") << Field::Phone << "139000005270"
                                   << "phone_unreadable";
    QTest::newRow("no area code") << Field::Phone << "2222222"
                                  << "phone_unreadable";
    QTest::newRow("exponent") << Field::Phone << "1.39E+10"
                              << "phone_unreadable";
    QTest::newRow("two phones") << Field::Phone << "13900000527/13900000528"
                                << "phone_unreadable";
    QTest::newRow("five-digit region") << Field::HouseholdPlace << "13050"
                                       << "region_unreadable";
    QTest::newRow("region damaged") << Field::HouseholdPlace << "1.30502E+11"
                                    << "region_unreadable";
    QTest::newRow("region of dots") << Field::BirthPlace << "……"
                                    << "region_unreadable";
    QTest::newRow("validity half") << Field::IdDocumentValidity << "2020.01.02"
                                   << "validity_unreadable";
    QTest::newRow("validity backwards") << Field::IdDocumentValidity << "2025.01.02-2020.01.02"
                                        << "validity_unreadable";
    QTest::newRow("postal letters") << Field::PostalCode << "O54000"
                                    << "postal_unreadable";
    QTest::newRow("postal seven") << Field::PostalCode << "0540000"
                                  << "postal_unreadable";
    QTest::newRow("name of digits") << Field::Name << "12345"
                                    << "name_unreadable";
    QTest::newRow("long name") << Field::Name << QString(101, u'张') << "too_long";
    QTest::newRow("pasted page") << Field::Talents << QString(2'000'000, u'长') << "too_long";
  }
  void whatCannotBeReadIsNamed() {
    QFETCH(Field, field);
    QFETCH(QString, typed);
    const auto parsed = m_parser.parse(field, typed);
    QVERIFY2(!parsed, parsed ? qPrintable(parsed->value) : "");
    QTEST(parsed.error().code, "code");
    QVERIFY(!parsed.error().args.isEmpty());
    QVERIFY(parsed.error().args.first().size() <= 200);
  }

  void noInputWhateverBreaksTheParser() {
    const QStringList nasty = {
        QString(QChar(0)),    QStringLiteral("%1%n"), QString(QChar(0xD800)),
        QStringLiteral("'"),  QStringLiteral("''"),   QStringLiteral("="),
        QString(60, u'9'),    QStringLiteral("·"),    QString(QChar(0x202E)) + QStringLiteral("张"),
        QStringLiteral("-1"), QStringLiteral("1e400")};
    for (const FieldDefinition& definition : m_catalogue.all()) {
      for (const QString& typed : nasty) {
        const auto parsed = m_parser.parse(definition.field, typed);
        if (parsed && !parsed->value.isEmpty()) {
          const auto again = m_parser.parse(definition.field, parsed->value);
          QVERIFY2(again && again->value == parsed->value, qPrintable(definition.id + u' ' + typed));
        }
      }
    }
  }
};

QTEST_GUILESS_MAIN(TestFieldParser)
#include "field_parser_test.moc"
