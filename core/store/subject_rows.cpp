#include "subject_rows.h"

#include "fact_sql.h"
#include "store_session.h"

namespace xueji {

FactRow factRowOf(const Fact& fact, const Statement& query, int first) {
  FactRow row{query.number(first),     query.number(first + 1), query.number(first + 2),
              query.number(first + 3), query.text(first + 4),   {}};
  row.values.reserve(fact.columns.size());
  for (int at = 0; at < fact.columns.size(); ++at)
    row.values << query.text(first + fact_sql::kOwnColumns + at);
  return row;
}

Result<Chains> chainsOf(StoreSession& session, const Subject& subject) {
  QList<const Fact*> facts;
  for (const Fact& fact : session.registry().facts)
    if (fact.of == subject.kind)
      facts << &fact;
  Chains chains;
  if (facts.isEmpty())
    return chains;
  Statement query(session, fact_sql::subjectSql(facts));
  for (qsizetype at = 0; at < facts.size(); ++at)
    query.bind(subject.id);
  if (auto ran = query.run("fact: subject"); !ran)
    return std::unexpected(ran.error());
  while (query.next()) {
    const Fact& fact = *facts[static_cast<qsizetype>(query.number(0))];
    chains.add(fact.key, factRowOf(fact, query, 1));
  }
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return chains;
}

} // namespace xueji
