#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace xueji {

namespace {

/// Draws the SVG anew for each size, in the colour that the application's palette has for the mode.
class LineIconEngine final : public QIconEngine {
public:
  explicit LineIconEngine(QByteArray svg) : m_svg(std::move(svg)) {}

  QIconEngine* clone() const override { return new LineIconEngine(m_svg); }

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    QByteArray coloured = m_svg;
    coloured.replace("#000", colourOf(mode).name().toLatin1());
    QSvgRenderer renderer(coloured);
    const int side = std::min(rect.width(), rect.height());
    const QRectF square(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0, side, side);
    renderer.render(painter, square);
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
  }

private:
  static QColor colourOf(QIcon::Mode mode) {
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
      return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
      return palette.color(QPalette::Link);
    default:
      return palette.color(QPalette::WindowText);
    }
  }

  QByteArray m_svg;
};

} // namespace

QIcon icon(const QString& name) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly))
    return {};
  return QIcon(new LineIconEngine(file.readAll()));
}

} // namespace xueji
