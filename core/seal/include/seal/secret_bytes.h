#pragma once

#include <QByteArray>
#include <QString>
#include <cstddef>
#include <memory>

namespace xueji {

/// A key or a password: memory of libsodium (not swapped where the system allows it, guarded, wiped when freed),
/// movable, never copied by accident. Secrets live in nothing else once they have left the line edit or standard input.
class SecretBytes {
public:
  SecretBytes() = default;
  /// `size` zero bytes.
  explicit SecretBytes(qsizetype size);
  SecretBytes(SecretBytes&& other) noexcept;
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;
  ~SecretBytes();

  /// UTF-8 of the text in normal form C, so that "ü" typed in two ways is one password.
  static SecretBytes fromUtf8(const QString& text);
  static SecretBytes fromBytes(QByteArrayView bytes);
  /// From the system's random source.
  static SecretBytes random(qsizetype size);

  /// The one way to make a second copy: a worker's own connection needs its own.
  SecretBytes clone() const;
  /// A 32-byte key for one purpose, derived (BLAKE2b, crypto_kdf) from this 32-byte key; `context` has exactly 8
  /// characters.
  SecretBytes derived(const char (&context)[9], quint64 number = 1) const;

  /// Its bytes as hexadecimal digits, two each, a secret like itself.
  SecretBytes hex() const;

  unsigned char* data() { return m_bytes; }
  const unsigned char* data() const { return m_bytes; }
  qsizetype size() const { return m_size; }
  bool isEmpty() const { return m_size == 0; }
  QByteArrayView view() const { return {reinterpret_cast<const char*>(m_bytes), m_size}; }
  /// In constant time.
  bool equals(const SecretBytes& other) const;

private:
  unsigned char* m_bytes = nullptr;
  qsizetype m_size = 0;
};

/// Makes libsodium ready; called by everything here that uses it. Aborts if the system has no random source.
void ensureSodium();

} // namespace xueji
