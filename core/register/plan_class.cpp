// Classes and who is in them.

#include "domain/class_facts.h"
#include "domain/school_calendar.h"
#include "plans.h"

#include <algorithm>

namespace xueji {

namespace {

constexpr int kMostPlaces = 200;    ///< of one class; larger is a slip of the pen
constexpr int kLongestPerson = 100; ///< characters of a person's name (GB 18030 names are shorter)

Error invalid(const char16_t* field, const QString& value) {
  return Error{ErrorCode::ValueInvalid, {QString::fromUtf16(field), value}};
}

bool isPrintable(const QString& text) {
  return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); });
}

/// Name, head teacher and places of the wish laid over what holds.
Result<ClassProfileFact> profileOf(const QJsonObject& body, ClassProfileFact profile) {
  const QString before = profile.name;
  if (const QJsonValue name = body.value(QStringLiteral("name")); !name.isUndefined())
    profile.name = name.toString().trimmed();
  if (const QJsonValue teacher = body.value(QStringLiteral("head_teacher")); !teacher.isUndefined())
    profile.headTeacher = teacher.toString().trimmed();
  if (const QJsonValue places = body.value(QStringLiteral("capacity")); !places.isUndefined())
    profile.capacity = places.toInt(-1);
  if (profile.name.size() > kLongestClassName)
    return std::unexpected(invalid(u"班级名称", profile.name.left(kLongestClassName) + u'…'));
  // 3班 as a name beside the number 3 would be two classes that nobody tells apart.
  const auto ordinary = classFromName(profile.name);
  const bool readsOrdinary = ordinary && (ordinary->number > 0 || ordinary->grade || ordinary->entryYear ||
                                          ordinary->leavingYear || ordinary->stage);
  if (body.contains(QStringLiteral("name")) && profile.name != before && (!isPrintable(profile.name) || readsOrdinary))
    return std::unexpected(invalid(u"班级名称", profile.name));
  if (profile.headTeacher.size() > kLongestPerson)
    return std::unexpected(invalid(u"班主任", QString()));
  if (profile.capacity < 0 || profile.capacity > kMostPlaces)
    return std::unexpected(invalid(u"班额", QString::number(profile.capacity)));
  return profile;
}

ClassProfileFact profileOn(const Chains& chains, const QString& day) {
  const FactRow* row = chains.at(ClassProfileFact::fact().key, day);
  return row ? ClassProfileFact::of(*row) : ClassProfileFact();
}

/// First day of the stay by which the child is in the class on the day or comes into it later; empty: neither.
QString stayFrom(const NamedBy& other, const QString& day) {
  const QList<Stay> stays = staysOf(other.chain);
  const auto stay = std::find_if(stays.begin(), stays.end(),
                                 [&](const Stay& one) { return one.classId == other.named && one.until > day; });
  return stay == stays.end() ? QString() : stay->from;
}

} // namespace

Result<Planned> planMakeClass(const Wish& wish, const Snapshot&, const PlanContext& context) {
  const auto stage = stageFromKey(wish.body.value(QStringLiteral("stage")).toString());
  const auto kind = classKindFromKey(wish.body.value(QStringLiteral("kind")).toString(toKey(ClassKind::Ordinary)));
  const int cohort = wish.body.value(QStringLiteral("cohort")).toInt();
  const int number = wish.body.value(QStringLiteral("number")).toInt();
  const auto profile = profileOf(wish.body, {});
  if (!profile)
    return std::unexpected(profile.error());
  if (!stage || !context.school.system.has(*stage))
    return std::unexpected(invalid(u"学段", stage ? chineseName(*stage) : QString()));
  if (!kind)
    return std::unexpected(invalid(u"班级类型", wish.body.value(QStringLiteral("kind")).toString()));
  const int schoolYear = schoolYearOf(wish.day);
  const bool ofCohort = *kind == ClassKind::Ordinary;
  if (ofCohort ? cohort < schoolYear - 12 || cohort > schoolYear + 1 : cohort != 0)
    return std::unexpected(invalid(u"入学年级", QString::number(cohort)));
  if (number < 0 || number > kMostClassNumbers || (number == 0 && profile->name.isEmpty()))
    return std::unexpected(invalid(u"班号", QString::number(number)));
  const QString day = wish.day.toString(Qt::ISODate);
  Planned planned;
  planned.rows = {{ClassFact::fact().key, day, ClassFact{*stage, cohort, number, *kind}.values()},
                  {ClassStateFact::fact().key, day, ClassStateFact{true}.values()},
                  {ClassProfileFact::fact().key, day, profile->values()}};
  return planned;
}

Result<Planned> planChangeClass(const Wish& wish, const Snapshot& before, const PlanContext&) {
  const QString day = wish.day.toString(Qt::ISODate);
  const ClassProfileFact present = profileOn(before.chains, day);
  const auto profile = profileOf(wish.body, present);
  if (!profile)
    return std::unexpected(profile.error());
  if (*profile == present)
    return fail(ErrorCode::NothingToDo);
  const FactRow* made = before.chains.at(ClassFact::fact().key, kLastDay);
  if (made && ClassFact::of(*made).number == 0 && profile->name.isEmpty())
    return std::unexpected(invalid(u"班级名称", QString()));
  Planned planned;
  planned.rows = {{ClassProfileFact::fact().key, day, profile->values()}};
  return planned;
}

