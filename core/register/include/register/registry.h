#pragma once

#include "domain/ledger_registry.h"

namespace xueji {

/// The register's kinds of facts and acts and its schema: one line each. Whoever opens a register hands it in.
Registry ledgerRegistry();

} // namespace xueji
