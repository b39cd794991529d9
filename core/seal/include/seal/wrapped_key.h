#pragma once

#include "domain/error.h"
#include "seal/key_cost.h"
#include "seal/secret_bytes.h"

#include <optional>

namespace xueji {

/// A 32-byte key under a secret: Argon2id of the secret makes the key that wraps it (XChaCha20-Poly1305), bound to
/// fields that stand beside it in clear, so that neither can be exchanged without the other.
struct WrappedKey {
  static constexpr qsizetype kKeySize = 32;

  KeyCost cost;
  QByteArray salt;
  QByteArray nonce;
  QByteArray wrapped;

  /// With fresh salt and nonce, nothing wrapped yet.
  static WrappedKey begun(KeyCost cost);
  /// Sizes and cost as this program makes them.
  bool isSound() const;
  /// Errors: ValueInvalid (cost out of bounds), Internal (size of the key, not enough memory).
  Result<void> wrap(const SecretBytes& key, const SecretBytes& secret, const QByteArray& bound);
  /// Nothing where the secret is wrong or anything was changed. Error: Internal (not enough memory).
  Result<std::optional<SecretBytes>> unwrap(const SecretBytes& secret, const QByteArray& bound) const;
};

/// From the system's random source.
QByteArray randomBytes(qsizetype size);

} // namespace xueji
