#include "ui/shell/store_opener.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace xueji {

StoreOpener::StoreOpener(QObject* parent) : QObject(parent) {}

StoreOpener::~StoreOpener() {
  m_abandoned = true; // who waited for the result is being destroyed too
  waitForEnd();
}

void StoreOpener::waitForEnd() {
  // The thread hands its result over by a blocking call into this one, so this one must listen until it has ended.
  while (m_thread != nullptr && !m_thread->wait(10))
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

void StoreOpener::start(std::function<Opened()> open, std::function<void(Opened)> done) {
  if (isBusy())
    return;
  auto taken = std::make_shared<Opened>(nullptr);
  m_thread.reset(QThread::create([this, open = std::move(open), taken] {
    const Opened opened = open(); // ends in this thread, where it was made
    QMetaObject::invokeMethod(
        this,
        [&opened, taken] { *taken = opened ? (*opened)->another() : fail(opened.error().code, opened.error().args); },
        Qt::BlockingQueuedConnection);
  }));
  connect(m_thread.get(), &QThread::finished, this, [this, taken, done = std::move(done)] {
    m_thread->wait();
    m_thread.release()->deleteLater();
    if (!m_abandoned)
      done(std::move(*taken));
  });
  m_thread->start();
}

} // namespace xueji
