#pragma once

#include <QDateTime>

namespace xueji {

/// Where "now" comes from: passed in, so that a test decides what day it is.
class Clock {
public:
  virtual ~Clock() = default;
  virtual QDateTime now() const = 0;                         ///< UTC
  QDate today() const { return now().toLocalTime().date(); } ///< the office's day
};

class SystemClock final : public Clock {
public:
  QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace xueji
