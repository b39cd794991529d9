#include "register/student_file.h"

#include "domain/student_number.h"
#include "register/acts_support.h"
#include "register/register_check.h"

namespace xueji {
namespace {

/// What an enrolment cannot know yet and a record must bring: the signed form, papers seen, the vaccination
/// certificate, the photo, the notice to the guardian (DESIGN of the rules: open points, not findings).
const QStringList& openRules() {
  static const QStringList rules{QStringLiteral("E11"), QStringLiteral("E12"), QStringLiteral("E17"),
                                 QStringLiteral("E25"), QStringLiteral("P01")};
  return rules;
}

Result<QList<TimelineEntry>> timelineOf(Office& office, qint64 student) {
  const auto acts = office.store().acts().ofStudent(student);
  if (!acts)
    return std::unexpected(acts.error());
  QList<TimelineEntry> timeline;
  for (auto act = acts->crbegin(); act != acts->crend(); ++act) {
    TimelineEntry entry;
    entry.act = *act;
    entry.voided = act->voidedBy != 0;
    entry.enteredByName = office.store().users().nameOf(act->enteredBy).value_or(QString());
    // The latest standing act can always be declared void; an earlier one when nothing later touched its items.
    entry.undoable = !entry.voided && act->kind != ActKind::Void;
    for (const TimelineEntry& later : std::as_const(timeline)) {
      if (later.voided || later.act.kind == ActKind::Void)
        continue;
      const QStringList items = later.act.after.keys();
      if (act->kind == ActKind::Enrol ||
          std::any_of(items.begin(), items.end(), [&](const QString& item) { return act->after.contains(item); }))
        entry.undoable = false;
    }
    timeline << entry;
  }
  return timeline;
}

Result<QList<OpenPoint>> openPointsOf(Office& office, qint64 student) {
  const auto proofs = office.store().proofs().ofStudent(student);
  if (!proofs)
    return std::unexpected(proofs.error());
  QList<OpenPoint> points;
  for (const QString& id : openRules()) {
    const Rule* rule = office.rules().rule(id);
    const bool brought =
        std::any_of(proofs->begin(), proofs->end(), [&](const Proof& proof) { return proof.kind == id; });
    if (rule && !brought)
      points << OpenPoint{id, rule->title};
  }
  return points;
}

} // namespace

Result<StudentFile> readStudentFile(Office& office, qint64 student, const QString& reason) {
  // Logged first: what cannot be logged is not shown (P02).
  if (auto logged = office.store().log().append(LogAction::Read, detail::studentObject(student), reason); !logged)
    return std::unexpected(logged.error());
  StudentFile file;
  auto row = detail::studentRow(office, student);
  if (!row)
    return std::unexpected(row.error());
  file.row = *row;
  auto numbers = office.store().numbers().of(student, NumberKind::StudentNumber);
  if (!numbers)
    return std::unexpected(numbers.error());
  file.numbers = *numbers;
  auto timeline = timelineOf(office, student);
  if (!timeline)
    return std::unexpected(timeline.error());
  file.timeline = *timeline;
  if (file.row.status != StudentStatus::Voided) {
    auto findings = findingsToday(office, file.row);
    if (!findings)
      return std::unexpected(findings.error());
    file.findings = *findings;
  }
  auto open = openPointsOf(office, student);
  if (!open)
    return std::unexpected(open.error());
  file.openPoints = *open;
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
  return office.store().log().append(LogAction::Unmask, detail::studentObject(student),
                                     office.fields().definition(field).id + QLatin1Char(' ') + reason);
}

Result<void> recordPaperSeen(Office& office, qint64 student, const QString& rule, const QString& note) {
  Transaction transaction = office.store().begin();
  if (auto begun = transaction.begun(); !begun)
    return begun;
  if (auto row = detail::studentRow(office, student); !row)
    return std::unexpected(row.error());
  Proof proof;
  proof.student = student;
  proof.kind = rule;
  proof.note = note;
  proof.seenOn = office.clock().today();
  if (auto stored = office.store().proofs().insert(proof); !stored)
    return std::unexpected(stored.error());
  if (auto logged = office.store().log().append(LogAction::Change, detail::studentObject(student),
                                                QStringLiteral("paper ") + rule);
      !logged)
    return logged;
  return transaction.commit();
}

} // namespace xueji
