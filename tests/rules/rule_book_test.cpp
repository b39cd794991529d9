#include "case.h"
#include "rules/check.h"

#include <QRegularExpression>
#include <QTest>

using namespace xueji;
using namespace xueji::test;

/// The book as data: complete, each id once, every text in both languages.
class TestRuleBook : public QObject {
  Q_OBJECT

  static QList<Check> checks() {
    return documentChecks() + studentNumberChecks() + entryChecks() + situationChecks() + classChecks() + itemChecks();
  }

private slots:
  void everyIdOfTheTableStandsOnce() {
    const std::pair<char, int> groups[] = {{'N', 22}, {'E', 25}, {'C', 20}, {'T', 18}, {'S', 18},
                                           {'X', 11}, {'G', 11}, {'K', 6},  {'A', 7},  {'H', 7},
                                           {'W', 3},  {'F', 4},  {'P', 15}, {'R', 6},  {'I', 4}};
    QStringList expected;
    for (const auto& [letter, count] : groups)
      for (int i = 1; i <= count; ++i)
        expected << QStringLiteral("%1%2").arg(QLatin1Char(letter)).arg(i, 2, 10, QLatin1Char('0'));
    QCOMPARE(expected.size(), 173 + 4); // the rule table, and those of single items
    QStringList listed;
    for (const Rule& rule : book().rules())
      listed << rule.id;
    expected.sort();
    listed.sort();
    QCOMPARE(listed, expected);
  }

  void theRulesOfTheFirstStepAreImplemented() {
    QStringList expected;
    for (int i = 1; i <= 22; ++i)
      expected << QStringLiteral("N%1").arg(i, 2, 10, QLatin1Char('0'));
    for (const int i : {1, 2, 3, 4, 5, 15, 20, 21, 22, 23, 24})
      expected << QStringLiteral("E%1").arg(i, 2, 10, QLatin1Char('0'));
    for (const int i : {1, 2, 3, 4, 6, 14, 18})
      expected << QStringLiteral("C%1").arg(i, 2, 10, QLatin1Char('0'));
    for (int i = 1; i <= 4; ++i)
      expected << QStringLiteral("I%1").arg(i, 2, 10, QLatin1Char('0'));
    QStringList implemented;
    for (const Rule& rule : book().rules())
      if (rule.state == RuleState::Implemented)
        implemented << rule.id;
    QStringList checked;
    for (const Check& check : checks())
      checked << check.rule;
    for (QStringList* list : {&expected, &implemented, &checked})
      list->sort();
    QCOMPARE(implemented, expected);
    QCOMPARE(checked, expected);
  }

  /// What no act can know yet; each is closed by a paper that the book knows.
  void openPointsOfARecordAreNamedByTheBook() {
    QStringList open;
    for (const Rule& rule : book().rules()) {
      if (!rule.openPoint)
        continue;
      open << rule.id;
      QVERIFY(!rule.proofs.isEmpty());
      for (const QString& kind : rule.proofs)
        QVERIFY2(book().paperKind(kind), qPrintable(kind));
    }
    QCOMPARE(open, (QStringList{QStringLiteral("E11"), QStringLiteral("E12"), QStringLiteral("E17"),
                                QStringLiteral("E25"), QStringLiteral("P01")}));
  }

  void everyRuleHasTitleCitationAndWeight_data() { eachRule(); }
  void everyRuleHasTitleCitationAndWeight() {
    QFETCH(QString, id);
    const Rule& rule = *book().rule(id);
    const QStringList computed{QStringLiteral("H03"), QStringLiteral("P06"), QStringLiteral("R01"),
                               QStringLiteral("R05")};
    QCOMPARE(rule.severity.has_value(), !computed.contains(id));
    QVERIFY((QStringList{QStringLiteral("nobody"), QStringLiteral("registrar"), QStringLiteral("principal"),
                         QStringLiteral("bureau")})
                .contains(rule.overrideBy));
    for (const Language language : {Language::Chinese, Language::English}) {
      QVERIFY(!rule.title.in(language).isEmpty());
      QVERIFY(!book().citation(rule, language).isEmpty());
      for (const RuleBasis& basis : rule.bases)
        QVERIFY(!basis.citation.in(language).isEmpty());
    }
  }

