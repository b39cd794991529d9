#include "support/club_schema.h"

#include "register/registry.h"
#include "store/fact_sql.h"
#include "store/step_work.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace xueji::test {

const Fact& clubFact() {
  static const Fact described = [] {
    Fact fact{QStringLiteral("club"), QStringLiteral("社团"), FactShape::State, SubjectKind::Student, {}};
    fact.columns = {{QStringLiteral("name")}};
    fact.group = QStringLiteral("study");
    return fact;
  }();
  return described;
}

namespace {

Result<void> foundClubs(StepWork& work) {
  QMap<qint64, QString> enrolled;
  QMap<qint64, QString> clubs;
  auto read =
      work.each(QStringLiteral("SELECT subject, min(day) FROM fact_enrolment WHERE voided_by = 0 GROUP BY subject"),
                [&](const RawRows& row) { enrolled.insert(row.number(0), row.text(1)); });
  if (!read)
    return read;
  read = work.each(QStringLiteral("SELECT subject, items FROM fact_item WHERE voided_by = 0 ORDER BY id"),
                   [&](const RawRows& row) {
                     const QJsonObject items = QJsonDocument::fromJson(row.bytes(1)).object();
                     const QString talent = items.value(QStringLiteral("talents")).toString();
                     if (!talent.isEmpty() && enrolled.contains(row.number(0)))
                       clubs.insert(row.number(0), talent);
                   });
  if (!read)
    return read;
  for (auto club = clubs.cbegin(); club != clubs.cend(); ++club) {
    if (club.value() == QStringLiteral("无")) {
      work.note(QStringLiteral("club"), QStringLiteral("student:%1").arg(club.key()));
      continue;
    }
    auto row = work.addRow(QStringLiteral("fact_club"), club.key(), enrolled.value(club.key()),
                           {QStringLiteral("name")}, {club.value()});
    if (!row)
      return std::unexpected(row.error());
  }
  return {};
}

} // namespace

Registry clubRegistry() {
  Registry registry = ledgerRegistry();
  addFact(registry, clubFact());
  registry.steps.last().compute = foundClubs;
  registry.steps << SchemaStep{registry.newestSchema() + 1,
                               QStringLiteral("ALTER TABLE student ADD COLUMN later TEXT NOT NULL DEFAULT ''"),
                               nullptr,
                               {QStringLiteral("student.later")}};
  return registry;
}

} // namespace xueji::test
