#pragma once

#include "domain/chains.h"
#include "domain/ledger_registry.h"

namespace xueji {

class Statement;
class StoreSession;

/// The row on which a query of fact_sql stands; `first`: column in which the row's own columns begin.
FactRow factRowOf(const Fact& fact, const Statement& query, int first = 0);

/// Every row of a subject, voided ones too, by one question for all its facts: what it costs is the asking, not the few
/// rows. Asks for no right.
Result<Chains> chainsOf(StoreSession& session, const Subject& subject);

} // namespace xueji
