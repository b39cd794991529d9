#include "pdf_tools.h"

#include "documents/pdf_file.h"
#include "register/acts.h"
#include "register/class_acts.h"
#include "support/paper_orders.h"
#include "support/test_register.h"

#include <QTest>

using namespace xueji;
using namespace xueji::test;

namespace {

constexpr auto kIdentity = "132201201803150010"; // of a region whose codes ended before the child's birth
constexpr auto kNumber = "G132201201803150010";
constexpr auto kPhone = "13812345678";

} // namespace

class TestPaperSource : public QObject {
  Q_OBJECT

  TestRegister m_desk;
  QList<qint64> m_children;

  qint64 enrolled(const QString& name, const QString& sex, int classNumber, int last) {
    StudentRow row;
    row.record.setValue(Field::Name, name);
    row.record.setValue(Field::Sex, sex);
    row.record.setValue(Field::BirthDate, QStringLiteral("2018-03-15"));
    row.record.setValue(Field::IdDocumentType, QStringLiteral("1"));
    row.record.setValue(Field::IdDocumentNumber, QString::fromLatin1(kIdentity).chopped(1) + QString::number(last));
    row.record.setValue(Field::StudyMode, last == 0 ? QStringLiteral("2") : QStringLiteral("1"));
    row.record.setValue(Field::Phone, QString::fromLatin1(kPhone));
    row.record.setValue(Field::Member1Name, QStringLiteral("张建国"));
    row.record.setValue(Field::Member1IsGuardian, QStringLiteral("0"));
    row.record.setValue(Field::Member2Name, QStringLiteral("李桂花"));
    row.record.setValue(Field::Member2IsGuardian, QStringLiteral("1"));
    row.studentNumber = QString::fromLatin1(kNumber).chopped(1) + QString::number(last);
    row.record.setValue(Field::StudentNumber, row.studentNumber);
    Enrolment enrolment;
    enrolment.record = row.record;
    enrolment.entryYear = 2024;
    enrolment.ground = QStringLiteral("2024年秋季招生");
    // Asked for by no rule; its number is made of the identity number, that of the other paper is not.
    enrolment.papers = {
        {QStringLiteral("document_copy"), row.record.value(Field::IdDocumentNumber) + u'B', QStringLiteral("残联")},
        {QStringLiteral("deferral_approval"), QStringLiteral("教函2024第12号")}};
    if (classNumber > 0) {
      const auto made =
          makeClass(m_desk.office(), {Stage::Primary, 2024, classNumber, ClassKind::Ordinary}, {}, QDate(2024, 9, 1));
      if (!made)
        qFatal("no class");
      enrolment.classId = *made;
    }
    const auto wish = enrolmentWish(m_desk.office(), enrolment);
    const auto before = m_desk.office().tables().ledger().snapshot({});
    if (!wish || !before)
      qFatal("no wish");
    // The rules are not asked: the papers are what is looked at here.
    Judged judged{*wish, *before, {}, {}, {}};
    const auto planned = planOn(m_desk.office(), *wish, *before);
    if (!planned)
      qFatal("no plan");
    judged.planned = *planned;
    judged.verdict.met = {Finding{QStringLiteral("E02"), QStringLiteral("E02"), Severity::Proof, {}, {}, {}}};
    const auto done = performAll(m_desk.office(), std::nullopt, {judged});
    if (!done)
      qFatal("not enrolled");
    return done->subjects.first();
  }

  int logged(LogAction action) {
    return int(m_desk.logLines().filter(QRegularExpression(QStringLiteral("^%1 ").arg(toKey(action)))).size());
  }

private slots:
  void initTestCase() {
    m_desk.turnTo(QDate(2024, 10, 8));
    m_children = {enrolled(QStringLiteral("𠮷𬱖·买买提"), QStringLiteral("1"), 10, 0),
                  enrolled(QStringLiteral("张小明"), QStringLiteral("2"), 2, 1),
                  enrolled(QStringLiteral("学生"), QStringLiteral("2"), 0, 2)};
  }

  void numbersAreMaskedUnlessThePurposeNeedsThem() {
    const auto masked = makePapers(m_desk.office(), dossierOrder({m_children.first()}), {});
    QVERIFY(masked);
    const QString hidden = masked->front()->textsOfPage(0).join(QLatin1Char('|'));
    for (const char* secret : {kIdentity, kNumber, kPhone})
      QVERIFY(!hidden.contains(QString::fromLatin1(secret)));
    QVERIFY(hidden.contains(QStringLiteral("|13**************10|")));
    QVERIFY(hidden.contains(QStringLiteral("|G13**************10|")));

    const auto full =
        makePapers(m_desk.office(), dossierOrder({m_children.first()}), {QStringLiteral("转学手续"), true, false});
    QVERIFY(full);
    const QString open = full->front()->textsOfPage(0).join(QLatin1Char('|'));
    for (const char* number : {kIdentity, kNumber, kPhone})
      QVERIFY(open.contains(QString::fromLatin1(number)));
    QVERIFY(open.contains(QStringLiteral("此件仅用于转学手续")));
  }

