// Who may print, who may save a PDF, what then stands on the paper, and when a second person is asked for.

#include "documents/dossier_content.h"
#include "documents/pdf_file.h"
#include "register/class_acts.h"
#include "support/made_child.h"
#include "support/paper_orders.h"
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

Result<Papers> dossiers(Office& office, const QList<qint64>& children, const PrintWish& wish) {
  return makePapers(office, dossierOrder(children), wish);
}

Result<Papers> roster(Office& office, const PrintWish& wish) {
  return makePapers(office, rosterOrder(2024), wish);
}

/// "dossier", "dossier+whole" ... of what may be made.
QString made(Office& office, qint64 child, bool file) {
  QStringList may;
  for (const bool full : {false, true}) {
    const auto dossier = dossiers(office, {child}, wished(full, file));
    const auto list = roster(office, wished(full, file));
    const QString whole = full ? QStringLiteral("+whole") : QString();
    if (dossier)
      may << QStringLiteral("dossier") + whole;
    if (list)
      may << QStringLiteral("roster") + whole;
    for (const auto& error : {dossier ? Error() : dossier.error(), list ? Error() : list.error()})
      if (error != Error() && error.code != ErrorCode::RoleForbids)
        may << textOf(error);
  }
  return may.join(QLatin1Char(' '));
}

} // namespace

class PaperRightsTest : public QObject {
  Q_OBJECT

