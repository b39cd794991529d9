#pragma once

#include "register/office.h"

namespace xueji {

/// A 校内临时编号 that nobody has or had: school region, birth date, four random digits. With 10,000 numbers a
/// birthday in a region and rarely more than a few children, some tries are enough; after many the birthday is full.
/// Error: Internal ("student number") when none is free.
Result<QString> freeTemporaryNumber(Office& office, const QDate& birth, const QSet<QString>& alsoTaken = {});

} // namespace xueji
