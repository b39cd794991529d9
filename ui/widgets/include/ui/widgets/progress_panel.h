#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace xueji {

/// A page that waits for a job: what it does, how far it is, the time left once known, 取消.
class ProgressPanel : public QWidget {
  Q_OBJECT

public:
  explicit ProgressPanel(QWidget* parent = nullptr);
  void start(const QString& what);
  void setProgress(qint64 done, qint64 total); ///< fits Job::progressed
  void setCancellable(bool cancellable);

signals:
  void cancelWanted();

private:
  QLabel* m_what;
  QLabel* m_left;
  QProgressBar* m_bar;
  QPushButton* m_cancel;
  QElapsedTimer m_since;
};

} // namespace xueji
