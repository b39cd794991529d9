#include "migration.h"

#include "store/setting_table.h"

#include "keyed_file.h"
#include "platform/durable_file.h"
#include "proven_copy.h"
#include "step_work.h"
#include "store/ledger.h"
#include "store/migration_notice.h"
#include "store/transaction.h"
#include "verify_context.h"

#include <QDir>
#include <QFile>

namespace xueji {

namespace {

constexpr qsizetype kMostFindings = 200; ///< that a notice holds; the first ones say what is wrong

void removeDatabase(const QString& file) {
  for (const char* ending : {"", "-wal", "-shm", "-journal"})
    QFile::remove(file + QLatin1String(ending));
}

Result<User> accountOf(StoreSession& session, const QString& name) {
  const auto user = UserTable(session).byName(name);
  if (!user)
    return std::unexpected(user.error());
  return *user ? Result<User>(**user) : fail(ErrorCode::WrongPassword);
}

/// The seal over an act and its rows, of whatever facts the register has by now.
Result<SealNote> sealOf(const StoreSession& session, qint64 act) {
  const Connection& connection = session.connection();
  QStringList tables;
  auto named = eachRawRow(connection,
                          QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'fact\\_%' "
                                         "ESCAPE '\\' ORDER BY name"),
                          [&](const RawRows& row) { tables << row.text(0); });
  if (!named)
    return std::unexpected(named.error());
  Seal seal(session.signIn()->sealKey);
  const auto add = [&](const QString& table, const QString& column) -> Result<void> {
    auto rows =
        RawRows::of(connection, QStringLiteral("SELECT * FROM %1 WHERE %2 = ? ORDER BY id").arg(table, column), {act});
    if (!rows)
      return std::unexpected(rows.error());
    const auto sealed = SealedTable::of(connection, table, *rows);
    return sealed ? eachOf(*rows, [&](const RawRows& row) { seal.addRow(*sealed, row); })
                  : std::unexpected(sealed.error());
  };
  Result<void> added = add(QStringLiteral("act"), QStringLiteral("id"));
  for (qsizetype at = 0; added && at < tables.size(); ++at)
    added = add(tables[at], QStringLiteral("act"));
  if (!added)
    return std::unexpected(added.error());
  return SealNote{act, act, seal.finish()};
}

/// One step with its act, within the running transaction.
Result<void> runStep(StoreSession& session, const SchemaStep& step, int from, MigrationNotice& notice) {
  const Connection& connection = session.connection();
  if (auto ran = run(connection.handle(), connection.file(), step.sql.toUtf8().constData()); !ran)
    return ran;
  qint64 act = 0;
  auto counted = eachRawRow(connection, QStringLiteral("SELECT coalesce(max(id), 0) + 1 FROM act"),
                            [&](const RawRows& row) { act = row.number(0); });
  if (!counted)
    return counted;
  StepWork work(connection, session.signIn()->dataKey, act, session.user().id, session.clock().today(),
                session.clock().now());
  const QVariantList values{act,
                            QString(act_kind::kMigrated),
                            toKey(SubjectKind::School),
                            Subject::school().id,
                            work.day(),
                            work.entered(),
                            work.user(),
                            QStringLiteral("%1→%2").arg(step.version - 1).arg(step.version)};
  auto done = work.run(QStringLiteral("INSERT INTO act (id, kind, subject_kind, subject, day, entered, entered_by, "
                                      "ground) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                       values);
  if (done && step.compute)
    done = step.compute(work);
  if (!done)
    return done;
  notice.notes << work.notes();
  const auto seal = sealOf(session, act);
  if (!seal)
    return std::unexpected(seal.error());
  return session.queueLog(LogAction::Migrated, QStringLiteral("schema:%1").arg(step.version),
                          QStringLiteral("from=%1 %2").arg(from).arg(seal->text()));
}

/// All missing steps, the present rows and the notice in one transaction.
Result<void> runSteps(StoreSession& session, MigrationNotice notice) {
  Transaction work(session);
  if (auto begun = work.begun(); !begun)
    return begun;
  int version = notice.from;
  for (const SchemaStep& step : session.registry().steps) {
    if (step.version <= notice.from)
      continue;
    if (step.version != ++version)
      return fail(ErrorCode::Internal, {QStringLiteral("schema step missing"), QString::number(version)});
    if (auto ran = runStep(session, step, notice.from, notice); !ran)
      return ran;
  }
  if (auto written = Ledger(session).rebuildPresent(); !written)
    return written;
  notice.notes = notice.notes.mid(0, kMostFindings);
  SettingTable settings(session);
  if (auto kept = keepNotice(settings, notice); !kept)
    return kept;
  const QByteArray known = "PRAGMA user_version = " + QByteArray::number(version);
  if (auto set = run(session.connection().handle(), session.connection().file(), known.constData()); !set)
    return set;
  return work.commit();
}

/// At work in the copy, apart from the register: keys.json goes on remembering the log that the register has.
Result<std::unique_ptr<StoreSession>> sessionOn(const QString& copy, const std::shared_ptr<SignIn>& signIn,
                                                const User& user, const Clock& clock, const Registry& registry) {
  auto connection = Connection::open(copy, signIn->dataKey, Access::Write, registry.newestSchema());
  if (!connection)
    return std::unexpected(connection.error());
  std::shared_ptr<SignIn> apart;
  {
    const std::lock_guard guard(signIn->mutex);
    apart = std::make_shared<SignIn>(signIn->folder, signIn->dataKey.clone(), signIn->keys);
  }
  apart->keepsHead = false;
  auto session = std::make_unique<StoreSession>(apart, std::move(*connection), clock, registry);
  session->setUser(user);
  return session;
}

/// The copy brought up to date, verified in its new form and closed; its write-ahead log is empty then.
Result<VerifyReport> upgradeCopy(std::unique_ptr<StoreSession> session, const MigrationNotice& notice) {
  if (auto ran = runSteps(*session, notice); !ran)
    return std::unexpected(ran.error());
  auto report = lookThrough(*session, {});
  if (report)
    if (auto emptied = session->connection().checkpoint(); !emptied)
      return std::unexpected(emptied.error());
  return report;
}

/// The old register looked through in its own form, and copied.
struct Before {
  User user;
  VerifyReport report;
};

Result<Before> lookAndCopy(const std::shared_ptr<SignIn>& signIn, std::unique_ptr<Connection> old,
                           const QString& userName, const Clock& clock, const Registry& registry, const QString& copy) {
  const Registry form = registry.upTo(old->schemaVersion());
  StoreSession session(signIn, std::move(old), clock, form);
  auto user = accountOf(session, userName);
  if (!user)
    return std::unexpected(user.error());
  auto report = lookThrough(session, {});
  if (!report)
    return std::unexpected(report.error());
  removeDatabase(copy);
  if (auto copied = session.connection().copyTo(copy, signIn->dataKey, {}); !copied)
    return std::unexpected(copied.error());
  if (auto emptied = session.connection().checkpoint(); !emptied)
    return std::unexpected(emptied.error());
  return Before{std::move(*user), std::move(*report)};
}

MigrationNotice noticeOf(const VerifyReport& report, int to, const QDateTime& made) {
  MigrationNotice notice{report.schema, to, made, {}, {}};
  for (const VerifyFault& fault : report.faults.mid(0, kMostFindings))
    notice.found << MigrationFinding{fault.check, fault.object};
  return notice;
}

Result<BackupProof> keepOld(const std::shared_ptr<SignIn>& signIn, const Clock& clock, const Registry& registry,
                            bool sound) {
  const RegisterFolder& folder = signIn->folder;
  QDir().mkpath(folder.backups());
  auto source = Connection::open(folder.database(), signIn->dataKey, Access::Write, registry.newestSchema());
  if (!source)
    return std::unexpected(source.error());
  const QString stem = QStringLiteral("%1/%2-before-schema-%3-%4")
                           .arg(folder.backups(), folder.name())
                           .arg(registry.newestSchema())
                           .arg(stampOf(clock.now()));
  return makeProvenCopy({signIn, **source, freeFolderName(stem), clock.now(), registry.newestSchema(),
                         sound ? Faults::Refused : Faults::Known});
}

Result<void> swapIn(const RegisterFolder& folder, const QString& copy) {
  if (auto synced = syncFile(copy); !synced)
    return synced;
  // The last connection to close has emptied and removed the old file's write-ahead log, which must not meet the new
  // file.
  if (QFile::exists(folder.database() + QStringLiteral("-wal")))
    return fail(ErrorCode::RegisterBusy);
  if (std::rename(QFile::encodeName(copy).constData(), QFile::encodeName(folder.database()).constData()) != 0)
    return fail(ErrorCode::WriteFailed, {folder.database()});
  return syncFolder(folder.path());
}

} // namespace

Result<Migrated> migrate(const std::shared_ptr<SignIn>& signIn, const QString& userName, const Clock& clock,
                         const Registry& registry, OldRegister old) {
  const RegisterFolder& folder = signIn->folder;
  auto connection = Connection::open(folder.database(), signIn->dataKey, Access::Write, registry.newestSchema());
  if (!connection)
    return std::unexpected(connection.error());
  Migrated migrated{(*connection)->schemaVersion(), {}, {}};
  if (migrated.from == registry.newestSchema()) {
    migrated.connection = std::move(*connection);
    return migrated;
  }
  const QString copy = folder.database() + QStringLiteral(".upgrade");
  const auto work = [&]() -> Result<void> {
    const auto before = lookAndCopy(signIn, std::move(*connection), userName, clock, registry, copy);
    if (!before)
      return std::unexpected(before.error());
    const bool sound = before->report.passed();
    auto session = sessionOn(copy, signIn, before->user, clock, registry);
    if (!session)
      return std::unexpected(session.error());
    const auto after = upgradeCopy(std::move(*session), noticeOf(before->report, registry.newestSchema(), clock.now()));
    if (!after)
      return std::unexpected(after.error());
    if (sound && !after->passed())
      return fail(ErrorCode::Internal,
                  {QStringLiteral("schema step"), after->faults.first().check, after->faults.first().object});
    if (old == OldRegister::Keep) {
      auto kept = keepOld(signIn, clock, registry, sound);
      if (!kept)
        return std::unexpected(kept.error());
      migrated.kept = std::move(*kept);
    }
    return swapIn(folder, copy);
  };
  const auto done = work();
  removeDatabase(copy);
  return done ? Result<Migrated>(std::move(migrated)) : std::unexpected(done.error());
}

Result<void> migrateForReading(const std::shared_ptr<SignIn>& signIn, std::unique_ptr<Connection> source,
                               const QString& userName, const Clock& clock, const Registry& registry) {
  const int found = source->schemaVersion();
  auto copy = PrivateCopy::make();
  if (!copy)
    return std::unexpected(copy.error());
  if (auto copied = source->copyTo(copy->database(), signIn->dataKey, {}); !copied)
    return copied;
  const Registry form = registry.upTo(found);
  StoreSession before(signIn, std::move(source), clock, form);
  const auto user = accountOf(before, userName);
  if (!user)
    return std::unexpected(user.error());
  auto session = sessionOn(copy->database(), signIn, *user, clock, registry);
  if (!session)
    return std::unexpected(session.error());
  // Not verified: it is looked at and gone. verify() judges the source.
  if (auto ran = runSteps(**session, {found, registry.newestSchema(), clock.now(), {}, {}}); !ran)
    return ran;
  session->reset();
  signIn->older.emplace(SignIn::Older{found, std::move(*copy)});
  return {};
}

} // namespace xueji
