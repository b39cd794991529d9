#include "ui/documents/paper_run.h"

#include "documents/glyph_check.h"
#include "documents/pdf_file.h"
#include "ui/shell/ask_witness.h"
#include "ui/shell/dialogs.h"
#include "ui/words/error_words.h"

#include <QFileInfo>

namespace xueji {

namespace {

QList<const Paper*> pointersTo(const std::vector<std::unique_ptr<Paper>>& papers) {
  QList<const Paper*> pointers;
  for (const auto& paper : papers)
    pointers.append(paper.get());
  return pointers;
}

} // namespace

PaperRun::PaperRun(Session& session, std::shared_ptr<PaperFonts> fonts, QWidget* window)
    : QObject(window), m_session(session), m_fonts(std::move(fonts)), m_window(window) {}

void PaperRun::failWith(const Error& error) {
  m_problem = sentenceFor(error);
  emit changed();
}

void PaperRun::run(Work work, std::function<void()> done, std::shared_ptr<WitnessToken> witness) {
  m_problem.clear();
  const auto ended = [self = QPointer<PaperRun>(this), work, done = std::move(done),
                      witness](const Result<void>& outcome) {
    if (self)
      self->end(outcome, work, done, witness != nullptr);
  };
  const auto job = [work, witness](Office& office, const Progress& progress) {
    return work(office, progress, witness.get());
  };
  if (m_session.jobs().isRunning())
    m_problem = tr("Another piece of work is still running. Wait until it has ended or stop it.");
  else if (auto started = m_session.jobs().start(m_session.office(), job, ended); !started)
    m_problem = sentenceFor(started.error());
  else
    m_running = true;
  emit changed();
}

void PaperRun::end(const Result<void>& outcome, const Work& work, const std::function<void()>& done, bool witnessed) {
  m_running = false;
  if (outcome) {
    done();
  } else if (outcome.error().code == ErrorCode::WitnessNeeded && !witnessed) {
    const QPointer<PaperRun> self(this);
    auto token = askWitness(m_session, m_window, outcome.error());
    if (!self)
      return;
    if (token)
      return run(work, done, std::make_shared<WitnessToken>(std::move(*token)));
    m_problem = sentenceFor(outcome.error());
  } else {
    m_problem = sentenceFor(outcome.error());
  }
  emit changed();
}

template <class Make>
auto PaperRun::withWitness(Make make) {
  auto made = make(nullptr);
  if (made || made.error().code != ErrorCode::WitnessNeeded)
    return made;
  auto token = askWitness(m_session, m_window, made.error());
  return token ? make(&*token) : std::move(made);
}

bool PaperRun::maySave(const PaperChoice& choice) {
  const auto students = choice.students.size();
  const bool list = choice.kind == PrintKind::Roster || students > kMostWithoutWitness;
  const auto allowed = mayPrint(m_session.office(), choice.fileWish(), students, list);
  if (allowed || allowed.error().code == ErrorCode::WitnessNeeded)
    return true;
  failWith(allowed.error());
  return false;
}

void PaperRun::writeOne(const PaperChoice& choice, const QString& path) {
  run(
      [choice, path](Office& office, const Progress& progress, WitnessToken* witness) -> Result<void> {
        const auto papers = papersToWrite(office, choice, progress, witness);
        if (!papers)
          return std::unexpected(papers.error());
        return writePdf(path, pointersTo(*papers), progress);
      },
      [this, path] { emit said(tr("Saved as %1").arg(QFileInfo(path).fileName())); });
}

void PaperRun::writeEach(const PaperChoice& choice, const QString& folder) {
  auto written = std::make_shared<QStringList>();
  run(
      [choice, folder, written](Office& office, const Progress& progress, WitnessToken* witness) -> Result<void> {
        const auto papers = papersToWrite(office, choice, progress, witness);
        if (!papers)
          return std::unexpected(papers.error());
        auto paths = writePdfs(folder, pointersTo(*papers), progress);
        if (!paths)
          return std::unexpected(paths.error());
        *written = std::move(*paths);
        return {};
      },
      [this, folder, written] {
        emit said(tr("%1 files written to %2").arg(written->size()).arg(QFileInfo(folder).fileName()));
      });
}

void PaperRun::print(const PaperChoice& choice) {
  if (choice.kind == PrintKind::Roster)
    return printRoster(choice);
  auto batch = std::make_shared<DossierBatch>();
  run(
      [choice, batch](Office& office, const Progress& progress, WitnessToken*) -> Result<void> {
        auto collected = collectDossiers(office, choice, progress);
        if (!collected)
          return std::unexpected(collected.error());
        *batch = std::move(*collected);
        return {};
      },
      [this, choice, batch] { printDossiers(choice, *batch); });
}

bool PaperRun::mayLack(const QStringList& missing) {
  if (missing.isEmpty())
    return true;
  Question question;
  question.title = tr("Characters without a glyph");
  question.text = tr("No installed font has these characters: %1").arg(missing.join(QLatin1Char(' ')));
  question.detail = tr("They would be left out on paper and had to be written by hand. Install a font that has them "
                       "(Noto Serif CJK, or one for rare characters) to print them.");
  question.answers = {tr("Print and write them by hand"), tr("Do not print")};
  question.preferred = 1;
  question.escape = 1;
  return m_session.dialogs().ask(m_window, question) == 0;
}

void PaperRun::printDossiers(const PaperChoice& choice, const DossierBatch& batch) {
  if (!mayLack(batch.missing))
    return;
  const auto frame = withWitness(
      [&](WitnessToken* witness) { return paperFrame(m_session.office(), choice.printWish(witness), batch.objects); });
  if (!frame)
    return failWith(frame.error());
  std::vector<std::unique_ptr<Paper>> papers;
  for (const DossierContent& content : batch.contents)
    papers.push_back(std::make_unique<DossierPaper>(content, *frame, m_fonts));
  send(pointersTo(papers));
}

void PaperRun::printRoster(const PaperChoice& choice) {
  m_problem.clear();
  const auto trial = rosterPaper(m_session.office(), choice.entryYear, choice.stage, choice.previewWish(), m_fonts);
  if (!trial)
    return failWith(trial.error());
  if (!mayLack(missingGlyphs(**trial)))
    return;
  const auto paper = withWitness([&](WitnessToken* witness) {
    return rosterPaper(m_session.office(), choice.entryYear, choice.stage, choice.printWish(witness), m_fonts);
  });
  if (!paper)
    return failWith(paper.error());
  send({paper->get()});
  emit changed();
}

void PaperRun::send(const QList<const Paper*>& papers) {
  int pages = 0;
  for (const Paper* paper : papers)
    pages += paper->pageCount();
  if (m_session.dialogs().print(m_window, papers))
    emit said(tr("%1 pages sent to the printer").arg(pages));
  else
    m_problem = tr("Nothing was printed.");
}

} // namespace xueji
