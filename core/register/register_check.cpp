#include "register/register_check.h"

#include "domain/ledger_facts.h"
#include "register/own_rights.h"
#include "rule_request.h"
#include "store/tables.h"

namespace xueji {

Result<Standing> standingToday(Office& office, const StudentRow& row) {
  const auto chains = office.tables().facts().chains(Subject::student(row.id));
  if (!chains)
    return std::unexpected(chains.error());
  Request request;
  request.occasion = Occasion::AsItStands;
  request.effective = request.today = office.clock().today();
  StudentRecord record = row.record;
  leaveOutLocalNumber(record, row.numberSource);
  request.record = &record;
  request.student = row.id;
  request.stage = row.stage;
  request.entryYear = row.entryYear;
  request.continued = wasContinued(*chains);
  for (const FactRow& paper : PaperFact::standing(*chains, kLastDay))
    request.onFile << PaperFact::of(paper).seen();
  auto findings = office.judge().judge(request, office.facts());
  if (!findings)
    return std::unexpected(findings.error());
  Standing standing;
  for (const Finding& finding : OwnRights(office).seen(std::move(*findings)))
    (office.rules().isOpenPoint(finding) ? standing.open : standing.findings) << finding;
  return standing;
}

Result<Findings> findingsToday(Office& office, const StudentRow& row) {
  auto standing = standingToday(office, row);
  return standing ? Result<Findings>(std::move(standing->findings)) : std::unexpected(standing.error());
}

Result<QList<CheckedStudent>> checkRegister(Office& office, const Progress& progress) {
  if (auto logged = office.tables().log().append(LogAction::Read, QStringLiteral("students"), QStringLiteral("check"));
      !logged)
    return std::unexpected(logged.error());
  if (auto known = office.store().catchUp(); !known)
    return std::unexpected(known.error());
  const auto total = office.tables().students().count({});
  if (!total)
    return std::unexpected(total.error());
  QList<CheckedStudent> checked;
  Result<void> judged;
  const OwnRights rights(office);
  bool goOn = true;
  qint64 done = 0;
  auto read = office.tables().students().forEach({}, [&](const StudentRow& row) {
    goOn = goesOn(progress, done++, *total);
    const auto findings = findingsToday(office, row);
    if (!findings)
      judged = std::unexpected(findings.error());
    else if (!findings->isEmpty())
      checked << CheckedStudent{row.id, row.record.value(Field::Name),
                                rights.seen(Field::StudentNumber, row.studentNumber), row.numberSource, *findings};
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
