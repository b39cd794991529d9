#pragma once

#include "domain/clock.h"

#include <QTimeZone>

namespace xueji::test {

/// The day a test wants it to be.
class FixedClock final : public Clock {
public:
  QDateTime now() const override { return m_now; }
  void setNow(const QDateTime& now) { m_now = now; }
  void pass(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
  QDateTime m_now{QDate(2024, 9, 10), QTime(2, 0), QTimeZone::utc()};
};

} // namespace xueji::test
