// The sheet of the national system: its columns in its order, read back as it was.

#include "exchange/sheet_reader.h"
#include "register/export_layout.h"
#include "register/roster_list.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

QStringList prescribed() {
  QStringList headers =
      QStringLiteral(
          "学校标识码 姓名 性别 出生日期 出生地 籍贯 民族 国籍/地区 身份证件类型 港澳台侨外 健康状况 政治面貌 "
          "身份证件号 户口性质 户口所在地 班级 入学年月 入学方式 就读方式 现住址 通信地址 家庭地址 联系电话 "
          "邮政编码 是否独生子女 是否受过学前教育 是否留守儿童 是否需要申请资助 是否享受一补 是否孤儿 "
          "是否烈士或优抚子女 上下学距离（公里） 上下学交通方式 是否需要乘坐校车 曾用名 身份证件有效期 血型 特长 "
          "学籍辅号 班内学号 学生来源 电子信箱 主页地址 残疾类型 是否由政府购买学位 随班就读")
          .split(u' ');
  for (int member : {1, 2})
    for (const QString& item : QStringLiteral("姓名 关系 关系说明 现住址 户口所在地 联系电话 是否监护人 身份证件类型 "
                                              "身份证件号 民族 工作单位 职务")
                                   .split(u' '))
      headers << QStringLiteral("成员%1%2").arg(member).arg(item);
  return headers << QStringLiteral("是否进城务工人员随迁子女");
}

ExportLayout national() {
  const auto layouts = exportLayouts(catalogue());
  for (const ExportLayout& layout : layouts ? *layouts : QList<ExportLayout>())
    if (layout.id == u"national")
      return layout;
  qFatal("no layout");
}

const QString kPurpose = QStringLiteral("报送教育局");

} // namespace

class ExportLayoutTest : public QObject {
  Q_OBJECT

private slots:
  void theColumnsStandInThePrescribedOrder() {
    QStringList headers;
    for (const LayoutColumn& column : national().columns)
      headers << column.header;
    QCOMPARE(headers, prescribed());
    QCOMPARE(headers.size(), 71);
  }

  void everyHeaderIsReadAsTheItemThatItHolds() {
    for (const LayoutColumn& column : national().columns)
      QCOMPARE(catalogue().byHeader(column.header), std::optional(column.field));
  }

  void whatLeavesIsReadBackAsItWas_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("xlsx") << "out.xlsx";
    QTest::newRow("csv") << "out.csv";
  }
  void whatLeavesIsReadBackAsItWas() {
    QFETCH(QString, name);
    TestRegister desk;
    QList<StudentRecord> children{madeChild(1), madeChild(2)};
    children[1].setValue(Field::HouseholdKind, QStringLiteral("J"));
    desk.enrolAll(children);
    const ExportLayout layout = national();
    const QString path = desk.path(name);
    const auto written = exportRoster(desk.office(), {}, path, kPurpose, &layout);
    XUEJI_OK(written);
    QCOMPARE(written->rows, 2);
    QCOMPARE(written->left, QStringList());
    QCOMPARE(written->changed, (QMap<QString, int>{{QStringLiteral("户口性质：居民户口→非农业"), 1}}));
    const auto file = readSheetFile(path);
    XUEJI_OK(file);
    const Sheet& sheet = file->sheets.first();
    const auto at = [&](int row, const QString& header) {
      for (int column = 0; column < sheet.rows[0].size(); ++column)
        if (sheet.at(0, column).text == header)
          return sheet.at(row, column).text;
      return QString();
    };
    QCOMPARE(at(1, QStringLiteral("学校标识码")), QString::fromLatin1(kSchool));
    QCOMPARE(at(1, QStringLiteral("性别")), QStringLiteral("女"));
    QVERIFY2(QRegularExpression(QStringLiteral("^201[0-9]{5}$")).match(at(1, QStringLiteral("出生日期"))).hasMatch(),
             qPrintable(at(1, QStringLiteral("出生日期"))));
    QCOMPARE(at(1, QStringLiteral("入学年月")), QStringLiteral("202409"));
    QCOMPARE(at(1, QStringLiteral("民族")), QStringLiteral("汉族"));
    // Read again, only the household that the sheet cannot say differs.
    const auto plan = desk.plan(path);
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().unchanged, 1);
    QCOMPARE(plan->summary().differs, 1);
    QVERIFY(desk.logLines().contains(
        QStringLiteral("export students rows=2 file=%1 layout=national purpose=%2").arg(name, kPurpose)));
  }

  void withoutAPurposeNothingLeaves() {
    TestRegister desk;
    desk.enrolAll({madeChild(1)});
    const ExportLayout layout = national();
    const QString path = desk.path(QStringLiteral("out.xlsx"));
    XUEJI_FAILS(exportRoster(desk.office(), {}, path, QStringLiteral(" "), &layout), ErrorCode::WrongUse);
    QVERIFY(!QFile::exists(path));
  }
};

QTEST_GUILESS_MAIN(ExportLayoutTest)
#include "export_layout_test.moc"
