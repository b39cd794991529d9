#include "domain/grade_name.h"
#include "domain/school_profile.h"

#include <QtTest>

using namespace xueji;
using namespace Qt::StringLiterals;

class TestGradeName : public QObject {
  Q_OBJECT

private slots:
  void aCohortMovesUpEveryFirstSeptember_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("grade");
    QTest::newRow("the day before") << QDate(2024, 8, 31) << "未入学";
    QTest::newRow("the first day") << QDate(2024, 9, 1) << "一年级";
    QTest::newRow("the last day of grade 1") << QDate(2025, 8, 31) << "一年级";
    QTest::newRow("grade 2") << QDate(2025, 9, 1) << "二年级";
    QTest::newRow("last day of school") << QDate(2030, 8, 31) << "六年级";
    QTest::newRow("gone") << QDate(2030, 9, 1) << "已毕业";
  }
  void aCohortMovesUpEveryFirstSeptember() {
    QFETCH(QDate, day);
    const SchoolSystem system({Stage::Primary});
    QTEST(gradeNameOn(day, system, Stage::Primary, 2024), "grade");
  }

  void fiveYearsOfPrimaryEndSooner() {
    const SchoolSystem system({Stage::Primary, Stage::Junior}, SchoolPattern::FiveFour);
    QCOMPARE(gradeOn(QDate(2028, 9, 1), system, Stage::Primary, 2024), std::optional(5));
    QCOMPARE(gradeOn(QDate(2029, 9, 1), system, Stage::Primary, 2024), std::nullopt);
    QCOMPARE(gradeOn(QDate(2029, 9, 1), system, Stage::Junior, 2029), std::optional(6));
    QCOMPARE(gradeOn(QDate(2032, 9, 1), system, Stage::Junior, 2029), std::optional(9));
  }

  void aCountyMayChangeTheSystemFromOneCohortOn() {
    SchoolSystem system({Stage::Primary, Stage::Junior}, SchoolPattern::FiveFour);
    system.setPattern(Stage::Primary, 2022, SchoolPattern::SixThree);
    system.setPattern(Stage::Junior, 2028, SchoolPattern::SixThree);
    QCOMPARE(system.lastGrade(Stage::Primary, 2021), 5);
    QCOMPARE(system.lastGrade(Stage::Primary, 2022), 6);
    QCOMPARE(system.firstGrade(Stage::Junior, 2026), 6);
    QCOMPARE(system.firstGrade(Stage::Junior, 2028), 7);
    QCOMPARE(SchoolSystem::fromJson(system.toJson()), std::optional(system));
    // no grade 6 in the school year in which nobody moved up early
    QCOMPARE(system.cohortOfGrade(6, 2027), std::optional(SchoolSystem::Cohort{Stage::Primary, 2022}));
    QCOMPARE(system.cohortOfGrade(6, 2026), std::optional(SchoolSystem::Cohort{Stage::Junior, 2026}));
    QCOMPARE(system.cohortOfGrade(10, 2026), std::nullopt);
  }

  void stagesFollowFromTheSchoolCode_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QList<Stage>>("stages");
    QTest::newRow("primary") << "2113009999"
                             << "211" << QList<Stage>{Stage::Primary};
    QTest::newRow("junior") << "3113009999"
                            << "311" << QList<Stage>{Stage::Junior};
    QTest::newRow("senior") << "3413009999"
                            << "342" << QList<Stage>{Stage::Senior};
    QTest::newRow("special") << "5113009999"
                             << "514" << QList<Stage>{Stage::Primary, Stage::Junior, Stage::Senior};
    QTest::newRow("specialised school") << "3713009999"
                                        << "371" << QList<Stage>{Stage::Primary, Stage::Junior, Stage::Senior};
    QTest::newRow("kindergarten") << "1113009999"
                                  << "" << QList<Stage>{};
  }
  void stagesFollowFromTheSchoolCode() {
    QFETCH(QString, code);
    const auto profile = SchoolProfile::fromSchoolCode(code, QStringLiteral("示范学校"), QStringLiteral("130502"));
    QTEST(profile.kind, "kind");
    QTEST(profile.system.stages(), "stages");
    QCOMPARE(profile.isSpecialSchool(), code.startsWith(u'5'));
    QCOMPARE(SchoolProfile::fromJson(profile.toJson()), std::optional(profile));
    QCOMPARE(profile.province(), QStringLiteral("130000"));
    QCOMPARE(profile.prefecture(), QStringLiteral("130500"));
  }

  void aProfileThatIsNoneIsRefused() {
    QVERIFY(!SchoolProfile::fromJson({}));
    auto object = SchoolProfile::fromSchoolCode(QStringLiteral("2113009999"), QStringLiteral("示范小学"),
                                                QStringLiteral("130502"))
                      .toJson();
    object.remove(QStringLiteral("system"));
    QVERIFY(!SchoolProfile::fromJson(object));
  }

  void gradesAreNamed() {
    QCOMPARE(gradeName(1), QStringLiteral("一年级"));
    QCOMPARE(gradeName(9), QStringLiteral("九年级"));
    QCOMPARE(gradeName(10), QStringLiteral("高一"));
    QCOMPARE(gradeName(0), QString());
    QCOMPARE(gradeName(13), QString());
    for (int grade = 1; grade <= 12; ++grade) {
      QCOMPARE(gradeFromName(gradeName(grade)), std::optional(grade));
      QCOMPARE(gradeFromName(shortGradeName(grade)), std::optional(grade));
    }
  }

  void gradesAreReadAsPeopleWriteThem_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<SchoolPattern>("pattern");
    QTest::addColumn<int>("grade"); // 0: none
    QTest::newRow("Arabic") << "1年级" << SchoolPattern::SixThree << 1;
    QTest::newRow("number") << "12" << SchoolPattern::SixThree << 12;
    QTest::newRow("junior 1 of 6-3") << "初一" << SchoolPattern::SixThree << 7;
    QTest::newRow("junior 1 of 5-4") << "初一" << SchoolPattern::FiveFour << 6;
    QTest::newRow("junior 4 of 5-4") << "初四" << SchoolPattern::FiveFour << 9;
    QTest::newRow("junior 4 of 6-3") << "初四" << SchoolPattern::SixThree << 0;
    QTest::newRow("long form") << "高中三年级" << SchoolPattern::SixThree << 12;
    QTest::newRow("primary 6 of 5-4") << "小学六年级" << SchoolPattern::FiveFour << 0;
    QTest::newRow("thirteen") << "13" << SchoolPattern::SixThree << 0;
    QTest::newRow("word") << "大班" << SchoolPattern::SixThree << 0;
    QTest::newRow("empty") << "" << SchoolPattern::SixThree << 0;
  }
  void gradesAreReadAsPeopleWriteThem() {
    QFETCH(QString, typed);
    QFETCH(SchoolPattern, pattern);
    QTEST(gradeFromName(typed, pattern).value_or(0), "grade");
  }

  void aClassKeepsItsCohortAndChangesItsGradeName() {
    const SchoolSystem system({Stage::Primary});
    const ClassName name{Stage::Primary, 2024, 3};
    QCOMPARE(name.stable(), QStringLiteral("2024级3班"));
    QCOMPARE(name.onDay(QDate(2024, 10, 1), system), QStringLiteral("一年级(3)班"));
    QCOMPARE(name.onDay(QDate(2026, 10, 1), system), QStringLiteral("三年级(3)班"));
    QCOMPARE(name.onDay(QDate(2031, 10, 1), system), QStringLiteral("2024级3班"));
  }

  void classesAreReadAsPeopleWriteThem_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("entryYear");
    QTest::addColumn<int>("grade");
    QTest::addColumn<int>("number"); // 0: unreadable
    QTest::newRow("cohort") << "2024级3班" << 2024 << 0 << 3;
    QTest::newRow("cohort in brackets") << "小学2024级（3）班" << 2024 << 0 << 3;
    QTest::newRow("grade") << "一年级(3)班" << 0 << 1 << 3;
    QTest::newRow("short grade") << "一（3）班" << 0 << 1 << 3;
    QTest::newRow("junior") << "初二(12)班" << 0 << 8 << 12;
    QTest::newRow("senior") << "高一3班" << 0 << 10 << 3;
    QTest::newRow("number") << "3班" << 0 << 0 << 3;
    QTest::newRow("leading zero") << "03" << 0 << 0 << 3;
    QTest::newRow("Chinese") << "十一班" << 0 << 0 << 11;
    QTest::newRow("twenty-three") << "二十三班" << 0 << 0 << 23;
    QTest::newRow("two-digit cohort") << "24级3班" << 2024 << 0 << 3;
    QTest::newRow("cohort with its stage") << "初中2024级3班" << 2024 << 0 << 3;
    QTest::newRow("year alone") << "2024(3)班" << 2024 << 0 << 3;
    QTest::newRow("two and two digits") << "2403班" << 2024 << 0 << 3;
    QTest::newRow("three digits") << "203班" << 0 << 2 << 3;
    QTest::newRow("three digits alone") << "912" << 0 << 9 << 12;
    QTest::newRow("digit and bracket") << "3(2)班" << 0 << 3 << 2;
    QTest::newRow("of the department") << "小学部三年级2班" << 0 << 3 << 2;
    QTest::newRow("junior year") << "初中二年级2班" << 0 << 8 << 2;
    QTest::newRow("ordinal") << "第三班" << 0 << 0 << 3;
    QTest::newRow("numerals for digits") << "二〇二四级一班" << 2024 << 0 << 1;
    QTest::newRow("zero spelt out") << "二零二三级十一班" << 2023 << 0 << 11;
    QTest::newRow("two numerals for a cohort") << "二四级一班" << 2024 << 0 << 1;
    QTest::newRow("three numerals") << "七〇一班" << 0 << 7 << 1;
    QTest::newRow("year with its word") << "2024年1班" << 2024 << 0 << 1;
    QTest::newRow("cohort before a bracket") << "24(3)班" << 2024 << 0 << 3;
    QTest::newRow("grade before a bracket") << "10(3)班" << 0 << 10 << 3;
    QTest::newRow("primary year") << "小一1班" << 0 << 1 << 1;
    QTest::newRow("primary year in brackets") << "小三(2)班" << 0 << 3 << 2;
    QTest::newRow("senior year in digits") << "高2(1)班" << 0 << 11 << 1;
    QTest::newRow("stage and number") << "初中1班" << 0 << 0 << 1;
    QTest::newRow("department and number") << "初中部1班" << 0 << 0 << 1;
    QTest::newRow("short stage and number") << "高1班" << 0 << 0 << 1;
    QTest::newRow("department and year") << "高中部高一3班" << 0 << 10 << 3;
    QTest::newRow("cohort, then stage") << "2024级初中1班" << 2024 << 0 << 1;
    QTest::newRow("junior grade in brackets") << "七(1)班" << 0 << 7 << 1;
    QTest::newRow("junior cohort") << "初2024级1班" << 2024 << 0 << 1;
    QTest::newRow("spoken") << "三二班" << 0 << 3 << 2;
    QTest::newRow("spoken, more than ten") << "七十一班" << 0 << 7 << 11;
    QTest::newRow("twenty-one") << "二十一班" << 0 << 0 << 21;
    QTest::newRow("zero") << "0班" << 0 << 0 << 0;
    QTest::newRow("hundred") << "100班" << 0 << 0 << 0;
    QTest::newRow("no such grade") << "初五(2)班" << 0 << 0 << 0;
  }
  void classesAreReadAsPeopleWriteThem() {
    QFETCH(QString, typed);
    const TypedClassName name = classFromName(typed).value_or(TypedClassName{});
    QTEST(name.entryYear.value_or(0), "entryYear");
    QTEST(name.grade.value_or(0), "grade");
    QTEST(name.number, "number");
  }

  void aClassTextMayNameItsStageAndTheYearOfLeaving() {
    QCOMPARE(classFromName(u"高中2024级1班"_s)->stage, std::optional(Stage::Senior));
    QCOMPARE(classFromName(u"小学部三年级2班"_s)->stage, std::optional(Stage::Primary));
    QCOMPARE(classFromName(u"2024级1班"_s)->stage, std::nullopt);
    QCOMPARE(classFromName(u"初中2027届1班"_s)->leavingYear, std::optional(2027));
    QCOMPARE(classFromName(u"2027届1班"_s)->entryYear, std::nullopt);
    QCOMPARE(classFromName(u"初一3班"_s, SchoolPattern::FiveFour)->grade, std::optional(6));
  }

  void aClassMayGoByAName_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name"); // empty: no class
    for (const QString& good : {u"实验班"_s, u"向阳班"_s, u"A班"_s, u"实验1班"_s, u"启智班"_s, u"尖子班"_s})
      QTest::newRow(qPrintable(good)) << good << good;
    QTest::newRow("behind a grade") << u"一年级实验班"_s << u"实验班"_s;
    QTest::newRow("behind a junior grade") << u"七A班"_s << u"A班"_s;
    QTest::newRow("behind a numeral") << u"七甲班"_s << u"甲班"_s;
    QTest::newRow("of a department") << u"国际部1班"_s << u"国际部1班"_s;
    QTest::newRow("youth") << u"少年班"_s << u"少年班"_s;
    QTest::newRow("behind a cohort") << u"2024级 实验班"_s << u"实验班"_s;
    for (const QString& none : {u"未分班"_s,      u"待分班"_s,
                                u"未编班"_s,      u"待定"_s,
                                u"待定班"_s,      u"无"_s,
                                u"无班"_s,        u"N/A"_s,
                                u"#N/A"_s,        u"TRUE"_s,
                                u"0"_s,           u"1.5"_s,
                                u"1,2班"_s,       u"1、2班"_s,
                                u"1-2班"_s,       u"2024-09-01"_s,
                                u"2024/9/1"_s,    u"一年级"_s,
                                u"一年级班"_s,    u"2024级"_s,
                                u"2024级班"_s,    u"班"_s,
                                u"班级"_s,        u"全班"_s,
                                u"向阳"_s,        u"阳光班\n晨光班"_s,
                                u"?班"_s,         u"(班)"_s,
                                u"小一班"_s,      u"高一班"_s,
                                u"1班（实验）"_s, u"一班 二班"_s,
                                u"=A1"_s,         u"张三 13900000000"_s,
                                u"ABC"_s,         u"45536"_s,
                                u"-1班"_s})
      QTest::newRow(qPrintable(none)) << none << QString();
  }
  void aClassMayGoByAName() {
    QFETCH(QString, typed);
    const auto name = classFromName(typed);
    QTEST(name ? name->name : QString(), "name");
    QVERIFY2(!name || !name->name.isEmpty(), "read as a number");
  }

  void namesStandInNaturalOrder() {
    const QStringList classes = {u"一班"_s, u"二班"_s, u"三班"_s, u"十班"_s, u"十一班"_s, u"实验班"_s};
    const QStringList mixed = {u"一年级(2)班"_s, u"一年级(10)班"_s, u"二年级(1)班"_s, u"高一(1)班"_s};
    const QStringList cohorts = {u"2023级10班"_s, u"2024级2班"_s, u"2024级10班"_s};
    const QStringList grades = {u"二年级"_s, u"九年级"_s, u"高一"_s, u"高三"_s};
    for (const QStringList& sorted : {classes, mixed, cohorts, grades}) {
      for (int i = 0; i < sorted.size(); ++i) {
        for (int j = 0; j < sorted.size(); ++j) {
          const int order = compareClassNames(sorted[i], sorted[j]);
          QVERIFY2((i < j) == (order < 0) && (i > j) == (order > 0), qPrintable(sorted[i] + sorted[j]));
        }
      }
    }
  }
};

QTEST_GUILESS_MAIN(TestGradeName)
#include "grade_name_test.moc"
