#pragma once

#include <QDate>
#include <QObject>
#include <QTimer>

namespace xueji {

class Session;

/// Turns the register at midnight (UTC+8) while the window stays open: present rows and what the pages show become
/// those of the new day. While a job writes it waits for the next look.
class DayWatch : public QObject {
  Q_OBJECT

public:
  /// `session`: the owner.
  explicit DayWatch(Session& session);
  /// Compares the day with the clock's; called by a timer at midnight, and every minute in case the computer slept.
  void look();
  int remainingMs() const { return m_timer.remainingTime(); }

private:
  void startTimer();

  Session& m_session;
  QDate m_day;
  QTimer m_timer;
};

} // namespace xueji
