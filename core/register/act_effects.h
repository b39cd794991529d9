#pragma once

#include "domain/ledger_registry.h"

namespace xueji {

/// One value that an act changed.
struct ActChange {
  QString item;   ///< id of the item (field_catalogue.h); empty for a fact that is no item
  QString name;   ///< of the fact, where item is empty
  QString before; ///< as known before the act, on the day of the row; empty: nothing
  QString after;
  QString from; ///< first day, yyyy-MM-dd; '' = the beginning
};

/// What an act did, from its rows: for timeline, papers and log alike. Of a void nothing: what it took back is told by
/// the act that it voids.
QList<ActChange> changesOf(const Registry& registry, const Chains& chains, qint64 act);
/// Whether the act opened an enrolment.
bool opensEnrolment(const Registry& registry, const Chains& chains, qint64 act);

} // namespace xueji
