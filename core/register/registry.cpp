#include "register/registry.h"

#include "domain/ledger_facts.h"
#include "register/plans.h"
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
  Registry registry;
  registry.facts = ledgerFacts();
  registry.acts = {
      kind(act_kind::kEnrol, kChange, planEnrolment),
      kind(act_kind::kCorrect, kChange, planCorrection),
      kind(act_kind::kNumberIssued, kChange, planNumber),
      kind(act_kind::kPaperSeen, kChange, planPapers),
      kind(act_kind::kPaperWithdrawn, kChange, planWithdrawal),
      kind(act_kind::kSetSchool, Capability::ChangeSchool, planSchool),
      kind(act_kind::kSetRules, Capability::ChangeSchool, planRules),
      kind(act_kind::kRedate, kChange, planRedate, ActRole::Moves),
      kind(act_kind::kVoid, kChange, planVoid, ActRole::Voids),
  };
  registry.steps = schemaSteps();
  return registry;
}

} // namespace xueji
