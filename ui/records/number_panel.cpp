#include "number_panel.h"

#include "ui/widgets/number_edit.h"
#include "ui/widgets/theme.h"

namespace xueji {

namespace {
constexpr int kNumberWidth = 232;
}

NumberPanel::NumberPanel(const RuleBook& rules, Language language, QWidget* parent)
    : ActPanel(parent),
      m_number(named(new NumberEdit(NumberEdit::Kind::StudentNumber, this), "newNumber", tr("New student number"))) {
  m_number->setPlaceholderText(QStringLiteral("G / J / L + 18"));
  m_number->setMinimumWidth(kNumberWidth);
  compose(QStringLiteral("number"),
          {tr("Number issued"), tr("New student number"), tr("Valid from"), tr("Notice of the bureau (may stay empty)"),
           tr("Enter the number")},
          m_number, rules, language);
}

void NumberPanel::begin(const QDate& today) {
  m_number->setValue({});
  ActPanel::begin(today);
}

QString NumberPanel::number() const {
  return m_number->value();
}

} // namespace xueji
