#include "domain/act.h"

#include <algorithm>
#include <array>

namespace xueji {

namespace {

template <typename T>
struct Word {
  T value;
  const char* key;
  const char* chinese;
};

constexpr std::array kBatchKinds = {
    Word<BatchKind>{BatchKind::Import, "import", "导入"},
    Word<BatchKind>{BatchKind::Undo, "undo", "撤销批次"},
    Word<BatchKind>{BatchKind::Numbers, "numbers", "学籍号下发"},
};

struct StatusWord {
  StudentStatus value;
  const char* key;
  const char* chinese;
  const char* exchanged; ///< code of JY/T 1001
};

constexpr std::array kStatuses = {
    StatusWord{StudentStatus::InSchool, "in_school", "在读", "01"},
    StatusWord{StudentStatus::Suspended, "suspended", "休学", "02"},
    StatusWord{StudentStatus::Withdrawn, "withdrawn", "退学", "03"},
    StatusWord{StudentStatus::DroppedOut, "dropped_out", "辍学", "06"},
    StatusWord{StudentStatus::Graduated, "graduated", "毕业", "07"},
    StatusWord{StudentStatus::Completed, "completed", "结业", "08"},
    StatusWord{StudentStatus::LeftEarly, "left_early", "肄业", "09"},
    StatusWord{StudentStatus::TransferredOut, "transferred_out", "转学（转出）", "10"},
    StatusWord{StudentStatus::Dead, "dead", "死亡", "11"},
    StatusWord{StudentStatus::SettledAbroad, "settled_abroad", "出国（境）定居", "03"},
    StatusWord{StudentStatus::Voided, "voided", "已作废", ""},
};

constexpr std::array kRoles = {
    Word<Role>{Role::Registrar, "registrar", "学籍管理员"}, Word<Role>{Role::Principal, "principal", "校长"},
    Word<Role>{Role::Helper, "helper", "经办人员"},         Word<Role>{Role::Nurse, "nurse", "校医"},
    Word<Role>{Role::AidOfficer, "aid_officer", "资助员"},  Word<Role>{Role::Auditor, "auditor", "审计员"},
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

QString actName(const QString& kind) {
  for (const ActWord& word : kActWords)
    if (kind == word.key)
      return QString::fromUtf16(word.chinese);
  return {};
}
bool isActKind(const QString& kind) {
  return !actName(kind).isEmpty();
}

QString toKey(BatchKind kind) {
  return keyOf(kBatchKinds, kind);
}
std::optional<BatchKind> batchKindFromKey(const QString& key) {
  return valueOf<BatchKind>(kBatchKinds, key);
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

QString exchangeCode(StudentStatus status) {
  const auto word =
      std::find_if(kStatuses.begin(), kStatuses.end(), [status](const StatusWord& one) { return one.value == status; });
  return word == kStatuses.end() ? QString() : QString::fromLatin1(word->exchanged);
}

QList<StudentStatus> allStatuses() {
  QList<StudentStatus> statuses;
  for (const auto& word : kStatuses)
    statuses << word.value;
  return statuses;
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
