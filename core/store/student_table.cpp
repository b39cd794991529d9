#include "store/student_table.h"

#include "store/number_history.h"
#include "store/status_history.h"
#include "store/store_session.h"
#include "store/student_columns.h"
#include "store/student_query.h"
#include "store/transaction.h"
#include "text/folding.h"
#include "text/pinyin.h"

namespace xueji {

using namespace detail;

namespace {

/// Columns before the items, in the order in which they are read and written.
constexpr std::array kOwnColumns = {"status", "entry_year", "stage", "enrolled_on", "pinyin", "initials"};
constexpr std::array kSearchColumns = {"name_folded", "former_folded", "pinyin_folded", "sort_key"};

QString selectSql() {
  QStringList columns{QStringLiteral("s.id"), QStringLiteral("s.revision")};
  for (const char* name : kOwnColumns)
    columns << QStringLiteral("s.") + QLatin1String(name);
  for (const FieldColumn& column : kStudentColumns)
    columns << QStringLiteral("s.") + QLatin1String(column.name);
  QString from = QStringLiteral(" FROM student s");
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

QStringList writtenColumns() {
  QStringList columns;
  for (const char* name : kOwnColumns)
    columns << QLatin1String(name);
  for (const char* name : kSearchColumns)
    columns << QLatin1String(name);
  for (const FieldColumn& column : kStudentColumns)
    columns << QLatin1String(column.name);
  return columns;
}

const QString& insertSql() {
  static const QString sql = [] {
    const QStringList columns = writtenColumns();
    return QStringLiteral("INSERT INTO student (%1) VALUES (%2)")
        .arg(columns.join(QStringLiteral(", ")),
             QStringList(columns.size(), QStringLiteral("?")).join(QStringLiteral(", ")));
  }();
  return sql;
}

const QString& updateSql() {
  static const QString sql = QStringLiteral("UPDATE student SET revision = revision + 1, %1 = ? WHERE id = ?")
                                 .arg(writtenColumns().join(QStringLiteral(" = ?, ")));
  return sql;
}

const QString& memberSql() {
  static const QString sql = [] {
    QStringList columns{QStringLiteral("student"), QStringLiteral("position")};
    for (const FieldColumn& column : kMemberColumns)
      columns << QLatin1String(column.name);
    return QStringLiteral("INSERT OR REPLACE INTO guardian (%1) VALUES (%2)")
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
  row.status = static_cast<StudentStatus>(query.number(at++));
  row.entryYear = static_cast<int>(query.number(at++));
  row.stage = static_cast<Stage>(query.number(at++));
  row.enrolledOn = query.day(at++);
  row.pinyin = query.text(at++);
  row.initials = query.text(at++);
  for (const FieldColumn& column : kStudentColumns)
    row.record.setValue(column.field, query.text(at++));
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

/// The reading a person gave counts; otherwise the one made from the name, made anew when the name changes.
void completeReading(StudentRow& row, const StudentRow* before) {
  const QString name = row.record.value(Field::Name);
  const QString given = row.record.value(Field::NamePinyin);
  if (before && (before->record.value(Field::Name) != name || before->record.value(Field::NamePinyin) != given)) {
    if (row.pinyin == before->pinyin)
      row.pinyin.clear();
    if (row.initials == before->initials)
      row.initials.clear();
  }
  if (!given.isEmpty())
    row.pinyin = given;
  if (row.pinyin.isEmpty() || row.initials.isEmpty()) {
    const Pinyin made = namePinyin(name);
    if (row.pinyin.isEmpty())
      row.pinyin = made.full;
    if (row.initials.isEmpty())
      row.initials = made.initials;
  }
}

void bindRow(Statement& write, const StudentRow& row, const ChineseOrder& order) {
  const QString& name = row.record.value(Field::Name);
  write.bind(static_cast<int>(row.status)).bind(row.entryYear).bind(static_cast<int>(row.stage));
  write.bind(row.enrolledOn).bind(row.pinyin).bind(foldForSearch(row.initials));
  write.bind(foldForSearch(name)).bind(foldForSearch(row.record.value(Field::FormerName)));
  write.bind(foldForSearch(row.pinyin)).bind(order.sortKey(name, row.pinyin));
  for (const FieldColumn& column : kStudentColumns)
    write.bind(column.field == Field::StudentNumber ? row.studentNumber : row.record.value(column.field));
}

Result<void> writeMembers(StoreSession& session, qint64 student, const StudentRecord& record,
                          const StudentRecord* before) {
  for (int position = 1; position <= kMembers; ++position) {
    bool given = false;
    bool changed = before == nullptr;
    for (const FieldColumn& column : kMemberColumns) {
      const Field field = memberField(column.field, position);
      given = given || !record.isEmpty(field);
      changed = changed || before->value(field) != record.value(field);
    }
    if (!changed || (!before && !given))
      continue;
    if (!given) {
      Statement remove(session, QStringLiteral("DELETE FROM guardian WHERE student = ? AND position = ?"));
      if (auto ran = remove.bind(student).bind(position).run("guardian: remove"); !ran)
        return ran;
      continue;
    }
    Statement write(session, memberSql());
    write.bind(student).bind(position);
    for (const FieldColumn& column : kMemberColumns)
      write.bind(record.value(memberField(column.field, position)));
    if (auto ran = write.run("guardian: write"); !ran)
      return ran;
  }
  return {};
}

/// Names, document and number as dated rows, where they differ from those before.
Result<void> writeHistory(StoreSession& session, const StudentRow& row, const StudentRow* before, const QDate& from,
                          qint64 act) {
  NumberHistory history(session);
  const auto differs = [&](Field field) {
    return before ? before->record.value(field) != row.record.value(field) : !row.record.isEmpty(field);
  };
  if (differs(Field::Name))
    if (auto kept = history.change(row.id, NumberKind::Name, row.record.value(Field::Name), from, act); !kept)
      return kept;
  if (differs(Field::IdDocumentNumber) || (before && differs(Field::IdDocumentType)))
    if (auto kept = history.change(row.id, NumberKind::IdDocument, row.record.value(Field::IdDocumentNumber), from, act,
                                   row.record.value(Field::IdDocumentType));
        !kept)
      return kept;
  if (before ? before->studentNumber != row.studentNumber : !row.studentNumber.isEmpty())
    return history.change(row.id, NumberKind::StudentNumber, row.studentNumber, from, act);
  return {};
}

} // namespace

Result<qint64> StudentTable::insert(const StudentRow& row) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return std::unexpected(allowed.error());
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return std::unexpected(begun.error());
  StudentRow fresh = row;
  completeReading(fresh, nullptr);
  {
    Statement write(m_session, insertSql());
    bindRow(write, fresh, m_session.order());
    if (auto ran = write.run("student: insert"); !ran)
      return std::unexpected(ran.error());
    fresh.id = write.lastId();
  }
  if (auto written = writeMembers(m_session, fresh.id, fresh.record, nullptr); !written)
    return std::unexpected(written.error());
  if (auto kept = writeHistory(m_session, fresh, nullptr, fresh.enrolledOn, 0); !kept)
    return std::unexpected(kept.error());
  if (auto kept = insertStatus(m_session, fresh.id, fresh.status, fresh.enrolledOn, 0); !kept)
    return std::unexpected(kept.error());
  if (auto done = work.commit(); !done)
    return std::unexpected(done.error());
  return fresh.id;
}

Result<void> StudentTable::update(const StudentRow& row, const QDate& effective, qint64 act) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return allowed;
  const auto before = byId(row.id);
  if (!before)
    return std::unexpected(before.error());
  if (!*before)
    return fail(ErrorCode::StudentNotFound, {QString::number(row.id)});
  if ((*before)->revision != row.revision)
    return fail(ErrorCode::RecordChanged);
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return begun;
  StudentRow fresh = row;
  completeReading(fresh, &**before);
  {
    Statement write(m_session, updateSql());
    bindRow(write, fresh, m_session.order());
    if (auto ran = write.bind(fresh.id).run("student: update"); !ran)
      return ran;
  }
  if (auto written = writeMembers(m_session, fresh.id, fresh.record, &(*before)->record); !written)
    return written;
  if (auto kept = writeHistory(m_session, fresh, &**before, effective, act); !kept)
    return kept;
  if (fresh.status != (*before)->status)
    if (auto kept = appendStatus(m_session, fresh.id, fresh.status, effective, act); !kept)
      return kept;
  return work.commit();
}

Result<std::optional<StudentRow>> StudentTable::byId(qint64 id) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  return stored(id);
}

Result<std::optional<StudentRow>> StudentTable::stored(qint64 id) {
  Statement query(m_session, select() + QStringLiteral(" WHERE s.id = ?"));
  return firstOf(read(query.bind(id)));
}

Result<std::optional<StudentRow>> StudentTable::byStudentNumber(const QString& number) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  if (number.isEmpty())
    return std::optional<StudentRow>();
  // Present holder before a former one before a voided enrolment.
  Statement query(m_session, select() + QStringLiteral(" WHERE s.id IN (SELECT student FROM number_history "
                                                       "WHERE kind = 'student_number' AND value = ?) "
                                                       "ORDER BY s.status = 0, s.student_number <> ?, s.id LIMIT 1"));
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
                                                       "s.birth_date = ? AND s.status <> 0 ORDER BY s.id"));
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

