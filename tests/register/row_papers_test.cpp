// Papers that come with a roster: a list of them beside it, row by row.

#include "exchange/sheet_reader.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

const QStringList kHeader{QStringLiteral("行"),       QStringLiteral("身份证件号"), QStringLiteral("规则"),
                          QStringLiteral("材料"),     QStringLiteral("编号"),       QStringLiteral("出具单位"),
                          QStringLiteral("出具日期"), QStringLiteral("级别")};
const QString kOffice = QStringLiteral("示范县公安局");

/// Three children; of the first two the sex is not the one in the number: that needs a statement of the police (N04).
QList<StudentRecord> roster() {
  QList<StudentRecord> records{madeChild(1), madeChild(2), madeChild(3)};
  for (int i : {0, 1})
    records[i].setValue(Field::Sex, records[i].value(Field::Sex) == u"1" ? QStringLiteral("2") : QStringLiteral("1"));
  return records;
}

struct Desk {
  TestRegister place;
  QString file = place.writeCsv(QStringLiteral("roster.csv"), linesOf(roster()));

  Result<RowPapers> list(const QList<QStringList>& lines) {
    const auto read = readSheetFile(place.writeCsv(QStringLiteral("papers.csv"), lines));
    return read ? readRowPapers(*read, ruleBook(), catalogue()) : std::unexpected(read.error());
  }
  Result<ImportPlan> plan(const RowPapers& papers) {
    const auto read = readSheetFile(file);
    if (!read)
      return std::unexpected(read.error());
    ImportOptions options{2024, {}};
    options.papers = papers;
    return planImport(place.office(), *read, file, options);
  }
};

QStringList told(const QList<PaperFault>& faults) {
  QStringList lines;
  for (const PaperFault& fault : faults)
    lines << QStringLiteral("%1 %2").arg(fault.line).arg(fault.finding.code);
  return lines;
}

} // namespace

