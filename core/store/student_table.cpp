#include "store/student_table.h"

#include "store/transaction.h"
#include "store_session.h"
#include "student_columns.h"
#include "student_query.h"
#include "text/folding.h"
#include "text/pinyin.h"

namespace xueji {

using namespace detail;

namespace {

/// Columns before the items, in the order in which they are read and written.
constexpr std::array kOwnColumns = {"id",          "revision", "status",   "entry_year", "stage",
                                    "enrolled_on", "pinyin",   "initials", "class",      "number_source"};
constexpr std::array kSearchColumns = {"name_folded", "former_folded", "pinyin_folded", "sort_key"};

QString selectSql() {
  QStringList columns;
  for (const char* name : kOwnColumns)
    columns << QStringLiteral("s.") + QLatin1String(name);
  for (const FieldColumn& column : kStudentColumns)
    columns << QStringLiteral("s.") + QLatin1String(column.name);
  columns << QStringLiteral("coalesce(c.name, '')");
  QString from = QStringLiteral(" FROM student s LEFT JOIN class c ON c.id = s.class");
  for (int position = 1; position <= kMembers; ++position) {
    for (const FieldColumn& column : kMemberColumns)
      columns << QStringLiteral("g%1.%2").arg(position).arg(QLatin1String(column.name));
    from += QStringLiteral(" LEFT JOIN guardian g%1 ON g%1.student = s.id AND g%1.position = %1").arg(position);
  }
  return QStringLiteral("SELECT ") + columns.join(QStringLiteral(", ")) + from;
}

const QString& select() {
  static const QString sql = selectSql();
  return sql;
}

const QString& insertSql() {
  static const QString sql = [] {
    const QStringList columns = studentColumnNames();
    return QStringLiteral("INSERT INTO student (%1) VALUES (%2)")
        .arg(columns.join(QStringLiteral(", ")),
             QStringList(columns.size(), QStringLiteral("?")).join(QStringLiteral(", ")));
  }();
  return sql;
}

const QString& storedSql() {
  static const QString sql =
      QStringLiteral("SELECT %1 FROM student WHERE id = ?").arg(studentColumnNames().join(QStringLiteral(", ")));
  return sql;
}

const QString& memberSql() {
  static const QString sql = [] {
    QStringList columns{QStringLiteral("student"), QStringLiteral("position")};
    for (const FieldColumn& column : kMemberColumns)
      columns << QLatin1String(column.name);
    return QStringLiteral("INSERT INTO guardian (%1) VALUES (%2)")
        .arg(columns.join(QStringLiteral(", ")),
             QStringList(columns.size(), QStringLiteral("?")).join(QStringLiteral(", ")));
  }();
  return sql;
}

StudentRow rowOf(const Statement& query) {
  StudentRow row;
  int at = 0;
  row.id = query.number(at++);
  row.revision = query.number(at++);
  row.status = studentStatusFromKey(query.text(at++)).value_or(StudentStatus::Voided);
  row.entryYear = static_cast<int>(query.number(at++));
  row.stage = static_cast<Stage>(query.number(at++));
  row.enrolledOn = query.day(at++);
  row.pinyin = query.text(at++);
  row.initials = query.text(at++);
  row.classId = query.number(at++);
  row.numberSource = numberSourceFromKey(query.text(at++));
  for (const FieldColumn& column : kStudentColumns)
    row.record.setValue(column.field, query.text(at++));
  row.record.setValue(Field::Class, query.text(at++));
  for (int position = 1; position <= kMembers; ++position)
    for (const FieldColumn& column : kMemberColumns)
      row.record.setValue(memberField(column.field, position), query.text(at++));
  row.studentNumber = row.record.value(Field::StudentNumber);
  return row;
}

Result<QList<StudentRow>> read(Statement& query) {
  if (auto ran = query.run("student: read"); !ran)
    return std::unexpected(ran.error());
  QList<StudentRow> rows;
  while (query.next())
    rows << rowOf(query);
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return rows;
}

Result<std::optional<StudentRow>> firstOf(Result<QList<StudentRow>> rows) {
  if (!rows)
    return std::unexpected(rows.error());
  return rows->isEmpty() ? std::optional<StudentRow>() : rows->first();
}

void bindValues(Statement& statement, const StudentSql& sql) {
  for (const QVariant& value : sql.values)
    statement.bind(value.toString());
}

/// The members as they are stored: position -> values; empty where there are none.
Result<QMap<int, QVariantList>> storedMembers(StoreSession& session, qint64 student) {
  static const QString sql = [] {
    QStringList columns{QStringLiteral("position")};
    for (const FieldColumn& column : kMemberColumns)
      columns << QLatin1String(column.name);
    return QStringLiteral("SELECT %1 FROM guardian WHERE student = ?").arg(columns.join(QStringLiteral(", ")));
  }();
  Statement query(session, sql);
  if (auto ran = query.bind(student).run("guardian: read"); !ran)
    return std::unexpected(ran.error());
  QMap<int, QVariantList> members;
  while (query.next()) {
    QVariantList values;
    for (int at = 1; at <= static_cast<int>(kMemberColumns.size()); ++at)
      values << query.text(at);
    members.insert(static_cast<int>(query.number(0)), values);
  }
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return members;
}

Result<void> writeMembers(StoreSession& session, const StudentRow& row, bool fresh) {
  QMap<int, QVariantList> wanted;
  for (int position = 1; position <= kMembers; ++position)
    if (const QVariantList values = memberValues(row.record, position); !values.isEmpty())
      wanted.insert(position, values);
  if (!fresh) {
    const auto stored = storedMembers(session, row.id);
    if (!stored)
      return std::unexpected(stored.error());
    if (*stored == wanted)
      return {};
    Statement remove(session, QStringLiteral("DELETE FROM guardian WHERE student = ?"));
    if (auto ran = remove.bind(row.id).run("guardian: remove"); !ran)
      return ran;
  }
  for (auto member = wanted.cbegin(); member != wanted.cend(); ++member) {
    Statement write(session, memberSql());
    write.bind(row.id).bind(member.key());
    for (const QVariant& value : *member)
      write.bind(value.toString());
    if (auto ran = write.run("guardian: write"); !ran)
      return ran;
  }
  return {};
}

void bindValue(Statement& write, const QVariant& value) {
  if (value.typeId() == QMetaType::LongLong)
    write.bind(value.toLongLong());
  else if (value.typeId() == QMetaType::QByteArray)
    write.bind(value.toByteArray());
  else
    write.bind(value.toString());
}

} // namespace

namespace detail {

QStringList studentColumnNames() {
  QStringList columns;
  for (const char* name : kOwnColumns)
    columns << QLatin1String(name);
  columns << derivedColumnNames();
  for (const FieldColumn& column : kStudentColumns)
    columns << QLatin1String(column.name);
  return columns;
}

QStringList derivedColumnNames() {
  QStringList columns;
  for (const char* name : kSearchColumns)
    columns << QLatin1String(name);
  return columns;
}

QVariantList columnValues(const StudentRow& row, const ChineseOrder& order) {
  const QString& name = row.record.value(Field::Name);
  QVariantList values{row.id,
                      row.revision,
                      toKey(row.status),
                      static_cast<qint64>(row.entryYear),
                      static_cast<qint64>(row.stage),
                      row.enrolledOn.toString(Qt::ISODate),
                      row.pinyin,
                      row.initials,
                      row.classId,
                      toKey(row.numberSource),
                      foldForSearch(name),
                      foldForSearch(row.record.value(Field::FormerName)),
                      foldForSearch(row.pinyin),
                      order.sortKey(name, row.pinyin)};
  values.reserve(values.size() + static_cast<qsizetype>(kStudentColumns.size()));
  for (const FieldColumn& column : kStudentColumns)
    values << row.record.value(column.field);
  return values;
}

QVariantList memberValues(const StudentRecord& record, int position) {
  QVariantList values;
  bool given = false;
  for (const FieldColumn& column : kMemberColumns) {
    const QString& value = record.value(memberField(column.field, position));
    given = given || !value.isEmpty();
    values << value;
  }
  return given ? values : QVariantList();
}

} // namespace detail

Result<void> StudentTable::write(const StudentRow& row, bool fresh) {
  const QVariantList values = columnValues(row, m_session.order());
  bool stands = false;
  if (!fresh) {
    auto changed = writeChanges(row.id, values);
    if (!changed)
      return std::unexpected(changed.error());
    stands = *changed;
  }
  if (!stands) {
    Statement write(m_session, insertSql());
    for (const QVariant& value : values)
      bindValue(write, value);
    if (auto ran = write.run("student: write"); !ran)
      return ran;
  }
  return writeMembers(m_session, row, fresh);
}

/// Only what differs from the row that stands there, so that no index is written without need. False: there is none.
Result<bool> StudentTable::writeChanges(qint64 id, const QVariantList& values) {
  static const QStringList kColumns = studentColumnNames();
  QList<int> differing;
  {
    Statement stored(m_session, storedSql());
    if (auto ran = stored.bind(id).run("student: stored"); !ran)
      return std::unexpected(ran.error());
    if (!stored.next()) {
      const auto ended = stored.ended();
      return ended ? Result<bool>(false) : std::unexpected(ended.error());
    }
    for (int at = 0; at < values.size(); ++at)
      if (!stored.holds(at, values[at]))
        differing << at;
  }
  if (differing.isEmpty())
    return true;
  QStringList changes;
  for (const int at : std::as_const(differing))
    changes << kColumns[at] + QStringLiteral(" = ?");
  Statement write(m_session,
                  QStringLiteral("UPDATE student SET %1 WHERE id = ?").arg(changes.join(QStringLiteral(", "))));
  for (const int at : std::as_const(differing))
    bindValue(write, values[at]);
  auto ran = write.bind(id).run("student: write");
  return ran ? Result<bool>(true) : std::unexpected(ran.error());
}

Result<void> StudentTable::rewriteDerived() {
  QList<StudentRow> rows;
  {
    Statement query(m_session, select() + QStringLiteral(" ORDER BY s.id"));
    auto all = read(query);
    if (!all)
      return std::unexpected(all.error());
    rows = std::move(*all);
  }
  const qsizetype first = kOwnColumns.size();
  for (const StudentRow& row : std::as_const(rows)) {
    const QVariantList values = columnValues(row, m_session.order());
    Statement write(m_session, QStringLiteral("UPDATE student SET %1 = ? WHERE id = ?")
                                   .arg(derivedColumnNames().join(QStringLiteral(" = ?, "))));
    for (qsizetype at = 0; at < static_cast<qsizetype>(kSearchColumns.size()); ++at)
      bindValue(write, values[first + at]);
    if (auto ran = write.bind(row.id).run("student: order"); !ran)
      return ran;
  }
  return {};
}

Result<qint64> StudentTable::lastId() {
  Statement query(m_session, QStringLiteral("SELECT coalesce(max(id), 0) FROM student"));
  if (auto ran = query.run("student: last"); !ran)
    return std::unexpected(ran.error());
  return query.next() ? query.number(0) : 0;
}

Result<std::optional<StudentRow>> StudentTable::byId(qint64 id) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, select() + QStringLiteral(" WHERE s.id = ?"));
  return firstOf(read(query.bind(id)));
}

