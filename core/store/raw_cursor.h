#pragma once

#include "store/raw_rows.h"

namespace xueji {

/// A query in order whose next row can be looked at before it is taken.
class RawCursor {
public:
  static Result<RawCursor> of(const Connection& connection, const QString& sql) {
    auto rows = RawRows::of(connection, sql);
    if (!rows)
      return std::unexpected(rows.error());
    RawCursor cursor(std::move(*rows));
    if (auto moved = cursor.move(); !moved)
      return std::unexpected(moved.error());
    return cursor;
  }

  bool atEnd() const { return m_atEnd; }
  const RawRows& row() const { return m_rows; }
  Result<void> move() {
    const auto more = m_rows.next();
    if (!more)
      return std::unexpected(more.error());
    m_atEnd = !*more;
    return {};
  }

private:
  explicit RawCursor(RawRows rows) : m_rows(std::move(rows)) {}
  RawRows m_rows;
  bool m_atEnd = false;
};

/// Every row that is still to come.
template <class Each>
Result<void> eachOf(RawRows& rows, const Each& each) {
  for (;;) {
    const auto more = rows.next();
    if (!more)
      return std::unexpected(more.error());
    if (!*more)
      return {};
    each(std::as_const(rows));
  }
}

/// Every row of a query.
template <class Each>
Result<void> eachRawRow(const Connection& connection, const QString& sql, const Each& each,
                        const QList<qint64>& values = {}) {
  auto rows = RawRows::of(connection, sql, values);
  return rows ? eachOf(*rows, each) : std::unexpected(rows.error());
}

} // namespace xueji
