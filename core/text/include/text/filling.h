#pragma once

#include <QString>
#include <QStringList>

namespace xueji {

/// A sentence with its places %1 to %9 filled: all at once, so that a %2 inside an argument stays as it is; a missing
/// argument leaves nothing behind.
QString filled(const QString& sentence, const QStringList& args);

} // namespace xueji
