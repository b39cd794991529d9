#include "rules/papers.h"

#include <algorithm>

namespace xueji {
namespace {

const QString kIncomplete = QStringLiteral("paper_incomplete");

/// The best paper of a kind: a complete one, else the last that was seen.
const SeenPaper* bestOf(const RuleBook& book, const QString& kind, const QList<SeenPaper>& papers) {
  const SeenPaper* best = nullptr;
  for (const SeenPaper& paper : papers)
    if (paper.kind == kind && (!best || !book.lackOf(*best).isEmpty()))
      best = &paper;
  return best;
}

Finding incomplete(const SeenPaper& paper, const QStringList& lack, const Finding& of) {
  return {of.rule, kIncomplete, of.severity, of.fields, {paper.kind, lack.join(u',')}, of.ruleSet};
}

Finding impossible(const SeenPaper& paper, const PaperDays& days, Severity severity, const QList<Field>& fields) {
  const QStringList args{paper.kind, paper.issued.toString(Qt::ISODate), days.from.toString(Qt::ISODate),
                         days.to.toString(Qt::ISODate)};
  return {{}, QStringLiteral("paper_day"), severity, fields, args, {}};
}

const QDate kFirstDay(1949, 10, 1); // of the People's Republic: none of its offices has issued a paper before

} // namespace

bool PaperDays::hold(const SeenPaper& paper) const {
  return !paper.issued.isValid() || (paper.issued >= from && (!to.isValid() || paper.issued <= to));
}

PaperDays daysOf(const RuleBook& book, const QString& kind, const QDate& birth, const QDate& today) {
  const PaperKind* known = book.paperKind(kind);
  const bool ofChild = known && !known->beforeBirth && birth.isValid();
  return {ofChild ? std::max(birth, kFirstDay) : kFirstDay, today};
}

Result<void> checkPaper(const RuleBook& book, const SeenPaper& paper, const QDate& today) {
  const QString name = book.proofName(paper.kind, Language::Chinese);
  if (const QStringList lack = book.lackOf(paper); !lack.isEmpty()) {
    QStringList parts;
    for (const QString& part : lack)
      parts << book.partName(part, Language::Chinese);
    return fail(ErrorCode::ValueInvalid, {name + u'：' + parts.join(u'、'), QString()});
  }
  const PaperDays days = daysOf(book, paper.kind, {}, today);
  if (days.hold(paper))
    return {};
  const QString between = QStringLiteral("%1：%2（%3—%4）")
                              .arg(name, book.partName(QStringLiteral("issued"), Language::Chinese),
                                   days.from.toString(Qt::ISODate), days.to.toString(Qt::ISODate));
  return fail(ErrorCode::ValueInvalid, {between, paper.issued.toString(Qt::ISODate)});
}

PaperAnswer answerOf(const RuleBook& book, const Finding& finding, const QList<SeenPaper>& papers) {
  if (finding.severity == Severity::Refuse)
    return {false, {finding}};
  const RuleBook::Demand demand = book.demandOf(finding);
  int complete = 0;
  int absent = 0;
  PaperAnswer answer;
  for (const QString& kind : demand.kinds) {
    const SeenPaper* paper = bestOf(book, kind, papers);
    const QStringList lack = paper ? book.lackOf(*paper) : QStringList();
    absent += !paper;
    complete += paper && lack.isEmpty();
    if (!lack.isEmpty())
      answer.standing << incomplete(*paper, lack, finding);
  }
  answer.met = demand.all ? complete == demand.kinds.size() && complete > 0 : complete > 0;
  if (answer.met)
    return {true, {}};
  // A paper that lacks something is the root cause; what was not brought at all is still asked for.
  if (answer.standing.isEmpty() || (demand.all && absent > 0))
    answer.standing.prepend(finding);
  return answer;
}

Findings faultsOf(const RuleBook& book, const QList<SeenPaper>& papers, const Findings& told, const QDate& birth,
                  const QDate& today) {
  Findings faults;
  for (const SeenPaper& paper : papers) {
    if (!book.paperKind(paper.kind)) {
      faults << Finding{{}, QStringLiteral("paper_unknown"), Severity::Refuse, {}, {paper.kind}, {}};
      continue;
    }
    if (const PaperDays days = daysOf(book, paper.kind, birth, today); !days.hold(paper)) {
      faults << impossible(paper, days, Severity::Refuse, {});
      continue;
    }
    const QStringList lack = book.lackOf(paper);
    const bool said = std::any_of(told.begin(), told.end(), [&](const Finding& finding) {
      return finding.code == kIncomplete && finding.args.value(0) == paper.kind;
    });
    if (!lack.isEmpty() && !said)
      faults << incomplete(paper, lack, Finding{{}, {}, Severity::Warn, {}, {}, {}});
  }
  return faults;
}

Findings impossibleOnFile(const RuleBook& book, const QList<SeenPaper>& onFile, const Findings& standing,
                          const QDate& birth, const QDate& today) {
  Findings warnings;
  for (const SeenPaper& paper : onFile) {
    const PaperDays days = daysOf(book, paper.kind, birth, today);
    const auto demanding = std::find_if(standing.begin(), standing.end(), [&](const Finding& finding) {
      return finding.severity != Severity::Refuse && book.demandOf(finding).kinds.contains(paper.kind);
    });
    if (days.hold(paper) || demanding == standing.end())
      continue;
    const Finding warning = impossible(paper, days, Severity::Warn, demanding->fields);
    const bool isSaid = std::any_of(standing.begin(), standing.end(), [&](const Finding& finding) {
      return finding.code == warning.code && finding.args == warning.args;
    });
    if (!isSaid)
      warnings << warning;
  }
  return warnings;
}

} // namespace xueji
