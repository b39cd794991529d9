#include "store/status_history.h"

#include "store/store_session.h"
#include "store/student_table.h"
#include "store/transaction.h"

namespace xueji {

namespace {

struct StatusEntry {
  qint64 id = 0;
  StudentStatus status = StudentStatus::InSchool;
  QDate validFrom;
};

/// Rows that are not voided, newest first.
Result<QList<StatusEntry>> latestStatuses(StoreSession& session, qint64 student) {
  Statement query(session, QStringLiteral("SELECT id, status, valid_from FROM status_history "
                                          "WHERE student = ? AND voided = 0 ORDER BY id DESC LIMIT 2"));
  if (auto ran = query.bind(student).run("status: latest"); !ran)
    return std::unexpected(ran.error());
  QList<StatusEntry> entries;
  while (query.next())
    entries << StatusEntry{query.number(0), static_cast<StudentStatus>(query.number(1)), query.day(2)};
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return entries;
}

Result<void> writePresentStatus(StoreSession& session, qint64 student, StudentStatus status) {
  Statement write(session, QStringLiteral("UPDATE student SET status = ?, revision = revision + 1 WHERE id = ?"));
  if (auto ran = write.bind(static_cast<int>(status)).bind(student).run("student: status"); !ran)
    return ran;
  return write.affected() == 1 ? Result<void>{} : fail(ErrorCode::StudentNotFound, {QString::number(student)});
}

Result<void> runFor(StoreSession& session, const char* sql, const QString& text, qint64 id) {
  Statement write(session, QString::fromLatin1(sql));
  return write.bind(text).bind(id).run("student: dated rows");
}

/// A voided enrolment never was: no dated row of it holds, its number stays burnt.
Result<void> voidDatedRows(StoreSession& session, qint64 student) {
  for (const char* sql : {"UPDATE status_history SET voided = ? WHERE student = ?",
                          "UPDATE number_history SET voided = ? WHERE student = ?"})
    if (auto marked = runFor(session, sql, QStringLiteral("1"), student); !marked)
      return marked;
  return {};
}

} // namespace

namespace detail {

Result<void> insertStatus(StoreSession& session, qint64 student, StudentStatus status, const QDate& from, qint64 act) {
  Statement write(session, QStringLiteral("INSERT INTO status_history (student, status, valid_from, act) "
                                          "VALUES (?, ?, ?, ?)"));
  return write.bind(student).bind(static_cast<int>(status)).bind(from).bind(act).run("status: insert");
}

Result<void> appendStatus(StoreSession& session, qint64 student, StudentStatus status, const QDate& effective,
                          qint64 act) {
  if (status == StudentStatus::Voided)
    return voidDatedRows(session, student);
  const auto rows = latestStatuses(session, student);
  if (!rows)
    return std::unexpected(rows.error());
  QDate from = effective.isValid() ? effective : session.clock().today();
  if (!rows->isEmpty()) {
    from = std::max(from, rows->first().validFrom);
    if (auto ended = runFor(session, "UPDATE status_history SET valid_to = ? WHERE id = ?", from.toString(Qt::ISODate),
                            rows->first().id);
        !ended)
      return ended;
  }
  return insertStatus(session, student, status, from, act);
}

} // namespace detail

Result<void> StudentTable::setStatus(qint64 student, StudentStatus status, const QDate& effective, qint64 act) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return allowed;
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return begun;
  if (auto written = writePresentStatus(m_session, student, status); !written)
    return written;
  if (auto kept = detail::appendStatus(m_session, student, status, effective, act); !kept)
    return kept;
  return work.commit();
}

Result<void> StudentTable::revertStatus(qint64 student) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return allowed;
  const auto rows = latestStatuses(m_session, student);
  if (!rows)
    return std::unexpected(rows.error());
  if (rows->size() < 2)
    return fail(ErrorCode::NothingToDo);
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return begun;
  if (auto marked =
          runFor(m_session, "UPDATE status_history SET voided = ? WHERE id = ?", QStringLiteral("1"), rows->first().id);
      !marked)
    return marked;
  if (auto again =
          runFor(m_session, "UPDATE status_history SET valid_to = ? WHERE id = ?", QStringLiteral(""), rows->at(1).id);
      !again)
    return again;
  if (auto written = writePresentStatus(m_session, student, rows->at(1).status); !written)
    return written;
  return work.commit();
}

} // namespace xueji
