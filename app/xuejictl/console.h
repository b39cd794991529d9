#pragma once

#include "domain/language.h"
#include "seal/secret_bytes.h"
#include "ui/words/error_words.h"

#include <QJsonObject>
#include <QString>

namespace xueji {

/// What a command says: one JSON object a line with --json, else a line for people; errors go to standard error.
class Console {
public:
  Console(bool json, Language language) : m_json(json), m_language(language) {}

  Language language() const { return m_language; }
  bool json() const { return m_json; }
  void put(const QJsonObject& object, const QString& line) const;
  /// Says the error on standard error; the exit code that belongs to it.
  ExitCode fail(const Error& error) const;

private:
  bool m_json;
  Language m_language;
};

/// The password: from the environment variable `variable`, else one line of standard input (asked for without echo on
/// a terminal).
SecretBytes readPassword(const char* variable, const QString& prompt);

} // namespace xueji
