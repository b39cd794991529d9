#pragma once

#include "domain/error.h"
#include "domain/wish.h"

namespace xueji {

/// The one form in which a wish is kept and hashed: JSON without blanks, keys in order, UTF-8. Its case is left out.
QByteArray bytesOf(const Wish& wish);
/// Back. Error: ValueInvalid (args: "wish") where it is none, or of a kind of subject that is not known here.
Result<Wish> wishFromBytes(const QByteArray& bytes);

/// SHA-256 over parts, each behind its length: no two lists of parts give the same.
QByteArray hashOf(const QList<QByteArray>& parts);

} // namespace xueji
