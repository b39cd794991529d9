#include "store/password_policy.h"

namespace xueji {

namespace {

constexpr int kFewestCharacters = 8;
constexpr int kKinds = 3;
constexpr int kSentence = 20;

} // namespace

Result<void> checkPassword(const SecretBytes& password) {
  int characters = 0;
  bool small = false;
  bool capital = false;
  bool digit = false;
  bool other = false;
  for (const char raw : password.view()) {
    const auto byte = static_cast<unsigned char>(raw);
    if ((byte & 0xc0) == 0x80)
      continue; // inside a character of UTF-8
    ++characters;
    if (byte >= 'a' && byte <= 'z')
      small = true;
    else if (byte >= 'A' && byte <= 'Z')
      capital = true;
    else if (byte >= '0' && byte <= '9')
      digit = true;
    else
      other = true;
  }
  QStringList missing;
  if (characters < kFewestCharacters)
    missing << QStringLiteral("length");
  if (characters < kSentence && small + capital + digit + other < kKinds)
    missing << QStringLiteral("kinds");
  if (missing.isEmpty())
    return {};
  return fail(ErrorCode::PasswordTooWeak, missing);
}

} // namespace xueji
