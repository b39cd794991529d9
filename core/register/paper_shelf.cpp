#include "paper_shelf.h"

#include <algorithm>

namespace xueji {

PaperShelf::PaperShelf(const QList<RowPaper>& papers) : m_papers(papers), m_isTaken(papers.size(), false) {
  for (qsizetype i = 0; i < papers.size(); ++i)
    if (papers[i].row > 0)
      m_byRow.insert(papers[i].row, i);
    else
      m_byIdentity.insert(papers[i].identity, i);
}

PaperShelf::Taken PaperShelf::take(const QString& sheet, bool isOnlySheet, int row, const QString& identity,
                                   const QDate& day) {
  QList<qsizetype> places = m_byRow.values(row);
  if (!identity.isEmpty())
    places += m_byIdentity.values(identity);
  std::sort(places.begin(), places.end());
  Taken taken;
  for (const qsizetype i : std::as_const(places)) {
    const RowPaper& one = m_papers[i];
    if (!isPaperOf(one, sheet, isOnlySheet, row, identity))
      continue;
    m_isTaken[i] = true;
    if (one.validTo.isValid() && one.validTo < day)
      taken.expired << one;
    else
      taken.papers << one.paper;
  }
  return taken;
}

QList<PaperFault> PaperShelf::left() const {
  QList<PaperFault> faults;
  for (qsizetype i = 0; i < m_papers.size(); ++i) {
    if (m_isTaken[i])
      continue;
    const RowPaper& one = m_papers[i];
    Finding finding{{}, QStringLiteral("papers_child_unknown"), Severity::Refuse, {}, {}, {}};
    if (one.row > 0) {
      finding.code = QStringLiteral("papers_row_unknown");
      finding.args = {one.sheet.isEmpty() ? QString::number(one.row)
                                          : QStringLiteral("%1 %2").arg(one.sheet).arg(one.row)};
    }
    faults << PaperFault{one.line, finding};
  }
  return faults;
}

} // namespace xueji
