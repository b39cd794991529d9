#pragma once

#include "domain/chains.h"
#include "domain/ledger_registry.h"

#include <functional>

namespace xueji {

class StoreSession;

/// The dated facts: one table a kind, all served from their descriptions in the registry. Reading needs
/// Capability::ReadRecords.
class FactTables {
public:
  explicit FactTables(StoreSession& session) : m_session(session) {}

  /// Every row of a subject, voided ones too.
  Result<Chains> chains(const Subject& subject);
  /// Every row of one fact of a subject, in the order of the chain.
  Result<QList<FactRow>> chain(const Fact& fact, qint64 subject);
  /// Rows in which a column has this value, voided ones too, in order of entry. The column must be one of
  /// Fact::lookups.
  Result<QList<FactRow>> withValue(const Fact& fact, const QString& column, const QString& value);
  /// Subjects for which a row of the fact begins after `after` and not after `until`.
  Result<QList<qint64>> beginning(const Fact& fact, const QString& after, const QString& until);
  /// A state as at a day, of every subject: those whose row then has one of `values` in `column`.
  Result<QList<qint64>> holding(const Fact& fact, const QString& column, const QStringList& values, const QString& day,
                                Known known = {});
  /// Rows in the order of the table's ids.
  Result<void> forEach(const Fact& fact, const std::function<bool(const FactRow&)>& each);

private:
  friend class Ledger;
  /// Without asking for the right: present rows turn whoever signs in, and nobody is shown them by it.
  Result<QList<FactRow>> readChain(const Fact& fact, qint64 subject);
  Result<Chains> readChains(const Subject& subject);
  StoreSession& m_session;
};

} // namespace xueji
