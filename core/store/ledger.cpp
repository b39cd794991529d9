#include "store/ledger.h"

#include "store/act_table.h"
#include "store/batch_table.h"
#include "store/fact_sql.h"
#include "store/fact_tables.h"
#include "store/present_row.h"
#include "store/raw_cursor.h"
#include "store/setting_table.h"
#include "store/store_session.h"
#include "store/transaction.h"

#include <QJsonValue>
#include <QSet>
#include <algorithm>

namespace xueji {

namespace {

constexpr qint64 kClockSlackSeconds = 10 * 60;

Result<qint64> lastIdOf(StoreSession& session, const QString& table) {
  Statement query(session, QStringLiteral("SELECT coalesce(max(id), 0) FROM ") + table);
  if (auto ran = query.run("ledger: last id"); !ran)
    return std::unexpected(ran.error());
  return query.next() ? query.number(0) : 0;
}

} // namespace

Result<Snapshot> Ledger::snapshot(const Subject& subject) {
  Snapshot snapshot;
  auto last = ActTable(m_session).lastId();
  if (!last)
    return std::unexpected(last.error());
  snapshot.lastAct = *last;
  if (subject.id == 0)
    return snapshot;
  auto chains = FactTables(m_session).chains(subject);
  if (!chains)
    return std::unexpected(chains.error());
  snapshot.chains = std::move(*chains);
  auto acts = ActTable(m_session).briefs(subject);
  if (!acts)
    return std::unexpected(acts.error());
  snapshot.acts = std::move(*acts);
  snapshot.revision = snapshot.acts.isEmpty() ? 0 : snapshot.acts.last().id;
  return snapshot;
}

Result<void> Ledger::begin(std::optional<Batch> batch) {
  if (!m_session.isInTransaction())
    return fail(ErrorCode::Internal, {QStringLiteral("ledger: no transaction")});
  const QDateTime now = m_session.clock().now();
  if (auto right = checkClock(); !right)
    return right;
  if (auto turned = turnTo(m_session.clock().today()); !turned)
    return turned;
  const auto last = lastIdOf(m_session, QStringLiteral("act"));
  if (!last)
    return std::unexpected(last.error());
  m_firstAct = m_nextAct = *last + 1;
  for (const Fact& fact : m_session.registry().facts) {
    const auto lastRow = lastIdOf(m_session, fact.table());
    if (!lastRow)
      return std::unexpected(lastRow.error());
    m_firstRow[fact.key] = m_nextRow[fact.key] = *lastRow + 1;
  }
  m_marks.clear();
  m_batch = 0;
  if (!batch)
    return {};
  const auto lastBatch = lastIdOf(m_session, QStringLiteral("batch"));
  if (!lastBatch)
    return std::unexpected(lastBatch.error());
  batch->id = m_batch = *lastBatch + 1;
  batch->made = now;
  batch->madeBy = m_session.user().id;
  return BatchTable(m_session).insert(*batch);
}

Result<void> Ledger::checkClock() {
  const auto newest = m_session.newestLogTime();
  if (!newest)
    return std::unexpected(newest.error());
  const QDateTime now = m_session.clock().now();
  if (!newest->isValid() || now.addSecs(kClockSlackSeconds) >= *newest)
    return {};
  const auto shown = [](const QDateTime& moment) {
    return moment.toUTC().addSecs(8 * 3600).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  };
  return fail(ErrorCode::ClockBehind, {shown(*newest), shown(now)});
}

Result<void> Ledger::checkShape(const Act& act, const Planned& planned) const {
  QSet<QPair<QString, QString>> states;
  for (const PlannedRow& row : planned.rows) {
    const Fact* fact = m_session.registry().fact(row.fact);
    if (!fact || fact->of != act.subject.kind || fact->columns.size() != row.values.size())
      return fail(ErrorCode::FactUnknown, {row.fact});
    if (fact->shape == FactShape::Entry)
      continue;
    if (states.contains({row.fact, row.from}))
      return fail(ErrorCode::StateTwice, {fact->name, row.from});
    states.insert({row.fact, row.from});
  }
  for (const RowMark& mark : planned.marks)
    if (!m_session.registry().fact(mark.fact))
      return fail(ErrorCode::FactUnknown, {mark.fact});
  return {};
}

Result<void> Ledger::append(Act& act, const Planned& planned, Snapshot& snapshot) {
  if (auto sound = checkShape(act, planned); !sound)
    return sound;
  if (act.subject.id == 0) {
    const auto last = StudentTable(m_session).lastId();
    if (!last)
      return std::unexpected(last.error());
    act.subject.id = *last + 1;
  }
  act.id = m_nextAct++;
  act.batch = m_batch;
  act.refers = planned.refers;
  act.entered = m_session.clock().now();
  act.enteredBy = m_session.user().id;
  if (auto stored = ActTable(m_session).insert(act); !stored)
    return stored;
  for (const PlannedRow& row : planned.rows)
    if (auto written = writeRow(*m_session.registry().fact(row.fact), act, row, snapshot); !written)
      return written;
  for (const RowMark& mark : planned.marks)
    if (auto marked = writeMark(*m_session.registry().fact(mark.fact), act, mark, snapshot); !marked)
      return marked;
  if (const ActKind* kind = m_session.registry().act(act.kind); kind && kind->role == ActRole::Voids)
    for (ActBrief& brief : snapshot.acts)
      if (brief.id == act.refers)
        brief.voidedBy = act.id;
  snapshot.acts << ActBrief{act.id, act.kind, act.effective, act.refers, 0};
  snapshot.revision = snapshot.lastAct = act.id;
  return {};
}

Result<void> Ledger::writeRow(const Fact& fact, const Act& act, const PlannedRow& row, Snapshot& snapshot) {
  FactRow stored{m_nextRow[fact.key]++, act.id, 0, act.subject.id, row.from, row.values};
  {
    Statement write(m_session, fact_sql::insertSql(fact));
    write.bind(stored.id).bind(stored.act).bind(stored.subject).bind(stored.from);
    for (qsizetype at = 0; at < fact.columns.size(); ++at) {
      if (fact.columns[at].type == FactColumnType::Integer)
        write.bind(stored.values[at].toLongLong());
      else
        write.bind(stored.values[at]);
    }
    if (auto ran = write.run("fact: append"); !ran)
      return ran;
  }
  snapshot.chains.add(fact.key, std::move(stored));
  return {};
}

Result<void> Ledger::writeMark(const Fact& fact, const Act& act, const RowMark& mark, Snapshot& snapshot) {
  Statement write(m_session, fact_sql::markSql(fact));
  if (auto ran = write.bind(act.id).bind(mark.row).run("fact: void"); !ran)
    return ran;
  if (write.affected() != 1)
    return fail(ErrorCode::Internal, {QStringLiteral("ledger: row is void already")});
  m_marks[fact.key] << qMakePair(act.id, mark.row);
  snapshot.chains.markVoid(mark, act.id);
  return {};
}

Result<void> Ledger::writePresent(const Subject& subject, const Snapshot& snapshot) {
  if (subject.kind == SubjectKind::School)
    return m_session.readSchool();
  const auto row =
      presentRow(m_session.registry(), snapshot.chains, subject.id, m_session.presentDay(), snapshot.revision);
  if (!row)
    return std::unexpected(row.error());
  return StudentTable(m_session).write(*row, snapshot.acts.size() == 1);
}

Result<std::optional<SealNote>> Ledger::seal() {
  if (m_nextAct == m_firstAct)
    return std::optional<SealNote>();
  const Connection& connection = m_session.connection();
  Seal seal(m_session.signIn()->sealKey);
  const auto addRows = [&](const QString& table, qint64 first) -> Result<void> {
    const auto defaults = m_session.defaultsOf(table);
    if (!defaults)
      return std::unexpected(defaults.error());
    return eachRawRow(connection, QStringLiteral("SELECT * FROM %1 WHERE id >= ? ORDER BY id").arg(table),
                      [&](const RawRows& row) { seal.addRow(table.toLatin1(), row, *defaults, kUnsealed); }, {first});
  };
  if (auto added = addRows(QStringLiteral("act"), m_firstAct); !added)
    return std::unexpected(added.error());
  if (m_batch != 0)
    if (auto added = addRows(QStringLiteral("batch"), m_batch); !added)
      return std::unexpected(added.error());
  for (const Fact* fact : factsByTable(m_session.registry())) {
    if (m_nextRow[fact->key] != m_firstRow[fact->key])
      if (auto added = addRows(fact->table(), m_firstRow[fact->key]); !added)
        return std::unexpected(added.error());
    auto marks = m_marks.value(fact->key);
    std::sort(marks.begin(), marks.end());
    for (const auto& [act, row] : std::as_const(marks))
      seal.addMark(fact->table().toLatin1(), row, act);
  }
  const SealNote note{m_firstAct, m_nextAct - 1, seal.finish()};
  return note;
}

Result<QDate> Ledger::presentDay() {
  const auto stored = SettingTable(m_session).value(SettingTable::kPresentDay);
  if (!stored)
    return std::unexpected(stored.error());
  return QDate::fromString(stored->toString(), Qt::ISODate);
}

Result<void> Ledger::turnTo(const QDate& day) {
  const auto present = presentDay();
  if (!present)
    return std::unexpected(present.error());
  if (*present == day) {
    m_session.setPresentDay(day);
    return {};
  }
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return begun;
  m_session.setPresentDay(day);
  const QString from = present->isValid() ? std::min(*present, day).toString(Qt::ISODate) : QString();
  const QString until = present->isValid() ? std::max(*present, day).toString(Qt::ISODate) : QString();
  QSet<qint64> turning;
  for (const Fact& fact : m_session.registry().facts) {
    if (fact.of != SubjectKind::Student || fact.shape == FactShape::Entry || until.isEmpty())
      continue;
    const auto subjects = FactTables(m_session).beginning(fact, from, until);
    if (!subjects)
      return std::unexpected(subjects.error());
    turning.unite(QSet<qint64>(subjects->begin(), subjects->end()));
  }
  for (const qint64 student : std::as_const(turning)) {
    const auto chains = FactTables(m_session).readChains(Subject::student(student));
    const auto revision = ActTable(m_session).newestOf(Subject::student(student));
    if (!chains || !revision)
      return std::unexpected(chains ? revision.error() : chains.error());
    const auto row = presentRow(m_session.registry(), *chains, student, day, *revision);
    if (!row)
      return std::unexpected(row.error());
    if (auto written = StudentTable(m_session).write(*row, false); !written)
      return written;
  }
  if (auto noted = SettingTable(m_session).set(SettingTable::kPresentDay, day.toString(Qt::ISODate)); !noted)
    return noted;
  if (present->isValid())
    if (auto read = m_session.readSchool(); !read)
      return read;
  return work.commit();
}

Result<void> Ledger::renewOrder() {
  SettingTable settings(m_session);
  const auto stored = settings.value(SettingTable::kOrderVersion);
  if (!stored)
    return std::unexpected(stored.error());
  const QString present = ChineseOrder::version();
  if (stored->toString() == present)
    return {};
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return begun;
  if (auto written = StudentTable(m_session).rewriteDerived(); !written)
    return written;
  if (auto noted = settings.set(SettingTable::kOrderVersion, present); !noted)
    return noted;
  return work.commit();
}

} // namespace xueji
