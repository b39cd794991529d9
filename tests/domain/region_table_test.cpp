#include "domain/region_table.h"

#include <QtTest>

using namespace xueji;

class TestRegionTable : public QObject {
  Q_OBJECT

  RegionTable m_regions = RegionTable::load();

private slots:
  void theTableIsWhole() {
    QSet<QString> codes;
    QCOMPARE(m_regions.rows().size(), 7110);
    for (const Region& region : m_regions.rows()) {
      codes.insert(region.code);
      QCOMPARE(region.code.size(), 6);
      QVERIFY(!region.name.isEmpty() && region.firstYear >= 1980);
      QVERIFY(!region.lastYear || *region.lastYear >= region.firstYear);
    }
    QCOMPARE(codes.size(), 6773);
  }

  void retiredCodesKeepTheirLastYear_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("issued");
    QTest::addColumn<int>("lastYear"); // 0: none
    QTest::newRow("Xingtai county") << "130521" << true << 2019;
    QTest::newRow("Ren county") << "130526" << true << 2019;
    QTest::newRow("renamed, code stands") << "130502" << true << 0;
    QTest::newRow("gone in 1982") << "132203" << true << 1982;
    QTest::newRow("given twice") << "132201" << true << 1992;
    QTest::newRow("never issued") << "139999" << false << 0;
    QTest::newRow("Hong Kong") << "810000" << true << 0;
    QTest::newRow("Taiwan in residence permits") << "830000" << true << 0;
    QTest::newRow("empty") << "" << false << 0;
  }
  void retiredCodesKeepTheirLastYear() {
    QFETCH(QString, code);
    QTEST(m_regions.everIssued(code), "issued");
    QTEST(m_regions.lastYear(code).value_or(0), "lastYear");
  }

  void aNameIsThatOfTheYear() {
    const QString code = QStringLiteral("130502");
    QCOMPARE(m_regions.nameIn(code, 2019), std::optional(QStringLiteral("桥东区")));
    QCOMPARE(m_regions.nameIn(code, 2020), std::optional(QStringLiteral("襄都区")));
    QCOMPARE(m_regions.nameIn(code, 2026), std::optional(QStringLiteral("襄都区")));
    QCOMPARE(m_regions.nameIn(code, 1982), std::nullopt);
    QCOMPARE(m_regions.nameIn(QStringLiteral("130521"), 2020), std::nullopt);
    QCOMPARE(m_regions.nameIn(QStringLiteral("132201"), 1984), std::nullopt); // between its two lives
    QCOMPARE(m_regions.name(code), QStringLiteral("襄都区"));
    QCOMPARE(m_regions.name(QStringLiteral("130521")), QStringLiteral("邢台县"));
    QCOMPARE(m_regions.firstYear(QStringLiteral("130521")), std::optional(1986));
  }

  void placesAreNamedFromTheProvinceDown_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    QTest::newRow("county") << "130522"
                            << "河北省邢台市临城县";
    QTest::newRow("twelve digits") << "130502001002"
                                   << "河北省邢台市襄都区";
    QTest::newRow("prefecture") << "130500"
                                << "河北省邢台市";
    QTest::newRow("province") << "130000"
                              << "河北省";
    QTest::newRow("municipality") << "110101"
                                  << "北京市东城区";
    QTest::newRow("under the province itself") << "429004"
                                               << "湖北省仙桃市";
    QTest::newRow("retired") << "132201"
                             << "河北省邢台地区南宫市";
    QTest::newRow("never issued") << "139999"
                                  << "";
    QTest::newRow("too short") << "1305"
                               << "";
  }
  void placesAreNamedFromTheProvinceDown() {
    QFETCH(QString, code);
    QTEST(m_regions.fullName(code), "name");
  }
};

QTEST_GUILESS_MAIN(TestRegionTable)
#include "region_table_test.moc"
