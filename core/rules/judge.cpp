#include "rules/judge.h"

#include "rules/check.h"

#include <algorithm>
#include <mutex>
#include <tuple>
#include <utility>

namespace xueji {
namespace {

QString provinceOf(const SchoolProfile& school) {
  return school.region.left(2);
}

/// Root causes first: what silences another stands before it.
const QList<Check>& allChecks() {
  static const QList<Check> checks = [] {
    QList<Check> all = documentChecks() + studentNumberChecks() + entryChecks();
    return all;
  }();
  return checks;
}

bool silenced(const Check& check, const Findings& standing) {
  return std::any_of(standing.begin(), standing.end(), [&](const Finding& finding) {
    return finding.severity != Severity::Warn && check.silencedBy.contains(finding.rule);
  });
}

/// A refusal cannot be met by any paper; for the rest the rule's own id, the papers a sentence asks for (all of them)
/// or else any paper of the rule will do.
bool isMet(const Finding& finding, const Rule& rule, const QSet<QString>& given) {
  if (finding.severity == Severity::Refuse)
    return false;
  if (given.contains(rule.id))
    return true;
  const auto isGiven = [&](const QString& kind) { return given.contains(kind); };
  const QStringList needed = rule.sentences.value(finding.code).proofs;
  if (!needed.isEmpty())
    return std::all_of(needed.begin(), needed.end(), isGiven);
  return std::any_of(rule.proofs.begin(), rule.proofs.end(), isGiven);
}

bool concernsChange(const Finding& finding, const StudentRecord& before, const StudentRecord& after) {
  if (finding.fields.isEmpty())
    return true;
  return std::any_of(finding.fields.begin(), finding.fields.end(),
                     [&](Field field) { return before.value(field) != after.value(field); });
}

} // namespace

bool Verdict::allows() const {
  return std::all_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::Warn; });
}

/// The rules of the last case asked: an import asks ten thousand times for the same day.
struct Judge::Cache {
  using Key = std::tuple<ActKind, QDate, Stage, QString>;
  std::mutex mutex;
  Key key;
  std::shared_ptr<const QList<RuleInForce>> rules;
};

Judge::Judge(const RuleBook& book, const FieldCatalogue& catalogue)
    : m_book(book), m_catalogue(catalogue), m_cache(std::make_unique<Cache>()) {}
Judge::~Judge() = default;

std::shared_ptr<const QList<RuleInForce>> Judge::rulesFor(const Request& request, const QString& province) const {
  const Cache::Key key{request.kind, request.effective, request.stage, province};
  const std::scoped_lock lock(m_cache->mutex);
  if (!m_cache->rules || m_cache->key != key) {
    m_cache->rules = std::make_shared<const QList<RuleInForce>>(
        m_book.inForce(request.kind, request.effective, request.stage, province));
    m_cache->key = key;
  }
  return m_cache->rules;
}

Verdict Judge::verdict(const Request& request, const Facts& facts) const {
  Verdict verdict;
  if (!request.record)
    return verdict;
  const SchoolProfile school = facts.school();
  const QString province = provinceOf(school);
  verdict.ruleSets = m_book.setsOn(request.effective, request.stage, province);
  if (!request.effective.isValid())
    verdict.findings << Finding{{}, QStringLiteral("effective_missing"), Severity::Refuse, {}, {}, {}};
  if (request.kind == ActKind::Enrol || request.before)
    verdict.findings << missingItems(request, m_catalogue);

  const auto inForce = rulesFor(request, province);
  for (const Check& check : allChecks()) {
    const auto rule = std::find_if(inForce->begin(), inForce->end(),
                                   [&](const RuleInForce& candidate) { return candidate.rule->id == check.rule; });
    if (rule == inForce->end() || silenced(check, verdict.findings))
      continue;
    const Findings found = check.run({request, facts, school, m_catalogue, *inForce, *rule});
    for (const Finding& finding : found)
      (isMet(finding, *rule->rule, request.proofsGiven) ? verdict.met : verdict.findings) << finding;
  }
  if (request.before) {
    const auto old = [&](const Finding& finding) { return !concernsChange(finding, *request.before, *request.record); };
    verdict.findings.removeIf(old);
    verdict.met.removeIf(old);
  }
  return verdict;
}

Findings Judge::judge(const Request& request, const Facts& facts) const {
  return verdict(request, facts).findings;
}

Findings Judge::judgeField(Field field, const Request& request, const Facts& facts) const {
  Findings findings = judge(request, facts);
  findings.removeIf([&](const Finding& finding) { return !finding.fields.contains(field); });
  return findings;
}

Finding Judge::fault(Field field, const FieldFault& fault, const Request& request, const Facts& facts) const {
  if (fault.code == u"identity_damaged") {
    const auto rule =
        m_book.inForce(QStringLiteral("N01"), request.effective, request.stage, provinceOf(facts.school()));
    return {QStringLiteral("N01"),           QStringLiteral("N01.damaged"), Severity::Refuse, {field}, fault.args,
            rule ? rule->ruleSet : QString()};
  }
  const QString code = m_book.knowsCode(fault.code) ? fault.code : QStringLiteral("value_unreadable");
  return {{}, code, Severity::Refuse, {field}, fault.args, {}};
}

Finding Judge::column(const QString& header, const Request& request, const Facts& facts) const {
  const auto rule = m_book.inForce(QStringLiteral("E04"), request.effective, request.stage, provinceOf(facts.school()));
  const QStringList words = rule ? rule->parameters.texts(QStringLiteral("words")) : QStringList();
  const bool isResult =
      std::any_of(words.begin(), words.end(), [&](const QString& word) { return header.contains(word); });
  if (isResult && request.stage != Stage::Senior)
    return {QStringLiteral("E04"), QStringLiteral("E04.column"), rule->severity, {}, {header}, rule->ruleSet};
  return {{}, QStringLiteral("column_unknown"), Severity::Warn, {}, {header}, {}};
}

} // namespace xueji
