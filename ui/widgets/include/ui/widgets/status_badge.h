#pragma once

#include "domain/act.h"

#include <QWidget>

class QPainter;

namespace xueji {

/// The status of a student as a small badge with its word (在读, 休学, 转出 ...).
class StatusBadge : public QWidget {
  Q_OBJECT

public:
  explicit StatusBadge(StudentStatus status = StudentStatus::InSchool, QWidget* parent = nullptr);
  void setStatus(StudentStatus status);
  QSize sizeHint() const override;
  /// For delegates of lists: the same badge at the left of `rect`, centred in height.
  static void paint(QPainter& painter, const QRect& rect, StudentStatus status, const QPalette& palette);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  StudentStatus m_status;
};

} // namespace xueji
