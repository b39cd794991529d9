// Acts, batches, rows and marks against the seals of the log.

#include "fact_sql.h"
#include "raw_cursor.h"
#include "store/approval_table.h"
#include "verify_context.h"

namespace xueji {

namespace {

/// The rows of a table with what a seal needs to know of it.
class Cursor {
public:
  static Result<Cursor> of(StoreSession& session, const QString& sql, const QString& table) {
    auto rows = RawCursor::of(session.connection(), sql);
    if (!rows)
      return std::unexpected(rows.error());
    auto sealed = SealedTable::of(session.connection(), table, rows->row());
    if (!sealed)
      return std::unexpected(sealed.error());
    return Cursor(std::move(*rows), table.toLatin1(), std::move(*sealed));
  }

  bool atEnd() const { return m_rows.atEnd(); }
  const RawRows& row() const { return m_rows.row(); }
  const QByteArray& table() const { return m_table; }
  const SealedTable& sealed() const { return m_sealed; }
  Result<void> move() { return m_rows.move(); }

private:
  Cursor(RawCursor rows, QByteArray table, SealedTable sealed)
      : m_rows(std::move(rows)), m_table(std::move(table)), m_sealed(std::move(sealed)) {}
  RawCursor m_rows;
  QByteArray m_table;
  SealedTable m_sealed;
};

/// All rows and marks of the ledger in the order in which they were sealed.
class SealCheck {
public:
  explicit SealCheck(VerifyContext& context) : m_context(context) {}
  Result<void> run();

private:
  Result<void> openCursors();
  Result<void> checkActs(const SealNote& note);
  Result<void> checkApprovals(const SealNote& note);
  Result<void> addWitnesses(Seal& seal, qint64 last);
  void say(const SealNote& note, const char* one, const char* many);
  Result<void> addActs(Seal& seal, const SealNote& note, qint64& batch);
  Result<void> addUntil(Seal& seal, Cursor& cursor, int orderColumn, qint64 last, qint64& expectedId);
  Result<void> addMarks(Seal& seal, Cursor& marks, qint64 last);
  Result<void> sayLeftOver();

