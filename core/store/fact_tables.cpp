#include "store/fact_tables.h"

#include "fact_sql.h"
#include "store_session.h"
#include "subject_rows.h"

namespace xueji {

namespace {

Result<QList<FactRow>> read(const Fact& fact, Statement& query) {
  if (auto ran = query.run("fact: read"); !ran)
    return std::unexpected(ran.error());
  QList<FactRow> rows;
  while (query.next())
    rows << factRowOf(fact, query);
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return rows;
}

Result<QList<qint64>> readIds(Statement& query) {
  if (auto ran = query.run("fact: subjects"); !ran)
    return std::unexpected(ran.error());
  QList<qint64> ids;
  while (query.next())
    ids << query.number(0);
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return ids;
}

} // namespace

Result<Chains> FactTables::chains(const Subject& subject) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  return readChains(subject);
}

Result<QList<FactRow>> FactTables::chain(const Fact& fact, qint64 subject) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  return readChain(fact, subject);
}

Result<Chains> FactTables::readChains(const Subject& subject) {
  return chainsOf(m_session, subject);
}

Result<QList<FactRow>> FactTables::readChain(const Fact& fact, qint64 subject) {
  Statement query(m_session, fact_sql::selectSql(fact) + QStringLiteral("WHERE subject = ? ORDER BY day, id"));
  return read(fact, query.bind(subject));
}

Result<QList<FactRow>> FactTables::withValue(const Fact& fact, const QString& column, const QString& value) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Q_ASSERT(fact.lookups.contains(column));
  Statement query(m_session, fact_sql::selectSql(fact) + QStringLiteral("WHERE %1 = ? ORDER BY id").arg(column));
  return read(fact, query.bind(value));
}

Result<QList<qint64>> FactTables::beginning(const Fact& fact, const QString& after, const QString& until) {
  Statement query(
      m_session,
      QStringLiteral("SELECT DISTINCT subject FROM %1 WHERE day > ? AND day <= ? ORDER BY 1").arg(fact.table()));
  return readIds(query.bind(after).bind(until));
}

Result<QList<qint64>> FactTables::holding(const Fact& fact, const QString& column, const QStringList& values,
                                          const QString& day, Known known) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  const QStringList places(values.size(), QStringLiteral("?"));
  Statement query(m_session, QStringLiteral("SELECT subject FROM (SELECT subject, %1 AS value, row_number() OVER "
                                            "(PARTITION BY subject ORDER BY day DESC, id DESC) AS place FROM %2 "
                                            "WHERE day <= ? AND act <= ? AND (voided_by = 0 OR voided_by > ?)) "
                                            "WHERE place = 1 AND value IN (%3) ORDER BY subject")
                                 .arg(column, fact.table(), places.join(QStringLiteral(", "))));
  query.bind(day).bind(known.lastAct).bind(known.lastAct);
  for (const QString& value : values)
    query.bind(value);
  return readIds(query);
}

Result<void> FactTables::forEach(const Fact& fact, const std::function<bool(const FactRow&)>& each) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return allowed;
  Statement query(m_session, fact_sql::selectSql(fact) + QStringLiteral("ORDER BY id"));
  if (auto ran = query.run("fact: all"); !ran)
    return ran;
  while (query.next())
    if (!each(factRowOf(fact, query)))
      return {};
  return query.ended();
}

} // namespace xueji
