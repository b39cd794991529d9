#include "register/student_file.h"

#include "domain/ledger_facts.h"
#include "domain/student_number.h"
#include "register/plans.h"
#include "register/register_check.h"

#include <algorithm>

namespace xueji {
namespace {

/// What an enrolment cannot know yet and a record must bring: the signed form, papers seen, the vaccination
/// certificate, the photo, the notice to the guardian (DESIGN of the rules: open points, not findings).
const QStringList& openRules() {
  static const QStringList rules{QStringLiteral("E11"), QStringLiteral("E12"), QStringLiteral("E17"),
                                 QStringLiteral("E25"), QStringLiteral("P01")};
  return rules;
}

QList<OpenPoint> openPointsOf(const Office& office, const Chains& chains) {
  const RuleBook& rules = office.rules();
  const QList<FactRow> papers = PaperFact::standing(chains, kLastDay);
  QList<OpenPoint> points;
  for (const QString& id : openRules()) {
    const Rule* rule = rules.rule(id);
    const bool brought = rule && std::any_of(papers.begin(), papers.end(), [&](const FactRow& row) {
                           const SeenPaper paper = PaperFact::of(row).seen();
                           return rule->proofs.contains(paper.kind) && rules.lackOf(paper).isEmpty();
                         });
    if (rule && !brought)
      points << OpenPoint{id, rule->title, rule->proofs.value(0)};
  }
  return points;
}

QList<TimelineEntry> timelineOn(Office& office, const Snapshot& snapshot, const QList<Act>& acts) {
  QList<TimelineEntry> timeline;
  for (auto act = acts.crbegin(); act != acts.crend(); ++act) {
    const ActKind* kind = office.registry().act(act->kind);
    TimelineEntry entry;
    entry.act = *act;
    entry.kindName = kind->name;
    entry.role = kind->role;
    entry.voided = act->voidedBy != 0;
    entry.enteredByName = office.store().users().nameOf(act->enteredBy).value_or(QString());
    entry.changes = changesOf(office.registry(), snapshot.chains, act->id);
    entry.opens = opensEnrolment(office.registry(), snapshot.chains, act->id);
    for (const Fact& fact : office.registry().facts)
      for (const FactRow& row : snapshot.chains.all(fact.key)) {
        if (row.act != act->id)
          continue;
        entry.touchesItems = entry.touchesItems || (fact.shape == FactShape::Items && !entry.opens);
        entry.onDossier = entry.onDossier || fact.key != PaperFact::fact().key;
      }
    entry.undoable = !entry.voided && kind->role == ActRole::Ordinary &&
                     actsBuiltUpon(office.registry(), snapshot, act->id).isEmpty();
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
    NumberEntry entry{row.values.value(0), QDate::fromString(row.from, Qt::ISODate), {}, row.act, row.voidedBy != 0};
    const auto at =
        std::find_if(standing.begin(), standing.end(), [&](const FactRow& one) { return one.id == row.id; });
    if (at != standing.end() && at + 1 != standing.end())
      entry.validTo = QDate::fromString((at + 1)->from, Qt::ISODate);
    entries << entry;
  }
  return entries;
}

Result<QList<TimelineEntry>> timelineOf(Office& office, const Subject& subject) {
  const auto snapshot = office.store().ledger().snapshot(subject);
  if (!snapshot)
    return std::unexpected(snapshot.error());
  const auto acts = office.store().acts().ofSubject(subject);
  if (!acts)
    return std::unexpected(acts.error());
  return timelineOn(office, *snapshot, *acts);
}

Result<StudentFile> readStudentFile(Office& office, qint64 student, const QString& reason) {
  // Logged first: what cannot be logged is not shown (P02).
  if (auto logged = office.store().log().append(LogAction::Read, objectOf(Subject::student(student)), reason); !logged)
    return std::unexpected(logged.error());
  StudentFile file;
  const auto row = office.store().students().byId(student);
  if (!row)
    return std::unexpected(row.error());
  if (!*row)
    return fail(ErrorCode::StudentNotFound, {QString::number(student)});
  file.row = **row;
  const auto snapshot = office.store().ledger().snapshot(Subject::student(student));
  if (!snapshot)
    return std::unexpected(snapshot.error());
  const auto acts = office.store().acts().ofStudent(student);
  if (!acts)
    return std::unexpected(acts.error());
  file.numbers = numbersOf(snapshot->chains);
  file.timeline = timelineOn(office, *snapshot, *acts);
  if (file.row.status != StudentStatus::Voided) {
    auto findings = findingsToday(office, file.row);
    if (!findings)
      return std::unexpected(findings.error());
    file.findings = *findings;
  }
  file.openPoints = openPointsOf(office, snapshot->chains);
  return file;
}

Result<qint64> studentByNumber(Office& office, const QString& typed) {
  const QString number = StudentNumber::clean(typed);
  auto row = office.store().students().byStudentNumber(number);
  if (row && !*row)
    row = office.store().students().byIdentityNumber(number);
  if (!row)
    return std::unexpected(row.error());
  if (!*row)
    return fail(ErrorCode::StudentNotFound, {typed});
  return (*row)->id;
}

Result<QList<StudentRow>> findStudents(Office& office, const QString& text) {
  constexpr int kMostHits = 1'000'000; // all of them
  if (auto logged = office.store().log().append(LogAction::Search, QStringLiteral("students")); !logged)
    return std::unexpected(logged.error());
  if (!text.trimmed().isEmpty())
    return office.store().students().find(text, kMostHits);
  QList<StudentRow> everybody;
  auto read = office.store().students().forEach({}, [&](const StudentRow& row) {
    everybody << row;
    return true;
  });
  if (!read)
    return std::unexpected(read.error());
  return everybody;
}

Result<void> logUnmasking(Office& office, qint64 student, Field field, const QString& reason) {
  return office.store().log().append(LogAction::Unmask, objectOf(Subject::student(student)),
                                     office.fields().definition(field).id + QLatin1Char(' ') + reason);
}

} // namespace xueji
