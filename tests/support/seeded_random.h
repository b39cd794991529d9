#pragma once

#include "domain/random_source.h"

#include <random>

namespace xueji::test {

/// The same draw for the same seed on every system.
class SeededRandom final : public RandomSource {
public:
  explicit SeededRandom(quint32 seed = 1) : m_engine(seed) {}
  quint32 below(quint32 bound) override { return bound < 2 ? 0 : static_cast<quint32>(m_engine() % bound); }

private:
  std::mt19937 m_engine;
};

} // namespace xueji::test