  void everyImplementedRuleCanSpeak_data() { eachRule(); }
  void everyImplementedRuleCanSpeak() {
    QFETCH(QString, id);
    const Rule& rule = *book().rule(id);
    if (rule.state == RuleState::Later)
      return;
    QVERIFY(!rule.acts.isEmpty());
    QVERIFY(rule.occasions.contains(Occasion::ActWished));
    QVERIFY(rule.sentences.contains(id));
    for (const Language language : {Language::Chinese, Language::English})
      QVERIFY(!rule.text.in(language).isEmpty());
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    const auto places = [](const QString& text) {
      QStringList found;
      for (auto it = place.globalMatch(text); it.hasNext();)
        found << it.next().captured();
      found.removeDuplicates();
      found.sort();
      return found;
    };
    for (const RuleSentence& sentence : rule.sentences) {
      QCOMPARE(places(sentence.text.english), places(sentence.text.chinese));
      QVERIFY(!sentence.remedy.chinese.isEmpty() && !sentence.remedy.english.isEmpty());
    }
    for (const QString& kind : rule.proofs)
      for (const Language language : {Language::Chinese, Language::English})
        QVERIFY(!book().proofName(kind, language).isEmpty());
    // A rule of severity proof must say which paper it takes.
    if (rule.severity == Severity::Proof)
      QVERIFY(!rule.proofs.isEmpty());
  }

  /// Who may not see an item whole is told no part of it: of each argument a sentence says which item it is of.
  void everyArgumentSaysOfWhichItemItIs_data() { eachRule(); }
  void everyArgumentSaysOfWhichItemItIs() {
    QFETCH(QString, id);
    static const QRegularExpression place(QStringLiteral("%([1-9])"));
    const auto& sentences = book().rule(id)->sentences;
    for (auto it = sentences.begin(); it != sentences.end(); ++it) {
      int arguments = 0;
      for (auto found = place.globalMatch(it->text.chinese + it->remedy.chinese); found.hasNext();)
        arguments = std::max(arguments, found.next().captured(1).toInt());
      QVERIFY2(it->items.size() == arguments, qPrintable(it.key()));
      for (const QString& item : it->items)
        QVERIFY2(item.isEmpty() || catalogue().byId(item), qPrintable(it.key() + u' ' + item));
    }
  }

  void rulesAboutTheActAloneAreNotAskedOfWhatStands() {
    QStringList acts;
    for (const Rule& rule : book().rules())
      if (rule.state == RuleState::Implemented && !rule.occasions.contains(Occasion::AsItStands))
        acts << rule.id;
    acts.sort();
    QCOMPARE(acts,
             QStringList({QStringLiteral("C01"), QStringLiteral("C02"), QStringLiteral("C03"), QStringLiteral("C04"),
                          QStringLiteral("C06"), QStringLiteral("C14"), QStringLiteral("C18"), QStringLiteral("E01"),
                          QStringLiteral("E02"), QStringLiteral("E03"), QStringLiteral("E21"),
                          QStringLiteral("N15")}));
  }

  void argumentsAreFilledInOnce() {
    const Finding finding{QStringLiteral("N03"),
                          QStringLiteral("N03"),
                          Severity::Refuse,
                          {Field::BirthDate},
                          {QStringLiteral("%2"), QStringLiteral("2018-08-31")},
                          QStringLiteral("BASE")};
    const QString text = book().sentence(finding, Language::English);
    QVERIFY2(text.contains(QStringLiteral("born %2")) && text.contains(QStringLiteral("2018-08-31")), qPrintable(text));
  }

  void anUnknownCodeStillMakesASentence() {
    const Finding finding{{}, QStringLiteral("never_heard_of"), Severity::Warn, {}, {}, {}};
    QVERIFY(book().sentence(finding, Language::English).contains(u"never_heard_of"));
    QVERIFY(!book().remedy(finding, Language::Chinese).isEmpty());
    QVERIFY(!book().knowsCode(finding.code));
    QVERIFY(book().knowsCode(QStringLiteral("E24.one")));
    QVERIFY(book().knowsCode(QStringLiteral("required")));
  }

private:
  static void eachRule() {
    QTest::addColumn<QString>("id");
    for (const Rule& rule : book().rules())
      QTest::newRow(qPrintable(rule.id)) << rule.id;
  }
};

QTEST_GUILESS_MAIN(TestRuleBook)
#include "rule_book_test.moc"
