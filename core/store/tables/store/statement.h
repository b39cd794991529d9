#pragma once

#include "domain/error.h"

#include <QDate>
#include <QDateTime>
#include <QSqlQuery>
#include <QString>
#include <memory>

namespace xueji {

class StoreSession;

/// A prepared query of the session, kept for the next time and reset when this goes. Texts are bound never NULL; days
/// as yyyy-MM-dd, moments as ISO 8601 in UTC with milliseconds, null ones as ''.
class Statement {
public:
  Statement(StoreSession& session, const QString& sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Binds the next place.
  Statement& bind(const QString& text);
  Statement& bind(const QByteArray& bytes);
  Statement& bind(const QDate& day);
  Statement& bind(const QDateTime& moment);
  Statement& bind(qint64 number);
  Statement& bind(int number) { return bind(static_cast<qint64>(number)); }
  /// 0 becomes NULL: a reference to nothing.
  Statement& bindReference(qint64 id);

  /// `place` names the spot in the program should it fail.
  Result<void> run(const char* place);
  /// The next row; false at the end and on failure, which ended() tells apart.
  bool next();
  Result<void> ended() const;

  QString text(int column) const { return m_query->value(column).toString(); }
  qint64 number(int column) const { return m_query->value(column).toLongLong(); }
  QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
  /// Whether the column holds this value, of the same kind of storage; nothing and an empty text are the same.
  bool holds(int column, const QVariant& value) const;
  QDate day(int column) const { return QDate::fromString(text(column), Qt::ISODate); }
  QDateTime moment(int column) const;
  qint64 lastId() const { return m_query->lastInsertId().toLongLong(); }
  int affected() const { return m_query->numRowsAffected(); }

private:
  StoreSession& m_session;
  QString m_sql;
  std::unique_ptr<QSqlQuery> m_query;
  const char* m_place = "";
  int m_bound = 0;
  bool m_prepared = false;
};

QString storedMoment(const QDateTime& moment);
QDateTime momentFromStored(const QString& text);

} // namespace xueji
