#include "register/enrolment_writer.h"

#include "register/acts_support.h"
#include "register/record_changes.h"
#include "register/student_numbers.h"

namespace xueji {
namespace {

/// The papers that met the rules, kept with the record; their ids.
Result<QList<qint64>> keepPapers(Office& office, qint64 student, const QStringList& rules) {
  QList<qint64> ids;
  for (const QString& rule : rules) {
    Proof proof;
    proof.student = student;
    proof.kind = rule;
    proof.seenOn = office.clock().today();
    auto stored = office.store().proofs().insert(proof);
    if (!stored)
      return std::unexpected(stored.error());
    ids << *stored;
  }
  return ids;
}

} // namespace

Result<WrittenEnrolment> writeEnrolment(Office& office, const EnrolmentToWrite& enrolment) {
  const bool continued = detail::continuesRecord(office, enrolment.record.value(Field::StudentNumber), enrolment.stage);
  StudentRow row;
  row.record = enrolment.record;
  row.entryYear = enrolment.entryYear;
  row.stage = enrolment.stage;
  row.enrolledOn = enrolment.effective;
  row.status = StudentStatus::InSchool;
  row.record.setValue(Field::SchoolCode, {});
  row.studentNumber = enrolment.record.value(Field::StudentNumber);
  if (row.studentNumber.isEmpty()) {
    const QDate birth = QDate::fromString(row.record.value(Field::BirthDate), Qt::ISODate);
    auto number = freeTemporaryNumber(office, birth);
    if (!number)
      return std::unexpected(number.error());
    row.studentNumber = *number;
  }
  row.record.setValue(Field::StudentNumber, row.studentNumber);
  auto student = office.store().students().insert(row);
  if (!student)
    return std::unexpected(student.error());

  auto papers = keepPapers(office, *student, enrolment.exceptions);
  if (!papers)
    return std::unexpected(papers.error());

  Act act;
  act.kind = ActKind::Enrol;
  act.student = *student;
  act.effective = enrolment.effective;
  act.batch = enrolment.batch;
  act.ground = enrolment.ground;
  if (continued)
    act.ground = detail::kContinuedGround.toString() + (act.ground.isEmpty() ? QString() : u'：' + act.ground);
  act.findings = enrolment.findings;
  act.exceptions = enrolment.exceptions;
  act.proofs = *papers;
  act.ruleSet = enrolment.ruleSet;
  act.after = toJson(row.record, office.fields());
  auto stored = office.store().acts().append(act);
  if (!stored)
    return std::unexpected(stored.error());
  return WrittenEnrolment{*student, *stored, row.studentNumber};
}

} // namespace xueji
