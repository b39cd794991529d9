#include "domain/field_catalogue.h"
#include "domain/folded_key.h"

#include <QtTest>

using namespace xueji;

namespace {

const char* const kVariantA =
    "学校标识码,姓名,性别,出生日期,出生地,籍贯,民族,国籍/"
    "地区,身份证件类型,港澳台侨外,健康状况,政治面貌,身份证件号,户口性质,户口所在地,班级,入学年月,"
    "入学方式,就读方式,现住址,通信地址,家庭地址,联系电话,邮政编码,是否独生子女,是否受过学前教育,是否留守儿童,"
    "是否需要申请资助,是否享受一补,是否孤儿,"
    "是否烈士或优抚子女,上下学距离（公里）,上下学交通方式,是否需要乘坐校车,曾用名,身份证件有效期,血型,特长,学籍辅号,"
    "班内学号,学生来源,电子信箱,"
    "主页地址,残疾类型,是否由政府购买学位,随班就读,成员1姓名,成员1关系,成员1关系说明,成员1现住址,成员1户口所在地,"
    "成员1联系电话,成员1是否监护人,"
    "成员1身份证件类型,成员1身份证件号,成员1民族,成员1工作单位,成员1职务,成员2姓名,成员2关系,成员2关系说明,成员2现住址,"
    "成员2户口所在地,成员2联系电话,"
    "成员2是否监护人,成员2身份证件类型,成员2身份证件号,成员2民族,成员2工作单位,成员2职务,是否进城务工人员随迁子女";

} // namespace

class TestFieldCatalogue : public QObject {
  Q_OBJECT

  FieldCatalogue m_catalogue = FieldCatalogue::load();

private slots:
  void everyFieldIsDescribedOnceInTheOrderOfTheForm() {
    QCOMPARE(m_catalogue.all().size(), kFieldCount);
    QSet<QString> ids;
    QSet<QString> sections;
    for (const FieldSection& section : m_catalogue.sections()) {
      sections.insert(section.id);
    }
    for (int i = 0; i < kFieldCount; ++i) {
      const FieldDefinition& definition = m_catalogue.all().at(i);
      QCOMPARE(definition.field, static_cast<Field>(i));
      QCOMPARE(definition.formNumber, i < kFormFieldCount ? i + 1 : 0);
      QVERIFY(!definition.label.isEmpty() && !definition.labelEn.isEmpty());
      QVERIFY2(sections.contains(definition.section), qPrintable(definition.id));
      QVERIFY2(!ids.contains(definition.id), qPrintable(definition.id));
      QCOMPARE(m_catalogue.byId(definition.id), std::optional(definition.field));
      ids.insert(definition.id);
      QCOMPARE(definition.kind == FieldKind::Code, !definition.codeTable.isEmpty());
      if (definition.kind == FieldKind::Code) {
        QVERIFY2(m_catalogue.codeTable(definition.field), qPrintable(definition.codeTable));
        QVERIFY(!m_catalogue.codeTable(definition.field)->entries().isEmpty());
      }
    }
  }

  void fieldsStandAtTheirOwnPlaces_data() {
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("label");
    QTest::newRow("1") << Field::Name << "name"
                       << "姓名";
    QTest::newRow("9") << Field::IdDocumentNumber << "id_document_number"
                       << "身份证件号";
    QTest::newRow("27") << Field::Origin << "origin"
                        << "学生来源";
    QTest::newRow("46") << Field::SchoolDistance << "school_distance"
                        << "上下学距离（公里）";
    QTest::newRow("49") << Field::Member1Name << "member1_name"
                        << "成员1姓名";
    QTest::newRow("60") << Field::Member1Position << "member1_position"
                        << "成员1职务";
    QTest::newRow("61") << Field::Member2Name << "member2_name"
                        << "成员2姓名";
    QTest::newRow("72") << Field::Member2Position << "member2_position"
                        << "成员2职务";
    QTest::newRow("card") << Field::DisabilityCard << "disability_card"
                          << "残疾人证号";
    QTest::newRow("last") << Field::SpecialEducation << "special_education"
                          << "特教就读类型";
  }
  void fieldsStandAtTheirOwnPlaces() {
    QFETCH(Field, field);
    QTEST(m_catalogue.definition(field).id, "id");
    QTEST(m_catalogue.definition(field).label, "label");
  }

