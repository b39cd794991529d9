#include "pdf_tools.h"

#include "documents/glyph_check.h"
#include "documents/pdf_file.h"
#include "documents/pdf_text_map.h"

#include <QTest>

using namespace xueji;

namespace {

/// Paragraphs one below the other.
class TextPaper final : public Paper {
public:
  explicit TextPaper(QStringList texts) : Paper(frameOf(), nullptr), m_texts(std::move(texts)) {}
  QString title() const override { return QStringLiteral("文字"); }
  int pageCount() const override { return 1; }

protected:
  void drawPage(FormCanvas& canvas, int) const override {
    TextStyle style;
    style.align = Qt::AlignLeft | Qt::AlignTop;
    const double height = 240.0 / static_cast<double>(m_texts.size());
    for (int i = 0; i < m_texts.size(); ++i)
      canvas.text(QRectF(15, 20 + i * height, 180, height), m_texts.at(i), style);
  }

private:
  static PaperFrame frameOf() {
    PaperFrame frame;
    frame.schoolName = QStringLiteral("白塔镇中心小学");
    frame.schoolCode = QStringLiteral("2113220101");
    frame.date = QStringLiteral("2024年9月1日");
    return frame;
  }
  QStringList m_texts;
};

/// The 2,000 commonest kinds of characters a roster may hold: every tenth of the basic block and what lies beyond.
QString sampleOfCharacters() {
  QString sample;
  for (char32_t c = 0x4E00; sample.size() < 1990 && c <= 0x9FA5; c += 10)
    sample += QString::fromUcs4(&c, 1);
  return sample + QStringLiteral("𠮷𬱖㐂䶮䒕");
}

} // namespace

class TestPdfText : public QObject {
  Q_OBJECT

private slots:
  void whatIsDrawnComesBack_data() {
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("the word that came back as radicals") << QStringList{QStringLiteral("学生 小学生")};
    QTest::newRow("digits and letters") << QStringList{QStringLiteral("G132201201803150010"),
                                                       QStringLiteral("13220119800101001X 0319-2222222")};
    QTest::newRow("beyond the basic plane") << QStringList{QStringLiteral("𠮷田 王𬱖 㐂")};
    QTest::newRow("a minority name with its interpunct") << QStringList{QStringLiteral("阿依古丽·买买提·艾合麦提")};
    QTest::newRow("no ligature is made") << QStringList{QStringLiteral("office fi ffl AV To")};
    QTest::newRow("masked") << QStringList{QStringLiteral("13**************10"), QStringLiteral("138****5678")};
    QTest::newRow("every character of a sample") << QStringList{sampleOfCharacters()};
    QTest::newRow("one glyph for two characters") << QStringList{QStringLiteral("⼀一⼀ ⼆二 ⽣生 生⽣")};
  }
  void whatIsDrawnComesBack() {
    QFETCH(QStringList, texts);
    const TextPaper paper(texts);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("text.pdf"));
    const Result<void> written = writePdf(path, {&paper});
    QVERIFY2(written, written ? "" : qPrintable(written.error().args.join(QLatin1Char(' '))));
    QCOMPARE(extracted(path, 0), drawn(paper, 0));
    const QString fonts = saidBy(QStringLiteral(XUEJI_PDFFONTS), {path});
    const QStringList lines = fonts.split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    QVERIFY(!lines.isEmpty());
    for (const QString& line : lines)
      QVERIFY2(line.contains(QRegularExpression(QStringLiteral("Identity-H\\s+yes"))), qPrintable(line));
  }

  void theMapIsReadBackFromTheFile() {
    const TextPaper paper({QStringLiteral("学生𠮷⼀一 0123456789")});
    const auto bytes = pdfBytes({&paper});
    QVERIFY(bytes);
    const auto text = textOfPdf(*bytes);
    QVERIFY(text);
    QCOMPARE(withoutSpaces(text->first()), drawn(paper, 0));
  }

  void aPageThatWasNotDrawnSoIsRefused_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("a character too many") << 0;
    QTest::newRow("a character too few") << 1;
    QTest::newRow("another order") << 2;
    QTest::newRow("another number of pages") << 3;
  }
  void aPageThatWasNotDrawnSoIsRefused() {
    QFETCH(int, what);
    const TextPaper paper({QStringLiteral("学籍册学生")});
    const auto bytes = pdfBytes({&paper});
    QVERIFY(bytes);
    PageRecord record = paper.recordOfPage(0);
    QVERIFY(withRightText(*bytes, {record}));
    DrawnRun& run = record.runs.first();
    QList<PageRecord> pages;
    if (what == 0) {
      run.characters.append(U'学');
      run.glyphs.append(run.glyphs.first());
    } else if (what == 1) {
      run.characters.removeLast();
      run.glyphs.removeLast();
    } else if (what == 2) {
      run.characters.swapItemsAt(0, 1);
      run.glyphs.swapItemsAt(0, 1);
    } else {
      pages.append(record);
    }
    pages.append(record);
    const auto refused = withRightText(*bytes, pages);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Internal);
  }

  void aMissingGlyphIsNamedBeforePrinting() {
    const TextPaper paper({QStringLiteral("王\uE123小\U000F0001明\uE123")}); // private use: no font of ours has them
    QCOMPARE(missingGlyphs(paper), QStringList({QStringLiteral("\uE123"), QStringLiteral("\U000F0001")}));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.pdf"));
    const auto written = writePdf(path, {&paper});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::GlyphMissing);
    QVERIFY(!QFile::exists(path));
    PaperFonts fonts;
    QVERIFY(missingGlyphs(QStringLiteral("𠮷𬱖·学生"), fonts).isEmpty());
  }

  void aStoppedPrintLeavesNothing_data() {
    QTest::addColumn<int>("after");
    QTest::newRow("at once") << 0;
    QTest::newRow("while drawing") << 1;
    QTest::newRow("while the maps are made") << 3;
    QTest::newRow("while they are read back") << 5;
  }
  void aStoppedPrintLeavesNothing() {
    QFETCH(int, after);
    const TextPaper paper({QStringLiteral("学生")});
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.pdf"));
    int calls = 0;
    const auto written = writePdf(path, {&paper, &paper}, [&](qint64, qint64) { return calls++ < after; });
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(path));
  }

  void filesThatCannotBeWrittenAreSaid() {
    const TextPaper paper({QStringLiteral("学生")});
    QCOMPARE(writePdf(QStringLiteral("/nowhere/x.pdf"), {&paper}).error().code, ErrorCode::PathMissing);
    QCOMPARE(writePdf(QStringLiteral("x.pdf"), {}).error().code, ErrorCode::NothingToDo);
  }

  void oneFileForEachPaperEvenWhenNamesAreAlike() {
    const TextPaper first({QStringLiteral("甲")}), second({QStringLiteral("乙")});
    QTemporaryDir folder;
    const auto paths = writePdfs(folder.path(), {&first, &second});
    QVERIFY(paths);
    QCOMPARE(paths->size(), 2);
    QVERIFY(extracted(paths->at(0), 0).contains(QStringLiteral("甲")));
    QVERIFY(extracted(paths->at(1), 0).contains(QStringLiteral("乙")));
    QCOMPARE(fileNameOf(QStringLiteral("学籍卡 a/b:c")), QStringLiteral("学籍卡 a_b_c"));
  }
};

QTEST_MAIN(TestPdfText)
#include "pdf_text_test.moc"
