#include "domain/act.h"

#include <array>

namespace xueji {

namespace {

template <typename T>
struct Word {
  T value;
  const char* key;
  const char* chinese;
};

constexpr std::array kActKinds = {
    Word<ActKind>{ActKind::Enrol, "enrol", "新生入学"},
    Word<ActKind>{ActKind::NumberIssued, "number_issued", "学籍号下发"},
    Word<ActKind>{ActKind::Correct, "correct", "信息变更"},
    Word<ActKind>{ActKind::ChangeKeyData, "change_key_data", "关键数据变更"},
    Word<ActKind>{ActKind::Place, "place", "分班"},
    Word<ActKind>{ActKind::MoveClass, "move_class", "调班"},
    Word<ActKind>{ActKind::Suspend, "suspend", "休学"},
    Word<ActKind>{ActKind::Resume, "resume", "复学"},
    Word<ActKind>{ActKind::TransferIn, "transfer_in", "转入"},
    Word<ActKind>{ActKind::TransferOut, "transfer_out", "转出"},
    Word<ActKind>{ActKind::SettleAbroad, "settle_abroad", "出国（境）"},
    Word<ActKind>{ActKind::DropOut, "drop_out", "辍学"},
    Word<ActKind>{ActKind::Return, "return", "返校"},
    Word<ActKind>{ActKind::Promote, "promote", "升级"},
    Word<ActKind>{ActKind::Retain, "retain", "留级"},
    Word<ActKind>{ActKind::Skip, "skip", "跳级"},
    Word<ActKind>{ActKind::Graduate, "graduate", "毕业"},
    Word<ActKind>{ActKind::Complete, "complete", "结业"},
    Word<ActKind>{ActKind::Die, "die", "死亡"},
    Word<ActKind>{ActKind::Void, "void", "撤销"},
};

constexpr std::array kStatuses = {
    Word<StudentStatus>{StudentStatus::InSchool, "in_school", "在读"},
    Word<StudentStatus>{StudentStatus::Suspended, "suspended", "休学"},
    Word<StudentStatus>{StudentStatus::Withdrawn, "withdrawn", "退学"},
    Word<StudentStatus>{StudentStatus::DroppedOut, "dropped_out", "流失"},
    Word<StudentStatus>{StudentStatus::Graduated, "graduated", "毕业"},
    Word<StudentStatus>{StudentStatus::Completed, "completed", "结业"},
    Word<StudentStatus>{StudentStatus::LeftEarly, "left_early", "肄业"},
    Word<StudentStatus>{StudentStatus::TransferredOut, "transferred_out", "转学（转出）"},
    Word<StudentStatus>{StudentStatus::Dead, "dead", "死亡"},
    Word<StudentStatus>{StudentStatus::SettledAbroad, "settled_abroad", "出国（境）"},
    Word<StudentStatus>{StudentStatus::Voided, "voided", "已撤销"},
};

constexpr std::array kRoles = {
    Word<Role>{Role::Registrar, "registrar", "学籍管理员"},
    Word<Role>{Role::Principal, "principal", "校长"},
    Word<Role>{Role::Helper, "helper", "经办人员"},
    Word<Role>{Role::Auditor, "auditor", "审计员"},
};

template <typename Words, typename T>
QString keyOf(const Words& words, T value) {
  for (const auto& word : words) {
    if (word.value == value)
      return QString::fromLatin1(word.key);
  }
  return {};
}

template <typename Words, typename T>
QString nameOf(const Words& words, T value) {
  for (const auto& word : words) {
    if (word.value == value)
      return QString::fromUtf8(word.chinese);
  }
  return {};
}

template <typename T, typename Words>
std::optional<T> valueOf(const Words& words, const QString& key) {
  for (const auto& word : words) {
    if (key == QLatin1String(word.key))
      return word.value;
  }
  return std::nullopt;
}

} // namespace

QString toKey(ActKind kind) {
  return keyOf(kActKinds, kind);
}
QString chineseName(ActKind kind) {
  return nameOf(kActKinds, kind);
}
std::optional<ActKind> actKindFromKey(const QString& key) {
  return valueOf<ActKind>(kActKinds, key);
}

QString toKey(StudentStatus status) {
  return keyOf(kStatuses, status);
}
QString chineseName(StudentStatus status) {
  return nameOf(kStatuses, status);
}
std::optional<StudentStatus> studentStatusFromKey(const QString& key) {
  return valueOf<StudentStatus>(kStatuses, key);
}

QString toKey(Role role) {
  return keyOf(kRoles, role);
}
QString chineseName(Role role) {
  return nameOf(kRoles, role);
}
std::optional<Role> roleFromKey(const QString& key) {
  return valueOf<Role>(kRoles, key);
}

} // namespace xueji
