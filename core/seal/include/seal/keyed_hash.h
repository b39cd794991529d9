#pragma once

#include "seal/secret_bytes.h"

#include <memory>

namespace xueji {

/// A hash under a key, bytes added as they come: nobody without the key makes one that fits.
class KeyedHash {
public:
  enum class Kind {
    Blake2b,   ///< 32 bytes: seals of acts, the key file
    HmacSha256 ///< 32 bytes: the chain of the log
  };
  KeyedHash(Kind kind, const SecretBytes& key);
  ~KeyedHash();
  KeyedHash(const KeyedHash&) = delete;
  KeyedHash& operator=(const KeyedHash&) = delete;

  void add(QByteArrayView bytes);
  /// The part with its length before it (64 bits, big-endian), so that no two rows of parts are one row of bytes.
  void addPart(QByteArrayView part);
  /// Once, at the end.
  QByteArray finish();

  /// Of all bytes at once, Blake2b of `size` bytes.
  static QByteArray of(QByteArrayView bytes, const SecretBytes& key, qsizetype size = 32);

private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// BLAKE2b without a key, of `size` bytes: tells damage, not forgery.
QByteArray plainHash(QByteArrayView bytes, qsizetype size);
/// Compared in constant time.
bool sameBytes(QByteArrayView one, QByteArrayView other);
/// Appends a part as KeyedHash::addPart() adds it.
void appendPart(QByteArray& bytes, QByteArrayView part);

} // namespace xueji
