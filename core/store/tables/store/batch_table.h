#pragma once

#include "domain/act.h"
#include "domain/error.h"

namespace xueji {

class StoreSession;

/// Acts done together. Written by Ledger only, never changed.
class BatchTable {
public:
  explicit BatchTable(StoreSession& session) : m_session(session) {}

  Result<std::optional<Batch>> byId(qint64 id);
  Result<QList<Batch>> all(); ///< latest first

private:
  friend class Ledger;
  Result<void> insert(const Batch& batch);
  StoreSession& m_session;
};

} // namespace xueji
