#pragma once

#include "domain/canonical_json.h"
#include "domain/fact.h"

#include <QHash>
#include <limits>

namespace xueji {

/// Up to which act the register was known. A row counts when its act is not later and no act up to then voids it.
struct Known {
  qint64 lastAct = std::numeric_limits<qint64>::max();
  bool sees(const FactRow& row) const { return row.act <= lastAct && (row.voidedBy == 0 || row.voidedBy > lastAct); }
};

/// All fact rows of one subject, each kind in the order (first day, order of entry). Each row of a state ends where the
/// next begins; of two on one day the later entered holds. A value.
class Chains {
public:
  void add(const QString& fact, FactRow row);
  /// Marks a row void; nothing happens where there is none.
  void markVoid(const RowMark& mark, qint64 byAct);

  const QList<FactRow>& all(const QString& fact) const; ///< voided rows too
  QList<FactRow> seen(const QString& fact, Known known = {}) const;
  /// The row of a state that holds on a day (yyyy-MM-dd; '' asks for the beginning); null where none does.
  const FactRow* at(const QString& fact, const QString& day, Known known = {}) const;
  /// The first row that counts; null where none does.
  const FactRow* first(const QString& fact, Known known = {}) const;
  /// Items of a fact of that shape as at a day.
  ItemValues items(const QString& fact, const QString& day, Known known = {}) const;
  /// The row from which an item has its value on a day; null where no row names it.
  const FactRow* sourceOf(const QString& fact, const QString& item, const QString& day, Known known = {}) const;
  bool isEmpty() const { return m_rows.isEmpty(); }
  /// The newest act that made or voided a row; 0 without rows.
  qint64 newestAct() const;

private:
  QHash<QString, QList<FactRow>> m_rows;
};

/// The last day as stored text: sorts after every day there is.
inline const QString kLastDay = QStringLiteral("9999-12-31");

} // namespace xueji
