#pragma once

#include "domain/case.h"
#include "domain/error.h"

#include <functional>

namespace xueji {

class Statement;
class StoreSession;

/// Cases: draft rows, outside log, seals and verification. While another connection writes, what is kept here waits in
/// memory and is stored with the next transaction or flush(); this connection sees it at once. Reading needs
/// Capability::ReadRecords; who may change what is decided in register/cases.h.
class CaseTable {
public:
  explicit CaseTable(StoreSession& session) : m_session(session) {}

  Result<std::optional<Case>> byId(qint64 id);
  Result<QList<Case>> open(); ///< neither withdrawn nor performed, in order of opening
  Result<QList<Case>> openOf(const Subject& subject);

  /// A number no case has had; for one that is kept next.
  Result<qint64> newId();
  /// Stores the whole case anew, but `act`. Errors: NotWritable, DiskFull ...; what was kept before stands.
  Result<void> keep(const Case& draft);
  /// The same of one that ends, with its line in the log.
  Result<void> keepWithdrawn(const Case& draft);
  /// Stores what waits, if nobody writes.
  Result<void> flush();

private:
  Result<QList<Case>> read(const QString& condition, const std::function<void(Statement&)>& bind);
  Result<QList<Case>> readOpen(const QString& condition, const std::function<void(Statement&)>& bind,
                               const std::function<bool(const Case&)>& belongs);
  StoreSession& m_session;
};

/// Writes the rows of a case; within a transaction. For StoreSession only.
Result<void> writeCase(StoreSession& session, const Case& draft);

} // namespace xueji
