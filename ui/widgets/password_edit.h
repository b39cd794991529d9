#pragma once

#include "store/secret_bytes.h"

#include <QLineEdit>

namespace xueji {

/// A password line: never in the clipboard, wiped when taken, and it notices Caps Lock by what it types.
class PasswordEdit : public QLineEdit {
  Q_OBJECT

public:
  explicit PasswordEdit(QWidget* parent = nullptr);
  /// Answers what was typed and empties the line.
  SecretBytes take();
  /// As take(), the line stays.
  SecretBytes secret() const { return SecretBytes::fromUtf8(text()); }

signals:
  void capsLockSeen(bool on);

protected:
  void keyPressEvent(QKeyEvent* event) override;
};

} // namespace xueji
