#pragma once

#include <QString>
#include <optional>

namespace xueji {

/// 性别, GB/T 2261.1. The collection form uses male and female only.
enum class Sex { Unknown = 0, Male = 1, Female = 2, Unstated = 9 };

QString toCode(Sex sex);      ///< "1", "2", "0", "9" as records hold it
QString chineseName(Sex sex); ///< 男, 女, 未知, 未说明
std::optional<Sex> sexFromCode(const QString& code);

} // namespace xueji
