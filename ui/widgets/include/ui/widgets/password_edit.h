#pragma once

#include "seal/secret_bytes.h"

#include <QLineEdit>

namespace xueji {

/// A password line: never in the clipboard, emptied when taken (the copies that Qt makes while one types are freed, not
/// wiped), and it notices Caps Lock by what it types.
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
