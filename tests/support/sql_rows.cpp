#include "support/sql_rows.h"

#include <QSqlQuery>
#include <QSqlRecord>

namespace xueji::test {

QStringList rowsOf(const QSqlDatabase& database, const QString& sql) {
  QSqlQuery query(database);
  if (!query.exec(sql))
    return {QStringLiteral("cannot ask: ") + sql};
  QStringList rows;
  while (query.next()) {
    QStringList values;
    for (int at = 0; at < query.record().count(); ++at)
      values << query.value(at).toString();
    rows << values.join(QLatin1Char('|'));
  }
  return rows;
}

} // namespace xueji::test
