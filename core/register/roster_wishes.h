#pragma once

#include "domain/wish.h"
#include "register/import_plan.h"
#include "register/office.h"

namespace xueji {

/// What a row of a child that is in the register already asks for: to move up a stage, or only to be placed. With the
/// protocol of the draw where the draw places it.
/// `classId`: as the wish names it, a class of the same call by its place.
Wish wishOfKnown(Office& office, const ImportPlan& plan, const SchoolProfile& school, const ImportRow& row,
                 qint64 classId);

/// Adds the protocol of the draw where it is what lets the row's child into its class; answers whether it is.
bool addProtocol(Office& office, const ImportPlan& plan, const SchoolProfile& school, const ImportRow& row, Wish& wish);

/// What a plan that cannot be made says of its row. Nothing where the error is none of the row's (the store's).
std::optional<Finding> findingOf(const Office& office, const Error& error);

} // namespace xueji
