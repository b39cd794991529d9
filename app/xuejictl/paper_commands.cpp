#include "app/xuejictl/commands.h"
#include "app/xuejictl/desk.h"
#include "documents/dossier_source.h"
#include "documents/pdf_file.h"
#include "register/roster_list.h"
#include "register/student_file.h"

#include <QCoreApplication>
#include <QDir>

namespace xueji {
namespace {

PrintWish printWish(const Invocation& invocation, const QString& usualPurpose) {
  PrintWish wish;
  wish.full = invocation.has(QStringLiteral("full"));
  wish.purpose = wish.full ? invocation.value(QStringLiteral("full")) : usualPurpose;
  return wish;
}

/// The roster of every cohort, newest first, in one file.
Result<int> writeRosterPdf(Office& office, const QString& path, const PrintWish& wish) {
  const auto years = office.store().students().entryYears();
  if (!years)
    return std::unexpected(years.error());
  std::vector<std::unique_ptr<RosterPaper>> papers;
  QList<const Paper*> pages;
  for (const int year : *years) {
    auto paper = rosterPaper(office, year, std::nullopt, wish);
    if (!paper && paper.error().code == ErrorCode::NothingToDo)
      continue; // everybody of that year has left
    if (!paper)
      return std::unexpected(paper.error());
    pages << paper->get();
    papers.push_back(std::move(*paper));
  }
  if (pages.isEmpty())
    return fail(ErrorCode::NothingToDo);
  if (auto written = writePdf(path, pages); !written)
    return std::unexpected(written.error());
  const auto count = office.store().students().count({});
  return count ? *count : Result<int>(std::unexpected(count.error()));
}

Result<QList<qint64>> studentsWanted(Office& office, const Invocation& invocation) {
  QList<qint64> students;
  if (invocation.has(QStringLiteral("all"))) {
    auto read = office.store().students().forEach({}, [&](const StudentRow& row) {
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
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto rows = ending == QLatin1String("pdf")
                        ? writeRosterPdf(desk.office(), path, printWish(invocation, QStringLiteral("校内学籍管理")))
                        : exportRoster(desk.office(), {}, path, invocation.value(QStringLiteral("full")));
  if (!rows)
    return console.fail(rows.error());
  console.put({{QStringLiteral("file"), path}, {QStringLiteral("rows"), *rows}},
              QCoreApplication::translate("xuejictl", "%1: %2 students.").arg(path).arg(*rows));
  return ExitCode::Done;
}

ExitCode runDossier(const Invocation& invocation, const Console& console) {
  if (!invocation.has(QStringLiteral("all")) && invocation.words.size() < 2)
    return console.fail({ErrorCode::WrongUse, {QStringLiteral("NUMBER | --all")}});
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto students = studentsWanted(desk.office(), invocation);
  if (!students)
    return console.fail(students.error());
  const auto papers = dossierPapers(desk.office(), *students, printWish(invocation, QStringLiteral("校内学籍管理")));
  if (!papers)
    return console.fail(papers.error());
  QList<const Paper*> pages;
  int pageCount = 0;
  for (const auto& paper : *papers) {
    pages << paper.get();
    pageCount += paper->pageCount();
  }
  const QString folder = invocation.value(QStringLiteral("out"));
  if (!QDir().mkpath(folder))
    return console.fail({ErrorCode::NotWritable, {folder}});
  QStringList files;
  if (invocation.has(QStringLiteral("one-file"))) {
    files << QDir(folder).filePath(QStringLiteral("学籍卡.pdf"));
    if (auto written = writePdf(files.first(), pages); !written)
      return console.fail(written.error());
  } else {
    const auto written = writePdfs(folder, pages);
    if (!written)
      return console.fail(written.error());
    files = *written;
  }
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
