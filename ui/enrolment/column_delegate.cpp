#include "column_delegate.h"

#include "ui/widgets/choice_box.h"
#include "ui/widgets/theme.h"

namespace xueji {

ColumnDelegate::ColumnDelegate(QList<Choice> choices, QObject* parent)
    : QStyledItemDelegate(parent), m_choices(std::move(choices)) {}

QWidget* ColumnDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const {
  auto* box = named(new ChoiceBox(parent), "columnItem", tr("Item of the record"));
  box->setChoices(m_choices);
  // What was taken holds at once; the person need not leave the cell first.
  connect(
      box, &ChoiceBox::valueChanged, this,
      [this, box] {
        auto* self = const_cast<ColumnDelegate*>(this);
        emit self->commitData(box);
        emit self->closeEditor(box);
      },
      Qt::QueuedConnection);
  return box;
}

void ColumnDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
  auto* box = qobject_cast<ChoiceBox*>(editor);
  box->setValue(index.data(Qt::EditRole).toString());
  box->selectAll();
}

void ColumnDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
  const auto* box = qobject_cast<ChoiceBox*>(editor);
  if (box->isKnown())
    model->setData(index, box->value(), Qt::EditRole);
}

} // namespace xueji
