#include "store/case_table.h"

#include "store_session.h"

#include <algorithm>

namespace xueji {

namespace {

const auto kSelect = QStringLiteral(
    "SELECT c.id, c.kind, c.version, c.subject_kind, c.subject, c.wish, c.state, c.owner, c.opened, c.changed, "
    "c.changed_by, c.ground, coalesce(a.id, 0) FROM case_file c LEFT JOIN act a ON a.case_id = c.id "
    "AND a.case_id <> 0 ");
const auto kIsOpen = QStringLiteral("c.state <> 'withdrawn' AND a.id IS NULL");

/// Kinds of subject that a newer program knows have no number here.
Subject subjectOf(const Statement& query, int column) {
  const auto kind = subjectKindFromKey(query.text(column));
  return kind ? Subject{*kind, query.number(column + 1)} : Subject();
}

Result<QList<CaseStep>> stepsOf(StoreSession& session, qint64 id) {
  Statement query(session, QStringLiteral("SELECT what, turn, due, done, done_by FROM case_step WHERE case_id = ? "
                                          "ORDER BY position"));
  if (auto ran = query.bind(id).run("case: steps"); !ran)
    return std::unexpected(ran.error());
  QList<CaseStep> steps;
  while (query.next())
    steps << CaseStep{query.text(0), roleFromKey(query.text(1)).value_or(Role::Registrar), query.day(2),
                      query.moment(3), query.number(4)};
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return steps;
}

} // namespace

Result<void> writeCase(StoreSession& session, const Case& draft) {
  {
    Statement write(session, QStringLiteral("INSERT OR REPLACE INTO case_file (id, kind, version, subject_kind, "
                                            "subject, wish, state, owner, opened, changed, changed_by, ground) "
                                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    write.bind(draft.id).bind(draft.kind).bind(draft.version).bind(toKey(draft.subject.kind)).bind(draft.subject.id);
    write.bind(draft.wish).bind(toKey(draft.state)).bind(draft.owner).bind(draft.opened).bind(draft.changed);
    if (auto ran = write.bind(draft.changedBy).bind(draft.ground).run("case: keep"); !ran)
      return ran;
  }
  {
    Statement clear(session, QStringLiteral("DELETE FROM case_step WHERE case_id = ?"));
    if (auto ran = clear.bind(draft.id).run("case: clear steps"); !ran)
      return ran;
  }
  for (qsizetype at = 0; at < draft.steps.size(); ++at) {
    const CaseStep& step = draft.steps[at];
    Statement write(session, QStringLiteral("INSERT INTO case_step (case_id, position, what, turn, due, done, done_by) "
                                            "VALUES (?, ?, ?, ?, ?, ?, ?)"));
    write.bind(draft.id).bind(static_cast<qint64>(at)).bind(step.what).bind(toKey(step.turn)).bind(step.due);
    if (auto ran = write.bind(step.done).bind(step.doneBy).run("case: step"); !ran)
      return ran;
  }
  return {};
}

Result<QList<Case>> CaseTable::read(const QString& condition, const std::function<void(Statement&)>& bind) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  QList<Case> cases;
  {
    Statement query(m_session, kSelect + QStringLiteral("WHERE ") + condition + QStringLiteral(" ORDER BY c.id"));
    bind(query);
    if (auto ran = query.run("case: read"); !ran)
      return std::unexpected(ran.error());
    while (query.next())
      cases << Case{
          query.number(0),     query.text(1),   static_cast<int>(query.number(2)),
          subjectOf(query, 3), query.bytes(5),  caseStateFromKey(query.text(6)).value_or(CaseState::HandedOver),
          query.number(7),     query.moment(8), query.moment(9),
          query.number(10),    query.text(11),  {},
          query.number(12)};
    if (auto ended = query.ended(); !ended)
      return std::unexpected(ended.error());
  }
  for (Case& one : cases) {
    auto steps = stepsOf(m_session, one.id);
    if (!steps)
      return std::unexpected(steps.error());
    one.steps = std::move(*steps);
  }
  return cases;
}

Result<std::optional<Case>> CaseTable::byId(qint64 id) {
  auto stored = read(QStringLiteral("c.id = ?"), [id](Statement& query) { query.bind(id); });
  if (!stored)
    return std::unexpected(stored.error());
  auto found = stored->isEmpty() ? std::optional<Case>() : stored->first();
  const auto waits = m_session.waitingCases().constFind(id);
  if (waits == m_session.waitingCases().constEnd())
    return found;
  Case fresh = *waits;
  fresh.act = found ? found->act : 0;
  return std::optional<Case>(fresh);
}

Result<QList<Case>> CaseTable::readOpen(const QString& condition, const std::function<void(Statement&)>& bind,
                                        const std::function<bool(const Case&)>& belongs) {
  auto cases = read(condition, bind);
  if (!cases)
    return cases;
  for (const Case& waits : m_session.waitingCases()) {
    const auto whole = byId(waits.id); // it may have been performed meanwhile
    if (!whole)
      return std::unexpected(whole.error());
    const Case& fresh = **whole;
    const auto known = std::find_if(cases->begin(), cases->end(), [&](const Case& one) { return one.id == fresh.id; });
    const bool isOpen = fresh.isOpen() && belongs(fresh);
    if (known == cases->end() && isOpen)
      *cases << fresh;
    else if (known != cases->end() && isOpen)
      *known = fresh;
    else if (known != cases->end())
      cases->erase(known);
  }
  return cases;
}

Result<QList<Case>> CaseTable::open() {
  return readOpen(
      kIsOpen, [](Statement&) {}, [](const Case&) { return true; });
}

Result<QList<Case>> CaseTable::openOf(const Subject& subject) {
  return readOpen(
      kIsOpen + QStringLiteral(" AND c.subject = ? AND c.subject_kind = ?"),
      [&](Statement& query) { query.bind(subject.id).bind(toKey(subject.kind)); },
      [&](const Case& one) { return one.subject == subject; });
}

Result<qint64> CaseTable::newId() {
  Statement query(m_session, QStringLiteral("SELECT coalesce(max(id), 0) FROM case_file"));
  if (auto ran = query.run("case: last"); !ran)
    return std::unexpected(ran.error());
  const qint64 last = query.next() ? query.number(0) : 0;
  // Shared by all connections of the sign-in: another may have drawn one that is not stored yet.
  SignIn& signIn = *m_session.signIn();
  const std::lock_guard guard(signIn.mutex);
  signIn.lastCase = std::max(signIn.lastCase, last) + 1;
  return signIn.lastCase;
}

Result<void> CaseTable::keep(const Case& draft) {
  return m_session.keepCase(draft, std::nullopt);
}

Result<void> CaseTable::keepWithdrawn(const Case& draft) {
  return m_session.keepCase(draft, LogRow{0,
                                          m_session.clock().now(),
                                          m_session.user().id,
                                          LogAction::CaseWithdrawn,
                                          QStringLiteral("case:%1").arg(draft.id),
                                          draft.kind,
                                          {}});
}

Result<void> CaseTable::flush() {
  return m_session.flush();
}

} // namespace xueji
