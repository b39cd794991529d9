#include "ui/widgets/password_edit.h"

#include <QKeyEvent>

namespace xueji {

PasswordEdit::PasswordEdit(QWidget* parent) : QLineEdit(parent) {
  setEchoMode(QLineEdit::Password);
  setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
}

SecretBytes PasswordEdit::take() {
  SecretBytes secret = SecretBytes::fromUtf8(text());
  clear();
  return secret;
}

void PasswordEdit::keyPressEvent(QKeyEvent* event) {
  // Qt has no question for Caps Lock; a letter whose case does not fit Shift tells it.
  const QString typed = event->text();
  if (typed.size() == 1 && typed[0].isLetter() && typed[0].toUpper() != typed[0].toLower())
    emit capsLockSeen(typed[0].isUpper() != bool(event->modifiers() & Qt::ShiftModifier));
  if (event->key() == Qt::Key_CapsLock)
    emit capsLockSeen(false);
  QLineEdit::keyPressEvent(event);
}

} // namespace xueji
