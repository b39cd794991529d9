#include "ui/shell/job_panel.h"

#include "register/job_queue.h"

namespace xueji {

JobPanel::JobPanel(QWidget* parent) : ProgressPanel(parent) {
  connect(this, &ProgressPanel::cancelWanted, this, &JobPanel::cancel);
}

void JobPanel::watch(Job* job, bool stoppable) {
  if (job == m_job)
    return;
  if (m_job)
    disconnect(m_job, nullptr, this, nullptr);
  m_job = job;
  m_stoppable = stoppable;
  if (!job)
    return;
  if (!job->isRunning()) {
    start(tr("%1 - waits for the work before it").arg(job->what()));
    setCancellable(true);
  } else {
    showBegun();
  }
  connect(job, &Job::begun, this, &JobPanel::showBegun);
  connect(job, &Job::progressed, this, &ProgressPanel::setProgress);
}

void JobPanel::showBegun() {
  start(m_job->what());
  setCancellable(m_stoppable);
}

void JobPanel::cancel() {
  if (m_job)
    m_job->cancel();
}

} // namespace xueji
