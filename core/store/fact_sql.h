#pragma once

#include "domain/ledger_registry.h"

namespace xueji {

/// SQL of a fact's table, made from its description: the one generator of all of them. The schema's steps hold what
/// createSql() says, written out and frozen; a test compares.
namespace fact_sql {

/// Table, indexes and the triggers that let nothing but `voided_by` change, once.
QString createSql(const Fact& fact);
inline constexpr int kOwnColumns = 5; ///< id, act, voided_by, subject, day
/// The own columns, then the fact's; to be continued with WHERE or ORDER BY.
QString selectSql(const Fact& fact);
/// All rows of one subject in these facts (a place for its id in each): the number of the fact in the list, the own
/// columns, then the fact's; shorter ones are filled with ''.
QString subjectSql(const QList<const Fact*>& facts);
/// The last ids of tables (0: none), in one row.
QString lastIdsSql(const QStringList& tables);
/// Places for id, act, subject, day, then the fact's columns.
QString insertSql(const Fact& fact);
/// Places for the voiding act and the row's id.
QString markSql(const Fact& fact);

} // namespace fact_sql

/// The registry with one more fact, whose table is made by a step of its own after all others.
void addFact(Registry& registry, const Fact& fact);

} // namespace xueji
