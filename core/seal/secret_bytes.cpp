#include "seal/secret_bytes.h"

#include <cstring>
#include <new>
#include <sodium.h>
#include <utility>

namespace xueji {

void ensureSodium() {
  static const bool ready = sodium_init() >= 0;
  if (!ready)
    qFatal("libsodium finds no random source");
}

SecretBytes::SecretBytes(qsizetype size) : m_size(size) {
  ensureSodium();
  if (size == 0)
    return;
  m_bytes = static_cast<unsigned char*>(sodium_malloc(static_cast<size_t>(size)));
  if (!m_bytes)
    throw std::bad_alloc();
  sodium_memzero(m_bytes, static_cast<size_t>(size));
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  std::swap(m_bytes, other.m_bytes);
  std::swap(m_size, other.m_size);
  return *this;
}

SecretBytes::~SecretBytes() {
  sodium_free(m_bytes);
}

SecretBytes SecretBytes::fromUtf8(const QString& text) {
  QByteArray utf8 = text.normalized(QString::NormalizationForm_C).toUtf8();
  SecretBytes secret = fromBytes(utf8);
  sodium_memzero(utf8.data(), static_cast<size_t>(utf8.size()));
  return secret;
}

SecretBytes SecretBytes::fromBytes(QByteArrayView bytes) {
  SecretBytes secret(bytes.size());
  if (!bytes.isEmpty())
    std::memcpy(secret.m_bytes, bytes.data(), static_cast<size_t>(bytes.size()));
  return secret;
}

SecretBytes SecretBytes::random(qsizetype size) {
  SecretBytes secret(size);
  randombytes_buf(secret.m_bytes, static_cast<size_t>(size));
  return secret;
}

SecretBytes SecretBytes::clone() const {
  return fromBytes(view());
}

SecretBytes SecretBytes::derived(const char (&context)[9], quint64 number) const {
  static_assert(crypto_kdf_CONTEXTBYTES == 8);
  if (m_size != crypto_kdf_KEYBYTES)
    qFatal("only a 32-byte key derives others");
  SecretBytes key(32);
  crypto_kdf_derive_from_key(key.m_bytes, 32, number, context, m_bytes);
  return key;
}

SecretBytes SecretBytes::hex() const {
  SecretBytes digits(2 * m_size + 1); // the end mark that sodium sets
  sodium_bin2hex(reinterpret_cast<char*>(digits.m_bytes), static_cast<size_t>(digits.m_size), m_bytes,
                 static_cast<size_t>(m_size));
  digits.m_size = 2 * m_size;
  return digits;
}

bool SecretBytes::equals(const SecretBytes& other) const {
  return m_size == other.m_size &&
         (m_size == 0 || sodium_memcmp(m_bytes, other.m_bytes, static_cast<size_t>(m_size)) == 0);
}

} // namespace xueji
