#pragma once

#include "ui/widgets/choice_filter.h"

#include <QStyledItemDelegate>

namespace xueji {

/// Which item a column holds, typed or taken from a list (ChoiceBox) in the cell of a table.
class ColumnDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  ColumnDelegate(QList<Choice> choices, QObject* parent);

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void setEditorData(QWidget* editor, const QModelIndex& index) const override;
  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

private:
  QList<Choice> m_choices;
};

} // namespace xueji
