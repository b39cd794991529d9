#include "ui/documents/paper_source.h"

#include "documents/glyph_check.h"

namespace xueji {

namespace {

void noteMissing(const QString& text, PaperFonts& fonts, QStringList& missing) {
  for (const QString& character : missingGlyphs(text, fonts))
    if (!missing.contains(character))
      missing.append(character);
}

void noteMissing(const DossierContent& content, PaperFonts& fonts, QStringList& missing) {
  for (const DossierItem& item : content.items)
    noteMissing(item.text, fonts, missing);
  for (const DossierChange& change : content.changes)
    for (const QString& text : {change.reason, change.proof, change.handler})
      noteMissing(text, fonts, missing);
}

} // namespace

PaperSource::PaperSource(Session& session) : m_session(session), m_fonts(std::make_shared<PaperFonts>()) {}

void PaperSource::forget() {
  m_read.clear();
}

Result<std::shared_ptr<const Paper>> PaperSource::paper(const PaperChoice& choice, int index) {
  return choice.kind == PrintKind::Roster ? roster(choice) : dossier(choice, choice.students.value(index));
}

Result<std::shared_ptr<const Paper>> PaperSource::dossier(const PaperChoice& choice, qint64 student) {
  const QPair<qint64, bool> key(student, choice.full);
  auto known = m_read.constFind(key);
  if (known == m_read.constEnd()) {
    auto content = dossierContent(m_session.office(), student, choice.full);
    if (!content)
      return std::unexpected(content.error());
    const auto frame =
        paperFrame(m_session.office(), choice.previewWish(), {QStringLiteral("student:%1").arg(student)});
    if (!frame)
      return std::unexpected(frame.error());
    known = m_read.insert(key, {std::move(*content), *frame});
  }
  PaperFrame frame = known->frame;
  frame.purpose = choice.purpose.trimmed();
  return std::make_shared<DossierPaper>(known->content, frame, m_fonts);
}

Result<std::shared_ptr<const Paper>> PaperSource::roster(const PaperChoice& choice) {
  auto paper = rosterPaper(m_session.office(), choice.entryYear, choice.stage, choice.previewWish(), m_fonts);
  if (!paper)
    return std::unexpected(paper.error());
  return std::shared_ptr<const Paper>(std::move(*paper));
}

Result<DossierBatch> collectDossiers(Office& office, const PaperChoice& choice, const Progress& progress) {
  DossierBatch batch;
  PaperFonts fonts;
  for (const qint64 student : choice.students) {
    if (!goesOn(progress, batch.contents.size(), choice.students.size()))
      return fail(ErrorCode::Cancelled);
    auto content = dossierContent(office, student, choice.full);
    if (!content)
      return std::unexpected(content.error());
    noteMissing(*content, fonts, batch.missing);
    batch.objects.append(QStringLiteral("student:%1").arg(student));
    batch.contents.append(std::move(*content));
  }
  noteMissing(choice.purpose, fonts, batch.missing);
  return batch;
}

Result<std::vector<std::unique_ptr<Paper>>> papersToWrite(Office& office, const PaperChoice& choice,
                                                          const Progress& progress, WitnessToken* witness) {
  // Asked before hundreds of records are read in vain.
  const auto students = choice.students.size();
  const bool list = choice.kind == PrintKind::Roster || students > kMostWithoutWitness;
  if (const auto allowed = mayPrint(office, choice.fileWish(witness), students, list); !allowed)
    return std::unexpected(allowed.error());
  std::vector<std::unique_ptr<Paper>> papers;
  auto fonts = std::make_shared<PaperFonts>();
  if (choice.kind == PrintKind::Roster) {
    const auto trial = rosterPaper(office, choice.entryYear, choice.stage, choice.previewWish(), fonts, progress);
    if (!trial)
      return std::unexpected(trial.error());
    if (const QStringList missing = missingGlyphs(**trial); !missing.isEmpty())
      return fail(ErrorCode::GlyphMissing, {missing.join(QLatin1Char(' '))});
    auto roster = rosterPaper(office, choice.entryYear, choice.stage, choice.fileWish(witness), fonts, progress);
    if (!roster)
      return std::unexpected(roster.error());
    papers.push_back(std::move(*roster));
    return papers;
  }
  auto batch = collectDossiers(office, choice, progress);
  if (!batch)
    return std::unexpected(batch.error());
  if (!batch->missing.isEmpty())
    return fail(ErrorCode::GlyphMissing, {batch->missing.join(QLatin1Char(' '))});
  const auto frame = paperFrame(office, choice.fileWish(witness), batch->objects);
  if (!frame)
    return std::unexpected(frame.error());
  for (const DossierContent& content : std::as_const(batch->contents))
    papers.push_back(std::make_unique<DossierPaper>(content, *frame, fonts));
  return papers;
}

} // namespace xueji
