#pragma once

#include "domain/error.h"
#include "store/log_action.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

namespace xueji {

class StoreSession;
class SecretBytes;
struct LogHead;

/// One line of the log. `object` names a thing by id ("student:17", "batch:3", "file"), `detail` says more (reason,
/// purpose, which items); neither holds a child's data.
struct LogRow {
  qint64 id = 0;   ///< 1, 2, 3 ... without gap
  QDateTime time;  ///< UTC, milliseconds
  qint64 user = 0; ///< 0: nobody signed in
  LogAction action = LogAction::Read;
  QString object;
  QString detail;
  QByteArray mac; ///< HMAC-SHA-256 over the MAC before it and this row
};

struct LogQuery {
  std::optional<qint64> user;
  std::optional<LogAction> action;
  QString object; ///< exactly
  QDateTime from;
  QDateTime until;
};

/// Who read, changed, printed, exported, failed to sign in; chained, append only (rules P02, P03).
/// Appending needs no capability; reading needs ReadLog.
class LogTable {
public:
  explicit LogTable(StoreSession& session) : m_session(session) {}

  /// Within a transaction: stored with its commit (and lost with its rollback). Outside: stored at once, or, while
  /// another connection writes, kept and stored with the next one. Errors: NotWritable (opened with Access::Read: what
  /// cannot be logged must not be shown), DiskFull ...
  Result<void> append(LogAction action, const QString& object = {}, const QString& detail = {});
  /// Stores what waits.
  Result<void> flush();

  Result<QList<LogRow>> page(const LogQuery& query, int offset, int limit); ///< latest first
  Result<int> count(const LogQuery& query = {});
  /// First eight hex digits of the newest MAC in two groups ("3F2A-91BC"), printed on papers.
  Result<QString> shortCode();

private:
  StoreSession& m_session;
};

} // namespace xueji
