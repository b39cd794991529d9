// By chance, in any order of days: what stands is what the standing acts alone would have made, and the past stays as
// it was known. XUEJI_SEQUENCES says how many (12 in the suite, 300 for the figure in docs/reliability.md),
// XUEJI_SEQUENCE_SEED from which seed.

#include "domain/ledger_facts.h"
#include "register/acts.h"
#include "register/class_acts.h"
#include "register/roll.h"
#include "support/made_child.h"
#include "support/setting.h"
#include "support/test_register.h"

#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

/// What a roll said when it was taken.
struct TakenRoll {
  QDate day;
  qint64 known;
  QSet<qint64> students;
};

/// A registrar who does every kind of thing by chance, late and ahead, and takes some of it back.
class Chance {
public:
  Chance(TestRegister& desk, quint32 seed) : m_desk(desk), m_chance(seed) {
    SchoolProfile school = m_desk.store().school();
    school.system = SchoolSystem({Stage::Primary, Stage::Junior});
    if (!setSchool(m_desk.office(), school, QDate(2024, 8, 1)))
      qFatal("no school of two stages");
  }

  void steps(int count) {
    for (int step = 0; step < count; ++step) {
      one();
      if (m_chance.below(3) == 0)
        takeRoll();
    }
  }
  const QList<TakenRoll>& rolls() const { return m_rolls; }
  int done() const { return m_done; }
  const QMap<QString, int>& kinds() const { return m_kinds; }

private:
  QDate anyDay() { return QDate(2024, 8, 25).addDays(m_chance.below(40)); } // about half of them ahead
  qint64 anyone() {
    StudentQuery everybody;
    everybody.sort = StudentSort::Id;
    const auto last = m_desk.store().tables().students().page(everybody, 0, 1000);
    if (!last || last->isEmpty())
      return 0;
    return last->at(static_cast<qsizetype>(m_chance.below(static_cast<quint32>(last->size())))).id;
  }
  qint64 anyAct() {
    const qint64 last = m_desk.store().tables().acts().lastId().value_or(1);
    return 1 + m_chance.below(static_cast<quint32>(last));
  }
  void count(const char* kind, bool done) {
    m_done += done;
    m_kinds[QString::fromLatin1(kind)] += done;
  }

  void one() {
    Office& office = m_desk.office();
    switch (m_chance.below(18)) {
    case 0:
    case 1: {
      Enrolment wish;
      wish.record = madeChild(m_next++);
      wish.entryYear = 2024;
      wish.effective = QDate(2024, 9, 1).addDays(m_chance.below(20));
      count("enrol", enrol(office, wish).has_value());
      return;
    }
    case 2: {
      QList<StudentRecord> children;
      for (quint32 more = m_chance.below(3) + 1; more > 0; --more)
        children << madeChild(m_next++);
      const auto plan = m_desk.plan(m_desk.writeCsv(QStringLiteral("some.csv"), linesOf(children)));
      count("import", plan && commitImport(office, *plan, true));
      return;
    }
    case 3:
    case 4:
      correctOne();
      return;
    case 5: {
      const qint64 student = anyone();
      const QString number = QLatin1Char('G') + m_desk.row(student).record.value(Field::IdDocumentNumber);
      count("number", student != 0 && issueNumber(office, student, number, anyDay(), {}).has_value());
      return;
    }
    case 6: {
      const qint64 student = anyone();
      count("redate", student != 0 && redate(office, student, QDate(2024, 9, 1).addDays(m_chance.below(20)), {}));
      return;
    }
    case 7:
      paper();
      return;
    case 8: {
      SchoolProfile school = m_desk.store().school();
      school.principal = QStringLiteral("校长%1").arg(m_chance.below(100));
      count("school", setSchool(office, school, anyDay()).has_value());
      return;
    }
    case 9: {
      const qint64 act = anyAct();
      count("void", act > 1 && voidAct(office, act, QStringLiteral("错")).has_value());
      return;
    }
    case 11:
    case 12: {
      const ClassFact is{Stage::Primary, 2024, 1 + static_cast<int>(m_chance.below(4)), ClassKind::Ordinary};
      count("make class", makeClass(office, is, {}, QDate(2024, 9, 1).addDays(m_chance.below(10))).has_value());
      return;
    }
    case 13:
    case 14:
      placeOne();
      return;
    case 15: {
      const qint64 id = anyClass();
      if (m_chance.below(2) == 0)
        count(
            "change class",
            changeClass(office, id, {{}, QStringLiteral("老师%1").arg(m_chance.below(50)), 45}, anyDay()).has_value());
      else
        count("close class", closeClass(office, id, anyDay(), {}).has_value());
      return;
    }
    case 16: {
      MoveUp up;
      up.student = anyone();
      up.cohort = 2025;
      up.record.setValue(Field::EntryMonth, QStringLiteral("2025-09"));
      up.record.setValue(Field::EntryMode, QStringLiteral("11"));
      if (m_chance.below(2) == 0)
        up.outcome = OutcomeFact{};
      count("move up", up.student != 0 && moveUp(office, up).has_value());
      return;
    }
    case 10:
      count("redo", redo(office, anyAct(), QStringLiteral("没错")).has_value());
      return;
    default:
      undo();
    }
  }

