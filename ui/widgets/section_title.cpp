#include "ui/widgets/section_title.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace xueji {

SectionTitle::SectionTitle(const QString& text, QWidget* parent) : QLabel(text, parent) {
  QFont bold = textFont();
  bold.setWeight(QFont::DemiBold);
  setFont(bold);
  setFixedHeight(5 * kGrid);
  setAlignment(Qt::AlignLeft | Qt::AlignBottom);
  setContentsMargins(0, 0, 0, kGrid - 2);
  setObjectName(QStringLiteral("sectionTitle"));
  setAccessibleName(text);
}

void SectionTitle::paintEvent(QPaintEvent* event) {
  QLabel::paintEvent(event);
  QPainter painter(this);
  painter.setPen(tonesOf(palette()).line);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

PageTitle::PageTitle(const QString& text, QWidget* parent) : QLabel(text, parent) {
  setFont(titleFont());
  // A style sheet on the application would otherwise put its own font back.
  setStyleSheet(QStringLiteral("font-size: 15pt; font-weight: 500"));
  setObjectName(QStringLiteral("pageTitle"));
}

} // namespace xueji
