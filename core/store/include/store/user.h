#pragma once

#include "domain/act.h"

#include <QDateTime>
#include <QString>

namespace xueji {

/// An account. Its password opens a slot of the key file; the row says what it may.
struct User {
  qint64 id = 0;
  QString name;
  Role role = Role::Helper;
  QDateTime added;   ///< UTC
  QDateTime removed; ///< null while active; the row stays, acts and log name it
  bool isActive() const { return removed.isNull(); }
};

} // namespace xueji
