#include "register/acts.h"
#include "register/acts_support.h"

namespace xueji {
namespace {

/// The first later act that builds on this one: any for an enrolment, else one that touches the same items.
Result<std::optional<Act>> builtUpon(Office& office, const Act& act) {
  const auto later = office.store().acts().standingAfter(act.student, act.id);
  if (!later)
    return std::unexpected(later.error());
  for (const Act& other : *later) {
    if (act.kind == ActKind::Enrol)
      return other;
    for (const QString& item : other.after.keys())
      if (act.after.contains(item))
        return other;
  }
  return std::nullopt;
}

Result<void> takeBackItems(Office& office, const Act& act, qint64 undoing) {
  auto row = detail::studentRow(office, act.student);
  if (!row)
    return std::unexpected(row.error());
  for (auto it = act.before.constBegin(); it != act.before.constEnd(); ++it)
    if (const auto field = office.fields().byId(it.key()))
      row->record.setValue(*field, it.value().toString());
  if (act.kind == ActKind::NumberIssued) {
    if (auto former = office.store().numbers().takeBack(act.student, NumberKind::StudentNumber); !former)
      return std::unexpected(former.error());
    row->studentNumber = row->record.value(Field::StudentNumber);
  }
  return office.store().students().update(*row, act.effective, undoing);
}

} // namespace

Result<qint64> voidAct(Office& office, qint64 id, const QString& reason) {
  Transaction transaction = office.store().begin();
  if (auto begun = transaction.begun(); !begun)
    return std::unexpected(begun.error());
  const auto act = office.store().acts().byId(id);
  if (!act)
    return std::unexpected(act.error());
  if (!*act)
    return fail(ErrorCode::ActNotFound, {QString::number(id)});
  if ((*act)->voidedBy != 0 || (*act)->kind == ActKind::Void)
    return fail(ErrorCode::NothingToDo);
  const auto later = builtUpon(office, **act);
  if (!later)
    return std::unexpected(later.error());
  if (*later)
    return fail(ErrorCode::BatchBuiltUpon, {chineseName((*later)->kind), (*later)->effective.toString(Qt::ISODate),
                                            QString::number((*later)->id)});

  Act undoing;
  undoing.kind = ActKind::Void;
  undoing.student = (*act)->student;
  undoing.effective = (*act)->effective;
  undoing.voids = id;
  undoing.ground = reason;
  auto stored = office.store().acts().append(undoing);
  if (!stored)
    return stored;
  const Result<void> done =
      (*act)->kind == ActKind::Enrol
          ? office.store().students().setStatus((*act)->student, StudentStatus::Voided, (*act)->effective, *stored)
          : takeBackItems(office, **act, *stored);
  if (!done)
    return std::unexpected(done.error());
  if (auto logged = office.store().log().append(LogAction::Change, detail::studentObject(undoing.student),
                                                QStringLiteral("void act:%1").arg(id));
      !logged)
    return std::unexpected(logged.error());
  if (auto committed = transaction.commit(); !committed)
    return std::unexpected(committed.error());
  return stored;
}

} // namespace xueji
