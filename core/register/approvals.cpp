#include "approvals.h"

#include "register/accounts.h"

#include "domain/ledger_facts.h"
#include "domain/wish_bytes.h"
#include "store/tables.h"

#include <algorithm>

namespace xueji {

QByteArray approvalHash(const QByteArray& wish, const Judged& judged) {
  QList<QByteArray> parts{wish, QByteArray::number(judged.before.revision), judged.verdict.ruleSets.toUtf8(),
                          QByteArray::number(judged.planned.refers)};
  for (const PlannedRow& row : judged.planned.rows) {
    const bool isPaper = row.fact == PaperFact::fact().key;
    QList<QByteArray> values{row.fact.toUtf8(), isPaper ? QByteArray() : row.from.toUtf8()};
    for (const QString& value : row.values)
      values << value.toUtf8();
    parts << hashOf(values);
  }
  for (const RowMark& mark : judged.planned.marks)
    parts << hashOf({QByteArray("mark"), mark.fact.toUtf8(), QByteArray::number(mark.row)});
  return hashOf(parts);
}

Result<void> requireApproval(Office& office, const ActKind& kind, const Case& file, const QByteArray& hash) {
  if (kind.approval.isEmpty())
    return {};
  const auto right = capabilityFromKey(kind.approval);
  const auto approvals = office.tables().approvals().ofCase(file.id);
  const auto users = office.tables().users().all();
  if (!approvals || !users)
    return std::unexpected(approvals ? users.error() : approvals.error());
  const auto giver = [&](const Approval& approval) {
    const auto found =
        std::find_if(users->begin(), users->end(), [&](const User& user) { return user.id == approval.givenBy; });
    return found == users->end() ? User() : *found;
  };
  const Approval* latest = nullptr;
  for (const Approval& approval : *approvals)
    if (approval.hash == hash)
      latest = &approval;
  const QString number = QString::number(file.id);
  if (!latest && !approvals->isEmpty())
    return fail(ErrorCode::ApprovalOutdated, {number});
  if (latest && latest->judgement == Judgement::Refused)
    return fail(ErrorCode::ApprovalRefused, {number, giver(*latest).name});
  const bool stands = latest && latest->judgement == Judgement::Approved && right && may(giver(*latest).role, *right) &&
                      latest->givenBy != file.owner;
  return stands ? Result<void>() : fail(ErrorCode::ApprovalNeeded, {kind.name});
}

bool needsWitness(const Office& office, const Act& act) {
  const QDate entered = act.entered.toUTC().addSecs(8 * 3600).date();
  return act.enteredBy != office.store().user().id || entered != office.clock().today();
}

Error witnessMissing(Office& office, const Act& act) {
  const auto alone = isAlone(office);
  if (!alone)
    return alone.error();
  if (*alone)
    return Error{ErrorCode::WitnessAlone, {}};
  const ActKind* kind = office.registry().act(act.kind);
  return Error{ErrorCode::VoidNeedsWitness, {kind ? kind->name : act.kind, QString::number(act.id)}};
}

QByteArray hashOf(const QList<Wish>& wishes) {
  QList<QByteArray> parts;
  for (const Wish& wish : wishes)
    parts << bytesOf(wish);
  return hashOf(parts);
}

} // namespace xueji
