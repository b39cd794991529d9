#include "domain/class_book.h"

#include "domain/folded_key.h"

#include <algorithm>

namespace xueji {

QString ClassOn::name() const {
  return profile.name.isEmpty() ? QStringLiteral("%1班").arg(is.number) : profile.name;
}

QString ClassOn::stableName() const {
  return is.cohort > 0 ? cohortName(is.cohort) + name() : name();
}

QString ClassOn::title(const QDate& day, const SchoolSystem& system) const {
  if (is.number > 0 && is.cohort > 0 && profile.name.isEmpty())
    return ClassName{is.stage, is.cohort, is.number}.onDay(day, system);
  if (is.cohort == 0)
    return name();
  const auto grade = gradeOn(day, system, is.stage, is.cohort);
  return (grade ? gradeName(*grade) : cohortName(is.cohort)) + name();
}

void ClassBook::add(const QString& fact, FactRow row) {
  const qint64 id = row.subject;
  m_classes[id].add(fact, std::move(row));
}

std::optional<ClassOn> ClassOn::of(const Chains& chains, qint64 id, const QString& day) {
  const FactRow* first = chains.first(ClassFact::fact().key);
  if (!first)
    return std::nullopt;
  const QString asAt = std::max(day, first->from);
  ClassOn on;
  on.id = id;
  on.is = ClassFact::of(*chains.at(ClassFact::fact().key, asAt));
  on.opened = first->from;
  if (const FactRow* profile = chains.at(ClassProfileFact::fact().key, asAt))
    on.profile = ClassProfileFact::of(*profile);
  const FactRow* state = chains.at(ClassStateFact::fact().key, day);
  on.open = state && ClassStateFact::of(*state).open;
  if (const FactRow* last = chains.at(ClassStateFact::fact().key, kLastDay); last && !ClassStateFact::of(*last).open)
    on.closed = last->from;
  return on;
}

bool ClassOn::meets(const ClassOn& other) const {
  return (closed.isEmpty() || closed > other.opened) && (other.closed.isEmpty() || other.closed > opened);
}

bool ClassOn::isCalledLike(const ClassOn& other) const {
  if (is.stage != other.is.stage || is.cohort != other.is.cohort)
    return false;
  const QString own = detail::foldedKey(profile.name);
  return (is.number != 0 && is.number == other.is.number) ||
         (!own.isEmpty() && own == detail::foldedKey(other.profile.name));
}

QList<Stay> staysOf(const QList<FactRow>& placements) {
  QList<FactRow> rows = placements;
  rows.removeIf([](const FactRow& row) { return row.voidedBy != 0; });
  QList<Stay> stays;
  for (qsizetype at = 0; at < rows.size(); ++at) {
    const Stay stay{PlacementFact::of(rows[at]).classId, rows[at].from,
                    at + 1 < rows.size() ? rows[at + 1].from : kLastDay};
    if (stay.from < stay.until)
      stays << stay;
  }
  return stays;
}

std::optional<ClassOn> ClassBook::on(qint64 id, const QString& day) const {
  const auto found = m_classes.constFind(id);
  return found == m_classes.constEnd() ? std::nullopt : ClassOn::of(*found, id, day);
}

QList<ClassOn> ClassBook::all(const QString& day) const {
  QList<ClassOn> classes;
  for (auto it = m_classes.keyBegin(); it != m_classes.keyEnd(); ++it)
    if (auto one = on(*it, day))
      classes << *one;
  std::stable_sort(classes.begin(), classes.end(), [](const ClassOn& a, const ClassOn& b) {
    const auto key = [](const ClassOn& one) {
      return std::tuple(one.is.stage, -one.is.cohort, one.is.number == 0, one.is.number, one.profile.name);
    };
    return key(a) < key(b);
  });
  return classes;
}

std::optional<ClassOn> ClassBook::find(Stage stage, int cohort, int number, const QString& name,
                                       const QString& day) const {
  const QString key = detail::foldedKey(name);
  const auto isCalled = [&](const ClassOn& one) { return detail::foldedKey(one.profile.name) == key; };
  std::optional<ClassOn> closing;
  for (auto it = m_classes.keyBegin(); it != m_classes.keyEnd(); ++it) {
    auto one = on(*it, day);
    if (!one || one->is.stage != stage || one->is.cohort != cohort)
      continue;
    // A name may have changed since, or be about to.
    if (number != 0 ? one->is.number != number : !isCalled(*one) && !isCalled(*on(*it, kLastDay)))
      continue;
    if (one->closed.isEmpty())
      return one;
    if (one->closed > day)
      closing = std::move(one);
  }
  return closing;
}

QStringList ClassBook::daysOfNames(qint64 id) const {
  QStringList days;
  for (const FactRow& row : m_classes.value(id).seen(ClassProfileFact::fact().key))
    days << row.from;
  return days;
}

WantedClass wantedClass(const QString& text, Stage stage, int cohort, const SchoolSystem& system,
                        const QList<QDate>& days) {
  const auto typed = classFromName(text, system.pattern(stage, cohort));
  if (!typed)
    return {0, text, WantedClass::Fault::Unreadable};
  WantedClass wanted{typed->number, typed->name, WantedClass::Fault::None};
  const auto isIn = [&](const QDate& day) { return gradeOn(day, system, stage, cohort) == typed->grade; };
  if ((typed->stage && *typed->stage != stage) || (typed->entryYear && *typed->entryYear != cohort) ||
      (typed->leavingYear && *typed->leavingYear != cohort + system.years(stage, cohort)) ||
      (typed->grade && std::none_of(days.begin(), days.end(), isIn)))
    wanted.fault = WantedClass::Fault::OtherCohort;
  return wanted;
}

} // namespace xueji
