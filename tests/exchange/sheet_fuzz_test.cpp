#include "made_sheets.h"

#include <QRandomGenerator>

using namespace xueji;

/// Damages files at random, always at the same places, and asks only that the reader comes back and keeps its limits.
class SheetFuzzTest : public QObject {
  Q_OBJECT

  static QByteArray damaged(QByteArray bytes, QRandomGenerator& random, qsizetype from = 0) {
    const int times = 1 + random.bounded(6);
    for (int n = 0; n < times && bytes.size() > from + 8; ++n) {
      const qsizetype at = from + random.bounded(int(bytes.size() - from - 1));
      switch (random.bounded(5)) {
      case 0:
        bytes[at] = char(random.bounded(256));
        break;
      case 1:
        bytes[at] = char(bytes.at(at) ^ (1 << random.bounded(8)));
        break;
      case 2:
        bytes.remove(at, 1 + random.bounded(16));
        break;
      case 3:
        bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), 1 + random.bounded(64)));
        break;
      default:
        bytes.replace(at, std::min<qsizetype>(4, bytes.size() - at), QByteArray("\xFF\xFF\xFF\x7F", 4));
      }
    }
    return bytes;
  }
  void survives(const QString& path) {
    ReadLimits limits;
    limits.cells = 200'000;
    const auto file = readSheetFile(path, limits);
    if (file) {
      ++m_read;
      QVERIFY(!file->sheets.isEmpty());
    } else {
      ++m_refused;
      QVERIFY(file.error().code != ErrorCode::Internal);
    }
  }

private slots:
  void damagedFilesNeverBreakTheReader_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rounds");
    QTest::newRow("xlsx") << "demo_grade1.xlsx" << 150;
    QTest::newRow("ods") << "demo_grade1.ods" << 150;
    QTest::newRow("xls") << "demo_grade1.xls" << 300;
    QTest::newRow("csv") << "demo_grade1.csv" << 60;
    QTest::newRow("gb18030") << "demo_grade1_gb18030.csv" << 60;
  }
  void damagedFilesNeverBreakTheReader() {
    QFETCH(QString, name);
    QFETCH(int, rounds);
    const QByteArray whole = made::bytesOf(made::sample(name));
    QVERIFY(!whole.isEmpty());
    QRandomGenerator random(20240901);
    m_read = m_refused = 0;
    for (int n = 0; n < rounds; ++n)
      survives(made::file(m_folder, "damaged", damaged(whole, random)));
    QCOMPARE(m_read + m_refused, rounds);
    QVERIFY(m_refused > 0 || name.endsWith("csv"));
  }

  void damagedPartsOfSoundArchivesNeverBreakTheReader_data() {
    QTest::addColumn<bool>("isXlsx");
    QTest::newRow("xlsx") << true;
    QTest::newRow("ods") << false;
  }
  void damagedPartsOfSoundArchivesNeverBreakTheReader() {
    QFETCH(bool, isXlsx);
    const QByteArray strings = "<si><t>张三</t></si><si><r><t>欧</t></r><rPh sb='0' eb='1'><t>o</t></rPh></si>";
    const QByteArray rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>43343</v></c><c r='C1' "
                            "t='inlineStr'><is><t>x</t></is></c></row>"
                            "<row r='3'><c r='A3' t='str'><f>A1</f><v>y</v></c><c r='B3' t='b'><v>1</v></c></row>";
    const QByteArray table =
        "<table:table-row table:number-rows-repeated='3'><table:table-cell "
        "table:number-columns-repeated='2'><text:p>a<text:s text:c='3'/></text:p></table:table-cell>"
        "<table:covered-table-cell/></table:table-row><table:table-row><table:table-cell office:value-type='float' "
        "office:value='12'><text:p>12</text:p></table:table-cell></table:table-row>";
    const made::Parts sound = isXlsx ? made::xlsx(rows, strings) : made::ods(table);
    QRandomGenerator random(7);
    m_read = m_refused = 0;
    for (int n = 0; n < 400; ++n) {
      made::Parts parts = sound;
      auto& bytes = parts[random.bounded(int(parts.size()))].second;
      bytes = damaged(bytes, random);
      survives(made::archive(m_folder, "parts", parts));
    }
    QVERIFY(m_read > 0 && m_refused > 0);
  }

private:
  QTemporaryDir m_folder;
  int m_read = 0;
  int m_refused = 0;
};

QTEST_GUILESS_MAIN(SheetFuzzTest)
#include "sheet_fuzz_test.moc"
