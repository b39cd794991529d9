#include "domain/chains.h"

#include <algorithm>

namespace xueji {

namespace {

bool isBefore(const FactRow& a, const FactRow& b) {
  return a.from != b.from ? a.from < b.from : a.id < b.id;
}

} // namespace

void Chains::add(const QString& fact, FactRow row) {
  QList<FactRow>& rows = m_rows[fact];
  const auto place = std::upper_bound(rows.begin(), rows.end(), row, isBefore);
  rows.insert(place, std::move(row));
}

qint64 Chains::newestAct() const {
  qint64 newest = 0;
  for (const QList<FactRow>& rows : m_rows)
    for (const FactRow& row : rows)
      newest = std::max({newest, row.act, row.voidedBy});
  return newest;
}

void Chains::markVoid(const RowMark& mark, qint64 byAct) {
  const auto rows = m_rows.find(mark.fact);
  if (rows == m_rows.end())
    return;
  for (FactRow& row : *rows)
    if (row.id == mark.row)
      row.voidedBy = byAct;
}

const QList<FactRow>& Chains::all(const QString& fact) const {
  static const QList<FactRow> none;
  const auto rows = m_rows.constFind(fact);
  return rows == m_rows.constEnd() ? none : *rows;
}

QList<FactRow> Chains::seen(const QString& fact, Known known) const {
  QList<FactRow> rows = all(fact);
  rows.removeIf([known](const FactRow& row) { return !known.sees(row); });
  return rows;
}

const FactRow* Chains::at(const QString& fact, const QString& day, Known known) const {
  const FactRow* holding = nullptr;
  for (const FactRow& row : all(fact)) {
    if (row.from > day)
      break;
    if (known.sees(row))
      holding = &row;
  }
  return holding;
}

const FactRow* Chains::first(const QString& fact, Known known) const {
  for (const FactRow& row : all(fact))
    if (known.sees(row))
      return &row;
  return nullptr;
}

ItemValues Chains::items(const QString& fact, const QString& day, Known known) const {
  ItemValues values;
  for (const FactRow& row : all(fact)) {
    if (row.from > day)
      break;
    if (!known.sees(row))
      continue;
    const auto named = itemsFromJson(row.values.value(0));
    if (!named)
      continue;
    if (values.isEmpty())
      values = *named;
    else
      for (auto it = named->cbegin(); it != named->cend(); ++it)
        values.insert(it.key(), it.value());
  }
  return values;
}

const FactRow* Chains::sourceOf(const QString& fact, const QString& item, const QString& day, Known known) const {
  const FactRow* source = nullptr;
  for (const FactRow& row : all(fact)) {
    if (row.from > day)
      break;
    if (!known.sees(row))
      continue;
    const auto named = itemsFromJson(row.values.value(0));
    if (named && named->contains(item))
      source = &row;
  }
  return source;
}

} // namespace xueji
