#pragma once

#include "register/office.h"

namespace xueji {

/// The accounts that the signed-in person may see, removed ones too, in order of making: all of them, or the own one
/// alone.
Result<QList<User>> accountsOf(Office& office);

/// Whether there is no other account that could be a witness.
Result<bool> isAlone(Office& office);

} // namespace xueji
