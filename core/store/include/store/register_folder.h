#pragma once

#include "domain/error.h"

#include <QString>

namespace xueji {

/// The layout of a register on disk: NAME.xueji/ with register.db, keys.json, keys.json.bak, backups/ and lock.
class RegisterFolder {
public:
  static constexpr auto kSuffix = ".xueji";

  /// `path` as typed: made absolute; a trailing slash does not matter.
  explicit RegisterFolder(const QString& path);

  QString path() const { return m_path; }
  QString name() const; ///< without the suffix
  QString database() const { return m_path + "/register.db"; }
  QString keys() const { return m_path + "/keys.json"; }
  QString keysCopy() const { return m_path + "/keys.json.bak"; }
  QString backups() const { return m_path + "/backups"; }
  QString lock() const { return m_path + "/lock"; }

  bool exists() const; ///< the folder
  /// Has a database and at least one copy of its keys.
  bool looksLikeRegister() const;
  /// RegisterMissing (no such folder) or NotARegister unless looksLikeRegister().
  Result<void> mustBeRegister() const;

  /// Makes the folder and backups/, readable by this person only. Errors: RegisterExists (there and not empty),
  /// PathMissing (the parent), NotWritable, DiskFull.
  Result<void> make() const;

private:
  QString m_path;
};

} // namespace xueji
