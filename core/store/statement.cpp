#include "store/statement.h"

#include "store_session.h"

#include <QSqlError>
#include <QVariant>

namespace xueji {

QString storedMoment(const QDateTime& moment) {
  return moment.isNull() ? QStringLiteral("") : moment.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime momentFromStored(const QString& text) {
  return text.isEmpty() ? QDateTime() : QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

Statement::Statement(StoreSession& session, const QString& sql)
    : m_session(session), m_sql(sql), m_query(session.takePrepared(sql)) {
  if (m_query) {
    m_prepared = true;
    return;
  }
  m_query = std::make_unique<QSqlQuery>(session.database());
  m_query->setForwardOnly(true);
  m_prepared = m_query->prepare(sql);
}

Statement::~Statement() {
  if (!m_prepared)
    return;
  m_query->finish();
  m_session.keepPrepared(m_sql, std::move(m_query));
}

Statement& Statement::bind(const QString& text) {
  // Half a character of the supplementary planes becomes a question mark, as in the bytes that are hashed: SQLite would
  // let it swallow the character behind it, and the stored text would be another than the one that was sealed.
  const QString whole = text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
  m_query->bindValue(m_bound++, whole.isNull() ? QVariant(QStringLiteral("")) : QVariant(whole));
  return *this;
}

Statement& Statement::bind(const QByteArray& bytes) {
  m_query->bindValue(m_bound++, bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes));
  return *this;
}

Statement& Statement::bind(const QDate& day) {
  return bind(day.isValid() ? day.toString(Qt::ISODate) : QString());
}

Statement& Statement::bind(const QDateTime& moment) {
  return bind(storedMoment(moment));
}

Statement& Statement::bind(qint64 number) {
  m_query->bindValue(m_bound++, QVariant(number));
  return *this;
}

Statement& Statement::bindReference(qint64 id) {
  m_query->bindValue(m_bound++, id == 0 ? QVariant(QMetaType::fromType<qint64>()) : QVariant(id));
  return *this;
}

Result<void> Statement::run(const char* place) {
  m_place = place;
  if (m_prepared && m_query->exec())
    return {};
  return std::unexpected(m_session.connection().error(m_query->lastError(), QString::fromLatin1(place)));
}

bool Statement::next() {
  return m_query->next();
}

Result<void> Statement::ended() const {
  if (!m_query->lastError().isValid())
    return {};
  return std::unexpected(m_session.connection().error(m_query->lastError(), QString::fromLatin1(m_place)));
}

bool Statement::holds(int column, const QVariant& value) const {
  const QVariant stored = m_query->value(column);
  if (stored.typeId() != value.typeId())
    return false;
  return value.typeId() == QMetaType::QString ? stored.toString() == value.toString() : stored == value;
}

QDateTime Statement::moment(int column) const {
  return momentFromStored(text(column));
}

} // namespace xueji
