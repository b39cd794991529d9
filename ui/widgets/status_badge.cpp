#include "ui/widgets/status_badge.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <utility>

namespace xueji {

namespace {

std::pair<QColor, QColor> coloursOf(StudentStatus status, const Tones& tones, const QPalette& palette) {
  switch (status) {
  case StudentStatus::InSchool:
    return {tones.goodSoft, tones.good};
  case StudentStatus::Suspended:
    return {tones.proofSoft, tones.proof};
  case StudentStatus::Voided:
    return {tones.refuseSoft, tones.refuse};
  default:
    return {palette.color(QPalette::Window), tones.faint};
  }
}

constexpr int kHeight = 20;

} // namespace

StatusBadge::StatusBadge(StudentStatus status, QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("statusBadge"));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setStatus(status);
}

void StatusBadge::setStatus(StudentStatus status) {
  m_status = status;
  setAccessibleName(chineseName(status));
  updateGeometry();
  update();
}

QSize StatusBadge::sizeHint() const {
  return {fontMetrics().horizontalAdvance(chineseName(m_status)) + 2 * kGrid, kHeight};
}

void StatusBadge::paint(QPainter& painter, const QRect& rect, StudentStatus status, const QPalette& palette) {
  const QString word = chineseName(status);
  const auto [ground, ink] = coloursOf(status, tonesOf(palette), palette);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  QFont small = painter.font();
  small.setPointSizeF(9);
  painter.setFont(small);
  const int width = std::min(rect.width(), painter.fontMetrics().horizontalAdvance(word) + 2 * kGrid);
  const QRectF badge(rect.x() + 0.5, rect.center().y() - kHeight / 2 + 0.5, width, kHeight - 1);
  painter.setBrush(ground);
  painter.setPen(QPen(ink, 1));
  painter.drawRoundedRect(badge, 4, 4);
  painter.drawText(badge, Qt::AlignCenter, word);
  painter.restore();
}

void StatusBadge::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint(painter, rect().adjusted(0, 0, -1, 0), m_status, palette());
}

} // namespace xueji
