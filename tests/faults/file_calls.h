#pragma once

namespace xueji::test {

/// Calls by which this process changes files: opening for writing, writing, syncing, cutting, renaming, removing,
/// making folders. Counted in every program that links file_calls.cpp, whoever makes them.
class FileCalls {
public:
  /// Counts from 0; at the `last`-th the process ends at once, before the call is made. 0: it only counts.
  static void begin(int last = 0);
  static int count();
};

} // namespace xueji::test
