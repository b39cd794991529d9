#pragma once

#include <QDateTime>

namespace xueji {

/// Where "now" comes from: passed in, so that a test decides what day it is.
class Clock {
public:
  virtual ~Clock() = default;
  virtual QDateTime now() const = 0; ///< UTC
  /// The office's day: China has one time, UTC+8, whatever the PC is set to.
  QDate today() const { return now().toUTC().addSecs(8 * 3600).date(); }
};

class SystemClock final : public Clock {
public:
  QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace xueji
