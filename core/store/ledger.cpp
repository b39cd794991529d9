#include "store/ledger.h"

#include "domain/ledger_facts.h"
#include "fact_sql.h"
#include "raw_cursor.h"
#include "store/act_table.h"
#include "store/approval_table.h"
#include "store/batch_table.h"
#include "store/class_table.h"
#include "store/fact_tables.h"
#include "store/present_row.h"
#include "store/setting_table.h"
#include "store/transaction.h"
#include "store_session.h"

#include <QJsonValue>
#include <QSet>
#include <algorithm>

namespace xueji {

namespace {

constexpr qint64 kClockSlackSeconds = 10 * 60;

/// Of several tables in one question.
Result<QList<qint64>> lastIdsOf(StoreSession& session, const QStringList& tables) {
  Statement query(session, fact_sql::lastIdsSql(tables));
  if (auto ran = query.run("ledger: last ids"); !ran)
    return std::unexpected(ran.error());
  QList<qint64> ids(tables.size());
  if (query.next())
    for (int at = 0; at < tables.size(); ++at)
      ids[at] = query.number(at);
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return ids;
}

} // namespace

Result<Snapshot> Ledger::snapshot(const Subject& subject) {
  if (auto known = m_session.catchUp(); !known)
    return std::unexpected(known.error());
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
  snapshot.revision =
      std::max(snapshot.acts.isEmpty() ? qint64(0) : snapshot.acts.last().id, snapshot.chains.newestAct());
  auto naming = namedBy(subject);
  if (!naming)
    return std::unexpected(naming.error());
  snapshot.namedBy = std::move(*naming);
  return snapshot;
}

Result<QList<NamedBy>> Ledger::namedBy(const Subject& subject) {
  QList<NamedBy> naming;
  FactTables facts(m_session);
  for (const Fact* fact : m_session.registry().factsNaming(subject.kind))
    for (int column = 0; column < fact->columns.size(); ++column) {
      if (fact->columns[column].names != subject.kind)
        continue;
      const auto rows = facts.withValue(*fact, fact->columns[column].name, QString::number(subject.id));
      if (!rows)
        return std::unexpected(rows.error());
      QSet<qint64> seen;
      for (const FactRow& row : *rows) {
        if (row.voidedBy != 0 || seen.contains(row.subject))
          continue;
        seen.insert(row.subject);
        auto chain = facts.chain(*fact, row.subject);
        if (!chain)
          return std::unexpected(chain.error());
        naming << NamedBy{{fact->of, row.subject}, fact->key, column, subject.id, std::move(*chain)};
      }
    }
  return naming;
}

Result<qint64> Ledger::freshId(SubjectKind kind) {
  const auto last = kind == SubjectKind::Class ? ClassTable(m_session).lastId() : StudentTable(m_session).lastId();
  return last ? Result<qint64>(*last + 1) : last;
}

Result<void> Ledger::begin(std::optional<Batch> batch) {
  if (!m_session.isInTransaction())
    return fail(ErrorCode::Internal, {QStringLiteral("ledger: no transaction")});
  const QDateTime now = m_session.clock().now();
  if (auto right = checkClock(); !right)
    return right;
  if (auto turned = turnTo(m_session.clock().today()); !turned)
    return turned;
  QStringList tables{QStringLiteral("act"), QStringLiteral("approval"), QStringLiteral("batch")};
  const qsizetype before = tables.size();
  for (const Fact& fact : m_session.registry().facts)
    tables << fact.table();
  const auto last = lastIdsOf(m_session, tables);
  if (!last)
    return std::unexpected(last.error());
  m_firstAct = m_nextAct = last->at(0) + 1;
  m_firstApproval = m_nextApproval = last->at(1) + 1;
  qsizetype at = before;
  for (const Fact& fact : m_session.registry().facts)
    m_firstRow[fact.key] = m_nextRow[fact.key] = last->at(at++) + 1;
  m_marks.clear();
  m_batch = 0;
  if (!batch)
    return {};
  batch->id = m_batch = last->at(2) + 1;
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
    const auto fresh = freshId(act.subject.kind);
    if (!fresh)
      return std::unexpected(fresh.error());
    act.subject.id = *fresh;
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

Result<void> Ledger::append(Approval& approval) {
  approval.id = m_nextApproval++;
  approval.given = m_session.clock().now();
  if (approval.givenBy == 0)
    approval.givenBy = m_session.user().id;
  return ApprovalTable(m_session).insert(approval);
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
  return writeSubject(subject, snapshot.chains, snapshot.revision, snapshot.acts.size() == 1);
}

Result<void> Ledger::writeSubject(const Subject& subject, const Chains& chains, qint64 revision, bool fresh) {
  switch (subject.kind) {
  case SubjectKind::School:
    return m_session.readSchool();
  case SubjectKind::Class: {
    const auto row = presentClass(chains, subject.id, m_session.presentDay(), revision);
    return row ? ClassTable(m_session).write(*row) : std::unexpected(row.error());
  }
  case SubjectKind::Student:
    break;
  }
  const auto row = presentRow(m_session.registry(), chains, subject.id, m_session.presentDay(), revision);
  return row ? StudentTable(m_session).write(*row, fresh) : std::unexpected(row.error());
}

Result<std::optional<SealNote>> Ledger::seal() {
  const bool acts = m_nextAct != m_firstAct;
  const bool approvals = m_nextApproval != m_firstApproval;
  if (!acts && !approvals)
    return std::optional<SealNote>();
  Seal seal(m_session.signIn()->sealKey);
  const auto addRows = [&](const QString& table, qint64 first) { return m_session.sealRows(seal, table, first); };
  if (auto added = addRows(QStringLiteral("act"), m_firstAct); !added)
    return std::unexpected(added.error());
  if (approvals)
    if (auto added = addRows(QStringLiteral("approval"), m_firstApproval); !added)
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
  return acts ? SealNote{m_firstAct, m_nextAct - 1, seal.finish()}
              : SealNote{m_firstApproval, m_nextApproval - 1, seal.finish(), SealNote::Of::Approvals};
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
  QSet<Subject> turning;
  for (const Fact& fact : m_session.registry().facts) {
    if (fact.of == SubjectKind::School || fact.shape == FactShape::Entry || until.isEmpty())
      continue;
    const auto subjects = FactTables(m_session).beginning(fact, from, until);
    if (!subjects)
      return std::unexpected(subjects.error());
    for (const qint64 subject : *subjects)
      turning.insert({fact.of, subject});
  }
  for (const Subject& subject : std::as_const(turning))
    if (auto written = rewritePresent(subject); !written)
      return written;
  if (auto noted = SettingTable(m_session).set(SettingTable::kPresentDay, day.toString(Qt::ISODate)); !noted)
    return noted;
  if (present->isValid())
    if (auto read = m_session.readSchool(); !read)
      return read;
  return work.commit();
}

Result<void> Ledger::rewritePresent(const Subject& subject) {
  const auto chains = FactTables(m_session).readChains(subject);
  const auto revision = ActTable(m_session).newestOf(subject);
  if (!chains || !revision)
    return std::unexpected(chains ? revision.error() : chains.error());
  return writeSubject(subject, *chains, *revision, false);
}

Result<void> Ledger::rebuildPresent() {
  const auto day = presentDay();
  if (!day)
    return std::unexpected(day.error());
  m_session.setPresentDay(*day);
  for (const Fact& fact : m_session.registry().facts) {
    if (!fact.foundation)
      continue;
    QList<qint64> subjects;
    auto asked = eachRawRow(m_session.connection(),
                            QStringLiteral("SELECT DISTINCT subject FROM %1 ORDER BY subject").arg(fact.table()),
                            [&](const RawRows& row) { subjects << row.number(0); });
    if (!asked)
      return asked;
    for (const qint64 subject : std::as_const(subjects))
      if (auto written = rewritePresent({fact.of, subject}); !written && written.error().code != ErrorCode::Internal)
        return written;
  }
  return {};
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
