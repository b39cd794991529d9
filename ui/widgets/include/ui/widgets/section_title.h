#pragma once

#include <QLabel>

namespace xueji {

/// Title of a part of a form: bold, a hairline below; instead of a box.
class SectionTitle : public QLabel {
  Q_OBJECT

public:
  explicit SectionTitle(const QString& text, QWidget* parent = nullptr);

protected:
  void paintEvent(QPaintEvent* event) override;
};

/// Title of a page or of a wizard's step.
class PageTitle : public QLabel {
  Q_OBJECT

public:
  explicit PageTitle(const QString& text, QWidget* parent = nullptr);
};

} // namespace xueji
