#include "store/backup.h"
#include "store/log_chain.h"
#include "store/store_session.h"
#include "store/student_columns.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSqlError>

namespace xueji {

namespace {

constexpr int kMostFaults = 1000;

} // namespace

/// One look through a register; each part adds what it finds.
class Verification {
public:
  Verification(StoreSession& session, const Progress& progress) : m_session(session), m_progress(progress) {}
  Result<VerifyReport> run(const Result<void>& rollback);

private:
  using Part = Result<void> (Verification::*)();

  Result<void> integrity();
  Result<void> logChain();
  Result<void> datedRows();
  Result<void> presentRows();
  Result<void> replay();
  Result<void> counts();
  Result<void> proofFiles();

  void found(const char* check, const QString& object, ErrorCode code = ErrorCode::RegisterDamaged,
             const QStringList& args = {});
  Result<void> datedRowsOf(const char* sql, const char* what);
  Result<void> each(const char* sql, const char* place, const std::function<void(const Statement&)>& row);

  StoreSession& m_session;
  const Progress& m_progress;
  VerifyReport m_report;
};

void Verification::found(const char* check, const QString& object, ErrorCode code, const QStringList& args) {
  if (m_report.faults.size() < kMostFaults)
    m_report.faults << VerifyFault{QString::fromLatin1(check), object,
                                   Error{code, args.isEmpty() && code == ErrorCode::RegisterDamaged
                                                   ? QStringList{m_session.signIn()->folder.path()}
                                                   : args}};
}

Result<void> Verification::each(const char* sql, const char* place, const std::function<void(const Statement&)>& row) {
  Statement query(m_session, QString::fromUtf8(sql));
  if (auto ran = query.run(place); !ran)
    return ran;
  while (query.next())
    row(query);
  return query.ended();
}

Result<void> Verification::integrity() {
  m_report.checks << QStringLiteral("integrity") << QStringLiteral("foreign_keys");
  const auto sound = m_session.connection().checkIntegrity();
  if (!sound && sound.error().code != ErrorCode::RegisterDamaged)
    return sound;
  if (!sound)
    found("integrity", QStringLiteral("register"));
  return {};
}

Result<void> Verification::logChain() {
  m_report.checks << QStringLiteral("log_chain") << QStringLiteral("log_head");
  LogHead expected;
  {
    const std::lock_guard guard(m_session.signIn()->mutex);
    expected = m_session.signIn()->keys.logHead();
  }
  const auto head = checkLogChain(m_session.connection(), m_session.signIn()->logKey, expected);
  if (head) {
    m_report.logRows = head->rows;
    m_report.logCode = logShortCode(head->head);
    return {};
  }
  if (head.error().code == ErrorCode::LogBroken)
    found("log_chain", QStringLiteral("log:") + head.error().args.value(0), ErrorCode::LogBroken, head.error().args);
  else if (head.error().code == ErrorCode::LogRolledBack)
    found("log_head", QStringLiteral("log"), ErrorCode::LogRolledBack);
  else
    return std::unexpected(head.error());
  return {};
}

/// Rows: group, student, valid_from, valid_to, in order of id within a group. Each begins where the one before ends,
/// only the last is open.
Result<void> Verification::datedRowsOf(const char* sql, const char* what) {
  QString group;
  QString end;
  QString student;
  const auto close = [&] {
    if (!group.isEmpty() && !end.isEmpty())
      found("dated_rows", QStringLiteral("student:%1").arg(student));
  };
  auto done = each(sql, what, [&](const Statement& row) {
    const QString from = row.text(2);
    const QString to = row.text(3);
    if (row.text(0) != group) {
      close();
      group = row.text(0);
      student = row.text(1);
    } else if (from != end) {
      found("dated_rows", QStringLiteral("student:%1").arg(student));
    }
    if (!to.isEmpty() && to < from)
      found("dated_rows", QStringLiteral("student:%1").arg(student));
    end = to;
  });
  close();
  return done;
}

Result<void> Verification::datedRows() {
  m_report.checks << QStringLiteral("dated_rows");
  if (auto done = datedRowsOf("SELECT student || kind, student, valid_from, valid_to FROM number_history "
                              "WHERE voided = 0 ORDER BY student, kind, id",
                              "verify: numbers");
      !done)
    return done;
  return datedRowsOf("SELECT student, student, valid_from, valid_to FROM status_history WHERE voided = 0 "
                     "ORDER BY student, id",
                     "verify: statuses");
}

/// The open dated rows say what the present row says.
Result<void> Verification::presentRows() {
  constexpr auto kDiffering =
      "SELECT s.id FROM student s "
      "LEFT JOIN number_history n ON n.student = s.id AND n.kind = 'name' AND n.voided = 0 AND n.valid_to = '' "
      "LEFT JOIN number_history d ON d.student = s.id AND d.kind = 'id_document' AND d.voided = 0 AND d.valid_to = '' "
      "LEFT JOIN number_history x ON x.student = s.id AND x.kind = 'student_number' AND x.voided = 0 "
      "AND x.valid_to = '' "
      "LEFT JOIN status_history h ON h.student = s.id AND h.voided = 0 AND h.valid_to = '' "
      "WHERE s.status <> 0 AND (coalesce(n.value, '') <> s.name OR coalesce(d.value, '') <> s.id_document_number OR "
      "coalesce(x.value, '') <> s.student_number OR coalesce(h.status, -1) <> s.status) "
      "UNION SELECT s.id FROM student s JOIN status_history h ON h.student = s.id AND h.voided = 0 WHERE s.status = 0";
  return each(kDiffering, "verify: present rows",
              [&](const Statement& row) { found("dated_rows", QStringLiteral("student:%1").arg(row.text(0))); });
}

/// What the acts that stand leave behind, item by item, against the present row. A voided enrolment leaves nothing.
Result<void> Verification::replay() {
  m_report.checks << QStringLiteral("replay");
  QHash<QString, Field> fields;
  for (const auto& column : detail::kStudentColumns)
    fields.insert(QString::fromLatin1(column.name), column.field);
  for (int position = 1; position <= detail::kMembers; ++position)
    for (const auto& column : detail::kMemberColumns)
      fields.insert(QStringLiteral("member%1_%2")
                        .arg(position)
                        .arg(column.field == Field::Member1Position ? QStringLiteral("position")
                                                                    : QString::fromLatin1(column.name)),
                    detail::memberField(column.field, position));
  StudentTable students(m_session);
  QHash<Field, QString> left;
  qint64 student = 0;
  bool enrolmentVoided = false;
  const auto compare = [&]() -> Result<void> {
    if (student == 0)
      return {};
    const auto row = students.stored(student);
    if (!row)
      return std::unexpected(row.error());
    bool same = row->has_value() && ((*row)->status == StudentStatus::Voided) == enrolmentVoided;
    if (same && !enrolmentVoided)
      for (auto it = left.constBegin(); it != left.constEnd(); ++it)
        same = same && (*row)->record.value(it.key()) == it.value();
    if (!same)
      found("replay", QStringLiteral("student:%1").arg(student));
    return {};
  };
  Statement query(m_session, QStringLiteral("SELECT a.student, a.kind, v.id, a.after FROM act a "
                                            "LEFT JOIN act v ON v.voids = a.id WHERE a.voids IS NULL "
                                            "ORDER BY a.student, a.id"));
  if (auto ran = query.run("verify: replay"); !ran)
    return ran;
  while (query.next()) {
    ++m_report.acts;
    if (query.number(0) != student) {
      if (auto compared = compare(); !compared)
        return compared;
      student = query.number(0);
      left.clear();
      enrolmentVoided = false;
      if (!goesOn(m_progress, m_report.acts, 0))
        return fail(ErrorCode::Cancelled);
    }
    const bool voided = query.number(2) != 0;
    if (voided && query.text(1) == toKey(ActKind::Enrol))
      enrolmentVoided = true;
    if (voided)
      continue;
    const QJsonObject after = QJsonDocument::fromJson(query.text(3).toUtf8()).object();
    for (auto it = after.constBegin(); it != after.constEnd(); ++it)
      if (const auto field = fields.constFind(it.key()); field != fields.constEnd())
        left.insert(*field, it.value().toString());
  }
  if (auto ended = query.ended(); !ended)
    return ended;
  return compare();
}

Result<void> Verification::counts() {
  m_report.checks << QStringLiteral("counts");
  if (auto done = each("SELECT b.id FROM batch b WHERE b.count <> (SELECT count(*) FROM act a WHERE a.batch = b.id AND "
                       "a.voids IS NULL)",
                       "verify: batches",
                       [&](const Statement& row) { found("counts", QStringLiteral("batch:") + row.text(0)); });
      !done)
    return done;
  return each("SELECT count(*) FROM student WHERE status <> 0", "verify: students",
              [&](const Statement& row) { m_report.students = row.number(0); });
}

Result<void> Verification::proofFiles() {
  m_report.checks << QStringLiteral("proof_files");
  return each("SELECT id, sha256, content FROM proof_file ORDER BY id", "verify: files", [&](const Statement& row) {
    if (QCryptographicHash::hash(row.bytes(2), QCryptographicHash::Sha256) != row.bytes(1))
      found("proof_files", QStringLiteral("file:") + row.text(0));
  });
}

Result<VerifyReport> Verification::run(const Result<void>& rollback) {
  if (!rollback)
    found("log_head", QStringLiteral("log"), rollback.error().code);
  constexpr Part kParts[] = {&Verification::integrity,   &Verification::logChain, &Verification::datedRows,
                             &Verification::presentRows, &Verification::replay,   &Verification::counts,
                             &Verification::proofFiles};
  for (const Part part : kParts) {
    if (!goesOn(m_progress, 0, 0))
      return fail(ErrorCode::Cancelled);
    const auto done = (this->*part)();
    // After broken pages nothing else can be read: what was found already says so.
    if (!done && done.error().code == ErrorCode::RegisterDamaged) {
      if (m_report.passed())
        found("integrity", QStringLiteral("register"));
      return m_report;
    }
    if (!done)
      return std::unexpected(done.error());
  }
  return m_report;
}

Result<VerifyReport> verify(RegisterStore& store, const Progress& progress) {
  auto report = Verification(store.session(), progress).run(store.rollbackState());
  if (report && store.access() == Access::Write)
    if (auto logged = store.log().append(LogAction::Verify, {},
                                         report->passed() ? QStringLiteral("passed") : QStringLiteral("faults"));
        !logged)
      return std::unexpected(logged.error());
  return report;
}

} // namespace xueji
