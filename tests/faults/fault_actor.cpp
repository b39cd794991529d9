// An office at work until it is killed: import, correct, back up, void, undo, round and round. What it has been told
// is done it says on standard output, one line a step, straight to the pipe; the witness on the other end keeps the
// lines.
//   fault_actor FOLDER SEED ROSTER.csv

#include "exchange/sheet_reader.h"
#include "register/acts.h"
#include "store/backup.h"
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
    backUpOnce();
    takeBack(batch);
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
    const auto acts = m_office.store().acts().ofBatch(batch);
    if (!acts || acts->isEmpty())
      stop("acts", acts ? Error{} : acts.error());
    const qint64 student = acts->at(m_chance.below(static_cast<quint32>(acts->size()))).subject.id;
    const auto row = m_office.store().students().byId(student);
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
    if (auto undone = undoBatch(m_office, batch); !undone)
      stop("undo", undone.error());
    say(QStringLiteral("undo %1").arg(batch));
  }

  Office& m_office;
  QString m_roster;
  SeededRandom m_chance;
  QList<qint64> m_corrections;
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
  for (;;)
    actor.round();
}
