#pragma once

#include "register/row_papers.h"

#include <QMultiHash>

namespace xueji {

/// The papers that were seen for rows of a roster, until each is taken by its own.
class PaperShelf {
public:
  /// `papers` must outlive it.
  explicit PaperShelf(const QList<RowPaper>& papers);

  struct Taken {
    QList<SeenPaper> papers;
    QList<RowPaper> expired; ///< of the row, too, but at an end before its day
  };
  /// Those of this row (isPaperOf()).
  Taken take(const QString& sheet, bool isOnlySheet, int row, const QString& identity, const QDate& day);

  /// Papers of rows that the roster does not have.
  QList<PaperFault> left() const;

private:
  const QList<RowPaper>& m_papers;
  QList<bool> m_isTaken;
  QMultiHash<int, qsizetype> m_byRow;
  QMultiHash<QString, qsizetype> m_byIdentity; ///< of those that name no row
};

} // namespace xueji
