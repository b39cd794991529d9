#include "register/class_acts.h"

#include "domain/ledger_facts.h"
#include "plans.h"
#include "store/class_table.h"
#include "store/tables.h"

namespace xueji {

namespace {

Result<qint64> actOf(const Result<Performed>& done) {
  return done ? Result<qint64>(done->acts.first()) : std::unexpected(done.error());
}

QDate dayOr(const QDate& day, const Office& office) {
  return day.isValid() ? day : office.clock().today();
}

QJsonObject bodyOf(const ClassProfileFact& profile) {
  return {{QStringLiteral("name"), profile.name},
          {QStringLiteral("head_teacher"), profile.headTeacher},
          {QStringLiteral("capacity"), profile.capacity}};
}

Wish ofClass(QLatin1String kind, qint64 id, const QDate& day) {
  Wish wish;
  wish.kind = kind;
  wish.subject = Subject::ofClass(id);
  wish.day = day;
  return wish;
}

Result<Wish> placementWish(Office& office, const PlacementWish& placement) {
  Wish wish;
  wish.subject = Subject::student(placement.student);
  wish.day = dayOr(placement.day, office);
  wish.ground = placement.ground;
  wish.papers = placement.papers;
  wish.body = {{QStringLiteral("class"), placement.classId}};
  const auto chain = office.tables().facts().chain(PlacementFact::fact(), placement.student);
  if (!chain)
    return std::unexpected(chain.error());
  Chains chains;
  for (const FactRow& row : *chain)
    chains.add(PlacementFact::fact().key, row);
  const bool placed = PlacementFact::on(chains, wish.day.toString(Qt::ISODate)) != 0;
  wish.kind = placed ? act_kind::kMoveClass : act_kind::kPlace;
  return wish;
}

} // namespace

Wish classWish(const ClassFact& is, const ClassProfileFact& profile, const QDate& day) {
  Wish wish = ofClass(act_kind::kMakeClass, 0, day);
  wish.body = bodyOf(profile);
  wish.body.insert(QStringLiteral("stage"), toKey(is.stage));
  wish.body.insert(QStringLiteral("cohort"), is.cohort);
  wish.body.insert(QStringLiteral("number"), is.number);
  wish.body.insert(QStringLiteral("kind"), toKey(is.kind));
  return wish;
}

Result<qint64> makeClass(Office& office, const ClassFact& is, const ClassProfileFact& profile, const QDate& day) {
  const auto done = perform(office, classWish(is, profile, dayOr(day, office)));
  return done ? Result<qint64>(done->subjects.first()) : std::unexpected(done.error());
}

Result<qint64> changeClass(Office& office, qint64 id, const ClassProfileFact& profile, const QDate& day) {
  Wish wish = ofClass(act_kind::kChangeClass, id, dayOr(day, office));
  wish.body = bodyOf(profile);
  return actOf(perform(office, wish));
}

Result<qint64> closeClass(Office& office, qint64 id, const QDate& day, const QString& reason) {
  Wish wish = ofClass(act_kind::kCloseClass, id, dayOr(day, office));
  wish.ground = reason;
  return actOf(perform(office, wish));
}

Result<qint64> placeStudent(Office& office, const PlacementWish& placement, Findings* why, QList<LaterRow>* later) {
  const auto wish = placementWish(office, placement);
  if (!wish)
    return std::unexpected(wish.error());
  return actOf(perform(office, *wish, why, later));
}

Wish moveUpWish(const Office& office, const MoveUp& up) {
  Wish wish;
  wish.kind = act_kind::kMoveUp;
  wish.subject = Subject::student(up.student);
  wish.day = up.day.isValid() ? up.day : QDate(up.cohort, 9, 1);
  wish.ground = up.ground;
  wish.papers = up.papers;
  QJsonObject record;
  for (const FieldDefinition& definition : office.fields().all())
    if (!up.record.isEmpty(definition.field) && definition.field != Field::SchoolCode &&
        definition.field != Field::StudentNumber && definition.field != Field::Class)
      record.insert(definition.id, up.record.value(definition.field));
  wish.body = {{QStringLiteral("stage"), toKey(up.stage)},
               {QStringLiteral("cohort"), up.cohort},
               {QStringLiteral("record"), record}};
  if (up.classId != 0)
    wish.body.insert(QStringLiteral("class"), up.classId);
  if (up.outcome)
    wish.body.insert(QStringLiteral("outcome"), QJsonObject{{QStringLiteral("result"), toKey(up.outcome->result)},
                                                            {QStringLiteral("certificate"), up.outcome->certificate},
                                                            {QStringLiteral("issued"), up.outcome->issued}});
  return wish;
}

Result<qint64> moveUp(Office& office, const MoveUp& up, Findings* why) {
  return actOf(perform(office, moveUpWish(office, up), why));
}

Result<QList<ClassEntry>> classEntries(Office& office) {
  const auto classes = office.store().classes();
  const auto counts = ClassTable(office.store().session()).children();
  if (!classes || !counts)
    return std::unexpected(classes ? counts.error() : classes.error());
  const QDate today = office.clock().today();
  QList<ClassEntry> entries;
  for (const ClassOn& one : (*classes)->all(today.toString(Qt::ISODate)))
    entries << ClassEntry{one, one.title(today, office.store().school().system), counts->value(one.id)};
  return entries;
}

} // namespace xueji
