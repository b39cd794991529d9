#include "pdf_tools.h"

#include "documents/dossier.h"
#include "documents/pdf_file.h"
#include "documents/recovery_sheet.h"
#include "documents/roster_paper.h"
#include "domain/field_catalogue.h"

#include <QTest>

using namespace xueji;

namespace {

PaperFrame frameOf() {
  return {QStringLiteral("白塔镇中心小学"), QStringLiteral("2113220101"),
          QStringLiteral("转学手续"),       QStringLiteral("20240901-080000000"),
          QStringLiteral("7F3A-91C2"),      QStringLiteral("2024年9月1日"),
          QStringLiteral("王老师")};
}

/// Every item of the record filled with `text`, or with its label where empty.
DossierContent filled(const QString& text, int changes) {
  const FieldCatalogue fields = FieldCatalogue::load();
  DossierContent content;
  for (const FieldDefinition& definition : fields.all())
    content.items.insert(definition.field, {definition.label, text.isEmpty() ? QStringLiteral("是") : text});
  content.items[Field::Name].text = QStringLiteral("𠮷𬱖·买买提");
  content.items[Field::StudentNumber].text = QStringLiteral("G13**************10");
  content.studentName = content.items[Field::Name].text;
  for (int i = 0; i < changes; ++i)
    content.changes.append({QStringLiteral("2024年9月1日"), QStringLiteral("信息更正"),
                            QStringLiteral("第%1次更正").arg(i + 1), QStringLiteral("户口本"),
                            QStringLiteral("王老师")});
  return content;
}

RosterContent rosterOf(int classes, int children) {
  RosterContent content;
  content.title = QStringLiteral("2024级（一年级）学生花名册");
  for (int c = 0; c < classes; ++c) {
    RosterGroup group;
    group.name = QStringLiteral("2024级%1班").arg(c + 1);
    for (int i = 0; i < children; ++i)
      group.lines.append({QStringLiteral("G13**************%1").arg(i % 90 + 10),
                          QStringLiteral("张小明%1").arg(c * children + i), QStringLiteral("男"),
                          QStringLiteral("2018-03-15"), QStringLiteral("汉族"), QStringLiteral("农业"),
                          QStringLiteral("白塔镇章村%1号").arg(i), QStringLiteral("张建国"),
                          QStringLiteral("138****5678"), QString()});
    group.boys = children;
    group.boarders = 1;
    content.groups.append(group);
  }
  return content;
}

void compareWithFile(const Paper& paper) {
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("paper.pdf"));
  const Result<void> written = writePdf(path, {&paper});
  QVERIFY2(written, written ? "" : qPrintable(written.error().args.join(QLatin1Char(' '))));
  for (int page = 0; page < paper.pageCount(); ++page) {
    // An extractor may take the cells of a form in another order: no character may be lost, added or changed.
    QCOMPARE(sorted(extracted(path, page)), sorted(drawn(paper, page)));
    const QStringList texts = paper.textsOfPage(page);
    QVERIFY(
        texts.join(QLatin1Char('|')).contains(QStringLiteral("第%1页  共%2页").arg(page + 1).arg(paper.pageCount())));
    QVERIFY(texts.contains(QStringLiteral("此件仅用于转学手续")));
  }
}

} // namespace

class TestPapers : public QObject {
  Q_OBJECT

private slots:
  void aDossierComesBackFromItsFile() { compareWithFile(DossierPaper(filled({}, 3), frameOf())); }

  void everyItemOfTheFormStandsOnTheFront() {
    const FieldCatalogue fields = FieldCatalogue::load();
    DossierContent content;
    for (const FieldDefinition& definition : fields.all())
      content.items.insert(definition.field, {definition.label, QStringLiteral("«%1»").arg(definition.id)});
    const DossierPaper paper(content, frameOf());
    const QString texts = paper.textsOfPage(0).join(QLatin1Char('|'));
    // Not printed: the photo is a picture; reading and home page are no item of the card; blood group and school code
    // stand elsewhere or are not kept.
    const QList<Field> not72 = {Field::Photo,      Field::NamePinyin,     Field::HomePage,        Field::SchoolCode,
                                Field::BloodGroup, Field::DisabilityCard, Field::SpecialEducation};
    for (const FieldDefinition& definition : fields.all())
      QCOMPARE(texts.contains(QStringLiteral("«%1»").arg(definition.id)), !not72.contains(definition.field));
  }

  void longValuesAreNeverCut_data() {
    QTest::addColumn<int>("length");
    QTest::newRow("an address of 40 characters everywhere") << 40;
    QTest::newRow("of 100, which asks for small print") << 100;
  }
  void longValuesAreNeverCut() {
    QFETCH(int, length);
    DossierContent content = filled({}, 2);
    const QString address = QStringLiteral("河北省邢台地区沙河县白塔镇章村矿区家属院").repeated(6).left(length);
    for (const Field field : {Field::CurrentAddress, Field::MailAddress, Field::FamilyAddress, Field::HouseholdPlace,
                              Field::BirthPlace, Field::AncestralPlace, Field::Member1Address, Field::Member2Address,
                              Field::Member1Employer, Field::Member2Employer, Field::Member1Household, Field::Talents})
      content.items[field].text = address;
    content.items[Field::Name].text = QStringLiteral("阿").repeated(36); // the form's longest name
    content.changes[0].reason = address.repeated(2);
    const DossierPaper paper(content, frameOf());
    for (int page = 0; page < paper.pageCount(); ++page)
      QCOMPARE(paper.recordOfPage(page).tooLong, QStringList());
    compareWithFile(paper);
  }

