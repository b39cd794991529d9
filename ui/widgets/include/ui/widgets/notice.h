#pragma once

#include <QFrame>

class QLabel;

namespace xueji {

/// A sentence in the place it concerns: what went wrong, what must be known before going on, or that it went well.
/// Takes no room while there is nothing to say.
class Notice : public QFrame {
  Q_OBJECT

public:
  explicit Notice(QWidget* parent = nullptr);
  void showProblem(const QString& sentence); ///< red, refusal sign; an empty sentence hides the notice
  void showHint(const QString& sentence);    ///< amber
  void showGood(const QString& sentence);    ///< green
  void clear();
  QString text() const;

private:
  void say(const QString& sentence, const QString& iconName, const QColor& colour, const QColor& ground);
  QLabel* m_sign;
  QLabel* m_text;
};

} // namespace xueji
