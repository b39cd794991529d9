#include "register/roll.h"

#include "domain/ledger_facts.h"
#include "register/own_rights.h"
#include "store/tables.h"

#include <algorithm>

namespace xueji {

Result<QList<qint64>> rollOn(Office& office, const QDate& day, Known known, const QList<StudentStatus>& statuses) {
  QStringList keys;
  for (const StudentStatus status : statuses)
    keys << toKey(status);
  const auto ids = office.tables().facts().holding(StatusFact::fact(), QStringLiteral("value"), keys,
                                                   day.toString(Qt::ISODate), known);
  if (!ids)
    return std::unexpected(ids.error());
  return office.tables().students().inOrder(*ids);
}

namespace {

Result<QHash<qint64, QString>> wholeItemOn(Office& office, Field field, const QDate& day) {
  // The present rows say it already but where a row begins between the two days.
  const auto present = office.tables().ledger().presentDay();
  if (!present)
    return std::unexpected(present.error());
  auto values = office.tables().students().column(field);
  if (!values)
    return values;
  const QString item = office.fields().definition(field).id;
  const Registry::Home home = office.registry().homeOf(item);
  if (!home.fact)
    return values;
  const bool namesClass = home.column >= 0 && home.fact->columns[home.column].names == SubjectKind::Class;
  const auto classes = office.store().classes();
  if (!classes)
    return std::unexpected(classes.error());
  const QString wanted = day.toString(Qt::ISODate);
  const QString stored = present->toString(Qt::ISODate);
  const auto [from, until] = std::minmax(wanted, stored);
  // An enrolment ahead is shown as at its first day, which may lie beyond the stored one: its rows count too.
  const auto changed = office.tables().facts().beginning(*home.fact, from, std::max(until, kLastDay));
  if (!changed)
    return std::unexpected(changed.error());
  for (const qint64 student : *changed) {
    if (!values->contains(student))
      continue;
    const auto rows = office.tables().facts().chain(*home.fact, student);
    if (!rows)
      return std::unexpected(rows.error());
    Chains chains;
    for (const FactRow& row : *rows)
      chains.add(home.fact->key, row);
    if (home.column < 0) {
      values->insert(student, chains.items(home.fact->key, wanted).value(item));
    } else {
      const FactRow* row = chains.at(home.fact->key, wanted);
      const QString value = row ? row->values.value(home.column) : QString();
      const auto on = namesClass ? (*classes)->on(value.toLongLong(), wanted) : std::nullopt;
      values->insert(student, !namesClass ? value : on ? on->name() : QString());
    }
  }
  return values;
}

} // namespace

Result<QHash<qint64, QString>> itemOn(Office& office, Field field, const QDate& day) {
  const OwnRights rights(office);
  if (auto allowed = rights.require(Verb::See, rights.groupOf(field)); !allowed)
    return std::unexpected(allowed.error());
  auto values = wholeItemOn(office, field, day);
  if (values && !rights.seesWhole(field))
    for (QString& value : *values)
      value = rights.seen(field, value);
  return values;
}

Result<void> turnDay(Office& office) {
  Ledger ledger = office.tables().ledger();
  if (auto right = ledger.checkClock(); !right)
    return right;
  return ledger.turnTo(office.clock().today());
}

} // namespace xueji
