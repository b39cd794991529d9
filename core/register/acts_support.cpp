#include "register/acts_support.h"

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

bool isContinued(const QString& studentNumber, const SchoolProfile& school) {
  return !studentNumber.isEmpty() && !studentNumber.startsWith(QLatin1Char('L') + school.region);
}

} // namespace xueji::detail
