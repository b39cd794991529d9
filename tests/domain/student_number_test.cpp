#include "domain/student_number.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace xueji;

Q_DECLARE_METATYPE(xueji::StudentNumberFault)

namespace {

/// Draws what it was told to, one after the other.
class ToldRandom final : public RandomSource {
public:
  explicit ToldRandom(QList<quint32> drawn) : m_drawn(std::move(drawn)) {}
  quint32 below(quint32 bound) override {
    lastBound = bound;
    return m_drawn.takeFirst();
  }
  quint32 lastBound = 0;

private:
  QList<quint32> m_drawn;
};

} // namespace

class TestStudentNumber : public QObject {
  Q_OBJECT

private slots:
  void theThreeKindsAreRead_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("number");
    QTest::newRow("G") << u"G130502201808310010"_s << u"G130502201808310010"_s;
    QTest::newRow("J") << u"J130503201808310076"_s << u"J130503201808310076"_s;
    QTest::newRow("L without check") << u"L130503201808311234"_s << u"L130503201808311234"_s;
    QTest::newRow("small and blanks") << u" g130524 20130520007x "_s << u"G13052420130520007X"_s;
    QTest::newRow("full width") << u"Ｌ１３０５０３２０１８０８３１１２３４"_s << u"L130503201808311234"_s;
  }
  void theThreeKindsAreRead() {
    QFETCH(QString, typed);
    QFETCH(QString, number);
    const auto parsed = StudentNumber::parse(typed);
    QVERIFY(parsed);
    QCOMPARE(parsed->toString(), number);
    QCOMPARE(parsed->lead(), number[0]);
    QCOMPARE(parsed->isTemporary(), number.startsWith(u'L'));
    QCOMPARE(parsed->tail(), number.mid(1));
    QCOMPARE(parsed->regionCode(), number.mid(1, 6));
    QCOMPARE(parsed->birthDate().toString(u"yyyyMMdd"_s), number.mid(7, 8));
  }

  void wrongNumbersSayWhatIsWrong_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<StudentNumberFault>("fault");
    QTest::newRow("G check") << u"G130502201808310011"_s << StudentNumberFault::CheckCharacter;
    QTest::newRow("J check") << u"J130503201808310075"_s << StudentNumberFault::CheckCharacter;
    QTest::newRow("G date") << u"G130503200902290441"_s << StudentNumberFault::BirthDate;
    QTest::newRow("L date") << u"L130503201802301234"_s << StudentNumberFault::BirthDate;
    QTest::newRow("another lead") << u"A130502201808310010"_s << StudentNumberFault::Form;
    QTest::newRow("no lead") << u"130502201808310010"_s << StudentNumberFault::Form;
    QTest::newRow("short") << u"L13050320180831123"_s << StudentNumberFault::Form;
    QTest::newRow("long") << u"L1305032018083112345"_s << StudentNumberFault::Form;
    QTest::newRow("letter inside") << u"L13050320180831X234"_s << StudentNumberFault::Form;
    QTest::newRow("empty") << QString() << StudentNumberFault::Form;
  }
  void wrongNumbersSayWhatIsWrong() {
    QFETCH(QString, typed);
    const auto parsed = StudentNumber::parse(typed);
    QVERIFY(!parsed);
    QTEST(parsed.error(), "fault");
  }

  void aTemporaryNumberHoldsRegionBirthAndFourDrawnDigits() {
    ToldRandom random({7, 9999});
    QCOMPARE(StudentNumber::makeTemporary(u"132203"_s, QDate(2018, 8, 31), random), u"L132203201808310007"_s);
    QCOMPARE(random.lastBound, 10000u);
    const QString second = StudentNumber::makeTemporary(u"132203"_s, QDate(2018, 8, 31), random);
    QCOMPARE(second, u"L132203201808319999"_s);
    QVERIFY(StudentNumber::parse(second));
  }

  void theSystemDrawsEveryNumberBelowTheBound() {
    SystemRandomSource random;
    QCOMPARE(random.below(0), 0u);
    QCOMPARE(random.below(1), 0u);
    QList<int> seen(6, 0);
    for (int i = 0; i < 6000; ++i)
      ++seen[random.below(6)];
    for (const int count : seen)
      QVERIFY(count > 700); // 1000 expected; less than 700 has a chance below 1e-24
    QVERIFY(random.below(0xFFFFFFFFu) < 0xFFFFFFFFu);
  }

  void onlyThreeMovesAreAllowed() {
    QStringList allowed;
    for (const QChar from : u"GJLX"_s) {
      for (const QChar to : u"GJLX"_s) {
        if (StudentNumber::allowedMove(from, to))
          allowed += QString(from) + to;
      }
    }
    QCOMPARE(allowed, QStringList({u"JG"_s, u"LG"_s, u"LJ"_s}));
  }

  void aNumberMadeHereIsToldAsSuch() {
    QCOMPARE(toldNumber(u"L13**"_s, NumberSource::Local), u"校内临时编号 L13**"_s);
    QCOMPARE(toldNumber(u"L13**"_s, NumberSource::System), u"L13**"_s);
    QCOMPARE(toldNumber({}, NumberSource::Local), QString());
    for (const NumberSource source : {NumberSource::Local, NumberSource::System})
      QCOMPARE(numberSourceFromKey(toKey(source)), source);
  }

  void theIdentityNumberInItIsMasked() {
    QCOMPARE(StudentNumber::parse(u"G130502201808310010"_s)->masked(), u"G13**************10"_s);
  }
};

QTEST_APPLESS_MAIN(TestStudentNumber)
#include "student_number_test.moc"
