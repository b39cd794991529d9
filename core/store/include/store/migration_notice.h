#pragma once

#include "domain/error.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace xueji {

class RegisterStore;
class SettingTable;

/// Something worth telling that a step or a check came across: "class_text" of "class:7". Names things by id, never
/// their content.
struct MigrationFinding {
  QString check;
  QString object;
  bool operator==(const MigrationFinding&) const = default;
};

/// What was wrong with a register, or could not be read, when it was brought to a newer schema. It stands for ever: the
/// new form was made from what was there, and its seals say nothing of what had been before.
struct MigrationNotice {
  int from = 0; ///< versions of the schema
  int to = 0;
  QDateTime made;                ///< UTC
  QList<MigrationFinding> found; ///< by the checks of verify() on the old form
  QList<MigrationFinding> notes; ///< by the steps

  bool isEmpty() const { return found.isEmpty() && notes.isEmpty(); }
  QJsonObject toJson() const;
  static MigrationNotice fromJson(const QJsonObject& object);
};

/// All of them, oldest first.
Result<QList<MigrationNotice>> migrationNotices(RegisterStore& store);
Result<QList<MigrationNotice>> migrationNotices(SettingTable& settings);
/// Adds one to those that stand; logged with its hash. An empty one is not kept.
Result<void> keepNotice(SettingTable& settings, const MigrationNotice& notice);

} // namespace xueji
