#include "domain/student_number.h"
#include "register/acts.h"
#include "register/acts_support.h"

namespace xueji {

Result<qint64> issueNumber(Office& office, qint64 student, const QString& number, QDate effective,
                           const QString& ground, Findings* why) {
  if (!effective.isValid())
    effective = office.clock().today();
  Transaction transaction = office.store().begin();
  if (auto begun = transaction.begun(); !begun)
    return std::unexpected(begun.error());
  auto row = detail::studentRow(office, student);
  if (!row)
    return std::unexpected(row.error());
  if (row->status == StudentStatus::Voided)
    return fail(ErrorCode::StudentNotFound, {QString::number(student)});
  const QString cleaned = StudentNumber::clean(number);
  if (cleaned == row->studentNumber)
    return fail(ErrorCode::NothingToDo);

  StudentRecord after = row->record;
  after.setValue(Field::StudentNumber, cleaned);
  Request request;
  request.kind = ActKind::NumberIssued;
  request.effective = effective;
  request.today = office.clock().today();
  request.record = &after;
  request.before = row->record;
  request.student = student;
  request.stage = row->stage;
  request.entryYear = row->entryYear;
  request.continued = true;
  request.studentNumberBefore = row->studentNumber;
  const Verdict verdict = office.judge().verdict(request, office.facts());
  if (!verdict.allows())
    return std::unexpected(detail::refusal(verdict.findings, why));

  Act act;
  act.kind = ActKind::NumberIssued;
  act.student = student;
  act.effective = effective;
  act.ground = ground;
  act.findings = verdict.findings;
  act.ruleSet = verdict.ruleSets;
  const QString key = office.fields().definition(Field::StudentNumber).id;
  act.before.insert(key, row->studentNumber);
  act.after.insert(key, cleaned);
  auto stored = office.store().acts().append(act);
  if (!stored)
    return stored;
  row->record = after;
  row->studentNumber = cleaned;
  if (auto updated = office.store().students().update(*row, effective, *stored); !updated)
    return std::unexpected(updated.error());
  if (auto logged = office.store().log().append(LogAction::Change, detail::studentObject(student), toKey(act.kind));
      !logged)
    return std::unexpected(logged.error());
  if (auto committed = transaction.commit(); !committed)
    return std::unexpected(committed.error());
  return stored;
}

} // namespace xueji
