#pragma once

#include "store/connection.h"
#include "store/register_folder.h"

#include <QDateTime>

namespace xueji {

/// One numbered, frozen step of the schema: from the version before it to `version`.
struct SchemaStep {
  int version;
  QString sql; ///< statements ended by semicolons
};

/// All steps from resources/schema, in order.
QList<SchemaStep> schemaSteps();
/// Version of the newest step.
int newestSchema();

/// Runs the steps above `from` in the given database (within the caller's transaction).
Result<void> applySchema(QSqlDatabase& database, const QList<SchemaStep>& steps, int from);

/// Brings an older register up to the newest step: on a copy that is checked before and after and then swapped in; the
/// old file stays as backups/before-schema-N-<time>.db with the same keys. Nothing happens to an up-to-date one. The
/// caller holds the writer's lock. Answers the version found. Errors: RegisterNewer, RegisterDamaged, DiskFull ...; the
/// old register stands as it was.
Result<int> migrate(const RegisterFolder& folder, const SecretBytes& dataKey, const QList<SchemaStep>& steps,
                    const QDateTime& now);

} // namespace xueji
