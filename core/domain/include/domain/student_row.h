#pragma once

#include "domain/act.h"
#include "domain/school_system.h"
#include "domain/student_number.h"
#include "domain/student_record.h"

namespace xueji {

/// One child of the register as it stands today.
struct StudentRow {
  qint64 id = 0;
  /// All items. Field::StudentNumber mirrors `studentNumber`; Field::Class is the name of the class, read with it.
  StudentRecord record;
  QString studentNumber; ///< present 学籍号, or 校内临时编号 while there is none
  NumberSource numberSource = NumberSource::Local;
  StudentStatus status = StudentStatus::InSchool;
  int entryYear = 0;
  Stage stage = Stage::Primary;
  QString pinyin;      ///< "Zhang Xiaoming": the stored reading
  QString initials;    ///< "zxm"
  QDate enrolledOn;    ///< first day of the enrolment that holds
  qint64 classId = 0;  ///< class in which the child is; 0: in none
  qint64 revision = 0; ///< newest act that touches the child; RecordChanged when it is not the one read
};

} // namespace xueji
