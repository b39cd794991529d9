#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <array>
#include <memory>

struct sqlite3_stmt;

namespace xueji {

class Connection;

/// Rows of one statement with the storage class of every value, as seal and verification need them: Qt's values would
/// hide whether a number is stored as text.
class RawRows {
public:
  enum class Type : char { Null = 'n', Integer = 'i', Real = 'r', Text = 't', Blob = 'b' };

  static Result<RawRows> of(const Connection& connection, const QString& sql, const QList<qint64>& values = {});

  /// Begins anew with other values.
  void again(const QList<qint64>& values);
  /// Lets go of what is being read.
  void reset();

  /// The next row; false at the end. Error: by SQLite's code.
  Result<bool> next();
  int columns() const;
  QByteArray name(int column) const;
  Type type(int column) const;
  /// Text and blobs as stored, integers in decimal; empty for NULL.
  QByteArray bytes(int column) const;
  /// The same without a copy: holds until the next row; decimal digits are put into `digits`.
  using Digits = std::array<char, 24>;
  QByteArrayView view(int column, Digits& digits) const;
  qint64 number(int column) const;
  QString text(int column) const;

private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  RawRows(const Connection& connection, sqlite3_stmt* statement) : m_connection(&connection), m_statement(statement) {}
  const Connection* m_connection;
  std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

} // namespace xueji
