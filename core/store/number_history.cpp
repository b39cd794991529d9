#include "store/number_history.h"

#include "store/store_session.h"
#include "store/transaction.h"

namespace xueji {

namespace {

const auto kSelect = QStringLiteral("SELECT id, student, kind, value, document_type, valid_from, valid_to, act, voided "
                                    "FROM number_history ");

QString toKey(NumberKind kind) {
  switch (kind) {
  case NumberKind::StudentNumber:
    return QStringLiteral("student_number");
  case NumberKind::Name:
    return QStringLiteral("name");
  case NumberKind::IdDocument:
    return QStringLiteral("id_document");
  }
  return {};
}

NumberKind kindFromKey(const QString& key) {
  for (const NumberKind kind : {NumberKind::Name, NumberKind::IdDocument})
    if (key == toKey(kind))
      return kind;
  return NumberKind::StudentNumber;
}

Result<QList<NumberEntry>> read(Statement& query) {
  if (auto ran = query.run("number history: read"); !ran)
    return std::unexpected(ran.error());
  QList<NumberEntry> entries;
  while (query.next())
    entries << NumberEntry{query.number(0), query.number(1), kindFromKey(query.text(2)),
                           query.text(3),   query.text(4),   query.day(5),
                           query.day(6),    query.number(7), query.number(8) != 0};
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return entries;
}

/// The last rows of this kind that are not voided, newest first.
Result<QList<NumberEntry>> latest(StoreSession& session, qint64 student, NumberKind kind, int limit) {
  Statement query(session, kSelect + QStringLiteral("WHERE student = ? AND kind = ? AND voided = 0 "
                                                    "ORDER BY id DESC LIMIT ?"));
  return read(query.bind(student).bind(toKey(kind)).bind(limit));
}

Result<void> runOn(StoreSession& session, const char* sql, const QString& text, qint64 id) {
  Statement write(session, QString::fromLatin1(sql));
  return write.bind(text).bind(id).run("number history: change");
}

} // namespace

Result<void> NumberHistory::change(qint64 student, NumberKind kind, const QString& value, const QDate& from, qint64 act,
                                   const QString& documentType) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return allowed;
  const auto before = latest(m_session, student, kind, 1);
  if (!before)
    return std::unexpected(before.error());
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return begun;
  QDate start = from.isValid() ? from : m_session.clock().today();
  if (!before->isEmpty()) {
    const NumberEntry& present = before->first();
    if (present.value == value && (kind != NumberKind::IdDocument || present.documentType == documentType)) {
      if (present.act == 0 && act != 0)
        if (auto filled =
                runOn(m_session, "UPDATE number_history SET act = ? WHERE id = ?", QString::number(act), present.id);
            !filled)
          return filled;
      return work.commit();
    }
    start = std::max(start, present.validFrom);
    if (auto ended = runOn(m_session, "UPDATE number_history SET valid_to = ? WHERE id = ?",
                           start.toString(Qt::ISODate), present.id);
        !ended)
      return ended;
  }
  {
    Statement write(m_session, QStringLiteral("INSERT INTO number_history (student, kind, value, document_type, "
                                              "valid_from, act) VALUES (?, ?, ?, ?, ?, ?)"));
    write.bind(student).bind(toKey(kind)).bind(value).bind(documentType).bind(start).bind(act);
    if (auto ran = write.run("number history: insert"); !ran)
      return ran;
  }
  return work.commit();
}

Result<QString> NumberHistory::takeBack(qint64 student, NumberKind kind) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return std::unexpected(allowed.error());
  const auto rows = latest(m_session, student, kind, 2);
  if (!rows)
    return std::unexpected(rows.error());
  if (rows->isEmpty())
    return fail(ErrorCode::NothingToDo);
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return std::unexpected(begun.error());
  if (auto voided =
          runOn(m_session, "UPDATE number_history SET voided = ? WHERE id = ?", QStringLiteral("1"), rows->first().id);
      !voided)
    return std::unexpected(voided.error());
  QString value;
  if (rows->size() > 1) {
    value = rows->at(1).value;
    if (auto again =
            runOn(m_session, "UPDATE number_history SET valid_to = ? WHERE id = ?", QStringLiteral(""), rows->at(1).id);
        !again)
      return std::unexpected(again.error());
  }
  if (auto done = work.commit(); !done)
    return std::unexpected(done.error());
  return value;
}

Result<QList<NumberEntry>> NumberHistory::of(qint64 student, NumberKind kind) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE student = ? AND kind = ? ORDER BY id"));
  return read(query.bind(student).bind(toKey(kind)));
}

Result<QList<NumberEntry>> NumberHistory::holders(NumberKind kind, const QString& value) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE kind = ? AND value = ? ORDER BY id"));
  return read(query.bind(toKey(kind)).bind(value));
}

Result<std::optional<NumberEntry>> NumberHistory::on(qint64 student, NumberKind kind, const QDate& day) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE student = ? AND kind = ? AND voided = 0 "
                                                      "AND valid_from <= ? AND (valid_to = '' OR valid_to > ?) "
                                                      "ORDER BY id DESC LIMIT 1"));
  const auto found = read(query.bind(student).bind(toKey(kind)).bind(day).bind(day));
  if (!found)
    return std::unexpected(found.error());
  return found->isEmpty() ? std::optional<NumberEntry>() : found->first();
}

} // namespace xueji
