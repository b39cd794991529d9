#pragma once

#include "domain/error.h"

#include <QByteArray>

namespace xueji {

/// SHA-256 of a file. Error: ReadFailed.
Result<QByteArray> hashOfFile(const QString& path);

} // namespace xueji
