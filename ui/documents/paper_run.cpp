#include "ui/documents/paper_run.h"

#include "documents/pdf_file.h"
#include "ui/shell/ask_witness.h"
#include "ui/shell/dialogs.h"
#include "ui/words/error_words.h"

#include <QFileInfo>

namespace xueji {

namespace {

/// What is to be printed: framed and logged, unless no font has some characters of it.
struct Collected {
  QList<PaperDraft> drafts;
  QStringList missing;
  std::optional<PaperFrame> frame;
};

/// What the log has stands, though no file was written.
Error afterLog(Error error) {
  if (error.code == ErrorCode::Cancelled)
    error.code = ErrorCode::PaperStopped;
  return error;
}

} // namespace

PaperRun::PaperRun(Session& session, std::shared_ptr<PaperFonts> fonts, QWidget* window)
    : QObject(window), m_session(session), m_fonts(std::move(fonts)), m_window(window) {}

template <class Work, class Done>
void PaperRun::run(const PaperChoice& choice, Work work, Done done, QueuePlace place) {
  m_problem.clear();
  m_running = true;
  addWitnessed(
      m_session, m_window, whatItDoes(choice), std::move(work),
      [this, done = std::move(done)](const auto& came) {
        m_running = false;
        m_job = nullptr;
        if (came)
          done(*came);
        else
          m_problem = sentenceFor(came.error());
        emit changed();
      },
      [this](Job* job) {
        m_job = job;
        emit changed();
      },
      nullptr, place);
}

QString PaperRun::whatItDoes(const PaperChoice& choice) {
  return tr("Making %1 papers…").arg(choice.papers());
}

bool PaperRun::maySave(const PaperChoice& choice) {
  const auto allowed = mayMake(m_session.office(), choice.order, choice.fileWish());
  if (allowed || allowed.error().code == ErrorCode::WitnessNeeded)
    return true;
  m_problem = sentenceFor(allowed.error());
  emit changed();
  return false;
}

void PaperRun::writeOne(const PaperChoice& choice, const QString& path) {
  run(
      choice,
      [choice, path](Office& office, const Progress& progress, WitnessToken* witness) -> Result<QString> {
        const auto papers = makePapers(office, choice.order, choice.fileWish(witness), nullptr, progress);
        if (!papers)
          return std::unexpected(papers.error());
        const auto written = writePdf(path, pointersTo(*papers), progress);
        return written ? Result<QString>(path) : std::unexpected(afterLog(written.error()));
      },
      [this](const QString& written) { emit said(tr("Saved as %1").arg(QFileInfo(written).fileName())); });
}

void PaperRun::writeEach(const PaperChoice& choice, const QString& folder) {
  run(
      choice,
      [choice, folder](Office& office, const Progress& progress, WitnessToken* witness) -> Result<QStringList> {
        const auto papers = makePapers(office, choice.order, choice.fileWish(witness), nullptr, progress);
        if (!papers)
          return std::unexpected(papers.error());
        auto written = writePdfs(folder, pointersTo(*papers), progress);
        return written ? std::move(written) : std::unexpected(afterLog(written.error()));
      },
      [this, folder](const QStringList& written) {
        emit said(tr("%1 files written to %2").arg(written.size()).arg(QFileInfo(folder).fileName()));
      });
}

void PaperRun::print(const PaperChoice& choice) {
  print(choice, false);
}

void PaperRun::print(const PaperChoice& choice, bool mayLackGlyphs) {
  run(
      choice,
      [choice, mayLackGlyphs](Office& office, const Progress& progress, WitnessToken* witness) -> Result<Collected> {
        const PrintWish wish = choice.printWish(witness);
        auto drafts = readPapers(office, choice.order, wish, progress);
        if (!drafts)
          return std::unexpected(drafts.error());
        const auto missing = missingGlyphs(office, *drafts, wish, progress);
        if (!missing)
          return std::unexpected(missing.error());
        if (!missing->isEmpty() && !mayLackGlyphs)
          return Collected{{}, *missing, {}};
        const auto frame = frameOf(office, choice.order, *drafts, wish);
        return frame ? Result<Collected>(Collected{std::move(*drafts), *missing, *frame})
                     : std::unexpected(frame.error());
      },
      [this, choice](const Collected& collected) {
        if (collected.frame)
          send(drawn(collected.drafts, *collected.frame, m_fonts));
        else if (mayLack(collected.missing))
          print(choice, true);
      },
      mayLackGlyphs ? QueuePlace::Next : QueuePlace::Last);
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

void PaperRun::send(const Papers& papers) {
  int pages = 0;
  for (const auto& paper : papers)
    pages += paper->pageCount();
  if (m_session.dialogs().print(m_window, pointersTo(papers)))
    emit said(tr("%1 pages sent to the printer").arg(pages));
  else
    m_problem = tr("Nothing was printed.");
}

} // namespace xueji