  qint64 anyClass() {
    const auto classes = m_desk.store().classes();
    const QList<ClassOn> all = classes ? (*classes)->all(QStringLiteral("2024-09-20")) : QList<ClassOn>();
    return all.isEmpty() ? 0 : all.at(static_cast<qsizetype>(m_chance.below(static_cast<quint32>(all.size())))).id;
  }
  void placeOne() {
    PlacementWish wish;
    wish.student = anyone();
    wish.classId = m_chance.below(6) == 0 ? 0 : anyClass();
    wish.day = anyDay();
    for (const char* kind : {"draw_protocol", "class_change_approval"})
      wish.papers << SeenPaper{QString::fromLatin1(kind), QStringLiteral("1号"), QStringLiteral("县教育局"),
                               QStringLiteral("county"),  QDate(2024, 8, 20),    {}};
    count("place", wish.student != 0 && placeStudent(m_desk.office(), wish).has_value());
  }

  void correctOne() {
    const StudentRow row = m_desk.row(anyone());
    if (row.id == 0)
      return;
    const QString text = QStringLiteral("第%1次").arg(m_chance.below(1000));
    const QList<QHash<Field, QString>> wishes = {
        {{Field::Phone, QStringLiteral("150%1").arg(m_chance.below(100000000), 8, 10, QLatin1Char('0'))}},
        {{Field::Talents, text}, {Field::Member1Employer, text}},
        {{Field::NamePinyin, QStringLiteral("Qiu Zibo")}},
        {{Field::NamePinyin, QString()}},
        {{Field::FormerName, QStringLiteral("李四")}},
        {{Field::Member2Position, text}, {Field::Email, QString()}},
        {{Field::EntryMode, QStringLiteral("03")}},
    };
    Correction wish;
    wish.student = row.id;
    wish.revision = row.revision;
    wish.values = wishes[static_cast<qsizetype>(m_chance.below(static_cast<quint32>(wishes.size())))];
    wish.effective = anyDay();
    wish.typingError = m_chance.below(2) == 0;
    count("correct", correct(m_desk.office(), wish).has_value());
  }

  void paper() {
    const qint64 student = anyone();
    if (student == 0)
      return;
    m_seenAt << student;
    const qint64 before = m_seenAt.at(static_cast<qsizetype>(m_chance.below(static_cast<quint32>(m_seenAt.size()))));
    const QList<FactRow> papers = PaperFact::standing(m_desk.chains(before), kLastDay);
    if (!papers.isEmpty() && m_chance.below(2) == 0)
      count("paper withdrawn", withdrawPaper(m_desk.office(), before, papers.first().id, {}).has_value());
    else
      count("paper seen", recordPaperSeen(m_desk.office(), student,
                                          {QStringLiteral("collection_form"), QString::number(m_chance.below(99))})
                              .has_value());
  }

  void undo() {
    const qint64 act = anyAct();
    if (m_chance.below(2) == 0) {
      const auto batches = m_desk.store().tables().batches().all();
      if (batches && !batches->isEmpty())
        count("undo batch", undoBatch(m_desk.office(), batches->first().id).has_value());
      return;
    }
    const auto blockers = blockersOf(m_desk.office(), act);
    if (blockers && act > 1)
      count("void with blockers", voidActs(m_desk.office(), *blockers + QList<qint64>{act}, {}).has_value());
  }

