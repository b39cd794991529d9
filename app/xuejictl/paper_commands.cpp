#include "commands.h"
#include "desk.h"
#include "documents/dossier_source.h"
#include "documents/pdf_file.h"
#include "output_path.h"
#include "register/leaving.h"
#include "register/roster_list.h"
#include "register/student_file.h"
#include "register/student_list.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace xueji {
namespace {

PrintWish printWish(const Invocation& invocation, const QString& usualPurpose, WitnessToken* witness) {
  PrintWish wish;
  wish.full = invocation.has(QStringLiteral("full"));
  wish.purpose = wish.full ? invocation.value(QStringLiteral("full")) : usualPurpose;
  wish.file = true;
  wish.witness = witness;
  return wish;
}

/// The roster of every cohort, newest first, in one file.
Result<int> writeRosterPdf(Office& office, const QString& path, const PrintWish& wish) {
  const auto papers = allRosterPapers(office, wish);
  if (!papers)
    return std::unexpected(papers.error());
  QList<const Paper*> pages;
  for (const auto& paper : *papers)
    pages << paper.get();
  if (auto written = writePdf(path, pages); !written)
    return std::unexpected(written.error());
  return StudentList(office).count({});
}

Result<QList<qint64>> studentsWanted(Office& office, const Invocation& invocation) {
  QList<qint64> students;
  if (invocation.has(QStringLiteral("all"))) {
    auto read = StudentList(office).forEach({}, [&](const StudentRow& row) {
      students << row.id;
      return true;
    });
    if (!read)
      return std::unexpected(read.error());
    return students;
  }
  for (const QString& number : invocation.words.mid(1)) {
    const auto student = studentByNumber(office, number);
    if (!student)
      return std::unexpected(student.error());
    students << *student;
  }
  return students;
}

} // namespace

ExitCode runList(const Invocation& invocation, const Console& console) {
  const QString path = invocation.value(QStringLiteral("out"));
  const QString ending = path.section(QLatin1Char('.'), -1).toLower();
  if (ending != QLatin1String("xlsx") && ending != QLatin1String("csv") && ending != QLatin1String("pdf"))
    return console.fail({ErrorCode::ValueInvalid, {QStringLiteral("--out"), path}});
  if (auto free = mayWrite(invocation, path); !free)
    return console.fail(free.error());
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  auto given = witnessOf(invocation, desk.office(), leavingHash(invocation.value(QStringLiteral("full"))));
  if (!given)
    return console.fail(given.error());
  WitnessToken* witness = *given ? &**given : nullptr;
  const QFileInfo target(path);
  auto staging = Staging::in(invocation, target.absolutePath());
  if (!staging)
    return console.fail(staging.error());
  const QString made = staging->path(target.fileName());
  const auto rows =
      ending == QLatin1String("pdf")
          ? writeRosterPdf(desk.office(), made, printWish(invocation, QStringLiteral("校内学籍管理"), witness))
          : exportRoster(desk.office(), {}, made, invocation.value(QStringLiteral("full")), {}, witness);
  if (!rows)
    return console.fail(staging->named(rows.error()));
  if (auto published = staging->publish({target.fileName()}); !published)
    return console.fail(published.error());
  console.put({{QStringLiteral("file"), path}, {QStringLiteral("rows"), *rows}},
              QCoreApplication::translate("xuejictl", "%1: %2 students.").arg(path).arg(*rows));
  return ExitCode::Done;
}

ExitCode runDossier(const Invocation& invocation, const Console& console) {
  if (!invocation.has(QStringLiteral("all")) && invocation.words.size() < 2)
    return console.fail({ErrorCode::WrongUse, {QStringLiteral("NUMBER | --all")}});
  const QString folder = invocation.value(QStringLiteral("out"));
  const bool oneFile = invocation.has(QStringLiteral("one-file"));
  QStringList files;
  if (oneFile)
    files << QStringLiteral("学籍卡.pdf");
  if (auto free = mayWriteInto(invocation, folder, files); !free)
    return console.fail(free.error());
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto students = studentsWanted(desk.office(), invocation);
  if (!students)
    return console.fail(students.error());
  auto given = witnessOf(invocation, desk.office(), leavingHash(invocation.value(QStringLiteral("full"))));
  if (!given)
    return console.fail(given.error());
  const PrintWish wish = printWish(invocation, QStringLiteral("校内学籍管理"), *given ? &**given : nullptr);
  // Whatever could keep the files from being written is asked before the print is logged and the witness used up.
  const auto titles = dossierTitles(desk.office(), *students, wish);
  if (!titles)
    return console.fail(titles.error());
  if (!oneFile)
    files = pdfNames(*titles);
  if (auto free = mayWriteInto(invocation, folder, files); !free)
    return console.fail(free.error());
  if (!QDir().mkpath(folder))
    return console.fail({ErrorCode::NotWritable, {folder}});
  auto staging = Staging::in(invocation, folder);
  if (!staging)
    return console.fail(staging.error());
  const auto papers = dossierPapers(desk.office(), *students, wish);
  if (!papers)
    return console.fail(papers.error());
  QList<const Paper*> pages;
  int pageCount = 0;
  for (const auto& paper : *papers) {
    pages << paper.get();
    pageCount += paper->pageCount();
  }
  Result<void> written;
  for (qsizetype i = 0; written && i < files.size(); ++i)
    written = writePdf(staging->path(files[i]), oneFile ? pages : QList<const Paper*>{pages[i]});
  if (!written)
    return console.fail(staging->named(written.error()));
  if (auto published = staging->publish(files); !published)
    return console.fail(published.error());
  for (QString& file : files)
    file = QDir(folder).filePath(file);
  for (qsizetype i = 0; i < files.size(); ++i)
    console.put({{QStringLiteral("file"), files[i]},
                 {QStringLiteral("pages"), files.size() == pages.size() ? pages[i]->pageCount() : pageCount}},
                files[i]);
  console.put({{QStringLiteral("summary"), true},
               {QStringLiteral("dossiers"), static_cast<int>(pages.size())},
               {QStringLiteral("pages"), pageCount}},
              QCoreApplication::translate("xuejictl", "%1 dossiers, %2 pages.").arg(pages.size()).arg(pageCount));
  return ExitCode::Done;
}

} // namespace xueji
