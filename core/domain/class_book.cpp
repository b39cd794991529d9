#include "domain/class_book.h"

#include <algorithm>

namespace xueji {

QString ClassOn::name() const {
  return profile.name.isEmpty() ? QStringLiteral("%1班").arg(is.number) : profile.name;
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

std::optional<ClassOn> ClassBook::on(qint64 id, const QString& day) const {
  const auto found = m_classes.constFind(id);
  if (found == m_classes.constEnd())
    return std::nullopt;
  const FactRow* first = found->first(ClassFact::fact().key);
  if (!first)
    return std::nullopt;
  const QString asAt = std::max(day, first->from);
  ClassOn on;
  on.id = id;
  on.is = ClassFact::of(*found->at(ClassFact::fact().key, asAt));
  on.opened = first->from;
  if (const FactRow* profile = found->at(ClassProfileFact::fact().key, asAt))
    on.profile = ClassProfileFact::of(*profile);
  const FactRow* state = found->at(ClassStateFact::fact().key, day);
  on.open = state && ClassStateFact::of(*state).open;
  if (const FactRow* last = found->at(ClassStateFact::fact().key, kLastDay); last && !ClassStateFact::of(*last).open)
    on.closed = last->from;
  return on;
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

QList<ClassOn> ClassBook::openOn(const QString& day) const {
  QList<ClassOn> classes = all(day);
  classes.removeIf([](const ClassOn& one) { return !one.open; });
  return classes;
}

std::optional<ClassOn> ClassBook::find(Stage stage, int cohort, int number, const QString& name,
                                       const QString& day) const {
  for (auto it = m_classes.keyBegin(); it != m_classes.keyEnd(); ++it) {
    const auto one = on(*it, day);
    if (one && (one->closed.isEmpty() || one->closed > day) && one->is.stage == stage && one->is.cohort == cohort &&
        one->is.number == number && (number != 0 || one->profile.name == name))
      return one;
  }
  return std::nullopt;
}

WantedClass wantedClass(const QString& text, Stage stage, int cohort, const SchoolSystem& system,
                        const QList<QDate>& days) {
  const auto typed = classFromName(text);
  if (!typed || typed->number == 0)
    return {0, text, WantedClass::Fault::None};
  WantedClass wanted{typed->number, {}, WantedClass::Fault::None};
  const auto isIn = [&](const QDate& day) { return gradeOn(day, system, stage, cohort) == typed->grade; };
  if ((typed->entryYear && *typed->entryYear != cohort) ||
      (typed->grade && std::none_of(days.begin(), days.end(), isIn)))
    wanted.fault = WantedClass::Fault::OtherCohort;
  return wanted;
}

} // namespace xueji
