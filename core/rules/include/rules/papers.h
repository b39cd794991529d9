#pragma once

#include "rules/request.h"
#include "rules/rule_book.h"

namespace xueji {

/// Days on which a paper may have been issued: none before the People's Republic, none that is still to come, and none
/// of a child before its birth, but for papers of its family (PaperKind::beforeBirth). A null birth or today: open.
struct PaperDays {
  QDate from;
  QDate to;
  /// A paper without a day is none of an impossible one.
  bool hold(const SeenPaper& paper) const;
};
PaperDays daysOf(const RuleBook& book, const QString& kind, const QDate& birth, const QDate& today);

/// Whether a paper can be used by itself, before it is asked which child it is for. Errors: ValueInvalid (its kind with
/// what it lacks, or with the days between which its own lies).
Result<void> checkPaper(const RuleBook& book, const SeenPaper& paper, const QDate& today);

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
/// of a day that cannot be ("paper_day", refused), or incomplete ("paper_incomplete", a warning; `told` holds what was
/// said already).
Findings faultsOf(const RuleBook& book, const QList<SeenPaper>& papers, const Findings& told, const QDate& birth,
                  const QDate& today);

/// Papers on file of a day that cannot be ("paper_day", a warning), of the kinds that a finding of `standing` demands:
/// why it is not met although such a paper is there. What `standing` says already of the same paper is not said again.
Findings impossibleOnFile(const RuleBook& book, const QList<SeenPaper>& onFile, const Findings& standing,
                          const QDate& birth, const QDate& today);

} // namespace xueji
