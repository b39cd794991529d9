#include "ui/widgets/step_list.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace xueji {

namespace {
constexpr int kRow = 40;
constexpr int kDot = 22;
} // namespace

StepList::StepList(QStringList steps, QWidget* parent) : QWidget(parent), m_steps(std::move(steps)) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
  setObjectName(QStringLiteral("steps"));
  setCurrent(0);
}

void StepList::setCurrent(int step) {
  m_current = step;
  setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.value(step)));
  update();
}

QSize StepList::sizeHint() const {
  int widest = 0;
  for (const QString& step : m_steps)
    widest = std::max(widest, fontMetrics().horizontalAdvance(step));
  return {widest + kDot + 4 * kGrid, int(m_steps.size()) * kRow};
}

void StepList::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Tones tones = tonesOf(palette());
  for (int i = 0; i < m_steps.size(); ++i) {
    const QRectF dot(1, i * kRow + (kRow - kDot) / 2.0, kDot, kDot);
    const bool present = i == m_current;
    if (i > 0) {
      painter.setPen(QPen(tones.line, 1));
      painter.drawLine(QPointF(dot.center().x(), dot.top() - (kRow - kDot)), QPointF(dot.center().x(), dot.top()));
    }
    painter.setPen(QPen(i <= m_current ? tones.accent : tones.line, 1));
    painter.setBrush(present ? tones.accent : palette().color(QPalette::Base));
    painter.drawEllipse(dot);
    if (i < m_current) {
      icon(QStringLiteral("check")).paint(&painter, dot.toRect().adjusted(4, 4, -4, -4));
    } else {
      painter.setPen(present ? tones.onAccent : tones.faint);
      painter.drawText(dot, Qt::AlignCenter, QString::number(i + 1));
    }
    QFont font = this->font();
    font.setWeight(present ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(i <= m_current ? palette().color(QPalette::WindowText) : tones.faint);
    painter.drawText(QRectF(kDot + kGrid + 2, i * kRow, width() - kDot - kGrid, kRow), Qt::AlignVCenter, m_steps[i]);
    painter.setFont(this->font());
  }
}

} // namespace xueji
