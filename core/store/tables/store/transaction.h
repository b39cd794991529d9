#pragma once

#include "domain/error.h"

namespace xueji {

class StoreSession;

/// A write transaction (BEGIN IMMEDIATE). A second one begun while it runs joins it: only the outermost writes to the
/// disk. An inner one that ends without commit() dooms the whole. Without commit() everything is taken back.
/// While it runs, log rows are queued; commit() appends them inside, then copies the log's head to keys.json.
class [[nodiscard]] Transaction {
public:
  explicit Transaction(StoreSession& session);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  /// Whether it could begin. Errors: RegisterBusy (another connection has been writing for as long as one waits: ten
  /// seconds, or what RegisterStore::setPatience() says), NotWritable, DiskFull, RegisterDamaged. Writes of the tables
  /// report it, too: they join.
  Result<void> begun() const;
  /// Errors: that of begun(), that of an inner part that was not committed, DiskFull, WriteFailed ...: nothing changed.
  Result<void> commit();

  /// Ends it without committing, before its time; everything is taken back.
  void giveUp();

private:
  StoreSession* m_session;
  Result<void> m_begun;
  bool m_entered = false;
};

} // namespace xueji
