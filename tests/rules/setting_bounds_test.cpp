// Settings of county and school may be stricter than the law, never milder, and never nonsense.

#include "rules/setting_bounds.h"

#include "case.h"

#include <QJsonArray>
#include <QTest>

using namespace xueji;
using namespace xueji::test;

class TestSettingBounds : public QObject {
  Q_OBJECT

  static QJsonObject changing(const char* rule, const char* parameter, const QJsonValue& value) {
    const QJsonObject change{{QStringLiteral("parameters"), QJsonObject{{QString::fromLatin1(parameter), value}}}};
    return {{QStringLiteral("rules"), QJsonObject{{QString::fromLatin1(rule), change}}}};
  }
  static QJsonObject between(const char* from, const char* to) {
    return {{QStringLiteral("from"), QString::fromLatin1(from)}, {QStringLiteral("to"), QString::fromLatin1(to)}};
  }
  static QString answerTo(const QJsonObject& settings, const RuleBook::Span& span = {}) {
    const auto textOf = [](const Result<void>& may) { return may ? QString() : may.error().args.join(u'|'); };
    const QString county = textOf(book().checkSettings(settings, {}, span));
    const QString school = textOf(book().checkSettings({}, settings, span));
    return school == QString(county).replace(QStringLiteral("county "), QStringLiteral("school ")) ? county : school;
  }

private slots:
  void everyParameterOfTheBookHasItsBound() {
    int seen = 0;
    for (const Rule& rule : book().rules()) {
      QStringList parameters = rule.parameters.keys();
      for (const RuleBasis& basis : rule.bases)
        parameters += basis.parameters.keys();
      parameters.removeDuplicates();
      parameters.sort();
      QCOMPARE(rule.bounds.keys(), parameters);
      for (const QString& parameter : parameters)
        QVERIFY2(isBound(rule.bounds.value(parameter)), qPrintable(rule.id));
      seen += static_cast<int>(parameters.size());
    }
    QVERIFY(seen > 20);
  }

  void aSettingKeepsItsBounds_data() {
    QTest::addColumn<QJsonObject>("settings");
    QTest::addColumn<QString>("refused");
    const auto row = [](const char* rule, const char* parameter, const QJsonValue& value, const char* refused) {
      QTest::addRow("%s %s %s", rule, parameter, qPrintable(parameterText(value)))
          << changing(rule, parameter, value) << QString::fromUtf8(refused);
    };
    row("C01", "limit", 1, "");
    row("C01", "limit", 44, "");
    row("C01", "limit", 45, "");
    row("C01", "limit", 46, "county C01.limit (1–45)|46");
    row("C01", "limit", 60, "county C01.limit (1–45)|60");
    row("C01", "limit", 0, "county C01.limit (1–45)|0");
    row("C01", "limit", -4, "county C01.limit (1–45)|-4");
    row("C01", "limit", 1.5, "county C01.limit (1–45)|1.5");
    row("C01", "hard", 56, "");
    row("C01", "hard", 57, "county C01.hard (1–56)|57");
    row("E05", "preschoolFrom", QStringLiteral("2026-09-01"), "");
    row("E05", "preschoolFrom", QStringLiteral("2025-12-29"), "");
    row("E05", "preschoolFrom", QStringLiteral("2026-09-02"), "county E05.preschoolFrom (≤2026-09-01)|2026-09-02");
    row("E05", "preschoolFrom", QStringLiteral("soon"), "county E05.preschoolFrom (≤2026-09-01)|soon");
    row("C03", "limit", 50, "");
    row("C03", "limit", 51, "county C03.limit (1–50)|51");
    row("C04", "limit", 13, "county C04.limit (1–12)|13");
    row("E01", "age", 6, "");
    row("E01", "age", 5, "county E01.age (=6)|5");
    row("E01", "age", 7, "county E01.age (=6)|7");
    row("E01", "cutoff", QStringLiteral("12-31"), "");
    row("E01", "cutoff", QStringLiteral("02-30"), "county E01.cutoff (MM-DD)|02-30");
    row("E01", "cutoff", QStringLiteral("autumn"), "county E01.cutoff (MM-DD)|autumn");
    row("E20", "usualMonth", 1, "");
    row("E20", "usualMonth", 12, "");
    row("E20", "usualMonth", 0, "county E20.usualMonth (1–12)|0");
    row("E20", "usualMonth", 13, "county E20.usualMonth (1–12)|13");
    row("E04", "modes", QJsonArray{"21", "22", "23", "24"}, "");
    row("E04", "modes", QJsonArray{"21", "22"}, "county E04.modes (⊇[\"21\",\"22\",\"23\"])|[\"21\",\"22\"]");
    row("E04", "modes", QJsonArray{"21", "22", "23", 4},
        "county E04.modes (⊇[\"21\",\"22\",\"23\"])|[\"21\",\"22\",\"23\",4]");
    row("N15", "moves", QJsonArray{}, "county N15.moves (=[\"LG\",\"LJ\",\"JG\"])|[]");
  }
  void aSettingKeepsItsBounds() {
    QFETCH(QJsonObject, settings);
    QFETCH(QString, refused);
    QCOMPARE(answerTo(settings), refused);
  }

