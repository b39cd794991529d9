#include "ui/students/status_delegate.h"

#include "ui/students/student_table_model.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace xueji {

void StatusDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QVariant status = index.data(StudentTableModel::StatusRole);
  if (!status.isValid()) {
    QStyledItemDelegate::paint(painter, option, index);
    return;
  }
  QStyleOptionViewItem ground = option;
  initStyleOption(&ground, index);
  ground.text.clear();
  const QStyle* style = ground.widget ? ground.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, ground.widget);
  StatusBadge::paint(*painter, option.rect.adjusted(kGrid, 0, -kGrid / 2, 0),
                     static_cast<StudentStatus>(status.toInt()), option.palette);
}

} // namespace xueji
