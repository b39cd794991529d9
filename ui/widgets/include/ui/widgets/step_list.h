#pragma once

#include <QStringList>
#include <QWidget>

namespace xueji {

/// The steps of a wizard on the left: done, present, to come.
class StepList : public QWidget {
  Q_OBJECT

public:
  explicit StepList(QStringList steps, QWidget* parent = nullptr);
  void setCurrent(int step);
  int current() const { return m_current; }
  QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QStringList m_steps;
  int m_current = 0;
};

} // namespace xueji
