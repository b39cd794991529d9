#include "register/office.h"

#include "domain/ledger_facts.h"
#include "register_facts.h"
#include "school_rules.h"

#include <algorithm>

namespace xueji {

/// The rule book with settings, and the judge that uses it.
struct Office::Laid {
  Laid(QList<FactRow> rows, Result<RuleBook> made, const FieldCatalogue& fields)
      : settings(std::move(rows)), book(std::move(made)), judge(book, fields) {}
  QList<FactRow> settings;
  Result<RuleBook> book;
  Judge judge;
};

Office::Office(std::unique_ptr<RegisterStore> store, const RuleBook& rules, const FieldCatalogue& fields,
               const Clock& clock, RandomSource& random)
    : m_store(std::move(store)), m_standard(rules), m_fields(fields), m_clock(clock), m_random(random),
      m_facts(std::make_unique<RegisterFacts>(*m_store)) {
  laid();
}

Office::~Office() = default;

const Office::Laid& Office::laid() const {
  const Chains& school = m_store->schoolChains();
  QList<FactRow> settings = school.seen(SchoolRulesFact::fact().key);
  const auto same = [](const FactRow& a, const FactRow& b) { return a.id == b.id && a.values == b.values; };
  const auto fits = [&](const std::unique_ptr<Laid>& laid) {
    return std::equal(settings.begin(), settings.end(), laid->settings.begin(), laid->settings.end(), same);
  };
  // Settings that are taken back, or a transaction that is, bring an earlier form again.
  const auto known = std::find_if(m_laid.begin(), m_laid.end(), fits);
  if (known == m_laid.end())
    m_laid.push_back(std::make_unique<Laid>(std::move(settings), laidOn(m_standard, school), m_fields));
  else if (known + 1 != m_laid.end())
    std::rotate(known, known + 1, m_laid.end());
  return *m_laid.back();
}

const RuleBook& Office::rules() const {
  const Laid& present = laid();
  return present.book ? *present.book : m_standard;
}

const Judge& Office::judge() const {
  return laid().judge;
}

Office::Maker Office::another() const {
  return [this]() -> Result<std::unique_ptr<Office>> {
    auto store = m_store->another();
    if (!store)
      return std::unexpected(store.error());
    return std::make_unique<Office>(std::move(*store), m_standard, m_fields, m_clock, m_random);
  };
}

} // namespace xueji
