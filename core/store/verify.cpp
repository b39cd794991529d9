#include "verify_context.h"

#include "store/setting_table.h"
#include "store/tables.h"

#include <algorithm>

namespace xueji {

namespace {

constexpr int kMostFaults = 1000;

} // namespace

void VerifyContext::found(const char* check, const QString& object, ErrorCode code, const QStringList& args) {
  const VerifyFault fault{QString::fromLatin1(check), object,
                          Error{code, args.isEmpty() && code == ErrorCode::RegisterDamaged
                                          ? QStringList{session.signIn()->folder.path()}
                                          : args}};
  const auto same = [&](const VerifyFault& known) {
    return known.check == fault.check && known.object == fault.object;
  };
  if (report.faults.size() < kMostFaults && std::none_of(report.faults.begin(), report.faults.end(), same))
    report.faults << fault;
}

Result<VerifyReport> lookThrough(StoreSession& session, const Progress& progress) {
  VerifyContext context{session, progress};
  context.report.schema = session.registry().newestSchema();
  if (!session.rollbackState())
    context.found("log_head", QStringLiteral("log"), session.rollbackState().error().code);
  constexpr Result<void> (*kParts[])(VerifyContext&) = {checkPages,    checkSchema, checkLog,     checkAccounts,
                                                        checkSettings, checkSeals,  checkPresent, checkCounts};
  for (const auto part : kParts) {
    if (!goesOn(progress, 0, 0))
      return fail(ErrorCode::Cancelled);
    const auto done = part(context);
    // What cannot be read is damaged; what was found already says so, and the other parts may still see more.
    if (!done && done.error().code == ErrorCode::RegisterDamaged) {
      if (context.report.passed())
        context.found("integrity", QStringLiteral("register"));
      break;
    }
    if (!done && (done.error().code == ErrorCode::Internal || done.error().code == ErrorCode::ActKindUnknown)) {
      context.found("schema", QStringLiteral("register"), done.error().code, done.error().args);
      continue;
    }
    if (!done)
      return std::unexpected(done.error());
  }
  SettingTable settings(session);
  if (auto notices = migrationNotices(settings))
    context.report.notices = std::move(*notices);
  return context.report;
}

Result<VerifyReport> lookThrough(RegisterStore& store, const Progress& progress) {
  const auto& signIn = store.session().signIn();
  if (!signIn->older)
    return lookThrough(store.session(), progress);
  const Registry form = store.registry().upTo(signIn->older->schema);
  auto source = Connection::open(signIn->folder.database(), signIn->dataKey, Access::Read, form.newestSchema());
  if (!source)
    return std::unexpected(source.error());
  StoreSession session(signIn, std::move(*source), store.clock(), form);
  session.setRollbackState(store.rollbackState());
  return lookThrough(session, progress);
}

Result<VerifyReport> verify(RegisterStore& store, const Progress& progress) {
  auto report = lookThrough(store, progress);
  if (report && store.access() == Access::Write)
    if (auto logged = store.tables().log().append(
            LogAction::Verify, {}, report->passed() ? QStringLiteral("passed") : QStringLiteral("faults"));
        !logged)
      return std::unexpected(logged.error());
  return report;
}

} // namespace xueji
