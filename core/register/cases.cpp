#include "register/cases.h"

#include "approvals.h"
#include "domain/wish_bytes.h"
#include "store/tables.h"

#include <algorithm>

namespace xueji {

namespace {

/// The step that an approval does.
const QString kApproveStep = QStringLiteral("approve");

QString numberOf(const Case& file) {
  return QString::number(file.id);
}

/// What changing a case of this kind needs.
Result<void> requireRight(Office& office, const QString& kindKey) {
  const ActKind* kind = office.registry().act(kindKey);
  const auto right = kind ? capabilityFromKey(kind->right) : std::nullopt;
  return office.store().require(right.value_or(Capability::ChangeRecords));
}

Result<void> mustBeOpen(const Case& file) {
  if (file.act != 0)
    return fail(ErrorCode::CasePerformed, {numberOf(file), QString::number(file.act)});
  if (file.state == CaseState::Withdrawn)
    return fail(ErrorCode::CaseWithdrawn, {numberOf(file)});
  return {};
}

/// A case that is handed over, or the person's own draft.
Result<Case> caseAtHand(Office& office, qint64 id) {
  const auto file = office.tables().cases().byId(id);
  if (!file)
    return std::unexpected(file.error());
  if (!*file)
    return fail(ErrorCode::CaseNotFound, {QString::number(id)});
  if ((*file)->state == CaseState::Draft && (*file)->act == 0 && (*file)->owner != office.store().user().id)
    return fail(ErrorCode::CaseNotHandedOver, {QString::number(id)});
  return **file;
}

/// Other people's wishes touch any group of a record: who may change but some of them is not enough.
Result<void> mayHandle(Office& office, const Case& file) {
  return file.owner == office.store().user().id ? requireRight(office, file.kind)
                                                : office.store().require(Capability::Enrol);
}

/// The wish is seen by its owner, by the registrars, and by who may approve it.
Result<void> mayRead(Office& office, const Case& file) {
  const ActKind* kind = office.registry().act(file.kind);
  const auto approval = kind ? capabilityFromKey(kind->approval) : std::nullopt;
  if (file.owner == office.store().user().id || office.store().may(approval.value_or(Capability::Approve)))
    return {};
  return mayHandle(office, file);
}

/// A case that the signed-in person may change.
Result<Case> caseToChange(Office& office, qint64 id) {
  auto file = caseOf(office, id);
  if (!file)
    return file;
  if (auto open = mustBeOpen(*file); !open)
    return std::unexpected(open.error());
  if (auto allowed = requireRight(office, file->kind); !allowed)
    return std::unexpected(allowed.error());
  return file;
}

/// Puts the wish into the case.
Result<void> write(Office& office, Case& file, Wish wish) {
  const ActKind* kind = office.registry().act(wish.kind);
  if (!kind)
    return fail(ErrorCode::ActKindUnknown, {QString(), wish.kind});
  wish.version = kind->version;
  file.kind = wish.kind;
  file.version = wish.version;
  file.subject = wish.subject;
  file.wish = bytesOf(wish);
  file.changed = office.clock().now();
  file.changedBy = office.store().user().id;
  if (file.wish.size() > kMostWishBytes)
    return fail(ErrorCode::CaseTooLarge, {QString::number(file.wish.size()), QString::number(kMostWishBytes)});
  return {};
}

/// Whoever may approve, then the owner.
QList<CaseStep> usualSteps(const ActKind& kind, Role owner) {
  const auto right = capabilityFromKey(kind.approval);
  constexpr std::array kRoles{Role::Principal, Role::Registrar, Role::Helper, Role::Auditor};
  const auto approver =
      std::find_if(kRoles.begin(), kRoles.end(), [&](Role role) { return right && may(role, *right); });
  if (approver == kRoles.end())
    return {};
  return {{kApproveStep, *approver, {}, {}, 0}, {QStringLiteral("perform"), owner, {}, {}, 0}};
}

/// Marks the next step done where it is this person's turn.
bool finishTurn(Office& office, Case& file) {
  const CaseStep* next = file.nextStep();
  if (!next || next->turn != office.store().user().role)
    return false;
  CaseStep& step = file.steps[next - file.steps.constData()];
  step.done = office.clock().now();
  step.doneBy = office.store().user().id;
  return true;
}

} // namespace

Result<qint64> openCase(Office& office, const Wish& wish, const QList<CaseStep>& steps) {
  if (auto allowed = requireRight(office, wish.kind); !allowed)
    return std::unexpected(allowed.error());
  Case file;
  if (auto written = write(office, file, wish); !written)
    return std::unexpected(written.error());
  file.owner = file.changedBy;
  file.opened = file.changed;
  file.steps = steps;
  const auto id = office.tables().cases().newId();
  if (!id)
    return id;
  file.id = *id;
  const auto kept = office.tables().cases().keep(file);
  return kept ? id : std::unexpected(kept.error());
}

Result<void> saveCase(Office& office, qint64 id, const Wish& wish) {
  auto file = caseToChange(office, id);
  if (!file)
    return std::unexpected(file.error());
  if (auto known = wishOf(office.registry(), *file); !known && known.error().code == ErrorCode::CaseKindUnknown)
    return std::unexpected(known.error());
  if (wish.kind != file->kind)
    return fail(ErrorCode::WrongUse, {wish.kind});
  if (auto written = write(office, *file, wish); !written)
    return written;
  return office.tables().cases().keep(*file);
}

Result<void> setSteps(Office& office, qint64 id, const QList<CaseStep>& steps) {
  auto file = caseToChange(office, id);
  if (!file)
    return std::unexpected(file.error());
  file->steps = steps;
  return office.tables().cases().keep(*file);
}

Result<void> finishStep(Office& office, qint64 id) {
  auto file = caseAtHand(office, id);
  if (!file)
    return std::unexpected(file.error());
  if (auto open = mustBeOpen(*file); !open)
    return open;
  const CaseStep* next = file->nextStep();
  if (!next)
    return fail(ErrorCode::NothingToDo);
  if (!finishTurn(office, *file))
    return fail(ErrorCode::RoleForbids, {toKey(office.store().user().role), next->what});
  return office.tables().cases().keep(*file);
}

Result<void> handOver(Office& office, qint64 id) {
  auto file = caseToChange(office, id);
  if (!file)
    return std::unexpected(file.error());
  if (file->state != CaseState::Draft)
    return fail(ErrorCode::NothingToDo);
  file->state = CaseState::HandedOver;
  const ActKind* kind = office.registry().act(file->kind);
  if (kind && !kind->approval.isEmpty() && file->steps.isEmpty())
    file->steps = usualSteps(*kind, office.store().user().role);
  return office.tables().cases().keep(*file);
}

Result<void> withdrawCase(Office& office, qint64 id, const QString& ground) {
  auto file = office.tables().cases().byId(id);
  if (!file)
    return std::unexpected(file.error());
  if (!*file)
    return fail(ErrorCode::CaseNotFound, {QString::number(id)});
  if (auto open = mustBeOpen(**file); !open)
    return open;
  if (auto allowed = mayHandle(office, **file); !allowed)
    return allowed;
  if ((*file)->state == CaseState::Draft)
    (*file)->wish.clear();
  (*file)->state = CaseState::Withdrawn;
  (*file)->ground = ground;
  return office.tables().cases().keepWithdrawn(**file);
}

Result<Case> caseOf(Office& office, qint64 id) {
  auto file = caseAtHand(office, id);
  if (file)
    if (auto allowed = mayRead(office, *file); !allowed)
      return std::unexpected(allowed.error());
  return file;
}

Result<Wish> wishOf(const Registry& registry, const Case& file) {
  const ActKind* kind = registry.act(file.kind);
  if (!kind || file.version > kind->version || (file.version < kind->version && !kind->forward))
    return fail(ErrorCode::CaseKindUnknown, {numberOf(file), file.kind, QString::number(file.version)});
  auto wish = wishFromBytes(file.wish);
  if (wish && file.version < kind->version) {
    wish = kind->forward(*wish);
    if (wish)
      wish->version = kind->version;
  }
  if (wish)
    wish->caseId = file.id;
  return wish;
}

Result<QList<Case>> waitingCases(Office& office, Waiting which) {
  auto cases = office.tables().cases().open();
  if (!cases)
    return cases;
  const User& user = office.store().user();
  const QDate today = office.clock().today();
  cases->removeIf([&](const Case& file) {
    const CaseStep* next = file.nextStep();
    const bool handedOver = file.state == CaseState::HandedOver;
    switch (which) {
    case Waiting::Mine:
      return file.owner != user.id;
    case Waiting::MyTurn:
      return !handedOver || (next ? next->turn != user.role : file.owner != user.id);
    case Waiting::Overdue:
      return !handedOver || !next || !next->due.isValid() || next->due >= today;
    }
    return true;
  });
  for (Case& file : *cases)
    if (!mayRead(office, file))
      file.wish.clear();
  return cases;
}

Result<CaseReview> reviewCase(Office& office, qint64 id) {
  auto file = caseOf(office, id);
  if (!file)
    return std::unexpected(file.error());
  if (auto open = mustBeOpen(*file); !open)
    return std::unexpected(open.error());
  const auto wish = wishOf(office.registry(), *file);
  if (!wish)
    return std::unexpected(wish.error());
  auto judged = judge(office, *wish);
  if (!judged)
    return std::unexpected(judged.error());
  auto approvals = office.tables().approvals().ofCase(id);
  if (!approvals)
    return std::unexpected(approvals.error());
  const QByteArray hash = approvalHash(file->wish, *judged);
  return CaseReview{std::move(*file), std::move(*judged), hash, std::move(*approvals)};
}

namespace {

Result<qint64> answer(Office& office, qint64 id, const QByteArray& seen, Judgement judgement, const QString& ground) {
  Transaction transaction = office.tables().begin();
  if (auto begun = transaction.begun(); !begun)
    return std::unexpected(begun.error());
  Ledger ledger = office.tables().ledger();
  if (auto begun = ledger.begin(std::nullopt); !begun)
    return std::unexpected(begun.error());
  auto review = reviewCase(office, id);
  if (!review)
    return std::unexpected(review.error());
  Case& file = review->file;
  const User& user = office.store().user();
  const ActKind* kind = office.registry().act(file.kind);
  const auto right = capabilityFromKey(kind->approval);
  if (auto allowed = office.store().require(right.value_or(Capability::Approve)); !allowed)
    return std::unexpected(allowed.error());
  if (file.owner == user.id || file.changedBy == user.id)
    return fail(ErrorCode::ApprovalOwn, {user.name});
  if (file.state != CaseState::HandedOver)
    return fail(ErrorCode::CaseNotHandedOver, {QString::number(id)});
  if (review->hash != seen)
    return fail(ErrorCode::CaseChanged, {QString::number(id)});
  if (judgement == Judgement::Approved && !review->judged.verdict.allows())
    return std::unexpected(refusal(review->judged.verdict.findings, nullptr));
  Approval approval{0, id, 0, {}, 0, judgement, seen, ground};
  if (auto written = ledger.append(approval); !written)
    return std::unexpected(written.error());
  const CaseStep* next = file.nextStep();
  const bool waitsForThis = next && next->what == kApproveStep;
  if (judgement == Judgement::Approved && waitsForThis && finishTurn(office, file))
    if (auto kept = office.tables().cases().keep(file); !kept)
      return std::unexpected(kept.error());
  const auto seal = ledger.seal();
  if (!seal)
    return std::unexpected(seal.error());
  if (auto logged = office.tables().log().append(
          LogAction::Approval, QStringLiteral("case:%1").arg(id),
          QStringList{toKey(judgement), file.kind, (*seal)->text()}.join(QLatin1Char(' ')));
      !logged)
    return std::unexpected(logged.error());
  if (auto done = transaction.commit(); !done)
    return std::unexpected(done.error());
  return approval.id;
}

} // namespace

Result<qint64> approveCase(Office& office, qint64 id, const QByteArray& seen, const QString& ground) {
  return answer(office, id, seen, Judgement::Approved, ground);
}

Result<qint64> refuseCase(Office& office, qint64 id, const QByteArray& seen, const QString& ground) {
  return answer(office, id, seen, Judgement::Refused, ground);
}

Result<Performed> performCase(Office& office, qint64 id, WitnessToken* witness, Findings* why) {
  const auto file = caseToChange(office, id);
  if (!file)
    return std::unexpected(file.error());
  const auto wish = wishOf(office.registry(), *file);
  if (!wish)
    return std::unexpected(wish.error());
  return perform(office, *wish, why, nullptr, witness);
}

Result<void> storeWaiting(Office& office) {
  return office.tables().log().flush();
}

} // namespace xueji
