#pragma once

#include <QElapsedTimer>
#include <algorithm>
#include <ctime>
#include <functional>
#include <vector>

namespace xueji::test {

/// Milliseconds that `work` takes.
inline double timed(const std::function<void()>& work) {
  QElapsedTimer timer;
  timer.start();
  work();
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The same beside the milliseconds of the processor: what an idle PC would take when it waits for no disk.
struct Effort {
  double ms = 0;
  double processorMs = 0;
};
inline Effort effortOf(const std::function<void()>& work) {
  const std::clock_t before = std::clock();
  Effort effort;
  effort.ms = timed(work);
  effort.processorMs = static_cast<double>(std::clock() - before) * 1000 / CLOCKS_PER_SEC;
  return effort;
}

/// Of many equal tries: the middle one and the one that 95 of 100 stay below.
struct Spread {
  double p50 = 0;
  double p95 = 0;
};
inline Spread spreadOf(int tries, const std::function<void(int)>& work) {
  std::vector<double> each;
  for (int i = 0; i < tries; ++i)
    each.push_back(timed([&] { work(i); }));
  std::sort(each.begin(), each.end());
  return {each[each.size() / 2], each[std::min(each.size() - 1, each.size() * 95 / 100)]};
}

} // namespace xueji::test
