#pragma once

#include "seal/secret_bytes.h"

#include <QDialog>

class QLineEdit;

namespace xueji {

class PasswordEdit;

/// A second person at the same desk gives name and password.
class WitnessDialog : public QDialog {
  Q_OBJECT

public:
  /// `reason`: what the witness is asked for; `problem`: why the last try failed, or empty.
  WitnessDialog(const QString& reason, const QString& problem, QWidget* parent = nullptr);

  QString name() const;
  SecretBytes takePassword(); ///< empties the line

private:
  QLineEdit* m_name;
  PasswordEdit* m_password;
};

} // namespace xueji
