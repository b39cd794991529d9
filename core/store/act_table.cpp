#include "store/act_table.h"

#include "store/act_json.h"
#include "store/store_session.h"
#include "store/transaction.h"

#include <QJsonDocument>

namespace xueji {

namespace {

const auto kSelect =
    QStringLiteral("SELECT a.id, a.kind, a.student, a.effective, a.entered, a.entered_by, a.approved_by, a.batch, "
                   "a.voids, v.id, a.ground, a.rule_set, a.findings, a.exceptions, a.proofs, a.before, a.after "
                   "FROM act a LEFT JOIN act v ON v.voids = a.id ");
/// Neither a void act nor voided.
const auto kStanding = QStringLiteral("a.voids IS NULL AND v.id IS NULL ");

QString stored(const QJsonObject& object) {
  return object.isEmpty() ? QStringLiteral("{}")
                          : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QString& text) {
  return QJsonDocument::fromJson(text.toUtf8()).object();
}

Act actOf(const Statement& query) {
  Act act;
  act.id = query.number(0);
  act.kind = actKindFromKey(query.text(1)).value_or(ActKind::Correct);
  act.student = query.number(2);
  act.effective = query.day(3);
  act.entered = query.moment(4);
  act.enteredBy = query.number(5);
  act.approvedBy = query.number(6);
  act.batch = query.number(7);
  act.voids = query.number(8);
  act.voidedBy = query.number(9);
  act.ground = query.text(10);
  act.ruleSet = query.text(11);
  act.findings = findingsFromJson(query.text(12));
  act.exceptions = listFromJson(query.text(13));
  act.proofs = idsFromJson(query.text(14));
  act.before = objectOf(query.text(15));
  act.after = objectOf(query.text(16));
  return act;
}

Result<QList<Act>> read(Statement& query) {
  if (auto ran = query.run("act: read"); !ran)
    return std::unexpected(ran.error());
  QList<Act> acts;
  while (query.next())
    acts << actOf(query);
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

Result<qint64> ActTable::append(const Act& act) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return std::unexpected(allowed.error());
  if (act.voids != 0) {
    Statement query(m_session, QStringLiteral("SELECT 1 FROM act WHERE voids = ?"));
    if (auto ran = query.bind(act.voids).run("act: voided already"); !ran)
      return std::unexpected(ran.error());
    if (query.next())
      return fail(ErrorCode::NothingToDo);
  }
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return std::unexpected(begun.error());
  qint64 id = 0;
  {
    Statement write(m_session,
                    QStringLiteral("INSERT INTO act (kind, student, effective, entered, entered_by, approved_by, "
                                   "batch, voids, ground, rule_set, findings, exceptions, proofs, before, after) "
                                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    write.bind(toKey(act.kind)).bind(act.student).bind(act.effective);
    write.bind(act.entered.isNull() ? m_session.clock().now() : act.entered);
    write.bind(act.enteredBy == 0 ? m_session.user().id : act.enteredBy).bind(act.approvedBy);
    write.bindReference(act.batch).bindReference(act.voids).bind(act.ground).bind(act.ruleSet);
    write.bind(findingsToJson(act.findings)).bind(listToJson(act.exceptions)).bind(idsToJson(act.proofs));
    write.bind(stored(act.before)).bind(stored(act.after));
    if (auto ran = write.run("act: append"); !ran)
      return std::unexpected(ran.error());
    id = write.lastId();
  }
  if (auto done = work.commit(); !done)
    return std::unexpected(done.error());
  return id;
}

Result<std::optional<Act>> ActTable::byId(qint64 id) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE a.id = ?"));
  return firstOf(read(query.bind(id)));
}

Result<QList<Act>> ActTable::ofStudent(qint64 student) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE a.student = ? ORDER BY a.id"));
  return read(query.bind(student));
}

Result<QList<Act>> ActTable::ofBatch(qint64 batch) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE a.batch = ? ORDER BY a.id"));
  return read(query.bind(batch));
}

Result<QList<Act>> ActTable::standingAfter(qint64 student, qint64 act) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE a.student = ? AND a.id > ? AND ") + kStanding +
                                 QStringLiteral("ORDER BY a.id"));
  return read(query.bind(student).bind(act));
}

Result<std::optional<Act>> ActTable::firstBuiltOnBatch(qint64 batch) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect +
                                 QStringLiteral("JOIN (SELECT student, min(id) AS first FROM act WHERE batch = ? "
                                                "GROUP BY student) b ON b.student = a.student "
                                                "WHERE a.id > b.first AND (a.batch IS NULL OR a.batch <> ?) AND ") +
                                 kStanding + QStringLiteral("ORDER BY a.id LIMIT 1"));
  return firstOf(read(query.bind(batch).bind(batch)));
}

Result<void> ActTable::forEach(const std::function<bool(const Act&)>& each) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return allowed;
  Statement query(m_session, kSelect + QStringLiteral("ORDER BY a.id"));
  if (auto ran = query.run("act: all"); !ran)
    return ran;
  while (query.next())
    if (!each(actOf(query)))
      return {};
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
