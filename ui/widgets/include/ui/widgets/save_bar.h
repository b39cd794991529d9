#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace xueji {

/// 保存 / 放弃: hidden until something changed.
class SaveBar : public QWidget {
  Q_OBJECT

public:
  explicit SaveBar(QWidget* parent = nullptr);
  /// How many items changed; 0 hides the bar.
  void setChanges(int count);
  /// Beside the buttons, e.g. why it cannot be saved yet; empty: none.
  void setProblem(const QString& sentence);
  void setSaveEnabled(bool enabled);

signals:
  void saveWanted();
  void discardWanted();

private:
  QLabel* m_text;
  QLabel* m_problem;
  QPushButton* m_save;
  QPushButton* m_discard;
};

} // namespace xueji
