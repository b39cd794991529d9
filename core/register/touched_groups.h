#pragma once

#include "domain/chains.h"
#include "domain/ledger_registry.h"
#include "domain/wish.h"

#include <QSet>

namespace xueji {

/// Groups of rights (rights.h) that rows of facts belong to: that of the fact, of a row of items those of the items in
/// it. A fact or item that no group is named for gives an empty one, which nobody has a right to.
QSet<QString> groupsOfRow(const Registry& registry, const FieldCatalogue& fields, const QString& fact,
                          const QStringList& values);
/// Of what a plan writes and of the rows of `chains` that it marks void.
QSet<QString> groupsOf(const Registry& registry, const FieldCatalogue& fields, const Planned& planned,
                       const Chains& chains);
/// Of what an act wrote and of what it marked void.
QSet<QString> groupsOfAct(const Registry& registry, const FieldCatalogue& fields, const Chains& chains, qint64 act);

} // namespace xueji
