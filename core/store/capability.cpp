#include "store/capability.h"

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

QString toKey(Capability capability) {
  switch (capability) {
  case Capability::ReadRecords:
    return QStringLiteral("read_records");
  case Capability::ChangeRecords:
    return QStringLiteral("change_records");
  case Capability::Approve:
    return QStringLiteral("approve");
  case Capability::Print:
    return QStringLiteral("print");
  case Capability::Export:
    return QStringLiteral("export");
  case Capability::ReadLog:
    return QStringLiteral("read_log");
  case Capability::ManageUsers:
    return QStringLiteral("manage_users");
  case Capability::ChangeSchool:
    return QStringLiteral("change_school");
  case Capability::BackUp:
    return QStringLiteral("back_up");
  }
  return {};
}

} // namespace xueji