  void noHeaderMeansTwoFields() {
    QHash<QString, QString> owner;
    for (const FieldDefinition& definition : m_catalogue.all()) {
      QVERIFY(!definition.headers.isEmpty());
      QCOMPARE(definition.headers.first(), definition.label);
      for (const QString& header : definition.headers) {
        const QString key = detail::foldedKey(header);
        QVERIFY2(!owner.contains(key) || owner.value(key) == definition.id,
                 qPrintable(header + u' ' + owner.value(key) + u' ' + definition.id));
        owner.insert(key, definition.id);
        QCOMPARE(m_catalogue.byHeader(header), std::optional(definition.field));
        QVERIFY2(!m_catalogue.isPassedOver(header), qPrintable(header));
      }
    }
  }

  void everyColumnOfTheImportSheetIsKnownAndDifferent() {
    const QStringList headers = QString::fromUtf8(kVariantA).split(u',');
    QCOMPARE(headers.size(), 71);
    QSet<Field> fields;
    for (const QString& header : headers) {
      const auto field = m_catalogue.byHeader(header);
      QVERIFY2(field, qPrintable(header));
      fields.insert(*field);
    }
    QCOMPARE(fields.size(), 71);
    // what the sheet leaves out: photo, pinyin, grade, and the number that the system gives
    for (const Field field : {Field::Photo, Field::NamePinyin, Field::Grade, Field::StudentNumber}) {
      QVERIFY(!fields.contains(field));
    }
  }