  VerifyContext& m_context;
  std::optional<Cursor> m_acts;
  std::optional<Cursor> m_approvals;
  std::optional<Cursor> m_batches;
  std::vector<Cursor> m_rows;
  std::vector<Cursor> m_marks;
  std::vector<qint64> m_nextRow;
  qint64 m_nextAct = 1;
  qint64 m_nextApproval = 1;
  qint64 m_nextBatch = 1;
  bool m_gap = false; ///< an id is missing: the range of the seal cannot be whole
};

Result<void> SealCheck::openCursors() {
  StoreSession& session = m_context.session;
  auto acts = Cursor::of(session, QStringLiteral("SELECT * FROM act ORDER BY id"), QStringLiteral("act"));
  auto batches = Cursor::of(session, QStringLiteral("SELECT * FROM batch ORDER BY id"), QStringLiteral("batch"));
  auto approvals = Cursor::of(session,
                              session.registry().newestSchema() >= ApprovalTable::kSince
                                  ? QStringLiteral("SELECT * FROM approval ORDER BY id")
                                  : QStringLiteral("SELECT 0 WHERE 0"), // an older register
                              QStringLiteral("approval"));
  if (!acts || !batches || !approvals)
    return std::unexpected(!acts ? acts.error() : !batches ? batches.error() : approvals.error());
  m_acts = std::move(*acts);
  m_approvals = std::move(*approvals);
  m_batches = std::move(*batches);
  for (const Fact* fact : factsByTable(session.registry())) {
    auto rows = Cursor::of(session, QStringLiteral("SELECT * FROM %1 ORDER BY id").arg(fact->table()), fact->table());
    auto marks = Cursor::of(
        session,
        QStringLiteral("SELECT id, voided_by FROM %1 WHERE voided_by <> 0 ORDER BY voided_by, id").arg(fact->table()),
        fact->table());
    if (!rows || !marks)
      return std::unexpected(rows ? marks.error() : rows.error());
    m_rows.push_back(std::move(*rows));
    m_marks.push_back(std::move(*marks));
    m_nextRow.push_back(1);
  }
  return {};
}

/// Takes rows whose `orderColumn` is not above `last`. Ids must follow without gap.
Result<void> SealCheck::addUntil(Seal& seal, Cursor& cursor, int orderColumn, qint64 last, qint64& expectedId) {
  while (!cursor.atEnd() && cursor.row().number(orderColumn) <= last) {
    m_gap = m_gap || cursor.row().number(0) != expectedId;
    expectedId = cursor.row().number(0) + 1;
    seal.addRow(cursor.sealed(), cursor.row());
    if (auto moved = cursor.move(); !moved)
      return moved;
  }
  return {};
}

Result<void> SealCheck::addActs(Seal& seal, const SealNote& note, qint64& batch) {
  constexpr int kBatchColumn = 7;
  Q_ASSERT(m_acts->atEnd() || m_acts->row().name(kBatchColumn) == "batch");
  while (!m_acts->atEnd() && m_acts->row().number(0) <= note.last) {
    ++m_context.report.acts;
    batch = m_acts->row().number(kBatchColumn);
    if (auto added = addUntil(seal, *m_acts, 0, m_acts->row().number(0), m_nextAct); !added)
      return added;
  }
  return {};
}

Result<void> SealCheck::addMarks(Seal& seal, Cursor& marks, qint64 last) {
  while (!marks.atEnd() && marks.row().number(1) <= last) {
    seal.addMark(marks.table(), marks.row().number(0), marks.row().number(1));
    if (auto moved = marks.move(); !moved)
      return moved;
  }
  return {};
}

/// Approvals of witnesses were written together with the acts that they were about.
Result<void> SealCheck::addWitnesses(Seal& seal, qint64 last) {
  constexpr int kActColumn = 2;
  Q_ASSERT(m_approvals->atEnd() || m_approvals->row().name(kActColumn) == "act");
  while (!m_approvals->atEnd() && m_approvals->row().number(kActColumn) != 0 &&
         m_approvals->row().number(kActColumn) <= last)
    if (auto added = addUntil(seal, *m_approvals, 0, m_approvals->row().number(0), m_nextApproval); !added)
      return added;
  return {};
}

void SealCheck::say(const SealNote& note, const char* one, const char* many) {
  m_context.found("seals", note.first == note.last
                               ? QStringLiteral("%1:%2").arg(QLatin1String(one)).arg(note.first)
                               : QStringLiteral("%1:%2-%3").arg(QLatin1String(many)).arg(note.first).arg(note.last));
}

Result<void> SealCheck::checkApprovals(const SealNote& note) {
  m_gap = note.first != m_nextApproval || note.last < note.first;
  Seal seal(m_context.session.signIn()->sealKey);
  if (auto added = addUntil(seal, *m_approvals, 0, note.last, m_nextApproval); !added)
    return added;
  if (seal.finish() != note.seal || m_gap)
    say(note, "approval", "approvals");
  m_nextApproval = note.last + 1;
  return {};
}

Result<void> SealCheck::checkActs(const SealNote& note) {
  m_gap = note.first != m_nextAct || note.last < note.first;
  Seal seal(m_context.session.signIn()->sealKey);
  qint64 batch = 0;
  if (auto added = addActs(seal, note, batch); !added)
    return added;
  m_gap = m_gap || m_nextAct != note.last + 1;
  if (auto added = addWitnesses(seal, note.last); !added)
    return added;
  if (batch != 0)
    if (auto added = addUntil(seal, *m_batches, 0, batch, m_nextBatch); !added)
      return added;
  for (std::size_t at = 0; at < m_rows.size(); ++at) {
    if (auto added = addUntil(seal, m_rows[at], 1, note.last, m_nextRow[at]); !added)
      return added;
    if (auto added = addMarks(seal, m_marks[at], note.last); !added)
      return added;
  }
  if (seal.finish() != note.seal || m_gap)
    say(note, "act", "acts");
  // What comes after is looked at for itself: one change is one fault.
  m_nextAct = note.last + 1;
  return {};
}

/// Rows that no seal covers.
Result<void> SealCheck::sayLeftOver() {
  const auto sayAll = [&](Cursor& cursor, int column, const char* what) -> Result<void> {
    while (!cursor.atEnd()) {
      m_context.found("seals", QStringLiteral("%1:%2").arg(QLatin1String(what)).arg(cursor.row().number(column)));
      if (auto moved = cursor.move(); !moved)
        return moved;
    }
    return {};
  };
  if (auto said = sayAll(*m_acts, 0, "act"); !said)
    return said;
  if (auto said = sayAll(*m_approvals, 0, "approval"); !said)
    return said;
  if (auto said = sayAll(*m_batches, 0, "batch"); !said)
    return said;
  for (std::size_t at = 0; at < m_rows.size(); ++at) {
    if (auto said = sayAll(m_rows[at], 1, "act"); !said)
      return said;
    if (auto said = sayAll(m_marks[at], 1, "act"); !said)
      return said;
  }
  return {};
}

Result<void> SealCheck::run() {
  if (auto opened = openCursors(); !opened)
    return opened;
  auto log = RawRows::of(m_context.session.connection(),
                         QStringLiteral("SELECT detail FROM log WHERE action IN ('change', 'import', 'undo', "
                                        "'approval', 'migrated') ORDER BY id"));
  if (!log)
    return std::unexpected(log.error());
  for (;;) {
    const auto more = log->next();
    if (!more)
      return std::unexpected(more.error());
    if (!*more)
      return sayLeftOver();
    const auto note = SealNote::read(log->text(0));
    if (!note)
      continue;
    if (!goesOn(m_context.progress, m_context.report.acts, 0))
      return fail(ErrorCode::Cancelled);
    const auto checked = note->of == SealNote::Of::Acts ? checkActs(*note) : checkApprovals(*note);
    if (!checked)
      return checked;
  }
}

} // namespace

Result<void> checkSeals(VerifyContext& context) {
  context.report.checks << QStringLiteral("seals");
  return SealCheck(context).run();
}

Result<void> checkCounts(VerifyContext& context) {
  context.report.checks << QStringLiteral("counts");
  auto wrong =
      RawRows::of(context.session.connection(), QStringLiteral("SELECT b.id FROM batch b WHERE b.count <> "
                                                               "(SELECT count(*) FROM act a WHERE a.batch = b.id)"));
  if (!wrong)
    return std::unexpected(wrong.error());
  for (auto more = wrong->next(); !more || *more; more = wrong->next()) {
    if (!more)
      return std::unexpected(more.error());
    context.found("counts", QStringLiteral("batch:%1").arg(wrong->number(0)));
  }
  auto students = RawRows::of(context.session.connection(),
                              QStringLiteral("SELECT count(*) FROM student WHERE status <> 'voided'"));
  if (!students)
    return std::unexpected(students.error());
  if (auto one = students->next(); !one)
    return std::unexpected(one.error());
  context.report.students = students->number(0);
  return {};
}

} // namespace xueji
