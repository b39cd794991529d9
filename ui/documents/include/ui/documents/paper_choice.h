#pragma once

#include "documents/dossier_source.h"
#include "store/witness.h"

#include <optional>

namespace xueji {

enum class PrintKind {
  Dossier, ///< 学籍卡, one for each student chosen
  Roster,  ///< 花名册 of a cohort
};

/// What a person wants on paper: which papers, of whom, for what.
struct PaperChoice {
  PrintKind kind = PrintKind::Dossier;
  QList<qint64> students;     ///< of dossiers, in the order of print
  int entryYear = 0;          ///< of a roster; 0: none chosen
  std::optional<Stage> stage; ///< of a roster; none: every stage
  QString purpose;
  bool full = false;

  int papers() const {
    return static_cast<int>(kind == PrintKind::Dossier ? students.size() : (entryYear > 0 ? 1 : 0));
  }
  bool isEmpty() const { return papers() == 0; }
  /// Full numbers need a purpose (P06).
  bool lacksPurpose() const { return full && purpose.trimmed().isEmpty(); }
  PrintWish previewWish() const { return {purpose.trimmed(), full, true}; }
  PrintWish printWish(WitnessToken* witness = nullptr) const {
    return {purpose.trimmed(), full, false, false, witness};
  }
  PrintWish fileWish(WitnessToken* witness = nullptr) const { return {purpose.trimmed(), full, false, true, witness}; }
};

} // namespace xueji
