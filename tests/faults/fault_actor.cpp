// An office at work until it is killed: import, correct, acts of every other kind, cases, back up, void, undo, round
// and round. What it has been told
// is done it says on standard output, one line a step, straight to the pipe; the witness on the other end keeps the
// lines.
//   fault_actor FOLDER SEED ROSTER.csv

#include "domain/ledger_facts.h"
#include "exchange/sheet_reader.h"
#include "register/acts.h"
#include "register/cases.h"
#include "register/class_acts.h"
#include "store/backup.h"
#include "store/tables.h"
#include "support/test_register.h"

#include <QCoreApplication>
#include <unistd.h>

using namespace xueji;
using namespace xueji::test;

namespace {

void say(const QString& line) {
  const QByteArray bytes = line.toUtf8() + '\n';
  if (::write(STDOUT_FILENO, bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
    ::_exit(9);
}

[[noreturn]] void stop(const char* where, const Error& error) {
  qWarning("%s: %s", where, qPrintable(textOf(error)));
  ::_exit(8);
}

class Actor {
public:
  Actor(Office& office, const QString& roster, quint32 seed) : m_office(office), m_roster(roster), m_chance(seed) {}

  void round() {
    const qint64 batch = import();
    for (quint32 times = m_chance.below(4) + 1; times > 0; --times)
      correctOne(batch);
    others(batch);
    backUpOnce();
    takeBack(batch);
  }
  /// A school with two stages, so that a child can move up.
  void settle() {
    SchoolProfile school = m_office.store().school();
    if (school.system.has(Stage::Junior))
      return;
    school.system = SchoolSystem({Stage::Primary, Stage::Junior});
    done("set_school", setSchool(m_office, school, QDate(2024, 8, 1)));
  }

private:
  qint64 import() {
    ImportOptions options;
    options.entryYear = 2024;
    auto file = readSheetFile(m_roster);
    if (!file)
      stop("read", file.error());
    auto plan = planImport(m_office, *file, m_roster, options);
    if (!plan)
      stop("plan", plan.error());
    auto result = commitImport(m_office, *plan, true);
    if (!result)
      stop("import", result.error());
    say(QStringLiteral("import %1 %2").arg(result->batch).arg(result->enrolled));
    return result->batch;
  }

  void correctOne(qint64 batch) {
    const auto acts = m_office.tables().acts().ofBatch(batch);
    if (!acts || acts->isEmpty())
      stop("acts", acts ? Error{} : acts.error());
    const qint64 student = acts->at(m_chance.below(static_cast<quint32>(acts->size()))).subject.id;
    const auto row = m_office.tables().students().byId(student);
    if (!row || !*row)
      stop("row", row ? Error{} : row.error());
    Correction wish;
    wish.student = student;
    wish.revision = (*row)->revision;
    const QString phone = QStringLiteral("150%1").arg(m_chance.below(100000000), 8, 10, QLatin1Char('0'));
    wish.values = {{Field::Phone, phone}};
    const auto act = correct(m_office, wish);
    if (!act && act.error().code == ErrorCode::NothingToDo)
      return;
    if (!act)
      stop("correct", act.error());
    m_corrections << *act;
    say(QStringLiteral("correct %1 %2 %3").arg(*act).arg(student).arg(phone));
  }

  template <class T>
  T must(const char* where, Result<T> result) {
    if (!result)
      stop(where, result.error());
    if constexpr (!std::is_void_v<T>)
      return std::move(*result);
  }
  qint64 done(const char* kind, const Result<qint64>& act) {
    if (!act)
      stop(kind, act.error());
    say(QStringLiteral("act %1 %2").arg(*act).arg(QLatin1String(kind)));
    return *act;
  }
  StudentRow rowOf(qint64 student) { return *must("row", m_office.tables().students().byId(student)); }
  /// One act of each of the other kinds, on children of the batch.
  void others(qint64 batch) {
    const QList<Act> enrolments = must("acts", m_office.tables().acts().ofBatch(batch));
    const auto child = [&](int at) { return enrolments.at(at).subject.id; };
    const SeenPaper paper{QStringLiteral("collection_form"), QStringLiteral("3号"), QStringLiteral("镇政府")};
    done("number_issued", issueNumber(m_office, child(0), u'G' + rowOf(child(0)).record.value(Field::IdDocumentNumber),
                                      QDate(2024, 9, 5), {}));
    done("paper_seen", recordPaperSeen(m_office, child(1), paper));
    const Chains papers = must("papers", m_office.tables().facts().chains(Subject::student(child(1))));
    done("paper_withdrawn", withdrawPaper(m_office, child(1), PaperFact::standing(papers, kLastDay).first().id, {}));
    done("redate", redate(m_office, child(2), QDate(2024, 9, 2), QStringLiteral("实际报到")));
    const qint64 made =
        must("class", makeClass(m_office, {Stage::Primary, 2024, 1, ClassKind::Ordinary}, {}, QDate(2024, 9, 1)));
    m_class = must("class act", m_office.tables().acts().ofSubject(Subject::ofClass(made))).first().id;
    done("make_class", m_class);
    done("place", placeStudent(m_office, {child(3), made, QDate(2024, 9, 10), {}, {}}));
    done("change_class", changeClass(m_office, made, {{}, QStringLiteral("王老师"), 45}, QDate(2024, 9, 10)));
    MoveUp up;
    up.student = child(4);
    up.cohort = 2025;
    up.record.setValue(Field::EntryMonth, QStringLiteral("2025-09"));
    up.record.setValue(Field::EntryMode, QStringLiteral("11"));
    done("move_up", moveUp(m_office, up));
    SchoolProfile school = m_office.store().school();
    school.principal = QStringLiteral("校长%1").arg(m_chance.below(1000000));
    done("set_school", setSchool(m_office, school));
    const QJsonObject month{{QStringLiteral("usualMonth"), m_month = m_month == 9 ? 8 : 9}};
    const auto rules = setRules(
        m_office,
        QJsonObject{{QStringLiteral("rules"),
                     QJsonObject{{QStringLiteral("E20"), QJsonObject{{QStringLiteral("parameters"), month}}}}}},
        {});
    if (rules || rules.error().code != ErrorCode::NothingToDo)
      done("set_rules", rules);
    throughACase(child(5));
    const qint64 slip = done("correct", correct(m_office, correctionOf(child(6))));
    done("void", voidAct(m_office, slip, QStringLiteral("试")));
    done("correct", redo(m_office, slip, QStringLiteral("没错")));
  }
  Correction correctionOf(qint64 student) {
    Correction wish;
    wish.student = student;
    wish.revision = rowOf(student).revision;
    wish.values = {{Field::Talents, QStringLiteral("第%1次").arg(m_chance.below(1000000))}};
    return wish;
  }
  /// One case that ends as an act, one that is withdrawn.
  void throughACase(qint64 student) {
    const Wish wish = correctionWish(m_office, correctionOf(student));
    for (const bool performs : {true, false}) {
      const qint64 id = must("open case", openCase(m_office, wish));
      must("save case", saveCase(m_office, id, wish));
      must("hand over", handOver(m_office, id));
      if (performs)
        done("correct", must("case", performCase(m_office, id)).acts.first());
      else
        must("withdraw", withdrawCase(m_office, id, QStringLiteral("试")));
    }
  }
  /// What stands on an act, and the act itself where `whole`.
  void takeBackOn(qint64 act, bool whole) {
    QList<qint64> acts = must("blockers", blockersOf(m_office, act));
    if (whole)
      acts << act;
    if (!acts.isEmpty())
      say(QStringLiteral("batch %1").arg(must("void all", voidActs(m_office, acts, QStringLiteral("试")))));
  }

  void backUpOnce() {
    const auto proof = backUp(m_office.store(), {});
    if (!proof)
      stop("backup", proof.error());
    say(QStringLiteral("backup %1 %2").arg(QString::number(proof->students), proof->path));
  }

  void takeBack(qint64 batch) {
    while (!m_corrections.isEmpty()) {
      const qint64 act = m_corrections.takeLast();
      if (auto voided = voidAct(m_office, act, QStringLiteral("试")); !voided)
        stop("void", voided.error());
      say(QStringLiteral("void %1").arg(act));
    }
    for (const Act& enrolment : must("acts", m_office.tables().acts().ofBatch(batch)))
      takeBackOn(enrolment.id, false);
    takeBackOn(m_class, true);
    if (auto undone = undoBatch(m_office, batch); !undone)
      stop("undo", undone.error());
    say(QStringLiteral("undo %1").arg(batch));
  }

  Office& m_office;
  QString m_roster;
  SeededRandom m_chance;
  QList<qint64> m_corrections;
  qint64 m_class = 0; ///< act that made the class of this round
  int m_month = 9;
};

} // namespace

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  if (argc != 4)
    return 2;
  const QStringList arguments = app.arguments();
  const SystemClock clock;
  SeededRandom random(arguments[2].toUInt());
  auto store = RegisterStore::open(arguments[1], QString::fromUtf8(kRegistrar), password(), clock, registry());
  if (!store)
    stop("open", store.error());
  Office office(std::move(*store), ruleBook(), catalogue(), clock, random);
  say(QStringLiteral("open"));
  Actor actor(office, arguments[3], arguments[2].toUInt());
  actor.settle();
  for (;;)
    actor.round();
}
