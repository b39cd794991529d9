#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace xueji::detail {

/// The rows of one of the program's own tables (resources/*/*.csv): UTF-8, commas, no quotes, lines with # are
/// comments, the first other line is the header and is left out. A table that is missing or ragged is a broken build:
/// it aborts.
QList<QStringList> readCsvResource(const QString& path, int columns);

} // namespace xueji::detail
