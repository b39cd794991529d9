#pragma once

#include <QElapsedTimer>
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
  /// What is going on, with something that can be done about it: stays until closed.
  void offer(const QString& sentence, const QString& word, std::function<void()> act);
  /// Ends what is said before its time.
  void fade();
  QString text() const;
  QWidget* offered() const; ///< the button of what can be done about it; null where there is none

private:
  void present(const QString& sentence, const QString& iconName, const QColor& ground, const QString& word = {});
  QLabel* m_sign;
  QLabel* m_label;
  QPushButton* m_undo; ///< 撤销, or what is offered
  QPushButton* m_close;
  QTimer m_timer;
  std::function<void()> m_undoAct;
  QString m_warning; ///< talked over before it could be read: comes back when the other has faded
  QElapsedTimer m_warned;
};

} // namespace xueji
