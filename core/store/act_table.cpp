#include "store/act_table.h"

#include "store/act_json.h"
#include "store_session.h"

namespace xueji {

namespace {

const auto kSelect =
    QStringLiteral("SELECT a.id, a.kind, a.subject_kind, a.subject, a.day, a.entered, a.entered_by, a.batch, a.refers, "
                   "v.id, a.ground, a.rule_sets, a.findings, a.exceptions, a.papers, a.case_id "
                   "FROM act a LEFT JOIN act v ON v.refers = a.id AND v.kind = 'void' ");

Result<Act> actOf(const StoreSession& session, const Statement& query) {
  Act act;
  act.id = query.number(0);
  act.kind = query.text(1);
  const auto subject = subjectKindFromKey(query.text(2));
  if (!session.registry().act(act.kind) || !subject)
    return fail(ErrorCode::ActKindUnknown, {QString::number(act.id), act.kind});
  act.subject = {*subject, query.number(3)};
  act.effective = query.day(4);
  act.entered = query.moment(5);
  act.enteredBy = query.number(6);
  act.batch = query.number(7);
  act.refers = query.number(8);
  act.voidedBy = query.number(9);
  act.ground = query.text(10);
  act.ruleSet = query.text(11);
  act.findings = findingsFromJson(query.text(12));
  act.exceptions = listFromJson(query.text(13));
  act.papers = idsFromJson(query.text(14));
  act.caseId = query.number(15);
  return act;
}

Result<QList<Act>> read(const StoreSession& session, Statement& query) {
  if (auto ran = query.run("act: read"); !ran)
    return std::unexpected(ran.error());
  QList<Act> acts;
  while (query.next()) {
    auto act = actOf(session, query);
    if (!act)
      return std::unexpected(act.error());
    acts << *act;
  }
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return acts;
}

Result<std::optional<Act>> firstOf(Result<QList<Act>> acts) {
  if (!acts)
    return std::unexpected(acts.error());
  return acts->isEmpty() ? std::optional<Act>() : acts->first();
}

} // namespace

Result<void> ActTable::insert(const Act& act) {
  Statement write(m_session,
                  QStringLiteral("INSERT INTO act (id, kind, subject_kind, subject, day, entered, entered_by, "
                                 "batch, refers, ground, rule_sets, findings, exceptions, papers, case_id) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  write.bind(act.id).bind(act.kind).bind(toKey(act.subject.kind)).bind(act.subject.id).bind(act.effective);
  write.bind(act.entered).bind(act.enteredBy).bind(act.batch).bind(act.refers).bind(act.ground).bind(act.ruleSet);
  write.bind(findingsToJson(act.findings))
      .bind(listToJson(act.exceptions))
      .bind(idsToJson(act.papers))
      .bind(act.caseId);
  return write.run("act: append");
}

Result<std::optional<Act>> ActTable::byId(qint64 id) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE a.id = ?"));
  return firstOf(read(m_session, query.bind(id)));
}

Result<QList<Act>> ActTable::ofSubject(const Subject& subject) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE a.subject = ? AND a.subject_kind = ? ORDER BY a.id"));
  return read(m_session, query.bind(subject.id).bind(toKey(subject.kind)));
}

Result<QList<ActBrief>> ActTable::briefs(const Subject& subject) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, QStringLiteral("SELECT a.id, a.kind, a.day, a.refers, v.id FROM act a "
                                            "LEFT JOIN act v ON v.refers = a.id AND v.kind = 'void' "
                                            "WHERE a.subject = ? AND a.subject_kind = ? ORDER BY a.id"));
  if (auto ran = query.bind(subject.id).bind(toKey(subject.kind)).run("act: briefs"); !ran)
    return std::unexpected(ran.error());
  QList<ActBrief> briefs;
  while (query.next()) {
    if (!m_session.registry().act(query.text(1)))
      return fail(ErrorCode::ActKindUnknown, {query.text(0), query.text(1)});
    briefs << ActBrief{query.number(0), query.text(1), query.day(2), query.number(3), query.number(4)};
  }
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return briefs;
}

Result<QList<Act>> ActTable::ofBatch(qint64 batch) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE a.batch = ? ORDER BY a.id"));
  return read(m_session, query.bind(batch));
}

Result<qint64> ActTable::newestOf(const Subject& subject) {
  Statement query(m_session,
                  QStringLiteral("SELECT coalesce(max(id), 0) FROM act WHERE subject = ? AND subject_kind = ?"));
  if (auto ran = query.bind(subject.id).bind(toKey(subject.kind)).run("act: newest"); !ran)
    return std::unexpected(ran.error());
  return query.next() ? query.number(0) : 0;
}

Result<void> ActTable::forEach(const std::function<bool(const Act&)>& each) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return allowed;
  Statement query(m_session, kSelect + QStringLiteral("ORDER BY a.id"));
  if (auto ran = query.run("act: all"); !ran)
    return ran;
  while (query.next()) {
    const auto act = actOf(m_session, query);
    if (!act)
      return std::unexpected(act.error());
    if (!each(*act))
      return {};
  }
  return query.ended();
}

Result<qint64> ActTable::lastId() {
  Statement query(m_session, QStringLiteral("SELECT coalesce(max(id), 0) FROM act"));
  if (auto ran = query.run("act: last"); !ran)
    return std::unexpected(ran.error());
  return query.next() ? query.number(0) : 0;
}

Result<int> ActTable::count() {
  Statement query(m_session, QStringLiteral("SELECT count(*) FROM act"));
  if (auto ran = query.run("act: count"); !ran)
    return std::unexpected(ran.error());
  return query.next() ? static_cast<int>(query.number(0)) : 0;
}

} // namespace xueji
