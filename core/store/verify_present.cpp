// The present rows against the facts.

#include "domain/class_facts.h"
#include "domain/ledger_facts.h"
#include "fact_sql.h"
#include "raw_cursor.h"
#include "store/class_table.h"
#include "store/present_row.h"
#include "store/setting_table.h"
#include "student_columns.h"
#include "verify_context.h"

#include <algorithm>

namespace xueji {

namespace {

/// Rows of a query in the order of a number, taken group by group.
class Groups {
public:
  static Result<Groups> of(const Connection& connection, const QString& sql, int key) {
    auto rows = RawCursor::of(connection, sql);
    return rows ? Result<Groups>(Groups(std::move(*rows), key)) : std::unexpected(rows.error());
  }
  bool has(qint64 key) const { return !m_rows.atEnd() && row().number(m_key) == key; }
  std::optional<qint64> key() const { return m_rows.atEnd() ? std::nullopt : std::optional(row().number(m_key)); }
  const RawRows& row() const { return m_rows.row(); }
  Result<void> move() { return m_rows.move(); }

private:
  Groups(RawCursor rows, int key) : m_rows(std::move(rows)), m_key(key) {}
  RawCursor m_rows;
  int m_key;
};

bool says(const RawRows& row, int column, const QVariant& expected) {
  switch (expected.typeId()) {
  case QMetaType::LongLong:
    return row.type(column) == RawRows::Type::Integer && row.number(column) == expected.toLongLong();
  case QMetaType::QByteArray:
    return row.type(column) == RawRows::Type::Blob && row.bytes(column) == expected.toByteArray();
  default:
    return row.type(column) == RawRows::Type::Text && row.text(column) == expected.toString();
  }
}

FactRow factRow(const Fact& fact, const RawRows& row) {
  FactRow taken{row.number(0), row.number(1), row.number(2), row.number(3), row.text(4), {}};
  for (int column = 0; column < fact.columns.size(); ++column)
    taken.values << row.text(fact_sql::kOwnColumns + column);
  return taken;
}

/// The few classes: their facts and newest acts in memory, their present rows one by one.
Result<void> checkClasses(VerifyContext& context, const QDate& day) {
  if (!context.session.registry().fact(ClassFact::fact().key)) // an older register
    return {};
  const Connection& connection = context.session.connection();
  QMap<qint64, Chains> classes;
  QHash<qint64, qint64> revisions;
  const auto each = [&](const QString& sql, const std::function<void(const RawRows&)>& take) {
    return eachRawRow(connection, sql, take, {});
  };
  for (const Fact& fact : context.session.registry().facts) {
    if (fact.of != SubjectKind::Class)
      continue;
    if (auto read = each(fact_sql::selectSql(fact) + QStringLiteral("ORDER BY subject, day, id"),
                         [&](const RawRows& row) { classes[row.number(3)].add(fact.key, factRow(fact, row)); });
        !read)
      return read;
  }
  if (auto read = each(QStringLiteral("SELECT subject, max(id) FROM act WHERE subject_kind = 'class' GROUP BY subject"),
                       [&](const RawRows& row) { revisions.insert(row.number(0), row.number(1)); });
      !read)
    return read;
  QSet<qint64> there;
  const QStringList columns = detail::classColumnNames();
  if (auto read = each(QStringLiteral("SELECT %1 FROM class ORDER BY id").arg(columns.join(QStringLiteral(", "))),
                       [&](const RawRows& row) {
                         const qint64 id = row.number(0);
                         there.insert(id);
                         const auto expected = presentClass(classes.value(id), id, day, revisions.value(id));
                         bool same = expected.has_value();
                         const QVariantList values = same ? detail::classValues(*expected) : QVariantList();
                         for (int column = 0; same && column < values.size(); ++column)
                           same = says(row, column, values[column]);
                         if (!same)
                           context.found("present_rows", QStringLiteral("class:%1").arg(id));
                       });
      !read)
    return read;
  for (auto id = classes.keyBegin(); id != classes.keyEnd(); ++id)
    if (!there.contains(*id))
      context.found("present_rows", QStringLiteral("class:%1").arg(*id));
  return {};
}

} // namespace

/// One walk over all children: their facts, newest acts, present rows and family members side by side.
class PresentCheck {
public:
  explicit PresentCheck(VerifyContext& context) : m_context(context) {}
  Result<void> run();

private:
  Result<void> open();
  std::optional<qint64> nextStudent() const;
  Result<void> checkOne(qint64 student);
  Result<Chains> takeChains(qint64 student);
  Result<bool> memberIs(qint64 student, int position, const QVariantList& expected);

