#include "store/batch_table.h"

#include "store/store_session.h"
#include "store/transaction.h"

#include <array>

namespace xueji {

namespace {

const auto kSelect = QStringLiteral("SELECT id, kind, made, made_by, source, source_hash, count, undone, undone_by "
                                    "FROM batch ");
constexpr std::array kKeys = {"import", "bulk_edit", "draw", "year_change"}; // in the order of BatchKind

QString toKey(BatchKind kind) {
  return QString::fromLatin1(kKeys[static_cast<std::size_t>(kind)]);
}

BatchKind kindFromKey(const QString& key) {
  for (std::size_t at = 0; at < kKeys.size(); ++at)
    if (key == QLatin1String(kKeys[at]))
      return static_cast<BatchKind>(at);
  return BatchKind::BulkEdit;
}

Result<QList<Batch>> read(Statement& query) {
  if (auto ran = query.run("batch: read"); !ran)
    return std::unexpected(ran.error());
  QList<Batch> batches;
  while (query.next())
    batches << Batch{
        query.number(0), kindFromKey(query.text(1)),        query.moment(2), query.number(3), query.text(4),
        query.bytes(5),  static_cast<int>(query.number(6)), query.moment(7), query.number(8)};
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return batches;
}

} // namespace

Result<qint64> BatchTable::insert(const Batch& batch) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return std::unexpected(allowed.error());
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return std::unexpected(begun.error());
  qint64 id = 0;
  {
    Statement write(m_session, QStringLiteral("INSERT INTO batch (kind, made, made_by, source, source_hash, count) "
                                              "VALUES (?, ?, ?, ?, ?, ?)"));
    write.bind(toKey(batch.kind)).bind(batch.made.isNull() ? m_session.clock().now() : batch.made);
    write.bind(batch.madeBy == 0 ? m_session.user().id : batch.madeBy);
    write.bind(batch.source).bind(batch.sourceHash).bind(batch.count);
    if (auto ran = write.run("batch: insert"); !ran)
      return std::unexpected(ran.error());
    id = write.lastId();
  }
  if (auto done = work.commit(); !done)
    return std::unexpected(done.error());
  return id;
}

Result<void> BatchTable::setCount(qint64 batch, int count) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return allowed;
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return begun;
  {
    Statement write(m_session, QStringLiteral("UPDATE batch SET count = ? WHERE id = ?"));
    if (auto ran = write.bind(count).bind(batch).run("batch: count"); !ran)
      return ran;
    if (write.affected() != 1)
      return fail(ErrorCode::BatchNotFound, {QString::number(batch)});
  }
  return work.commit();
}

Result<void> BatchTable::setUndone(qint64 batch) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return allowed;
  const auto known = byId(batch);
  if (!known)
    return std::unexpected(known.error());
  if (!*known)
    return fail(ErrorCode::BatchNotFound, {QString::number(batch)});
  if (!(*known)->undone.isNull())
    return fail(ErrorCode::NothingToDo);
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return begun;
  {
    Statement write(m_session, QStringLiteral("UPDATE batch SET undone = ?, undone_by = ? WHERE id = ?"));
    write.bind(m_session.clock().now()).bind(m_session.user().id).bind(batch);
    if (auto ran = write.run("batch: undone"); !ran)
      return ran;
  }
  return work.commit();
}

Result<std::optional<Batch>> BatchTable::byId(qint64 id) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE id = ?"));
  const auto found = read(query.bind(id));
  if (!found)
    return std::unexpected(found.error());
  return found->isEmpty() ? std::optional<Batch>() : found->first();
}

Result<QList<Batch>> BatchTable::all() {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("ORDER BY id DESC"));
  return read(query);
}

Result<QList<Batch>> BatchTable::bySourceHash(const QByteArray& hash) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE source_hash = ? AND undone = '' ORDER BY id"));
  return read(query.bind(hash));
}

} // namespace xueji
