// Who may print, who may save a PDF, what then stands on the paper, and when a second person is asked for.

#include "documents/dossier_source.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

const QString kPerson = QStringLiteral("钱进");

PrintWish wished(bool full, bool file, WitnessToken* witness = nullptr) {
  PrintWish wish;
  wish.purpose = QStringLiteral("存档");
  wish.full = full;
  wish.file = file;
  wish.witness = witness;
  return wish;
}

/// "dossier", "dossier+whole" ... of what may be made.
QString made(Office& office, qint64 child, bool file) {
  QStringList may;
  for (const bool full : {false, true}) {
    const auto dossier = dossierPapers(office, {child}, wished(full, file));
    const auto roster = rosterPaper(office, 2024, std::nullopt, wished(full, file));
    const QString whole = full ? QStringLiteral("+whole") : QString();
    if (dossier)
      may << QStringLiteral("dossier") + whole;
    if (roster)
      may << QStringLiteral("roster") + whole;
    for (const auto& error : {dossier ? Error() : dossier.error(), roster ? Error() : roster.error()})
      if (error != Error() && error.code != ErrorCode::RoleForbids)
        may << textOf(error);
  }
  return may.join(QLatin1Char(' '));
}

} // namespace

class PaperRightsTest : public QObject {
  Q_OBJECT

private slots:
  void whatARolePrintsAndSaves_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("prints");
    QTest::addColumn<QString>("saves");
    const QString all = QStringLiteral("dossier roster dossier+whole roster+whole");
    QTest::newRow("registrar") << int(Role::Registrar) << all << all;
    // Prints a list, but takes neither whole numbers nor the list out of the program.
    QTest::newRow("principal") << int(Role::Principal) << all << "dossier";
    QTest::newRow("helper") << int(Role::Helper) << "dossier roster"
                            << "dossier";
    QTest::newRow("nurse") << int(Role::Nurse) << "dossier roster"
                           << "dossier";
    QTest::newRow("aid officer") << int(Role::AidOfficer) << all << "dossier";
    QTest::newRow("auditor") << int(Role::Auditor) << ""
                             << "";
  }
  void whatARolePrintsAndSaves() {
    QFETCH(int, role);
    QFETCH(QString, prints);
    QFETCH(QString, saves);
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    if (Role(role) != Role::Registrar) {
      desk.addUser("钱进", Role(role));
      desk.signIn(kPerson);
    }
    QCOMPARE(made(desk.office(), child, false), prints);
    QCOMPARE(made(desk.office(), child, true), saves);
  }

  void aSavedFileWithWholeNumbersIsLoggedAsAnExport() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    XUEJI_OK(dossierPapers(desk.office(), {child}, wished(false, true)));
    XUEJI_OK(dossierPapers(desk.office(), {child}, wished(true, false)));
    XUEJI_OK(dossierPapers(desk.office(), {child}, wished(true, true)));
    XUEJI_OK(rosterPaper(desk.office(), 2024, std::nullopt, wished(false, true)));
    const QStringList log = desk.logLines();
    const auto rows = [&](const char* pattern) {
      return log.filter(QRegularExpression(QString::fromLatin1(pattern))).size();
    };
    QCOMPARE(rows("^print student:1 print=[^ ]+ masked"), 1);
    QCOMPARE(rows("^print student:1 print=[^ ]+ full"), 1);
    QCOMPARE(rows("^export student:1 print=[^ ]+ full"), 1);
    QCOMPARE(rows("^export students:2024 print=[^ ]+ masked"), 1);
  }

  void whatMayNotBeSeenIsLeftOutAndThePaperSaysSo() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const StudentRow whole = desk.row(child);
    const QString health = catalogue().display(Field::Health, whole.record.value(Field::Health));
    const auto page = [&] {
      const auto papers = dossierPapers(desk.office(), {child}, wished(false, false));
      return papers ? papers->front()->textsOfPage(0).join(QLatin1Char('|')) : textOf(papers.error());
    };
    const QString note = QStringLiteral("部分项目按权限未列");
    QVERIFY(page().contains(health));
    QVERIFY(!page().contains(note));
    desk.addUser("钱进", Role::Helper);
    desk.signIn(kPerson);
    const QString text = page();
    QVERIFY(text.contains(whole.record.value(Field::Name)));
    QVERIFY(!text.contains(health));
    QVERIFY(text.contains(note));
    QVERIFY(!text.contains(whole.record.value(Field::CurrentAddress)));
    const auto content = dossierContent(desk.office(), child, true);
    XUEJI_OK(content);
    for (const Field field : {Field::IdDocumentNumber, Field::StudentNumber, Field::Phone, Field::Member1Phone})
      QVERIFY2(content->items.value(field).text.contains(QLatin1Char('*')), qPrintable(QString::number(int(field))));
  }

  void aboveFiftyChildrenWholeNumbersNeedASecondPerson_data() {
    QTest::addColumn<int>("children");
    QTest::addColumn<bool>("full");
    QTest::addColumn<bool>("file");
    QTest::addColumn<bool>("alone");
    QTest::newRow("fifty, whole, printed") << 50 << true << false << true;
    QTest::newRow("fifty, whole, saved") << 50 << true << true << true;
    QTest::newRow("fifty-one, whole, printed") << 51 << true << false << false;
    QTest::newRow("fifty-one, whole, saved") << 51 << true << true << false;
    QTest::newRow("fifty-one, masked, saved") << 51 << false << true << true;
  }
  void aboveFiftyChildrenWholeNumbersNeedASecondPerson() {
    QFETCH(int, children);
    QFETCH(bool, full);
    QFETCH(bool, file);
    QFETCH(bool, alone);
    TestRegister desk;
    QList<StudentRecord> records;
    for (int number = 1; number <= children; ++number)
      records << madeChild(number);
    desk.enrolAll(records);
    desk.addUser("钱进", Role::Principal);
    QList<qint64> all;
    for (int id = 1; id <= children; ++id)
      all << id;
    const std::function<Result<void>(WitnessToken*)> ways[] = {
        [&](WitnessToken* witness) -> Result<void> {
          const auto papers = dossierPapers(desk.office(), all, wished(full, file, witness));
          return papers ? Result<void>() : std::unexpected(papers.error());
        },
        [&](WitnessToken* witness) -> Result<void> {
          const auto paper = rosterPaper(desk.office(), 2024, std::nullopt, wished(full, file, witness));
          return paper ? Result<void>() : std::unexpected(paper.error());
        },
        [&](WitnessToken* witness) -> Result<void> {
          const auto papers = allRosterPapers(desk.office(), wished(full, file, witness));
          return papers ? Result<void>() : std::unexpected(papers.error());
        }};
    for (const auto& make : ways) {
      const auto done = make(nullptr);
      QCOMPARE(done.has_value(), alone);
      if (alone)
        continue;
      QCOMPARE(done.error().code, ErrorCode::WitnessNeeded);
      QCOMPARE(done.error().args.first(2), (QStringList{"51", "50"}));
      auto token =
          desk.store().witness(kPerson, password(), QByteArray::fromHex(done.error().args.value(2).toLatin1()));
      XUEJI_OK(token);
      XUEJI_OK(make(&*token));
      QCOMPARE(make(&*token).error().code, ErrorCode::WitnessSpent);
    }
    // Looking at them on the screen is no printing.
    PrintWish preview = wished(full, false);
    preview.preview = true;
    XUEJI_OK(rosterPaper(desk.office(), 2024, std::nullopt, preview));
  }
};

QTEST_MAIN(PaperRightsTest)
#include "paper_rights_test.moc"
