#pragma once

#include "store/backup.h"
#include "store_session.h"

namespace xueji {

/// What the parts of verify() share: where to look and where to say what was found.
struct VerifyContext {
  StoreSession& session;
  const Progress& progress;
  VerifyReport report = {};

  /// `object` names a thing by id ("student:17", "act:3", "setting:present.day"), never its content.
  void found(const char* check, const QString& object, ErrorCode code = ErrorCode::RegisterDamaged,
             const QStringList& args = {});
};

/// All of verify() for an open connection, in the form that its registry describes.
Result<VerifyReport> lookThrough(StoreSession& session, const Progress& progress);

/// Page seals, SQLite's checks, foreign keys.
Result<void> checkPages(VerifyContext& context);
/// Tables, indexes and triggers are those that the steps of the schema make; the version is the newest.
Result<void> checkSchema(VerifyContext& context);
/// The chain and its head.
Result<void> checkLog(VerifyContext& context);
/// Accounts and settings are what the log says of them.
Result<void> checkAccounts(VerifyContext& context);
Result<void> checkSettings(VerifyContext& context);
/// Acts, batches, rows and marks are those that the seals of the log were made over, all of them and no others.
Result<void> checkSeals(VerifyContext& context);
/// Present rows are what the facts say as at the stored day.
Result<void> checkPresent(VerifyContext& context);
Result<void> checkCounts(VerifyContext& context);

} // namespace xueji