  void takeRoll() {
    const QDate day = anyDay();
    const auto roll = rollOn(m_desk.office(), day);
    m_rolls << TakenRoll{day, m_desk.store().tables().acts().lastId().value_or(0),
                         roll ? QSet<qint64>(roll->begin(), roll->end()) : QSet<qint64>{-1}};
  }

  TestRegister& m_desk;
  SeededRandom m_chance;
  int m_next = 0;
  int m_done = 0;
  QList<qint64> m_seenAt; ///< students of whom a paper was seen
  QMap<QString, int> m_kinds;
  QList<TakenRoll> m_rolls;
};

/// Performs on a fresh register the acts that stand in another, each with its stored days and numbers.
class Replay {
public:
  Replay(TestRegister& from, TestRegister& to) : m_from(from), m_to(to) {}

  Result<void> run() {
    QList<Act> acts;
    auto read = m_from.store().tables().acts().forEach([&](const Act& act) {
      if (act.id > 1 && act.voidedBy == 0 && act.kind != act_kind::kVoid && !goneWithItsEnrolment(act))
        acts << act;
      return true;
    });
    if (!read)
      return read;
    for (const Act& act : std::as_const(acts))
      if (auto done = one(act); !done)
        return done;
    return {};
  }
  /// Student of the one register -> of the other; of those whose enrolment stands.
  const QMap<qint64, qint64>& students() const { return m_students; }
  /// The same of every subject.
  const QHash<Subject, qint64>& made() const { return m_made; }

private:
  bool goneWithItsEnrolment(const Act& act) {
    if (act.kind != act_kind::kRedate)
      return false;
    const auto moved = m_from.store().tables().acts().byId(act.refers);
    return moved && *moved && (*moved)->voidedBy != 0;
  }

  Result<void> one(const Act& act) {
    const auto chains = m_from.store().tables().facts().chains(act.subject);
    if (!chains)
      return std::unexpected(chains.error());
    Wish wish;
    wish.kind = act.kind;
    wish.subject = {act.subject.kind, act.subject.kind == SubjectKind::School ? 1 : m_made.value(act.subject)};
    wish.day = act.effective;
    const auto before = m_to.store().tables().ledger().snapshot(wish.subject);
    if (!before)
      return std::unexpected(before.error());
    Judged judged{wish, *before, {}, {}, {}};
    for (const Fact& fact : registry().facts)
      for (const FactRow& row : chains->all(fact.key)) {
        if (row.act == act.id) {
          QStringList values = row.values;
          for (qsizetype at = 0; at < fact.columns.size(); ++at)
            if (fact.columns[at].ownRow && values[at] != u"0")
              values[at] = QString::number(m_rows.value({fact.key, values[at].toLongLong()}));
            else if (fact.columns[at].names)
              values[at] = QString::number(m_made.value({*fact.columns[at].names, values[at].toLongLong()}));
          judged.planned.rows << PlannedRow{fact.key, row.from, values};
          m_rows.insert({fact.key, row.id}, nextRow(fact.key));
        }
        if (row.voidedBy == act.id)
          judged.planned.marks << RowMark{fact.key, m_rows.value({fact.key, row.id})};
      }
    const auto done = performAll(m_to.office(), std::nullopt, {judged});
    if (!done)
      return std::unexpected(done.error());
    m_made.insert(act.subject, done->subjects.first());
    if (act.subject.kind == SubjectKind::Student)
      m_students.insert(act.subject.id, done->subjects.first());
    return {};
  }

  qint64 nextRow(const QString& fact) {
    if (!m_next.contains(fact)) {
      // The school's first rows stand in every register.
      m_next[fact] = fact.startsWith(QStringLiteral("school")) ? 2 : 1;
    }
    return m_next[fact]++;
  }

  TestRegister& m_from;
  TestRegister& m_to;
  QMap<qint64, qint64> m_students;
  QHash<Subject, qint64> m_made; ///< subject of the one register -> its id in the other
  QHash<QPair<QString, qint64>, qint64> m_rows;
  QHash<QString, qint64> m_next;
};

