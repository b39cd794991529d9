#pragma once

#include <QStyledItemDelegate>

namespace xueji {

/// Paints the cells of the list in line with the header, the status of a student as its badge with the word.
class StatusDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace xueji