Result<std::optional<StudentRow>> StudentTable::byStudentNumber(const QString& number) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  if (number.isEmpty())
    return std::optional<StudentRow>();
  // Present holder before a former one before a voided enrolment.
  Statement query(m_session,
                  select() + QStringLiteral(" WHERE s.id IN (SELECT subject FROM fact_number WHERE value = ?) "
                                            "ORDER BY s.status = 'voided', s.student_number <> ?, s.id LIMIT 1"));
  return firstOf(read(query.bind(number).bind(number)));
}

Result<std::optional<StudentRow>> StudentTable::byIdentityNumber(const QString& number) {
  auto rows = allByIdentityNumber(number);
  if (rows)
    rows->removeIf([](const StudentRow& row) { return row.status == StudentStatus::Voided; });
  return firstOf(std::move(rows));
}

Result<QList<StudentRow>> StudentTable::allByIdentityNumber(const QString& number) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  if (number.isEmpty())
    return QList<StudentRow>();
  Statement query(m_session, select() + QStringLiteral(" WHERE s.id_document_number = ? ORDER BY s.id"));
  return read(query.bind(number));
}

Result<QList<StudentRow>> StudentTable::sameNameSexBirth(const QString& name, const QString& sex,
                                                         const QString& birthDate) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, select() + QStringLiteral(" WHERE s.name_folded = ? AND s.name = ? AND s.sex = ? AND "
                                                       "s.birth_date = ? AND s.status <> 'voided' ORDER BY s.id"));
  return read(query.bind(foldForSearch(name)).bind(name).bind(sex).bind(birthDate));
}

