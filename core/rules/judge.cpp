#include "rules/judge.h"

#include "check.h"
#include "rules/papers.h"

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
    QList<Check> all =
        documentChecks() + studentNumberChecks() + entryChecks() + situationChecks() + classChecks() + itemChecks();
    return all;
  }();
  return checks;
}

bool silenced(const Check& check, const Findings& standing) {
  return std::any_of(standing.begin(), standing.end(), [&](const Finding& finding) {
    return finding.severity != Severity::Warn && check.silencedBy.contains(finding.rule);
  });
}

/// What is missing; of a change what it made missing, be it by an item that it did not touch.
Findings missing(const Request& request, const FieldCatalogue& catalogue) {
  Findings findings = missingItems(request, catalogue);
  if (!request.before || findings.isEmpty())
    return findings;
  Request stood = request;
  stood.record = &*request.before;
  const Findings old = missingItems(stood, catalogue);
  findings.removeIf([&](const Finding& finding) { return old.contains(finding); });
  return findings;
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
  using Key = std::tuple<Occasion, QString, QDate, Stage, QString>;
  std::mutex mutex;
  Key key;
  std::shared_ptr<const QList<RuleInForce>> rules;
};

Judge::Judge(const RuleBook& book, const FieldCatalogue& catalogue)
    : m_book(&book), m_catalogue(catalogue), m_cache(std::make_unique<Cache>()) {}
Judge::Judge(const Result<RuleBook>& book, const FieldCatalogue& catalogue)
    : m_book(book ? Result<const RuleBook*>(&*book) : std::unexpected(book.error())), m_catalogue(catalogue),
      m_cache(std::make_unique<Cache>()) {}
Judge::~Judge() = default;

std::shared_ptr<const QList<RuleInForce>> Judge::rulesFor(const Request& request, const QString& province) const {
  const Cache::Key key{request.occasion, request.kind, request.effective, request.stage, province};
  const std::scoped_lock lock(m_cache->mutex);
  if (!m_cache->rules || m_cache->key != key) {
    m_cache->rules = std::make_shared<const QList<RuleInForce>>(
        (*m_book)->inForceAt(request.occasion, request.kind, request.effective, request.stage, province));
    m_cache->key = key;
  }
  return m_cache->rules;
}

Result<Verdict> Judge::verdict(const Request& request, const Facts& facts) const {
  Verdict verdict;
  if (!request.record)
    return verdict;
  if (!m_book)
    return std::unexpected(m_book.error());
  const auto school = facts.school(request.effective);
  if (!school)
    return std::unexpected(school.error());
  const QString province = provinceOf(*school);
  verdict.ruleSets = (*m_book)->setsOn(request.effective, request.stage, province);
  if (!request.effective.isValid())
    verdict.findings << Finding{{}, QStringLiteral("effective_missing"), Severity::Refuse, {}, {}, {}};
  const bool whole = request.kind == act_kind::kEnrol || request.before;
  const Findings lacking =
      request.occasion == Occasion::AsItStands || whole ? missing(request, m_catalogue) : Findings();
  verdict.findings << lacking;

  // A paper of a day that cannot be meets nothing.
  const QDate birth = QDate::fromString(request.record->value(Field::BirthDate), Qt::ISODate);
  QList<SeenPaper> papers = request.onFile + request.papers;
  papers.removeIf(
      [&](const SeenPaper& paper) { return !daysOf(**m_book, paper.kind, birth, request.today).hold(paper); });
  const auto inForce = rulesFor(request, province);
  for (const Check& check : allChecks()) {
    const auto rule = std::find_if(inForce->begin(), inForce->end(),
                                   [&](const RuleInForce& candidate) { return candidate.rule->id == check.rule; });
    if (rule == inForce->end() || silenced(check, verdict.findings))
      continue;
    const Result<Findings> found = check.run({request, facts, *school, m_catalogue, *inForce, *rule});
    if (!found)
      return std::unexpected(found.error());
    for (const Finding& finding : *found) {
      const PaperAnswer answer = answerOf(**m_book, finding, papers);
      if (answer.met)
        verdict.met << finding;
      verdict.findings << answer.standing;
    }
  }
  for (const SeenPaper& paper : request.usedUp)
    verdict.findings << Finding{{}, QStringLiteral("paper_used"), Severity::Refuse, {}, {paper.kind, paper.number}, {}};
  verdict.findings << faultsOf(**m_book, request.papers, verdict.findings, birth, request.today);
  verdict.findings << impossibleOnFile(**m_book, request.onFile, verdict.findings, birth, request.today);
  if (request.before) {
    const auto old = [&](const Finding& finding) {
      return !lacking.contains(finding) && !concernsChange(finding, *request.before, *request.record);
    };
    verdict.findings.removeIf(old);
    verdict.met.removeIf(old);
  }
  return verdict;
}

