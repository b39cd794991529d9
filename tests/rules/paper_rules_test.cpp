#include "rules/papers.h"

#include "case.h"

#include <QTest>

using namespace xueji;
using namespace xueji::test;

/// Papers: of a kind, with what the kind demands; only a complete one meets a finding.
class TestPaperRules : public QObject {
  Q_OBJECT

  static SeenPaper without(SeenPaper paper, const QString& part) {
    if (part == u"number")
      paper.number.clear();
    if (part == u"issuer")
      paper.issuer.clear();
    if (part == u"level")
      paper.level.clear();
    if (part == u"issued")
      paper.issued = QDate();
    if (part == u"note")
      paper.note.clear();
    return paper;
  }
  static SeenPaper without(const char* kind, const char* part) {
    return without(Case::paper(kind), QString::fromLatin1(part));
  }
  static SeenPaper ofLevel(const char* kind, const char* level) {
    SeenPaper paper = Case::paper(kind);
    paper.level = QString::fromLatin1(level);
    return paper;
  }
  static QStringList kinds() {
    QStringList all;
    for (const Rule& rule : book().rules()) {
      all << rule.proofs;
      for (const RuleSentence& sentence : rule.sentences)
        all << sentence.proofs;
    }
    all.removeDuplicates();
    return all;
  }

private slots:
  void aKindLacksExactlyWhatItNeeds_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("part");
    for (const QString& kind : kinds())
      for (const char* part : {"number", "issuer", "level", "issued", "note"})
        QTest::newRow(qPrintable(kind + u' ' + QLatin1String(part))) << kind << QString::fromLatin1(part);
  }
  void aKindLacksExactlyWhatItNeeds() {
    QFETCH(QString, kind);
    QFETCH(QString, part);
    const PaperKind* known = book().paperKind(kind);
    QVERIFY(known);
    const SeenPaper whole = Case::paper(qPrintable(kind));
    QCOMPARE(book().lackOf(whole), QStringList());
    QCOMPARE(book().lackOf(without(whole, part)), known->needs.contains(part) ? QStringList(part) : QStringList());
  }

  void aLevelMustBeOneThatIsAccepted_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("level");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char* kind, const char* level, bool accepted) {
      QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(kind), QLatin1String(level))))
          << QString::fromLatin1(kind) << QString::fromLatin1(level) << accepted;
    };
    row("deferral_hospital", "township", false);
    row("deferral_hospital", "county", true);
    row("deferral_hospital", "nation", true);
    row("deferral_approval", "township", true);
    row("deferral_approval", "county", true);
    row("deferral_approval", "prefecture", false);
    row("deferral_renewal", "school", false);
    row("household_register", "", true);
  }
  void aLevelMustBeOneThatIsAccepted() {
    QFETCH(QString, kind);
    QFETCH(QString, level);
    QFETCH(bool, accepted);
    QCOMPARE(book().lackOf(ofLevel(qPrintable(kind), qPrintable(level))).isEmpty(), accepted);
  }

  void onlyACompletePaperOfTheRightKindMeetsAFinding_data() {
    QTest::addColumn<Case>("question");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const Case& question, const char* expected) {
      QTest::newRow(name) << question << QString::fromLatin1(expected);
    };
    const Case late = Case().born("2017-08-31");
    row("no paper", late, "E02 N22");
    row("the rule's id is no paper", Case(late).given("E02"), "E02 N22 paper_unknown");
    row("a paper of another rule", Case(late).given("police_statement"), "E02 N22");
    row("complete", Case(late).given("deferral_approval"), "E03 E03.hospital N22");
    row("without its number", Case(late).given(without("deferral_approval", "number")), "N22 paper_incomplete");
    row("without its day", Case(late).given(without("deferral_approval", "issued")), "N22 paper_incomplete");
    row("of a level that does not count", Case(late).given(ofLevel("deferral_approval", "nation")),
        "N22 paper_incomplete");
    row("a complete one beside it meets it, and the other is told of",
        Case(late).given(without("deferral_approval", "number")).deferred(), "N22 paper_incomplete");
    const Case approved = Case(late).given("deferral_approval");
    row("of two needed one lacks something, the other was not brought",
        Case(approved).given(without("deferral_application", "issued")), "E03.hospital N22 paper_incomplete");
    row("of two needed one lacks something",
        Case(approved).given("deferral_application").given(ofLevel("deferral_hospital", "township")),
        "N22 paper_incomplete");
    row("of two needed both lack something",
        Case(approved).given(without("deferral_application", "issued")).given(ofLevel("deferral_hospital", "township")),
        "N22 paper_incomplete paper_incomplete");
    Case alone;
    for (const FieldDefinition& item : catalogue().all())
      if (item.member == 2)
        alone.record.setValue(item.field, QString());
    row("a reason", Case(alone).given("one_guardian_reason"), "");
    row("a reason without words", Case(alone).given(without("one_guardian_reason", "note")), "paper_incomplete");
    row("incomplete, though no rule asks for it", Case().given(without("household_register", "number")),
        "paper_incomplete");
    row("complete, though no rule asks for it", Case().given("household_register"), "");
    row("of no kind, though no rule asks for it", Case().given("letter"), "paper_unknown");
    Case onFile = late;
    onFile.deferred();
    onFile.request.onFile.swap(onFile.request.papers);
    row("papers on file count", onFile, "N22");
    Case oldOnFile;
    oldOnFile.request.onFile = {without("household_register", "number")};
    row("what is on file and not asked for is not spoken of", oldOnFile, "");
  }
  void onlyACompletePaperOfTheRightKindMeetsAFinding() {
    QFETCH(Case, question);
    QFETCH(QString, expected);
    QCOMPARE(codes(question), expected);
  }

  void anIncompletePaperWeighsAsWhatItShouldMeet() {
    const Verdict proof = verdictOf(Case().with(Field::Sex, "2").given(without("police_statement", "issuer")));
    QCOMPARE(codesOf(proof.findings), QStringLiteral("paper_incomplete"));
    const Finding& finding = proof.findings.first();
    QCOMPARE(finding.rule, QStringLiteral("N04"));
    QCOMPARE(finding.severity, Severity::Proof);
    QCOMPARE(finding.fields.first(), Field::Sex);
    QCOMPARE(finding.args, (QStringList{QStringLiteral("police_statement"), QStringLiteral("issuer")}));
    QVERIFY(!proof.allows());
    QVERIFY(verdictOf(Case().given(without("police_statement", "issuer"))).allows());
    QVERIFY(!verdictOf(Case().given("letter")).allows());
  }

  void theSentenceNamesPaperAndWhatItLacks() {
    Case question = Case().born("2017-08-31").given(ofLevel("deferral_approval", "nation"));
    question.request.papers.first().number.clear();
    for (const Finding& finding : verdictOf(question).findings) {
      if (finding.code != u"paper_incomplete")
        continue;
      const QString chinese = book().sentence(finding, Language::Chinese);
      QVERIFY2(chinese.contains(QStringLiteral("“延缓入学批准书”未填编号、出具单位的级别（乡镇级、县级）")),
               qPrintable(chinese));
      const QString english = book().sentence(finding, Language::English);
      QVERIFY2(english.contains(QStringLiteral("its number, the level of the issuer (township, county)")),
               qPrintable(english));
      QVERIFY(book().remedy(finding, Language::Chinese).contains(QStringLiteral("编号")));
      QVERIFY(book().citation(finding, Language::Chinese).contains(QStringLiteral("义务教育法")));
      return;
    }
    QFAIL("nothing was said");
  }

  /// The boy was born on 2018-08-31 and today is 2024-09-10; N04 is met by a statement of the police.
  void aPaperIsOfADayThatCanBe_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QDate>("issued");
    QTest::addColumn<QString>("between");
    const QString child = QStringLiteral("2018-08-31 2024-09-10");
    const QString family = QStringLiteral("1949-10-01 2024-09-10");
    QTest::newRow("today") << "police_statement" << QDate(2024, 9, 10) << "";
    QTest::newRow("tomorrow") << "police_statement" << QDate(2024, 9, 11) << child;
    QTest::newRow("of the day of birth") << "police_statement" << QDate(2018, 8, 31) << "";
    QTest::newRow("before the birth") << "police_statement" << QDate(2018, 8, 30) << child;
    QTest::newRow("no day") << "police_statement" << QDate() << "";
    QTest::newRow("of the family, first day") << "household_register" << QDate(1949, 10, 1) << "";
    QTest::newRow("of the family, too old") << "household_register" << QDate(1949, 9, 30) << family;
    QTest::newRow("of the family, to come") << "household_register" << QDate(2025, 1, 1) << family;
  }
  void aPaperIsOfADayThatCanBe() {
    QFETCH(QString, kind);
    QFETCH(QDate, issued);
    QFETCH(QString, between);
    SeenPaper paper = Case::paper(qPrintable(kind));
    paper.issued = issued;
    const Verdict verdict = verdictOf(Case().with(Field::Sex, "2").given(paper));
    const bool meets = kind == u"police_statement" && between.isEmpty();
    QCOMPARE(codesOf(verdict.met), meets ? QStringLiteral("N04") : QString());
    QStringList said;
    for (const Finding& finding : verdict.findings)
      if (finding.code == u"paper_day") {
        QCOMPARE(finding.severity, Severity::Refuse);
        QCOMPARE(finding.args.mid(0, 2), (QStringList{kind, issued.toString(Qt::ISODate)}));
        said << finding.args.mid(2).join(u' ');
      }
    QCOMPARE(said.join(u'|'), between);
    // Alone it is asked before it is known for which child it is.
    const auto alone = checkPaper(book(), paper, QDate(2024, 9, 10));
    QCOMPARE(alone.has_value(), between.isEmpty() || issued == QDate(2018, 8, 30));
  }

  void theSentenceNamesPaperAndItsDay() {
    SeenPaper paper = Case::paper("police_statement");
    paper.issued = QDate(2031, 1, 1);
    for (const Finding& finding : verdictOf(Case().given(paper)).findings)
      if (finding.code == u"paper_day") {
        const QString chinese = book().sentence(finding, Language::Chinese);
        QCOMPARE(chinese, QStringLiteral("“公安机关证明”的出具日期2031-01-01不可能：应在2018-08-31至2024-09-10之间。"));
        QVERIFY(book().sentence(finding, Language::English).contains(QStringLiteral("“Statement of the police”")));
        return;
      }
    QFAIL("nothing was said");
  }

  void aPaperOnFileOfADayThatCannotBeMeetsNothing() {
    SeenPaper paper = Case::paper("police_statement");
    Case question = Case().with(Field::Sex, "2");
    question.request.onFile = {paper};
    QCOMPARE(blocking(question), QString());
    QCOMPARE(codes(question), QString());
    question.request.onFile.first().issued = QDate(2031, 1, 1);
    QCOMPARE(blocking(question), QStringLiteral("N04"));
  }

  /// A boy whose record says girl, and what is on file of him; N04 asks for a statement of the police.
  void aPaperOnFileOfADayThatCannotBeIsSaidWhereItIsAskedFor_data() {
    QTest::addColumn<QString>("sex");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QDate>("issued");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QString>("expected");
    const QDate today(2024, 9, 10);
    const QString police = QStringLiteral("police_statement");
    QTest::newRow("tomorrow") << "2" << police << today.addDays(1) << false << "N04 paper_day";
    QTest::newRow("today") << "2" << police << today << false << "";
    QTest::newRow("day of birth") << "2" << police << QDate(2018, 8, 31) << false << "";
    QTest::newRow("before the birth") << "2" << police << QDate(2018, 8, 30) << false << "N04 paper_day";
    QTest::newRow("of another kind") << "2"
                                     << "permit_copy" << today.addDays(1) << false << "N04";
    QTest::newRow("asked for by nothing") << "1" << police << today.addDays(1) << false << "";
    QTest::newRow("beside one that meets it") << "2" << police << today.addDays(1) << true << "";
  }
  void aPaperOnFileOfADayThatCannotBeIsSaidWhereItIsAskedFor() {
    QFETCH(QString, sex);
    QFETCH(QString, kind);
    QFETCH(QDate, issued);
    QFETCH(bool, whole);
    QFETCH(QString, expected);
    Case question = Case().with(Field::Sex, qPrintable(sex));
    SeenPaper paper = Case::paper(qPrintable(kind));
    paper.issued = issued;
    question.request.onFile = {paper};
    if (whole)
      question.request.onFile << Case::paper("police_statement");
    QCOMPARE(codes(question), expected);
    if (expected.contains(u"paper_day")) // brought with the wish, it is said once
      QCOMPARE(codes(Case(question).given(paper)), expected);
    for (const Finding& finding : verdictOf(question).findings)
      if (finding.code == u"paper_day") {
        QCOMPARE(finding.severity, Severity::Warn);
        QCOMPARE(finding.args.mid(0, 2), (QStringList{kind, issued.toString(Qt::ISODate)}));
      }
  }

  void whatAPaperLacksIsNamedPartByPart_data() {
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("words");
    QTest::newRow("number") << "number" << QStringLiteral("均衡分班抽签记录：编号");
    QTest::newRow("issuer") << "issuer" << QStringLiteral("均衡分班抽签记录：出具单位或人");
    QTest::newRow("issued") << "issued" << QStringLiteral("均衡分班抽签记录：出具日期");
  }
  void whatAPaperLacksIsNamedPartByPart() {
    QFETCH(QString, part);
    QFETCH(QString, words);
    const SeenPaper whole = Case::paper("draw_protocol");
    QVERIFY(checkPaper(book(), whole, QDate(2024, 9, 10)));
    const auto lacking = checkPaper(book(), without(whole, part), QDate(2024, 9, 10));
    QVERIFY(!lacking);
    QCOMPARE(lacking.error().args.first(), words);
  }

  void theOpenPointsHaveAKindThatNeedsANumberOnly() {
    for (const char* id : {"E11", "E12", "E17", "E25", "P01"}) {
      const Rule& rule = *book().rule(QString::fromLatin1(id));
      QCOMPARE(rule.proofs.size(), 1);
      QCOMPARE(book().paperKind(rule.proofs.first())->needs, QStringList(QStringLiteral("number")));
    }
  }
};

QTEST_GUILESS_MAIN(TestPaperRules)
#include "paper_rules_test.moc"
