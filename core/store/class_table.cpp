#include "store/class_table.h"

#include "fact_sql.h"
#include "store_session.h"
#include "subject_rows.h"

#include <algorithm>

namespace xueji {

namespace detail {

QStringList classColumnNames() {
  return {QStringLiteral("id"),    QStringLiteral("revision"),     QStringLiteral("standing"),
          QStringLiteral("stage"), QStringLiteral("cohort"),       QStringLiteral("number"),
          QStringLiteral("kind"),  QStringLiteral("opened"),       QStringLiteral("closed"),
          QStringLiteral("name"),  QStringLiteral("head_teacher"), QStringLiteral("capacity")};
}

QVariantList classValues(const ClassRow& row) {
  const auto number = [](auto value) { return QVariant(static_cast<qint64>(value)); };
  return {row.id,
          row.revision,
          number(row.standing),
          number(row.is.stage),
          number(row.is.cohort),
          number(row.is.number),
          toKey(row.is.kind),
          row.opened,
          row.closed,
          row.name,
          row.headTeacher,
          number(row.capacity)};
}

} // namespace detail

namespace {

/// What a chain says when everything that stood before its last void is read: a voided class stays as it was.
Known knownBefore(const Chains& chains, const QString& fact) {
  Known known;
  for (const FactRow& row : chains.all(fact))
    known.lastAct = known.lastAct == Known{}.lastAct ? row.voidedBy - 1 : std::max(known.lastAct, row.voidedBy - 1);
  return known;
}

} // namespace

Result<ClassRow> presentClass(const Chains& chains, qint64 id, const QDate& day, qint64 revision) {
  const QString key = ClassFact::fact().key;
  Known known;
  const FactRow* first = chains.first(key);
  ClassRow row;
  row.id = id;
  row.revision = std::max(revision, chains.newestAct());
  row.standing = first != nullptr;
  if (!first) {
    known = knownBefore(chains, key);
    first = chains.first(key, known);
  }
  if (!first)
    return fail(ErrorCode::Internal, {QStringLiteral("present row: no class")});
  const QString asAt = std::max(day.toString(Qt::ISODate), first->from);
  row.opened = first->from;
  ClassOn on;
  on.is = row.is = ClassFact::of(*chains.at(key, asAt, known));
  if (const FactRow* profile = chains.at(ClassProfileFact::fact().key, asAt, known))
    on.profile = ClassProfileFact::of(*profile);
  row.name = on.name();
  row.headTeacher = on.profile.headTeacher;
  row.capacity = on.profile.capacity;
  const QList<FactRow> states = chains.seen(ClassStateFact::fact().key, known);
  if (!states.isEmpty() && !ClassStateFact::of(states.last()).open)
    row.closed = states.last().from;
  return row;
}

Result<void> ClassTable::write(const ClassRow& row) {
  static const QString sql = [] {
    const QStringList columns = detail::classColumnNames();
    return QStringLiteral("INSERT OR REPLACE INTO class (%1) VALUES (%2)")
        .arg(columns.join(QStringLiteral(", ")),
             QStringList(columns.size(), QStringLiteral("?")).join(QStringLiteral(", ")));
  }();
  Statement write(m_session, sql);
  for (const QVariant& value : detail::classValues(row)) {
    if (value.typeId() == QMetaType::LongLong)
      write.bind(value.toLongLong());
    else
      write.bind(value.toString());
  }
  return write.run("class: write");
}

Result<qint64> ClassTable::lastId() {
  Statement query(m_session, QStringLiteral("SELECT coalesce(max(id), 0) FROM class"));
  if (auto ran = query.run("class: last"); !ran)
    return std::unexpected(ran.error());
  return query.next() ? query.number(0) : 0;
}

Result<QHash<qint64, int>> ClassTable::children() {
  Statement query(m_session, QStringLiteral("SELECT class, count(*) FROM student WHERE class <> 0 AND status IN "
                                            "('in_school', 'suspended') GROUP BY class"));
  if (auto ran = query.run("class: children"); !ran)
    return std::unexpected(ran.error());
  QHash<qint64, int> counts;
  while (query.next())
    counts.insert(query.number(0), static_cast<int>(query.number(1)));
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return counts;
}

Result<ClassBook> ClassTable::book() {
  ClassBook book;
  for (const Fact& fact : m_session.registry().facts) {
    if (fact.of != SubjectKind::Class)
      continue;
    Statement query(m_session, fact_sql::selectSql(fact) + QStringLiteral("ORDER BY id"));
    if (auto ran = query.run("class: book"); !ran)
      return std::unexpected(ran.error());
    while (query.next())
      book.add(fact.key, factRowOf(fact, query));
    if (auto ended = query.ended(); !ended)
      return std::unexpected(ended.error());
  }
  return book;
}

Result<QPair<qint64, qint64>> ClassTable::stamp() {
  Statement query(m_session, QStringLiteral("SELECT count(*), coalesce(max(revision), 0) FROM class"));
  if (auto ran = query.run("class: stamp"); !ran)
    return std::unexpected(ran.error());
  return query.next() ? qMakePair(query.number(0), query.number(1)) : qMakePair(qint64(0), qint64(0));
}

} // namespace xueji
