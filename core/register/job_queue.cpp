#include "register/job_queue.h"

#include "register/office.h"

#include <QElapsedTimer>
#include <QThread>
#include <atomic>
#include <optional>

namespace xueji {
namespace {

constexpr qint64 kMillisecondsBetweenReports =
    40; ///< smooth for the eye, and ten thousand rows do not flood the window

} // namespace

/// What a job that has begun runs on.
struct Job::Run {
  std::unique_ptr<QThread> thread;
  std::atomic_bool cancelled = false;
  std::optional<Error> notOpened;
};

Job::Job(JobQueue& queue, QObject* asker, const QString& what, Work work, Answer answer)
    : QObject(&queue), m_queue(queue), m_asker(asker), m_what(what), m_work(std::move(work)),
      m_answer(std::move(answer)) {}

Job::~Job() = default;

bool Job::isRunning() const {
  return m_run != nullptr;
}

void Job::cancel() {
  if (m_run) {
    m_run->cancelled = true;
    return;
  }
  if (!m_queue.m_jobs.removeOne(this))
    return; // answered already
  emit m_queue.changed();
  const Error cancelled{ErrorCode::Cancelled, {}};
  m_queue.answer(this, &cancelled);
}

JobQueue::JobQueue(const Office& office, QObject* parent) : QObject(parent), m_office(office) {}

JobQueue::~JobQueue() {
  stop();
}

Job* JobQueue::enqueue(Job* job, QueuePlace place) {
  job->m_place = place;
  qsizetype at = place == QueuePlace::Last || m_jobs.isEmpty() ? m_jobs.size() : 1;
  while (at < m_jobs.size() && m_jobs[at]->m_place == QueuePlace::Next)
    ++at;
  m_jobs.insert(at, job);
  if (m_jobs.size() == 1)
    begin();
  emit changed();
  return job;
}

void JobQueue::begin() {
  // Nobody is left to be told of it: it is not done behind everybody's back.
  while (!m_jobs.isEmpty() && !m_jobs.first()->m_asker) {
    Job* dropped = m_jobs.takeFirst();
    dropped->deleteLater();
    emit dropped->ended();
  }
  if (m_jobs.isEmpty())
    return;
  Job* job = m_jobs.first();
  job->m_run = std::make_unique<Job::Run>();
  Job::Run* run = job->m_run.get();
  // A connection belongs to the thread that uses it: the worker opens its own there.
  run->thread.reset(QThread::create([job, run, make = m_office.another()] {
    const auto worker = make();
    if (!worker) {
      run->notOpened = worker.error();
      return;
    }
    QElapsedTimer sinceTold;
    job->m_work(**worker, [job, run, &sinceTold](qint64 done, qint64 total) {
      if (!sinceTold.isValid() || sinceTold.hasExpired(kMillisecondsBetweenReports)) {
        sinceTold.start();
        emit job->progressed(done, total);
      }
      return !run->cancelled.load();
    });
  }));
  connect(run->thread.get(), &QThread::finished, job, [this, job] { end(job); });
  run->thread->start();
  emit job->begun();
}

void JobQueue::end(Job* job) {
  job->m_run->thread->wait();
  const std::optional<Error> notOpened = job->m_run->notOpened;
  m_jobs.removeOne(job);
  emit ended();
  begin();
  emit changed();
  answer(job, notOpened ? &*notOpened : nullptr);
}

void JobQueue::answer(Job* job, const Error* error) {
  job->deleteLater();
  emit job->ended();
  // Whoever is answered may lock the register, and this with it.
  Job::Answer tell = std::move(job->m_answer);
  if (job->m_asker)
    tell(error);
}

void JobQueue::stop() {
  const QList<Job*> jobs = std::exchange(m_jobs, {});
  if (!jobs.isEmpty() && jobs.first()->m_run) {
    Job::Run& run = *jobs.first()->m_run;
    run.cancelled = true;
    run.thread->wait();
  }
  // What the threads still have in the event queue goes with its receiver.
  qDeleteAll(jobs);
  if (!jobs.isEmpty())
    emit changed();
}

} // namespace xueji
