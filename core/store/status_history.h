#pragma once

#include "domain/act.h"
#include "domain/error.h"

namespace xueji {

class StoreSession;

namespace detail {

/// The first dated status of a student.
Result<void> insertStatus(StoreSession& session, qint64 student, StudentStatus status, const QDate& from, qint64 act);
/// The next one, from a day on (null: today; not before the present one began), which ends the present one. Voided: no
/// dated row of the student holds any more.
Result<void> appendStatus(StoreSession& session, qint64 student, StudentStatus status, const QDate& effective,
                          qint64 act);

} // namespace detail
} // namespace xueji