Result<QList<StudentRow>> StudentTable::page(const StudentQuery& query, int offset, int limit) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  const StudentSql sql = sqlOf(query);
  // Ids first, from an index where the order has one: skipped rows are not read.
  Statement statement(m_session, select() + QStringLiteral(" WHERE s.id IN (SELECT s.id FROM student s") + sql.where +
                                     sql.order + QStringLiteral(" LIMIT ? OFFSET ?)") + sql.order);
  bindValues(statement, sql);
  return read(statement.bind(limit).bind(offset));
}

Result<int> StudentTable::count(const StudentQuery& query) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  const StudentSql sql = sqlOf(query);
  Statement statement(m_session, QStringLiteral("SELECT count(*) FROM student s") + sql.where);
  bindValues(statement, sql);
  if (auto ran = statement.run("student: count"); !ran)
    return std::unexpected(ran.error());
  const int count = statement.next() ? static_cast<int>(statement.number(0)) : 0;
  if (auto ended = statement.ended(); !ended)
    return std::unexpected(ended.error());
  return count;
}

Result<void> StudentTable::forEach(const StudentQuery& query, const std::function<bool(const StudentRow&)>& each) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return allowed;
  const StudentSql sql = sqlOf(query);
  Statement statement(m_session, select() + sql.where + sql.order);
  bindValues(statement, sql);
  if (auto ran = statement.run("student: each"); !ran)
    return ran;
  while (statement.next())
    if (!each(rowOf(statement)))
      return {};
  return statement.ended();
}