  static QString gNumber(int child) { return QLatin1Char('G') + madeChild(child).value(Field::IdDocumentNumber); }

private slots:
  /// What the school numbered for itself stands under its own name, never as 学籍号.
  void aNumberMadeHereIsNotPrintedAsTheSystems() {
    TestRegister desk;
    const qint64 child = desk.enrolChild(1);
    const QString local = desk.row(child).studentNumber;
    const auto textsOf = [](const Result<Papers>& papers) {
      return papers ? papers->front()->textsOfPage(0) : QStringList(textOf(papers.error()));
    };
    const auto before = dossierContent(desk.office(), child, true);
    XUEJI_OK(before);
    QCOMPARE(before->items.value(Field::StudentNumber).label, QStringLiteral("校内临时编号"));
    QCOMPARE(before->items.value(Field::StudentNumber).text, local);
    QStringList card = textsOf(dossiers(desk.office(), {child}, wished(true, false)));
    QVERIFY(card.contains(QStringLiteral("校内临时编号")));
    QVERIFY(!card.contains(QStringLiteral("学籍号")));
    QString list = textsOf(roster(desk.office(), wished(true, false))).join(QLatin1Char('|'));
    QVERIFY(list.contains(QStringLiteral("学籍号待下发")));
    QVERIFY(!list.contains(local));

    XUEJI_OK(issueNumber(desk.office(), child, gNumber(1), QDate(2024, 9, 10), {}));
    card = textsOf(dossiers(desk.office(), {child}, wished(true, false)));
    QVERIFY(card.contains(QStringLiteral("学籍号")));
    QVERIFY(!card.contains(QStringLiteral("校内临时编号")));
    list = textsOf(roster(desk.office(), wished(true, false))).join(QLatin1Char('|'));
    QVERIFY(list.contains(gNumber(1)));
    QVERIFY(!list.contains(QStringLiteral("待下发")));
  }

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
    XUEJI_OK(dossiers(desk.office(), {child}, wished(false, true)));
    XUEJI_OK(dossiers(desk.office(), {child}, wished(true, false)));
    XUEJI_OK(dossiers(desk.office(), {child}, wished(true, true)));
    XUEJI_OK(roster(desk.office(), wished(false, true)));
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
      const auto papers = dossiers(desk.office(), {child}, wished(false, false));
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
          const auto papers = dossiers(desk.office(), all, wished(full, file, witness));
          return papers ? Result<void>() : std::unexpected(papers.error());
        },
        [&](WitnessToken* witness) -> Result<void> {
          const auto paper = roster(desk.office(), wished(full, file, witness));
          return paper ? Result<void>() : std::unexpected(paper.error());
        },
        [&](WitnessToken* witness) -> Result<void> {
          const auto everybody = orderOfAll(desk.office(), *paperDefinition(u"roster"));
          if (!everybody)
            return std::unexpected(everybody.error());
          const auto papers = makePapers(desk.office(), *everybody, wished(full, file, witness));
          return papers ? Result<void>() : std::unexpected(papers.error());
        }};
    for (const auto& make : ways) {
      const auto done = make(nullptr);
      QCOMPARE(done.has_value(), alone);
      if (alone)
        continue;
      QCOMPARE(done.error().code, ErrorCode::WitnessNeeded);
      QCOMPARE(done.error().args.first(2), (QStringList{"51", "50"}));
      auto token = desk.store().accounts().witness(kPerson, password(),
                                                   QByteArray::fromHex(done.error().args.value(2).toLatin1()));
      XUEJI_OK(token);
      XUEJI_OK(make(&*token));
      QCOMPARE(make(&*token).error().code, ErrorCode::WitnessSpent);
    }
    // Looking at them on the screen is no printing.
    PrintWish preview = wished(full, false);
    preview.preview = true;
    XUEJI_OK(roster(desk.office(), preview));
  }

  void theTitlesAreToldBeforeThePrintIsLogged() {
    TestRegister desk;
    const QList<qint64> children{desk.enrolChild(1), desk.enrolChild(2), desk.enrolChild(1 + 2)};
    const auto drafts = readPapers(desk.office(), dossierOrder(children), wished(false, true));
    XUEJI_OK(drafts);
    QVERIFY(!desk.logLines().join(u'\n').contains(QStringLiteral("print=")));
    const auto papers = dossiers(desk.office(), children, wished(false, true));
    XUEJI_OK(papers);
    QCOMPARE(papers->size(), std::size_t(children.size()));
    for (qsizetype i = 0; i < children.size(); ++i)
      QCOMPARE((*drafts)[i].title, (*papers)[std::size_t(i)]->title());
    QVERIFY(desk.logLines().join(u'\n').contains(QStringLiteral("print=")));
    QCOMPARE(readPapers(desk.office(), dossierOrder({}), wished(false, true)).error().code, ErrorCode::NothingToDo);
    QCOMPARE(readPapers(desk.office(), dossierOrder({9999}), wished(false, true)).error().code,
             ErrorCode::StudentNotFound);
  }

  void aCharacterThatNoFontHasIsToldBeforeASavedPaperIsLogged() {
    TestRegister desk;
    const char32_t unassigned = 0x3FFFD;
    const QString rare = QString::fromUcs4(&unassigned, 1);
    const qint64 child = desk.enrolChild(1);
    desk.setPastTheRules(child, Field::Talents, QStringLiteral("王") + rare);
    const auto refused = dossiers(desk.office(), {child}, wished(false, true));
    QVERIFY(!refused);
    const QString name = desk.row(child).record.value(Field::Name);
    QCOMPARE(refused.error(), (Error{ErrorCode::GlyphMissing, {name + QStringLiteral(" 特长 U+3FFFD")}}));
    QVERIFY(!desk.logLines().join(u'\n').contains(QStringLiteral("print=")));
    XUEJI_OK(dossiers(desk.office(), {child}, wished(false, false))); // who prints is asked, and may write it by hand
  }

  void oneCharacterNeverStopsTheOtherPapers() {
    TestRegister desk;
    const char32_t unassigned = 0x3FFFD;
    const QString rare = QString::fromUcs4(&unassigned, 1);
    const QList<qint64> children{desk.enrolChild(1), desk.enrolChild(2), desk.enrolChild(3)};
    desk.setPastTheRules(children[1], Field::CurrentAddress, QStringLiteral("新开道") + rare);
    const auto shown = [](const Paper& paper) {
      QString text;
      for (int page = 0; page < paper.pageCount(); ++page)
        text += paper.textsOfPage(page).join(u'\n');
      return text;
    };
    PrintWish wish = wished(false, true);
    wish.lacking = Lacking::LeaveOut;
    auto papers = dossiers(desk.office(), children, wish);
    XUEJI_OK(papers);
    QCOMPARE(papers->size(), std::size_t(2));
    QVERIFY2(!desk.logLines().filter(QStringLiteral("student:%1 ").arg(children[0])).isEmpty(),
             "the others are logged");
    QVERIFY(desk.logLines()
                .filter(QStringLiteral("print="))
                .filter(QStringLiteral("student:%1 ").arg(children[1]))
                .isEmpty());
    wish.lacking = Lacking::Name;
    papers = dossiers(desk.office(), children, wish);
    XUEJI_OK(papers);
    QCOMPARE(papers->size(), std::size_t(3));
    QVERIFY(shown(*(*papers)[1]).contains(QStringLiteral("现住址 U+3FFFD")));
    QVERIFY(!shown(*(*papers)[0]).contains(QStringLiteral("缺字")));
    const QString path = desk.path(QStringLiteral("x.pdf"));
    XUEJI_OK(writePdf(path, pointersTo(*papers)));
    // A list is one paper: it is made with the name in its margin, or not at all.
    PrintWish list = wished(false, true);
    list.lacking = Lacking::LeaveOut;
    XUEJI_FAILS(roster(desk.office(), list), ErrorCode::GlyphMissing);
    list.lacking = Lacking::Name;
    const auto whole = roster(desk.office(), list);
    XUEJI_OK(whole);
    QVERIFY(shown(*whole->front()).contains(QStringLiteral("住址 U+3FFFD")));
    XUEJI_OK(writePdf(path, pointersTo(*whole)));
  }

  /// Whenever it is stopped before the log has it, nothing is logged.
  void stoppedAtAnyStepNothingIsLogged() {
    TestRegister desk;
    const QList<qint64> children{desk.enrolChild(1), desk.enrolChild(2), desk.enrolChild(3)};
    int steps = 0;
    XUEJI_OK(makePapers(desk.office(), dossierOrder(children), wished(false, true), nullptr, [&](qint64, qint64) {
      ++steps;
      return true;
    }));
    QVERIFY(steps >= 6); // read and looked through
    const auto prints = [&] {
      return desk.logLines().filter(QRegularExpression(QStringLiteral("^(print|export) "))).size();
    };
    const auto before = prints();
    for (int stop = 1; stop <= steps; ++stop) {
      int step = 0;
      const auto stopped = makePapers(desk.office(), dossierOrder(children), wished(false, true), nullptr,
                                      [&](qint64, qint64) { return ++step < stop; });
      XUEJI_FAILS(stopped, ErrorCode::Cancelled);
    }
    QCOMPARE(prints(), before);
  }

  void aRareCharacterAtTheEdgeIsFoundBeforeTheLogToo() {
    TestRegister desk;
    const char32_t unassigned = 0x3FFFD;
    const QString rare = QString::fromUcs4(&unassigned, 1);
    const qint64 child = desk.enrolChild(1);
    PrintWish wish = wished(false, true);
    wish.purpose = QStringLiteral("存档") + rare;
    XUEJI_FAILS(dossiers(desk.office(), {child}, wish), ErrorCode::GlyphMissing);
    SchoolProfile school = desk.store().school();
    school.name += rare;
    XUEJI_OK(setSchool(desk.office(), school));
    XUEJI_FAILS(dossiers(desk.office(), {child}, wished(false, true)), ErrorCode::GlyphMissing);
    QVERIFY(!desk.logLines().join(u'\n').contains(QStringLiteral("print=")));
  }

  void everyKindOfPaperCanBeOrderedOfAll_data() {
    QTest::addColumn<QString>("id");
    for (const PaperDefinition& paper : paperDefinitions())
      QTest::newRow(qPrintable(paper.id)) << paper.id;
  }
  void everyKindOfPaperCanBeOrderedOfAll() {
    QFETCH(QString, id);
    TestRegister desk;
    const PaperDefinition* paper = paperDefinition(id);
    QVERIFY(paper != nullptr);
    QVERIFY(!paper->name.isEmpty());
    const auto nobody = orderOfAll(desk.office(), *paper);
    XUEJI_OK(nobody);
    QCOMPARE(makePapers(desk.office(), *nobody, wished(false, false)).error().code, ErrorCode::NothingToDo);
    desk.enrolChild(1);
    desk.enrolChild(2);
    const auto all = orderOfAll(desk.office(), *paper);
    XUEJI_OK(all);
    const auto papers = makePapers(desk.office(), *all, wished(false, false));
    XUEJI_OK(papers);
    QCOMPARE(papers->size(), std::size_t(all->subjects.size()));
    QStringList texts;
    for (const auto& each : *papers) {
      QVERIFY(!each->title().isEmpty());
      for (int page = 0; page < each->pageCount(); ++page)
        texts << each->textsOfPage(page);
    }
    for (const qint64 child : {1, 2})
      QVERIFY(texts.contains(desk.row(child).record.value(Field::Name)));
  }

  void aMoveUpNamesTheClassThatItLeadsTo_data() {
    QTest::addColumn<bool>("given");
    QTest::addColumn<QDate>("opens");
    QTest::addColumn<QString>("expected");
    const QDate day(2030, 9, 1);
    QTest::newRow("open that day") << true << day << QStringLiteral("2030级1班");
    QTest::newRow("opens the day after") << true << day.addDays(1) << QStringLiteral("2030级1班");
    QTest::newRow("no class") << false << day << QStringLiteral("不在班");
  }
  void aMoveUpNamesTheClassThatItLeadsTo() {
    QFETCH(bool, given);
    QFETCH(QDate, opens);
    QFETCH(QString, expected);
    TestRegister desk;
    desk.turnTo(QDate(2024, 9, 10));
    SchoolProfile school = desk.store().school();
    school.system = SchoolSystem({Stage::Primary, Stage::Junior});
    XUEJI_OK(setSchool(desk.office(), school, QDate(2024, 9, 1)));
    const qint64 child = desk.enrolChild(1);
    const auto first = makeClass(desk.office(), {Stage::Primary, 2024, 1, ClassKind::Ordinary}, {}, QDate(2024, 9, 1));
    XUEJI_OK(first);
    const SeenPaper draw{
        QStringLiteral("draw_protocol"), QStringLiteral("7号"), QStringLiteral("教育局"), {}, QDate(2024, 8, 30), {}};
    XUEJI_OK(placeStudent(desk.office(), {child, *first, QDate(2024, 9, 1), {}, {draw}}));
    desk.turnTo(QDate(2030, 8, 20));
    const auto next = makeClass(desk.office(), {Stage::Junior, 2030, 1, ClassKind::Ordinary}, {}, opens);
    XUEJI_OK(next);
    MoveUp up;
    up.student = child;
    up.stage = Stage::Junior;
    up.cohort = 2030;
    up.day = QDate(2030, 9, 1);
    up.classId = given ? *next : 0;
    up.record.setValue(Field::EntryMonth, QStringLiteral("2030-09"));
    up.record.setValue(Field::EntryMode, QStringLiteral("11"));
    SeenPaper drawn = draw;
    drawn.issued = QDate(2030, 8, 19);
    up.papers = {drawn};
    Findings why;
    const auto act = moveUp(desk.office(), up, &why);
    QVERIFY2(act, qPrintable(act ? QString() : textOf(act.error()) + codesOf(why)));
    desk.turnTo(QDate(2030, 9, 10));
    const auto content = dossierContent(desk.office(), child, false);
    XUEJI_OK(content);
    const QString reason = content->changes.last().reason;
    QVERIFY2(reason.contains(expected), qPrintable(reason));
    QCOMPARE(reason.contains(QStringLiteral("不在班")), expected == QStringLiteral("不在班"));
  }
};

QTEST_MAIN(PaperRightsTest)
#include "paper_rights_test.moc"
#include "store/accounts.h"
