#include "domain/sex.h"

namespace xueji {

QString toCode(Sex sex) {
  return QString::number(static_cast<int>(sex));
}

QString chineseName(Sex sex) {
  switch (sex) {
  case Sex::Male:
    return QStringLiteral("男");
  case Sex::Female:
    return QStringLiteral("女");
  case Sex::Unstated:
    return QStringLiteral("未说明");
  case Sex::Unknown:
    break;
  }
  return QStringLiteral("未知");
}

std::optional<Sex> sexFromCode(const QString& code) {
  for (const Sex sex : {Sex::Unknown, Sex::Male, Sex::Female, Sex::Unstated}) {
    if (code == toCode(sex))
      return sex;
  }
  return std::nullopt;
}

} // namespace xueji
