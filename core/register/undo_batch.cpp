#include "register/roster_import.h"

namespace xueji {
namespace {

Result<Batch> batchToUndo(Office& office, qint64 id) {
  auto batch = office.store().batches().byId(id);
  if (!batch)
    return std::unexpected(batch.error());
  if (!*batch)
    return fail(ErrorCode::BatchNotFound, {QString::number(id)});
  if (!(*batch)->undone.isNull())
    return fail(ErrorCode::NothingToDo);
  if ((*batch)->madeBy != office.store().user().id) {
    const auto maker = office.store().users().nameOf((*batch)->madeBy);
    return fail(ErrorCode::BatchNotYours, {QString::number(id), maker.value_or(QString())});
  }
  auto later = office.store().acts().firstBuiltOnBatch(id);
  if (!later)
    return std::unexpected(later.error());
  if (*later)
    return fail(ErrorCode::BatchBuiltUpon, {chineseName((*later)->kind), (*later)->effective.toString(Qt::ISODate),
                                            QString::number((*later)->id)});
  return **batch;
}

Result<void> voidOne(Office& office, const Act& act, const QString& reason) {
  Act undoing;
  undoing.kind = ActKind::Void;
  undoing.student = act.student;
  undoing.effective = act.effective;
  undoing.voids = act.id;
  undoing.ground = reason;
  auto stored = office.store().acts().append(undoing);
  if (!stored)
    return std::unexpected(stored.error());
  return office.store().students().setStatus(act.student, StudentStatus::Voided, act.effective, *stored);
}

} // namespace

Result<void> undoBatch(Office& office, qint64 batch, const Progress& progress) {
  if (auto allowed = office.store().require(Capability::ChangeRecords); !allowed)
    return allowed;
  Transaction transaction = office.store().begin();
  if (auto begun = transaction.begun(); !begun)
    return begun;
  if (auto found = batchToUndo(office, batch); !found)
    return std::unexpected(found.error());
  const auto acts = office.store().acts().ofBatch(batch);
  if (!acts)
    return std::unexpected(acts.error());
  const QString reason = QStringLiteral("撤销批次 %1").arg(batch);
  qint64 done = 0;
  for (auto act = acts->crbegin(); act != acts->crend(); ++act) {
    if (!goesOn(progress, done++, acts->size()))
      return fail(ErrorCode::Cancelled);
    if (act->voidedBy != 0 || act->kind != ActKind::Enrol)
      continue;
    if (auto voided = voidOne(office, *act, reason); !voided)
      return voided;
  }
  if (auto marked = office.store().batches().setUndone(batch); !marked)
    return marked;
  if (auto logged = office.store().log().append(LogAction::Undo, QStringLiteral("batch:%1").arg(batch)); !logged)
    return logged;
  return transaction.commit();
}

} // namespace xueji
