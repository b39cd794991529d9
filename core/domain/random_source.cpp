#include "domain/random_source.h"

#include <QRandomGenerator>
#include <limits>

namespace xueji {

quint32 SystemRandomSource::below(quint32 bound) {
  if (bound < 2)
    return 0;
  // What is left over above the last whole multiple would come more often: drawn again.
  const quint64 whole = (quint64(std::numeric_limits<quint32>::max()) + 1) / bound * bound;
  quint64 drawn = 0;
  do {
    drawn = QRandomGenerator::system()->generate();
  } while (drawn >= whole);
  return static_cast<quint32>(drawn % bound);
}

} // namespace xueji
