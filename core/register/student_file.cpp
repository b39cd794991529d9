#include "register/student_file.h"

#include "domain/ledger_facts.h"
#include "domain/student_number.h"
#include "plans.h"
#include "register/register_check.h"
#include "register/student_list.h"
#include "store/tables.h"
#include "touched_groups.h"

#include <algorithm>

namespace xueji {
namespace {

/// What an enrolment cannot know yet and a record must bring: the signed form, papers seen, the vaccination
/// certificate, the photo, the notice to the guardian. The rule book names them; `found`: those that only some records
/// have.
QList<OpenPoint> openPointsOf(const Office& office, const Chains& chains, const Findings& found) {
  const RuleBook& rules = office.rules();
  const QList<FactRow> papers = PaperFact::standing(chains, kLastDay);
  QList<OpenPoint> points;
  for (const Rule& rule : rules.rules()) {
    const bool brought = std::any_of(papers.begin(), papers.end(), [&](const FactRow& row) {
      const SeenPaper paper = PaperFact::of(row).seen();
      return rule.proofs.contains(paper.kind) && rules.lackOf(paper).isEmpty();
    });
    if (rule.openPoint && !brought)
      points << OpenPoint{rule.id, rule.title, rule.proofs.value(0)};
  }
  for (const Finding& finding : found)
    points << OpenPoint{finding.rule, rules.text(finding), rules.demandOf(finding).kinds.value(0)};
  return points;
}

/// Whether the act may be done again: it is void, nothing that did it again stands, and the child is enrolled where it
/// does not enrol it.
bool isRedoable(const Snapshot& snapshot, const TimelineEntry& entry) {
  if (!entry.voided || entry.role != ActRole::Ordinary ||
      (!entry.opens && !snapshot.chains.first(EnrolmentFact::fact().key)))
    return false;
  return std::none_of(snapshot.acts.begin(), snapshot.acts.end(), [&](const ActBrief& brief) {
    return brief.refers == entry.act.id && brief.kind == entry.act.kind && brief.voidedBy == 0;
  });
}

/// Groups whose hiding hides what the act says of itself: those that it touches, of one that opens an enrolment that of
/// the enrolment, though it brings items of every group along.
QSet<QString> groupsOfEntry(const Office& office, const Chains& chains, const TimelineEntry& entry) {
  if (!entry.opens)
    return groupsOfAct(office.registry(), office.fields(), chains, entry.act.id);
  QSet<QString> groups;
  for (const Fact& fact : office.registry().facts)
    if (fact.foundation)
      groups.insert(fact.group);
  return groups;
}

/// What an act tells of groups that may not be seen is left out; the names of what it changed stay.
void withhold(const Office& office, const OwnRights& rights, const Chains& chains, TimelineEntry& entry) {
  const QSet<QString> groups = groupsOfEntry(office, chains, entry);
  entry.withheld =
      std::any_of(groups.begin(), groups.end(), [&](const QString& group) { return !rights.may(Verb::See, group); });
  if (entry.withheld) {
    entry.act.ground.clear();
    entry.act.findings.clear();
  }
  entry.act.findings = rights.seen(std::move(entry.act.findings));
  for (ActChange& change : entry.changes) {
    const auto field = office.fields().byId(change.item);
    const Fact* fact = office.registry().fact(change.fact);
    change.withheld = field ? !rights.sees(*field) : !fact || !rights.may(Verb::See, fact->group);
    if (change.withheld)
      change.paper.reset();
    for (QString* value : {&change.before, &change.after})
      *value = change.withheld ? QString() : field ? rights.seen(*field, *value) : *value;
  }
}

QList<TimelineEntry> timelineOn(Office& office, const Snapshot& snapshot, const ClassBook& classes,
                                const QList<Act>& acts) {
  const OwnRights rights(office);
  QList<TimelineEntry> timeline;
  for (auto act = acts.crbegin(); act != acts.crend(); ++act) {
    const ActKind* kind = office.registry().act(act->kind);
    TimelineEntry entry;
    entry.act = *act;
    entry.kindName = kind->name;
    entry.role = kind->role;
    entry.voided = act->voidedBy != 0;
    entry.enteredByName = office.tables().users().nameOf(act->enteredBy).value_or(QString());
    entry.changes = changesOf(office.registry(), snapshot.chains, classes, act->id);
    entry.opens = kind->role == ActRole::Ordinary && opensEnrolment(office.registry(), snapshot.chains, act->id);
    for (const Fact& fact : office.registry().facts)
      for (const FactRow& row : snapshot.chains.all(fact.key)) {
        if (row.act != act->id)
          continue;
        entry.touchesItems = entry.touchesItems || (fact.shape == FactShape::Items && !entry.opens);
        entry.onDossier = entry.onDossier || fact.key != PaperFact::fact().key;
      }
    if (rights.may(Verb::See, right_group::kPapers))
      for (const FactRow& row : snapshot.chains.all(PaperFact::fact().key))
        if (act->papers.contains(row.id))
          entry.papers << PaperFact::of(row);
    const QSet<QString> groups = groupsOfAct(office.registry(), office.fields(), snapshot.chains, act->id);
    const bool mayVoid = rights.require(Verb::Void, groups).has_value();
    const bool mayChange = rights.require(Verb::Change, groups).has_value();
    entry.voidable = !entry.voided && kind->role == ActRole::Ordinary && mayVoid;
    entry.undoable = entry.voidable && actsBuiltUpon(office.registry(), snapshot, act->id).isEmpty();
    entry.redoable = mayChange && isRedoable(snapshot, entry);
    // Latest first: the enrolment that stands last.
    entry.movable =
        mayChange && entry.opens && !entry.voided &&
        std::none_of(timeline.begin(), timeline.end(), [](const TimelineEntry& one) { return one.movable; });
    if (const FactRow* last = snapshot.chains.at(EnrolmentFact::fact().key, kLastDay); last && entry.movable)
      entry.beganOn = QDate::fromString(last->from, Qt::ISODate);
    withhold(office, rights, snapshot.chains, entry);
    timeline << entry;
  }
  return timeline;
}

} // namespace

QList<NumberEntry> numbersOf(const Chains& chains) {
  const QList<FactRow> standing = chains.seen(NumberFact::fact().key);
  QList<FactRow> rows = chains.all(NumberFact::fact().key);
  std::sort(rows.begin(), rows.end(), [](const FactRow& a, const FactRow& b) { return a.id < b.id; });
  QList<NumberEntry> entries;
  for (const FactRow& row : std::as_const(rows)) {
    NumberEntry entry{
        row.values.value(0),       QDate::fromString(row.from, Qt::ISODate), {}, row.act, row.voidedBy != 0,
        NumberFact::of(row).source};
    const auto at =
        std::find_if(standing.begin(), standing.end(), [&](const FactRow& one) { return one.id == row.id; });
    if (at != standing.end() && at + 1 != standing.end())
      entry.validTo = QDate::fromString((at + 1)->from, Qt::ISODate);
    entries << entry;
  }
  return entries;
}

Result<QList<TimelineEntry>> timelineOf(Office& office, const Subject& subject) {
  const auto snapshot = office.tables().ledger().snapshot(subject);
  if (!snapshot)
    return std::unexpected(snapshot.error());
  const auto acts = office.tables().acts().ofSubject(subject);
  if (!acts)
    return std::unexpected(acts.error());
  const auto classes = office.store().classes();
  if (!classes)
    return std::unexpected(classes.error());
  return timelineOn(office, *snapshot, **classes, *acts);
}

Result<StudentFile> readStudentFile(Office& office, qint64 student, const QString& reason) {
  // Logged first: what cannot be logged is not shown (P02).
  if (auto logged = office.tables().log().append(LogAction::Read, objectOf(Subject::student(student)), reason); !logged)
    return std::unexpected(logged.error());
  StudentFile file;
  const auto row = office.tables().students().byId(student);
  if (!row)
    return std::unexpected(row.error());
  if (!*row)
    return fail(ErrorCode::StudentNotFound, {QString::number(student)});
  const OwnRights rights(office);
  file.row = rights.seen(**row);
  const auto snapshot = office.tables().ledger().snapshot(Subject::student(student));
  if (!snapshot)
    return std::unexpected(snapshot.error());
  const auto acts = office.tables().acts().ofStudent(student);
  if (!acts)
    return std::unexpected(acts.error());
  const auto classes = office.store().classes();
  if (!classes)
    return std::unexpected(classes.error());
  file.numbers = numbersOf(snapshot->chains);
  for (NumberEntry& entry : file.numbers)
    entry.value = rights.seen(Field::StudentNumber, entry.value);
  file.timeline = timelineOn(office, *snapshot, **classes, *acts);
  Findings open;
  if (file.row.status != StudentStatus::Voided) {
    auto standing = standingToday(office, **row);
    if (!standing)
      return std::unexpected(standing.error());
    file.findings = std::move(standing->findings);
    open = std::move(standing->open);
  }
  file.papersSeen = rights.may(Verb::See, right_group::kPapers);
  if (file.papersSeen)
    file.openPoints = openPointsOf(office, snapshot->chains, open);
  return file;
}

Result<qint64> studentByNumber(Office& office, const QString& typed) {
  const QString prefix = objectOf(Subject::student(0)).chopped(1);
  if (typed.startsWith(prefix)) {
    const auto byId = office.tables().students().byId(typed.mid(prefix.size()).toLongLong());
    if (!byId)
      return std::unexpected(byId.error());
    return *byId ? Result<qint64>((*byId)->id) : fail(ErrorCode::StudentNotFound, {typed});
  }
  const QString number = StudentNumber::clean(typed);
  auto row = office.tables().students().byStudentNumber(number);
  if (row && !*row)
    row = office.tables().students().byIdentityNumber(number);
  if (!row)
    return std::unexpected(row.error());
  if (!*row)
    return fail(ErrorCode::StudentNotFound, {typed});
  return (*row)->id;
}

Result<QList<StudentRow>> findStudents(Office& office, const QString& text) {
  constexpr int kMostHits = 1'000'000; // all of them
  StudentList list(office);
  const QList<Field> shown{Field::StudentNumber, Field::Name, Field::Sex, Field::BirthDate, Field::EntryMonth};
  QList<StudentRow> rows;
  if (text.trimmed().isEmpty()) {
    if (auto logged = list.open({}, shown); !logged)
      return std::unexpected(logged.error());
    auto read = list.forEach({}, [&](const StudentRow& row) {
      rows << row;
      return true;
    });
    return read ? Result<QList<StudentRow>>(std::move(rows)) : std::unexpected(read.error());
  }
  auto found = list.find(text, kMostHits);
  if (!found)
    return found;
  if (auto logged = list.noteOpened(static_cast<int>(found->size()), shown); !logged)
    return std::unexpected(logged.error());
  return found;
}

Result<void> mayUnmask(const Office& office, Field field) {
  const OwnRights rights(office);
  return rights.require(Verb::SeeWhole, rights.groupOf(field));
}

Result<void> logUnmasking(Office& office, qint64 student, Field field, const QString& reason) {
  if (auto allowed = mayUnmask(office, field); !allowed)
    return allowed;
  return office.tables().log().append(LogAction::Unmask, objectOf(Subject::student(student)),
                                      office.fields().definition(field).id + QLatin1Char(' ') + reason);
}

} // namespace xueji
