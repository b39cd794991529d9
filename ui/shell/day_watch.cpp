#include "day_watch.h"

#include "register/roll.h"
#include "ui/shell/session.h"

#include <algorithm>

namespace xueji {

namespace {

constexpr qint64 kMsOfDay = 24LL * 3600 * 1000;
constexpr qint64 kMsOfOffset = 8LL * 3600 * 1000; ///< UTC+8
constexpr qint64 kMsBetweenLooks = 60 * 1000;

qint64 msToMidnight(const QDateTime& now) {
  return kMsOfDay - (now.toMSecsSinceEpoch() + kMsOfOffset) % kMsOfDay;
}

} // namespace

DayWatch::DayWatch(Session& session) : QObject(&session), m_session(session), m_day(session.clock().today()) {
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &DayWatch::look);
  startTimer();
}

void DayWatch::startTimer() {
  m_timer.start(static_cast<int>(std::min(kMsBetweenLooks, msToMidnight(m_session.clock().now()))));
}

void DayWatch::look() {
  const QDate today = m_session.clock().today();
  // A clock that is behind turns no day, as at sign-in; a locked database is looked at again.
  if (today != m_day && !m_session.jobs().isBusy() && turnDay(m_session.office())) {
    m_day = today;
    m_session.announceChange();
  }
  startTimer();
}

} // namespace xueji
