#pragma once

#include "store/key_file.h"
#include "store/log_table.h"

namespace xueji {

class Connection;

inline constexpr char kLogKeyContext[9] = "xuejilog";

/// HMAC-SHA-256 over the MAC before it (empty for the first row) and the row, every part with its length before it.
QByteArray chainedMac(const SecretBytes& logKey, const QByteArray& before, const LogRow& row);

/// Goes through the whole log of an open database. Answers its newest row. `expected`: what keys.json remembers; it may
/// lag, never lead. Errors: LogBroken (number of the first row that does not fit), LogRolledBack, RegisterDamaged.
Result<LogHead> checkLogChain(const Connection& connection, const SecretBytes& logKey, const LogHead& expected);

/// "3F2A-91BC"
QString logShortCode(const QByteArray& mac);

} // namespace xueji
