#pragma once

#include <QDate>
#include <QString>
#include <optional>

namespace xueji::detail {

/// A date as Chinese offices write it, half width: 20180831, 2018-8-31, 2018.8.31, 2018/8/31, 2018年8月31日, each also
/// with a time of day behind it. Four-digit years 1900 ... 2199 only; a day that does not exist is none.
std::optional<QDate> readDate(const QString& text);
/// A spreadsheet's day number (days since 1899-12-30, whole, 1954 ... 2064), as a date cell saved as text looks.
std::optional<QDate> readSerialDate(const QString& text);
/// 202409, 2024-09, 2024.9, 2024/9, 2024年9月, or a whole date: its first day.
std::optional<QDate> readMonth(const QString& text);

} // namespace xueji::detail
