#pragma once

#include "domain/act.h"
#include "domain/language.h"
#include "domain/school_profile.h"

#include <QHash>
#include <QJsonObject>

namespace xueji {

/// One text in both languages of the program.
struct LocalText {
  QString chinese;
  QString english;
  const QString& in(Language language) const { return language == Language::Chinese ? chinese : english; }
};

/// Upon what the rules are asked.
enum class Occasion {
  ActWished,  ///< an act that is typed, imported or performed
  AsItStands, ///< the register as it is: what is wrong today
};

enum class RuleState { Implemented, Later };

/// Who stands behind a set; a later level is laid over an earlier one.
enum class RuleLevel { Law, Nation, Province, County, School };

/// One span in which a set is in force. Null from or to = open; no stages = all.
struct Validity {
  QDate from;
  QDate to; ///< last day, inclusive
  QList<Stage> stages;
};

/// A document (or a settings page) with dates, e.g. N2025.
struct RuleSet {
  QString id;
  LocalText title;
  RuleLevel level = RuleLevel::Law;
  QString province; ///< two digits of GB/T 2260; empty = everywhere
  QList<Validity> validity;
  bool holds(const QDate& date, Stage stage, const QString& inProvince) const;
};

/// What one set says on a rule: where it is written and what it changes.
struct RuleBasis {
  QString set;
  LocalText citation; ///< document and article
  QJsonObject parameters;
  std::optional<Severity> severity; ///< stricter or milder than the rule's own
};

/// A sentence for one finding code, with %1 ... for the finding's arguments.
struct RuleSentence {
  LocalText text;
  LocalText remedy;
  std::optional<Severity> severity; ///< where a code of the rule weighs otherwise than the rule
  QStringList proofs;               ///< papers that together meet it; empty = any one of anyProofs
  QStringList anyProofs;            ///< papers of which one meets it; empty = any one of the rule's
  /// Of which item the arguments are the value or a part of it: ids of the catalogue, empty or left out: of none.
  /// Who may not see the item whole does not see them either (OwnRights::seen()).
  QStringList items;
  std::optional<LocalText> citation; ///< where it is written, if not where the rule is
  bool openPoint = false; ///< of a record that stands it is an open point (something still to be brought), no finding
};

/// A kind of paper and what must be recorded of one, for it to meet a finding.
struct PaperKind {
  LocalText name;
  QStringList needs;        ///< of "number", "issuer", "level", "issued", "note"
  QStringList levels;       ///< of the issuer, of which one must be; empty: any
  bool beforeBirth = false; ///< a paper of the family, which may be older than the child
  QString usedBy = {};      ///< key of a fact whose next row uses the paper up; empty: it stays good
};

/// One rule of the book. Texts are in our own words; ids are those of the rule table (N01 ... R06).
struct Rule {
  QString id;
  RuleState state = RuleState::Later;
  LocalText title;
  LocalText text;
  std::optional<Severity> severity; ///< empty: the rule computes or displays, it does not judge
  QList<Occasion> occasions;        ///< upon which it is asked; of a rule to come later none
  QStringList acts;                 ///< kinds of acts at which it is asked when one is wished for
  QJsonObject parameters;           ///< defaults, below those of the sets
  QJsonObject bounds;               ///< by parameter: how settings may change it (setting_bounds.h)
  QList<RuleBasis> bases;           ///< in the order of the sets' levels
  QStringList proofs;               ///< kinds of paper that are accepted (any one of them)
  bool openPoint = false; ///< the record shows it as open until a paper of its kinds is there: no act can know it yet
  QString overrideBy;     ///< "nobody", "registrar", "principal", "bureau"
  QHash<QString, RuleSentence> sentences; ///< by finding code
};

/// Parameters of a rule as they hold for one case: defaults, then the sets in the order of their levels.
class Parameters {
public:
  Parameters() = default;
  explicit Parameters(QJsonObject values) : m_values(std::move(values)) {}
  int number(const QString& name) const { return m_values.value(name).toInt(); }
  QString text(const QString& name) const { return m_values.value(name).toString(); }
  QStringList texts(const QString& name) const;
  QJsonObject object(const QString& name) const { return m_values.value(name).toObject(); }
  QDate date(const QString& name) const { return QDate::fromString(text(name), Qt::ISODate); } ///< "2026-09-01"
  /// A day of the year such as "08-31" in the given year; null when it is none.
  QDate dayIn(int year, const QString& name) const;
  const QJsonObject& values() const { return m_values; }

private:
  QJsonObject m_values;
};

/// A rule as it stands on one day at one kind of school.
struct RuleInForce {
  const Rule* rule = nullptr;
  Severity severity = Severity::Warn;
  Parameters parameters;
  QString ruleSet; ///< the most particular document that speaks on it; settings show in RuleBook::setsOn() only
};

} // namespace xueji