class RowPapersTest : public QObject {
  Q_OBJECT

private slots:
  void withItsPaperARowIsEnrolledAndThePaperStandsOnFile() {
    Desk desk;
    const auto bare = desk.plan({});
    XUEJI_OK(bare);
    QCOMPARE(bare->summary().enrol, 1);
    const auto list = desk.list({kHeader,
                                 {QStringLiteral("2"),
                                  {},
                                  QStringLiteral("N04"),
                                  {},
                                  QStringLiteral("公证1号"),
                                  kOffice,
                                  QStringLiteral("2024.8.1"),
                                  {}},
                                 {{},
                                  roster()[1].value(Field::IdDocumentNumber),
                                  {},
                                  QStringLiteral("公安机关证明"),
                                  QStringLiteral("公证2号"),
                                  kOffice,
                                  QStringLiteral("2024-08-02"),
                                  {}}});
    XUEJI_OK(list);
    QCOMPARE(told(list->faults), QStringList());
    const auto plan = desk.plan(*list);
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().enrol, 3);
    QVERIFY(plan->allGood());
    XUEJI_OK(commitImport(desk.place.office(), *plan, false));
    const auto rows = desk.place.store().tables().students().page({}, 0, 10);
    XUEJI_OK(rows);
    QStringList onFile;
    for (const StudentRow& row : *rows)
      for (const FactRow& paper : desk.place.chains(row.id).seen(PaperFact::fact().key))
        onFile << PaperFact::of(paper).seen().number + PaperFact::of(paper).seen().issued.toString(Qt::ISODate);
    onFile.sort();
    QCOMPARE(onFile, (QStringList{QStringLiteral("公证1号2024-08-01"), QStringLiteral("公证2号2024-08-02")}));
    QCOMPARE(desk.place.damage(), QString());
  }

  void aPaperThatLacksSomethingMeetsNothing() {
    Desk desk;
    const auto list = desk.list({kHeader, {QStringLiteral("2"), {}, QStringLiteral("N04")}});
    XUEJI_OK(list);
    const auto plan = desk.plan(*list);
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().enrol, 1);
    QVERIFY(std::any_of(plan->findings.begin(), plan->findings.end(), [](const ImportFinding& found) {
      return found.row == 2 && found.finding.code == QLatin1String("paper_incomplete");
    }));
  }

  void whatCannotBeUsedIsSaidWithItsLine_data() {
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("code");
    const QString n04 = QStringLiteral("N04");
    QTest::newRow("good") << QStringList{QStringLiteral("2"), {}, n04} << QString();
    QTest::newRow("no place") << QStringList{{}, {}, n04} << "papers_place_missing";
    QTest::newRow("row of letters") << QStringList{QStringLiteral("二"), {}, n04} << "papers_row_unreadable";
    QTest::newRow("row 0") << QStringList{QStringLiteral("0"), {}, n04} << "papers_row_unreadable";
    QTest::newRow("identity") << QStringList{{}, QStringLiteral("13220\uFFFD"), n04} << "papers_identity_unreadable";
    QTest::newRow("code") << QStringList{QStringLiteral("2"), {}, QStringLiteral("Z99")} << "papers_code_unknown";
    QTest::newRow("code that no paper meets")
        << QStringList{QStringLiteral("2"), {}, QStringLiteral("N02")} << "papers_code_unknown";
    QTest::newRow("nothing said") << QStringList{QStringLiteral("2"), {}, {}} << "papers_kind_missing";
    QTest::newRow("several would do") << QStringList{QStringLiteral("2"), {}, QStringLiteral("E03")}
                                      << "papers_kind_open";
    QTest::newRow("kind") << QStringList{QStringLiteral("2"), {}, {}, QStringLiteral("介绍信")}
                          << "papers_kind_unknown";
    QTest::newRow("kind of another rule")
        << QStringList{QStringLiteral("2"), {}, n04, QStringLiteral("延缓入学批准书")} << "papers_kind_other";
    QTest::newRow("day") << QStringList{QStringLiteral("2"), {}, n04, {}, {}, {}, QStringLiteral("2024-09-31")}
                         << "papers_day_unreadable";
    QTest::newRow("level") << QStringList{QStringLiteral("2"), {}, n04, {}, {}, {}, {}, QStringLiteral("街道")}
                           << "papers_level_unknown";
  }
  void whatCannotBeUsedIsSaidWithItsLine() {
    QFETCH(QStringList, line);
    QFETCH(QString, code);
    Desk desk;
    const auto list = desk.list({kHeader, {}, line});
    XUEJI_OK(list);
    QCOMPARE(told(list->faults), code.isEmpty() ? QStringList() : QStringList(QStringLiteral("3 ") + code));
    QCOMPARE(list->papers.size(), code.isEmpty() ? 1 : 0);
    for (const PaperFault& fault : list->faults)
      QVERIFY2(ruleBook().knowsCode(fault.finding.code), qPrintable(fault.finding.code));
  }

  void aListOfRowsThatAreNotThereImportsNothing() {
    Desk desk;
    const auto list =
        desk.list({kHeader,
                   {QStringLiteral("2"), {}, QStringLiteral("N04"), {}, QStringLiteral("1"), kOffice},
                   {QStringLiteral("1"), {}, QStringLiteral("N04")},  // the header
                   {QStringLiteral("99"), {}, QStringLiteral("N04")}, // below the last
                   {{}, madeChild(77).value(Field::IdDocumentNumber), QStringLiteral("N04")},
                   {QStringLiteral("2"), madeChild(2).value(Field::IdDocumentNumber), QStringLiteral("N04")}});
    XUEJI_OK(list);
    const auto plan = desk.plan(*list);
    XUEJI_OK(plan);
    QCOMPARE(told(plan->paperFaults),
             (QStringList{QStringLiteral("3 papers_row_unknown"), QStringLiteral("4 papers_row_unknown"),
                          QStringLiteral("5 papers_child_unknown"), QStringLiteral("6 papers_row_unknown")}));
    QVERIFY(!plan->allGood());
    XUEJI_FAILS(commitImport(desk.place.office(), *plan, true), ErrorCode::RefusedByRules);
    QCOMPARE(desk.place.actCount(), 0);
  }

  void aPaperThatEndedBeforeTheDayIsSaidAndMeetsNothing_data() {
    QTest::addColumn<QString>("validTo");
    QTest::addColumn<bool>("counts");
    QTest::newRow("for good") << QString() << true;
    QTest::newRow("to the day") << QStringLiteral("2024-09-01") << true;
    QTest::newRow("the day before") << QStringLiteral("2024-08-31") << false;
  }
  void aPaperThatEndedBeforeTheDayIsSaidAndMeetsNothing() {
    QFETCH(QString, validTo);
    QFETCH(bool, counts);
    Desk desk;
    const auto list = desk.list({kHeader + QStringList(QStringLiteral("有效期至")),
                                 {QStringLiteral("2"),
                                  {},
                                  QStringLiteral("N04"),
                                  {},
                                  QStringLiteral("1"),
                                  kOffice,
                                  QStringLiteral("2024-01-05"),
                                  {},
                                  validTo}});
    XUEJI_OK(list);
    const auto plan = desk.plan(*list);
    XUEJI_OK(plan);
    QCOMPARE(plan->summary().enrol, counts ? 2 : 1);
    const bool isSaid = std::any_of(plan->findings.begin(), plan->findings.end(), [](const ImportFinding& found) {
      return found.row == 2 && found.finding.code == QLatin1String("papers_expired");
    });
    QCOMPARE(isSaid, !counts);
    if (!validTo.isEmpty())
      QVERIFY(list->papers[0].paper.note.contains(validTo));
  }

  void papersOfAChildThatIsThereUnchangedAreSaid() {
    Desk desk;
    desk.place.import(desk.file);
    RowPapers papers;
    papers.papers << RowPaper{{}, 4, {}, {QStringLiteral("police_statement"), QStringLiteral("1"), kOffice}, {}, 0};
    const auto plan = desk.plan(papers);
    XUEJI_OK(plan);
    QVERIFY(std::any_of(plan->findings.begin(), plan->findings.end(), [](const ImportFinding& found) {
      return found.row == 4 && found.finding.code == QLatin1String("papers_not_taken");
    }));
  }

  void nothingOfAListIsPassedOverWithoutAWord() {
    Desk desk;
    const QStringList line{QStringLiteral("2"), {}, QStringLiteral("N04"), {}, QStringLiteral("1"), kOffice, {}, {}};
    for (const auto& [header, isKnown] : {std::pair("备注", true), std::pair("有效期", false)}) {
      const auto list = desk.list({kHeader + QStringList(QString::fromUtf8(header)), line + QStringList("2020-01-01")});
      XUEJI_OK(list);
      QCOMPARE(told(list->faults), isKnown ? QStringList() : QStringList(QStringLiteral("1 papers_column_unknown")));
    }
    SheetFile file;
    for (const QString& name : {QStringLiteral("一"), QStringLiteral("二")}) {
      Sheet sheet;
      sheet.name = name;
      for (const QStringList& texts : {kHeader, line}) {
        QList<Cell> cells;
        for (const QString& text : texts)
          cells << Cell{Cell::Kind::Text, text};
        sheet.rows << cells;
      }
      file.sheets << sheet;
    }
    const auto list = readRowPapers(file, ruleBook(), catalogue());
    XUEJI_OK(list);
    QCOMPARE(told(list->faults), QStringList(QStringLiteral("0 papers_other_sheet")));
  }

  void aListNeedsRowAndPaper() {
    Desk desk;
    XUEJI_FAILS(desk.list({{QStringLiteral("编号"), QStringLiteral("出具单位")}, {QStringLiteral("1")}}),
                ErrorCode::HeaderMissing);
    XUEJI_FAILS(desk.list({{}}), ErrorCode::FileEmpty);
  }
};

QTEST_GUILESS_MAIN(RowPapersTest)
#include "row_papers_test.moc"
