#pragma once

#include "domain/class_facts.h"
#include "domain/school_profile.h"
#include "rules/rule.h"

namespace xueji {

/// Id of the rule on the size of a class (C01 primary, C02 junior, C03 senior, C04 special education); empty where none
/// limits it.
QString sizeRule(Stage stage, ClassKind kind, const SchoolProfile& school);

QStringList sizeRules(); ///< all of them

/// The limit that so many children break: code of the finding ("C01", above what nothing helps "C01.hard") and limit.
/// Where the rule knows a hard limit of first grades only, another grade has none.
struct BrokenSize {
  QString code;
  int limit = 0;
};
std::optional<BrokenSize> brokenSize(const RuleInForce& rule, int children, bool firstGrade);

} // namespace xueji
