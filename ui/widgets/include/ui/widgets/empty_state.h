#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace xueji {

/// An empty page: what belongs here, and the act that fills it.
class EmptyState : public QWidget {
  Q_OBJECT

public:
  /// Without `actWord` there is no button.
  EmptyState(const QString& iconName, const QString& title, const QString& sentence, const QString& actWord = {},
             QWidget* parent = nullptr);
  void setText(const QString& title, const QString& sentence);

signals:
  void actWanted();

private:
  QLabel* m_title;
  QLabel* m_sentence;
  QPushButton* m_act = nullptr;
};

} // namespace xueji
