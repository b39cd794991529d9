#pragma once

#include "domain/act.h"

namespace xueji {

/// What a signed-in person may do. Roles bind the program, not a person with a debugger (docs/threat-model.md).
enum class Capability {
  ReadRecords,   ///< students, acts, papers, dated numbers
  ChangeRecords, ///< acts of every kind, papers, batches
  Approve,       ///< 审批
  Print,
  Export,
  ReadLog,
  ManageUsers,
  ChangeSchool, ///< school profile and settings of the register
  BackUp,
};

/// Registrar: all but approving and reading the log. Principal: reads, approves, prints, exports, reads the log, backs
/// up. Helper: reads and prints. Auditor: the log only (GB/T 22239-2019 7.1.4: least privilege, the auditor apart).
bool may(Role role, Capability capability);
QString toKey(Capability capability); ///< "read_records" ...: second argument of RoleForbids
std::optional<Capability> capabilityFromKey(const QString& key);

} // namespace xueji
