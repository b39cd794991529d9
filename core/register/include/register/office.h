#pragma once

#include "domain/clock.h"
#include "domain/field_catalogue.h"
#include "domain/random_source.h"
#include "rules/judge.h"
#include "rules/rule_book.h"
#include "store/register_store.h"

#include <functional>
#include <memory>
#include <vector>

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
  Tables& tables() const { return m_store->tables(); }
  /// With the settings of county and school laid on as the ledger has them now. The book that is answered stays good as
  /// long as the office, also when those change meanwhile; so does the judge.
  const RuleBook& rules() const;
  /// As it comes with the program.
  const RuleBook& standardRules() const { return m_standard; }
  const FieldCatalogue& fields() const { return m_fields; }
  /// Judges by rules(). Settings that do not fit the program's book (an older program wrote them) are the error of
  /// every answer.
  const Judge& judge() const;
  const Clock& clock() const { return m_clock; }
  RandomSource& random() const { return m_random; }

  const Registry& registry() const { return m_store->registry(); }

  /// What the rules may ask about the register.
  const Facts& facts() const { return *m_facts; }

  /// Answers a maker of the same office on another connection, to be called once in the worker's own thread.
  using Maker = std::function<Result<std::unique_ptr<Office>>()>;
  Maker another() const;

private:
  std::unique_ptr<RegisterStore> m_store;
  struct Laid;
  const Laid& laid() const;

  const RuleBook& m_standard;
  const FieldCatalogue& m_fields;
  /// One for each form that the settings had since the office was opened; the last one is present.
  mutable std::vector<std::unique_ptr<Laid>> m_laid;
  const Clock& m_clock;
  RandomSource& m_random;
  std::unique_ptr<Facts> m_facts;
};

} // namespace xueji
