#pragma once

#include "domain/ledger_registry.h"

namespace xueji {

/// SQL of a fact's table, made from its description: the one generator of all of them. The schema's steps hold what
/// createSql() says, written out and frozen; a test compares.
namespace fact_sql {

/// Table, indexes and the triggers that let nothing but `voided_by` change, once.
QString createSql(const Fact& fact);
/// id, act, voided_by, subject, day, then the fact's columns; to be continued with WHERE or ORDER BY.
QString selectSql(const Fact& fact);
/// Places for id, act, subject, day, then the fact's columns.
QString insertSql(const Fact& fact);
/// Places for the voiding act and the row's id.
QString markSql(const Fact& fact);

} // namespace fact_sql

/// The registry with one more fact, whose table is made by a step of its own after all others.
void addFact(Registry& registry, const Fact& fact);

} // namespace xueji
