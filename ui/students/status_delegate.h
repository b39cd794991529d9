#pragma once

#include <QStyledItemDelegate>

namespace xueji {

/// Paints the status of a student as its badge with the word, everything else as usual.
class StatusDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace xueji
