#include "rules/rule_book.h"

#include "rule_reader.h"
#include "setting_bounds.h"
#include "text/filling.h"

#include <utility>

namespace xueji {
namespace {

QString joined(const QStringList& parts, Language language) {
  return parts.join(language == Language::Chinese ? QStringLiteral("；") : QStringLiteral("; "));
}

} // namespace

Result<RuleBook> RuleBook::load() {
  return RuleReader::read(QStringLiteral(":/rules"));
}

Result<RuleBook> RuleBook::withSettings(const QJsonObject& county, const QJsonObject& school, const Span& span) const {
  auto layered = RuleReader::layOver(*this, RuleLevel::County, county, span);
  if (!layered)
    return layered;
  return RuleReader::layOver(std::move(*layered), RuleLevel::School, school, span);
}

Result<void> RuleBook::checkSettings(const QJsonObject& county, const QJsonObject& school, const Span& span) const {
  if (const auto laid = withSettings(county, school, span); !laid)
    return std::unexpected(laid.error());
  if (auto kept = RuleReader::checkBounds(*this, RuleLevel::County, county, span); !kept)
    return kept;
  return RuleReader::checkBounds(*this, RuleLevel::School, school, span);
}

const Rule* RuleBook::rule(const QString& id) const {
  const auto found = m_byId.constFind(id);
  return found == m_byId.constEnd() ? nullptr : &m_rules[*found];
}

const RuleSet* RuleBook::set(const QString& id) const {
  for (const RuleSet& set : m_sets)
    if (set.id == id)
      return &set;
  return nullptr;
}

std::optional<RuleInForce> RuleBook::inForce(const QString& ruleId, const QDate& date, Stage stage,
                                             const QString& province) const {
  const Rule* found = rule(ruleId);
  if (!found)
    return std::nullopt;
  RuleInForce result{found, found->severity.value_or(Severity::Warn), {}, {}};
  QJsonObject parameters = found->parameters;
  QJsonObject law = parameters;
  for (const RuleBasis& basis : found->bases) {
    const RuleSet* from = set(basis.set);
    if (!from || !from->holds(date, stage, province))
      continue;
    // Settings change a rule, within its bounds; only a document brings it into force.
    const bool isDocument = from->level < RuleLevel::County;
    if (isDocument)
      result.ruleSet = basis.set;
    for (auto it = basis.parameters.begin(); it != basis.parameters.end(); ++it)
      if (isDocument || isWithin(found->bounds.value(it.key()), law.value(it.key()), it.value()))
        parameters.insert(it.key(), it.value());
    if (isDocument)
      law = parameters;
    if (basis.severity)
      result.severity = *basis.severity;
  }
  if (result.ruleSet.isEmpty())
    return std::nullopt;
  result.parameters = Parameters(parameters);
  return result;
}

QList<RuleInForce> RuleBook::inForceAt(Occasion occasion, const QString& act, const QDate& date, Stage stage,
                                       const QString& province) const {
  QList<RuleInForce> list;
  for (const Rule& candidate : m_rules) {
    if (candidate.state != RuleState::Implemented || !candidate.occasions.contains(occasion))
      continue;
    if (occasion == Occasion::ActWished && !candidate.acts.contains(act))
      continue;
    if (auto found = inForce(candidate.id, date, stage, province))
      list << *found;
  }
  return list;
}

QString RuleBook::setsOn(const QDate& date, Stage stage, const QString& province) const {
  QStringList ids;
  for (const RuleSet& candidate : m_sets)
    if (candidate.level != RuleLevel::Law && candidate.holds(date, stage, province))
      ids << candidate.id;
  return ids.isEmpty() ? QStringLiteral("BASE") : ids.join(u'+');
}

const RuleSentence* RuleBook::sentenceOf(const Finding& finding) const {
  const QString id = finding.rule.isEmpty() ? finding.code.section(u'.', 0, 0) : finding.rule;
  if (const Rule* found = rule(id)) {
    const auto sentence = found->sentences.constFind(finding.code);
    if (sentence != found->sentences.constEnd())
      return &*sentence;
  }
  const auto general = m_general.constFind(finding.code);
  return general == m_general.constEnd() ? nullptr : &*general;
}

QString RuleBook::sentence(const Finding& finding, Language language) const {
  if (const RuleSentence* found = sentenceOf(finding))
    return filled(found->text.in(language), argumentsOf(finding, language));
  return filled(m_general.value(QStringLiteral("unknown")).text.in(language), {finding.code});
}

QString RuleBook::remedy(const Finding& finding, Language language) const {
  if (const RuleSentence* found = sentenceOf(finding))
    return filled(found->remedy.in(language), argumentsOf(finding, language));
  return m_general.value(QStringLiteral("unknown")).remedy.in(language);
}

QString RuleBook::citation(const Finding& finding, Language language) const {
  const Rule* found = rule(finding.rule);
  if (!found)
    return {};
  if (const RuleSentence* own = sentenceOf(finding); own && own->citation)
    return own->citation->in(language);
  const RuleSet* decided = set(finding.ruleSet);
  if (!decided)
    return citation(*found, language);
  QStringList parts;
  for (const RuleBasis& basis : found->bases)
    if (set(basis.set)->level == RuleLevel::Law || basis.set == finding.ruleSet)
      parts << basis.citation.in(language);
  return joined(parts, language);
}

QString RuleBook::citation(const Rule& rule, Language language) const {
  QStringList parts;
  for (const RuleBasis& basis : rule.bases)
    parts << basis.citation.in(language);
  return joined(parts, language);
}

QString RuleBook::proofName(const QString& kind, Language language) const {
  return m_proofs.value(kind).name.in(language);
}

QString RuleBook::levelName(const QString& level, Language language) const {
  const auto word = m_paperLevels.constFind(level);
  return word == m_paperLevels.constEnd() ? level : word->in(language);
}

QString RuleBook::partName(const QString& part, Language language) const {
  return m_paperParts.value(part).in(language);
}

const PaperKind* RuleBook::paperKind(const QString& kind) const {
  const auto found = m_proofs.constFind(kind);
  return found == m_proofs.constEnd() ? nullptr : &*found;
}

QStringList RuleBook::lackOf(const SeenPaper& paper) const {
  const PaperKind* kind = paperKind(paper.kind);
  if (!kind)
    return m_paperParts.keys();
  const auto isThere = [&](const QString& part) {
    if (part == u"number")
      return !paper.number.isEmpty();
    if (part == u"issuer")
      return !paper.issuer.isEmpty();
    if (part == u"level")
      return kind->levels.isEmpty() ? !paper.level.isEmpty() : kind->levels.contains(paper.level);
    if (part == u"issued")
      return paper.issued.isValid();
    return !paper.note.isEmpty();
  };
  QStringList lack = kind->needs;
  lack.removeIf(isThere);
  return lack;
}

QStringList RuleBook::paperKinds() const {
  QStringList kinds = m_proofs.keys();
  kinds.sort();
  return kinds;
}

QStringList RuleBook::paperLevels() const {
  QStringList levels = m_paperLevels.keys();
  levels.sort();
  return levels;
}

RuleBook::Demand RuleBook::demandOf(const Finding& finding) const {
  const Rule* found = rule(finding.rule);
  if (!found)
    return {};
  const RuleSentence own = found->sentences.value(finding.code);
  if (!own.proofs.isEmpty())
    return {own.proofs, true};
  return {own.anyProofs.isEmpty() ? found->proofs : own.anyProofs, false};
}

bool RuleBook::isFor(const SeenPaper& paper, const Finding& finding) const {
  return demandOf(finding).kinds.contains(paper.kind) && lackOf(paper).isEmpty();
}

/// Words in place of keys where a finding speaks of a paper; all other arguments are as they are.
QStringList RuleBook::argumentsOf(const Finding& finding, Language language) const {
  const bool isIncomplete = finding.code == u"paper_incomplete";
  const PaperKind* kind = isIncomplete || finding.code == u"paper_day" || finding.code == u"paper_used"
                              ? paperKind(finding.args.value(0))
                              : nullptr;
  if (!kind)
    return finding.args;
  if (!isIncomplete)
    return QStringList{kind->name.in(language)} + finding.args.mid(1);
  const bool chinese = language == Language::Chinese;
  const QString comma = chinese ? QStringLiteral("、") : QStringLiteral(", ");
  QStringList parts;
  for (const QString& part : finding.args.value(1).split(u',')) {
    QStringList levels;
    for (const QString& level : kind->levels)
      levels << m_paperLevels.value(level).in(language);
    const QString words = m_paperParts.value(part).in(language);
    const QString brackets = chinese ? QStringLiteral("%1（%2）") : QStringLiteral("%1 (%2)");
    parts << (part == u"level" && !levels.isEmpty() ? brackets.arg(words, levels.join(comma)) : words);
  }
  return {kind->name.in(language), parts.join(comma)};
}

QStringList RuleBook::itemsOf(const Finding& finding) const {
  const RuleSentence* found = sentenceOf(finding);
  return found ? found->items : QStringList();
}

bool RuleBook::isOpenPoint(const Finding& finding) const {
  const RuleSentence* found = sentenceOf(finding);
  return found && found->openPoint;
}

LocalText RuleBook::text(const Finding& finding) const {
  return {sentence(finding, Language::Chinese), sentence(finding, Language::English)};
}

bool RuleBook::knowsCode(const QString& code) const {
  Finding finding;
  finding.code = code;
  return sentenceOf(finding) != nullptr;
}

} // namespace xueji
