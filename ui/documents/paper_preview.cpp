#include "paper_preview.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace xueji {

namespace {
constexpr double kPixelsPerMillimetre = 96 / 25.4;
constexpr double kSmallest = 0.25;
constexpr double kLargest = 4.0;
constexpr double kStep = 1.25;
} // namespace

PaperSheet::PaperSheet(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("paperSheet"));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PaperSheet::showPage(std::shared_ptr<const Paper> paper, int page, double zoom) {
  m_paper = std::move(paper);
  m_page = page;
  m_image = QImage();
  const QSizeF size = m_paper ? m_paper->size() * kPixelsPerMillimetre * zoom : QSizeF(0, 0);
  setFixedSize(int(std::round(size.width())), int(std::round(size.height())));
  setAccessibleName(m_paper ? QStringLiteral("%1 %2/%3").arg(m_paper->title()).arg(page + 1).arg(m_paper->pageCount())
                            : QString());
  update();
}

void PaperSheet::paintEvent(QPaintEvent*) {
  if (!m_paper)
    return;
  const QSize pixels = size() * devicePixelRatioF();
  if (m_image.size() != pixels) {
    m_image = QImage(pixels, QImage::Format_RGB32);
    m_image.fill(Qt::white);
    QPainter painter(&m_image);
    m_paper->paintPage(painter, m_page);
  }
  QPainter painter(this);
  painter.drawImage(rect(), m_image);
  painter.setPen(tonesOf(palette()).line);
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

PaperPreview::PaperPreview(QWidget* parent) : QScrollArea(parent), m_sheet(new PaperSheet(this)) {
  named(this, "paperPreview", tr("Preview"));
  setWidget(m_sheet);
  setAlignment(Qt::AlignHCenter | Qt::AlignTop);
  setFocusPolicy(Qt::StrongFocus);
}

void PaperPreview::setPaper(std::shared_ptr<const Paper> paper) {
  m_paper = std::move(paper);
  m_page = std::clamp(m_page, 0, std::max(0, pageCount() - 1));
  m_sheet->showPage(m_paper, m_page, m_zoom);
  fitNow();
  emit pageChanged();
}

void PaperPreview::setPage(int page) {
  const int wanted = std::clamp(page, 0, std::max(0, pageCount() - 1));
  if (wanted == m_page)
    return;
  m_page = wanted;
  m_sheet->showPage(m_paper, m_page, m_zoom);
  verticalScrollBar()->setValue(0);
  emit pageChanged();
}

void PaperPreview::setFit(Fit fit) {
  m_fit = fit;
  fitNow();
}

void PaperPreview::setZoom(double zoom) {
  m_fit = Fit::None;
  m_zoom = std::clamp(zoom, kSmallest, kLargest);
  m_sheet->showPage(m_paper, m_page, m_zoom);
  emit zoomChanged();
}

void PaperPreview::fitNow() {
  if (!m_paper || m_fit == Fit::None)
    return;
  constexpr int kEdge = kGrid;
  const QSizeF full = m_paper->size() * kPixelsPerMillimetre;
  // A bar that comes and goes with the size would make the page jump: its width is always left free.
  const int bar = verticalScrollBar()->sizeHint().width();
  double zoom = (width() - 2 * kEdge - bar) / full.width();
  if (m_fit == Fit::Page)
    zoom = std::min(zoom, (height() - 2.0 * kEdge) / full.height());
  zoom = std::clamp(zoom, kSmallest, kLargest);
  if (std::abs(zoom - m_zoom) < 0.001)
    return;
  m_zoom = zoom;
  m_sheet->showPage(m_paper, m_page, m_zoom);
  emit zoomChanged();
}

void PaperPreview::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  fitNow();
}

void PaperPreview::step(int direction) {
  QScrollBar* bar = verticalScrollBar();
  const bool atEnd = direction > 0 ? bar->value() == bar->maximum() : bar->value() == bar->minimum();
  if (!atEnd)
    bar->triggerAction(direction > 0 ? QAbstractSlider::SliderPageStepAdd : QAbstractSlider::SliderPageStepSub);
  else
    setPage(m_page + direction);
}

void PaperPreview::keyPressEvent(QKeyEvent* event) {
  const bool control = event->modifiers().testFlag(Qt::ControlModifier);
  if (event->key() == Qt::Key_PageDown)
    step(1);
  else if (event->key() == Qt::Key_PageUp)
    step(-1);
  else if (control && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal))
    setZoom(m_zoom * kStep);
  else if (control && event->key() == Qt::Key_Minus)
    setZoom(m_zoom / kStep);
  else if (control && event->key() == Qt::Key_0)
    setFit(Fit::Width);
  else
    QScrollArea::keyPressEvent(event);
}

void PaperPreview::wheelEvent(QWheelEvent* event) {
  if (!event->modifiers().testFlag(Qt::ControlModifier))
    return QScrollArea::wheelEvent(event);
  setZoom(event->angleDelta().y() > 0 ? m_zoom * kStep : m_zoom / kStep);
  event->accept();
}

} // namespace xueji
