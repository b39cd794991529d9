#pragma once

#include "domain/case.h"
#include "domain/wish.h"
#include "store/seal.h"
#include "store/student_table.h"

namespace xueji {

class StoreSession;

/// Writes acts with their rows within a running transaction: begin(), append() each act, then seal(). Ids of acts and
/// rows follow without gap. Knows no rule: what may be written is decided before (register/perform.h).
class Ledger {
public:
  explicit Ledger(StoreSession& session) : m_session(session) {}

  /// What the register knows of a subject; of a new one (id 0) that there is nothing. What the session keeps of the
  /// school is brought up to that state.
  Result<Snapshot> snapshot(const Subject& subject);

  /// Needs Capability of the acts' rights from the caller. `batch` without id, maker and time: they are filled in.
  /// Errors: those of checkClock().
  Result<void> begin(std::optional<Batch> batch);
  qint64 batch() const { return m_batch; }
  qint64 nextAct() const { return m_nextAct; }
  /// Id that the next row of this fact will bear.
  qint64 nextRow(const QString& fact) const { return m_nextRow.value(fact); }
  /// Writes the act; fills in id, time, person, batch and, for a new child, the subject. The snapshot becomes what it
  /// is afterwards. Errors: FactUnknown, StateTwice, Internal (a row that is void already).
  Result<void> append(Act& act, const Planned& planned, Snapshot& snapshot);
  /// Writes an approval; fills in id and time, and the signed-in person where none is named.
  Result<void> append(Approval& approval);
  /// Writes the present row of a subject.
  Result<void> writePresent(const Subject& subject, const Snapshot& snapshot);
  /// Ends it: the range of acts (of approvals where no act was written) and the seal over all that was written since
  /// begin(). Nothing written: nothing.
  Result<std::optional<SealNote>> seal();

  /// ClockBehind while the clock is more than ten minutes behind the latest time in the log since a witness last
  /// confirmed it.
  Result<void> checkClock();

  /// The day as at which the present rows stand; null in a register without one.
  Result<QDate> presentDay();
  /// Turns the present rows to `day`: those whose rows begin between the two days. Logs it. Nothing on the same day.
  Result<void> turnTo(const QDate& day);
  /// Writes every present row anew from the facts, as at the day on which they stand. A child whose facts make none
  /// keeps what it has.
  Result<void> rebuildPresent();
  /// Sort keys and folded texts were made by another ICU: makes them anew and logs it.
  Result<void> renewOrder();

private:
  /// Id of a subject that an act makes.
  Result<qint64> freshId(SubjectKind kind);
  Result<QList<NamedBy>> namedBy(const Subject& subject);
  /// Writes the present row as at the present day.
  Result<void> writeSubject(const Subject& subject, const Chains& chains, qint64 revision, bool fresh);
  /// The same from the facts as they are stored.
  Result<void> rewritePresent(const Subject& subject);
  Result<void> checkShape(const Act& act, const Planned& planned) const;
  Result<void> writeRow(const Fact& fact, const Act& act, const PlannedRow& row, Snapshot& snapshot);
  Result<void> writeMark(const Fact& fact, const Act& act, const RowMark& mark, Snapshot& snapshot);

  StoreSession& m_session;
  qint64 m_batch = 0;
  qint64 m_firstAct = 0;
  qint64 m_nextAct = 0;
  qint64 m_firstApproval = 0;
  qint64 m_nextApproval = 0;
  QHash<QString, qint64> m_firstRow;
  QHash<QString, qint64> m_nextRow;
  QHash<QString, QList<QPair<qint64, qint64>>> m_marks; ///< fact -> (act, row)
  QDate m_presentDay;
};

} // namespace xueji
