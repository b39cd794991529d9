#pragma once

#include "domain/act.h"
#include "domain/error.h"

#include <functional>

namespace xueji {

class StoreSession;

/// The ledger: acts are appended, never changed or deleted (a trigger of the schema refuses it).
class ActTable {
public:
  explicit ActTable(StoreSession& session) : m_session(session) {}

  /// Answers the id. `id` and `voidedBy` of the argument are not looked at; a null `entered` becomes now, a zero
  /// `enteredBy` the signed-in user. Error: NothingToDo (the act that it voids is voided already).
  Result<qint64> append(const Act& act);
  Result<std::optional<Act>> byId(qint64 id);
  Result<QList<Act>> ofStudent(qint64 student); ///< in order of entry
  Result<QList<Act>> ofBatch(qint64 batch);     ///< in order of entry
  /// Acts of the student entered after `act`, neither void acts nor voided: what stands on it.
  Result<QList<Act>> standingAfter(qint64 student, qint64 act);
  /// The first act outside the batch, neither void act nor voided, that touches a student of the batch and was entered
  /// after it.
  Result<std::optional<Act>> firstBuiltOnBatch(qint64 batch);
  Result<void> forEach(const std::function<bool(const Act&)>& each); ///< in order of entry
  Result<qint64> lastId();                                           ///< 0 without acts
  Result<int> count();

private:
  StoreSession& m_session;
};

} // namespace xueji
