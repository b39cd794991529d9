#include "form_rows.h"

#include "ui/widgets/theme.h"

namespace xueji {

QFormLayout* makeForm() {
  auto* form = new QFormLayout;
  form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setHorizontalSpacing(2 * kGrid);
  form->setVerticalSpacing(kGrid);
  return form;
}

void addRow(QFormLayout* form, const QString& label, QWidget* control, const QString& explanationText) {
  auto* word = new QLabel(label, control->parentWidget());
  word->setBuddy(control);
  if (control->accessibleName().isEmpty())
    control->setAccessibleName(QString(label).remove(u'&'));
  control->setMinimumHeight(kFormRow);
  word->setMinimumHeight(kFormRow);
  form->addRow(word, control);
  if (!explanationText.isEmpty()) {
    control->setAccessibleDescription(explanationText);
    form->addRow(QString(), explanation(explanationText, control->parentWidget()));
  }
}

QLabel* explanation(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setWordWrap(true);
  label->setStyleSheet(QStringLiteral("color: %1; font-size: 9.5pt").arg(tonesOf(label->palette()).faint.name()));
  return label;
}

} // namespace xueji
