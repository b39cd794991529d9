// How fast things are: xueji_bench [--students N]... [--rows N] [--dossiers N]
// Without options: 1,000, 10,000 and 100,000 students, an import of 10,000 rows, 500 dossiers. Milliseconds; of what a
// person does again and again the middle try and the 95th of a hundred.

#include "bench/stopwatch.h"
#include "documents/pdf_file.h"
#include "exchange/sheet_reader.h"
#include "exchange/sheet_writer.h"
#include "register/acts.h"
#include "register/register_check.h"
#include "register/roll.h"
#include "register/search_index.h"
#include "register/student_file.h"
#include "store/backup.h"
#include "store/tables.h"
#include "support/made_child.h"
#include "support/paper_orders.h"
#include "support/test_register.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QGuiApplication>
#include <cstdio>

using namespace xueji;
using namespace xueji::test;

namespace {

void say(const char* what, const Effort& effort) {
  std::printf("  %-58s %10.2f ms   processor: %.2f ms\n", what, effort.ms, effort.processorMs);
  std::fflush(stdout);
}

void say(const char* what, const Spread& spread) {
  std::printf("  %-58s %10.2f ms   95%%: %.2f ms\n", what, spread.p50, spread.p95);
  std::fflush(stdout);
}

template <class T>
T must(Result<T> result, const char* what) {
  if (!result)
    qFatal("%s: %s", what, qPrintable(textOf(result.error())));
  if constexpr (!std::is_void_v<T>)
    return std::move(*result);
}

/// Straight into the register, as fast as it takes them; six cohorts.
void fill(TestRegister& desk, int students) {
  QList<Judged> judged;
  QSet<QString> taken;
  const Snapshot before = must(desk.store().tables().ledger().snapshot({}), "snapshot");
  for (int number = 0; number < students; ++number) {
    Enrolment enrolment;
    enrolment.entryYear = 2019 + number % 6;
    enrolment.record = madeChild(number / 6, enrolment.entryYear);
    const Wish wish = must(enrolmentWish(desk.office(), enrolment, &taken), "wish");
    judged << Judged{wish, before, must(planOn(desk.office(), wish, before), "plan"), {}, {}};
  }
  must(performAll(desk.office(), Batch(), std::move(judged)), "perform");
}

void measureUnlocking(TestRegister& desk) {
  std::unique_ptr<RegisterStore> opened;
  say("open the register, key derivation not counted", spreadOf(100, [&](int) {
        opened.reset();
        opened = must(desk.store().another(), "another");
      }));
  StudentQuery query;
  query.entryYears = {2024};
  say("count and first 50 rows of a cohort, by name", spreadOf(100, [&](int) {
        must(desk.store().tables().students().count(query), "count");
        must(desk.store().tables().students().page(query, 0, 50), "page");
      }));
}

void measureSearching(TestRegister& desk, int students) {
  SearchIndex index;
  say("build the search index", effortOf([&] { must(index.build(desk.office()), "index"); }));
  SeededRandom chance(7);
  QStringList typed;
  for (int i = 0; i < 200; ++i) {
    const StudentRecord child = madeChild(static_cast<int>(chance.below(static_cast<quint32>(students / 6 + 1))));
    const QString name = child.value(Field::Name);
    switch (i % 5) {
    case 0:
      typed << name.left(1);
      break;
    case 1:
      typed << name;
      break;
    case 2:
      typed << QStringLiteral("zx");
      break;
    case 3:
      typed << child.value(Field::IdDocumentNumber).left(10);
      break;
    default:
      typed << child.value(Field::Phone).right(4);
    }
  }
  say("keystroke to found rows, 20 hits (index in memory)", spreadOf(200, [&](int i) { index.search(typed[i], 20); }));
  say("find, 20 hits (indexed columns, command line)",
      spreadOf(100, [&](int i) { must(desk.store().tables().students().find(typed[i], 20), "find"); }));
}

void measureActs(TestRegister& desk, int students) {
  SeededRandom chance(8);
  const auto anyone = [&] { return static_cast<qint64>(chance.below(static_cast<quint32>(students)) + 1); };
  say("open a record, its reading logged",
      spreadOf(100, [&](int) { must(readStudentFile(desk.office(), anyone(), QStringLiteral("查看")), "read"); }));
  say("commit one correction", spreadOf(100, [&](int i) {
        Correction wish;
        wish.student = anyone();
        wish.revision = desk.row(wish.student).revision;
        wish.values = {{Field::Talents, QStringLiteral("第%1次").arg(i)}};
        must(correct(desk.office(), wish), "correct");
      }));
  say("enrol one child", spreadOf(50, [&](int i) {
        Enrolment wish;
        wish.record = madeChild(9'000'000 + i);
        wish.entryYear = 2024;
        must(enrol(desk.office(), wish), "enrol");
      }));
}

void measureSize(int students) {
  std::printf("%d students\n", students);
  TestRegister desk;
  say("enrol them all in one transaction", effortOf([&] { fill(desk, students); }));
  measureUnlocking(desk);
  measureSearching(desk, students);
  measureActs(desk, students);
  say("check the whole register by the rules", effortOf([&] { must(checkRegister(desk.office()), "check"); }));
  say("verify", effortOf([&] {
        if (const QString damage = desk.damage(); !damage.isEmpty())
          qFatal("damaged: %s", qPrintable(damage));
      }));
  const QDate past(2024, 9, 2);
  say("an item of everybody on a past day",
      effortOf([&] { must(itemOn(desk.office(), Field::CurrentAddress, past), "item"); }));
  say("the roll of a past day", effortOf([&] { must(rollOn(desk.office(), past), "roll"); }));
  std::printf("  %-58s %10.2f MB\n", "size of the database",
              static_cast<double>(QFileInfo(desk.folder() + QStringLiteral("/register.db")).size()) / 1048576.0);
  say("back up and prove", effortOf([&] { must(backUp(desk.store(), {}), "backup"); }));
}

void measureImport(int rows) {
  TestRegister desk;
  QList<StudentRecord> children;
  for (int number = 0; number < rows; ++number)
    children << madeChild(number);
  const QList<QStringList> lines = linesOf(children);
  OutSheet sheet;
  sheet.name = QStringLiteral("新生");
  for (const QString& header : lines.first())
    sheet.columns << OutColumn{header};
  sheet.rows = lines.mid(1);
  const QString xlsx = desk.path(QStringLiteral("many.xlsx"));
  must(writeXlsx(xlsx, sheet), "write");
  const QString csv = desk.writeCsv(QStringLiteral("many.csv"), lines);
  std::printf("import of %d rows of %lld columns\n", rows, static_cast<long long>(lines.first().size()));
  SheetFile file;
  say("bare reading of the csv", effortOf([&] { file = must(readSheetFile(csv), "read"); }));
  const Effort reading = effortOf([&] { file = must(readSheetFile(xlsx), "read"); });
  say("bare reading of the xlsx", reading);
  ImportOptions options;
  options.entryYear = 2024;
  ImportPlan plan;
  const Effort planning = effortOf([&] { plan = must(planImport(desk.office(), file, xlsx, options), "plan"); });
  say("judging every row (dry run)", planning);
  ImportResult result;
  const Effort writing = effortOf([&] { result = must(commitImport(desk.office(), plan, true), "commit"); });
  say("enrolling them", writing);
  std::printf("  %d enrolled; the whole import takes %.1f times the bare reading (processor)\n", result.enrolled,
              (reading.processorMs + planning.processorMs + writing.processorMs) / reading.processorMs);
  say("the same file again (dry run)", effortOf([&] { must(planImport(desk.office(), file, xlsx, options), "plan"); }));
  say("undoing it", effortOf([&] { must(undoBatch(desk.office(), result.batch), "undo"); }));
}

void measureDossiers(int dossiers) {
  TestRegister desk;
  fill(desk, dossiers);
  QList<qint64> students;
  for (int student = 1; student <= dossiers; ++student)
    students << student;
  std::printf("%d dossiers\n", dossiers);
  PrintWish wish;
  wish.purpose = QStringLiteral("存档");
  Papers papers;
  say("gather their content",
      effortOf([&] { papers = must(makePapers(desk.office(), dossierOrder(students), wish), "dossiers"); }));
  QList<const Paper*> all;
  int pages = 0;
  for (const auto& paper : papers) {
    all << paper.get();
    pages += paper->pageCount();
  }
  const Effort effort = effortOf([&] { must(writePdf(desk.path(QStringLiteral("all.pdf")), all), "pdf"); });
  say("write them as one PDF, text read back and compared", effort);
  std::printf("  %d pages, %.0f pages a second (%.0f by the processor)\n", pages, pages / effort.ms * 1000,
              pages / effort.processorMs * 1000);
}

} // namespace

int main(int argc, char** argv) {
  QGuiApplication app(argc, argv);
  QCommandLineParser parser;
  parser.addHelpOption();
  const QCommandLineOption students(QStringLiteral("students"), QStringLiteral("size of a register"),
                                    QStringLiteral("N"));
  const QCommandLineOption rows(QStringLiteral("rows"), QStringLiteral("rows to import; 0: no import"),
                                QStringLiteral("N"), QStringLiteral("10000"));
  const QCommandLineOption dossiers(QStringLiteral("dossiers"), QStringLiteral("papers; 0: none"), QStringLiteral("N"),
                                    QStringLiteral("500"));
  parser.addOptions({students, rows, dossiers});
  parser.process(app);
  QStringList sizes = parser.values(students);
  if (sizes.isEmpty())
    sizes = {QStringLiteral("1000"), QStringLiteral("10000"), QStringLiteral("100000")};
  for (const QString& size : sizes)
    if (size.toInt() > 0)
      measureSize(size.toInt());
  if (parser.value(rows).toInt() > 0)
    measureImport(parser.value(rows).toInt());
  if (parser.value(dossiers).toInt() > 0)
    measureDossiers(parser.value(dossiers).toInt());
  return 0;
}
