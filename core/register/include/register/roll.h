#pragma once

#include "register/office.h"

namespace xueji {

/// The roll as at a day: whose status then was one of `statuses` (in school or suspended), as known now or up to an
/// act. In the order of people's names as they are read today.
Result<QList<qint64>> rollOn(Office& office, const QDate& day, Known known = {},
                             const QList<StudentStatus>& statuses = {StudentStatus::InSchool,
                                                                     StudentStatus::Suspended});

/// One item of every child whose enrolment stands, as at a day and as known now: "the address on 1 September"; masked
/// where the person may see no more. Error: RoleForbids.
Result<QHash<qint64, QString>> itemOn(Office& office, Field field, const QDate& day);

/// Turns what stands to today, as signing in does. A clock behind the log turns nothing. Errors: ClockBehind,
/// RegisterBusy, those of the store.
Result<void> turnDay(Office& office);

} // namespace xueji
