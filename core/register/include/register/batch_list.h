#pragma once

#include "domain/act.h"
#include "register/office.h"

namespace xueji {

/// An import as lists show it.
struct ImportLine {
  Batch batch;
  QString madeBy;   ///< name
  QString undoneBy; ///< name; empty while it stands
};

/// Latest first. Errors: RoleForbids and those of the store.
Result<QList<ImportLine>> importsOf(Office& office);
/// Acts in a batch; 0 where there is none.
Result<int> countOfBatch(Office& office, qint64 batch);
/// Newest act of the register: another one since means that something was written. 0 without acts.
Result<qint64> newestAct(Office& office);

} // namespace xueji
