#include "seal/keyed_hash.h"

#include <QtEndian>
#include <sodium.h>
#include <variant>

namespace xueji {

namespace {

constexpr qsizetype kHashSize = 32;
static_assert(crypto_auth_hmacsha256_BYTES == kHashSize);

const unsigned char* bytesOf(QByteArrayView bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

struct KeyedHash::State {
  std::variant<crypto_generichash_state, crypto_auth_hmacsha256_state> of;
};

KeyedHash::KeyedHash(Kind kind, const SecretBytes& key) : m_state(std::make_unique<State>()) {
  ensureSodium();
  const auto size = static_cast<size_t>(key.size());
  if (kind == Kind::Blake2b)
    crypto_generichash_init(&m_state->of.emplace<crypto_generichash_state>(), key.data(), size, kHashSize);
  else
    crypto_auth_hmacsha256_init(&m_state->of.emplace<crypto_auth_hmacsha256_state>(), key.data(), size);
}

KeyedHash::~KeyedHash() {
  sodium_memzero(m_state.get(), sizeof(State)); // what is made of the key
}

void KeyedHash::add(QByteArrayView bytes) {
  const auto size = static_cast<unsigned long long>(bytes.size());
  if (auto* blake = std::get_if<crypto_generichash_state>(&m_state->of))
    crypto_generichash_update(blake, bytesOf(bytes), size);
  else
    crypto_auth_hmacsha256_update(std::get_if<crypto_auth_hmacsha256_state>(&m_state->of), bytesOf(bytes), size);
}

void KeyedHash::addPart(QByteArrayView part) {
  char length[8];
  qToBigEndian<quint64>(static_cast<quint64>(part.size()), length);
  add({length, sizeof length});
  add(part);
}

QByteArray KeyedHash::finish() {
  QByteArray hash(kHashSize, 0);
  auto* bytes = reinterpret_cast<unsigned char*>(hash.data());
  if (auto* blake = std::get_if<crypto_generichash_state>(&m_state->of))
    crypto_generichash_final(blake, bytes, kHashSize);
  else
    crypto_auth_hmacsha256_final(std::get_if<crypto_auth_hmacsha256_state>(&m_state->of), bytes);
  return hash;
}

QByteArray KeyedHash::of(QByteArrayView bytes, const SecretBytes& key, qsizetype size) {
  ensureSodium();
  QByteArray hash(size, 0);
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), static_cast<size_t>(size), bytesOf(bytes),
                     static_cast<unsigned long long>(bytes.size()), key.data(), static_cast<size_t>(key.size()));
  return hash;
}

QByteArray plainHash(QByteArrayView bytes, qsizetype size) {
  ensureSodium();
  QByteArray hash(size, 0);
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), static_cast<size_t>(size), bytesOf(bytes),
                     static_cast<unsigned long long>(bytes.size()), nullptr, 0);
  return hash;
}

bool sameBytes(QByteArrayView one, QByteArrayView other) {
  return one.size() == other.size() &&
         (one.isEmpty() || sodium_memcmp(one.data(), other.data(), static_cast<size_t>(one.size())) == 0);
}

void appendPart(QByteArray& bytes, QByteArrayView part) {
  char length[8];
  qToBigEndian<quint64>(static_cast<quint64>(part.size()), length);
  bytes.append(length, sizeof length);
  bytes.append(part);
}

} // namespace xueji
