#include "ui/widgets/number_edit.h"

#include "domain/identity_number.h"
#include "domain/masking.h"
#include "text/folding.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>

namespace xueji {

namespace {

QString cleaned(NumberEdit::Kind kind, const QString& typed) {
  if (kind == NumberEdit::Kind::IdentityNumber)
    return IdentityNumber::clean(typed);
  QString text = toHalfWidth(typed).toUpper();
  text.removeIf([](QChar c) { return c.isSpace(); });
  return text;
}

QString maskedText(NumberEdit::Kind kind, const QString& value) {
  switch (kind) {
  case NumberEdit::Kind::IdentityNumber:
    return maskedIdentityNumber(value);
  case NumberEdit::Kind::StudentNumber:
    return maskedStudentNumber(value);
  case NumberEdit::Kind::Phone:
    return maskedPhone(value);
  }
  return {};
}

} // namespace

NumberEdit::NumberEdit(Kind kind, QWidget* parent) : QLineEdit(parent), m_kind(kind), m_eye(new QAction(this)) {
  setFont(numberFont());
  addAction(m_eye, QLineEdit::TrailingPosition);
  connect(m_eye, &QAction::triggered, this, &NumberEdit::pressEye);
  connect(this, &QLineEdit::textEdited, this, &NumberEdit::takeText);
  showValue();
}

void NumberEdit::setValue(const QString& value) {
  m_value = cleaned(m_kind, value);
  if (m_value.isEmpty())
    m_masked = false;
  showValue();
}

void NumberEdit::setMasked(bool masked) {
  m_masked = masked && !m_value.isEmpty();
  showValue();
}

void NumberEdit::setEditable(bool editable) {
  m_editable = editable;
  showValue();
}

void NumberEdit::showValue() {
  setReadOnly(m_masked || !m_editable);
  setText(m_masked ? maskedText(m_kind, m_value) : hasFocus() ? m_value : groupedNumber(m_value));
  setCursorPosition(0);
  m_eye->setVisible(!m_value.isEmpty());
  m_eye->setIcon(icon(m_masked ? QStringLiteral("eye") : QStringLiteral("eye_off")));
  m_eye->setText(m_masked ? tr("Show the number") : tr("Hide the number"));
  m_eye->setToolTip(m_eye->text());
}

void NumberEdit::pressEye() {
  if (m_masked && m_guarded)
    emit revealWanted();
  else
    setMasked(!m_masked);
}

void NumberEdit::takeText(const QString& text) {
  const QString value = cleaned(m_kind, text);
  if (value == m_value)
    return;
  m_value = value;
  m_eye->setVisible(!m_value.isEmpty());
  emit valueChanged(m_value);
}

void NumberEdit::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  if (!m_masked)
    setText(groupedNumber(m_value));
}

} // namespace xueji
