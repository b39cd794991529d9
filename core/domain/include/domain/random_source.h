#pragma once

#include <QtGlobal>

namespace xueji {

/// Where chance comes from: passed in, so that a test decides what is drawn.
class RandomSource {
public:
  virtual ~RandomSource() = default;
  /// Evenly one of 0 ... bound - 1; 0 for a bound of 0 or 1.
  virtual quint32 below(quint32 bound) = 0;
};

/// The operating system's random numbers.
class SystemRandomSource final : public RandomSource {
public:
  quint32 below(quint32 bound) override;
};

} // namespace xueji
