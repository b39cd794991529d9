#pragma once

#include <QObject>
#include <QTimer>

namespace xueji {

/// Tells when nobody has touched keyboard or mouse for a while. Watches the whole application; a test calls expire().
class IdleWatch : public QObject {
  Q_OBJECT

public:
  explicit IdleWatch(QObject* parent = nullptr);
  ~IdleWatch() override;
  void start(int minutes);
  /// Looks again after so long; a key then starts the usual time anew.
  void lookAgain(int minutes);
  void stop() { m_timer.stop(); }
  bool isWatching() const { return m_timer.isActive(); }
  int remainingMs() const { return m_timer.remainingTime(); }
  /// As if the time were up.
  void expire();

signals:
  void idle();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  QTimer m_timer;
  int m_usualMs = 0;
};

} // namespace xueji
