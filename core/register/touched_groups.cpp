#include "touched_groups.h"

#include "domain/canonical_json.h"
#include "domain/rights.h"

namespace xueji {

QSet<QString> groupsOfRow(const Registry& registry, const FieldCatalogue& fields, const QString& key,
                          const QStringList& values) {
  const Fact* fact = registry.fact(key);
  if (!fact)
    return {QString()};
  if (fact->shape != FactShape::Items)
    return {fact->group};
  const auto items = itemKeysFromJson(values.value(0));
  if (!items)
    return {fact->group};
  QSet<QString> groups;
  QString last; // items of a section stand together often
  for (const QString& item : *items) {
    const auto field = fact->of == SubjectKind::Student ? fields.byId(item) : std::nullopt;
    const QString group = field ? Rights::standard().groupOf(fields.definition(*field)) : fact->group;
    if (groups.isEmpty() || group != last)
      groups.insert(group);
    last = group;
  }
  return groups;
}

QSet<QString> groupsOf(const Registry& registry, const FieldCatalogue& fields, const Planned& planned,
                       const Chains& chains) {
  QSet<QString> groups;
  for (const PlannedRow& row : planned.rows)
    groups += groupsOfRow(registry, fields, row.fact, row.values);
  for (const RowMark& mark : planned.marks)
    for (const FactRow& row : chains.all(mark.fact))
      if (row.id == mark.row)
        groups += groupsOfRow(registry, fields, mark.fact, row.values);
  return groups;
}

QSet<QString> groupsOfAct(const Registry& registry, const FieldCatalogue& fields, const Chains& chains, qint64 act) {
  QSet<QString> groups;
  for (const Fact& fact : registry.facts)
    for (const FactRow& row : chains.all(fact.key))
      if (row.act == act || row.voidedBy == act)
        groups += groupsOfRow(registry, fields, fact.key, row.values);
  return groups;
}

} // namespace xueji