  VerifyContext& m_context;
  QList<const Fact*> m_facts;
  std::vector<Groups> m_rows;
  std::optional<Groups> m_revisions;
  std::optional<Groups> m_present;
  std::optional<Groups> m_members;
  QDate m_day;
  QList<bool> m_compared; ///< of each column of table student
};

Result<void> PresentCheck::open() {
  StoreSession& session = m_context.session;
  const Connection& connection = session.connection();
  SettingTable settings(session);
  const auto day = settings.value(SettingTable::kPresentDay);
  const auto order = settings.value(SettingTable::kOrderVersion);
  if (!day || !order)
    return std::unexpected(day ? order.error() : day.error());
  m_day = QDate::fromString(day->toString(), Qt::ISODate);
  const bool sameOrder = order->toString() == ChineseOrder::version();
  const QStringList derived = detail::derivedColumnNames();
  const QStringList& later = session.registry().laterColumns;
  QStringList columns;
  for (const QString& column : detail::studentColumnNames()) {
    const bool other = later.contains(QStringLiteral("student.") + column);
    m_compared << (!other && (sameOrder || !derived.contains(column)));
    columns << (other ? QStringLiteral("NULL") : column);
  }

  for (const Fact& fact : session.registry().facts) {
    if (fact.of != SubjectKind::Student)
      continue;
    auto rows = Groups::of(connection, fact_sql::selectSql(fact) + QStringLiteral("ORDER BY subject, day, id"), 3);
    if (!rows)
      return std::unexpected(rows.error());
    m_facts << &fact;
    m_rows.push_back(std::move(*rows));
  }
  auto revisions = Groups::of(connection,
                              QStringLiteral("SELECT subject, max(id) FROM act WHERE subject_kind = 'student' "
                                             "GROUP BY subject ORDER BY subject"),
                              0);
  auto present = Groups::of(
      connection, QStringLiteral("SELECT %1 FROM student ORDER BY id").arg(columns.join(QStringLiteral(", "))), 0);
  QStringList memberColumns{QStringLiteral("student"), QStringLiteral("position")};
  for (const auto& column : detail::kMemberColumns)
    memberColumns << QString::fromLatin1(column.name);
  auto members = Groups::of(connection,
                            QStringLiteral("SELECT %1 FROM guardian ORDER BY student, position")
                                .arg(memberColumns.join(QStringLiteral(", "))),
                            0);
  if (!revisions || !present || !members)
    return std::unexpected(!revisions ? revisions.error() : !present ? present.error() : members.error());
  m_revisions = std::move(*revisions);
  m_present = std::move(*present);
  m_members = std::move(*members);
  return {};
}

std::optional<qint64> PresentCheck::nextStudent() const {
  std::optional<qint64> next;
  const auto consider = [&](std::optional<qint64> key) {
    if (key && (!next || *key < *next))
      next = key;
  };
  for (const Groups& rows : m_rows)
    consider(rows.key());
  consider(m_revisions->key());
  consider(m_present->key());
  consider(m_members->key());
  return next;
}

Result<Chains> PresentCheck::takeChains(qint64 student) {
  Chains chains;
  for (std::size_t at = 0; at < m_rows.size(); ++at)
    while (m_rows[at].has(student)) {
      const RawRows& row = m_rows[at].row();
      const Fact* fact = m_facts[static_cast<qsizetype>(at)];
      FactRow taken = factRow(*fact, row);
      if (fact->shape == FactShape::Items && !itemsFromJson(taken.values.value(0)))
        m_context.found("present_rows", QStringLiteral("student:%1").arg(student));
      chains.add(fact->key, std::move(taken));
      if (auto moved = m_rows[at].move(); !moved)
        return std::unexpected(moved.error());
    }
  return chains;
}

Result<bool> PresentCheck::memberIs(qint64 student, int position, const QVariantList& expected) {
  const bool there = m_members->has(student) && m_members->row().number(1) == position;
  bool same = there == !expected.isEmpty();
  for (int column = 0; same && column < expected.size(); ++column)
    same = says(m_members->row(), column + 2, expected[column]);
  if (there)
    if (auto moved = m_members->move(); !moved)
      return std::unexpected(moved.error());
  return same;
}

Result<void> PresentCheck::checkOne(qint64 student) {
  auto chains = takeChains(student);
  if (!chains)
    return std::unexpected(chains.error());
  qint64 revision = 0;
  if (m_revisions->has(student)) {
    revision = m_revisions->row().number(1);
    if (auto moved = m_revisions->move(); !moved)
      return moved;
  }
  const auto expected = presentRow(m_context.session.registry(), *chains, student, m_day, revision);
  bool same = expected.has_value() && m_present->has(student);
  if (same) {
    const QVariantList values = detail::columnValues(*expected, m_context.session.order());
    for (int column = 0; same && column < values.size(); ++column)
      same = !m_compared[column] || says(m_present->row(), column, values[column]);
  }
  if (m_present->has(student))
    if (auto moved = m_present->move(); !moved)
      return moved;
  for (int position = 1; position <= detail::kMembers; ++position) {
    const auto member =
        memberIs(student, position, expected ? detail::memberValues(expected->record, position) : QVariantList());
    if (!member)
      return std::unexpected(member.error());
    same = same && *member;
  }
  while (m_members->has(student)) { // a position that no record has
    same = false;
    if (auto moved = m_members->move(); !moved)
      return moved;
  }
  if (!same)
    m_context.found("present_rows", QStringLiteral("student:%1").arg(student));
  return {};
}

Result<void> PresentCheck::run() {
  if (auto opened = open(); !opened)
    return opened;
  qint64 seen = 0;
  for (auto student = nextStudent(); student; student = nextStudent()) {
    if (!goesOn(m_context.progress, ++seen, 0))
      return fail(ErrorCode::Cancelled);
    if (auto checked = checkOne(*student); !checked)
      return checked;
  }
  return checkClasses(m_context, m_day);
}

Result<void> checkPresent(VerifyContext& context) {
  context.report.checks << QStringLiteral("present_rows");
  return PresentCheck(context).run();
}

} // namespace xueji
