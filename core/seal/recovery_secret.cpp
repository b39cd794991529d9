#include "seal/recovery_secret.h"

#include <QStringList>
#include <string_view>

namespace xueji {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kSecretSize = 16;
constexpr int kSymbols = 26; // 130 bits, the last two are zero
constexpr int kGroup = 4;
constexpr int kPrime = 1021;
constexpr int kWeight = 10; // a primitive root of kPrime: every place weighs differently

int checkOf(const QList<int>& symbols) {
  int sum = 0;
  for (int place = 0; place < kSymbols; ++place)
    sum = (sum * kWeight + symbols[place]) % kPrime;
  return sum;
}

int symbolOf(QChar typed) {
  const QChar upper = typed.toUpper();
  if (upper == u'O')
    return 0;
  if (upper == u'I' || upper == u'L')
    return 1;
  const size_t place = upper.unicode() < 128 ? kAlphabet.find(upper.toLatin1()) : std::string_view::npos;
  return place == std::string_view::npos ? -1 : static_cast<int>(place);
}

} // namespace

QString recoveryText(const SecretBytes& secret) {
  if (secret.size() != kSecretSize)
    qFatal("a recovery secret has 128 bits");
  QList<int> symbols;
  for (int place = 0; place < kSymbols; ++place) {
    int symbol = 0;
    for (int bit = place * 5; bit < place * 5 + 5; ++bit)
      symbol = symbol * 2 + (bit < 128 ? (secret.data()[bit / 8] >> (7 - bit % 8)) & 1 : 0);
    symbols.append(symbol);
  }
  const int check = checkOf(symbols);
  symbols.append({check / 32, check % 32});
  QString text;
  for (int place = 0; place < symbols.size(); ++place) {
    if (place > 0 && place % kGroup == 0)
      text += u'-';
    text += QLatin1Char(kAlphabet[static_cast<size_t>(symbols[place])]);
  }
  return text;
}

std::optional<SecretBytes> parseRecoveryText(const QString& typed) {
  QList<int> symbols;
  for (const QChar c : typed.normalized(QString::NormalizationForm_KC)) {
    if (c.isSpace() || c.category() == QChar::Punctuation_Dash)
      continue;
    const int symbol = symbolOf(c);
    if (symbol < 0)
      return std::nullopt;
    symbols.append(symbol);
  }
  if (symbols.size() != kSymbols + 2 || symbols[kSymbols] * 32 + symbols[kSymbols + 1] != checkOf(symbols) ||
      symbols[kSymbols - 1] % 4 != 0)
    return std::nullopt;
  SecretBytes secret(kSecretSize);
  for (int bit = 0; bit < 128; ++bit)
    secret.data()[bit / 8] |= static_cast<unsigned char>(((symbols[bit / 5] >> (4 - bit % 5)) & 1) << (7 - bit % 8));
  return secret;
}

} // namespace xueji