  void changesThatDoNotFitGoOnFurtherPages() {
    const DossierPaper few(filled({}, 4), frameOf()), many(filled({}, 60), frameOf());
    QCOMPARE(few.pageCount(), 1);
    QCOMPARE(many.pageCount(), 3);
    QString all;
    for (int page = 0; page < many.pageCount(); ++page)
      all += many.textsOfPage(page).join(QLatin1Char('|')) + QLatin1Char('|');
    for (int i = 1; i <= 60; ++i)
      QCOMPARE(all.count(QStringLiteral("|第%1次更正|").arg(i)), 1);
    QVERIFY(many.textsOfPage(0).contains(QStringLiteral("学籍变动记载见续页")));
    QVERIFY(!few.textsOfPage(0).contains(QStringLiteral("学籍变动记载见续页")));
    compareWithFile(many);
  }

  void theBackHasOnlyWhatThereIs() {
    DossierContent content = filled({}, 1);
    QCOMPARE(DossierPaper(content, frameOf()).pageCount(), 1);
    content.back.append({QStringLiteral("出勤"),
                         {{QStringLiteral("学年"), 60}, {QStringLiteral("应到"), 60}, {QStringLiteral("病假"), 60}},
                         {{QStringLiteral("2024-2025"), QStringLiteral("190"), QStringLiteral("2")}}});
    const DossierPaper paper(content, frameOf());
    QCOMPARE(paper.pageCount(), 2);
    QVERIFY(paper.textsOfPage(1).contains(QStringLiteral("出勤")));
  }

  void aRosterBeginsEachClassOnItsOwnPageAndRepeatsItsHeadings() {
    const RosterPaper paper(rosterOf(3, 50), frameOf());
    QString all;
    for (int page = 0; page < paper.pageCount(); ++page) {
      const QStringList texts = paper.textsOfPage(page);
      QCOMPARE(texts.count(QStringLiteral("学籍号")), 1);
      QCOMPARE(texts.filter(QStringLiteral("班级：")).size(), 1);
      all += texts.join(QLatin1Char('|')) + QLatin1Char('|');
      QCOMPARE(paper.recordOfPage(page).tooLong, QStringList());
    }
    for (int i = 0; i < 150; ++i)
      QCOMPARE(all.count(QStringLiteral("|张小明%1|").arg(i)), 1);
    QCOMPARE(all.count(QStringLiteral("小计：共 50 人，男 50 人，女 0 人，寄宿 1 人")), 3);
    QCOMPARE(all.count(QStringLiteral("合计：共 150 人，男 150 人，女 0 人，寄宿 3 人")), 1);
    compareWithFile(paper);
  }

  void anyNumberOfChildrenIsPrintedOnceAndTheTotalsAlwaysStand() {
    const auto fonts = std::make_shared<PaperFonts>();
    for (int children = 0; children <= 80; ++children) {
      const RosterPaper paper(rosterOf(1, children), frameOf(), fonts);
      int rows = 0, totals = 0;
      for (int page = 0; page < paper.pageCount(); ++page) {
        const QStringList texts = paper.textsOfPage(page);
        rows += static_cast<int>(texts.count(QStringLiteral("138****5678")));
        totals += static_cast<int>(texts.filter(QStringLiteral("合计：共 %1 人").arg(children)).size());
        QVERIFY(children == 0 || texts.contains(QStringLiteral("138****5678"))); // no page of totals alone
      }
      QCOMPARE(rows, children);
      QCOMPARE(totals, 1);
    }
  }

  void theRecoverySheetSaysItsGroupsInOrder() {
    const RecoverySheetPaper paper(
        {QStringLiteral("白塔.xueji"), QStringLiteral("A1B2-C3D4-E5F6-G7H8-J9K0-MNPQ-RSTV"), QStringLiteral("王老师")},
        frameOf());
    const QStringList texts = paper.textsOfPage(0);
    qsizetype last = -1;
    for (const char* group : {"A1B2", "C3D4", "E5F6", "G7H8", "J9K0", "MNPQ", "RSTV"}) {
      const qsizetype at = texts.indexOf(QString::fromLatin1(group));
      QVERIFY(at > last);
      last = at;
    }
    QCOMPARE(paper.recordOfPage(0).tooLong, QStringList());
    compareWithFile(paper);
  }

  void theSameDrawingFillsAScreenAndASheet() {
    const DossierPaper paper(filled({}, 1), frameOf());
    QImage image(1260, 1782, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    PageRecord painted;
    paper.paintPage(painter, 0, &painted);
    painter.end();
    QCOMPARE(painted.texts, paper.textsOfPage(0));
    // The outer frame of the form: 15 mm from the left at 6 dots a millimetre.
    int darkest = 255;
    for (int x = 84; x <= 96; ++x)
      darkest = std::min(darkest, qGray(image.pixel(x, 900)));
    QVERIFY(darkest < 80);
    QCOMPARE(qGray(image.pixel(40, 900)), 255);
  }
};

QTEST_MAIN(TestPapers)
#include "papers_test.moc"
