#pragma once

#include "ui/documents/paper_choice.h"
#include "ui/shell/session.h"

namespace xueji {

/// The papers of the preview, made one by one as they are looked at. What a paper tells is read (and that logged) once
/// for each way of showing its numbers, not again for each letter of the purpose.
class PaperSource {
public:
  explicit PaperSource(Session& session);

  /// Paper `index` of the choice. Errors: those of PaperDefinition::read and paperFrame().
  Result<std::shared_ptr<const Paper>> paper(const PaperChoice& choice, int index);
  /// The register changed: everything is read anew.
  void forget();
  std::shared_ptr<PaperFonts> fonts() const { return m_fonts; }

private:
  struct Read {
    QString paper;
    PaperSubject subject;
    bool full = false;
    PaperDraft draft;
    PaperFrame frame;
  };

  Session& m_session;
  std::shared_ptr<PaperFonts> m_fonts;
  QList<Read> m_read; ///< the latest last
};

} // namespace xueji
