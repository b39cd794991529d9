#pragma once

#include <QSqlDatabase>
#include <QStringList>

namespace xueji::test {

/// Every row of an answer, its columns joined by |. What cannot be asked is one row that says so.
QStringList rowsOf(const QSqlDatabase& database, const QString& sql);

} // namespace xueji::test
