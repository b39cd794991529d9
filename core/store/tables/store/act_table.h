#pragma once

#include "domain/act.h"
#include "domain/error.h"
#include "domain/wish.h"

#include <functional>

namespace xueji {

class StoreSession;

/// The acts, as they were entered. Written by Ledger only; never changed or deleted (triggers of the schema refuse it).
/// An act of a kind that the registry does not know is an error (ActKindUnknown), never guessed at.
class ActTable {
public:
  explicit ActTable(StoreSession& session) : m_session(session) {}

  Result<std::optional<Act>> byId(qint64 id);
  Result<QList<Act>> ofSubject(const Subject& subject); ///< in order of entry
  Result<QList<Act>> ofStudent(qint64 student) { return ofSubject(Subject::student(student)); }
  Result<QList<Act>> ofBatch(qint64 batch); ///< in order of entry
  Result<QList<ActBrief>> briefs(const Subject& subject);
  Result<void> forEach(const std::function<bool(const Act&)>& each); ///< in order of entry
  Result<qint64> lastId();                                           ///< 0 without acts
  Result<int> count();

private:
  friend class Ledger;
  /// Newest act that touches the subject; without asking for the right.
  Result<qint64> newestOf(const Subject& subject);
  Result<void> insert(const Act& act);
  StoreSession& m_session;
};

} // namespace xueji
