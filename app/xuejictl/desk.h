#pragma once

#include "domain/ledger_registry.h"
#include "invocation.h"
#include "register/office.h"
#include "store/witness.h"

#include <memory>
#include <optional>

namespace xueji {

/// What a command works with: the rule book, the catalogue, clock and randomness, and the opened register.
class Desk {
public:
  Desk();
  ~Desk();

  /// Opens the register of the invocation's first word as --user with the password read.
  Result<void> open(const Invocation& invocation, Access access);
  Result<void> openFolder(const QString& folder, const QString& user, const SecretBytes& password, Access access);
  Office& office() const { return *m_office; }
  const RuleBook& rules() const { return *m_rules; }
  const FieldCatalogue& fields() const { return m_fields; }
  const Clock& clock() const { return m_clock; }
  const Registry& registry() const { return m_registry; }

private:
  SystemClock m_clock;
  SystemRandomSource m_random;
  Registry m_registry;
  FieldCatalogue m_fields;
  std::unique_ptr<RuleBook> m_rules;
  std::unique_ptr<Office> m_office;
};

/// The second person that --witness names, who confirms `what`; the password as docs/xuejictl.md says. Nothing without
/// the option. Errors: those of Accounts::witness().
Result<std::optional<WitnessToken>> witnessOf(const Invocation& invocation, Office& office, const QByteArray& what);

QJsonObject findingObject(const Finding& finding, const RuleBook& rules, Language language);
/// [不予办理] N02 sentence（citation） → what to do
QString findingLine(const Finding& finding, const RuleBook& rules, Language language);

} // namespace xueji
