#include "domain/grade_name.h"
#include "domain/school_calendar.h"
#include "rules/check.h"

#include <algorithm>

namespace xueji {
namespace {

const QList<Field> kClass{Field::Class};

/// Children in the class afterwards against the limit of the stage; above the hard limit nothing helps.
Result<Findings> size(const CheckInput& in) {
  const auto& placement = in.request.placement;
  if (!placement || placement->id <= 0 || placement->is.kind != ClassKind::Ordinary)
    return Findings();
  const auto others = in.facts.childrenInClass(placement->id, in.asking());
  if (!others)
    return std::unexpected(others.error());
  const int children = *others + 1;
  const int limit = in.rule.parameters.number(QStringLiteral("limit"));
  const int hard = in.rule.parameters.number(QStringLiteral("hard"));
  const QString& id = in.rule.rule->id;
  if (children >= hard)
    return Findings{in.finding(id + QStringLiteral(".hard"), kClass,
                               {placement->title, QString::number(children), QString::number(hard)})};
  if (children > limit)
    return Findings{in.finding(id, kClass, {placement->title, QString::number(children), QString::number(limit)})};
  return Findings();
}

Check sizeOf(Stage stage, const char* rule) {
  return {QLatin1String(rule),
          [stage](const CheckInput& in) { return in.request.stage == stage ? size(in) : Result<Findings>(Findings()); },
          {}};
}

/// A class of a special school or for special education has few places, by the kind of need.
Result<Findings> specialSize(const CheckInput& in) {
  const auto& placement = in.request.placement;
  if (!placement || placement->id <= 0 || (placement->is.kind != ClassKind::Special && !in.school.isSpecialSchool()))
    return Findings();
  const auto others = in.facts.childrenInClass(placement->id, in.asking());
  if (!others)
    return std::unexpected(others.error());
  const int limit = in.rule.parameters.number(QStringLiteral("limit"));
  if (*others + 1 <= limit)
    return Findings();
  return Findings{in.finding(QStringLiteral("C04"), kClass,
                             {placement->title, QString::number(*others + 1), QString::number(limit)})};
}

/// The first grade of a stage is placed by the draw: what is entered by hand needs its protocol. A cohort that is in a
/// later grade by now had its draw in its own time.
Result<Findings> byTheDraw(const CheckInput& in) {
  const auto& placement = in.request.placement;
  const int cohort = in.entryYear();
  const bool first = schoolYearOf(std::max(in.request.effective, in.request.today)) <= cohort;
  if (!placement || placement->wasElsewhere || placement->is.kind != ClassKind::Ordinary || !first)
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
  QList<Check> checks{{belonging, belongs, {}},
                      sizeOf(Stage::Primary, "C01"),
                      sizeOf(Stage::Junior, "C02"),
                      sizeOf(Stage::Senior, "C03"),
                      {QStringLiteral("C04"), specialSize, {}},
                      {QStringLiteral("C06"), byTheDraw, {}},
                      {QStringLiteral("C14"), stays, {}}};
  for (Check& check : checks)
    if (check.rule != belonging)
      check.silencedBy = {belonging};
  return checks;
}

} // namespace xueji
