#pragma once

#include "documents/paper_definition.h"

namespace xueji {

/// What a person wants on paper: which papers, of whom, for what.
struct PaperChoice {
  PaperOrder order;
  QString purpose;
  bool full = false;

  int papers() const { return static_cast<int>(order.subjects.size()); }
  bool isEmpty() const { return order.isEmpty(); }
  bool needs(PaperNeeds what) const { return order.paper && order.paper->needs == what; }
  /// Full numbers need a purpose (P06).
  bool lacksPurpose() const { return full && purpose.trimmed().isEmpty(); }
  PrintWish previewWish() const { return {purpose.trimmed(), full, true}; }
  PrintWish printWish(WitnessToken* witness = nullptr, Lacking lacking = Lacking::Refuse) const {
    return {purpose.trimmed(), full, false, false, witness, lacking};
  }
  PrintWish fileWish(WitnessToken* witness = nullptr, Lacking lacking = Lacking::Refuse) const {
    return {purpose.trimmed(), full, false, true, witness, lacking};
  }
};

} // namespace xueji
