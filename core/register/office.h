#pragma once

#include "domain/clock.h"
#include "domain/field_catalogue.h"
#include "domain/random_source.h"
#include "rules/judge.h"
#include "rules/rule_book.h"
#include "store/register_store.h"

#include <functional>
#include <memory>

namespace xueji {

/// An opened register with all that an act needs: the store and its signed-in user, the rule book with the judge, the
/// field catalogue, the clock and the source of randomness. Belongs to one thread; a worker makes its own by another().
class Office {
public:
  /// The rule book, catalogue, clock and random source must outlive the office.
  Office(std::unique_ptr<RegisterStore> store, const RuleBook& rules, const FieldCatalogue& fields, const Clock& clock,
         RandomSource& random);
  ~Office();
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  RegisterStore& store() const { return *m_store; }
  const RuleBook& rules() const { return m_rules; }
  const FieldCatalogue& fields() const { return m_fields; }
  const Judge& judge() const { return m_judge; }
  const Clock& clock() const { return m_clock; }
  RandomSource& random() const { return m_random; }

  /// What the rules may ask about the register as it stands now.
  const Facts& facts() const { return *m_facts; }

  /// Answers a maker of the same office on another connection, to be called once in the worker's own thread.
  using Maker = std::function<Result<std::unique_ptr<Office>>()>;
  Maker another() const;

private:
  std::unique_ptr<RegisterStore> m_store;
  const RuleBook& m_rules;
  const FieldCatalogue& m_fields;
  Judge m_judge;
  const Clock& m_clock;
  RandomSource& m_random;
  std::unique_ptr<Facts> m_facts;
};

} // namespace xueji