/// The standing rows of a subject as text, without ids and numbers of rows.
QStringList standing(const Chains& chains, SubjectKind of) {
  QStringList lines;
  for (const Fact& fact : registry().facts) {
    if (fact.of != of)
      continue;
    for (const FactRow& row : chains.seen(fact.key)) {
      QStringList values = row.values;
      for (qsizetype at = 0; at < fact.columns.size(); ++at)
        if (fact.columns[at].ownRow || fact.columns[at].names)
          values[at] = values[at] == u"0" ? QStringLiteral("0") : QStringLiteral("another");
      lines << fact.key + QLatin1Char(' ') + row.from + QLatin1Char(' ') + values.join(QLatin1Char('|'));
    }
  }
  return lines;
}

} // namespace

class PropertyTest : public QObject {
  Q_OBJECT

  static void compare(TestRegister& desk, TestRegister& fresh, const Replay& replay) {
    QCOMPARE(standing(*fresh.store().tables().facts().chains(Subject::school()), SubjectKind::School),
             standing(*desk.store().tables().facts().chains(Subject::school()), SubjectKind::School));
    QCOMPARE(fresh.store().tables().students().count({}).value_or(-1),
             desk.store().tables().students().count({}).value_or(-2));
    for (auto it = replay.students().cbegin(); it != replay.students().cend(); ++it) {
      QCOMPARE(standing(fresh.chains(it.value()), SubjectKind::Student),
               standing(desk.chains(it.key()), SubjectKind::Student));
      const StudentRow was = desk.row(it.key());
      const StudentRow is = fresh.row(it.value());
      QVERIFY(is.record == was.record);
      QCOMPARE(is.status, was.status);
      QCOMPARE(is.studentNumber, was.studentNumber);
      QCOMPARE(is.entryYear, was.entryYear);
      QCOMPARE(is.enrolledOn, was.enrolledOn);
      QCOMPARE(is.pinyin, was.pinyin);
      QCOMPARE(is.initials, was.initials);
      QCOMPARE(is.classId, was.classId == 0 ? 0 : replay.made().value(Subject::ofClass(was.classId)));
    }
    for (auto it = replay.made().cbegin(); it != replay.made().cend(); ++it)
      if (it.key().kind == SubjectKind::Class)
        QCOMPARE(standing(*fresh.store().tables().facts().chains(Subject::ofClass(it.value())), SubjectKind::Class),
                 standing(*desk.store().tables().facts().chains(it.key()), SubjectKind::Class));
  }

private slots:
  void whatStandsIsWhatTheStandingActsAloneWouldHaveMade() {
    const int sequences = setting("XUEJI_SEQUENCES", 12);
    const auto first = static_cast<quint32>(setting("XUEJI_SEQUENCE_SEED", 1));
    QMap<QString, int> kinds;
    for (int sequence = 0; sequence < sequences; ++sequence) {
      const quint32 seed = first + static_cast<quint32>(sequence);
      const QByteArray which = QByteArray("sequence of seed ") + QByteArray::number(seed);
      TestRegister desk;
      Chance chance(desk, seed);
      chance.steps(40);
      for (const TakenRoll& taken : chance.rolls()) {
        const auto again = rollOn(desk.office(), taken.day, Known{taken.known});
        XUEJI_OK(again);
        QVERIFY2(QSet<qint64>(again->begin(), again->end()) == taken.students, which.constData());
      }
      QVERIFY2(desk.damage().isEmpty(), qPrintable(QString::fromLatin1(which) + desk.damage()));
      TestRegister fresh;
      Replay replay(desk, fresh);
      XUEJI_OK(replay.run());
      QVERIFY2(fresh.damage().isEmpty(), which.constData());
      compare(desk, fresh, replay);
      if (QTest::currentTestFailed())
        QFAIL(which.constData());
      for (auto it = chance.kinds().cbegin(); it != chance.kinds().cend(); ++it)
        kinds[it.key()] += it.value();
    }
    QStringList done;
    for (auto it = kinds.cbegin(); it != kinds.cend(); ++it) {
      done << QStringLiteral("%1 %2").arg(it.key()).arg(it.value());
      QVERIFY2(sequences < 12 || it.value() > 0, qPrintable(it.key()));
    }
    QVERIFY2(sequences < 12 || kinds.size() == 17, qPrintable(kinds.keys().join(u", ")));
    qInfo("%d sequences: %s", sequences, qPrintable(done.join(QStringLiteral(", "))));
  }
};

QTEST_GUILESS_MAIN(PropertyTest)
#include "property_test.moc"
#include "store/tables.h"
