#include "store/batch_table.h"

#include "store_session.h"

namespace xueji {

namespace {

/// Undone is derived: every act of the batch has been voided, the last of them then.
const auto kSelect = QStringLiteral(
    "SELECT b.id, b.kind, b.made, b.made_by, b.source, b.source_hash, b.count, b.undoes, "
    "CASE WHEN b.kind = 'undo' OR EXISTS (SELECT 1 FROM act a LEFT JOIN act v ON v.refers = a.id AND v.kind = 'void' "
    "WHERE a.batch = b.id AND v.id IS NULL) THEN '' ELSE (SELECT max(v.entered) FROM act a JOIN act v ON "
    "v.refers = a.id AND v.kind = 'void' WHERE a.batch = b.id) END, "
    "(SELECT v.entered_by FROM act a JOIN act v ON v.refers = a.id AND v.kind = 'void' WHERE a.batch = b.id "
    "ORDER BY v.id DESC LIMIT 1) FROM batch b ");

Result<QList<Batch>> read(Statement& query) {
  if (auto ran = query.run("batch: read"); !ran)
    return std::unexpected(ran.error());
  QList<Batch> batches;
  while (query.next()) {
    const auto kind = batchKindFromKey(query.text(1));
    if (!kind)
      return fail(ErrorCode::ActKindUnknown, {query.text(0), query.text(1)});
    batches << Batch{query.number(0),
                     *kind,
                     query.moment(2),
                     query.number(3),
                     query.text(4),
                     query.bytes(5),
                     static_cast<int>(query.number(6)),
                     query.number(7),
                     query.moment(8),
                     query.text(8).isEmpty() ? 0 : query.number(9)};
  }
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return batches;
}

} // namespace

Result<void> BatchTable::insert(const Batch& batch) {
  Statement write(m_session, QStringLiteral("INSERT INTO batch (id, kind, made, made_by, source, source_hash, count, "
                                            "undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
  write.bind(batch.id).bind(toKey(batch.kind)).bind(batch.made).bind(batch.madeBy).bind(batch.source);
  return write.bind(batch.sourceHash).bind(batch.count).bind(batch.undoes).run("batch: insert");
}

Result<std::optional<Batch>> BatchTable::byId(qint64 id) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE b.id = ?"));
  const auto found = read(query.bind(id));
  if (!found)
    return std::unexpected(found.error());
  return found->isEmpty() ? std::optional<Batch>() : found->first();
}

Result<QList<Batch>> BatchTable::all() {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("ORDER BY b.id DESC"));
  return read(query);
}

} // namespace xueji