  void theLawOfTheDaysDecides_data() {
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<int>("months");
    QTest::addColumn<bool>("may");
    const QDate last(2025, 1, 2); // of the Measures of 2013, which say one month; those of 2025 say two
    QTest::newRow("new law") << last.addDays(1) << QDate() << 2 << true;
    QTest::newRow("new law, milder") << last.addDays(1) << QDate() << 3 << false;
    QTest::newRow("a day of the old law") << last << QDate() << 2 << false;
    QTest::newRow("old law alone") << QDate(2024, 1, 1) << last << 1 << true;
    QTest::newRow("old law alone, milder") << QDate(2024, 1, 1) << last << 2 << false;
  }
  void theLawOfTheDaysDecides() {
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    QFETCH(int, months);
    QFETCH(bool, may);
    QCOMPARE(answerTo(changing("E08", "months", months), {from, to}).isEmpty(), may);
  }

  void settingsDoNotEndBeforeTheyBegin_data() {
    QTest::addColumn<QJsonObject>("settings");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("refused");
    QTest::newRow("one day") << between("2025-01-01", "2025-01-01") << QDate() << "";
    QTest::newRow("the day before") << between("2025-01-01", "2024-12-31") << QDate()
                                    << QStringLiteral("county to (≥2025-01-01)|2024-12-31");
    QTest::newRow("on the act's day") << between("", "2024-09-05") << QDate(2024, 9, 5) << "";
    QTest::newRow("before the act's day")
        << between("", "2024-09-04") << QDate(2024, 9, 5) << QStringLiteral("county to (≥2024-09-05)|2024-09-04");
  }
  void settingsDoNotEndBeforeTheyBegin() {
    QFETCH(QJsonObject, settings);
    QFETCH(QDate, day);
    QFETCH(QString, refused);
    QCOMPARE(answerTo(settings, {day, {}}), refused);
  }

  /// A register that was written before the bounds were judged opens, and the law holds in it.
  void whatLeavesTheBoundsIsNotLaidOn_data() {
    QTest::addColumn<QJsonValue>("limit");
    QTest::addColumn<int>("holds");
    QTest::newRow("stricter") << QJsonValue(40) << 40;
    QTest::newRow("milder") << QJsonValue(60) << 45;
    QTest::newRow("negative") << QJsonValue(-4) << 45;
    QTest::newRow("half a child") << QJsonValue(1.5) << 45;
  }
  void whatLeavesTheBoundsIsNotLaidOn() {
    QFETCH(QJsonValue, limit);
    QFETCH(int, holds);
    for (const bool county : {true, false}) {
      const QJsonObject settings = changing("C01", "limit", limit);
      const auto laid = county ? book().withSettings(settings, {}) : book().withSettings({}, settings);
      QVERIFY(laid);
      const auto rule = laid->inForce(QStringLiteral("C01"), QDate(2024, 9, 1), Stage::Primary, QStringLiteral("13"));
      QVERIFY(rule);
      QCOMPARE(rule->parameters.number(QStringLiteral("limit")), holds);
    }
  }
};

QTEST_GUILESS_MAIN(TestSettingBounds)
#include "setting_bounds_test.moc"
