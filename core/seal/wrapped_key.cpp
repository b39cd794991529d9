#include "seal/wrapped_key.h"

#include <sodium.h>

namespace xueji {

namespace {

constexpr qsizetype kWrappedSize = WrappedKey::kKeySize + crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytesOf(const QByteArray& bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.constData());
}
unsigned char* bytesOf(QByteArray& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

/// Argon2id of the secret: the key that wraps the other.
Result<SecretBytes> wrappingKey(const SecretBytes& secret, const QByteArray& salt, KeyCost cost) {
  SecretBytes key(WrappedKey::kKeySize);
  if (crypto_pwhash(key.data(), WrappedKey::kKeySize, reinterpret_cast<const char*>(secret.data()),
                    static_cast<unsigned long long>(secret.size()), bytesOf(salt), cost.ops,
                    static_cast<size_t>(cost.memBytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
    return fail(ErrorCode::Internal, {QStringLiteral("key derivation: not enough memory")});
  return key;
}

} // namespace

QByteArray randomBytes(qsizetype size) {
  ensureSodium();
  QByteArray bytes(size, 0);
  randombytes_buf(bytes.data(), static_cast<size_t>(size));
  return bytes;
}

WrappedKey WrappedKey::begun(KeyCost cost) {
  return {cost, randomBytes(crypto_pwhash_SALTBYTES), randomBytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES), {}};
}

bool WrappedKey::isSound() const {
  return cost.isAcceptable() && salt.size() == crypto_pwhash_SALTBYTES &&
         nonce.size() == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES && wrapped.size() == kWrappedSize;
}

Result<void> WrappedKey::wrap(const SecretBytes& key, const SecretBytes& secret, const QByteArray& bound) {
  if (!cost.isAcceptable())
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("key cost"), QString::number(cost.ops)});
  if (key.size() != kKeySize)
    return fail(ErrorCode::Internal, {QStringLiteral("key file: data key size")});
  const auto wrapping = wrappingKey(secret, salt, cost);
  if (!wrapping)
    return std::unexpected(wrapping.error());
  wrapped.resize(kWrappedSize);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(wrapped), nullptr, key.data(), kKeySize, bytesOf(bound),
                                             static_cast<unsigned long long>(bound.size()), nullptr,
                                             bytesOf(std::as_const(nonce)), wrapping->data());
  return {};
}

Result<std::optional<SecretBytes>> WrappedKey::unwrap(const SecretBytes& secret, const QByteArray& bound) const {
  const auto wrapping = wrappingKey(secret, salt, cost);
  if (!wrapping)
    return std::unexpected(wrapping.error());
  SecretBytes key(kKeySize);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          key.data(), nullptr, nullptr, bytesOf(wrapped), static_cast<unsigned long long>(wrapped.size()),
          bytesOf(bound), static_cast<unsigned long long>(bound.size()), bytesOf(nonce), wrapping->data()) != 0)
    return std::optional<SecretBytes>();
  return std::optional<SecretBytes>(std::move(key));
}

} // namespace xueji
