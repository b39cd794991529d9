#include "domain/ledger_registry.h"

namespace xueji {

const ActBrief* Snapshot::act(qint64 id) const {
  for (const ActBrief& brief : acts)
    if (brief.id == id)
      return &brief;
  return nullptr;
}

const Fact* Registry::fact(const QString& key) const {
  for (const Fact& known : facts)
    if (known.key == key)
      return &known;
  return nullptr;
}

const ActKind* Registry::act(const QString& key) const {
  for (const ActKind& known : acts)
    if (known.key == key)
      return &known;
  return nullptr;
}

Registry Registry::upTo(int schema) const {
  Registry cut = *this;
  cut.steps.removeIf([schema](const SchemaStep& step) { return step.version > schema; });
  cut.facts.removeIf([schema](const Fact& known) { return known.since > schema; });
  for (Fact& known : cut.facts)
    known.columns.removeIf([schema](const FactColumn& column) { return column.since > schema; });
  for (const SchemaStep& step : steps)
    if (step.version > schema)
      cut.laterColumns << step.presentColumns;
  return cut;
}

QList<const Fact*> Registry::factsNaming(SubjectKind kind) const {
  QList<const Fact*> naming;
  for (const Fact& known : facts)
    for (const FactColumn& column : known.columns)
      if (column.names == kind)
        naming << &known;
  return naming;
}

Registry::Home Registry::homeOf(const QString& item, SubjectKind of) const {
  const Fact* items = nullptr;
  for (const Fact& known : facts) {
    if (known.of != of)
      continue;
    if (known.shape == FactShape::Items && !items)
      items = &known;
    for (qsizetype at = 0; known.shape == FactShape::State && at < known.columns.size(); ++at)
      if (known.columns[at].item == item)
        return {&known, static_cast<int>(at)};
  }
  return {items, -1};
}

} // namespace xueji
