#include "roster_classes.h"

#include "domain/folded_key.h"
#include "domain/school_calendar.h"
#include "plans.h"
#include "rules/class_sizes.h"
#include "rules/papers.h"

#include <algorithm>

namespace xueji {

namespace {

ClassOn newClassOn(const ImportPlan::NewClass& made) {
  ClassOn on;
  on.is = {made.stage, made.cohort, made.number, ClassKind::Ordinary};
  on.profile.name = made.name;
  return on;
}

Finding warning(const char* code, const QStringList& args) {
  return {{}, QLatin1String(code), Severity::Warn, {Field::Class}, args, {}};
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

bool drawPlaces(Office& office, const ImportPlan& plan, const SchoolProfile& school, Stage stage, int cohort) {
  const QDate day = plan.options.effective;
  const bool isOurs = plan.options.isWholeSchool() || cohort == plan.options.entryYear;
  return isOurs && schoolYearOf(std::max(day, office.clock().today())) <= cohort &&
         office.rules().inForce(QStringLiteral("C06"), day, stage, school.region.left(2)).has_value();
}

QDate RosterClasses::openedOn(qint64 classId) const {
  const auto on = m_classes->on(classId, {});
  return on ? QDate::fromString(on->opened, Qt::ISODate) : QDate();
}

RosterClasses::Wanted RosterClasses::wantedBy(const StudentRecord& record, Stage stage, int cohort) {
  const QString text = record.value(Field::Class);
  if (text.isEmpty())
    return {};
  const Key key{stage, cohort, text};
  auto known = m_known.find(key);
  if (known == m_known.end())
    known = m_known.emplace(key, read(text, stage, cohort)).first;
  return known->second;
}

/// A class that goes by the whole text comes first, whatever else the text may say; then what it reads as, of the
/// cohort or of several.
RosterClasses::Wanted RosterClasses::read(const QString& text, Stage stage, int cohort) const {
  const QDate day = m_plan.options.effective;
  const auto find = [&](int of, int number, const QString& name) {
    return m_classes->find(stage, of, number, name, day.toString(Qt::ISODate));
  };
  const WantedClass wanted = wantedClass(text, stage, cohort, m_school.system, {day, m_office.clock().today()});
  const bool readable = wanted.fault == WantedClass::Fault::None && wanted.number <= kMostClassNumbers &&
                        wanted.name.size() <= kLongestClassName;
  auto there = find(cohort, 0, text);
  if (!there)
    there = find(0, 0, text);
  if (!there && readable)
    there = find(cohort, wanted.number, wanted.name);
  if (!there && readable && wanted.number == 0)
    there = find(0, 0, wanted.name);
  const QString shown = text.left(kLongestClassName);
  // Who comes into a class is to stay in it.
  if (there && !there->closed.isEmpty())
    return {0, {}, warning("class_closing", {there->title(day, m_school.system), there->closed})};
  if (there)
    return {there->id, {}, {}};
  if (wanted.fault == WantedClass::Fault::OtherCohort)
    return {0, {}, warning("class_other_cohort", {shown, chineseName(stage) + cohortName(cohort)})};
  if (!readable)
    return {0, {}, warning("class_unreadable", {shown})};
  return {0, ImportPlan::NewClass{stage, cohort, wanted.number, wanted.name, 0}, {}};
}

/// Whether the draw places this cohort and there is no protocol of it yet.
bool RosterClasses::waits(Stage stage, int cohort) {
  if (m_plan.options.drawProtocol)
    return false;
  auto known = m_waits.find({stage, cohort});
  if (known == m_waits.end())
    known = m_waits.emplace(std::pair(stage, cohort), drawPlaces(m_office, m_plan, m_school, stage, cohort)).first;
  return known->second;
}

/// Where the class stands, or would stand, in plan.newClasses.
qsizetype RosterClasses::placeOf(const ImportPlan::NewClass& fresh) const {
  const auto one =
      std::find_if(m_plan.newClasses.begin(), m_plan.newClasses.end(), [&](const ImportPlan::NewClass& made) {
        return made.stage == fresh.stage && made.cohort == fresh.cohort && made.number == fresh.number &&
               detail::foldedKey(made.name) == detail::foldedKey(fresh.name);
      });
  return one - m_plan.newClasses.begin();
}

qint64 RosterClasses::choose(const Wanted& wanted, Stage stage, int cohort) {
  if (wanted.isNone() || waits(stage, cohort))
    return 0;
  if (wanted.id != 0)
    return wanted.id;
  return m_plan.options.makeClasses ? -(placeOf(*wanted.fresh) + 1) : 0;
}

void RosterClasses::take(const Wanted& wanted, Stage stage, int cohort) {
  if (wanted.isNone()) {
    m_unnamed += !wanted.fault;
    return;
  }
  if (waits(stage, cohort)) {
    ++m_plan.awaitingDraw;
    return;
  }
  ++m_coming[choose(wanted, stage, cohort)];
  if (wanted.id != 0)
    return;
  const qsizetype at = placeOf(*wanted.fresh);
  if (at == m_plan.newClasses.size())
    m_plan.newClasses << *wanted.fresh;
  ++m_plan.newClasses[at].children;
}

void RosterClasses::say(const QString& rule, const QString& code, const QStringList& args, const QString& ruleSet) {
  const auto with = std::find_if(m_plan.sheets.begin(), m_plan.sheets.end(),
                                 [](const ImportSheet& one) { return one.columns.has(Field::Class); });
  const ImportSheet& of = with == m_plan.sheets.end() ? m_plan.sheets.first() : *with;
  m_said << ImportFinding{of.columns.headerLine + 1, of.columns.headerOf(Field::Class),
                          Finding{rule, code, Severity::Warn, {Field::Class}, args, ruleSet},
                          static_cast<int>(&of - m_plan.sheets.constData())};
}

/// A roster says what is: a large class is told, not refused.
Result<void> RosterClasses::checkSize(qint64 id) {
  const QDate day = m_plan.options.effective;
  const auto is =
      id > 0 ? m_classes->on(id, day.toString(Qt::ISODate)) : std::optional(newClassOn(m_plan.newClasses[-id - 1]));
  if (!is)
    return {};
  int children = m_coming.value(id);
  if (id > 0) {
    const auto there =
        m_office.facts().childrenInClass(id, {std::max(day, QDate::fromString(is->opened, Qt::ISODate))});
    if (!there)
      return std::unexpected(there.error());
    children += *there;
  }
  const auto rule = m_office.rules().inForce(sizeRule(is->is.stage, is->is.kind, m_school), day, is->is.stage,
                                             m_school.region.left(2));
  const bool firstGrade = schoolYearOf(std::max(day, m_office.clock().today())) <= is->is.cohort;
  const auto broken = rule ? brokenSize(*rule, children, firstGrade) : std::nullopt;
  if (broken)
    say(rule->rule->id, broken->code,
        {is->title(day, m_school.system), QString::number(children), QString::number(broken->limit)}, rule->ruleSet);
  return {};
}

/// Every class that the import makes, or would need, by its name.
void RosterClasses::sayNewClasses() {
  const QString code = m_plan.options.makeClasses ? QStringLiteral("class_made") : QStringLiteral("class_unknown");
  for (const ImportPlan::NewClass& fresh : std::as_const(m_plan.newClasses))
    say({}, code,
        {newClassOn(fresh).title(m_plan.options.effective, m_school.system), QString::number(fresh.children)});
}

Result<void> RosterClasses::finish() {
  if (m_plan.awaitingDraw > 0)
    say(QStringLiteral("C06"), QStringLiteral("C06.roster"), {QString::number(m_plan.awaitingDraw)});
  if (m_unnamed > 0 && std::any_of(m_plan.sheets.begin(), m_plan.sheets.end(),
                                   [](const ImportSheet& one) { return one.columns.has(Field::Class); }))
    say({}, QStringLiteral("class_not_said"), {QString::number(m_unnamed)});
  sayNewClasses();
  QList<qint64> ids = m_coming.keys();
  std::sort(ids.begin(), ids.end());
  for (const qint64 id : std::as_const(ids))
    if (id != 0)
      if (auto checked = checkSize(id); !checked)
        return checked;
  m_plan.findings = m_said + m_plan.findings;
  return {};
}

QDate ImportPlan::opens(const NewClass& made) const {
  return options.isWholeSchool() ? QDate(made.cohort, 9, 1) : options.effective;
}

QString ImportPlan::titleOf(const NewClass& made, const SchoolSystem& system) const {
  return newClassOn(made).title(options.effective, system);
}

} // namespace xueji
