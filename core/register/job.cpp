#include "register/job.h"

#include "register/office.h"

#include <QElapsedTimer>
#include <QPointer>

namespace xueji {
namespace {

constexpr qint64 kMillisecondsBetweenReports =
    40; ///< smooth for the eye, and ten thousand rows do not flood the window

}

JobRunner::JobRunner(QObject* parent) : QObject(parent) {}

JobRunner::~JobRunner() {
  stop();
}

Result<void> JobRunner::start(const Office& office, Work work, std::function<void(Result<void>)> done) {
  if (m_running)
    return fail(ErrorCode::Internal, {QStringLiteral("JobRunner")});
  m_cancelled = false;
  m_running = true;
  // A connection belongs to the thread that uses it: the worker opens its own there.
  auto outcome = std::make_shared<Result<void>>();
  m_thread.reset(QThread::create([this, outcome, work = std::move(work), make = office.another()] {
    auto worker = make();
    if (!worker) {
      *outcome = std::unexpected(worker.error());
      return;
    }
    QElapsedTimer sinceTold;
    *outcome = work(**worker, [this, &sinceTold](qint64 doneSoFar, qint64 total) {
      if (!sinceTold.isValid() || sinceTold.hasExpired(kMillisecondsBetweenReports)) {
        sinceTold.start();
        emit progressed(doneSoFar, total);
      }
      return !m_cancelled.load();
    });
  }));
  connect(m_thread.get(), &QThread::finished, this,
          [this, outcome, job = QPointer<QThread>(m_thread.get()), done = std::move(done)] {
            // The end of a job that was stopped may still wait in the event queue, and the next thread have its
            // address.
            if (!job || m_thread.get() != job || !m_running)
              return;
            m_thread->wait();
            m_running = false;
            emit finished();
            done(*outcome);
          });
  m_thread->start();
  return {};
}

void JobRunner::stop() {
  m_cancelled = true;
  if (m_thread) {
    m_thread->wait();
    m_thread.reset();
  }
  m_running = false;
}

} // namespace xueji
