#include "school_rules.h"

#include "domain/ledger_facts.h"

namespace xueji {

Result<RuleBook> laidOn(const RuleBook& standard, const Chains& school) {
  const QList<FactRow> rows = school.seen(SchoolRulesFact::fact().key);
  Result<RuleBook> book = standard;
  for (qsizetype at = 0; book && at < rows.size(); ++at) {
    const bool ends = at + 1 < rows.size();
    // Of two rows of one day the later entered holds.
    if (ends && rows[at + 1].from == rows[at].from)
      continue;
    const SchoolRulesFact settings = SchoolRulesFact::of(rows[at]);
    const QDate from = QDate::fromString(rows[at].from, Qt::ISODate);
    const QDate to = ends ? QDate::fromString(rows[at + 1].from, Qt::ISODate).addDays(-1) : QDate();
    book = book->withSettings(settings.county, settings.school, {from, to});
  }
  return book;
}

Result<void> checkSettings(const RuleBook& standard, const QList<PlannedRow>& planned) {
  for (const PlannedRow& row : planned) {
    if (row.fact != SchoolRulesFact::fact().key)
      continue;
    const SchoolRulesFact settings = SchoolRulesFact::of(FactRow{0, 0, 0, 0, row.from, row.values});
    const QDate from = QDate::fromString(row.from, Qt::ISODate);
    if (auto fit = standard.checkSettings(settings.county, settings.school, {from, {}}); !fit)
      return fit;
  }
  return {};
}

} // namespace xueji
