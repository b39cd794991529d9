#include "check.h"
#include "domain/grade_name.h"
#include "domain/school_calendar.h"
#include "rules/class_sizes.h"

#include <algorithm>

namespace xueji {
namespace {

const QList<Field> kClass{Field::Class};

/// The first grade of a stage, on the day of the act or today: a cohort that is in a later grade by now is none.
bool isFirstGrade(const CheckInput& in) {
  return schoolYearOf(std::max(in.request.effective, in.request.today)) <= in.entryYear();
}

/// Children in the class on the first day of the child, with it, against the limit; above the hard limit nothing helps.
Result<Findings> size(const CheckInput& in) {
  const auto& placement = in.request.placement;
  if (!placement || placement->id <= 0 ||
      sizeRule(placement->is.stage, placement->is.kind, in.school) != in.rule.rule->id)
    return Findings();
  const QDate first = placement->from.isValid() ? placement->from : in.request.effective;
  const auto others = in.facts.childrenInClass(placement->id, {first, in.request.student});
  if (!others)
    return std::unexpected(others.error());
  const bool firstGrade = isFirstGrade(in);
  const auto broken = brokenSize(in.rule, *others + 1, firstGrade);
  if (!broken)
    return Findings();
  return Findings{in.finding(broken->code, kClass,
                             {placement->title, QString::number(*others + 1), QString::number(broken->limit)})};
}

/// The first grade of a stage is placed by the draw: what is entered by hand needs its protocol. A cohort that is in a
/// later grade by now had its draw in its own time.
Result<Findings> byTheDraw(const CheckInput& in) {
  const auto& placement = in.request.placement;
  if (!placement || placement->wasElsewhere || placement->is.kind != ClassKind::Ordinary || !isFirstGrade(in))
    return Findings();
  return Findings{in.finding(QStringLiteral("C06"), kClass, {placement->title})};
}

Result<Findings> stays(const CheckInput& in) {
  const auto& placement = in.request.placement;
  if (!placement || !placement->wasElsewhere)
    return Findings();
  return Findings{in.finding(QStringLiteral("C14"), kClass, {placement->title})};
}

/// A class belongs to a stage and, unless it takes several grades, to a cohort.
Result<Findings> belongs(const CheckInput& in) {
  const auto& placement = in.request.placement;
  if (!placement)
    return Findings();
  const bool fits = placement->is.stage == in.request.stage &&
                    (placement->is.cohort == 0 || placement->is.cohort == in.request.entryYear);
  if (fits)
    return Findings();
  return Findings{in.finding(QStringLiteral("C18"), kClass,
                             {placement->title, chineseName(in.request.stage), cohortName(in.request.entryYear)})};
}

} // namespace

QList<Check> classChecks() {
  const QString belonging = QStringLiteral("C18");
  QList<Check> checks{{belonging, belongs, {}}};
  for (const QString& rule : sizeRules())
    checks << Check{rule, size, {}};
  checks << Check{QStringLiteral("C06"), byTheDraw, {}} << Check{QStringLiteral("C14"), stays, {}};
  for (Check& check : checks)
    if (check.rule != belonging)
      check.silencedBy = {belonging};
  return checks;
}

} // namespace xueji
