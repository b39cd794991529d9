#include "store/approval_table.h"

#include "store_session.h"

namespace xueji {

namespace {

const auto kSelect = QStringLiteral("SELECT id, case_id, act, given, given_by, judgement, hash, ground FROM approval ");

Result<QList<Approval>> read(StoreSession& session, Statement& query) {
  if (auto allowed = session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  if (auto ran = query.run("approval: read"); !ran)
    return std::unexpected(ran.error());
  QList<Approval> approvals;
  while (query.next()) {
    const auto judgement = judgementFromKey(query.text(5));
    if (!judgement)
      return fail(ErrorCode::ActKindUnknown, {query.text(0), query.text(5)});
    approvals << Approval{query.number(0), query.number(1), query.number(2), query.moment(3),
                          query.number(4), *judgement,      query.bytes(6),  query.text(7)};
  }
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return approvals;
}

} // namespace

Result<QList<Approval>> ApprovalTable::ofCase(qint64 id) {
  Statement query(m_session, kSelect + QStringLiteral("WHERE case_id = ? AND case_id <> 0 ORDER BY id"));
  return read(m_session, query.bind(id));
}

Result<QList<Approval>> ApprovalTable::all() {
  Statement query(m_session, kSelect + QStringLiteral("ORDER BY id"));
  return read(m_session, query);
}

Result<qint64> ApprovalTable::lastId() {
  Statement query(m_session, QStringLiteral("SELECT coalesce(max(id), 0) FROM approval"));
  if (auto ran = query.run("approval: last"); !ran)
    return std::unexpected(ran.error());
  return query.next() ? query.number(0) : 0;
}

Result<void> ApprovalTable::insert(const Approval& approval) {
  Statement write(m_session, QStringLiteral("INSERT INTO approval (id, case_id, act, given, given_by, judgement, hash, "
                                            "ground) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
  write.bind(approval.id).bind(approval.caseId).bind(approval.act).bind(approval.given).bind(approval.givenBy);
  return write.bind(toKey(approval.judgement)).bind(approval.hash).bind(approval.ground).run("approval: append");
}

} // namespace xueji
