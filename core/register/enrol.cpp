#include "register/acts.h"
#include "register/acts_support.h"
#include "register/enrolment_writer.h"
#include "register/row_reader.h"

namespace xueji {
namespace {

Verdict verdictOn(Office& office, const Enrolment& wish, const QDate& effective) {
  const SchoolProfile school = office.store().school();
  Request request;
  request.kind = ActKind::Enrol;
  request.effective = effective;
  request.today = office.clock().today();
  request.record = &wish.record;
  request.entryYear = wish.entryYear;
  request.stage = stageOf(wish.record, wish.entryYear, school.system);
  request.continued = detail::continuesRecord(office, wish.record.value(Field::StudentNumber), request.stage);
  request.proofsGiven = QSet<QString>(wish.papers.begin(), wish.papers.end());
  return office.judge().verdict(request, office.facts());
}

QDate effectiveDay(const Enrolment& wish) {
  return wish.effective.isValid() ? wish.effective : QDate(wish.entryYear, 9, 1);
}

} // namespace

Findings judgeEnrolment(Office& office, const Enrolment& wish) {
  return verdictOn(office, wish, effectiveDay(wish)).findings;
}

Result<Enrolled> enrol(Office& office, const Enrolment& wish, Findings* why) {
  Transaction transaction = office.store().begin();
  if (auto begun = transaction.begun(); !begun)
    return std::unexpected(begun.error());
  EnrolmentToWrite enrolment;
  enrolment.effective = effectiveDay(wish);
  const Verdict verdict = verdictOn(office, wish, enrolment.effective);
  if (!verdict.allows())
    return std::unexpected(detail::refusal(verdict.findings, why));
  enrolment.record = wish.record;
  enrolment.entryYear = wish.entryYear;
  enrolment.stage = stageOf(wish.record, wish.entryYear, office.store().school().system);
  enrolment.ground = wish.ground;
  enrolment.findings = verdict.findings;
  enrolment.exceptions = detail::ruleIds(verdict.met);
  enrolment.ruleSet = verdict.ruleSets;
  auto written = writeEnrolment(office, enrolment);
  if (!written)
    return std::unexpected(written.error());
  if (auto logged = office.store().log().append(LogAction::Change, detail::studentObject(written->student),
                                                toKey(ActKind::Enrol));
      !logged)
    return std::unexpected(logged.error());
  if (auto committed = transaction.commit(); !committed)
    return std::unexpected(committed.error());
  return Enrolled{written->student, written->act, written->studentNumber, verdict.findings};
}

} // namespace xueji
