#pragma once

#include "documents/dossier.h"
#include "documents/roster_paper.h"
#include "domain/progress.h"
#include "register/leaving.h"
#include "store/witness.h"

#include <memory>
#include <vector>

namespace xueji {

/// What a person wants on paper.
struct PrintWish {
  QString purpose;      ///< 此件仅用于…; must be given for unmasked numbers and phones
  bool full = false;    ///< numbers and phones in full (P06)
  bool preview = false; ///< only looked at: logged as reading, numbered 预览
  bool file = false;    ///< saved as PDF instead of printed
  /// A second person, for more than 50 children in full (P05); used up by the print.
  WitnessToken* witness = nullptr;
};

/// Whether papers of so many children may be made so; `list`: of everybody on a list, not of single children. A PDF
/// with whole numbers or of a list is an export. Uses nothing up. Errors: RoleForbids, WrongUse (full without a
/// purpose), WitnessNeeded.
Result<void> mayPrint(const Office& office, const PrintWish& wish, qint64 children, bool list);

/// What stands at the edges of the papers of one print; the print is logged here, one row each of `objects`
/// ("student:17"), so nothing leaves unlogged (P02). Errors: those of mayPrint(), WitnessSpent.
Result<PaperFrame> paperFrame(Office& office, const PrintWish& wish, const QStringList& objects);

/// The content of a child's 学籍卡 as it stands today: display texts of the catalogue, masked unless wish.full, the
/// change record from the acts that are not void; what the person may not see or print is left blank, and the paper
/// says so. Logs nothing. Errors: StudentNotFound, RoleForbids.
Result<DossierContent> dossierContent(Office& office, qint64 student, bool full);

/// The titles that dossierPapers() will give the papers of this wish; logs nothing, uses nothing up. Errors:
/// StudentNotFound, NothingToDo and those of mayPrint().
Result<QStringList> dossierTitles(Office& office, const QList<qint64>& students, const PrintWish& wish);

/// The 学籍卡 of each child, in the order given. Errors: StudentNotFound, Cancelled, NothingToDo and those of
/// paperFrame().
Result<std::vector<std::unique_ptr<DossierPaper>>> dossierPapers(Office& office, const QList<qint64>& students,
                                                                 const PrintWish& wish,
                                                                 std::shared_ptr<PaperFonts> fonts = nullptr,
                                                                 const Progress& progress = {});

/// 花名册 of a cohort: who is in school or suspended, class by class, 待分班 last; of one stage, or of every stage
/// entered that year. Errors: NothingToDo (nobody) and those of paperFrame().
Result<std::unique_ptr<RosterPaper>> rosterPaper(Office& office, int entryYear, std::optional<Stage> stage,
                                                 const PrintWish& wish, std::shared_ptr<PaperFonts> fonts = nullptr,
                                                 const Progress& progress = {});

/// The rosters of every cohort with somebody in it, newest first; one print, one witness. Errors: as above.
Result<std::vector<std::unique_ptr<RosterPaper>>> allRosterPapers(Office& office, const PrintWish& wish,
                                                                  std::shared_ptr<PaperFonts> fonts = nullptr,
                                                                  const Progress& progress = {});

} // namespace xueji
