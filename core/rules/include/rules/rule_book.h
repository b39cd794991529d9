#pragma once

#include "domain/error.h"
#include "domain/finding.h"
#include "domain/wish.h"
#include "rules/rule.h"

namespace xueji {

/// All rules with their dated sets, and every sentence a finding can need, in Chinese and English.
/// Read from `:/rules/*.json`. A value: copies are independent, findings refer to it by id only.
class RuleBook {
public:
  /// The book that comes with the program. Error: Internal (a resource is malformed; args: file and place).
  static Result<RuleBook> load();

  /// First and last day on which settings hold, whatever their own `from` and `to` say; null: open.
  struct Span {
    QDate from;
    QDate to;
  };
  /// This book with county and school settings laid over it, as sets COUNTY and SCHOOL (with a first day:
  /// COUNTY@2025-01-01). Each is
  /// `{"from":"2025-01-01","to":"","rules":{"E20":{"parameters":{"usualMonth":9},"severity":"proof"}}}`; an empty
  /// object changes nothing. Parameters must exist in the rule and keep their JSON type; a severity may only be made
  /// stricter; other keys are refused. A parameter that leaves the bounds of its rule (setting_bounds.h) is not laid
  /// on: what the law says holds. Error: ValueInvalid (args: "county" or "school" with rule and key, the value).
  Result<RuleBook> withSettings(const QJsonObject& county, const QJsonObject& school, const Span& span = {}) const;
  /// Whether these settings may be made for the days of `span`: they fit the book, do not end before they begin, and
  /// every parameter keeps the bounds of its rule against what each document says that is in force on one of the days.
  /// Error: ValueInvalid (as above, of a parameter with its bounds: "county C01.limit (1–45)").
  Result<void> checkSettings(const QJsonObject& county, const QJsonObject& school, const Span& span = {}) const;

  const QList<Rule>& rules() const { return m_rules; } ///< in the order of the rule table
  const QList<RuleSet>& sets() const { return m_sets; }
  const Rule* rule(const QString& id) const; ///< null when unknown
  const RuleSet* set(const QString& id) const;

  /// The implemented rules that are asked on the occasion, as they stand on the day. @p act: kind of the act wished
  /// for;
  /// @p province: two digits.
  QList<RuleInForce> inForceAt(Occasion occasion, const QString& act, const QDate& date, Stage stage,
                               const QString& province) const;
  /// One rule on a day, implemented or later; nothing when no set that carries it is in force.
  std::optional<RuleInForce> inForce(const QString& ruleId, const QDate& date, Stage stage,
                                     const QString& province) const;
  /// National, provincial and own sets in force, e.g. "N2025+HB2017", as an act stores it.
  QString setsOn(const QDate& date, Stage stage, const QString& province) const;

  /// What is wrong, with the finding's arguments filled in. Never empty: an unknown code yields a general sentence.
  QString sentence(const Finding& finding, Language language) const;
  /// What would make it right.
  QString remedy(const Finding& finding, Language language) const;
  /// Document and article that decide the finding; empty where no numbered rule stands behind it.
  QString citation(const Finding& finding, Language language) const;
  QString citation(const Rule& rule, Language language) const; ///< of all its sets
  /// Name of a kind of paper, e.g. 延缓入学批准书.
  QString proofName(const QString& kind, Language language) const;
  /// 县级 ... of a level that papers name; the key itself where it is none.
  QString levelName(const QString& level, Language language) const;
  /// 编号 ... of a word of PaperKind::needs.
  QString partName(const QString& part, Language language) const;
  QStringList paperKinds() const;                        ///< keys of all kinds, in order
  QStringList paperLevels() const;                       ///< keys of all levels, in order
  const PaperKind* paperKind(const QString& kind) const; ///< null when unknown
  /// What a paper lacks of what its kind needs, in the words of PaperKind::needs; a level that is not accepted counts
  /// as lacking. Of an unknown kind everything.
  QStringList lackOf(const SeenPaper& paper) const;
  /// Kinds of paper that meet a finding: all of them (a sentence asks for them), or any one (the rule names them).
  struct Demand {
    QStringList kinds;
    bool all = false;
  };
  Demand demandOf(const Finding& finding) const;
  /// Whether the paper is complete and of a kind that the finding demands.
  bool isFor(const SeenPaper& paper, const Finding& finding) const;
  bool knowsCode(const QString& code) const;
  bool isOpenPoint(const Finding& finding) const;    ///< RuleSentence::openPoint
  LocalText text(const Finding& finding) const;      ///< sentence() in both languages
  QStringList itemsOf(const Finding& finding) const; ///< RuleSentence::items

private:
  friend class RuleReader;
  const RuleSentence* sentenceOf(const Finding& finding) const;
  QStringList argumentsOf(const Finding& finding, Language language) const;
  QList<Rule> m_rules;
  QHash<QString, int> m_byId;
  QList<RuleSet> m_sets;
  QHash<QString, RuleSentence> m_general; ///< codes without a rule
  QHash<QString, PaperKind> m_proofs;
  QHash<QString, LocalText> m_paperParts;  ///< words for PaperKind::needs
  QHash<QString, LocalText> m_paperLevels; ///< words for PaperKind::levels
};

} // namespace xueji
