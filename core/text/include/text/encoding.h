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
/// (and so GBK, GB2312) where it is valid; else what uchardet guesses. Nothing is replaced or skipped: none where no
/// encoding fits every byte or the text holds NUL (a binary file).
std::optional<DecodedText> decodeText(const QByteArray& bytes);

/// Text in a named encoding (UTF-8, UTF-16LE, UTF-16BE, GB18030, ...), without byte order mark. Empty where the
/// encoding is unknown or cannot hold a character of the text.
QByteArray encodeText(const QString& text, const QString& encoding);

} // namespace xueji
