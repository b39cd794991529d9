#pragma once

#include "domain/case.h"
#include "domain/error.h"

namespace xueji {

class StoreSession;

/// What second persons said. Written by Ledger only; never changed or deleted (triggers of the schema refuse it).
class ApprovalTable {
public:
  static constexpr int kSince = 3; ///< version of the schema from which on a register has it

  explicit ApprovalTable(StoreSession& session) : m_session(session) {}

  Result<QList<Approval>> ofCase(qint64 id); ///< in order of entry
  Result<QList<Approval>> all();             ///< likewise

private:
  friend class Ledger;
  Result<qint64> lastId(); ///< 0 without any
  Result<void> insert(const Approval& approval);
  StoreSession& m_session;
};

} // namespace xueji
