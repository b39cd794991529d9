#pragma once

#include "domain/chains.h"
#include "rules/rule_book.h"

namespace xueji {

/// The standard book with the school's rows of county and school settings laid on, each over the days on which it
/// holds: an old case is judged by the settings of its day. Error: ValueInvalid (one does not fit the book).
Result<RuleBook> laidOn(const RuleBook& standard, const Chains& school);

/// Whether settings that are about to be written fit the book. Error: ValueInvalid.
Result<void> checkSettings(const RuleBook& standard, const QList<PlannedRow>& planned);

} // namespace xueji
