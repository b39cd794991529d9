#pragma once

#include "seal/secret_bytes.h"

#include <QString>
#include <optional>

namespace xueji {

/// The 128-bit recovery secret as text for paper: 26 characters of 5 bits (digits and capitals without I, L, O, U) and
/// two check characters, in seven groups of four. The check (modulo the prime 1021) finds every single wrong character
/// and every swap of two.
QString recoveryText(const SecretBytes& secret);

/// As typed back: either case, full width, any dashes and spaces; O reads as 0, I and L as 1. Nothing if it is
/// mistyped.
std::optional<SecretBytes> parseRecoveryText(const QString& typed);

} // namespace xueji
