#pragma once

#include "register/acts.h"
#include "support/test_register.h"

namespace xueji::test {

/// Makes the school of a new register one of primary and junior stage, from 1 September 2024 on.
inline Result<qint64> addJuniorStage(TestRegister& desk) {
  desk.turnTo(QDate(2024, 9, 10));
  SchoolProfile school = desk.store().school();
  school.system = SchoolSystem({Stage::Primary, Stage::Junior});
  return setSchool(desk.office(), school, QDate(2024, 9, 1));
}

} // namespace xueji::test
