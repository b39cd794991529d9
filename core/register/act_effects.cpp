#include "register/act_effects.h"

#include <algorithm>

namespace xueji {

namespace {

void addItems(const Fact& fact, const Chains& chains, const FactRow& row, QList<ActChange>& changes) {
  const auto named = itemsFromJson(row.values.value(0));
  if (!named)
    return;
  const ItemValues before = chains.items(fact.key, row.from, Known{row.act - 1});
  for (auto it = named->cbegin(); it != named->cend(); ++it)
    changes << ActChange{it.key(), {}, before.value(it.key()), it.value(), row.from};
}

void addColumns(const Fact& fact, const Chains& chains, const FactRow& row, QList<ActChange>& changes) {
  const FactRow* before = fact.shape == FactShape::State ? chains.at(fact.key, row.from, Known{row.act - 1}) : nullptr;
  const bool hasItems = std::any_of(fact.columns.begin(), fact.columns.end(),
                                    [](const FactColumn& column) { return !column.item.isEmpty(); });
  for (qsizetype at = 0; at < fact.columns.size(); ++at) {
    const FactColumn& column = fact.columns[at];
    const QString old = before ? before->values.value(at) : QString();
    const QString& fresh = row.values.value(at);
    if (old == fresh || (hasItems && column.item.isEmpty()) ||
        (column.type == FactColumnType::Integer && fresh == u"0"))
      continue;
    changes << ActChange{column.item, column.item.isEmpty() ? fact.name : QString(), old, fresh, row.from};
  }
}

} // namespace

QList<ActChange> changesOf(const Registry& registry, const Chains& chains, qint64 act) {
  QList<ActChange> changes;
  for (const Fact& fact : registry.facts) {
    if (!fact.shown)
      continue;
    for (const FactRow& row : chains.all(fact.key)) {
      if (row.act != act)
        continue;
      if (fact.shape == FactShape::Items)
        addItems(fact, chains, row, changes);
      else
        addColumns(fact, chains, row, changes);
    }
  }
  return changes;
}

bool opensEnrolment(const Registry& registry, const Chains& chains, qint64 act) {
  for (const Fact& fact : registry.facts)
    if (fact.foundation)
      for (const FactRow& row : chains.all(fact.key))
        if (row.act == act && !chains.at(fact.key, row.from, Known{act - 1}))
          return true;
  return false;
}

} // namespace xueji
