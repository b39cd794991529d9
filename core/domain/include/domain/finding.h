#pragma once

#include "domain/field.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace xueji {

enum class Severity {
  Refuse, ///< 不予办理: the program does not do it
  Proof,  ///< 须提供证明材料: done only with the named paper recorded
  Warn,   ///< 提醒: told and logged, the person may go on
};
QString toKey(Severity severity); ///< "refuse", "proof", "warn": as stored, and the name of its icon
std::optional<Severity> severityFromKey(QStringView key);

/// One thing a check found. Wordless: sentence, remedy and citation come from the rule book by `code` and `rule`
/// (RuleBook::sentence(), remedy(), citation()), in Chinese or English.
struct Finding {
  QString rule; ///< "N02" ...; empty where no numbered rule stands behind it
  QString code; ///< key of the sentence in the rule book, e.g. "N02", "N01.damaged", "required", "code_unknown"
  Severity severity = Severity::Refuse;
  QList<Field> fields; ///< the items it concerns; the first is where it is shown
  QStringList args;    ///< %1, %2 ... of the sentence; at most the value of the cell in question
  QString ruleSet;     ///< rule set that decided, e.g. "N2025"
  bool operator==(const Finding&) const = default;
};

using Findings = QList<Finding>;

} // namespace xueji
