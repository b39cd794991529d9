#include "ui/documents/paper_run.h"

#include "documents/pdf_file.h"
#include "ui/shell/ask_witness.h"
#include "ui/shell/dialogs.h"
#include "ui/words/error_words.h"

#include <QFileInfo>
#include <QSet>

namespace xueji {

namespace {

/// Whoever was asked what becomes of the lacking papers has waited already.
QueuePlace placeOf(Lacking lacking) {
  return lacking == Lacking::Refuse ? QueuePlace::Last : QueuePlace::Next;
}

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

Papers PaperRun::Collected::drawn(std::shared_ptr<PaperFonts> fonts) const {
  return xueji::drawn(drafts, *frame, std::move(fonts), lacks);
}

Result<PaperRun::Collected> PaperRun::collect(Office& office, const PaperChoice& choice, PrintWish wish,
                                              const Progress& progress) {
  Collected collected;
  auto drafts = readPapers(office, choice.order, wish, progress);
  if (!drafts)
    return std::unexpected(drafts.error());
  auto lacks = missingGlyphs(office, *drafts, wish, progress);
  if (!lacks)
    return std::unexpected(lacks.error());
  collected.drafts = std::move(*drafts);
  if (!lacks->isEmpty() && wish.lacking == Lacking::Refuse) {
    collected.lacks = std::move(*lacks);
    return collected;
  }
  collected.drafts = withoutLacking(collected.drafts, *lacks, wish.lacking);
  if (wish.lacking == Lacking::Name)
    collected.lacks = std::move(*lacks);
  auto frame = frameOf(office, choice.order, collected.drafts, wish);
  if (!frame)
    return std::unexpected(frame.error());
  collected.frame = std::move(*frame);
  return collected;
}

template <class Again>
void PaperRun::askLacking(const Collected& collected, Again again) {
  if (const auto lacking = lackingWish(collected))
    again(*lacking);
  else
    m_problem = nothingWritten();
}

void PaperRun::writeOne(const PaperChoice& choice, const QString& path) {
  writeOne(choice, path, Lacking::Refuse);
}

template <class Write>
Result<PaperRun::Collected> PaperRun::collectAndWrite(Office& office, const PaperChoice& choice, PrintWish wish,
                                                      const Progress& progress, Write write) {
  auto collected = collect(office, choice, wish, progress);
  if (!collected || !collected->frame)
    return collected;
  const Papers papers = collected->drawn(nullptr);
  const auto written = write(pointersTo(papers));
  return written ? std::move(collected) : std::unexpected(afterLog(written.error()));
}

void PaperRun::writeOne(const PaperChoice& choice, const QString& path, Lacking lacking) {
  run(
      choice,
      [choice, path, lacking](Office& office, const Progress& progress, WitnessToken* witness) {
        return collectAndWrite(office, choice, choice.fileWish(witness, lacking), progress,
                               [&](const QList<const Paper*>& pages) { return writePdf(path, pages, progress); });
      },
      [this, choice, path](const Collected& collected) {
        if (collected.frame)
          emit said(savedAs(QFileInfo(path).fileName()) + leftOut(choice.papers() - collected.drafts.size()));
        else
          askLacking(collected, [&](Lacking wanted) { writeOne(choice, path, wanted); });
      },
      placeOf(lacking));
}

void PaperRun::writeEach(const PaperChoice& choice, const QString& folder) {
  writeEach(choice, folder, Lacking::Refuse);
}

void PaperRun::writeEach(const PaperChoice& choice, const QString& folder, Lacking lacking) {
  run(
      choice,
      [choice, folder, lacking](Office& office, const Progress& progress, WitnessToken* witness) {
        return collectAndWrite(office, choice, choice.fileWish(witness, lacking), progress,
                               [&](const QList<const Paper*>& pages) { return writePdfs(folder, pages, progress); });
      },
      [this, choice, folder](const Collected& collected) {
        if (collected.frame)
          emit said(writtenTo(static_cast<int>(collected.drafts.size()), QFileInfo(folder).fileName()) +
                    leftOut(choice.papers() - collected.drafts.size()));
        else
          askLacking(collected, [&](Lacking wanted) { writeEach(choice, folder, wanted); });
      },
      placeOf(lacking));
}

void PaperRun::print(const PaperChoice& choice) {
  print(choice, Lacking::Refuse);
}

void PaperRun::print(const PaperChoice& choice, Lacking lacking) {
  run(
      choice,
      [choice, lacking](Office& office, const Progress& progress, WitnessToken* witness) {
        return collect(office, choice, choice.printWish(witness, lacking), progress);
      },
      [this, choice](const Collected& collected) {
        if (collected.frame)
          send(collected.drawn(m_fonts));
        else
          askLacking(collected, [&](Lacking wanted) { print(choice, wanted); });
      },
      placeOf(lacking));
}

QString PaperRun::savedAs(const QString& file) {
  return tr("Saved as %1").arg(file);
}

QString PaperRun::writtenTo(int files, const QString& folder) {
  return tr("%1 files written to %2").arg(files).arg(folder);
}

QString PaperRun::leftOut(qsizetype papers) {
  return papers == 0 ? QString() : QLatin1Char(' ') + tr("%1 papers were left out.").arg(papers);
}

QString PaperRun::nothingWritten() {
  return tr("Nothing was printed.");
}

std::optional<Lacking> PaperRun::lackingWish(const Collected& collected) {
  QSet<qsizetype> papers;
  for (const GlyphLack& lack : collected.lacks)
    papers.insert(lack.draft);
  const qsizetype others = collected.drafts.size() - papers.size();
  Question question;
  question.title = tr("Characters without a glyph");
  question.text = tr("No installed font has these characters: %1").arg(toldOf(collected.lacks));
  question.detail = tr("An empty box stands for each, and the margin names it, to be written by hand. Install a font "
                       "that has them (Noto Serif CJK, or one for rare characters) to print them.");
  question.answers = {tr("Print, with the characters named in the margin")};
  if (others > 0)
    question.answers << tr("Print the other %1 papers only").arg(others);
  question.answers << tr("Do not print");
  const int none = static_cast<int>(question.answers.size()) - 1;
  question.preferred = none;
  question.escape = none;
  const int answer = m_session.dialogs().ask(m_window, question);
  if (answer < 0 || answer == none)
    return std::nullopt;
  return answer == 0 ? Lacking::Name : Lacking::LeaveOut;
}

void PaperRun::send(const Papers& papers) {
  int pages = 0;
  for (const auto& paper : papers)
    pages += paper->pageCount();
  if (m_session.dialogs().print(m_window, pointersTo(papers)))
    emit said(tr("%1 pages sent to the printer").arg(pages));
  else
    m_problem = nothingWritten();
}

} // namespace xueji
