#pragma once

#include "domain/error.h"
#include "domain/progress.h"

#include <QObject>
#include <QThread>
#include <atomic>
#include <functional>
#include <memory>

namespace xueji {

class Office;

/// Runs one long piece of work at a time on a worker thread with an office (connection) of its own; progress, end and
/// error arrive by queued signals in the thread that owns the runner. Cancelling asks the work to stop; it then ends
/// with ErrorCode::Cancelled and nothing changed.
class JobRunner : public QObject {
  Q_OBJECT

public:
  using Work = std::function<Result<void>(Office&, const Progress&)>;

  explicit JobRunner(QObject* parent = nullptr);
  ~JobRunner() override;

  bool isRunning() const { return m_running; }
  /// Starts `work` on its own connection made from `office`. `done` is called in the caller's thread when it ended.
  /// Errors: Internal when a job is running already.
  Result<void> start(const Office& office, Work work, std::function<void(Result<void>)> done);
  void cancel() { m_cancelled = true; }
  /// Cancels and waits; used before locking. The stopped job's `done` is not called any more.
  void stop();

signals:
  void progressed(qint64 done, qint64 total);
  void finished();

private:
  std::unique_ptr<QThread> m_thread;
  std::atomic_bool m_cancelled = false;
  bool m_running = false;
};

} // namespace xueji
