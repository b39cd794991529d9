#pragma once

#include "domain/act.h"

namespace xueji {

/// What a signed-in person may do, coarsely: whether acts of a kind, a page, a command are for this role at all. Which
/// items and facts it then reaches, the table of rights says (rights.h), from which this is taken too.
enum class Capability {
  ReadRecords,   ///< students, acts, papers, dated numbers: see the identity
  Enrol,         ///< imports, enrolments, batches: change the identity
  ChangeRecords, ///< acts of other kinds: change any group of the record
  Approve,       ///< 审批
  Print,
  Export,
  ReadLog,
  ManageUsers,
  ChangeSchool, ///< school profile and settings of the register
  BackUp,
};

/// As the table of rights has it for the role (GB/T 22239-2019 7.1.4: least privilege, the auditor apart).
bool may(Role role, Capability capability);
QString toKey(Capability capability); ///< "read_records" ...: second argument of RoleForbids
std::optional<Capability> capabilityFromKey(const QString& key);

} // namespace xueji
