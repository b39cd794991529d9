#pragma once

#include "domain/error.h"

#include <QJsonValue>

namespace xueji {

// How far settings of county and school may change a parameter of a rule, as the rule's "bounds" say:
//   "lower"      a whole number from 1 up to what the law says: smaller is stricter
//   "fixed"      only what the law says
//   "more"       a list of words that holds all of the law's
//   [low, high]  a whole number from low to high
//   "earlier"    a date ("2026-09-01") not after what the law says
//   "free"       any value; of a day of the year ("08-31") one that exists

/// Whether the book's bound is one of these.
bool isBound(const QJsonValue& bound);

/// Whether settings may put `value` in place of `law`.
bool isWithin(const QJsonValue& bound, const QJsonValue& law, const QJsonValue& value);

/// What may be put there, for a sentence: 1–45, =6, ⊇["21","22"], ≤2026-09-01, MM-DD.
QString boundText(const QJsonValue& bound, const QJsonValue& law);

/// A value of a parameter as a sentence shows it: 45, 08-31, ["21","22"].
QString parameterText(const QJsonValue& value);

} // namespace xueji
