#include "fact_sql.h"

#include <algorithm>

namespace xueji {

namespace fact_sql {

namespace {

QStringList columnNames(const Fact& fact) {
  QStringList names;
  for (const FactColumn& column : fact.columns)
    names << column.name;
  return names;
}

QString definition(const FactColumn& column) {
  return column.type == FactColumnType::Integer ? column.name + QStringLiteral(" INTEGER NOT NULL DEFAULT 0")
                                                : column.name + QStringLiteral(" TEXT NOT NULL DEFAULT ''");
}

} // namespace

QString createSql(const Fact& fact) {
  QStringList columns{QStringLiteral("id INTEGER PRIMARY KEY"),
                      QStringLiteral("act INTEGER NOT NULL REFERENCES act (id)"),
                      QStringLiteral("voided_by INTEGER NOT NULL DEFAULT 0"),
                      QStringLiteral("subject INTEGER NOT NULL"), QStringLiteral("day TEXT NOT NULL")};
  for (const FactColumn& column : fact.columns)
    columns << definition(column);
  QString sql =
      QStringLiteral("CREATE TABLE %1 (\n  %2\n) STRICT;\n").arg(fact.table(), columns.join(QStringLiteral(",\n  ")));
  sql += QStringLiteral("CREATE INDEX %1_by_subject ON %1 (subject, day);\n").arg(fact.table());
  for (const QString& column : fact.lookups)
    sql += QStringLiteral("CREATE INDEX %1_by_%2 ON %1 (%2);\n").arg(fact.table(), column);
  sql += QStringLiteral("CREATE TRIGGER %1_is_never_changed BEFORE UPDATE OF id, act, subject, day, %2 ON %1\n"
                        "BEGIN SELECT RAISE(ABORT, 'append only'); END;\n"
                        "CREATE TRIGGER %1_is_voided_once BEFORE UPDATE OF voided_by ON %1\n"
                        "WHEN old.voided_by <> 0 OR new.voided_by <= 0\n"
                        "BEGIN SELECT RAISE(ABORT, 'append only'); END;\n"
                        "CREATE TRIGGER %1_is_never_deleted BEFORE DELETE ON %1\n"
                        "BEGIN SELECT RAISE(ABORT, 'append only'); END;\n")
             .arg(fact.table(), columnNames(fact).join(QStringLiteral(", ")));
  return sql;
}

QString selectSql(const Fact& fact) {
  return QStringLiteral("SELECT id, act, voided_by, subject, day, %1 FROM %2 ")
      .arg(columnNames(fact).join(QStringLiteral(", ")), fact.table());
}

QString subjectSql(const QList<const Fact*>& facts) {
  qsizetype most = 0;
  for (const Fact* fact : facts)
    most = std::max(most, fact->columns.size());
  QStringList parts;
  for (qsizetype at = 0; at < facts.size(); ++at) {
    QStringList columns = columnNames(*facts[at]);
    while (columns.size() < most)
      columns << QStringLiteral("''");
    parts << QStringLiteral("SELECT %1, id, act, voided_by, subject, day, %2 FROM %3 WHERE subject = ?")
                 .arg(QString::number(at), columns.join(QStringLiteral(", ")), facts[at]->table());
  }
  return parts.join(QStringLiteral(" UNION ALL "));
}

QString lastIdsSql(const QStringList& tables) {
  QStringList parts;
  for (const QString& table : tables)
    parts << QStringLiteral("(SELECT coalesce(max(id), 0) FROM %1)").arg(table);
  return QStringLiteral("SELECT ") + parts.join(QStringLiteral(", "));
}

QString insertSql(const Fact& fact) {
  const QStringList places(fact.columns.size(), QStringLiteral("?"));
  return QStringLiteral("INSERT INTO %1 (id, act, subject, day, %2) VALUES (?, ?, ?, ?, %3)")
      .arg(fact.table(), columnNames(fact).join(QStringLiteral(", ")), places.join(QStringLiteral(", ")));
}

QString markSql(const Fact& fact) {
  return QStringLiteral("UPDATE %1 SET voided_by = ? WHERE id = ? AND voided_by = 0").arg(fact.table());
}

} // namespace fact_sql

void addFact(Registry& registry, const Fact& fact) {
  registry.facts << fact;
  registry.facts.last().since = registry.newestSchema() + 1;
  registry.steps << SchemaStep{registry.newestSchema() + 1, fact_sql::createSql(fact)};
}

} // namespace xueji
