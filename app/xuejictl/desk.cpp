#include "desk.h"

#include "register/registry.h"
#include "store/accounts.h"
#include "ui/words/severity_words.h"

#include <QCoreApplication>

namespace xueji {

Desk::Desk() : m_registry(ledgerRegistry()), m_fields(FieldCatalogue::load()) {}
Desk::~Desk() = default;

Result<void> Desk::open(const Invocation& invocation, Access access) {
  const QString prompt = QCoreApplication::translate("xuejictl", "Password: ");
  return openFolder(invocation.words.first(), invocation.value(QStringLiteral("user")),
                    readPassword("XUEJI_PASSWORD", prompt), access);
}

Result<void> Desk::openFolder(const QString& folder, const QString& user, const SecretBytes& password, Access access) {
  auto rules = RuleBook::load();
  if (!rules)
    return std::unexpected(rules.error());
  m_rules = std::make_unique<RuleBook>(std::move(*rules));
  auto store = RegisterStore::open(folder, user, password, m_clock, m_registry, access);
  if (!store)
    return std::unexpected(store.error());
  m_office = std::make_unique<Office>(std::move(*store), *m_rules, m_fields, m_clock, m_random);
  return {};
}

Result<std::optional<WitnessToken>> witnessOf(const Invocation& invocation, Office& office, const QByteArray& what) {
  if (!invocation.has(QStringLiteral("witness")))
    return std::optional<WitnessToken>();
  auto token = office.store().accounts().witness(
      invocation.value(QStringLiteral("witness")),
      readPassword("XUEJI_WITNESS_PASSWORD", QCoreApplication::translate("xuejictl", "Password of the witness: ")),
      what);
  if (!token)
    return std::unexpected(token.error());
  return std::optional<WitnessToken>(std::move(*token));
}

QJsonObject findingObject(const Finding& finding, const RuleBook& rules, Language language) {
  return {{QStringLiteral("rule"), finding.rule.isEmpty() ? QStringLiteral("-") : finding.rule},
          {QStringLiteral("code"), finding.code},
          {QStringLiteral("severity"), toKey(finding.severity)},
          {QStringLiteral("message"), rules.sentence(finding, language)},
          {QStringLiteral("remedy"), rules.remedy(finding, language)},
          {QStringLiteral("citation"), rules.citation(finding, language)}};
}

QString findingLine(const Finding& finding, const RuleBook& rules, Language language) {
  QStringList words{QStringLiteral("[%1]").arg(severityWord(finding.severity)), finding.rule,
                    rules.sentence(finding, language)};
  words.removeAll(QString());
  QString line = words.join(QLatin1Char(' '));
  if (const QString citation = rules.citation(finding, language); !citation.isEmpty())
    line += QStringLiteral("（%1）").arg(citation);
  if (const QString remedy = rules.remedy(finding, language); !remedy.isEmpty())
    line += QStringLiteral(" → ") + remedy;
  return line;
}

} // namespace xueji
