#pragma once

#include "ui/widgets/progress_panel.h"

#include <QPointer>

namespace xueji {

class Job;

/// A page that waits for its own job: what it does, or that it waits behind another one, how far it is, 取消.
class JobPanel : public ProgressPanel {
  Q_OBJECT

public:
  explicit JobPanel(QWidget* parent = nullptr);
  /// Shows this job from now on. One that waits can be taken out; one that runs can be stopped where it is `stoppable`.
  void watch(Job* job, bool stoppable = true);
  void cancel();

private:
  void showBegun();

  QPointer<Job> m_job;
  bool m_stoppable = true;
};

} // namespace xueji
