#include "store/capability.h"

#include <array>

namespace xueji {

bool may(Role role, Capability capability) {
  switch (role) {
  case Role::Registrar:
    return capability != Capability::Approve && capability != Capability::ReadLog;
  case Role::Principal:
    return capability != Capability::ChangeRecords && capability != Capability::ManageUsers &&
           capability != Capability::ChangeSchool;
  case Role::Helper:
    return capability == Capability::ReadRecords || capability == Capability::Print;
  case Role::Auditor:
    return capability == Capability::ReadLog;
  }
  return false;
}

namespace {

struct CapabilityKey {
  Capability capability;
  const char* key;
};

constexpr std::array kKeys = {
    CapabilityKey{Capability::ReadRecords, "read_records"},
    CapabilityKey{Capability::ChangeRecords, "change_records"},
    CapabilityKey{Capability::Approve, "approve"},
    CapabilityKey{Capability::Print, "print"},
    CapabilityKey{Capability::Export, "export"},
    CapabilityKey{Capability::ReadLog, "read_log"},
    CapabilityKey{Capability::ManageUsers, "manage_users"},
    CapabilityKey{Capability::ChangeSchool, "change_school"},
    CapabilityKey{Capability::BackUp, "back_up"},
};

} // namespace

QString toKey(Capability capability) {
  for (const CapabilityKey& known : kKeys)
    if (known.capability == capability)
      return QString::fromLatin1(known.key);
  return {};
}

std::optional<Capability> capabilityFromKey(const QString& key) {
  for (const CapabilityKey& known : kKeys)
    if (key == QLatin1String(known.key))
      return known.capability;
  return std::nullopt;
}

} // namespace xueji
