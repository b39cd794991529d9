#pragma once

#include <QString>

namespace xueji::detail {

/// A text as lists are looked up by: half width, lower case, without blanks, invisible characters, punctuation and the
/// marks of must-fill columns (★ ☆ ● ※ *).
QString foldedKey(const QString& text);

} // namespace xueji::detail