Result<QList<StudentRow>> StudentTable::find(const QString& text, int limit) {
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
      " UNION ALL SELECT student, 2 FROM number_history WHERE kind = 'student_number' AND value >= ? AND value < ?"
      " UNION ALL SELECT id, 2 FROM student WHERE phone >= ? AND phone < ?"
      " UNION ALL SELECT student, 2 FROM guardian WHERE phone >= ? AND phone < ?"
      " UNION ALL SELECT id, 3 FROM student WHERE instr(name_folded, ?) > 0"
      " UNION ALL SELECT id, 3 FROM student WHERE former_folded <> '' AND instr(former_folded, ?) > 0), "
      "best (id, rank, sort_key) AS (SELECT f.id, min(f.rank), t.sort_key FROM found f JOIN student t ON t.id = f.id "
      " WHERE t.status <> 0 GROUP BY f.id ORDER BY 2, 3, 1 LIMIT ?) ";
  // Whole rows are read only of those that are shown.
  Statement query(m_session, QLatin1String(kFound) + select() +
                                 QStringLiteral(" JOIN best b ON b.id = s.id ORDER BY b.rank, b.sort_key, b.id"));
  for (int thrice = 0; thrice < 3; ++thrice)
    query.bind(folded).bind(afterPrefix(folded));
  for (int four = 0; four < 4; ++four)
    query.bind(number).bind(afterPrefix(number));
  return read(query.bind(folded).bind(folded).bind(limit));
}

Result<QList<qint64>> StudentTable::asOf(const QDate& day) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, QStringLiteral("SELECT DISTINCT s.id FROM status_history h JOIN student s "
                                            "ON s.id = h.student WHERE h.valid_from <= ? AND "
                                            "(h.valid_to = '' OR h.valid_to > ?) AND h.status IN (1, 2) AND "
                                            "h.voided = 0 AND s.status <> 0 ORDER BY s.sort_key, s.id"));
  if (auto ran = query.bind(day).bind(day).run("student: as of"); !ran)
    return std::unexpected(ran.error());
  QList<qint64> ids;
  while (query.next())
    ids << query.number(0);
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return ids;
}

Result<QList<int>> StudentTable::entryYears() {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, QStringLiteral("SELECT DISTINCT entry_year FROM student WHERE status <> 0 "
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
