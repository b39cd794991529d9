#pragma once

#include "domain/field_catalogue.h"
#include "rules/facts.h"
#include "rules/request.h"
#include "rules/rule.h"

#include <functional>

namespace xueji {

/// All that a check may look at: it is a pure function of this.
struct CheckInput {
  const Request& request;
  const Facts& facts;
  const SchoolProfile& school;
  const FieldCatalogue& catalogue;
  const QList<RuleInForce>& inForce;
  const RuleInForce& rule;

  const QString& value(Field field) const { return request.record->value(field); }
  Asking asking() const { return {request.effective, request.student}; }
  QDate date(Field field) const { return QDate::fromString(value(field), Qt::ISODate); }
  int entryYear() const;                                ///< of the request, else the year of the effective date
  Parameters parametersOf(const QString& ruleId) const; ///< of another rule in force; empty when it is not
  bool hasFirstGrade() const { return request.entryGrade == 1 && !request.continued; }
  /// A finding of this rule; its severity is the rule's unless the sentence has one of its own.
  Finding finding(const QString& code, QList<Field> fields, QStringList args = {}) const;
  /// Whether a paper of this kind is at hand, complete or not.
  bool hasPaper(QLatin1String kind) const;
};

/// One implemented rule.
struct Check {
  QString rule;
  std::function<Result<Findings>(const CheckInput&)> run; ///< fails only where a question of Facts does
  QStringList silencedBy;                                 ///< rules whose finding is the root cause of this one's
};

/// In the order in which they are run; a check stands after those that silence it.
QList<Check> documentChecks();      ///< N01-N09, E21, N16, N17, N19, N20, N22: the child's documents
QList<Check> studentNumberChecks(); ///< N10-N15, N18: numbers that the system gives
QList<Check> classChecks();         ///< C01-C04, C06, C14, C18: into which class a child may come
QList<Check> entryChecks();         ///< E01-E05, E20
QList<Check> situationChecks();     ///< E15, E22-E24: disability, where the child comes from, orphans, guardians
QList<Check> itemChecks();          ///< N21, I01-I04: how single items are filled in

/// Must-fill items that are empty ("required"), without those that a rule of its own speaks on (N09, E24).
Findings missingItems(const Request& request, const FieldCatalogue& catalogue);

/// Full years on a day; a child born on 29 February completes its year on 1 March of a common year.
int fullYears(const QDate& birth, const QDate& day);

} // namespace xueji