  void headersAreRecognisedInOtherDress_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<Field>("field");
    QTest::newRow("star before") << "★姓名" << Field::Name;
    QTest::newRow("asterisk behind") << "身份证件号*" << Field::IdDocumentNumber;
    QTest::newRow("must-fill word") << "民族（必填）" << Field::EthnicGroup;
    QTest::newRow("spaces") << " 联 系　电 话 " << Field::Phone;
    QTest::newRow("line break") << "出生\n日期" << Field::BirthDate;
    QTest::newRow("half-width brackets") << "上下学距离(公里)" << Field::SchoolDistance;
    QTest::newRow("no brackets") << "上下学距离" << Field::SchoolDistance;
    QTest::newRow("other slash") << "国籍／地区" << Field::Nationality;
    QTest::newRow("full-width digit") << "成员１姓名" << Field::Member1Name;
    QTest::newRow("disability") << "残疾人类型" << Field::Disability;
    QTest::newRow("mail") << "电子邮箱" << Field::Email;
    QTest::newRow("household") << "户口所在地行政区划" << Field::HouseholdPlace;
    QTest::newRow("personal code") << "个人标识码" << Field::StudentNumber;
    QTest::newRow("national number") << "全国学籍号" << Field::StudentNumber;
    QTest::newRow("short sheet, name") << "学生姓名" << Field::Name;
    QTest::newRow("short sheet, document") << "身份证号" << Field::IdDocumentNumber;
    QTest::newRow("short sheet, school") << "录取学校标识码" << Field::SchoolCode;
    QTest::newRow("platform, class") << "班级号" << Field::Class;
    QTest::newRow("platform, grade") << "年级" << Field::Grade;
    QTest::newRow("guardian") << "监护人姓名" << Field::Member1Name;
    QTest::newRow("second guardian") << "监护人2联系电话" << Field::Member2Phone;
    QTest::newRow("form's wording") << "家庭成员或监护人姓名2" << Field::Member2Name;
    QTest::newRow("guardian's number") << "成员2身份证号码" << Field::Member2IdNumber;
  }
  void headersAreRecognisedInOtherDress() {
    QFETCH(QString, header);
    QFETCH(Field, field);
    QCOMPARE(m_catalogue.byHeader(header), std::optional(field));
  }

  void headersThatSayNothingOfTheRecordArePassedOver() {
    for (const char* header :
         {"学籍接续标识", "区县", "就读学校", "编号", "毕业学校标识码", "教育阶段", "序号", "备注"}) {
      QVERIFY2(m_catalogue.isPassedOver(QString::fromUtf8(header)), header);
      QVERIFY2(!m_catalogue.byHeader(QString::fromUtf8(header)), header);
    }
    for (const char* header : {"", "★", "鞋码", "姓名姓名"}) {
      QVERIFY2(!m_catalogue.byHeader(QString::fromUtf8(header)), header);
      QVERIFY2(!m_catalogue.isPassedOver(QString::fromUtf8(header)), header);
    }
  }

  void keyDataAreTheFiveOfTheRule() {
    QSet<Field> key;
    for (const FieldDefinition& definition : m_catalogue.all()) {
      if (definition.keyData) {
        key.insert(definition.field);
      }
    }
    QCOMPARE(key,
             (QSet<Field>{Field::Name, Field::Sex, Field::BirthDate, Field::IdDocumentType, Field::IdDocumentNumber}));
  }

  void theFormsStarsAreKept() {
    // the starred numbers of the form but for grade and class (22, 23); a member's start at 49 and 61
    QList<int> expected = {1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 12, 17, 18, 24, 25,
                           26, 28, 29, 30, 31, 32, 35, 36, 37, 38, 39, 40, 44, 45};
    for (const int first : {49, 61}) {
      expected << first << first + 1 << first + 5 << first + 6 << first + 7 << first + 8;
    }
    QList<int> starred;
    for (const FieldDefinition& definition : m_catalogue.all()) {
      if (definition.mustFill) {
        starred.append(definition.formNumber);
      }
    }
    QCOMPARE(starred, expected);
    for (const Field field : {Field::Grade, Field::Class, Field::Photo, Field::PoliticalStatus, Field::Disability}) {
      QVERIFY(!m_catalogue.definition(field).mustFill);
    }
    QVERIFY(m_catalogue.definition(Field::Member2IsGuardian).mustFill);
    QCOMPARE(m_catalogue.definition(Field::Member2IsGuardian).member, 2);
    QCOMPARE(m_catalogue.definition(Field::Name).member, 0);
  }

  void numbersPhonesAndAddressesAreMasked() {
    for (const Field field : {Field::IdDocumentNumber, Field::StudentNumber, Field::Phone, Field::CurrentAddress,
                              Field::Member1IdNumber, Field::Member2Phone, Field::DisabilityCard}) {
      QCOMPARE(m_catalogue.definition(field).sensitivity, Sensitivity::Sensitive);
    }
    QCOMPARE(m_catalogue.definition(Field::Name).sensitivity, Sensitivity::Personal);
  }

  void sectionsHoldEveryFieldOnce() {
    qsizetype count = 0;
    for (const FieldSection& section : m_catalogue.sections()) {
      const auto fields = m_catalogue.inSection(section.id);
      QVERIFY2(!fields.isEmpty(), qPrintable(section.id));
      count += fields.size();
    }
    QCOMPARE(count, qsizetype(kFieldCount));
  }

  void peopleReadNamesNotCodes_data() {
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<QString>("shown");
    QTest::newRow("sex") << Field::Sex << "2"
                         << "女";
    QTest::newRow("people") << Field::EthnicGroup << "05"
                            << "维吾尔族";
    QTest::newRow("nationality") << Field::Nationality << "CHN"
                                 << "中国";
    QTest::newRow("date") << Field::BirthDate << "2018-08-31"
                          << "2018-08-31";
    QTest::newRow("month") << Field::EntryMonth << "2024-09"
                           << "2024年9月";
    QTest::newRow("yes") << Field::Orphan << "1"
                         << "是";
    QTest::newRow("no") << Field::Orphan << "0"
                        << "否";
    QTest::newRow("region") << Field::HouseholdPlace << "130502000000"
                            << "河北省邢台市襄都区";
    QTest::newRow("region in words") << Field::BirthPlace << "河北省邢台市"
                                     << "河北省邢台市";
    QTest::newRow("region unknown") << Field::BirthPlace << "139999000000"
                                    << "139999000000";
    QTest::newRow("valid") << Field::IdDocumentValidity << "2020-01-02/2025-01-02"
                           << "2020.01.02-2025.01.02";
    QTest::newRow("valid for good") << Field::IdDocumentValidity << "2020-01-02/长期"
                                    << "2020.01.02-长期";
    QTest::newRow("empty") << Field::Sex << ""
                           << "";
    QTest::newRow("unknown code") << Field::EthnicGroup << "77"
                                  << "77";
    QTest::newRow("grade") << Field::Grade << "10"
                           << "高一";
  }
  void peopleReadNamesNotCodes() {
    QFETCH(Field, field);
    QFETCH(QString, canonical);
    QTEST(m_catalogue.display(field, canonical), "shown");
  }
};

QTEST_GUILESS_MAIN(TestFieldCatalogue)
#include "field_catalogue_test.moc"
