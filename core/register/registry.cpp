#include "register/registry.h"

#include "domain/ledger_facts.h"
#include "plans.h"
#include "store/capability.h"
#include "store/schema.h"

namespace xueji {

namespace {

ActKind kind(QLatin1String key, Capability right, decltype(ActKind::plan) plan, ActRole role = ActRole::Ordinary) {
  return {key, actName(key), toKey(right), plan, role};
}

} // namespace

Registry ledgerRegistry() {
  constexpr auto kChange = Capability::ChangeRecords;
  constexpr auto kEnrol = Capability::Enrol;
  Registry registry;
  registry.facts = ledgerFacts();
  registry.acts = {
      kind(act_kind::kEnrol, kEnrol, planEnrolment),
      kind(act_kind::kCorrect, kChange, planCorrection),
      kind(act_kind::kNumberIssued, kChange, planNumber),
      kind(act_kind::kPaperSeen, kChange, planPapers),
      kind(act_kind::kPaperWithdrawn, kChange, planWithdrawal),
      kind(act_kind::kSetSchool, Capability::ChangeSchool, planSchool),
      kind(act_kind::kSetRules, Capability::ChangeSchool, planRules),
      kind(act_kind::kRedate, kEnrol, planRedate, ActRole::Moves),
      kind(act_kind::kMoveUp, kEnrol, planMoveUp),
      kind(act_kind::kPlace, kEnrol, planPlacement),
      kind(act_kind::kMoveClass, kEnrol, planPlacement),
      kind(act_kind::kMakeClass, kEnrol, planMakeClass),
      kind(act_kind::kChangeClass, kEnrol, planChangeClass),
      kind(act_kind::kCloseClass, kEnrol, planCloseClass),
      kind(act_kind::kVoid, kChange, planVoid, ActRole::Voids),
      kind(act_kind::kMigrated, Capability::ChangeSchool, nullptr, ActRole::Told),
  };
  registry.steps = schemaSteps();
  return registry;
}

} // namespace xueji
