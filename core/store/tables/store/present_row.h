#pragma once

#include "domain/chains.h"
#include "domain/ledger_registry.h"
#include "store/student_table.h"

namespace xueji {

/// The present row of a child, computed from its chains: as at the later of `day` and the first day of its first
/// standing enrolment. Of a voided child it stays as known before the void, with status Voided. `revision`: newest act
/// that touches it. Error: Internal (a child without an enrolment row).
Result<StudentRow> presentRow(const Registry& registry, const Chains& chains, qint64 student, const QDate& day,
                              qint64 revision);

/// The record alone, as at a day and as known up to an act.
StudentRecord recordOn(const Registry& registry, const Chains& chains, const QString& day, Known known = {});

} // namespace xueji