Result<Planned> planCloseClass(const Wish& wish, const Snapshot& before, const PlanContext& context) {
  const QString day = wish.day.toString(Qt::ISODate);
  const FactRow* state = before.chains.at(ClassStateFact::fact().key, kLastDay);
  if (!state || !ClassStateFact::of(*state).open)
    return fail(ErrorCode::NothingToDo);
  const auto on = context.classes.on(wish.subject.id, day);
  const QString title = on ? on->title(wish.day, context.school.system) : QString();
  if (on && day < on->opened)
    return fail(ErrorCode::ClassClosed, {title, day});
  int left = 0;
  int coming = 0;
  for (const NamedBy& other : before.namedBy) {
    const QString from = stayFrom(other, day);
    left += !from.isEmpty();
    coming += from > day;
  }
  if (left > 0)
    return fail(ErrorCode::ClassNotEmpty, {title, QString::number(left), day, QString::number(coming)});
  Planned planned;
  planned.rows = {{ClassStateFact::fact().key, day, ClassStateFact{false}.values()}};
  return planned;
}

Result<Planned> planPlacement(const Wish& wish, const Snapshot& before, const PlanContext&) {
  const QString day = wish.day.toString(Qt::ISODate);
  const qint64 target = wish.body.value(QStringLiteral("class")).toInteger();
  if (PlacementFact::on(before.chains, day) == target)
    return fail(ErrorCode::NothingToDo);
  Planned planned;
  planned.rows = {{PlacementFact::fact().key, day, PlacementFact{target}.values()}};
  return planned;
}

QString firstDayIn(const ClassBook& classes, qint64 classId, const QString& day) {
  const auto on = classes.on(classId, day);
  return on ? std::max(on->opened, day) : day;
}

namespace {

QString titleOn(const PlanContext& context, const ClassOn& is, const QString& day) {
  return is.title(QDate::fromString(day, Qt::ISODate), context.school.system);
}

/// Every stay of a child in a class against the days on which that class is open.
Result<void> checkStays(const PlanContext& context, const Chains& chains) {
  for (const Stay& stay : staysOf(chains.seen(PlacementFact::fact().key))) {
    if (stay.classId <= 0) // in none; made by the same batch
      continue;
    const auto is = context.classes.on(stay.classId, stay.from);
    if (!is)
      return fail(ErrorCode::ClassNotFound, {QString::number(stay.classId)});
    if (!is->open)
      return fail(ErrorCode::ClassClosed, {titleOn(context, *is, stay.from), stay.from});
    if (!is->closed.isEmpty() && is->closed < stay.until)
      return fail(ErrorCode::ClassClosed, {titleOn(context, *is, is->closed), is->closed});
  }
  return {};
}

/// What becomes of a class against the children who are in it and the other classes.
Result<void> checkClass(const PlanContext& context, const Subject& subject, const Snapshot& before,
                        const Chains& after) {
  const auto is = ClassOn::of(after, subject.id, kLastDay);
  if (!is)
    return {};
  const auto left = std::count_if(before.namedBy.begin(), before.namedBy.end(), [&](const NamedBy& other) {
    const QList<Stay> stays = staysOf(other.chain);
    return std::any_of(stays.begin(), stays.end(), [&](const Stay& stay) {
      return stay.classId == subject.id &&
             (stay.from < is->opened || (!is->closed.isEmpty() && stay.until > is->closed));
    });
  });
  if (left > 0)
    return fail(ErrorCode::ClassNotEmpty, {titleOn(context, *is, is->opened), QString::number(left),
                                           is->closed.isEmpty() ? is->opened : is->closed});
  for (const ClassOn& other : context.classes.all(kLastDay)) {
    if (other.id == subject.id || !is->meets(other))
      continue;
    // On every day on which either gets a name: it may change.
    QStringList days = context.classes.daysOfNames(other.id) << std::max(is->opened, other.opened) << kLastDay;
    for (const FactRow& row : after.seen(ClassProfileFact::fact().key))
      days << row.from;
    const auto bothOpen = [&](const QString& day) {
      return day >= is->opened && day >= other.opened && (is->closed.isEmpty() || day < is->closed) &&
             (other.closed.isEmpty() || day < other.closed);
    };
    for (const QString& day : std::as_const(days)) {
      if (!bothOpen(day))
        continue;
      const auto isThen = ClassOn::of(after, subject.id, day);
      const auto otherThen = context.classes.on(other.id, day);
      if (isThen && otherThen && isThen->isCalledLike(*otherThen))
        return fail(ErrorCode::ClassExists, {titleOn(context, *otherThen, day)});
    }
  }
  return {};
}

bool touches(const Planned& planned, const QString& fact) {
  return std::any_of(planned.rows.begin(), planned.rows.end(),
                     [&](const PlannedRow& row) { return row.fact == fact; }) ||
         std::any_of(planned.marks.begin(), planned.marks.end(),
                     [&](const RowMark& mark) { return mark.fact == fact; });
}

} // namespace

Result<void> checkClassRows(const PlanContext& context, const Subject& subject, const Snapshot& before,
                            const Planned& planned) {
  if (subject.kind == SubjectKind::Student && touches(planned, PlacementFact::fact().key))
    return checkStays(context, afterwards(before.chains, planned));
  if (subject.kind == SubjectKind::Class)
    return checkClass(context, subject, before, afterwards(before.chains, planned));
  return {};
}

} // namespace xueji
