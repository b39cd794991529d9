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
    changes << ActChange{it.key(), {}, before.value(it.key()), it.value(), row.from, fact.key};
}

/// A value as it is told: a class by its name, nothing where it names none.
QString told(const FactColumn& column, const QString& value, const QString& day, const ClassBook& classes) {
  if (column.names != SubjectKind::Class)
    return column.told && !value.isEmpty() ? column.told(value) : value;
  const auto on = classes.on(value.toLongLong(), day);
  return on ? on->stableName() : QString();
}

/// An entry is one change: a paper as such, of another what its columns say in a row.
void addEntry(const Fact& fact, const FactRow& row, QList<ActChange>& changes) {
  if (fact.key == PaperFact::fact().key) {
    changes << ActChange{{}, fact.name, {}, {}, row.from, fact.key};
    changes.last().paper = PaperFact::of(row);
    return;
  }
  QStringList said;
  for (qsizetype at = 0; at < fact.columns.size(); ++at)
    if (!row.values.value(at).isEmpty() && !fact.columns[at].ownRow)
      said << (fact.columns[at].told ? fact.columns[at].told(row.values.value(at)) : row.values.value(at));
  changes << ActChange{{}, fact.name, {}, said.join(QStringLiteral("，")), row.from, fact.key};
}

void addColumns(const Fact& fact, const Chains& chains, const ClassBook& classes, const FactRow& row,
                QList<ActChange>& changes) {
  const FactRow* before = chains.at(fact.key, row.from, Known{row.act - 1});
  const bool hasItems = std::any_of(fact.columns.begin(), fact.columns.end(),
                                    [](const FactColumn& column) { return !column.item.isEmpty(); });
  for (qsizetype at = 0; at < fact.columns.size(); ++at) {
    const FactColumn& column = fact.columns[at];
    const QString old = before ? before->values.value(at) : QString();
    const QString& fresh = row.values.value(at);
    if (old == fresh || (hasItems && column.item.isEmpty() && column.label.isEmpty()) ||
        (column.type == FactColumnType::Integer && fresh == u"0" && (old.isEmpty() || old == fresh)))
      continue;
    changes << ActChange{column.item,
                         !column.item.isEmpty()   ? QString()
                         : column.label.isEmpty() ? fact.name
                                                  : column.label,
                         told(column, old, row.from, classes),
                         told(column, fresh, row.from, classes),
                         row.from,
                         fact.key};
    if (fact.key == NumberFact::fact().key) {
      changes.last().sourceBefore = before ? NumberFact::of(*before).source : NumberSource::System;
      changes.last().sourceAfter = NumberFact::of(row).source;
    }
  }
}

} // namespace

QList<ActChange> changesOf(const Registry& registry, const Chains& chains, const ClassBook& classes, qint64 act) {
  QList<ActChange> changes;
  for (const Fact& fact : registry.facts) {
    if (!fact.shown)
      continue;
    for (const FactRow& row : chains.all(fact.key)) {
      if (row.act != act)
        continue;
      if (fact.shape == FactShape::Items)
        addItems(fact, chains, row, changes);
      else if (fact.shape == FactShape::Entry)
        addEntry(fact, row, changes);
      else
        addColumns(fact, chains, classes, row, changes);
    }
  }
  return changes;
}

bool opensEnrolment(const Registry& registry, const Chains& chains, qint64 act) {
  for (const Fact& fact : registry.facts)
    if (fact.foundation)
      for (const FactRow& row : chains.all(fact.key)) {
        if (row.act != act)
          continue;
        const QList<FactRow> earlier = chains.seen(fact.key, Known{act - 1});
        if (std::none_of(earlier.begin(), earlier.end(), [&](const FactRow& one) { return one.from == row.from; }))
          return true;
      }
  return false;
}

} // namespace xueji
