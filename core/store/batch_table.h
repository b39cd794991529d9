#pragma once

#include "domain/act.h"
#include "domain/error.h"

namespace xueji {

class StoreSession;

/// Acts done together.
class BatchTable {
public:
  explicit BatchTable(StoreSession& session) : m_session(session) {}

  /// Answers the id. A null `made` becomes now, a zero `madeBy` the signed-in user.
  Result<qint64> insert(const Batch& batch);
  /// How many acts it has in the end.
  Result<void> setCount(qint64 batch, int count);
  /// Marks it undone now by the signed-in user. Errors: BatchNotFound, NothingToDo (undone already).
  Result<void> setUndone(qint64 batch);
  Result<std::optional<Batch>> byId(qint64 id);
  Result<QList<Batch>> all(); ///< latest first
  /// Standing batches made from a file with this SHA-256.
  Result<QList<Batch>> bySourceHash(const QByteArray& hash);

private:
  StoreSession& m_session;
};

} // namespace xueji
