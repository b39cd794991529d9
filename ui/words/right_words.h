#pragma once

#include <QString>

namespace xueji {

/// What the table of rights does not allow, in words that follow "may not": "see the health items". In the language of
/// the installed translator; an unknown word stays as it is.
QString rightWord(const QString& verbKey, const QString& groupKey);

} // namespace xueji
