#include "store/capability.h"

#include "domain/rights.h"

#include <algorithm>
#include <array>

namespace xueji {

namespace {

/// Where no group is named, any group of a record will do.
struct CapabilityLine {
  Capability capability;
  const char* key;
  Verb verb;
  QLatin1String group = {};
};

constexpr std::array kLines = {
    CapabilityLine{Capability::ReadRecords, "read_records", Verb::See, right_group::kIdentity},
    CapabilityLine{Capability::Enrol, "enrol", Verb::Change, right_group::kIdentity},
    CapabilityLine{Capability::ChangeRecords, "change_records", Verb::Change},
    CapabilityLine{Capability::Approve, "approve", Verb::Approve},
    CapabilityLine{Capability::Print, "print", Verb::Print, right_group::kIdentity},
    CapabilityLine{Capability::Export, "export", Verb::Export, right_group::kIdentity},
    CapabilityLine{Capability::ReadLog, "read_log", Verb::See, right_group::kLog},
    CapabilityLine{Capability::ManageUsers, "manage_users", Verb::Change, right_group::kAccounts},
    CapabilityLine{Capability::ChangeSchool, "change_school", Verb::Change, right_group::kSchool},
    CapabilityLine{Capability::BackUp, "back_up", Verb::Change, right_group::kBackup},
};

bool isOfRecord(const QString& group) {
  return group != right_group::kSchool && group != right_group::kAccounts && group != right_group::kLog &&
         group != right_group::kBackup;
}

} // namespace

bool may(Role role, Capability capability) {
  const Rights& rights = Rights::standard();
  const auto line = std::find_if(kLines.begin(), kLines.end(),
                                 [&](const CapabilityLine& one) { return one.capability == capability; });
  if (line == kLines.end())
    return false;
  const auto allowed = [&](const QString& group) { return rights.allows(role, line->verb, group, Scope::OwnClasses); };
  if (!line->group.isEmpty())
    return allowed(line->group);
  return std::any_of(rights.groups().begin(), rights.groups().end(),
                     [&](const QString& group) { return isOfRecord(group) && allowed(group); });
}

QString toKey(Capability capability) {
  for (const CapabilityLine& known : kLines)
    if (known.capability == capability)
      return QString::fromLatin1(known.key);
  return {};
}

std::optional<Capability> capabilityFromKey(const QString& key) {
  for (const CapabilityLine& known : kLines)
    if (key == QLatin1String(known.key))
      return known.capability;
  return std::nullopt;
}

} // namespace xueji
