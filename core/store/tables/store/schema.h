#pragma once

#include "domain/ledger_registry.h"
#include "store/connection.h"

namespace xueji {

/// All steps from resources/schema, in order.
QList<SchemaStep> schemaSteps();

/// Name, table and SQL of everything that a database holds, as checkSchema() reads it.
inline const QString kSchemaObjects =
    QStringLiteral("SELECT type, name, coalesce(sql, '') || ' on ' || tbl_name FROM sqlite_master ORDER BY type, name");
/// "table act" -> its SQL and table: what a database made by these steps holds (made in memory, nothing is stored).
Result<QHash<QString, QString>> schemaObjects(const QList<SchemaStep>& steps);

/// Makes the tables of a new register: the SQL of all steps (within the caller's transaction). There is nothing yet to
/// compute from.
Result<void> applySchema(QSqlDatabase& database, const QList<SchemaStep>& steps);

} // namespace xueji
