#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;

namespace xueji {

/// The line that says what went well and fades, with 撤销 where it can be undone; and what went wrong, which stays
/// until closed.
class Toast : public QWidget {
  Q_OBJECT

public:
  explicit Toast(QWidget* parent = nullptr);
  void say(const QString& sentence, std::function<void()> undo = {});
  void warn(const QString& sentence);
  void tell(const QString& sentence); ///< what went well and must be read: stays until closed
  QString text() const;
  void setSeconds(int seconds) { m_seconds = seconds; }

private:
  void show(const QString& sentence, const QString& iconName, const QColor& ground);
  QLabel* m_sign;
  QLabel* m_label;
  QPushButton* m_undo;
  QPushButton* m_close;
  QTimer m_timer;
  int m_seconds = 8;
  std::function<void()> m_undoAct;
};

} // namespace xueji
