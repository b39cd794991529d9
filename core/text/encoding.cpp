#include "text/encoding.h"

#include <algorithm>
#include <memory>
#include <uchardet.h>
#include <unicode/ucnv.h>

namespace xueji {

namespace {

/// Larger texts than this are no rosters; ICU counts in 32 bits.
constexpr qsizetype kLargest = 256 * 1024 * 1024;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter openConverter(const QByteArray& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.constData(), &status));
  if (U_FAILURE(status))
    return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFallback(converter.get(), false);
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// The text where every byte is valid; none otherwise.
std::optional<QString> decodeStrictly(const QByteArray& bytes, const QByteArray& encoding) {
  const Converter converter = openConverter(encoding);
  if (!converter)
    return std::nullopt;
  QString text(bytes.size() * 2 + 8, Qt::Uninitialized); // no encoding of ours makes more of a byte
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length =
      ucnv_toUChars(converter.get(), reinterpret_cast<UChar*>(text.data()), static_cast<int32_t>(text.size()),
                    bytes.constData(), static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status))
    return std::nullopt;
  text.truncate(length);
  return text;
}

/// The text with U+FFFD for bytes that are no character.
std::optional<QString> decodeLeniently(const QByteArray& bytes, const QByteArray& encoding) {
  const Converter converter = openConverter(encoding);
  if (!converter)
    return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_SUBSTITUTE, nullptr, nullptr, nullptr, &status);
  QString text(bytes.size() * 2 + 8, Qt::Uninitialized);
  const int32_t length =
      ucnv_toUChars(converter.get(), reinterpret_cast<UChar*>(text.data()), static_cast<int32_t>(text.size()),
                    bytes.constData(), static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status))
    return std::nullopt;
  text.truncate(length);
  // What stands for a lost character in GB18030 itself is told as one, too.
  return text.replace(QChar(0x1A), QChar(QChar::ReplacementCharacter));
}

/// A text of which a few characters were lost on its way: cut in half, overwritten. None where so many do not fit that
/// it is some other encoding.
std::optional<DecodedText> withLosses(const QByteArray& bytes, std::initializer_list<const char*> encodings) {
  constexpr qsizetype kOneOf = 50; // characters beyond ASCII
  std::optional<DecodedText> best;
  qsizetype fewest = 0;
  for (const char* encoding : encodings) {
    const std::optional<QString> text = decodeLeniently(bytes, encoding);
    if (!text || text->contains(QChar(u'\0')))
      continue;
    const qsizetype lost = text->count(QChar(QChar::ReplacementCharacter));
    const qsizetype beyond =
        std::count_if(text->begin(), text->end(), [](QChar character) { return character.unicode() > 0x7F; });
    if (lost * kOneOf <= beyond && (!best || lost < fewest)) {
      best = DecodedText{*text, QString::fromLatin1(encoding), true};
      fewest = lost;
    }
  }
  return best;
}

std::optional<DecodedText> decodedAs(const QByteArray& bytes, const char* encoding, bool certain) {
  std::optional<QString> text = decodeStrictly(bytes, encoding);
  if (!text || text->contains(QChar(u'\0')))
    return std::nullopt;
  return DecodedText{std::move(*text), QString::fromLatin1(encoding), certain};
}

/// UTF-16 without a mark: letters, digits and line ends leave zero bytes, in little endian behind the letter.
std::optional<DecodedText> unmarkedUtf16(const QByteArray& bytes) {
  if (bytes.size() % 2 != 0)
    return std::nullopt;
  qsizetype zeros[2] = {0, 0};
  for (qsizetype i = 0; i < bytes.size(); ++i)
    zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  if (zeros[0] == zeros[1])
    return std::nullopt;
  std::optional<DecodedText> decoded = decodedAs(bytes, zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE", false);
  if (!decoded)
    return std::nullopt;
  for (const QChar c : std::as_const(decoded->text)) {
    const bool lineOrTab = c == u'\t' || c == u'\n' || c == u'\r';
    const QChar::Category category = c.category();
    const bool foreign = category == QChar::Other_Control || category == QChar::Other_NotAssigned;
    if (foreign && !lineOrTab)
      return std::nullopt; // some other file with zero bytes
  }
  return decoded;
}

QByteArray guessOfUchardet(const QByteArray& bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (!detector)
    return {};
  constexpr qsizetype kEnough = 1024 * 1024;
  uchardet_handle_data(detector.get(), bytes.constData(), static_cast<size_t>(qMin(bytes.size(), kEnough)));
  uchardet_data_end(detector.get());
  return QByteArray(uchardet_get_charset(detector.get()));
}

} // namespace

std::optional<DecodedText> decodeText(const QByteArray& bytes) {
  if (bytes.size() > kLargest)
    return std::nullopt;
  if (bytes.startsWith("\xEF\xBB\xBF")) {
    auto decoded = decodedAs(bytes.mid(3), "UTF-8", true);
    return decoded ? decoded : withLosses(bytes.mid(3), {"UTF-8"});
  }
  if (bytes.startsWith("\xFF\xFE"))
    return decodedAs(bytes.mid(2), "UTF-16LE", true);
  if (bytes.startsWith("\xFE\xFF"))
    return decodedAs(bytes.mid(2), "UTF-16BE", true);
  if (bytes.contains('\0'))
    return unmarkedUtf16(bytes);
  if (auto decoded = decodedAs(bytes, "UTF-8", true))
    return decoded;
  const QByteArray guess = guessOfUchardet(bytes);
  const bool chinese = guess.startsWith("GB") || guess == "HZ-GB-2312";
  if (auto decoded = decodedAs(bytes, "GB18030", chinese))
    return decoded;
  if (auto decoded = withLosses(bytes, {"UTF-8", "GB18030"}))
    return decoded;
  return guess.isEmpty() ? std::nullopt : decodedAs(bytes, guess.constData(), false);
}

QString decodeAs(const QByteArray& bytes, const QString& encoding) {
  return bytes.size() > kLargest ? QString() : decodeLeniently(bytes, encoding.toLatin1()).value_or(QString());
}

QByteArray encodeText(const QString& text, const QString& encoding) {
  if (text.size() > kLargest)
    return {};
  const Converter converter = openConverter(encoding.toLatin1());
  if (!converter)
    return {};
  const auto length = static_cast<int32_t>(text.size());
  QByteArray bytes(text.size() * 4 + 16, Qt::Uninitialized);
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()),
                                       reinterpret_cast<const UChar*>(text.utf16()), length, &status);
  if (U_FAILURE(status))
    return {};
  bytes.truncate(size);
  return bytes;
}

} // namespace xueji
