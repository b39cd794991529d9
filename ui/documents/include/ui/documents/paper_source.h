#pragma once

#include "store/witness.h"
#include "ui/documents/paper_choice.h"
#include "ui/shell/session.h"

namespace xueji {

/// The papers of the preview, made one by one as they are looked at. A child's record is read (and that logged) once
/// for each way of showing its numbers, not again for each letter of the purpose.
class PaperSource {
public:
  explicit PaperSource(Session& session);

  /// Paper `index` of the choice. Errors: those of dossierContent(), rosterPaper().
  Result<std::shared_ptr<const Paper>> paper(const PaperChoice& choice, int index);
  /// The register changed: everything is read anew.
  void forget();
  std::shared_ptr<PaperFonts> fonts() const { return m_fonts; }

private:
  Result<std::shared_ptr<const Paper>> dossier(const PaperChoice& choice, qint64 student);
  Result<std::shared_ptr<const Paper>> roster(const PaperChoice& choice);

  Session& m_session;
  std::shared_ptr<PaperFonts> m_fonts;
  struct Read {
    DossierContent content;
    PaperFrame frame;
  };
  QHash<QPair<qint64, bool>, Read> m_read; ///< student and whether in full
};

/// The papers of a choice ready to leave the program, made in the thread of `office`: numbered and logged, after every
/// character was found in the fonts. Errors: GlyphMissing (nothing logged then) and those of dossierPapers(),
/// rosterPaper() when saved as PDF.
Result<std::vector<std::unique_ptr<Paper>>> papersToWrite(Office& office, const PaperChoice& choice,
                                                          const Progress& progress, WitnessToken* witness = nullptr);

/// What dossiers are made of, collected in a worker and made paper in the window's thread.
struct DossierBatch {
  QList<DossierContent> contents;
  QStringList objects; ///< as the log names them
  QStringList missing; ///< characters no font has
};
Result<DossierBatch> collectDossiers(Office& office, const PaperChoice& choice, const Progress& progress);

} // namespace xueji