  void fullNumbersWithoutAPurposeAreRefused() {
    const int before = logged(LogAction::Print);
    const auto refused = makePapers(m_desk.office(), dossierOrder(m_children), {QStringLiteral("  "), true, false});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WrongUse);
    QCOMPARE(logged(LogAction::Print), before);
  }

  void everyPrintedChildStandsInTheLogAndAPreviewIsAReading() {
    const int prints = logged(LogAction::Print), reads = logged(LogAction::Read);
    const auto papers = makePapers(m_desk.office(), dossierOrder(m_children), {QStringLiteral("存档"), false, false});
    QVERIFY(papers);
    QCOMPARE(papers->size(), std::size_t(3));
    QCOMPARE(logged(LogAction::Print), prints + 3);
    QVERIFY(makePapers(m_desk.office(), dossierOrder(m_children), {QString(), false, true}));
    QCOMPARE(logged(LogAction::Print), prints + 3);
    QCOMPARE(logged(LogAction::Read), reads + 3);
  }

  void theChangeRecordComesFromTheActs() {
    const auto papers = makePapers(m_desk.office(), dossierOrder({m_children.first()}), {});
    QVERIFY(papers);
    const QStringList texts = papers->front()->textsOfPage(0);
    QVERIFY(texts.contains(actName(act_kind::kEnrol)));
    QVERIFY(texts.contains(QStringLiteral("2024年9月1日")));
    QVERIFY2(texts.join(QString()).contains(QStringLiteral("2024年秋季招生（2024级")), qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(QStringLiteral("一年级")));
    QVERIFY(!texts.contains(QStringLiteral("E02"))); // papers name the rule's paper in words
  }

  void numbersOfPapersAreMaskedWhereThoseOfTheChildAre() {
    const auto textOf = [this](bool full) {
      const auto papers =
          makePapers(m_desk.office(), dossierOrder({m_children.first()}), {QStringLiteral("存档"), full, false});
      return papers ? papers->front()->textsOfPage(0).join(QString()) : QString();
    };
    const QString masked = textOf(false), full = textOf(true);
    QVERIFY2(masked.contains(QStringLiteral("证件复印件（13")), qPrintable(masked));
    QVERIFY(!masked.contains(QString::fromLatin1(kIdentity)));
    QVERIFY(full.contains(QString::fromLatin1(kIdentity) + u'B'));
    for (const QString& text : {masked, full})
      QVERIFY(text.contains(QStringLiteral("教函2024第12号")));
  }

  void theRosterGoesByClassInNaturalOrderThoseWithoutOneLast() {
    const auto papers = makePapers(m_desk.office(), rosterOrder(2024), {});
    QVERIFY(papers);
    QCOMPARE(papers->size(), std::size_t(1));
    const Paper& paper = *papers->front();
    QCOMPARE(paper.title(), QStringLiteral("2024级（一年级）学生花名册"));
    QCOMPARE(paper.pageCount(), 3);
    QVERIFY(paper.textsOfPage(0).contains(QStringLiteral("班级：一年级(2)班")));
    QVERIFY(paper.textsOfPage(1).contains(QStringLiteral("班级：一年级(10)班")));
    QVERIFY(paper.textsOfPage(2).contains(QStringLiteral("班级：待分班")));
    QVERIFY(paper.textsOfPage(1).contains(QStringLiteral("李桂花"))); // the guardian, not the first member
    QVERIFY(paper.textsOfPage(2).contains(QStringLiteral("合计：共 3 人，男 1 人，女 2 人，寄宿 1 人")));
    QVERIFY(!paper.textsOfPage(1).join(QLatin1Char('|')).contains(QString::fromLatin1(kPhone)));
    const auto nobody = makePapers(m_desk.office(), rosterOrder(1999), {});
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, ErrorCode::NothingToDo);
  }

  void theFileOfThemAllSaysEveryName() {
    const auto papers = makePapers(m_desk.office(), dossierOrder(m_children), {});
    QVERIFY(papers);
    QList<const Paper*> all;
    for (const auto& paper : *papers)
      all.append(paper.get());
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("all.pdf"));
    QVERIFY(writePdf(path, all));
    for (int i = 0; i < all.size(); ++i)
      QCOMPARE(sorted(extracted(path, i)), sorted(drawn(*all.at(i), 0)));
    QVERIFY(extracted(path, 0).contains(QStringLiteral("𠮷𬱖·买买提")));
  }
};

QTEST_MAIN(TestPaperSource)
#include "paper_source_test.moc"
