#pragma once

#include <QtGlobal>
#include <functional>

namespace xueji {

/// Told now and then by work that may take long: done of total (total 0 = unknown). Returning false asks it to stop;
/// the work then ends with ErrorCode::Cancelled and nothing changed.
using Progress = std::function<bool(qint64 done, qint64 total)>;

inline bool goesOn(const Progress& progress, qint64 done, qint64 total) {
  return !progress || progress(done, total);
}

} // namespace xueji
