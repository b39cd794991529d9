#pragma once

#include "domain/field_catalogue.h"
#include "domain/field_parser.h"
#include "rules/facts.h"
#include "rules/request.h"
#include "rules/rule_book.h"

#include <memory>

namespace xueji {

/// What the rules say to a request.
struct Verdict {
  Findings findings;   ///< what stands; fields in the order of the rule table
  Findings met;        ///< findings that complete papers meet; those of severity proof are the act's exceptions
  QString ruleSets;    ///< e.g. "N2025+HB2017"
  bool allows() const; ///< nothing of severity refuse or proof stands
};

/// Asks the rules in force on the effective date. One root cause gives one finding: a damaged identity number is not
/// also called a wrong check character. A question that cannot be answered (facts.h) is the error of the whole verdict:
/// nothing is allowed by it. May be used from several threads.
class Judge {
public:
  /// Book and catalogue must outlive the judge. A book that could not be made is the error of every answer.
  Judge(const Result<RuleBook>& book, const FieldCatalogue& catalogue);
  Judge(const RuleBook& book, const FieldCatalogue& catalogue);
  ~Judge();

  Result<Verdict> verdict(const Request& request, const Facts& facts) const;
  /// Everything that stands against the act; the findings of verdict().
  Result<Findings> judge(const Request& request, const Facts& facts) const;
  /// Only what concerns one item, while it is typed.
  Result<Findings> judgeField(Field field, const Request& request, const Facts& facts) const;

  /// The finding for a cell the parser could not read; N01.damaged and the like get their rule.
  Result<Finding> fault(Field field, const FieldFault& fault, const Request& request, const Facts& facts) const;
  /// A column that is no data item: refused where it would keep a test result for compulsory entry (E04), else a
  /// warning that it is left out ("column_unknown").
  Result<Finding> column(const QString& header, const Request& request, const Facts& facts) const;

private:
  struct Cache;
  std::shared_ptr<const QList<RuleInForce>> rulesFor(const Request& request, const QString& province) const;
  Result<std::optional<RuleInForce>> ruleFor(const QString& id, const Request& request, const Facts& facts) const;
  Result<const RuleBook*> m_book;
  const FieldCatalogue& m_catalogue;
  std::unique_ptr<Cache> m_cache;
};

} // namespace xueji
