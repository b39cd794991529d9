#pragma once

#include "domain/ledger_registry.h"

namespace xueji::test {

/// 社团: a fact that the program does not have.
const Fact& clubFact();

/// The program's registry with two steps that it does not have. The first gives each child whose item `talents` says
/// something a club of that name from its enrolment on, and notes a child that says 无; the second is SQL
/// alone.
Registry clubRegistry();

} // namespace xueji::test
