#include "ui/shell/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace xueji {

IdleWatch::IdleWatch(QObject* parent) : QObject(parent) {
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idle);
  QCoreApplication::instance()->installEventFilter(this);
}

IdleWatch::~IdleWatch() = default;

void IdleWatch::start(int minutes) {
  m_usualMs = minutes * 60'000;
  m_timer.start(m_usualMs);
}

void IdleWatch::lookAgain(int minutes) {
  m_timer.start(minutes * 60'000);
}

void IdleWatch::expire() {
  m_timer.stop();
  emit idle();
}

bool IdleWatch::eventFilter(QObject*, QEvent* event) {
  switch (event->type()) {
  case QEvent::KeyPress:
  case QEvent::MouseMove:
  case QEvent::MouseButtonPress:
  case QEvent::Wheel:
  case QEvent::TouchBegin:
  case QEvent::InputMethod:
    if (m_timer.isActive())
      m_timer.start(m_usualMs);
    break;
  default:
    break;
  }
  return false;
}

} // namespace xueji
