// Taking an act back, doing it again, moving an enrolment: what they do to rows of other acts.

#include "domain/class_facts.h"
#include "domain/ledger_facts.h"
#include "plans.h"

#include <QSet>
#include <algorithm>
#include <utility>

namespace xueji {

namespace {

bool isOrdinary(const Registry& registry, const ActBrief& brief) {
  const ActKind* kind = registry.act(brief.kind);
  return kind && kind->role == ActRole::Ordinary;
}

/// The act and the redates that moved it.
QList<qint64> withMoves(const Registry& registry, const Snapshot& snapshot, qint64 act) {
  QList<qint64> acts{act};
  for (const ActBrief& brief : snapshot.acts)
    if (const ActKind* kind = registry.act(brief.kind);
        kind && kind->role == ActRole::Moves && brief.refers == act && brief.voidedBy == 0)
      acts << brief.id;
  return acts;
}

struct NamedRow {
  const Fact* fact;
  const FactRow* row;
};

/// Standing rows of these acts.
QList<NamedRow> rowsOfActs(const Registry& registry, const Chains& chains, const QList<qint64>& acts) {
  QList<NamedRow> rows;
  for (const Fact& fact : registry.facts)
    for (const FactRow& row : chains.all(fact.key))
      if (row.voidedBy == 0 && acts.contains(row.act))
        rows << NamedRow{&fact, &row};
  return rows;
}

/// Whether an enrolment is opened by these rows: one of them begins where no other act's does.
bool opensFoundation(const Chains& chains, const QList<NamedRow>& own, const QList<qint64>& acts) {
  for (const NamedRow& named : own) {
    if (!named.fact->foundation)
      continue;
    const QList<FactRow> standing = chains.seen(named.fact->key);
    const bool corrected = std::any_of(standing.begin(), standing.end(), [&](const FactRow& other) {
      return !acts.contains(other.act) && other.act < named.row->act && other.from == named.row->from;
    });
    if (!corrected)
      return true;
  }
  return false;
}

bool buildsOn(const NamedRow& later, const QList<NamedRow>& own) {
  return std::any_of(own.begin(), own.end(), [&](const NamedRow& named) {
    if (named.fact != later.fact)
      return false;
    if (later.fact->shape == FactShape::State)
      return true;
    for (qsizetype at = 0; at < later.fact->columns.size(); ++at)
      if (later.fact->columns[at].ownRow && later.row->values.value(at).toLongLong() == named.row->id)
        return true;
    return false;
  });
}

/// Standing rows that no act of the child wrote: what a migration made of it. They go with the enrolment in whose time
/// they begin.
QList<NamedRow> rowsToldOf(const Registry& registry, const Snapshot& snapshot, const QList<NamedRow>& enrolment) {
  QString first = kLastDay;
  for (const NamedRow& named : enrolment)
    if (named.fact->foundation)
      first = std::min(first, named.row->from);
  QList<NamedRow> rows;
  for (const Fact& fact : registry.facts)
    for (const FactRow& row : snapshot.chains.all(fact.key))
      if (row.voidedBy == 0 && row.from >= first && !snapshot.act(row.act))
        rows << NamedRow{&fact, &row};
  return rows;
}

/// Whether every state of the school that was begun still has a value without these rows: a register has a school.
bool standsWithout(Chains chains, const QList<RowMark>& marks) {
  for (const RowMark& mark : marks)
    chains.markVoid(mark, 1);
  return schoolOf(chains, kLastDay).has_value();
}

Result<ActBrief> actOf(const Wish& wish, const Snapshot& snapshot, qint64 id) {
  if (const ActBrief* brief = snapshot.act(id))
    return *brief;
  Q_UNUSED(wish)
  return fail(ErrorCode::ActNotFound, {QString::number(id)});
}

} // namespace

QString dayOfView(const Registry& registry, const Chains& chains, const QDate& day) {
  QString view = day.toString(Qt::ISODate);
  for (const Fact& fact : registry.facts)
    if (fact.foundation)
      if (const FactRow* first = chains.first(fact.key))
        view = std::max(view, first->from);
  return view;
}

QList<RowMark> standingRowsOf(const Registry& registry, const Snapshot& snapshot, qint64 act) {
  QList<RowMark> marks;
  for (const NamedRow& named : rowsOfActs(registry, snapshot.chains, withMoves(registry, snapshot, act)))
    marks << RowMark{named.fact->key, named.row->id};
  return marks;
}

QList<qint64> actsBuiltUpon(const Registry& registry, const Snapshot& snapshot, qint64 act) {
  const QList<qint64> acts = withMoves(registry, snapshot, act);
  const QList<NamedRow> own = rowsOfActs(registry, snapshot.chains, acts);
  const bool opens = opensFoundation(snapshot.chains, own, acts);
  QList<qint64> built;
  for (auto later = snapshot.acts.crbegin(); later != snapshot.acts.crend() && later->id > act; ++later) {
    if (later->voidedBy != 0 || acts.contains(later->id) || !isOrdinary(registry, *later))
      continue;
    const QList<NamedRow> rows = rowsOfActs(registry, snapshot.chains, withMoves(registry, snapshot, later->id));
    if (opens || std::any_of(rows.begin(), rows.end(), [&](const NamedRow& row) { return buildsOn(row, own); }))
      built << later->id;
  }
  if (opens)
    for (const NamedBy& other : snapshot.namedBy)
      for (const FactRow& row : other.chain)
        if (other.names(row) && !built.contains(row.act))
          built << row.act;
  std::sort(built.begin(), built.end(), std::greater<>());
  return built;
}

namespace {

/// The newest act that stands on the act or on what does, as far as the snapshot reaches: the one that can be taken
/// back now. And how many there are.
std::pair<qint64, qsizetype> newestBuiltUpon(const Registry& registry, const Snapshot& snapshot, qint64 act) {
  QSet<qint64> all;
  QList<qint64> next{act};
  while (!next.isEmpty())
    for (const qint64 built : actsBuiltUpon(registry, snapshot, next.takeLast()))
      if (!all.contains(built)) {
        all.insert(built);
        if (snapshot.act(built))
          next << built;
      }
  return {all.isEmpty() ? 0 : *std::max_element(all.cbegin(), all.cend()), all.size()};
}

} // namespace

Result<Planned> planVoid(const Wish& wish, const Snapshot& before, const PlanContext& context) {
  const auto act = actOf(wish, before, wish.body.value(QStringLiteral("act")).toInteger());
  if (!act)
    return std::unexpected(act.error());
  const ActKind* kind = context.registry.act(act->kind);
  if (act->voidedBy != 0 || !kind || kind->role == ActRole::Voids)
    return fail(ErrorCode::NothingToDo);
  if (kind->role == ActRole::Moves)
    return fail(ErrorCode::NotVoidable, {kind->name});
  if (kind->role == ActRole::Told)
    return fail(ErrorCode::ActByProgram, {kind->name});
  if (const auto [newest, count] = newestBuiltUpon(context.registry, before, act->id); count > 0) {
    if (const ActBrief* last = before.act(newest))
      return fail(ErrorCode::BatchBuiltUpon, {context.registry.act(last->kind)->name, last->day.toString(Qt::ISODate),
                                              QString::number(last->id), QString::number(count)});
    for (const NamedBy& other : before.namedBy)
      for (const FactRow& row : other.chain)
        if (row.act == newest)
          return fail(ErrorCode::BatchBuiltUpon, {context.registry.fact(other.fact)->name, row.from,
                                                  QString::number(row.act), QString::number(count)});
  }
  Planned planned;
  planned.refers = act->id;
  planned.marks = standingRowsOf(context.registry, before, act->id);
  const QList<qint64> acts = withMoves(context.registry, before, act->id);
  const QList<NamedRow> own = rowsOfActs(context.registry, before.chains, acts);
  if (opensFoundation(before.chains, own, acts))
    for (const NamedRow& told : rowsToldOf(context.registry, before, own))
      planned.marks << RowMark{told.fact->key, told.row->id};
  if (wish.subject.kind == SubjectKind::School && !standsWithout(before.chains, planned.marks))
    return fail(ErrorCode::NotVoidable, {kind->name, toKey(SubjectKind::School)});
  return planned;
}

namespace {

/// What an act changed of a state, on what holds now: the other columns stay as others have corrected them since.
QStringList doneAgain(const Fact& fact, const Chains& chains, const FactRow& row, qint64 act) {
  const FactRow* before = chains.at(fact.key, row.from, Known{act - 1});
  const FactRow* present = chains.at(fact.key, row.from);
  if (!present)
    return row.values;
  QStringList values = present->values;
  const auto changed = [&](qsizetype at) {
    return (before ? before->values.value(at) : QString()) != row.values.value(at);
  };
  for (qsizetype first = 0; first < fact.columns.size();) {
    qsizetype end = first + 1;
    bool together = changed(first);
    for (; end < fact.columns.size() && fact.columns[end].withPrevious; ++end)
      together = together || changed(end);
    for (qsizetype at = first; together && at < end; ++at)
      values[at] = row.values.value(at);
    first = end;
  }
  return values;
}

/// The row that this one ends, where it is gone or another row has ended it since; else 0.
qint64 goneRow(const Fact& fact, const Chains& chains, const FactRow& row) {
  for (qsizetype at = 0; at < fact.columns.size(); ++at) {
    const qint64 named = fact.columns[at].ownRow ? row.values.value(at).toLongLong() : 0;
    if (named == 0)
      continue;
    const QList<FactRow> standing = chains.seen(fact.key);
    const bool stands =
        std::any_of(standing.begin(), standing.end(), [&](const FactRow& one) { return one.id == named; });
    const bool ended = std::any_of(standing.begin(), standing.end(),
                                   [&](const FactRow& one) { return one.values.value(at).toLongLong() == named; });
    if (!stands || ended)
      return named;
  }
  return 0;
}

} // namespace

Result<Planned> planRedo(const Wish& wish, const Snapshot& before, const PlanContext& context) {
  const auto act = actOf(wish, before, wish.redoes);
  if (!act)
    return std::unexpected(act.error());
  const bool again = std::any_of(before.acts.begin(), before.acts.end(), [&](const ActBrief& brief) {
    return brief.refers == act->id && brief.kind == act->kind && brief.voidedBy == 0;
  });
  if (act->voidedBy == 0 || again || !isOrdinary(context.registry, *act))
    return fail(ErrorCode::ActStands, {QString::number(act->id)});
  Planned planned;
  planned.refers = act->id;
  for (const Fact& fact : context.registry.facts)
    for (const FactRow& row : before.chains.all(fact.key)) {
      if (row.voidedBy != act->voidedBy)
        continue;
      if (const qint64 gone = goneRow(fact, before.chains, row); gone != 0)
        return fail(ErrorCode::PaperGone, {QString::number(gone)});
      const bool merged = fact.shape == FactShape::State;
      planned.rows << PlannedRow{fact.key, row.from,
                                 merged ? doneAgain(fact, before.chains, row, act->id) : row.values};
    }
  return planned;
}

namespace {

/// The enrolment that a redate means: the one named, else the latest that stands.
Result<ActBrief> enrolmentOf(const Wish& wish, const Snapshot& before, const PlanContext& context) {
  const qint64 named = wish.body.value(QStringLiteral("act")).toInteger();
  if (named != 0)
    return actOf(wish, before, named);
  for (auto brief = before.acts.crbegin(); brief != before.acts.crend(); ++brief) {
    if (brief->voidedBy != 0 || !isOrdinary(context.registry, *brief))
      continue;
    const QList<qint64> acts = withMoves(context.registry, before, brief->id);
    if (opensFoundation(before.chains, rowsOfActs(context.registry, before.chains, acts), acts))
      return *brief;
  }
  return fail(ErrorCode::ActNotFound, {QString::number(named)});
}

} // namespace

namespace {

/// A class of the stage before ends with the moved enrolment, be the new class open from then on or only later.
void leaveTheClassBefore(const Chains& chains, const QString& fresh, Planned& planned) {
  const QString key = PlacementFact::fact().key;
  const auto isNone = [&](const PlannedRow& row) { return row.fact == key && row.values == PlacementFact{0}.values(); };
  planned.rows.removeIf(isNone);
  const Chains after = afterwards(chains, planned);
  const auto entersThen = std::any_of(planned.rows.begin(), planned.rows.end(),
                                      [&](const PlannedRow& row) { return row.fact == key && row.from == fresh; });
  const bool movesAClass =
      std::any_of(planned.marks.begin(), planned.marks.end(), [&](const RowMark& mark) { return mark.fact == key; });
  if (movesAClass && !entersThen && PlacementFact::on(after, fresh) != 0)
    planned.rows << PlannedRow{key, fresh, PlacementFact{0}.values()};
}

} // namespace

Result<Planned> planRedate(const Wish& wish, const Snapshot& before, const PlanContext& context) {
  const auto act = enrolmentOf(wish, before, context);
  if (!act)
    return std::unexpected(act.error());
  const QList<qint64> acts = withMoves(context.registry, before, act->id);
  QList<NamedRow> own = rowsOfActs(context.registry, before.chains, acts);
  if (act->voidedBy != 0 || !opensFoundation(before.chains, own, acts))
    return fail(ErrorCode::ActNotFound, {QString::number(act->id)});
  QString old;
  for (const NamedRow& named : own)
    if (named.fact->foundation)
      old = named.row->from;
  const QString fresh = wish.day.toString(Qt::ISODate);
  if (old == fresh)
    return fail(ErrorCode::NothingToDo);
  // Also on the new day itself: the moved rows would be the later entered of two on one day.
  const auto isBetween = [&](const QString& day) {
    return old < fresh ? old <= day && day <= fresh : fresh <= day && day < old;
  };
  for (const NamedRow& told : rowsToldOf(context.registry, before, own))
    if (told.row->from == old)
      own << told;
  const auto goesAlong = [&](const Fact& fact, const FactRow& row) {
    return std::any_of(own.begin(), own.end(),
                       [&](const NamedRow& named) { return named.fact == &fact && named.row->id == row.id; });
  };
  for (const Fact& fact : context.registry.facts) {
    if (fact.shape == FactShape::Entry)
      continue;
    for (const FactRow& row : before.chains.seen(fact.key)) {
      if (acts.contains(row.act) || !isBetween(row.from) || goesAlong(fact, row))
        continue;
      const ActBrief* between = before.act(row.act);
      const ActKind* kind = between ? context.registry.act(between->kind) : nullptr;
      return fail(ErrorCode::ActBetween, {kind ? kind->name : fact.name, row.from, QString::number(row.act)});
    }
  }
  Planned planned;
  planned.refers = act->id;
  const QString eve = QDate::fromString(old, Qt::ISODate).addDays(-1).toString(Qt::ISODate);
  for (const NamedRow& named : own) {
    const Fact& fact = *named.fact;
    // What the enrolment put on a later day (a class that opened after it) goes along where that day is now too early;
    // how the stage before ended is said of the day before.
    const bool tooEarly = fact.notBeforeFoundation && old < named.row->from && named.row->from <= fresh;
    const bool ofTheEve = fact.key == OutcomeFact::fact().key && named.row->from == eve;
    if (named.row->from != old && !tooEarly && !ofTheEve)
      continue;
    planned.marks << RowMark{fact.key, named.row->id};
    const qint64 target = fact.key == PlacementFact::fact().key ? PlacementFact::of(*named.row).classId : 0;
    planned.rows << PlannedRow{fact.key,
                               ofTheEve      ? wish.day.addDays(-1).toString(Qt::ISODate)
                               : target != 0 ? firstDayIn(context.classes, target, fresh)
                                             : fresh,
                               named.row->values};
  }
  leaveTheClassBefore(before.chains, fresh, planned);
  return planned;
}

} // namespace xueji
