#pragma once

#include "store/backup.h"
#include "store_session.h"

namespace xueji {

/// What is done with the register as it was.
enum class OldRegister {
  Keep,            ///< a complete proven backup with its keys in backups/
  StandsElsewhere, ///< it is being restored from a backup, which is not touched
};

struct Migrated {
  int from = 0;                    ///< version found
  std::optional<BackupProof> kept; ///< of the old register
  /// The register, open for writing, where it was up to date; null after a migration.
  std::unique_ptr<Connection> connection;
};

/// Brings an older register up to the newest step. It is verified in its old form first; what is found becomes a
/// standing notice and is no refusal. All steps, the present rows made anew and the notice go in one transaction into a
/// copy, which is verified and swapped in; until then the old register stands untouched. Each step leaves one act
/// `migrated` by `userName`, under a seal of its own. Nothing happens to an up-to-date one. The caller holds the
/// writer's lock. Errors: WrongPassword (no such account), RegisterNewer, RegisterDamaged (cannot be copied),
/// BackupUnproven, DiskFull ...; the old register stands as it was.
Result<Migrated> migrate(const std::shared_ptr<SignIn>& signIn, const QString& userName, const Clock& clock,
                         const Registry& registry, OldRegister old = OldRegister::Keep);

/// The register of an older schema, read without writing to it: a migrated encrypted copy of its own, which lives as
/// long as the sign-in. `source`: opened with Access::Read. Errors: WrongPassword (no such account) and those of
/// migrate().
Result<void> migrateForReading(const std::shared_ptr<SignIn>& signIn, std::unique_ptr<Connection> source,
                               const QString& userName, const Clock& clock, const Registry& registry);

} // namespace xueji
