#pragma once

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace xueji {

/// The places on the left: icon and word, Alt+1 ... in their order; icons only when narrow.
class NavBar : public QWidget {
  Q_OBJECT

public:
  explicit NavBar(QWidget* parent = nullptr);
  void add(const QString& id, const QString& word, const QString& iconName);
  void setCurrent(const QString& id);
  void setNarrow(bool narrow);

signals:
  void chosen(const QString& id);

protected:
  void changeEvent(QEvent* event) override;

private:
  void dress();
  QVBoxLayout* m_layout;
  QButtonGroup* m_group;
  bool m_narrow = false;
};

} // namespace xueji
