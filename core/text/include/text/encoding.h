#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>

namespace xueji {

/// Bytes of a file as text.
struct DecodedText {
  QString text;         ///< without byte order mark
  QString encoding;     ///< "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", or another name as ICU takes it
  bool certain = false; ///< false: a guess that a person should look at
};

/// Text of a file: by its byte order mark; else UTF-8 where it is that; UTF-16 where the zero bytes say so; GB18030
/// (and so GBK, GB2312) where it is valid; UTF-8 or GB18030 with U+FFFD in the place of a few characters that were lost
/// (half a character: one in fifty of those beyond ASCII at most); else what uchardet guesses. Nothing is skipped. None
/// where no encoding fits or the text holds NUL (a binary file).
std::optional<DecodedText> decodeText(const QByteArray& bytes);

/// Text of bytes whose encoding is known, with U+FFFD for what is no character of it. Empty where the encoding is
/// unknown.
QString decodeAs(const QByteArray& bytes, const QString& encoding);

/// Text in a named encoding (UTF-8, UTF-16LE, UTF-16BE, GB18030, ...), without byte order mark. Empty where the
/// encoding is unknown or cannot hold a character of the text.
QByteArray encodeText(const QString& text, const QString& encoding);

} // namespace xueji
