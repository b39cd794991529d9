#pragma once

#include "domain/error.h"

#include <QString>

namespace xueji {

/// One sentence or two for a person: what happened to which thing, and the way out. In the language of the installed
/// translator. Never empty, and different for every code.
QString sentenceFor(const Error& error);

/// A role in words: Registrar ...
QString roleWord(const QString& roleKey);

} // namespace xueji
