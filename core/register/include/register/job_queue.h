#pragma once

#include "domain/error.h"
#include "domain/progress.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>
#include <type_traits>

class QThread;

namespace xueji {

class JobQueue;
class Office;

enum class QueuePlace {
  Last,
  Next ///< right after what runs, behind others that came so: somebody sits and waits for it
};

/// A piece of long work in a queue, as who asked for it sees it. It lives until it was answered.
class Job : public QObject {
  Q_OBJECT

public:
  ~Job() override;

  const QString& what() const { return m_what; } ///< in words, for the person
  bool isRunning() const;                        ///< false: it waits for those before it
  /// One that waits is answered at once. One that runs is asked to stop and answers when it has: with
  /// ErrorCode::Cancelled and nothing changed, or with what it came to where it could not stop any more.
  void cancel();

signals:
  void begun();
  void progressed(qint64 done, qint64 total);
  void ended(); ///< or was taken out; its answer comes right after

private:
  friend class JobQueue;
  using Work = std::function<void(Office&, const Progress&)>;
  using Answer = std::function<void(const Error* error)>;
  struct Run;

  Job(JobQueue& queue, QObject* asker, const QString& what, Work work, Answer answer);

  JobQueue& m_queue;
  QPointer<QObject> m_asker;
  QString m_what;
  Work m_work;
  Answer m_answer; ///< null error: what the work came to
  QueuePlace m_place = QueuePlace::Last;
  std::unique_ptr<Run> m_run;
};

/// Long work, one piece after the other, each on a thread with an office (connection) of its own. Answers come in the
/// thread that owns the queue, to the one who asked and to nobody else: where the asker is gone, nothing is called.
class JobQueue : public QObject {
  Q_OBJECT

public:
  /// The office must outlive the queue; it is not used by the jobs themselves.
  explicit JobQueue(const Office& office, QObject* parent = nullptr);
  ~JobQueue() override;

  /// Puts a piece of work into the queue; with nobody before it, it begins at once. `work` answers a Result
  /// of any type, `done` takes it; that one job fails changes nothing for the next. Work asks its Progress now and then
  /// and ends with ErrorCode::Cancelled when that says so. Errors that `done` may get beside the work's own: those of
  /// opening another connection, Cancelled.
  template <class Work, class Done>
  Job* add(QObject* asker, const QString& what, Work work, Done done, QueuePlace place = QueuePlace::Last) {
    using Came = std::invoke_result_t<Work&, Office&, const Progress&>;
    struct Asked {
      Work work;
      Done done;
      Came came = std::unexpected(Error{ErrorCode::Cancelled, {}});
    };
    auto asked = std::make_shared<Asked>(std::move(work), std::move(done));
    const auto run = [asked](Office& office, const Progress& progress) { asked->came = asked->work(office, progress); };
    const auto answer = [asked](const Error* error) {
      asked->done(error ? Came(std::unexpected(*error)) : std::move(asked->came));
    };
    return enqueue(new Job(*this, asker, what, run, answer), place);
  }

  bool isBusy() const { return !m_jobs.isEmpty(); }
  int size() const { return static_cast<int>(m_jobs.size()); } ///< running and waiting
  Job* running() const { return m_jobs.value(0); }             ///< null when nothing is
  /// Cancels what runs, waits for its end, drops what waits; nobody is answered any more. Used before locking.
  void stop();

signals:
  void changed(); ///< one came, ended or was taken out
  void ended();   ///< one that ran; before it is answered and before the next begins

private:
  friend class Job;
  Job* enqueue(Job* job, QueuePlace place);
  void begin();
  void end(Job* job);
  void answer(Job* job, const Error* error);

  const Office& m_office;
  QList<Job*> m_jobs; ///< the first one runs
};

} // namespace xueji