Result<Findings> Judge::judge(const Request& request, const Facts& facts) const {
  auto verdict = this->verdict(request, facts);
  if (!verdict)
    return std::unexpected(verdict.error());
  return std::move(verdict->findings);
}

Result<Findings> Judge::judgeField(Field field, const Request& request, const Facts& facts) const {
  auto findings = judge(request, facts);
  if (findings)
    findings->removeIf([&](const Finding& finding) { return !finding.fields.contains(field); });
  return findings;
}

Result<std::optional<RuleInForce>> Judge::ruleFor(const QString& id, const Request& request, const Facts& facts) const {
  if (!m_book)
    return std::unexpected(m_book.error());
  const auto school = facts.school(request.effective);
  if (!school)
    return std::unexpected(school.error());
  return (*m_book)->inForce(id, request.effective, request.stage, provinceOf(*school));
}

Result<Finding> Judge::fault(Field field, const FieldFault& fault, const Request& request, const Facts& facts) const {
  if (fault.code == u"identity_damaged") {
    const QString n01 = QStringLiteral("N01");
    const auto rule = ruleFor(n01, request, facts);
    if (!rule)
      return std::unexpected(rule.error());
    return Finding{n01,        QStringLiteral("N01.damaged"),       Severity::Refuse, {field},
                   fault.args, *rule ? (*rule)->ruleSet : QString()};
  }
  if (!m_book)
    return std::unexpected(m_book.error());
  const QString code = (*m_book)->knowsCode(fault.code) ? fault.code : QStringLiteral("value_unreadable");
  // A cell of the wrong kind in an item that need not be filled: nothing of it is taken, the row may come in.
  static const QStringList kWrongKind = {QStringLiteral("cell_error"), QStringLiteral("formula_empty"),
                                         QStringLiteral("cell_date"), QStringLiteral("cell_number"),
                                         QStringLiteral("cell_boolean")};
  const bool mayStayEmpty = kWrongKind.contains(code) && !m_catalogue.definition(field).mustFill;
  return Finding{{}, code, mayStayEmpty ? Severity::Warn : Severity::Refuse, {field}, fault.args, {}};
}

Result<Finding> Judge::column(const QString& header, const Request& request, const Facts& facts) const {
  const QString e04 = QStringLiteral("E04");
  const auto found = ruleFor(e04, request, facts);
  if (!found)
    return std::unexpected(found.error());
  const std::optional<RuleInForce>& rule = *found;
  const QStringList words = rule ? rule->parameters.texts(QStringLiteral("words")) : QStringList();
  const bool isResult =
      std::any_of(words.begin(), words.end(), [&](const QString& word) { return header.contains(word); });
  if (isResult && request.stage != Stage::Senior)
    return Finding{e04, QStringLiteral("E04.column"), rule->severity, {}, {header}, rule->ruleSet};
  return Finding{{}, QStringLiteral("column_unknown"), Severity::Warn, {}, {header}, {}};
}

} // namespace xueji
