#pragma once

#include "store/connection.h"

#include <QMap>

namespace xueji {

/// Rows of each table of a database.
Result<QMap<QString, qint64>> tableCounts(const Connection& connection);

} // namespace xueji
