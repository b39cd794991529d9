#include "commands.h"
#include "desk.h"
#include "documents/paper_definition.h"
#include "documents/pdf_file.h"
#include "output_path.h"
#include "register/leaving.h"
#include "register/roster_list.h"
#include "register/student_file.h"
#include "register/student_list.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace xueji {
namespace {

PrintWish printWish(const Invocation& invocation, WitnessToken* witness) {
  PrintWish wish;
  wish.full = invocation.has(QStringLiteral("full"));
  wish.purpose = wish.full ? invocation.value(QStringLiteral("full")) : QStringLiteral("校内学籍管理");
  wish.file = true;
  wish.lacking = invocation.has(QStringLiteral("name-missing")) ? Lacking::Name : Lacking::LeaveOut;
  wish.witness = witness;
  return wish;
}

/// A person on a command line says what for, and where it is needed who else agrees.
Result<std::optional<WitnessToken>> witnessFor(const Invocation& invocation, Office& office) {
  return witnessOf(invocation, office, leavingHash(invocation.value(QStringLiteral("full"))));
}

/// Each character that no font has, where it stands, and what becomes of its paper.
void sayLacks(const QList<GlyphLack>& lacks, const QList<PaperDraft>& drafts, const PrintWish& wish,
              const Console& console) {
  const bool isNamed = wish.lacking == Lacking::Name;
  for (const GlyphLack& lack : lacks)
    console.put({{QStringLiteral("paper"), drafts[lack.draft].title},
                 {QStringLiteral("name"), lack.whose},
                 {QStringLiteral("item"), lack.item},
                 {QStringLiteral("character"), lack.character},
                 {QStringLiteral("code_point"), lack.told().section(u' ', -1)},
                 {QStringLiteral("printed"), isNamed}},
                (isNamed ? QCoreApplication::translate("xuejictl", "No font has it, named in the margin: %1 (%2)")
                         : QCoreApplication::translate("xuejictl", "No font has it, the paper is left out: %1 (%2)"))
                    .arg(lack.told(), drafts[lack.draft].title));
}

/// The roster of every cohort, newest first, in one file: whole or not at all.
Result<int> writeRosterPdf(Office& office, const QString& path, PrintWish wish, const Console& console) {
  if (wish.lacking == Lacking::LeaveOut)
    wish.lacking = Lacking::Refuse;
  const auto order = orderOfAll(office, *paperDefinition(u"roster"));
  if (!order)
    return std::unexpected(order.error());
  const auto drafts = readPapers(office, *order, wish);
  if (!drafts)
    return std::unexpected(drafts.error());
  const auto lacks = missingGlyphs(office, *drafts, wish);
  if (!lacks)
    return std::unexpected(lacks.error());
  sayLacks(*lacks, *drafts, wish, console);
  const auto papers = makePapers(office, *order, wish);
  if (!papers)
    return std::unexpected(papers.error());
  if (auto written = writePdf(path, pointersTo(*papers)); !written)
    return std::unexpected(written.error());
  return StudentList(office).count({});
}

/// The sheet that --layout names; none without it. Error: ValueInvalid (with those that there are).
Result<std::optional<ExportLayout>> layoutOf(const Invocation& invocation, const Desk& desk) {
  const QString wanted = invocation.value(QStringLiteral("layout"));
  if (wanted.isEmpty())
    return std::optional<ExportLayout>();
  const auto layouts = exportLayouts(desk.fields());
  if (!layouts)
    return std::unexpected(layouts.error());
  QStringList known;
  for (const ExportLayout& layout : *layouts) {
    if (layout.id == wanted)
      return std::optional(layout);
    known << layout.id;
  }
  return fail(ErrorCode::ValueInvalid, {QStringLiteral("--layout (%1)").arg(known.join(QStringLiteral(", "))), wanted});
}

ExitCode runList(const Invocation& invocation, const Console& console) {
  const QString path = invocation.value(QStringLiteral("out"));
  const QString ending = path.section(QLatin1Char('.'), -1).toLower();
  if (ending != QLatin1String("xlsx") && ending != QLatin1String("csv") && ending != QLatin1String("pdf"))
    return console.fail({ErrorCode::ValueInvalid, {QStringLiteral("--out"), path}});
  if (ending == QLatin1String("pdf") && invocation.has(QStringLiteral("layout")))
    return console.fail({ErrorCode::WrongUse, {QStringLiteral("--layout NAME --out FILE.xlsx|.csv")}});
  if (auto free = mayWrite(invocation, path); !free)
    return console.fail(free.error());
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  auto given = witnessFor(invocation, desk.office());
  if (!given)
    return console.fail(given.error());
  WitnessToken* witness = *given ? &**given : nullptr;
  const QFileInfo target(path);
  auto staging = Staging::in(invocation, target.absolutePath());
  if (!staging)
    return console.fail(staging.error());
  const QString made = staging->path(target.fileName());
  Exported exported;
  if (ending == QLatin1String("pdf")) {
    const auto rows = writeRosterPdf(desk.office(), made, printWish(invocation, witness), console);
    if (!rows)
      return console.fail(staging->named(rows.error()));
    exported.rows = *rows;
  } else {
    const auto layout = layoutOf(invocation, desk);
    if (!layout)
      return console.fail(layout.error());
    const auto rows = exportRoster(desk.office(), {}, made, invocation.value(QStringLiteral("full")),
                                   *layout ? &**layout : nullptr, {}, witness);
    if (!rows)
      return console.fail(staging->named(rows.error()));
    exported = *rows;
  }
  if (auto published = staging->publish({target.fileName()}); !published)
    return console.fail(published.error());
  QJsonObject changed;
  QString lines;
  for (auto it = exported.changed.cbegin(); it != exported.changed.cend(); ++it) {
    changed.insert(it.key(), it.value());
    lines +=
        u'\n' + QCoreApplication::translate("xuejictl", "Written otherwise, as the sheet has no such value: %1 (%2)")
                    .arg(it.key(), QString::number(it.value()));
  }
  if (!exported.left.isEmpty())
    lines += u'\n' + QCoreApplication::translate("xuejictl", "Not exported, the role may not: %1")
                         .arg(exported.left.join(QStringLiteral("、")));
  console.put({{QStringLiteral("file"), path},
               {QStringLiteral("rows"), exported.rows},
               {QStringLiteral("changed"), changed},
               {QStringLiteral("left_out"), QJsonArray::fromStringList(exported.left)}},
              QCoreApplication::translate("xuejictl", "%1: %2 students.").arg(path).arg(exported.rows) + lines);
  return ExitCode::Done;
}

/// Of whom the papers are wanted: the words after the paper's, or the options that its kind knows.
Result<PaperOrder> orderOf(Office& office, const PaperDefinition& paper, const QStringList& children,
                           const Invocation& invocation) {
  const QString year = invocation.value(QStringLiteral("cohort"));
  const QString stageKey = invocation.value(QStringLiteral("stage"));
  const bool ofCohort = paper.needs == PaperNeeds::Cohort;
  if (ofCohort ? !children.isEmpty() : !year.isEmpty() || !stageKey.isEmpty())
    return fail(ErrorCode::WrongUse, {ofCohort ? QCoreApplication::translate("xuejictl", "%1 is of a cohort: --cohort "
                                                                                         "Y [--stage STAGE] or --all")
                                                     .arg(paper.id)
                                               : QCoreApplication::translate("xuejictl", "%1 is of a child: CHILD... "
                                                                                         "or --all")
                                                     .arg(paper.id)});
  if (!stageKey.isEmpty() && year.isEmpty())
    return fail(ErrorCode::WrongUse, {QStringLiteral("--cohort Y --stage STAGE")});
  const bool named = ofCohort ? !year.isEmpty() : !children.isEmpty();
  if (named == invocation.has(QStringLiteral("all")))
    return fail(ErrorCode::WrongUse,
                {ofCohort ? QStringLiteral("--cohort Y | --all") : QStringLiteral("CHILD... | --all")});
  if (!named)
    return orderOfAll(office, paper);
  PaperOrder order{&paper, {}};
  for (const QString& child : children) {
    const auto student = studentByNumber(office, child);
    if (!student)
      return std::unexpected(student.error());
    order.subjects << PaperSubject{*student, 0, {}};
  }
  if (ofCohort) {
    bool isNumber = false;
    PaperSubject cohort{0, year.toInt(&isNumber), {}};
    if (!isNumber)
      return fail(ErrorCode::ValueInvalid, {QStringLiteral("--cohort"), year});
    if (!stageKey.isEmpty()) {
      cohort.stage = stageFromKey(stageKey);
      if (!cohort.stage)
        return fail(ErrorCode::ValueInvalid, {QStringLiteral("--stage"), stageKey});
    }
    order.subjects << cohort;
  }
  return order;
}

QStringList filesOf(const QList<PaperDraft>& drafts) {
  QStringList titles;
  for (const PaperDraft& draft : drafts)
    titles << draft.title;
  return pdfNames(titles);
}

/// Papers of one kind as PDF, each in a file of its own or all in one.
/// `count`: under what name the answer tells how many.
ExitCode writePapers(const PaperDefinition& paper, const QStringList& children, const QString& count,
                     const Invocation& invocation, const Console& console) {
  const QString folder = invocation.value(QStringLiteral("out"));
  const bool oneFile = invocation.has(QStringLiteral("one-file"));
  QStringList files;
  if (oneFile)
    files << paper.name + QStringLiteral(".pdf");
  if (auto free = mayWriteInto(invocation, folder, files); !free)
    return console.fail(free.error());
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto order = orderOf(desk.office(), paper, children, invocation);
  if (!order)
    return console.fail(order.error());
  auto given = witnessFor(invocation, desk.office());
  if (!given)
    return console.fail(given.error());
  const PrintWish wish = printWish(invocation, *given ? &**given : nullptr);
  // Whatever could keep the files from being written is asked before the print is logged and the witness used up.
  const auto drafts = readPapers(desk.office(), *order, wish);
  if (!drafts)
    return console.fail(drafts.error());
  if (!oneFile)
    files = filesOf(*drafts);
  if (auto free = mayWriteInto(invocation, folder, files); !free)
    return console.fail(free.error());
  const auto lacks = missingGlyphs(desk.office(), *drafts, wish);
  if (!lacks)
    return console.fail(lacks.error());
  sayLacks(*lacks, *drafts, wish, console);
  const QList<PaperDraft> good = withoutLacking(*drafts, *lacks, wish.lacking);
  if (good.isEmpty())
    return console.fail({ErrorCode::GlyphMissing, {toldOf(*lacks)}});
  if (!oneFile)
    files = filesOf(good);
  if (!QDir().mkpath(folder))
    return console.fail({ErrorCode::NotWritable, {folder}});
  auto staging = Staging::in(invocation, folder);
  if (!staging)
    return console.fail(staging.error());
  const auto frame = frameOf(desk.office(), *order, good, wish);
  if (!frame)
    return console.fail(frame.error());
  const Papers papers = drawn(good, *frame, nullptr, wish.lacking == Lacking::Name ? *lacks : QList<GlyphLack>());
  const QList<const Paper*> pages = pointersTo(papers);
  int pageCount = 0;
  for (const Paper* each : pages)
    pageCount += each->pageCount();
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
               {QStringLiteral("paper"), paper.id},
               {count, static_cast<int>(pages.size())},
               {QStringLiteral("left_out"), static_cast<int>(drafts->size() - good.size())},
               {QStringLiteral("pages"), pageCount}},
              QCoreApplication::translate("xuejictl", "%1: %2 papers, %3 pages.")
                  .arg(console.language() == Language::Chinese ? paper.name : paper.english)
                  .arg(pages.size())
                  .arg(pageCount));
  return good.size() == drafts->size() ? ExitCode::Done : ExitCode::Refused;
}

