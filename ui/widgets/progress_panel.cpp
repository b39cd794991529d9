#include "ui/widgets/progress_panel.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace xueji {

namespace {
constexpr qint64 kGuessAfterMs = 2000; ///< before that the time left is only noise
}

ProgressPanel::ProgressPanel(QWidget* parent)
    : QWidget(parent), m_what(new QLabel(this)), m_left(new QLabel(this)), m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(tr("Cancel"), this)) {
  named(this, "progress", tr("Progress"));
  named(m_bar, "progressBar", tr("Progress"));
  named(m_cancel, "cancelJob", tr("Cancel"));
  m_bar->setTextVisible(false);
  m_bar->setFixedWidth(420);
  m_left->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(palette()).faint.name()));
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(kGrid);
  layout->addStretch(2);
  for (QWidget* part : {static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_left),
                        static_cast<QWidget*>(m_cancel)})
    layout->addWidget(part, 0, Qt::AlignHCenter);
  layout->addStretch(3);
  connect(m_cancel, &QPushButton::clicked, this, [this] {
    m_cancel->setEnabled(false);
    m_left->setText(tr("Stopping…"));
    emit cancelWanted();
  });
}

void ProgressPanel::start(const QString& what) {
  m_what->setText(what);
  setAccessibleName(what);
  m_left->clear();
  m_bar->setRange(0, 0);
  m_cancel->setEnabled(true);
  m_since.start();
}

void ProgressPanel::setProgress(qint64 done, qint64 total) {
  if (total <= 0)
    return;
  m_bar->setRange(0, 1000);
  m_bar->setValue(int(done * 1000 / total));
  const qint64 elapsed = m_since.elapsed();
  QString left = QStringLiteral("%1 / %2").arg(done).arg(total);
  if (done > 0 && elapsed > kGuessAfterMs) {
    const qint64 seconds = (elapsed * (total - done) / done + 999) / 1000;
    left += QStringLiteral(" · ") +
            (seconds < 60 ? tr("about %1 s left").arg(seconds) : tr("about %1 min left").arg((seconds + 59) / 60));
  }
  if (m_cancel->isEnabled())
    m_left->setText(left);
}

void ProgressPanel::setCancellable(bool cancellable) {
  m_cancel->setVisible(cancellable);
}

} // namespace xueji
