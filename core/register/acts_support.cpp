#include "register/acts_support.h"

#include "domain/student_number.h"

#include <algorithm>

namespace xueji::detail {

QStringList ruleIds(const Findings& findings) {
  QStringList ids;
  for (const Finding& finding : findings) {
    const QString id = finding.rule.isEmpty() ? QStringLiteral("-") : finding.rule;
    if (finding.severity != Severity::Warn && !ids.contains(id))
      ids << id;
  }
  return ids;
}

Error refusal(const Findings& findings, Findings* why) {
  if (why)
    *why = findings;
  return Error{ErrorCode::RefusedByRules, ruleIds(findings)};
}

QString studentObject(qint64 student) {
  return QStringLiteral("student:%1").arg(student);
}

Result<StudentRow> studentRow(Office& office, qint64 student) {
  auto row = office.store().students().byId(student);
  if (!row)
    return std::unexpected(row.error());
  if (!*row)
    return fail(ErrorCode::StudentNotFound, {QString::number(student)});
  return **row;
}

namespace {

bool enrolledAsContinued(Office& office, qint64 student) {
  const auto acts = office.store().acts().ofStudent(student);
  return acts && std::any_of(acts->begin(), acts->end(), [](const Act& act) {
           return act.kind == ActKind::Enrol && act.ground.startsWith(kContinuedGround);
         });
}

} // namespace

bool continuesRecord(Office& office, const QString& studentNumber, Stage stage) {
  if (stage == Stage::Primary || !StudentNumber::parse(studentNumber))
    return false;
  const auto holders = office.store().numbers().holders(NumberKind::StudentNumber, studentNumber);
  return !holders || holders->isEmpty() || enrolledAsContinued(office, holders->last().student);
}

bool wasContinued(Office& office, const StudentRow& row) {
  return row.stage != Stage::Primary && enrolledAsContinued(office, row.id);
}

} // namespace xueji::detail