Result<QList<StudentRow>> StudentTable::find(const QString& text, int limit, TextReach reach) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  const QString folded = foldForSearch(text);
  if (folded.isEmpty())
    return page({}, 0, limit);
  const QString number = numberLike(text);
  constexpr auto kFound =
      "WITH found (id, rank) AS ("
      " SELECT id, 0 FROM student WHERE name_folded >= ? AND name_folded < ?"
      " UNION ALL SELECT id, 1 FROM student WHERE initials >= ? AND initials < ?"
      " UNION ALL SELECT id, 1 FROM student WHERE pinyin_folded >= ? AND pinyin_folded < ?"
      " UNION ALL SELECT id, 2 FROM student WHERE id_document_number >= ? AND id_document_number < ?"
      " UNION ALL SELECT subject, 2 FROM fact_number WHERE value >= ? AND value < ?"
      " UNION ALL SELECT id, 2 FROM student WHERE phone >= ? AND phone < ?"
      " UNION ALL SELECT student, 2 FROM guardian WHERE phone >= ? AND phone < ?"
      " UNION ALL SELECT id, 3 FROM student WHERE instr(name_folded, ?) > 0"
      " UNION ALL SELECT id, 3 FROM student WHERE former_folded <> '' AND instr(former_folded, ?) > 0), "
      "best (id, rank, sort_key) AS (SELECT f.id, min(f.rank), t.sort_key FROM found f JOIN student t ON t.id = f.id "
      " WHERE t.status <> 'voided' GROUP BY f.id ORDER BY 2, 3, 1 LIMIT ?) ";
  // Whole rows are read only of those that are shown.
  Statement query(m_session, QLatin1String(kFound) + select() +
                                 QStringLiteral(" JOIN best b ON b.id = s.id ORDER BY b.rank, b.sort_key, b.id"));
  for (int thrice = 0; thrice < 3; ++thrice)
    query.bind(folded).bind(afterPrefix(folded));
  for (const bool reached : {reach.identityNumber, reach.studentNumber, reach.phone, reach.phone})
    query.bind(number).bind(endOf(number, reached));
  return read(query.bind(folded).bind(folded).bind(limit));
}

Result<QHash<qint64, QString>> StudentTable::column(Field field) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  QString from;
  if (field == Field::Class)
    from = QStringLiteral("coalesce(c.name, '') FROM student s LEFT JOIN class c ON c.id = s.class");
  for (const FieldColumn& column : kStudentColumns)
    if (column.field == field)
      from = QStringLiteral("s.%1 FROM student s").arg(QLatin1String(column.name));
  for (int position = 1; position <= kMembers; ++position)
    for (const FieldColumn& column : kMemberColumns)
      if (memberField(column.field, position) == field)
        from = QStringLiteral("coalesce(g.%1, '') FROM student s LEFT JOIN guardian g ON g.student = s.id AND "
                              "g.position = %2")
                   .arg(QLatin1String(column.name))
                   .arg(position);
  Statement query(m_session, QStringLiteral("SELECT s.id, %1 WHERE s.status <> 'voided'").arg(from));
  if (auto ran = query.run("student: column"); !ran)
    return std::unexpected(ran.error());
  QHash<qint64, QString> values;
  while (query.next())
    values.insert(query.number(0), query.text(1));
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return values;
}

Result<QList<qint64>> StudentTable::inOrder(const QList<qint64>& ids) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  const QSet<qint64> wanted(ids.begin(), ids.end());
  Statement query(m_session, QStringLiteral("SELECT id FROM student ORDER BY sort_key, id"));
  if (auto ran = query.run("student: in order"); !ran)
    return std::unexpected(ran.error());
  QList<qint64> ordered;
  while (query.next())
    if (wanted.contains(query.number(0)))
      ordered << query.number(0);
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return ordered;
}

Result<QList<int>> StudentTable::entryYears() {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, QStringLiteral("SELECT DISTINCT entry_year FROM student WHERE status <> 'voided' "
                                            "ORDER BY entry_year DESC"));
  if (auto ran = query.run("student: entry years"); !ran)
    return std::unexpected(ran.error());
  QList<int> years;
  while (query.next())
    years << static_cast<int>(query.number(0));
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return years;
}

} // namespace xueji
