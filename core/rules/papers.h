#pragma once

#include "rules/request.h"
#include "rules/rule_book.h"

namespace xueji {

/// What the papers at hand do for one finding.
struct PaperAnswer {
  bool met = false;
  /// What stands instead: the finding itself where no paper of its kinds was seen, and a finding ("paper_incomplete")
  /// for each paper of them that lacks something. Empty when it is met.
  Findings standing;
};

/// A refusal is met by no paper; the rest by complete papers of the kinds that the book demands (RuleBook::demandOf()).
PaperAnswer answerOf(const RuleBook& book, const Finding& finding, const QList<SeenPaper>& papers);

/// What is wrong with the papers of a wish by themselves: of no kind that the book knows ("paper_unknown", refused), or
/// incomplete ("paper_incomplete", a warning; `told` holds what was said already).
Findings faultsOf(const RuleBook& book, const QList<SeenPaper>& papers, const Findings& told);

} // namespace xueji
