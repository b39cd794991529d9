#pragma once

#include "domain/error.h"
#include "seal/secret_bytes.h"

namespace xueji {

/// Rule P07: at least 8 characters of 3 kinds (capitals, small letters, digits, all others). 20 characters or more need
/// no kinds (a sentence is better than a password). Error: PasswordTooWeak with "length" and/or "kinds".
Result<void> checkPassword(const SecretBytes& password);

} // namespace xueji
