#include "roster_wishes.h"

#include "register/class_acts.h"
#include "roster_classes.h"

namespace xueji {

bool addProtocol(Office& office, const ImportPlan& plan, const SchoolProfile& school, const ImportRow& row,
                 Wish& wish) {
  const auto& protocol = plan.options.drawProtocol;
  if (row.classId == 0 || !protocol || !drawPlaces(office, plan, school, row.stage, row.cohort))
    return false;
  wish.papers << *protocol;
  return true;
}

Wish wishOfKnown(Office& office, const ImportPlan& plan, const SchoolProfile& school, const ImportRow& row,
                 qint64 classId) {
  Wish wish;
  if (row.verdict == ImportRow::Verdict::MovesUp) {
    wish = moveUpWish(office, {row.student, row.stage, row.cohort, row.effective, row.record, classId, {}, {}, {}});
  } else {
    wish.kind = act_kind::kPlace;
    wish.subject = Subject::student(row.student);
    wish.day = row.placedFrom;
    wish.body = {{QStringLiteral("class"), classId}};
  }
  wish.papers = row.papers;
  addProtocol(office, plan, school, row, wish);
  return wish;
}

std::optional<Finding> findingOf(const Office& office, const Error& error) {
  const auto refuse = [&](const char* code, const QStringList& args) {
    return Finding{{}, QLatin1String(code), Severity::Refuse, {Field::Class}, args, {}};
  };
  switch (error.code) {
  case ErrorCode::NothingToDo:
    return refuse("row_nothing_to_do", {});
  case ErrorCode::ClassClosed:
    return refuse("class_closing", error.args);
  case ErrorCode::ClassNotFound:
    return refuse("class_gone", {});
  case ErrorCode::DayTooEarly:
  case ErrorCode::DayTooLate:
    return refuse(error.code == ErrorCode::DayTooEarly ? "row_day_too_early" : "row_day_too_late", error.args);
  case ErrorCode::ValueInvalid:
    return refuse("row_value_invalid", error.args);
  case ErrorCode::FieldNotEditable: {
    Finding finding = refuse("row_differs", {error.args.value(0)});
    for (const FieldDefinition& definition : office.fields().all())
      if (definition.label == error.args.value(0))
        finding.fields = {definition.field};
    return finding;
  }
  default:
    return std::nullopt;
  }
}

} // namespace xueji
