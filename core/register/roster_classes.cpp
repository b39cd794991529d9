#include "register/roster_classes.h"

#include "domain/school_calendar.h"
#include "register/plans.h"
#include "rules/papers.h"

#include <algorithm>

namespace xueji {

namespace {

/// The rule on class sizes of a stage.
QString sizeRule(Stage stage) {
  switch (stage) {
  case Stage::Primary:
    return QStringLiteral("C01");
  case Stage::Junior:
    return QStringLiteral("C02");
  case Stage::Senior:
    return QStringLiteral("C03");
  }
  return {};
}

ClassOn newClassOn(const ImportPlan::NewClass& made) {
  ClassOn on;
  on.is = {made.stage, made.cohort, made.number, ClassKind::Ordinary};
  on.profile.name = made.name;
  return on;
}

} // namespace

RosterClasses::RosterClasses(Office& office, ImportPlan& plan, const SchoolProfile& school)
    : m_office(office), m_plan(plan), m_school(school) {}

Result<void> RosterClasses::open() {
  if (m_plan.options.drawProtocol)
    if (auto good = checkPaper(m_office.rules(), *m_plan.options.drawProtocol, m_office.clock().today()); !good)
      return good;
  auto classes = m_office.store().classes();
  if (!classes)
    return std::unexpected(classes.error());
  m_classes = std::move(*classes);
  m_plan.newClasses.clear();
  m_plan.awaitingDraw = 0;
  return {};
}

bool waitsForDraw(const ImportOptions& options, const QDate& today) {
  return schoolYearOf(std::max(options.effective, today)) <= options.entryYear;
}

QDate RosterClasses::openedOn(qint64 classId) const {
  const auto on = m_classes->on(classId, {});
  return on ? QDate::fromString(on->opened, Qt::ISODate) : QDate();
}

qint64 RosterClasses::wantedBy(const StudentRecord& record, Stage stage, int cohort, Findings& findings) {
  const QString text = record.value(Field::Class);
  if (text.isEmpty())
    return 0;
  const QDate day = m_plan.options.effective;
  const WantedClass wanted = wantedClass(text, stage, cohort, m_school.system, {day, m_office.clock().today()});
  if (wanted.fault == WantedClass::Fault::OtherCohort) {
    findings << Finding{
        {}, QStringLiteral("class_other_cohort"), Severity::Warn, {Field::Class}, {text, cohortName(cohort)}, {}};
    return 0;
  }
  if (wanted.number > kMostClassNumbers || wanted.name.size() > kLongestClassName) {
    findings << Finding{
        {}, QStringLiteral("class_unreadable"), Severity::Warn, {Field::Class}, {text.left(kLongestClassName)}, {}};
    return 0;
  }
  if (cohort == m_plan.options.entryYear && waitsForDraw(m_plan.options, m_office.clock().today()) &&
      !m_plan.options.drawProtocol) {
    ++m_plan.awaitingDraw;
    return 0;
  }
  const Key key{stage, cohort, wanted.number, wanted.name};
  auto known = m_known.find(key);
  if (known == m_known.end()) {
    const auto there = m_classes->find(stage, cohort, wanted.number, wanted.name, day.toString(Qt::ISODate));
    known = m_known.emplace(key, there ? there->id : 0).first;
  }
  if (known->second != 0)
    return known->second;
  for (qsizetype at = 0; at < m_plan.newClasses.size(); ++at) {
    ImportPlan::NewClass& one = m_plan.newClasses[at];
    if (one.stage == stage && one.cohort == cohort && one.number == wanted.number && one.name == wanted.name) {
      ++one.children;
      return m_plan.options.makeClasses ? -(at + 1) : 0;
    }
  }
  m_plan.newClasses << ImportPlan::NewClass{stage, cohort, wanted.number, wanted.name, 1};
  return m_plan.options.makeClasses ? -m_plan.newClasses.size() : 0;
}

void RosterClasses::say(Finding finding) {
  m_said << ImportFinding{m_plan.columns.headerLine + 1, m_plan.columns.headerOf(Field::Class), std::move(finding)};
}

/// A roster says what is: a large class is told, not refused.
Result<void> RosterClasses::checkSize(qint64 classId, Stage stage, const QString& title, int children) {
  if (classId > 0) {
    const auto there = m_office.facts().childrenInClass(classId, {m_plan.options.effective});
    if (!there)
      return std::unexpected(there.error());
    children += *there;
  }
  const auto rule = m_office.rules().inForce(sizeRule(stage), m_plan.options.effective, stage, m_school.region.left(2));
  if (!rule)
    return {};
  const int limit = rule->parameters.number(QStringLiteral("limit"));
  if (limit > 0 && children > limit)
    say({rule->rule->id,
         rule->rule->id,
         Severity::Warn,
         {Field::Class},
         {title, QString::number(children), QString::number(limit)},
         rule->ruleSet});
  return {};
}

Result<void> RosterClasses::checkThere(qint64 id) {
  const auto there = m_classes->on(id, m_plan.options.effective.toString(Qt::ISODate));
  if (!there)
    return {};
  return checkSize(id, there->is.stage, there->title(m_plan.options.effective, m_school.system), m_coming.value(id));
}

Result<void> RosterClasses::checkNew(const ImportPlan::NewClass& made, qint64 id) {
  return checkSize(0, made.stage, m_plan.titleOf(made, m_school.system), m_coming.value(id));
}

Result<void> RosterClasses::finish() {
  if (m_plan.awaitingDraw > 0)
    say({QStringLiteral("C06"),
         QStringLiteral("C06.roster"),
         Severity::Warn,
         {Field::Class},
         {QString::number(m_plan.awaitingDraw)},
         {}});
  const QDate day = m_plan.options.effective;
  if (!m_plan.options.makeClasses)
    for (const ImportPlan::NewClass& unknown : std::as_const(m_plan.newClasses))
      say({{},
           QStringLiteral("class_unknown"),
           Severity::Warn,
           {Field::Class},
           {newClassOn(unknown).title(day, m_school.system), QString::number(unknown.children)},
           {}});
  QList<qint64> ids = m_coming.keys();
  std::sort(ids.begin(), ids.end());
  for (const qint64 id : std::as_const(ids)) {
    const auto checked = id > 0 ? checkThere(id) : id < 0 ? checkNew(m_plan.newClasses[-id - 1], id) : Result<void>();
    if (!checked)
      return checked;
  }
  m_plan.findings = m_said + m_plan.findings;
  return {};
}

QString ImportPlan::titleOf(const NewClass& made, const SchoolSystem& system) const {
  return newClassOn(made).title(options.effective, system);
}

} // namespace xueji
