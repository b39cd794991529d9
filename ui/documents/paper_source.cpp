#include "ui/documents/paper_source.h"

#include <algorithm>

namespace xueji {

namespace {
constexpr qsizetype kMostKept = 200; ///< papers whose content is kept for paging to and fro
}

PaperSource::PaperSource(Session& session) : m_session(session), m_fonts(std::make_shared<PaperFonts>()) {}

void PaperSource::forget() {
  m_read.clear();
}

Result<std::shared_ptr<const Paper>> PaperSource::paper(const PaperChoice& choice, int index) {
  const PaperDefinition& paper = *choice.order.paper;
  const PaperSubject subject = choice.order.subjects.value(index);
  auto known = std::find_if(m_read.cbegin(), m_read.cend(), [&](const Read& read) {
    return read.paper == paper.id && read.subject == subject && read.full == choice.full;
  });
  if (known == m_read.cend()) {
    const PaperOrder one{&paper, {subject}};
    auto drafts = readPapers(m_session.office(), one, choice.previewWish());
    if (!drafts)
      return std::unexpected(drafts.error());
    const auto frame = frameOf(m_session.office(), one, *drafts, choice.previewWish());
    if (!frame)
      return std::unexpected(frame.error());
    if (m_read.size() >= kMostKept)
      m_read.removeFirst();
    m_read << Read{paper.id, subject, choice.full, drafts->takeFirst(), *frame};
    known = m_read.cend() - 1;
  }
  PaperFrame frame = known->frame;
  frame.purpose = choice.purpose.trimmed();
  return std::shared_ptr<const Paper>(known->draft.draw(frame, m_fonts));
}

} // namespace xueji
