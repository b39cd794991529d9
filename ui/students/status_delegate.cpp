#include "status_delegate.h"

#include "student_table_model.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace xueji {

void StatusDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem ground = option;
  initStyleOption(&ground, index);
  ground.state &= ~QStyle::State_HasFocus; // whole rows are chosen: no frame around one cell
  const QString text = ground.text;
  ground.text.clear();
  const QStyle* style = ground.widget ? ground.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, ground.widget);
  const QRect inner = option.rect.adjusted(kGrid, 0, -kGrid / 2, 0); // in line with the header's words
  const QVariant status = index.data(StudentTableModel::StatusRole);
  if (status.isValid()) {
    StatusBadge::paint(*painter, inner, static_cast<StudentStatus>(status.toInt()), option.palette);
    return;
  }
  painter->save();
  painter->setFont(ground.font);
  painter->setPen(option.palette.color(QPalette::Text));
  painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                    ground.fontMetrics.elidedText(text, Qt::ElideRight, inner.width()));
  painter->restore();
}

} // namespace xueji
