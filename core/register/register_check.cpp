#include "register/register_check.h"

#include "register/acts_support.h"

namespace xueji {

Result<Findings> findingsToday(Office& office, const StudentRow& row) {
  const auto proofs = office.store().proofs().ofStudent(row.id);
  if (!proofs)
    return std::unexpected(proofs.error());
  Request request;
  request.kind = ActKind::Enrol;
  request.effective = row.enrolledOn;
  request.today = office.clock().today();
  request.record = &row.record;
  request.student = row.id;
  request.stage = row.stage;
  request.entryYear = row.entryYear;
  request.continued = detail::isContinued(row.studentNumber, office.store().school());
  for (const Proof& proof : *proofs)
    request.proofsGiven.insert(proof.kind);
  return office.judge().judge(request, office.facts());
}

Result<QList<CheckedStudent>> checkRegister(Office& office, const Progress& progress) {
  const auto total = office.store().students().count({});
  if (!total)
    return std::unexpected(total.error());
  QList<CheckedStudent> checked;
  Result<void> judged;
  bool goOn = true;
  qint64 done = 0;
  auto read = office.store().students().forEach({}, [&](const StudentRow& row) {
    goOn = goesOn(progress, done++, *total);
    const auto findings = findingsToday(office, row);
    if (!findings)
      judged = std::unexpected(findings.error());
    else if (!findings->isEmpty())
      checked << CheckedStudent{row.id, row.record.value(Field::Name), row.studentNumber, *findings};
    return goOn && judged.has_value();
  });
  if (!read)
    return std::unexpected(read.error());
  if (!judged)
    return std::unexpected(judged.error());
  if (!goOn)
    return fail(ErrorCode::Cancelled);
  return checked;
}

} // namespace xueji
