#include "targets.h"

#include <QDirIterator>
#include <QTest>
#include <ctime>

/// Every kept input of the fuzz targets once more: what was found stays mended, what was reached stays reached.
class FuzzCorpusTest : public QObject {
  Q_OBJECT

private slots:
  void keptInputsBreakNoPromise_data() {
    QTest::addColumn<int>("target");
    int number = 0;
    for (const auto& target : xueji::fuzz::targets())
      QTest::newRow(target.name) << number++;
  }
  void keptInputsBreakNoPromise() {
    QFETCH(int, target);
    const auto& attacked = xueji::fuzz::targets()[static_cast<std::size_t>(target)];
    int inputs = 0;
    const QString folder = QStringLiteral(XUEJI_SOURCE_DIR "/tests/fuzz/corpus/") + QLatin1String(attacked.name);
    for (QDirIterator files(folder, QDir::Files); files.hasNext(); ++inputs) {
      QFile file(files.next());
      QVERIFY(file.open(QIODevice::ReadOnly));
      const std::clock_t begun = std::clock();
      const QString fault = attacked.run(file.readAll()) + xueji::fuzz::readAsFile(file.fileName());
      QVERIFY2(fault.isEmpty(), qPrintable(file.fileName() + QStringLiteral(": ") + fault));
      constexpr std::clock_t kLongest = 10; // seconds of the processor
      QVERIFY2((std::clock() - begun) / CLOCKS_PER_SEC < kLongest, qPrintable(file.fileName()));
    }
    constexpr int kFewest = 20;
    QVERIFY2(inputs >= kFewest, qPrintable(folder));
  }
};

QTEST_GUILESS_MAIN(FuzzCorpusTest)
#include "corpus_test.moc"
