#pragma once

#include "documents/paper.h"
#include "domain/error.h"
#include "store/witness.h"

namespace xueji {

class Office;

/// What becomes of a paper with a character that no installed font has.
enum class Lacking {
  Refuse,   ///< nothing is made; it is told which characters stand where
  LeaveOut, ///< that paper is not made, the others are
  Name      ///< it is made: an empty box stands for the character, which is named at the edge
};

/// How papers leave: for what, with what shown, and by which way.
struct PrintWish {
  QString purpose;      ///< 此件仅用于…; must be given for unmasked numbers and phones
  bool full = false;    ///< numbers and phones in full (P06)
  bool preview = false; ///< only looked at: logged as reading, numbered 预览
  bool file = false;    ///< saved as PDF instead of printed
  /// A second person, for more than 50 children in full (P05); used up by the print.
  WitnessToken* witness = nullptr;
  Lacking lacking = Lacking::Refuse;
};

/// Whether papers of so many children may be made so; `list`: of everybody on a list, not of single children. A PDF
/// with whole numbers or of a list is an export. Uses nothing up. Errors: RoleForbids, WrongUse (full without a
/// purpose), WitnessNeeded.
Result<void> mayPrint(const Office& office, const PrintWish& wish, qint64 children, bool list);

/// What will stand at the edges, for a look before the print: without its number; nothing is logged.
PaperFrame unprintedFrame(const Office& office, const PrintWish& wish);

/// What stands at the edges of the papers of one print; the print is logged here, one row each of `objects`
/// ("student:17"), so nothing leaves unlogged (P02). Errors: those of mayPrint(), WitnessSpent, RegisterBusy.
Result<PaperFrame> paperFrame(Office& office, const PrintWish& wish, const QStringList& objects, qint64 children,
                              bool list);

} // namespace xueji
