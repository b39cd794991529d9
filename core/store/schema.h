#pragma once

#include "domain/ledger_registry.h"
#include "store/connection.h"
#include "store/register_folder.h"

#include <QDateTime>

namespace xueji {

/// All steps from resources/schema, in order.
QList<SchemaStep> schemaSteps();

/// Name, table and SQL of everything that a database holds, as checkSchema() reads it.
inline const QString kSchemaObjects =
    QStringLiteral("SELECT type, name, coalesce(sql, '') || ' on ' || tbl_name FROM sqlite_master ORDER BY type, name");
/// "table act" -> its SQL and table: what a database made by these steps holds (made in memory, nothing is stored).
Result<QHash<QString, QString>> schemaObjects(const QList<SchemaStep>& steps);

/// Runs the steps above `from` in the given database (within the caller's transaction).
Result<void> applySchema(QSqlDatabase& database, const QList<SchemaStep>& steps, int from);

/// Brings an older register up to the newest step: on a copy that is checked before and after and then swapped in; the
/// old file stays as backups/before-schema-N-<time>.db with the same keys. Nothing happens to an up-to-date one. The
/// caller holds the writer's lock. Answers the version found. Errors: RegisterNewer, RegisterDamaged, DiskFull ...; the
/// old register stands as it was.
Result<int> migrate(const RegisterFolder& folder, const SecretBytes& dataKey, const QList<SchemaStep>& steps,
                    const QDateTime& now);

} // namespace xueji
