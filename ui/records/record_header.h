#pragma once

#include "domain/school_system.h"
#include "domain/student_row.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace xueji {

class NumberEdit;
class StatusBadge;

/// Who it is: the name big, the masked student number with its eye, status, cohort, grade and class, and the acts.
class RecordHeader : public QWidget {
  Q_OBJECT

public:
  explicit RecordHeader(QWidget* parent = nullptr);
  void showStudent(const StudentRow& row, const SchoolSystem& system, const QDate& today);
  /// What this person may do with this record.
  void allow(bool issue, bool place, bool print);
  void revealNumber();
  NumberEdit* number() const { return m_number; }

signals:
  void revealWanted();
  void issueWanted();
  void placementWanted();
  void printWanted();

private:
  QLabel* m_name;
  QLabel* m_reading;
  QLabel* m_place;
  NumberEdit* m_number;
  QLabel* m_awaited; ///< that the number is a 校内临时编号
  StatusBadge* m_status;
  QPushButton* m_issue;
  QPushButton* m_class;
  QPushButton* m_print;
};

} // namespace xueji
