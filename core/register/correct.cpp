#include "register/acts.h"
#include "register/acts_support.h"
#include "register/record_changes.h"

namespace xueji {
namespace {

Request requestFor(Office& office, const Correction& wish, const StudentRow& before, const StudentRecord& after) {
  Request request;
  request.kind = ActKind::Correct;
  request.effective = wish.effective.isValid() ? wish.effective : office.clock().today();
  request.today = office.clock().today();
  request.record = &after;
  request.before = before.record;
  request.student = before.id;
  request.stage = before.stage;
  request.entryYear = before.entryYear;
  request.continued = detail::wasContinued(office, before);
  if (const auto proofs = office.store().proofs().ofStudent(before.id))
    for (const Proof& proof : *proofs)
      request.proofsGiven.insert(proof.kind);
  return request;
}

StudentRecord corrected(const StudentRecord& before, const Correction& wish) {
  StudentRecord after = before;
  for (auto it = wish.values.constBegin(); it != wish.values.constEnd(); ++it)
    after.setValue(it.key(), it.value());
  return after;
}

Result<void> mayCorrect(const Office& office, const RecordChange& change) {
  for (const QString& id : change.after.keys()) {
    const auto field = office.fields().byId(id);
    if (!field)
      return fail(ErrorCode::FieldUnknown, {id});
    const FieldDefinition& definition = office.fields().definition(*field);
    if (definition.keyData)
      return fail(ErrorCode::FieldNotEditable, {definition.label, QStringLiteral("K01")});
    if (!definition.editable)
      return fail(ErrorCode::FieldNotEditable, {definition.label, QString()});
  }
  return {};
}

Result<qint64> write(Office& office, const Correction& wish, StudentRow row, const Verdict& verdict,
                     const RecordChange& change) {
  Act act;
  act.kind = ActKind::Correct;
  act.student = row.id;
  act.effective = wish.effective.isValid() ? wish.effective : office.clock().today();
  act.ground = wish.ground;
  act.findings = verdict.findings;
  act.ruleSet = verdict.ruleSets;
  act.before = change.before;
  act.after = change.after;
  auto stored = office.store().acts().append(act);
  if (!stored)
    return stored;
  if (change.after.contains(office.fields().definition(Field::NamePinyin).id)) {
    row.pinyin = row.record.value(Field::NamePinyin);
    row.initials.clear(); // the table makes them anew
  }
  if (auto updated = office.store().students().update(row, act.effective, *stored); !updated)
    return std::unexpected(updated.error());
  const QString detail = toKey(ActKind::Correct) + QLatin1Char(' ') + change.after.keys().join(QLatin1Char(','));
  if (auto logged = office.store().log().append(LogAction::Change, detail::studentObject(row.id), detail); !logged)
    return std::unexpected(logged.error());
  return stored;
}

} // namespace

Findings judgeCorrection(Office& office, const Correction& wish) {
  const auto row = detail::studentRow(office, wish.student);
  if (!row)
    return {};
  const StudentRecord after = corrected(row->record, wish);
  return office.judge().judge(requestFor(office, wish, *row, after), office.facts());
}

Result<qint64> correct(Office& office, const Correction& wish, Findings* why) {
  Transaction transaction = office.store().begin();
  if (auto begun = transaction.begun(); !begun)
    return std::unexpected(begun.error());
  auto row = detail::studentRow(office, wish.student);
  if (!row)
    return std::unexpected(row.error());
  if (row->status == StudentStatus::Voided)
    return fail(ErrorCode::StudentNotFound, {QString::number(wish.student)});
  if (row->revision != wish.revision)
    return fail(ErrorCode::RecordChanged);
  const StudentRecord after = corrected(row->record, wish);
  const RecordChange change = changeBetween(row->record, after, office.fields());
  if (change.after.isEmpty())
    return fail(ErrorCode::NothingToDo);
  if (auto allowed = mayCorrect(office, change); !allowed)
    return std::unexpected(allowed.error());
  const Verdict verdict = office.judge().verdict(requestFor(office, wish, *row, after), office.facts());
  if (!verdict.allows())
    return std::unexpected(detail::refusal(verdict.findings, why));
  row->record = after;
  auto act = write(office, wish, *row, verdict, change);
  if (!act)
    return act;
  if (auto committed = transaction.commit(); !committed)
    return std::unexpected(committed.error());
  return act;
}

} // namespace xueji