QStringList paperIds() {
  QStringList ids;
  for (const PaperDefinition& paper : paperDefinitions())
    ids << paper.id;
  return ids;
}

ExitCode runPaper(const Invocation& invocation, const Console& console) {
  const QString id = invocation.words.value(1);
  const PaperDefinition* paper = paperDefinition(id);
  if (!paper)
    return console.fail({ErrorCode::WrongUse,
                         {QCoreApplication::translate("xuejictl", "there is no paper %1; there are: %2")
                              .arg(id, paperIds().join(QStringLiteral(", ")))}});
  return writePapers(*paper, invocation.words.mid(2), QStringLiteral("papers"), invocation, console);
}

ExitCode runDossier(const Invocation& invocation, const Console& console) {
  return writePapers(*paperDefinition(u"dossier"), invocation.words.mid(1), QStringLiteral("dossiers"), invocation,
                     console);
}

} // namespace

QList<Command> paperCommands() {
  constexpr bool kDraws = true;
  const QList<OptionSpec> all{option("all"),
                              option("out", "DIR", true),
                              option("one-file"),
                              option("name-missing"),
                              option("full", "PURPOSE"),
                              witnessOption(),
                              forceOption(),
                              userOption()};
  return {
      {{"list"},
       "REG",
       QT_TRANSLATE_NOOP("xuejictl", "Writes the list of students as xlsx, csv or pdf."),
       1,
       1,
       {option("out", "FILE", true), option("full", "PURPOSE"), option("layout", "NAME"), option("name-missing"),
        witnessOption(), forceOption(), userOption()},
       runList,
       kDraws},
      {{"paper"},
       "REG PAPER [CHILD...]",
       QT_TRANSLATE_NOOP("xuejictl", "Draws papers of any kind as PDF, one file each or one for all."),
       2,
       -1,
       QList<OptionSpec>{option("cohort", "Y"), option("stage", "primary|junior|senior")} + all,
       runPaper,
       kDraws},
      {{"dossier"},
       "REG [CHILD...]",
       QT_TRANSLATE_NOOP("xuejictl", "Draws dossiers as PDF, one file per student or one for all."),
       1,
       -1,
       all,
       runDossier,
       kDraws},
  };
}

} // namespace xueji
