#pragma once

#include <QtGlobal>

namespace xueji {

/// What one guess of a password costs: Argon2id passes and memory (libsodium, parallelism 1). The default takes about
/// one second on an office PC (4 passes over 256 MiB: 0.9 s measured).
struct KeyCost {
  quint64 ops = 4;
  quint64 memBytes = 256ull << 20;
  bool operator==(const KeyCost&) const = default;

  /// OWASP's smallest Argon2id setting (Password Storage Cheat Sheet: 19 MiB, 2 passes); about 60 ms. Tests use it.
  static constexpr KeyCost floor() { return {2, 19ull << 20}; }
  /// Below the floor a thief guesses too fast; above the ceilings a hostile key file would exhaust memory or patience.
  static constexpr quint64 kMostOps = 16;
  static constexpr quint64 kMostMemory = 2ull << 30;
  static constexpr quint64 kMostWork = 8ull << 30; ///< passes x bytes

  constexpr bool isAcceptable() const {
    return ops >= floor().ops && memBytes >= floor().memBytes && ops <= kMostOps && memBytes <= kMostMemory &&
           ops * memBytes <= kMostWork;
  }
};

} // namespace xueji
