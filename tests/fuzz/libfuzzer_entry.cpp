// What libFuzzer calls: one program a target, told by XUEJI_FUZZ_TARGET.

#include "recipe.h"
#include "targets.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

const xueji::fuzz::Target& target() {
  static const auto all = xueji::fuzz::targets();
  static const auto found = std::find_if(all.begin(), all.end(),
                                         [](const auto& one) { return std::strcmp(one.name, XUEJI_FUZZ_TARGET) == 0; });
  if (found == all.end())
    std::abort();
  return *found;
}

/// Puts marks of repetition around elements, so that long files are tried from the beginning.
QByteArray repeatedSomewhere(QByteArray input, std::minstd_rand& random) {
  const auto below = [&random](qsizetype most) {
    return static_cast<qsizetype>(random() % std::max<qsizetype>(most, 1));
  };
  const qsizetype from = input.indexOf('<', below(input.size()));
  if (from < 0)
    return input;
  qsizetype to = from;
  for (qsizetype elements = 1 + below(6); elements > 0 && to >= 0; --elements)
    to = input.indexOf('>', to + 1);
  if (to < 0)
    return input;
  input.insert(to + 1, xueji::fuzz::kEnd);
  input.insert(from, QByteArray(1, xueji::fuzz::kRepeat) + static_cast<char>(below(13)));
  return input;
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  std::minstd_rand random(seed);
  constexpr unsigned kOneOf = 12;
  if (target().recipes && random() % kOneOf == 0) {
    const QByteArray made =
        repeatedSomewhere(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)), random);
    if (static_cast<std::size_t>(made.size()) <= most) {
      std::memcpy(data, made.constData(), static_cast<std::size_t>(made.size()));
      return static_cast<std::size_t>(made.size());
    }
  }
  return LLVMFuzzerMutate(data, size, most);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const QString fault = target().run(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
  if (!fault.isEmpty()) {
    std::fprintf(stderr, "broken promise: %s\n", qPrintable(fault));
    std::abort();
  }
  return 0;
}
