#pragma once

#include "domain/chains.h"
#include "domain/class_book.h"
#include "domain/ledger_facts.h"
#include "domain/ledger_registry.h"

namespace xueji {

/// One value that an act changed.
struct ActChange {
  QString item;   ///< id of the item (field_catalogue.h); empty for a fact that is no item
  QString name;   ///< of the fact, where item is empty
  QString before; ///< as known before the act, on the day of the row; empty: nothing
  QString after;
  QString from;                                     ///< first day, yyyy-MM-dd; '' = the beginning
  QString fact = {};                                ///< key
  bool withheld = false;                            ///< before and after are left out: who asked may not see them
  NumberSource sourceBefore = NumberSource::System; ///< of a number: Local where `before` is a 校内临时编号
  NumberSource sourceAfter = NumberSource::System;  ///< likewise of `after`
  /// A paper that was seen or, where it withdraws one, given back: one change for the whole paper.
  std::optional<PaperFact> paper = {};
};

/// What an act did, from its rows: for timeline, papers and log alike. Of a void nothing: what it took back is told by
/// the act that it voids.
/// A class is called by its name as of the day of the row.
QList<ActChange> changesOf(const Registry& registry, const Chains& chains, const ClassBook& classes, qint64 act);
/// Whether the act opened an enrolment.
bool opensEnrolment(const Registry& registry, const Chains& chains, qint64 act);

} // namespace xueji
