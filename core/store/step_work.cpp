#include "step_work.h"

#include "keyed_file.h"
#include "store/connection.h"
#include "store/statement.h"

#include <sqlite3.h>

namespace xueji {

StepWork::StepWork(const Connection& connection, const SecretBytes& dataKey, qint64 act, qint64 user, const QDate& day,
                   const QDateTime& entered)
    : m_connection(connection), m_dataKey(dataKey), m_act(act), m_user(user), m_day(day), m_entered(entered) {}

QString StepWork::day() const {
  return m_day.toString(Qt::ISODate);
}

QString StepWork::entered() const {
  return storedMoment(m_entered);
}

Result<void> StepWork::run(const QString& sql, const QVariantList& values) {
  const auto failed = [this](int code) -> Result<void> {
    return std::unexpected(sqliteError(code, m_connection.file(), QStringLiteral("schema step")));
  };
  sqlite3_stmt* prepared = nullptr;
  const QByteArray text = sql.toUtf8();
  int code =
      sqlite3_prepare_v2(m_connection.handle(), text.constData(), static_cast<int>(text.size()), &prepared, nullptr);
  const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> owner(prepared, &sqlite3_finalize);
  for (int at = 0; code == SQLITE_OK && at < values.size(); ++at) {
    const QVariant& value = values[at];
    if (value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Int) {
      code = sqlite3_bind_int64(prepared, at + 1, value.toLongLong());
    } else {
      const QByteArray bytes = value.toString().toUtf8();
      code = sqlite3_bind_text(prepared, at + 1, bytes.isNull() ? "" : bytes.constData(),
                               static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
    }
  }
  if (code != SQLITE_OK)
    return failed(code);
  while ((code = sqlite3_step(prepared)) == SQLITE_ROW) {
  }
  return code == SQLITE_DONE ? Result<void>{} : failed(code);
}

Result<qint64> StepWork::addRow(const QString& table, qint64 subject, const QString& from, const QStringList& columns,
                                const QVariantList& values) {
  qint64 id = 0;
  auto asked = each(QStringLiteral("SELECT coalesce(max(id), 0) + 1 FROM ") + table,
                    [&](const RawRows& row) { id = row.number(0); });
  if (!asked)
    return std::unexpected(asked.error());
  const QStringList own{QStringLiteral("id"), QStringLiteral("act"), QStringLiteral("subject"), QStringLiteral("day")};
  const QStringList places(own.size() + columns.size(), QStringLiteral("?"));
  auto written = run(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                         .arg(table, (own + columns).join(QStringLiteral(", ")), places.join(QStringLiteral(", "))),
                     QVariantList{id, m_act, subject, from} + values);
  return written ? Result<qint64>(id) : std::unexpected(written.error());
}

} // namespace xueji
