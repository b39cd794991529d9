#include "register/batch_list.h"
#include "store/tables.h"

namespace xueji {

Result<QList<ImportLine>> importsOf(Office& office) {
  const auto batches = office.tables().batches().all();
  if (!batches)
    return std::unexpected(batches.error());
  QList<ImportLine> lines;
  for (const Batch& batch : *batches) {
    if (batch.kind == BatchKind::Undo)
      continue;
    const auto name = [&](qint64 user) { return office.tables().users().nameOf(user).value_or(QString()); };
    lines << ImportLine{batch, name(batch.madeBy), batch.undoneBy == 0 ? QString() : name(batch.undoneBy)};
  }
  return lines;
}

Result<int> countOfBatch(Office& office, qint64 id) {
  const auto batch = office.tables().batches().byId(id);
  if (!batch)
    return std::unexpected(batch.error());
  return *batch ? (*batch)->count : 0;
}

Result<qint64> newestAct(Office& office) {
  return office.tables().acts().lastId();
}

} // namespace xueji
