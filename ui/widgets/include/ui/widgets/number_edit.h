#pragma once

#include <QLineEdit>

class QAction;

namespace xueji {

/// An identity number, student number or phone in a fixed-width face, grouped (130502 20180831 001 0) and masked until
/// the eye is pressed. While masked it is read only.
class NumberEdit : public QLineEdit {
  Q_OBJECT

public:
  enum class Kind { IdentityNumber, StudentNumber, Phone };
  explicit NumberEdit(Kind kind, QWidget* parent = nullptr);

  QString value() const { return m_value; } ///< without blanks, capital letters
  void setValue(const QString& value);
  bool isMasked() const { return m_masked; }
  /// An empty or just typed number is never masked.
  void setMasked(bool masked);
  /// With a guard the eye only asks: it emits revealWanted() and the owner, having got a reason, calls
  /// setMasked(false).
  void setGuarded(bool guarded) { m_guarded = guarded; }
  void setEditable(bool editable);

signals:
  void valueChanged(const QString& value); ///< while typing, by the person only
  void revealWanted();

protected:
  void focusOutEvent(QFocusEvent* event) override;

private:
  void showValue();
  void pressEye();
  void takeText(const QString& text);

  Kind m_kind;
  QString m_value;
  bool m_masked = false;
  bool m_guarded = false;
  bool m_editable = true;
  QAction* m_eye;
};

} // namespace xueji
